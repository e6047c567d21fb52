package query_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/index"
	"dateline/index/indextest"
	"dateline/query"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// FuzzSnippets searches one article by any question. What is shown of it must be of it, marked where it matches, no
// longer than allowed, in order, and cut between graphemes.
func FuzzSnippets(f *testing.F) {
	body := "The convoy reached the harbour at dawn. \"We heard no shots,\" said Anna Petrova, a spokeswoman.\n\n" +
		"Zürich's река 👩‍👩‍👧 flowed e\u0301tale; " + strings.Repeat("prices of oil rose, and ", 30) + "nobody knew why."
	for _, q := range []string{"convoy", `"oil rose"`, "har*", "said(petrova: shots)", "oil NEAR/3 prices", "in:quote(shots)",
		"étale OR река", "-absent", "*", "oil>=2", "(convoy OR oil) zurich", `="We"`, "/sho.s/"} {
		f.Add("A harbour", body, q, false)
		f.Add("", strings.ToUpper(body), q, true)
	}
	f.Fuzz(func(t *testing.T, title, body, q string, any bool) {
		if len(body) > 1<<14 || len(title) > 1<<10 || !utf8.ValidString(title+body) {
			return // articles are read as valid text
		}
		s := &query.Searcher{Engine: holding(t, title, body)}
		page, err := s.Search(context.Background(), query.Request{Query: q, Any: any})
		if err != nil {
			return // no question
		}
		marks := 0
		for _, h := range page.Hits {
			checkHit(t, &h)
			marks += len(h.Marks)
		}
		if marks != page.Matches {
			t.Errorf("%q: %d marks, %d matches", q, marks, page.Matches)
		}
	})
}

// holding is an engine that holds one article, the first half of which somebody said.
func holding(t *testing.T, title, body string) query.Engine {
	a := &corpus.Article{ID: "01", Title: corpus.Value{Text: title}, Body: body, Part: corpus.PartText,
		Language: corpus.Value{Text: "en"}, Kept: []corpus.Piece{{Len: len(body)}}}
	half := len(body) / 2
	for half > 0 && !utf8.RuneStart(body[half]) {
		half--
	}
	a.Quotes = []corpus.Quote{{Words: []corpus.Span{{Part: corpus.PartText, End: half}},
		Speaker: corpus.Person{Canonical: "Anna Petrova", Kind: corpus.Individual}}}
	return engineOf(t, a)
}

// engineOf is an engine that holds some articles, none a copy of another.
func engineOf(t *testing.T, articles ...*corpus.Article) query.Engine {
	t.Helper()
	var put []index.Document
	for _, a := range articles {
		put = append(put, index.Document{Article: a})
	}
	e := indextest.New()
	if err := e.Apply(context.Background(), index.Batch{Put: put}); err != nil {
		t.Fatal(err)
	}
	if err := e.Publish(context.Background(), index.Stories{}); err != nil {
		t.Fatal(err)
	}
	return e
}

// longestSnippet is what a snippet may have in runes where nothing else is asked for.
const longestSnippet = 240

func checkHit(t *testing.T, h *query.Hit) {
	t.Helper()
	a := h.Article
	if got := joined(h.Title); got != a.Title.Text {
		t.Errorf("the title %q is shown as %q", a.Title.Text, got)
	}
	for _, m := range h.Marks {
		in := a.Body
		if m.Part == corpus.PartTitle {
			in = a.Title.Text
		}
		if m.Start < 0 || m.Start >= m.End || m.End > len(in) {
			t.Fatalf("a mark of %d to %d in %d bytes", m.Start, m.End, len(in))
		}
	}
	behind := 0
	for _, s := range h.Snippets {
		if s.Start < behind || s.End < s.Start || s.End > len(a.Body) {
			t.Fatalf("a snippet of %d to %d behind %d in %d bytes", s.Start, s.End, behind, len(a.Body))
		}
		behind = s.End
		if got := joined(s.Runs); got != a.Body[s.Start:s.End] {
			t.Errorf("%q is shown as %q", a.Body[s.Start:s.End], got)
		}
		if n := utf8.RuneCountInString(a.Body[s.Start:s.End]); n > longestSnippet {
			t.Errorf("a snippet of %d runes", n)
		}
		if splits(a.Body, s.Start) || splits(a.Body, s.End) {
			t.Errorf("%q splits a grapheme of %q", a.Body[s.Start:s.End], a.Body)
		}
	}
}

func joined(runs []query.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// splits reports whether a byte offset lies inside a grapheme.
func splits(s string, at int) bool {
	for it := graphemes.FromString(s); it.Next(); {
		if it.End() > at {
			return it.Start() < at
		}
	}
	return false
}
