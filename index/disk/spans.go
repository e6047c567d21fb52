package disk

import (
	"fmt"
	"slices"

	"dateline/query"
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
		return s.term(n, nil, false)
	case query.Phrase:
		return s.phrase(n)
	case query.Near:
		return s.join([]query.Node{n.Left, n.Right}, false, true)
	case query.And:
		return s.join(n.Nodes, together, together)
	case query.Or:
		return s.join(n.Nodes, together, false)
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

// join combines the candidates of several nodes: those that all have, or that any has.
func (s *search) join(ns []query.Node, together, all bool) (result, error) {
	var some []result
	for _, n := range ns {
		next, err := s.candidates(n, together)
		switch {
		case err != nil:
			return nil, err
		case next != nil:
			some = append(some, next)
		case !all:
			return nil, nil
		}
	}
	if len(some) == 0 {
		return nil, nil
	}
	if !all {
		return s.union(some), nil
	}
	found := some[0]
	for _, next := range some[1:] {
		found = each(found, next, intersect)
	}
	return found, nil
}

// phrase finds the articles that have all words of a phrase in one field.
func (s *search) phrase(f query.Phrase) (result, error) {
	var found []result
	for _, field := range fieldsOf(f.In) {
		var all result
		for _, t := range f.Terms {
			t.In = field
			next, err := s.term(t, nil, false)
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
			found = append(found, all)
		}
	}
	return s.union(found), nil
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
