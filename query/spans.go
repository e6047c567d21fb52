package query

import (
	"cmp"
	"slices"
	"sort"

	"dateline/corpus/text"
)

// An Occurrence is a place where a node is true of a text: positions [Start, End) of a field.
type Occurrence struct {
	Field      string // "title" or "body"
	Start, End int
}

// Positions is one article as the span algebra sees it. Engines give the positions of their postings, Read those of
// the stored text; the two agree.
type Positions interface {
	// Term gives the positions in field where a planned term matches, ascending, each once. For Exact they are
	// verified on the text.
	Term(field string, t Term) []int32
	// Structure gives the article's outline and quotes.
	Structure() *Structure
}

// textFields are the fields that have positions, in the order of matches.
var textFields = []string{"title", "body"}

// Spans gives the matches of a question in an article that it is true of: the distinct spans of its positive text
// nodes, whatever stands around them, title first, in order. A span that lies inside another is part of that match
// and not counted; so words found twice at one place count once, and a NEAR with all between its ends is one match.
// Spans that overlap without lying inside each other are two matches.
func Spans(n Node, p Positions) []Occurrence {
	var all []Occurrence
	for _, leaf := range positive(n, nil) {
		for _, field := range textFields {
			all = append(all, SpansIn(leaf, field, p)...)
		}
	}
	return outermost(all)
}

// positive collects the text nodes that a question wants to be found.
func positive(n Node, dst []Node) []Node {
	switch n := n.(type) {
	case And:
		for _, c := range n.Nodes {
			dst = positive(c, dst)
		}
	case Or:
		for _, c := range n.Nodes {
			dst = positive(c, dst)
		}
	case Boost:
		dst = positive(n.Node, dst)
	case Term, Phrase, Near, AtLeast, Within, Said:
		dst = append(dst, n)
	}
	return dst
}

