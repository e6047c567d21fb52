package index

import (
	"cmp"
	"slices"

	"dateline/corpus"
)

// cut makes stories of the pairs found alike. Texts come in canonical order: earliest, then longest, then by ID. The
// first is a lead, and all that are alike to it and in no story yet join it; then the next. So every member is a copy
// of its lead, never only a copy of a copy: a chain of small edits cannot tie two different texts together.
func (g *grouper) cut(t texts) []Group {
	near := make([][]int, len(t.list))
	for pair := range g.alike {
		if a, b := t.place(g.prints[pair[0]]), t.place(g.prints[pair[1]]); a != b {
			near[a] = append(near[a], b)
			near[b] = append(near[b], a)
		}
	}
	var groups []Group
	taken := make([]bool, len(t.list))
	for i, members := range t.list {
		if taken[i] {
			continue
		}
		story := slices.Clone(members)
		for _, j := range near[i] {
			if j > i && !taken[j] {
				taken[j] = true
				story = append(story, t.list[j]...)
			}
		}
		if len(story) > 1 {
			slices.SortFunc(story, canonical)
			groups = append(groups, groupOf(story))
		}
	}
	return groups
}

func groupOf(members []*Print) Group {
	g := make(Group, len(members))
	for i, p := range members {
		g[i] = p.ID
	}
	return g
}

// texts are the different texts that the articles have, each with the prints of its articles, both in canonical order.
type texts struct {
	list [][]*Print
	at   map[uint64]int // Exact to place in list
}

func textsOf(prints map[corpus.ID]*Print) texts {
	all := make([]*Print, 0, len(prints))
	for _, p := range prints {
		all = append(all, p)
	}
	slices.SortFunc(all, canonical)
	t := texts{at: make(map[uint64]int, len(all))}
	for i, p := range all {
		if n, ok := t.at[p.Exact]; ok && p.Exact != 0 {
			t.list[n] = append(t.list[n], p)
			continue
		}
		t.at[p.Exact] = len(t.list)
		t.list = append(t.list, all[i:i+1:i+1])
	}
	return t
}

// place is where the text of an article stands that has words.
func (t texts) place(p *Print) int { return t.at[p.Exact] }

// distinct gives the print with the smallest ID of each text that has a sketch, in the order of the texts.
func (t texts) distinct() []*Print {
	var list []*Print
	for _, members := range t.list {
		if !members[0].hasSketch() {
			continue
		}
		list = append(list, slices.MinFunc(members, func(p, q *Print) int { return cmp.Compare(p.ID, q.ID) }))
	}
	return list
}

func canonical(p, q *Print) int {
	return cmp.Or(cmp.Compare(p.Earliest, q.Earliest), cmp.Compare(q.Words, p.Words), cmp.Compare(p.ID, q.ID))
}
