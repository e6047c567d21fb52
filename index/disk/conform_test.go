package disk

import (
	"path/filepath"
	"testing"

	"dateline/index"
	"dateline/index/indextest"
	"dateline/query"
)

func TestConformance(t *testing.T) {
	indextest.Run(t, func(t *testing.T) (index.Store, func() query.Engine) {
		dir := filepath.Join(t.TempDir(), ".dateline")
		if err := Create(dir); err != nil {
			t.Fatal(err)
		}
		w, err := OpenWriter(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { w.Close() })
		return w, func() query.Engine {
			r, err := OpenReader(dir)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { r.Close() })
			return r
		}
	})
}
