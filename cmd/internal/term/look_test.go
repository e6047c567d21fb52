package term

import (
	"bytes"
	"flag"
	"iter"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/corpus"
	"dateline/query"
)

var rewrite = flag.Bool("rewrite", false, "write the goldens anew")

func article() *corpus.Article {
	day := time.Date(2016, 5, 25, 0, 0, 0, 0, time.UTC)
	body := "RAQQA - \"The pumps run,\" said Hannah Okafor.\n\nمضخات تعمل \x1b[2J again."
	return &corpus.Article{ID: "0123456789abcdef0123456789abcdef", Part: corpus.PartText, Body: body,
		Kept:      []corpus.Piece{{Len: len(body)}},
		Title:     corpus.Value{Text: "Pumps run again in Raqqa after a long pause that nobody explained"},
		Published: corpus.Date{Earliest: day, Latest: day, Precision: corpus.Day},
		Filed:     []corpus.Place{{Name: "Raqqa", Country: "SY", Kind: corpus.City}},
		Outlet:    corpus.Value{Text: "The Sample Courier"}, Source: corpus.Source{Path: "wire/a.txt"},
		Quotes: []corpus.Quote{{Words: []corpus.Span{{Part: corpus.PartText, Start: 9, End: 23}}, Kind: corpus.Direct,
			Speaker: corpus.Person{Canonical: "Hannah Okafor", Kind: corpus.Individual, Role: "coordinator"}}},
	}
}

func hits(yield func(query.Hit, error) bool) {
	a := article()
	for _, h := range []query.Hit{
		{Rank: 1, Copies: 3, Article: a,
			Title: []query.Run{{Text: "Pumps run again in "}, {Text: "Raqqa", Hit: true}, {Text: " after a long pause that nobody explained"}},
			Snippets: []query.Snippet{
				{Speaker: "Hannah Okafor", Runs: []query.Run{{Text: "\"The "}, {Text: "pumps", Hit: true}, {Text: " run,\" said\nHannah Okafor."}}, CutAfter: true},
				{Speaker: "Hannah Okafor", Runs: []query.Run{{Text: "مضخات "}, {Text: "تعمل", Hit: true}, {Text: " \x1b[2J again."}}}}},
		{Rank: 2, Copies: 1, Article: &corpus.Article{ID: "fff", Source: corpus.Source{Path: "untitled\u202e.txt"}}},
	} {
		if !yield(h, nil) {
			return
		}
	}
}

func short(id corpus.ID) string { return string(id[:3]) }

// TestScreens holds what is shown against goldens: piped, on 80 and 40 cells, in colour, and for screen readers.
func TestScreens(t *testing.T) {
	for name, look := range map[string]Look{
		"piped": {}, "80": {Width: 80}, "40": {Width: 40}, "colour": {Width: 80, Colour: true}, "accessible": {Accessible: true},
	} {
		var b bytes.Buffer
		l := NewLook(&b, look.Width, look.Colour, look.Accessible)
		show(l)
		golden := "testdata/screen-" + name
		if *rewrite {
			if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), b.String()); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		for line := range strings.Lines(b.String()) {
			if w := Width(strings.TrimSuffix(line, "\n")); look.Width > 0 && w > look.Width {
				t.Errorf("%s: a line of %d cells: %s", name, w, line)
			}
			if !look.Colour && strings.Contains(line, "\x1b") {
				t.Errorf("%s: an escape sequence: %q", name, line)
			}
		}
	}
}

