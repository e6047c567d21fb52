package extract

import (
	"strings"
	"testing"

	"dateline/corpus"
)

// TestCredits: who made a story is nobody that it is about. Everybody is invented.
func TestCredits(t *testing.T) {
	testFile(t, "testdata/credits.txt", func(in string) string {
		var names []string
		for _, p := range Article(&corpus.Draft{Text: in, Part: corpus.PartText}, Options{}).People {
			names = append(names, p.Canonical)
		}
		return strings.Join(names, ", ")
	})
}
