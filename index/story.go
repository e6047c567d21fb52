package index

import (
	"cmp"
	"context"
	"slices"

	"dateline/corpus"

	"github.com/cespare/xxhash/v2"
)

// A grouper keeps the stories of a store up to date. What it makes depends on the articles alone, not on the order in
// which they came: two texts are compared where their sketches meet, and stories are cut from the pairs found alike in
// canonical order.
type grouper struct {
	store  Store
	prints map[corpus.ID]Print // nil until something changes
	fresh  map[corpus.ID]bool  // whose text has not been compared with all others
	alike  map[[2]corpus.ID]bool
	gone   map[corpus.ID]bool // taken out or replaced since last
	lost   map[uint64]bool    // Exact of their texts
	stale  bool               // something changed since last
	last   Stories
}

// put takes in an article that is about to be applied.
func (g *grouper) put(ctx context.Context, p Print) error {
	err := g.remove(ctx, p.ID)
	g.prints[p.ID] = p
	g.fresh[p.ID] = true
	return err
}

// remove takes out an article that is about to be deleted.
func (g *grouper) remove(ctx context.Context, id corpus.ID) error {
	if err := g.load(ctx); err != nil {
		return err
	}
	g.stale = true
	if p, held := g.prints[id]; held {
		g.gone[id], g.lost[p.Exact] = true, true
		delete(g.prints, id)
		delete(g.fresh, id)
	}
	return nil
}

// forget drops what was known by way of the texts that are gone. What was known so of a copy must be found again.
func (g *grouper) forget() {
	if len(g.gone) == 0 {
		return
	}
	for id, p := range g.prints {
		if g.lost[p.Exact] && p.hasSketch() {
			g.fresh[id] = true
		}
	}
	for pair := range g.alike {
		if g.gone[pair[0]] || g.gone[pair[1]] {
			delete(g.alike, pair)
		}
	}
	clear(g.gone)
	clear(g.lost)
}

// load reads what is held, before this run changes it, and the pairs known to be alike. Where the published table was
// not made of what is held, a run was interrupted: everything is fresh.
func (g *grouper) load(ctx context.Context) error {
	if g.prints != nil {
		return nil
	}
	g.prints, g.fresh, g.alike = map[corpus.ID]Print{}, map[corpus.ID]bool{}, map[[2]corpus.ID]bool{}
	g.gone, g.lost = map[corpus.ID]bool{}, map[uint64]bool{}
	for p, err := range g.store.Prints(ctx) {
		if err != nil {
			return err
		}
		g.prints[p.ID] = p
	}
	table, err := g.store.Stories(ctx)
	if err != nil {
		return err
	}
	if digest(g.prints) == table.Digest {
		for _, pair := range table.Alike {
			g.alike[pair] = true
		}
		return nil
	}
	for id := range g.prints {
		g.fresh[id] = true
	}
	return nil
}

// table compares what is fresh with everything and cuts the stories. All changes must have been applied.
func (g *grouper) table(ctx context.Context) (Stories, error) {
	if g.prints == nil {
		return g.store.Stories(ctx)
	}
	if !g.stale {
		return g.last, nil
	}
	g.forget()
	if err := g.compare(ctx); err != nil {
		return Stories{}, err
	}
	clear(g.fresh)
	g.last = Stories{Groups: g.cut(), Alike: g.pairs(), Digest: digest(g.prints)}
	g.stale = false
	return g.last, nil
}

// compare reads every pair of which one is fresh and whose sketches meet.
func (g *grouper) compare(ctx context.Context) error {
	r := &reader{store: g.store}
	for _, pair := range g.candidates() {
		same, err := r.alike(ctx, pair[0], pair[1])
		if err != nil {
			return err
		}
		if same {
			g.alike[pair] = true
		}
	}
	return nil
}

// candidates are the pairs with a band in common and enough of the sketch, one of them fresh, in order. Of articles
// with the very same words only the smallest ID is compared: the others follow it.
func (g *grouper) candidates() [][2]corpus.ID {
	ids := g.distinct()
	var pairs [][2]corpus.ID
	for band := 0; band+bandLen <= sketchLen; band += bandLen {
		pairs = append(pairs, g.meeting(ids, band)...)
	}
	slices.SortFunc(pairs, comparePairs)
	return slices.Compact(pairs)
}

// meeting gives the pairs whose sketches agree in one band.
func (g *grouper) meeting(ids []corpus.ID, band int) [][2]corpus.ID {
	key := func(id corpus.ID) uint32 {
		s := g.prints[id].Sketch
		return uint32(s[band])<<16 | uint32(s[band+1])
	}
	fresh := map[uint32][]corpus.ID{}
	for _, id := range ids {
		if g.fresh[id] {
			k := key(id)
			fresh[k] = append(fresh[k], id)
		}
	}
	var pairs [][2]corpus.ID
	for _, id := range ids {
		for _, other := range fresh[key(id)] {
			if other == id || g.fresh[id] && other < id {
				continue // itself, or met from the other side
			}
			if a, b := g.prints[id], g.prints[other]; a.Sketch.alike(&b.Sketch) >= leastAlike {
				pairs = append(pairs, [2]corpus.ID{min(id, other), max(id, other)})
			}
		}
	}
	return pairs
}

// distinct gives the smallest ID of each text that has a sketch, in order.
func (g *grouper) distinct() []corpus.ID {
	least := map[uint64]corpus.ID{}
	for id, p := range g.prints {
		if first, ok := least[p.Exact]; p.hasSketch() && (!ok || id < first) {
			least[p.Exact] = id
		}
	}
	ids := make([]corpus.ID, 0, len(least))
	for _, id := range least {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func comparePairs(a, b [2]corpus.ID) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}

func (g *grouper) pairs() [][2]corpus.ID {
	pairs := make([][2]corpus.ID, 0, len(g.alike))
	for pair := range g.alike {
		pairs = append(pairs, pair)
	}
	slices.SortFunc(pairs, comparePairs)
	return pairs
}

// digest sums up prints, in any order.
func digest(prints map[corpus.ID]Print) uint64 {
	var sum uint64
	for id, p := range prints {
		sum += mix(xxhash.Sum64String(string(id)) ^ p.Exact)
	}
	return sum
}