func show(l *Look) {
	a := article()
	_ = l.Hits(hits, 2, short, func(h query.Hit) []*corpus.Article { return []*corpus.Article{a} })
	l.Rule()
	l.Article(a, []query.Mark{{Part: corpus.PartBody, Start: 13, End: 18}})
	l.Rule()
	l.Ledger(listed(query.Statement{Article: a, ID: a.ID, Speaker: "Hannah Okafor", Role: "coordinator", Place: "Raqqa", Kind: corpus.Direct,
		Trust: .9, Copies: 3, Runs: []query.Run{{Text: "The "}, {Text: "pumps", Hit: true}, {Text: " run,"}}}), true, short)
	l.Rule()
	l.Concordance(listed(lines(a)...), short)
	l.Rule()
	l.Trend(&query.Trend{Page: query.Page{Articles: 12}, By: "year", Buckets: []query.Bucket{{Label: "2016", Articles: 9, Stories: 3}, {Label: "2017"}, {Label: "2018", Articles: 1, Stories: 1}},
		Undated: query.Bucket{Label: "undated", Articles: 2, Stories: 2}})
	l.Rule()
	l.Counts(&query.Table{By: "speaker", Rows: []query.Row{{Value: "Hannah Okafor", Stories: 1234, Articles: 2345, Variants: []string{"H. Okafor", "OKAFOR"}}, {Value: "مضخات", Stories: 1, Articles: 1}}})
}

// listed is a list as it comes from a search.
func listed[T any](all ...T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range all {
			if !yield(v, nil) {
				return
			}
		}
	}
}

func lines(a *corpus.Article) []query.KwicLine {
	return []query.KwicLine{
		{Article: a, ID: a.ID, Left: "which had been silent for a year, the long-awaited ", Match: "pumps", Right: " run in the north and in the south of the town"},
		{Article: a, ID: a.ID, Left: "قالت المهندسة ليلى منصور إن ", Match: "مكتبة", Right: " صغيرة في الرقة"},
		{Article: a, ID: a.ID, Left: "в районной ", Match: "библиотеке", Right: " нашли"},
		{Article: a, ID: a.ID, Left: "e\u0301te\u0301 日本 ", Match: "👩‍👩‍👧", Right: "."},
	}
}

// TestConcordanceIsAligned: the match begins in the same cell of every line, whatever the script, and no line is too long,
// also where a longer match comes when the first lines have long been shown.
func TestConcordanceIsAligned(t *testing.T) {
	var all []query.KwicLine
	for len(all) <= measured {
		all = append(all, lines(article())...)
	}
	late := lines(article())[0]
	late.Match = "pumps that had been silent"
	all = append(all, late)
	for _, width := range []int{0, 40, 80, 120} {
		var b bytes.Buffer
		NewLook(&b, width, false, false).Concordance(listed(all...), short)
		at := -1
		for line := range strings.Lines(b.String()) {
			before, _, found := strings.Cut(line, "[[")
			if w := Width(strings.TrimSuffix(line, "\n")); width > 0 && w > width {
				t.Errorf("width %d: %d cells: %s", width, w, line)
			}
			if w := Width(before); !found || at >= 0 && w != at {
				t.Errorf("width %d: the match begins in cell %d, not %d: %s", width, w, at, line)
			} else {
				at = w
			}
		}
	}
}

func TestColours(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		asked    string
		env      func(string) string
		terminal bool
		want     bool
	}{
		{"auto", env(), true, true}, {"auto", env(), false, false}, {"auto", env("NO_COLOR", "1"), true, false},
		{"auto", env("TERM", "dumb"), true, false}, {"always", env("NO_COLOR", "1"), false, true}, {"never", env(), true, false},
	} {
		if got := Colours(c.asked, c.env, c.terminal); got != c.want {
			t.Errorf("Colours(%q, …, %v) = %v", c.asked, c.terminal, got)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"query", "said", "index"}
	for typed, want := range map[string]string{"qeury": "query", "sad": "said", "raqqa": "", "indx": "index"} {
		if got := Nearest(typed, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for want, got := range map[string]string{"1 story": Plural(1, "story"), "2 stories": Plural(2, "story"), "0 matches": Plural(0, "match"),
		"1,234,567 articles": Plural(1234567, "article"), "-1,234": Thousands(-1234)} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		part float64
		want string
	}{{0, ""}, {.001, "▏"}, {.5, "██"}, {1, "████"}, {.53125, "██▏"}} {
		if got := Bar(c.part, 4); got != c.want {
			t.Errorf("Bar(%v) = %q, want %q", c.part, got, c.want)
		}
	}
}
