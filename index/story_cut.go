package index

import (
	"cmp"
	"slices"

	"dateline/corpus"
)

// cut makes stories of the pairs found alike. Texts come in canonical order: earliest, then longest, then by ID. The
// first is a lead, and all that are alike to it and in no story yet join it; then the next. So every member is a copy
// of its lead, never only a copy of a copy: a chain of small edits cannot tie two different texts together.
func (g *grouper) cut(texts [][]corpus.ID) []Group {
	of := map[corpus.ID]int{} // article to index in texts
	for i, members := range texts {
		for _, id := range members {
			of[id] = i
		}
	}
	near := make([][]int, len(texts))
	for pair := range g.alike {
		if a, b := of[pair[0]], of[pair[1]]; a != b {
			near[a] = append(near[a], b)
			near[b] = append(near[b], a)
		}
	}
	var groups []Group
	taken := make([]bool, len(texts))
	for i := range texts {
		if taken[i] {
			continue
		}
		story := Group(slices.Clone(texts[i]))
		for _, j := range near[i] {
			if j > i && !taken[j] {
				taken[j] = true
				story = append(story, texts[j]...)
			}
		}
		if len(story) > 1 {
			slices.SortFunc(story, g.canonical)
			groups = append(groups, story)
		}
	}
	return groups
}

// texts gives the articles of every text, both in canonical order.
func (g *grouper) texts() [][]corpus.ID {
	same := map[uint64][]corpus.ID{}
	var texts [][]corpus.ID
	for id, p := range g.prints {
		if p.Exact == 0 {
			texts = append(texts, []corpus.ID{id})
		} else {
			same[p.Exact] = append(same[p.Exact], id)
		}
	}
	for _, ids := range same {
		slices.SortFunc(ids, g.canonical)
		texts = append(texts, ids)
	}
	slices.SortFunc(texts, func(a, b []corpus.ID) int { return g.canonical(a[0], b[0]) })
	return texts
}

func (g *grouper) canonical(a, b corpus.ID) int {
	p, q := g.prints[a], g.prints[b]
	return cmp.Or(cmp.Compare(p.Earliest, q.Earliest), cmp.Compare(q.Words, p.Words), cmp.Compare(a, b))
}
