package format

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/corpus"
)

var rewrite = flag.Bool("rewrite", false, "write the fixtures and golden files anew")

// A printer is a sink that writes down what it is given.
type printer struct {
	t      testing.TB
	w      bytes.Buffer
	drafts []*corpus.Draft
}

func (p *printer) Draft(d *corpus.Draft) error {
	p.drafts = append(p.drafts, d)
	s := d.Source
	fmt.Fprintf(&p.w, "== draft %s", s.Path)
	for _, v := range []struct{ name, value string }{{"record", s.Record}, {"key", d.Key}, {"format", s.Format}, {"charset", s.Charset}, {"part", string(d.Part)},
		{"bytes", fmt.Sprint(s.Bytes)}, {"sha", fmt.Sprintf("%.8s", s.SHA256)}, {"notes", strings.Join(s.Notes, "; ")}} {
		if v.value != "" {
			fmt.Fprintf(&p.w, " %s=%q", v.name, v.value)
		}
	}
	fmt.Fprintf(&p.w, "\ntitle: %s\n", d.Title)
	for _, k := range slices.Sorted(maps.Keys(d.Meta)) {
		fmt.Fprintf(&p.w, "%s: %s\n", k, clip(strings.ReplaceAll(d.Meta[k], "\n", "⏎")))
	}
	fmt.Fprintf(&p.w, "--\n%s\n", clip(d.Text))
	for _, s := range append(slices.Collect(maps.Values(d.Meta)), d.Title, d.Text, d.Key, s.Record) {
		if !utf8.ValidString(s) {
			p.t.Errorf("%s: invalid UTF-8 in %q", d.Source.Path, clip(s))
		}
	}
	if len(d.Text) > TextLimit {
		p.t.Errorf("%s: text of %d bytes", d.Source.Path, len(d.Text))
	}
	return nil
}

func (p *printer) Member(f *File) error {
	if err := f.Decode(p); err != nil {
		return p.Fail(f.Source, err)
	}
	return nil
}

func (p *printer) Fail(src corpus.Source, err error) error {
	fmt.Fprintf(&p.w, "== failed %s %s: %v\n", src.Path, src.Record, err)
	return nil
}

func clip(s string) string {
	if len(s) > 4000 {
		return fmt.Sprintf("%.300s… (%d bytes)", s, len(s))
	}
	return s
}

// shop is shared by all tests: to start the PDF reader takes seconds.
var shop = &Workshop{}

func TestMain(m *testing.M) {
	status := m.Run()
	shop.Close()
	os.Exit(status)
}

func decode(t testing.TB, name string, in io.Reader, size int64) *printer {
	p := &printer{t: t}
	f := Open(corpus.Source{Root: "testdata", Path: name}, name, in, size)
	f.Shop = shop
	if err := f.Decode(p); err != nil {
		fmt.Fprintf(&p.w, "== error: %v\n", err)
	}
	return p
}

// Every format has a sample, a truncated and a hostile file in testdata, each with what must come of it.
func TestGolden(t *testing.T) {
	if *rewrite {
		writeFixtures(t)
	}
	for _, f := range formats {
		for _, kind := range []string{"sample", "truncated", "hostile"} {
			t.Run(f.Name+"/"+kind, func(t *testing.T) {
				found, _ := filepath.Glob(filepath.Join("testdata", f.Name, kind+"*"))
				found = slices.DeleteFunc(found, func(name string) bool { return strings.HasSuffix(name, ".golden") })
				if len(found) == 0 {
					t.Fatalf("format %s has no %s file", f.Name, kind)
				}
				for _, name := range found {
					checkGolden(t, f, name)
				}
			})
		}
	}
}

func checkGolden(t *testing.T, f Format, name string) {
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got := decode(t, filepath.Base(name), bytes.NewReader(raw), int64(len(raw))).w.Bytes()
	golden := name + ".golden"
	if *rewrite {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s:\n%s", name, diff)
	}
	if strings.HasPrefix(filepath.Base(name), "sample") {
		if kind, err := Of(raw[:min(len(raw), HeadSize)], filepath.Base(name)); err != nil || kind.Name != f.Name {
			t.Errorf("%s is told to be %q, %v", name, kind.Name, err)
		}
	}
}
