package disk

import (
	"cmp"
	"slices"

	"dateline/query"
)

// near makes the best hits better whose words stand together.
func (s *search) near(n query.Node, res result, depth int) (err error) {
	if depth == 0 {
		return nil
	}
	near := query.NearnessOf(n, func(t query.Term) float64 { return s.rarity(t, cmp.Or(t.In, "body"), &err) })
	if near == nil || err != nil {
		return err
	}
	for i, best := range s.best(res, depth) {
		best.scores = make([]float64, len(best.docs))
		p := s.positions(i)
		for j, doc := range best.docs {
			p.goTo(doc)
			best.scores[j] = near.Score(p)
		}
		if p.err != nil {
			return p.err
		}
		res[i].gain(best)
	}
	return nil
}

// best gives the n hits that score highest, without their scores.
func (s *search) best(res result, n int) result {
	all := s.hits.make(res.len())[:0]
	for i, h := range res {
		for j, doc := range h.docs {
			all = append(all, hit{place{uint32(i), doc}, 0, h.score(j)})
		}
	}
	n = min(n, len(all))
	selectFirst(all, n, s.r.order(query.ByRelevance))
	out := s.none()
	for _, h := range all[:n] {
		out[h.segment].docs = append(out[h.segment].docs, h.doc)
	}
	for _, h := range out {
		slices.Sort(h.docs)
	}
	return out
}
