package extract

import (
	"strings"

	"dateline/corpus"
)

// settle alone decides between candidates. It tells reject, unless that is nil, what it did not choose and why.
func settle(t *Text, f *Facts, reject func(Rejected)) *corpus.Article {
	a := &corpus.Article{
		Key: t.Draft.Key, Part: t.Part, Source: t.Draft.Source,
		Filed: f.Filed, Places: f.Places, People: f.People, Quotes: f.Quotes,
	}
	a.Body, a.Kept = join(t.Draft.Text, t.Body)
	a.Title = best("title", f.Titles, reject)
	a.Outlet = best("outlet", f.Outlets, reject)
	a.Wire = best("wire", f.Wires, reject)
	a.URL = best("url", f.URLs, reject)
	a.Language = best("language", f.Languages, reject)
	a.Section = best("section", f.Sections, reject)
	a.Author = bestByline(f.Authors, reject)
	a.Published = bestDate(t, f.Dates, reject)
	if tags := t.Draft.Meta[corpus.MetaTags]; tags != "" {
		a.Tags = strings.Split(tags, "\n")
	}
	return a
}

// join makes the body of its pieces and tells where in it each stands.
func join(raw string, pieces []corpus.Piece) (string, []corpus.Piece) {
	if len(pieces) == 1 {
		p := pieces[0]
		return raw[p.Text : p.Text+p.Len], []corpus.Piece{{Text: p.Text, Len: p.Len}}
	}
	var b strings.Builder
	kept := make([]corpus.Piece, len(pieces))
	for i, p := range pieces {
		kept[i] = corpus.Piece{Text: p.Text, Body: b.Len(), Len: p.Len}
		b.WriteString(raw[p.Text : p.Text+p.Len])
	}
	return b.String(), kept
}

const lessTrusted = "another was trusted more"

// best is the value most trusted, of equals the first.
func best(field string, vs []corpus.Value, reject func(Rejected)) corpus.Value {
	if len(vs) == 0 {
		return corpus.Value{}
	}
	top := 0
	for i, v := range vs {
		if v.Trust > vs[top].Trust {
			top = i
		}
	}
	for i, v := range vs {
		if reject != nil && i != top {
			reject(Rejected{field, v.Text, lessTrusted, v.Evidence})
		}
	}
	return vs[top]
}

// bestByline is the byline most trusted, of equals the first.
func bestByline(bylines [][]corpus.Value, reject func(Rejected)) []corpus.Value {
	top := -1
	for i, b := range bylines {
		if len(b) > 0 && (top < 0 || b[0].Trust > bylines[top][0].Trust) {
			top = i
		}
	}
	if top < 0 {
		return nil
	}
	for i, b := range bylines {
		for _, v := range b {
			if reject != nil && i != top {
				reject(Rejected{"author", v.Text, lessTrusted, v.Evidence})
			}
		}
	}
	return bylines[top]
}
