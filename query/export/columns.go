package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/query"
)

// A column is one field of a row as text.
type column struct {
	name  string
	value func(r *Row, o *Options) string
}

// columns are all the fields that a table can have.
var columns = []column{
	{"rank", func(r *Row, _ *Options) string { return strconv.Itoa(r.Rank) }},
	{"score", func(r *Row, _ *Options) string { return strconv.FormatFloat(r.Score, 'f', 6, 64) }},
	{"id", func(r *Row, _ *Options) string { return string(r.Article.ID) }},
	{"key", func(r *Row, _ *Options) string { return r.Article.Key }},
	{"story", func(r *Row, _ *Options) string { return string(r.Article.Story) }},
	{"copies", func(r *Row, _ *Options) string { return strconv.Itoa(r.Copies) }},
	{"date", func(r *Row, _ *Options) string { return Published(r.Article.Published) }},
	{"precision", func(r *Row, _ *Options) string { return precision(r.Article.Published) }},
	{"earliest", func(r *Row, _ *Options) string { return earliest(r.Article.Published) }},
	{"latest", func(r *Row, _ *Options) string { return latest(r.Article.Published) }},
	{"rule", func(r *Row, _ *Options) string { return r.Article.Published.Rule }},
	{"title", func(r *Row, _ *Options) string { return r.Article.Title.Text }},
	{"outlet", func(r *Row, _ *Options) string { return r.Article.Outlet.Text }},
	{"wire", func(r *Row, _ *Options) string { return r.Article.Wire.Text }},
	{"language", func(r *Row, _ *Options) string { return r.Article.Language.Text }},
	{"author", func(r *Row, _ *Options) string { return list(values(r.Article.Author)) }},
	{"filed", func(r *Row, _ *Options) string { return list(placeNames(r.Article.Filed)) }},
	{"about", func(r *Row, _ *Options) string { return list(placeNames(r.Article.Places)) }},
	{"speakers", func(r *Row, _ *Options) string { return list(Speakers(r.Article)) }},
	{"speaker", quoted(func(q *corpus.Quote, _ *Row) string { return q.Speaker.Canonical })},
	{"role", quoted(func(q *corpus.Quote, _ *Row) string { return q.Speaker.Role })},
	{"quote", quoted(func(_ *corpus.Quote, r *Row) string { return r.Words })},
	{"quote type", quoted(func(q *corpus.Quote, _ *Row) string { return string(q.Kind) })},
	{"cue", quoted(func(q *corpus.Quote, r *Row) string { return Excerpt(r.Article, q.Cue) })},
	{"via", quoted(func(q *corpus.Quote, _ *Row) string { return q.Via })},
	{"trust", func(r *Row, _ *Options) string { return trust(r) }},
	{"snippet", func(r *Row, _ *Options) string { return Snippet(r.Hit) }},
	{"left", func(r *Row, _ *Options) string { return r.Left }},
	{"match", func(r *Row, _ *Options) string { return r.Match }},
	{"right", func(r *Row, _ *Options) string { return r.Right }},
	{"part", func(r *Row, _ *Options) string { return string(r.span().Part) }},
	{"start", func(r *Row, _ *Options) string { return offset(r.span(), r.span().Start) }},
	{"end", func(r *Row, _ *Options) string { return offset(r.span(), r.span().End) }},
	{"url", func(r *Row, _ *Options) string { return r.Article.URL.Text }},
	{"path", func(r *Row, _ *Options) string { return r.Article.Source.Path }},
	{"sha256", func(r *Row, _ *Options) string { return r.Article.Source.SHA256 }},
	{"query", func(_ *Row, o *Options) string { return o.Query }},
}

// usual are the columns of each kind where none were asked for.
var usual = map[Kind][]string{
	Hits: {"rank", "score", "date", "title", "filed", "outlet", "wire", "author", "speakers", "about", "snippet",
		"language", "precision", "earliest", "latest", "rule", "copies", "story", "id", "url", "path", "sha256", "query"},
	Quotes: {"date", "speaker", "role", "quote", "quote type", "cue", "via", "trust", "title", "filed", "outlet", "wire",
		"copies", "story", "id", "part", "start", "end", "url", "path", "sha256", "query"},
	Matches: {"left", "match", "right", "date", "title", "filed", "outlet", "wire", "copies", "story", "id", "part",
		"start", "end", "url", "path", "sha256", "query"},
}

// ColumnNames lists all that a table can have.
func ColumnNames() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// choose finds columns by name.
func choose(names []string) ([]column, error) {
	chosen := make([]column, len(names))
	for i, name := range names {
		at := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
		if at < 0 {
			return nil, fmt.Errorf("there is no column %q (known: %s)", name, strings.Join(ColumnNames(), ", "))
		}
		chosen[i] = columns[at]
	}
	return chosen, nil
}

func quoted(value func(*corpus.Quote, *Row) string) func(*Row, *Options) string {
	return func(r *Row, _ *Options) string {
		if r.Quote == nil {
			return ""
		}
		return value(r.Quote, r)
	}
}

// span is where the row's quote or match stands, in the part that the article's file counts in.
func (r *Row) span() corpus.Span {
	switch {
	case r.Quote != nil:
		return Shown(r.Article, r.Quote.Content())
	case r.Match != "":
		return r.Marked
	}
	return corpus.Span{}
}

func offset(s corpus.Span, n int) string {
	if s.Part == "" {
		return ""
	}
	return strconv.Itoa(n)
}

func trust(r *Row) string {
	e := r.Article.Published.Evidence
	if r.Quote != nil {
		e = r.Quote.Evidence
	}
	return strconv.FormatFloat(float64(e.Trust), 'f', 2, 32)
}

func precision(d corpus.Date) string {
	if d.IsZero() {
		return "none"
	}
	return string(d.Precision)
}

func earliest(d corpus.Date) string {
	if d.IsZero() {
		return ""
	}
	return Moment(d, d.Earliest)
}

func latest(d corpus.Date) string {
	if d.IsZero() {
		return ""
	}
	return Moment(d, d.Latest)
}

// list joins values for one cell.
func list(values []string) string { return strings.Join(values, "; ") }

func values(vs []corpus.Value) []string {
	var texts []string
	for _, v := range vs {
		texts = append(texts, v.Text)
	}
	return texts
}

// Speakers lists the persons and then the organisations that are quoted in an article by name, once each, in the order of
// their first quotes. Groups, documents and unnamed sources are in its quotes only.
func Speakers(a *corpus.Article) []string {
	var names []string
	for _, kind := range []corpus.PersonKind{corpus.Individual, corpus.Organisation} {
		for _, q := range a.Quotes {
			if n := q.Speaker.Canonical; q.Speaker.Kind == kind && query.IsNamed(q.Speaker) && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return names
}

func placeNames(places []corpus.Place) []string {
	var names []string
	for _, p := range places {
		if n := Name(p); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}
