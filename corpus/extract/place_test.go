package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/corpus"
)

func TestPlaces(t *testing.T) {
	testFile(t, "testdata/places.txt", func(in string) string {
		a := Article(&corpus.Draft{Text: in}, Options{})
		var lines []string
		for _, p := range a.Filed {
			lines = append(lines, "filed "+showPlace(p))
		}
		for _, p := range a.Places {
			lines = append(lines, showPlace(p))
		}
		return strings.Join(lines, "\n")
	})
}

func showPlace(p corpus.Place) string {
	s := p.Text + " = " + p.Name
	for _, of := range []string{p.Admin, p.Country, string(p.Kind)} {
		if of != "" && of != p.Name {
			s += ", " + of
		}
	}
	if p.Ambiguous {
		s += " (ambiguous)"
	}
	return s
}

// TestSeedPlaces holds the article that started it against the places that it names.
func TestSeedPlaces(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/seed/article.txt")
	if err != nil {
		t.Skip("no ../shared/seed/article.txt beside the project")
	}
	want := map[string]string{"Syria": "Syria", "Raqqa": "Raqqa 172955", "raqqa": "Raqqa 172955", "Russia": "Russia",
		"United States": "United States", "us": "United States", "US": "United States", "USA": "United States", "U.S.": "United States"}
	seen := map[string]bool{}
	for _, p := range Article(&corpus.Draft{Text: string(raw)}, Options{}).Places {
		got := p.Name
		if p.Kind == corpus.City {
			got += fmt.Sprint(" ", p.GeoNameID)
		}
		if want[p.Text] != got || string(raw[p.Span.Start:p.Span.End]) != p.Text {
			t.Errorf("%q at %d is %s, want %q", p.Text, p.Span.Start, got, want[p.Text])
		}
		seen[p.Text] = true
	}
	for w := range want {
		if !seen[w] {
			t.Errorf("%q was not found", w)
		}
	}
}

// FuzzPlaces holds that spans are in range, in order and apart, whatever the text.
func FuzzPlaces(f *testing.F) {
	for _, s := range []string{"", "BEIRUT, May 24 (Reuters) — In Raqqa, Syria's", "N.C.\n\n, U.S.", "МОСКВА, 25 мая. /ТАСС/", "Paris/London/", "the us"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		a := Article(&corpus.Draft{Text: s}, Options{})
		end := 0
		for _, p := range a.Places {
			if p.Span.Start < end || p.Span.End > len(s) || p.Span.Len() == 0 || s[p.Span.Start:p.Span.End] != p.Text {
				t.Fatalf("%q: place %+v behind %d", s, p, end)
			}
			end = p.Span.End
		}
		for _, p := range a.Filed {
			if p.Span.End > len(s) || p.Span.Start >= p.Span.End {
				t.Fatalf("%q: filed %+v", s, p)
			}
		}
	})
}

func BenchmarkPlaces(b *testing.B) {
	s := strings.Repeat("TROY, N.C. (AP) - Officials in Springfield, Ohio, said on Monday that the Madison County sheriff would visit Paris, "+
		"Texas, with a delegation from Syria. \"It's a long way,\" Mayor Ada Example of Mount Vernon told the Daily Sample. ", 22)
	t := read(&corpus.Draft{Text: s})
	b.ReportMetric(float64(len(t.Text.Words)), "words")
	for b.Loop() {
		findPlaces(t, &Facts{})
	}
}
