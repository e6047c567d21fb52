package extract

import (
	"strings"
	"testing"

	"dateline/corpus"
)

func TestDateline(t *testing.T) {
	testFile(t, "testdata/dateline.txt", func(in string) string {
		x := &Text{Draft: &corpus.Draft{Text: in}, Part: corpus.PartText}
		x.Body = []corpus.Piece{{Len: len(in)}}
		d, ok := dateline(x)
		if !ok {
			return "none"
		}
		var cities []string
		for _, c := range d.Cities {
			cities = append(cities, x.words(c))
		}
		d.Date.Part, d.Wire.Part = x.Part, x.Part
		return "cities: " + strings.Join(cities, " | ") + "\ndate: " + x.words(d.Date) + "\nwire: " + x.words(d.Wire) + "\nspan: " + x.words(d.Span)
	})
}
