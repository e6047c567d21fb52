package disk

import (
	"fmt"
	"slices"

	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// spans finds where a node is true that asks where words stand: candidates come from the postings, and each is
// verified by the span algebra.
func (s *search) spans(n query.Node, within result, scored bool) (result, error) {
	candidates, err := s.candidates(n, true)
	if err != nil {
		return nil, err
	}
	if candidates == nil {
		candidates = s.all(nil)
	}
	if within != nil {
		candidates = each(candidates, s.all(within), intersect)
	}
	scales := make([]scale, len(textFields))
	for f, field := range textFields {
		scales[f].saturation = s.saturation(field)
		if scored {
			if scales[f].weight, err = s.weight(n, field); err != nil {
				return nil, err
			}
		}
	}
	found := s.none()
	for i := range s.r.parts {
		if found[i], err = s.verify(n, i, candidates[i].docs, scales, scored); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// A scale is what a node's spans in one field are worth.
type scale struct {
	weight float64
	saturation
}

// verify reads the positions of candidates.
func (s *search) verify(n query.Node, part int, docs []uint32, scales []scale, scored bool) (hits, error) {
	var out hits
	p := s.positions(part)
	for _, doc := range docs {
		if err := s.ctx.Err(); err != nil {
			return out, err
		}
		p.goTo(doc)
		is, score := false, 0.0
		for f, field := range textFields {
			tf := len(query.SpansIn(n, field, p))
			if tf == 0 {
				continue
			}
			is = true
			if scored {
				score += scales[f].weight * scales[f].of(uint32(tf), p.length(field))
			}
		}
		if said, ok := n.(query.Said); ok && !is {
			is = slices.ContainsFunc(p.Structure().Quotes, func(q query.Speech) bool { return said.Holds(p, &q) })
		}
		if p.err != nil {
			return out, p.err
		}
		if is {
			out.docs = append(out.docs, doc)
			if scored {
				out.scores = append(out.scores, score)
			}
		}
	}
	return out, nil
}

// candidates finds articles that a node may be true of, from postings alone; nil stands for all. Parts of an And must
// all be there only where the span algebra wants them all: among the words of a quote.
func (s *search) candidates(n query.Node, together bool) (result, error) {
	switch n := n.(type) {
	case query.Term:
		return s.term(n, false)
	case query.Phrase:
		return s.phrase(n)
	case query.Near:
		return s.join([]query.Node{n.Left, n.Right}, false, intersect)
	case query.And:
		if together {
			return s.join(n.Nodes, true, intersect)
		}
		return s.join(n.Nodes, false, unite)
	case query.Or:
		return s.join(n.Nodes, together, unite)
	case query.Boost:
		return s.candidates(n.Node, together)
	case query.AtLeast:
		return s.candidates(n.Node, together)
	case query.Within:
		return s.candidates(n.Node, false)
	case query.Said:
		return s.saidCandidates(n)
	case query.Not, nil:
		return nil, nil
	}
	return nil, fmt.Errorf("%T cannot stand among words", n)
}

// join combines the candidates of several nodes. All joined by unite with something is all, by intersect something.
func (s *search) join(ns []query.Node, together bool, f func(a, b hits) hits) (result, error) {
	var found result
	everything := false
	for _, n := range ns {
		next, err := s.candidates(n, together)
		switch {
		case err != nil:
			return nil, err
		case next == nil:
			everything = true
		case found == nil:
			found = next
		default:
			found = each(found, next, f)
		}
	}
	if everything && !isIntersection(f) {
		return nil, nil
	}
	return found, nil
}

// isIntersection tells the two ways to join apart by what they make of nothing and something.
func isIntersection(f func(a, b hits) hits) bool {
	return len(f(hits{}, hits{docs: []uint32{0}}).docs) == 0
}

// phrase finds the articles that have all words of a phrase in one field.
func (s *search) phrase(f query.Phrase) (result, error) {
	found := s.none()
	for _, field := range fieldsOf(f.In) {
		var all result
		for _, t := range f.Terms {
			t.In = field
			next, err := s.term(t, false)
			if err != nil {
				return nil, err
			}
			if all == nil {
				all = next
			} else {
				all = each(all, next, intersect)
			}
		}
		if all != nil {
			found = each(found, all, unite)
		}
	}
	return found, nil
}

func (s *search) saidCandidates(n query.Said) (result, error) {
	var found result
	if n.Speaker != nil {
		by, err := s.having(keyFields["speaker"], n.Speaker.Keys)
		if err != nil {
			return nil, err
		}
		found = by
	}
	if n.Words == nil {
		return found, nil
	}
	words, err := s.candidates(n.Words, true)
	if err != nil || words == nil {
		return found, err
	}
	if found == nil {
		return words, nil
	}
	return each(found, words, intersect), nil
}

// positions are one segment's articles, one after the other in ascending order, as the span algebra sees them.
type positions struct {
	s       *search
	part    int
	doc     uint32
	cursors map[cursorKey]*cursor
	found   map[groupKey][]int32
	outline *query.Structure
	reading *query.Reading
	err     error
}

var _ query.Positions = (*positions)(nil)

type cursorKey struct{ field, term string }

// A cursor walks one term's postings with their locations.
type cursor struct {
	postings segment.PostingsIterator
	doc      uint64
	at       []int32
	ended    bool
}

func (s *search) positions(part int) *positions {
	return &positions{s: s, part: part, cursors: map[cursorKey]*cursor{}, found: map[groupKey][]int32{}}
}

// goTo goes to a document behind the last one.
func (p *positions) goTo(doc uint32) {
	p.doc, p.outline, p.reading = doc, nil, nil
	clear(p.found)
}

func (p *positions) length(field string) uint32 {
	part := p.s.r.parts[p.part]
	if field == "title" {
		return uint32(part.column.int32At(part.offsets.title, p.doc))
	}
	return uint32(part.column.int32At(part.offsets.body, p.doc))
}

func (p *positions) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// Term implements query.Positions.
func (p *positions) Term(field string, t query.Term) []int32 {
	key := groupKey{field, t.Text, t.Match, t.Edits}
	if at, ok := p.found[key]; ok {
		return at
	}
	at := p.term(field, t)
	p.found[key] = at
	return at
}

func (p *positions) term(field string, t query.Term) []int32 {
	if t.Match == query.Exact {
		return p.read().Term(field, t)
	}
	g, err := p.s.group(field, t, false)
	if err != nil {
		p.fail(err)
		return nil
	}
	if len(g.terms) == 1 {
		at, err := p.at(field, g.terms[0])
		if err != nil {
			p.fail(err)
		}
		return at
	}
	var all []int32
	several := false
	for _, term := range g.terms {
		at, err := p.at(field, term)
		if err != nil {
			p.fail(err)
			return nil
		}
		several = several || len(all) > 0 && len(at) > 0
		all = append(all, at...)
	}
	if several {
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}

// at gives the positions of one index term.
func (p *positions) at(field, term string) ([]int32, error) {
	key := cursorKey{field, term}
	c := p.cursors[key]
	if c == nil {
		list, err := p.s.postings(p.part, field, term)
		if err != nil {
			return nil, err
		}
		c = &cursor{postings: list.Iterator(true, true, true, nil)}
		if err := c.read(c.postings.Next()); err != nil {
			return nil, err
		}
		p.cursors[key] = c
	}
	if !c.ended && c.doc < uint64(p.doc) {
		if err := c.read(c.postings.Advance(uint64(p.doc))); err != nil {
			return nil, err
		}
	}
	if c.ended || c.doc != uint64(p.doc) {
		return nil, nil
	}
	return c.at, nil
}

func (c *cursor) read(next segment.Posting, err error) error {
	if err != nil {
		return err
	}
	if next == nil {
		c.ended = true
		return nil
	}
	c.doc, c.at = next.Number(), c.at[:0]
	for _, l := range next.Locations() {
		c.at = append(c.at, int32(l.Pos())-1)
	}
	return nil
}

// Structure implements query.Positions.
func (p *positions) Structure() *query.Structure {
	if p.outline != nil {
		return p.outline
	}
	v, err := storedIn(p.s.r.parts[p.part], uint64(p.doc), structureField)
	if err == nil {
		p.outline, err = query.DecodeStructure(v.value)
	}
	if err != nil {
		p.fail(err)
		p.outline = &query.Structure{}
	}
	return p.outline
}

// read reads the stored text: what is asked for as written is not in the index.
func (p *positions) read() *query.Reading {
	if p.reading != nil {
		return p.reading
	}
	a, err := p.s.r.article(p.part, uint64(p.doc))
	if err != nil {
		p.fail(err)
		return query.Read(emptyArticle)
	}
	p.reading = query.Read(a)
	return p.reading
}
