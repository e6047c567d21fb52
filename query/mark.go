package query

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// A Reading is a stored article read again for the span algebra: its own Positions, by the same tokens as the index.
type Reading struct {
	Article     *corpus.Article
	Title, Body *text.Text
	structure   *Structure
	keys        func(name string) []string // names.Keys
	terms       map[string][]int32
	words       map[*text.Text][][]string
}

// Read reads an article's title and body.
func Read(a *corpus.Article) *Reading {
	lang := a.Language.Text
	return &Reading{Article: a, Title: text.Read(a.Title.Text, lang), Body: text.Read(a.Body, lang),
		keys: names.Keys, terms: map[string][]int32{}, words: map[*text.Text][][]string{}}
}

// Structure gives the article's outline and quotes.
func (r *Reading) Structure() *Structure {
	if r.structure == nil {
		r.structure = outlined(r.Article, r.Title, r.Body, r.keys)
	}
	return r.structure
}

func (r *Reading) field(name string) *text.Text {
	if name == "title" {
		return r.Title
	}
	return r.Body
}

// Term gives the positions where a planned term matches.
func (r *Reading) Term(field string, t Term) []int32 {
	key := field + "\x00" + string(rune('0'+t.Match)) + string(rune('0'+t.Edits)) + t.Text
	at, ok := r.terms[key]
	if !ok {
		at = r.find(r.field(field), t)
		r.terms[key] = at
	}
	return at
}

func (r *Reading) find(in *text.Text, t Term) []int32 {
	switch t.Match {
	case Stem, Surface:
		return in.Find(t.Keys)
	case Exact:
		var at []int32
		for i := range in.Words {
			if isExactly(in.Word(i), t.Text) {
				at = append(at, int32(i))
			}
		}
		return at
	}
	match, err := Pattern{t.Text, t.Match, t.Edits}.Compile()
	if err != nil {
		return nil
	}
	return r.findTerms(in, func(term string) bool { return term[0] >= ' ' && match(term) })
}

func (r *Reading) findTerms(in *text.Text, match func(string) bool) []int32 {
	words, ok := r.words[in]
	if !ok {
		words = make([][]string, len(in.Words))
		for i := range words {
			words[i] = in.Terms(nil, i)
		}
		r.words[in] = words
	}
	var at []int32
	for i, terms := range words {
		if slices.ContainsFunc(terms, match) {
			at = append(at, int32(i))
		}
	}
	return at
}

// isExactly compares a word of a text with one as typed; what is possessive of it does not count.
func isExactly(word, typed string) bool {
	if word == typed {
		return true
	}
	rest, ok := strings.CutPrefix(word, typed)
	return ok && (rest == "'s" || rest == "’s" || rest == "'" || rest == "’")
}

// Marks finds where a planned question matches an article that it is true of.
func (r *Reading) Marks(n Node) []Mark { return r.marks(Spans(n, r)) }

// Shown gives what is to be marked of the matches: of two things in one sentence or paragraph these, and not all that
// stands between them.
func (r *Reading) Shown(n Node) []Mark {
	var all []Occurrence
	for _, leaf := range positive(n, nil) {
		for _, field := range textFields {
			all = append(all, shownIn(leaf, field, r)...)
		}
	}
	return r.marks(outermost(all))
}

// shownIn gives the smallest spans of a node's parts that lie in its own.
func shownIn(n Node, field string, p Positions) []Occurrence {
	whole := SpansIn(n, field, p)
	var parts []Node
	switch n := n.(type) {
	case Near:
		if n.Unit != Words {
			parts = []Node{n.Left, n.Right}
		}
	case Or:
		parts = n.Nodes
	case And:
		parts = n.Nodes
	case Boost:
		parts = []Node{n.Node}
	case AtLeast:
		parts = []Node{n.Node}
	case Within:
		parts = []Node{n.Node}
	}
	if parts == nil {
		return whole
	}
	var all []Occurrence
	for _, part := range parts {
		all = append(all, shownIn(part, field, p)...)
	}
	return keep(all, func(m Occurrence) bool {
		return slices.ContainsFunc(whole, func(w Occurrence) bool { return w.Start <= m.Start && m.End <= w.End })
	})
}

func (r *Reading) marks(spans []Occurrence) []Mark {
	marks := make([]Mark, len(spans))
	for i, m := range spans {
		t, part := r.Body, corpus.PartBody
		if m.Field == "title" {
			t, part = r.Title, corpus.PartTitle
		}
		marks[i] = Mark{part, int(t.Words[m.Start].Start), int(t.Words[m.End-1].End)}
	}
	return marks
}
