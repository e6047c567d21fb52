package extract

import (
	"strings"
	"testing"

	"dateline/corpus"
)

// TestCredits: who made a story is nobody that it is about. Everybody is invented.
func TestCredits(t *testing.T) {
	testFile(t, "testdata/credits.txt", shownPeople)
}

// TestPeople tells people from companies and places. Everybody is invented, the companies mostly.
func TestPeople(t *testing.T) { testFile(t, "testdata/people.txt", shownPeople) }

func shownPeople(in string) string {
	var names []string
	for _, p := range Article(&corpus.Draft{Text: in, Part: corpus.PartText}, Options{}).People {
		names = append(names, p.Canonical)
	}
	return strings.Join(names, ", ")
}