// outermost sorts spans and drops those that lie inside another.
func outermost(ms []Occurrence) []Occurrence {
	slices.SortFunc(ms, func(a, b Occurrence) int {
		return cmp.Or(-cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out := ms[:0]
	for _, m := range ms {
		if k := len(out); k > 0 && out[k-1].Field == m.Field && m.End <= out[k-1].End {
			continue
		}
		out = append(out, m)
	}
	return out
}

// SpansIn gives the spans of one text node in one field, in order, each once. Their number is the node's term
// frequency in that field. A Near gives the shortest spans only: none has another inside.
func SpansIn(n Node, field string, p Positions) []Occurrence {
	switch n := n.(type) {
	case Term:
		return termSpans(n, field, p)
	case Phrase:
		return phraseSpans(n, field, p)
	case Or:
		return unionSpans(n.Nodes, field, p)
	case And:
		return unionSpans(n.Nodes, field, p)
	case Boost:
		return SpansIn(n.Node, field, p)
	case Near:
		return nearSpans(n, field, p)
	case AtLeast:
		if !atLeast(n, p) {
			return nil
		}
		return SpansIn(n.Node, field, p)
	case Within:
		return keep(SpansIn(n.Node, field, p), region(n.Region, field, p.Structure()))
	case Said:
		return saidSpans(n, field, p)
	}
	return nil
}

func inField(in, field string) bool { return in == "" || in == field }

func termSpans(t Term, field string, p Positions) []Occurrence {
	if !inField(t.In, field) {
		return nil
	}
	at := p.Term(field, t)
	ms := make([]Occurrence, len(at))
	for i, a := range at {
		ms[i] = Occurrence{field, int(a), int(a) + 1}
	}
	return ms
}

func phraseSpans(f Phrase, field string, p Positions) []Occurrence {
	if !inField(f.In, field) || len(f.Terms) == 0 {
		return nil
	}
	starts := slices.Clone(p.Term(field, f.Terms[0]))
	for i := 1; i < len(f.Terms) && len(starts) > 0; i++ {
		starts = followed(starts, p.Term(field, f.Terms[i]), int32(i))
	}
	ms := make([]Occurrence, len(starts))
	for i, s := range starts {
		ms[i] = Occurrence{field, int(s), int(s) + len(f.Terms)}
	}
	return ms
}

// followed keeps the starts that have a position of next offset words further on.
func followed(starts, next []int32, offset int32) []int32 {
	out, j := starts[:0], 0
	for _, s := range starts {
		for j < len(next) && next[j] < s+offset {
			j++
		}
		if j < len(next) && next[j] == s+offset {
			out = append(out, s)
		}
	}
	return out
}

func unionSpans(ns []Node, field string, p Positions) []Occurrence {
	var all []Occurrence
	for _, n := range ns {
		all = append(all, SpansIn(n, field, p)...)
	}
	return sorted(all)
}

func byStart(a, b Occurrence) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func byEnd(a, b Occurrence) int {
	return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start))
}

func sorted(ms []Occurrence) []Occurrence {
	slices.SortFunc(ms, byStart)
	return slices.Compact(ms)
}

func keep(ms []Occurrence, inside func(Occurrence) bool) []Occurrence {
	return slices.DeleteFunc(ms, func(m Occurrence) bool { return !inside(m) })
}

// nearSpans joins each span of one side with the nearest of the other before and behind it. Farther ones could only
// make longer spans around these.
func nearSpans(n Near, field string, p Positions) []Occurrence {
	left, right := SpansIn(n.Left, field, p), SpansIn(n.Right, field, p)
	near := func(a, b Occurrence) bool { return b.Start-a.End <= n.Within }
	if n.Unit != Words {
		unit := units(n.Unit, field, p.Structure())
		whole := func(m Occurrence) bool { return unit(m.Start) == unit(m.End-1) }
		left, right = keep(left, whole), keep(right, whole)
		near = func(a, b Occurrence) bool { return unit(a.Start) == unit(b.Start) }
	}
	found := pairs(left, right, near)
	if !n.Ordered {
		found = append(found, pairs(right, left, near)...)
	}
	return innermost(found)
}

// pairs spans each a and the first b that begins behind it, and each b and the last a that ends before it.
func pairs(as, bs []Occurrence, near func(a, b Occurrence) bool) []Occurrence {
	var out []Occurrence
	join := func(a, b Occurrence) {
		if near(a, b) {
			out = append(out, Occurrence{a.Field, a.Start, b.End})
		}
	}
	for _, a := range as {
		i := sort.Search(len(bs), func(i int) bool { return bs[i].Start >= a.End })
		if i < len(bs) {
			join(a, bs[i])
		}
	}
	ends := slices.Clone(as)
	slices.SortFunc(ends, byEnd)
	for _, b := range bs {
		i := sort.Search(len(ends), func(i int) bool { return ends[i].End > b.Start })
		if i > 0 {
			join(ends[i-1], b)
		}
	}
	return out
}

// innermost keeps the spans that have no other inside.
func innermost(ms []Occurrence) []Occurrence {
	ms = sorted(ms)
	out := make([]Occurrence, 0, len(ms))
	least := int(^uint(0) >> 1) // the smallest End of the spans that begin at or behind this one
	for i := len(ms) - 1; i >= 0; i-- {
		if i > 0 && ms[i-1].Start == ms[i].Start {
			// The shorter span of one start comes first and is looked at last.
			continue
		}
		if ms[i].End < least {
			out = append(out, ms[i])
			least = ms[i].End
		}
	}
	slices.Reverse(out)
	return out
}

// units numbers the sentence or paragraph of a position.
func units(u Unit, field string, s *Structure) func(pos int) int {
	o := s.outline(field)
	list := o.Sentences
	if u == Paragraph {
		list = o.Paragraphs
	}
	return func(pos int) int {
		return sort.Search(len(list), func(i int) bool { return int(list[i]) > pos })
	}
}

func (s *Structure) outline(field string) *Outline {
	if field == "title" {
		return &s.Title
	}
	return &s.Body
}

func atLeast(n AtLeast, p Positions) bool {
	count := 0
	for _, field := range textFields {
		count += len(SpansIn(n.Node, field, p))
	}
	return count >= n.N
}

// region tells which spans lie in a region: in one quote, outside every quote, or in the lead.
func region(r Region, field string, s *Structure) func(Occurrence) bool {
	switch r {
	case InLead:
		return func(m Occurrence) bool { return field == "body" && m.End <= s.Lead }
	case InQuote:
		return func(m Occurrence) bool {
			return slices.ContainsFunc(s.Quotes, func(q Speech) bool { return q.holds(m) })
		}
	case InNarration:
		return func(m Occurrence) bool {
			return !slices.ContainsFunc(s.Quotes, func(q Speech) bool { return q.touches(m) })
		}
	}
	return func(Occurrence) bool { return false }
}

// holds reports whether a span begins and ends in the words of the quote.
func (q *Speech) holds(m Occurrence) bool {
	return q.InTitle == (m.Field == "title") && q.has(m.Start) && q.has(m.End-1)
}

func (q *Speech) has(pos int) bool {
	return slices.ContainsFunc(q.Pieces, func(r text.Range) bool { return r.Start <= pos && pos < r.End })
}

func (q *Speech) touches(m Occurrence) bool {
	return q.InTitle == (m.Field == "title") &&
		slices.ContainsFunc(q.Pieces, func(r text.Range) bool { return r.Start < m.End && m.Start < r.End })
}

// IsBy reports whether the quote's speaker is one that v looks for. A nil v means anyone.
func (q *Speech) IsBy(v *Value) bool {
	return v == nil || slices.ContainsFunc(q.Keys, func(k string) bool { return slices.Contains(v.Keys, k) })
}

// saidSpans gives the matches of the words inside each quote by the speaker that they are true of. Without words to
// find the whole quote matches.
func saidSpans(n Said, field string, p Positions) []Occurrence {
	var all []Occurrence
	for _, q := range p.Structure().Quotes {
		if q.InTitle != (field == "title") || !q.IsBy(n.Speaker) {
			continue
		}
		var ms []Occurrence
		ok := n.Words == nil
		if !ok {
			ms, ok = inSpeech(n.Words, field, p, &q)
		}
		if ok && len(ms) == 0 {
			ms = []Occurrence{{field, q.Pieces[0].Start, q.Pieces[len(q.Pieces)-1].End}}
		}
		if ok {
			all = append(all, ms...)
		}
	}
	return sorted(all)
}

// inSpeech evaluates a question on the words of one quote.
func inSpeech(n Node, field string, p Positions, q *Speech) (ms []Occurrence, ok bool) {
	switch n := n.(type) {
	case And:
		for _, c := range n.Nodes {
			more, ok := inSpeech(c, field, p, q)
			if !ok {
				return nil, false
			}
			ms = append(ms, more...)
		}
		return ms, true
	case Or:
		for _, c := range n.Nodes {
			more, is := inSpeech(c, field, p, q)
			ms, ok = append(ms, more...), ok || is
		}
		return ms, ok
	case Not:
		_, is := inSpeech(n.Node, field, p, q)
		return nil, !is
	case Boost:
		return inSpeech(n.Node, field, p, q)
	case AtLeast:
		ms, _ = inSpeech(n.Node, field, p, q)
		return ms, len(sorted(ms)) >= n.N
	}
	ms = keep(SpansIn(n, field, p), q.holds)
	return ms, len(ms) > 0
}

// Holds reports whether Said is true of a quote of p: its speaker and its words meet in it.
func (n Said) Holds(p Positions, q *Speech) bool {
	if !q.IsBy(n.Speaker) {
		return false
	}
	if n.Words == nil {
		return true
	}
	field := "body"
	if q.InTitle {
		field = "title"
	}
	_, ok := inSpeech(n.Words, field, p, q)
	return ok
}
