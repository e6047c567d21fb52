package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
)

// TestQuotes runs the hard cases of who said what. Everybody in them is invented.
func TestQuotes(t *testing.T) {
	testFile(t, "testdata/quotes.txt", func(in string) string { return shownQuotes(in, &corpus.Draft{Text: in, Part: corpus.PartText}) })
}

// TestQuoteLanguages reads speech in other languages than English. Everybody in it is invented.
func TestQuoteLanguages(t *testing.T) {
	testFile(t, "testdata/languages.txt", func(in string) string { return shownQuotes(in, &corpus.Draft{Text: in, Part: corpus.PartText}) })
}

// shownQuotes gives a line a quote: kind, speaker, role, who it came through, cue and words.
func shownQuotes(in string, d *corpus.Draft) string {
	var lines []string
	for _, q := range Article(d, Options{}).Quotes {
		var words []string
		for _, w := range q.Words {
			words = append(words, in[w.Start:w.End])
		}
		who := q.Speaker.Canonical
		if who == "" {
			who = "?"
		}
		line := fmt.Sprintf("%s: %s", q.Kind, who)
		for _, more := range []struct{ name, text string }{
			{"kind", notPerson(q.Speaker.Kind)}, {"role", q.Speaker.Role}, {"as", q.Speaker.Text}, {"via", q.Via}, {"cue", in[q.Cue.Start:q.Cue.End]}} {
			if more.text != "" && more.text != who {
				line += ", " + more.name + " " + more.text
			}
		}
		lines = append(lines, line+"\n  "+strings.ReplaceAll(strings.Join(words, " | "), "\n", " "))
	}
	if len(lines) == 0 {
		return "nobody"
	}
	return strings.Join(lines, "\n")
}

func notPerson(k corpus.PersonKind) string {
	if k == corpus.Individual {
		return ""
	}
	return string(k)
}

// TestSeedQuotes holds the table of the article that dateline began with: who speaks in it, how, and nobody else.
func TestSeedQuotes(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/seed/article.txt")
	if err != nil {
		t.Skip("the seed article is not here: ", err)
	}
	a := Article(&corpus.Draft{Text: string(raw), Part: corpus.PartText}, Options{})
	got := map[string]int{}
	for _, q := range a.Quotes {
		got[fmt.Sprintf("%s %s", q.Kind, q.Speaker.Canonical)]++
		if q.Via != "" {
			got["via "+q.Via]++
		}
	}
	want := map[string]int{"direct Michel Baldanza": 3, "indirect Michel Baldanza": 3, "via Interfax": 1, "indirect Sergei Lavrov": 2,
		"indirect Mark Toner": 2, "indirect representatives of the Syrian Kurds": 2}
	for k, n := range want {
		if got[k] != n {
			t.Errorf("%s: %d, want %d", k, got[k], n)
		}
		delete(got, k)
	}
	if len(got) > 0 {
		t.Errorf("also found: %v", got)
	}
	roles := map[string]string{"Michel Baldanza": "Pentagon spokesman", "Sergei Lavrov": "Russian foreign Minister", "Mark Toner": "U.S. state Department spokesman"}
	for name, role := range roles {
		if !slices.ContainsFunc(a.People, func(p corpus.Person) bool { return p.Canonical == name && p.Role == role }) {
			t.Errorf("no %s, %s among %v", name, role, a.People)
		}
	}
}

// FuzzQuoteSpans holds for any text: spans lie in the text, in order, split no rune and never come without words.
func FuzzQuoteSpans(f *testing.F) {
	for _, name := range []string{"quotes", "languages"} {
		raw, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(raw), "\n====\n") {
			in, _, _ := strings.Cut(c, "\n----\n")
			f.Add(in)
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "?")
		for _, q := range Article(&corpus.Draft{Text: in, Part: corpus.PartText}, Options{}).Quotes {
			end := 0
			for _, w := range append([]corpus.Span{q.Cue, q.Speaker.Mention}, q.Words...) {
				if w.Len() < 0 || !utf8.ValidString(in[w.Start:w.End]) {
					t.Fatalf("%+v splits a rune", w)
				}
			}
			for _, w := range q.Words {
				if w.Start < end || w.Len() == 0 {
					t.Fatalf("%+v out of order or empty", q.Words)
				}
				end = w.End
			}
			if len(q.Words) == 0 || q.Trust <= 0 || q.Trust > 1 {
				t.Fatalf("%+v has no words or no trust", q)
			}
		}
	})
}
