package disk

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"dateline/query"
)

// Find implements query.Engine.
func (r *Reader) Find(ctx context.Context, n query.Node, w query.Window) (found query.Found, err error) {
	err = guarded(func() error {
		found, err = r.find(ctx, n, w)
		return err
	})
	return found, err
}

func (r *Reader) find(ctx context.Context, n query.Node, w query.Window) (query.Found, error) {
	if err := ctx.Err(); err != nil {
		return query.Found{}, err
	}
	s := r.search(ctx)
	s.enter()
	scored := w.Size != 0 && (w.Sort == query.ByRelevance || w.Sort == "")
	res, err := s.evaluate(n, nil, scored)
	if err != nil {
		return query.Found{}, err
	}
	if scored {
		if err := errors.Join(s.favour(res, w.Hints), s.near(n, res, w.Near)); err != nil {
			return query.Found{}, err
		}
	}
	k, err := r.families()
	if err != nil {
		return query.Found{}, err
	}
	found := query.Found{Articles: res.len()}
	if w.Matches {
		if err := s.matches(n, res); err != nil {
			return found, err
		}
		found.Matches = res.matches()
	}
	hits, copies := s.collect(res, k, w.Stories)
	found.Stories = found.Articles
	for _, n := range copies {
		found.Stories -= max(n, 1) - 1
	}
	if w.Size != 0 {
		for _, h := range r.window(hits, w) {
			found.Hits = append(found.Hits, r.scored(h, k, copies))
		}
	}
	s.leave()
	return found, nil
}

// favour adds the scores of hints to hits that they are true of.
func (s *search) favour(res result, hints []query.Node) error {
	for _, n := range hints {
		more, err := s.evaluate(n, res, true)
		if err != nil {
			return err
		}
		for i := range res {
			res[i].gain(more[i])
		}
	}
	return nil
}

// A hit is one found article, by its place.
type hit struct {
	place
	matches uint32
	score   float64
}

// collect lists what was found: with stories, one article of each, as query.Window says. copies counts the found articles
// of each family. A story scores as its best found copy does: copies have headlines of their own.
func (s *search) collect(res result, k *kinship, stories bool) (all []hit, copies []int) {
	copies = make([]int, len(k.families))
	var leads []lead
	leadOf := make([]int32, len(k.families)) // its place in leads and one
	all = s.hits.make(res.len())[:0]
	for i, h := range res {
		for j, doc := range h.docs {
			found := hit{place{uint32(i), doc}, h.matched(j), h.score(j)}
			family, ok := k.of(i, doc)
			if ok {
				copies[family]++
			}
			switch {
			case !ok || !stories:
				all = append(all, found)
			case leadOf[family] == 0:
				leads = append(leads, lead{len(all), found})
				leadOf[family] = int32(len(leads))
				all = append(all, found)
			default:
				leads[leadOf[family]-1].meet(all, found, k, family)
			}
		}
	}
	for _, l := range leads {
		if l.best.score > query.BestCopy*all[l.at].score {
			all[l.at] = l.best
		} else {
			all[l.at].score = l.best.score
		}
	}
	return all, copies
}

// A lead is a story with copies among the hits: where it stands, and its copy with the best score.
type lead struct {
	at   int
	best hit
}

// meet takes another copy into account.
func (l *lead) meet(all []hit, found hit, k *kinship, family int32) {
	rank := k.rank(family, found.place)
	if rank < k.rank(family, all[l.at].place) {
		all[l.at] = found
	}
	if found.score > l.best.score || found.score == l.best.score && rank < k.rank(family, l.best.place) {
		l.best = found
	}
}

// window sorts what is wanted of the hits to the front and gives it.
func (r *Reader) window(hits []hit, w query.Window) []hit {
	from := min(max(w.Offset, 0), len(hits))
	to := len(hits)
	if w.Size > 0 && w.Size < to-from {
		to = from + w.Size
	}
	order := r.order(w.Sort)
	selectFirst(hits, to, order)
	slices.SortFunc(hits[:to], order)
	return hits[from:to]
}

// selectFirst brings the first n of the order to the front, by a heap of n whose root is the last of them.
func selectFirst(hits []hit, n int, order func(a, b hit) int) {
	if n == 0 || n >= len(hits) {
		return
	}
	heap := hits[:n]
	down := func(i int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && order(heap[c+1], heap[c]) > 0 {
				c++
			}
			if order(heap[c], heap[i]) <= 0 {
				return
			}
			heap[i], heap[c] = heap[c], heap[i]
			i = c
		}
	}
	for i := n/2 - 1; i >= 0; i-- {
		down(i)
	}
	for i := n; i < len(hits); i++ {
		if order(hits[i], heap[0]) < 0 {
			hits[i], heap[0] = heap[0], hits[i]
			down(0)
		}
	}
}

// order compares hits: by what is asked for, then newest first, then by ID, so that no two are equal.
func (r *Reader) order(sort query.Sort) func(a, b hit) int {
	byID := func(a, b hit) int {
		p, q := r.parts[a.segment], r.parts[b.segment]
		return bytes.Compare(p.column.id(&p.offsets, a.doc), q.column.id(&q.offsets, b.doc))
	}
	newest := func(a, b hit) int { return r.byTime(a, b, false) }
	return func(a, b hit) int {
		switch {
		case sort == query.ByOldest:
			if c := r.byTime(a, b, true); c != 0 {
				return c
			}
		case sort != query.ByNewest && a.score != b.score:
			if a.score > b.score {
				return -1
			}
			return 1
		}
		if c := newest(a, b); c != 0 {
			return c
		}
		return byID(a, b)
	}
}

// byTime compares by the earliest instant ascending, or by the latest descending; the undated come last.
func (r *Reader) byTime(a, b hit, oldest bool) int {
	p, q := r.parts[a.segment], r.parts[b.segment]
	datedA := p.column.int32At(p.offsets.first, a.doc) != noDay
	datedB := q.column.int32At(q.offsets.first, b.doc) != noDay
	if !datedA || !datedB {
		switch {
		case datedA:
			return -1
		case datedB:
			return 1
		}
		return 0
	}
	x, y := q.column.int64At(q.offsets.latest, b.doc), p.column.int64At(p.offsets.latest, a.doc)
	if oldest {
		x, y = p.column.int64At(p.offsets.earliest, a.doc), q.column.int64At(q.offsets.earliest, b.doc)
	}
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

func (r *Reader) scored(h hit, k *kinship, copies []int) query.Scored {
	p := r.parts[h.segment]
	id := p.column.idString(&p.offsets, h.doc)
	out := query.Scored{ID: id, Story: k.story(int(h.segment), h.doc, id), Score: h.score, Copies: 1, Matches: int(h.matches)}
	if family, ok := k.of(int(h.segment), h.doc); ok {
		out.Copies = copies[family]
	}
	return out
}
