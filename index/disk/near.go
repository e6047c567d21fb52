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
	near := query.NearnessOf(n, func(t query.Term) float64 {
		g, e := s.group(cmp.Or(t.In, "body"), t, false)
		if e != nil {
			err = e
			return 0
		}
		return s.idf(g.df)
	})
	if near == nil || err != nil {
		return err
	}
	for i, best := range s.r.best(res, depth) {
		if len(best) > 0 && res[i].scores == nil {
			res[i].scores = make([]float64, len(res[i].docs))
		}
		p := s.positions(i)
		for _, j := range best {
			p.goTo(res[i].docs[j])
			res[i].scores[j] += near.Score(p)
		}
		if p.err != nil {
			return p.err
		}
	}
	return nil
}

// best gives the places in res of the n hits that score highest, ascending in each segment.
func (r *Reader) best(res result, n int) [][]int {
	all := make([]hit, 0, res.len())
	for i, h := range res {
		for j, doc := range h.docs {
			all = append(all, hit{place{uint32(i), doc}, 0, h.score(j)})
		}
	}
	n = min(n, len(all))
	selectFirst(all, n, r.order(query.ByRelevance))
	out := make([][]int, len(res))
	for _, h := range all[:n] {
		j, _ := slices.BinarySearch(res[h.segment].docs, h.doc)
		out[h.segment] = append(out[h.segment], j)
	}
	for _, js := range out {
		slices.Sort(js)
	}
	return out
}
