package query

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// facts gives, for every speaker, person and place that a question asks for, where the body names them: of a speaker,
// where his quotes name him.
func (r *Reading) facts(n Node) [][]Mark {
	var out [][]Mark
	for _, v := range values(n, nil) {
		var ms []Mark
		for _, s := range r.named(v) {
			if part, start, end, ok := locate(r.Article, s); ok && part == corpus.PartBody && start < end {
				ms = append(ms, Mark{part, start, end})
			}
		}
		slices.SortFunc(ms, func(a, b Mark) int { return a.Start - b.Start })
		out = append(out, ms)
	}
	return out
}

// values collects the facts that a question wants to be true and that are looked up by keys.
func values(n Node, dst []Value) []Value {
	switch n := n.(type) {
	case And:
		for _, c := range n.Nodes {
			dst = values(c, dst)
		}
	case Or:
		for _, c := range n.Nodes {
			dst = values(c, dst)
		}
	case Filter:
		return values(n.Node, dst)
	case Value:
		return append(dst, n)
	}
	return dst
}

// named gives the spans of those that a value asks for.
func (r *Reading) named(v Value) []corpus.Span {
	var out []corpus.Span
	person := func(p *corpus.Person) {
		if meets(r.keys(p.Canonical), v.Keys) {
			out = append(out, p.Mention)
		}
	}
	a := r.Article
	switch v.Field {
	case "speaker", "person":
		for i := range a.Quotes {
			person(&a.Quotes[i].Speaker)
		}
		for i := range a.People {
			if v.Field == "person" {
				person(&a.People[i])
			}
		}
	case "role":
		for i := range a.Quotes {
			role := text.FoldPhrase(a.Quotes[i].Speaker.Role)
			if meets(append(strings.Fields(role), role), v.Keys) {
				out = append(out, a.Quotes[i].Speaker.Mention)
			}
		}
	case "location", "filed", "about":
		for _, p := range slices.Concat(a.Filed, a.Places) {
			if meets(PlaceKeys(p), v.Keys) {
				out = append(out, p.Span)
			}
		}
	}
	return out
}

func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(k string) bool { return slices.Contains(b, k) })
}
