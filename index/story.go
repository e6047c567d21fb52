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
	prints map[corpus.ID]*Print // nil until something changes
	digest uint64               // sums up prints, in any order
	fresh  map[corpus.ID]bool   // whose text has not been compared with all others
	alike  map[[2]corpus.ID]bool
	gone   map[corpus.ID]bool // taken out or replaced since last
	lost   map[uint64]bool    // Exact of their texts
	crowds crowds             // of the texts that were compared last
	stale  bool               // something changed since last
	last   Stories
}

// put takes in an article that is about to be applied.
func (g *grouper) put(ctx context.Context, p Print) error {
	err := g.remove(ctx, p.ID)
	g.prints[p.ID] = &p
	g.digest += p.digest()
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
		g.digest -= p.digest()
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
	g.prints, g.fresh, g.alike = map[corpus.ID]*Print{}, map[corpus.ID]bool{}, map[[2]corpus.ID]bool{}
	g.gone, g.lost = map[corpus.ID]bool{}, map[uint64]bool{}
	for p, err := range g.store.Prints(ctx) {
		if err != nil {
			return err
		}
		g.prints[p.ID] = &p
		g.digest += p.digest()
	}
	table, err := g.store.Stories(ctx)
	if err != nil {
		return err
	}
	if g.digest == table.Digest {
		for _, pair := range table.Alike {
			g.alike[pair] = true
		}
		_, g.crowds = meetings(textsOf(g.prints).distinct(), nil, nil)
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
	texts := textsOf(g.prints)
	if err := g.compare(ctx, texts.distinct()); err != nil {
		return Stories{}, err
	}
	clear(g.fresh)
	g.last = Stories{Groups: g.cut(texts), Alike: g.pairs(), Digest: g.digest}
	g.stale = false
	return g.last, nil
}

// compare reads every pair that has to be, and forgets those that would not be read were all texts new.
func (g *grouper) compare(ctx context.Context, distinct []*Print) error {
	pairs, now := meetings(distinct, g.fresh, g.crowds)
	r := &reader{store: g.store}
	for _, p := range pairs {
		a, b := distinct[p>>32].ID, distinct[uint32(p)].ID
		same, err := r.alike(ctx, a, b)
		if err != nil {
			return err
		}
		if same {
			g.alike[[2]corpus.ID{min(a, b), max(a, b)}] = true
		}
	}
	g.crowds = now
	for p := range g.alike {
		if len(now) > 0 && !now.meet(g.prints[p[0]], g.prints[p[1]]) {
			delete(g.alike, p)
		}
	}
	return nil
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

func (p *Print) digest() uint64 { return mix(xxhash.Sum64String(string(p.ID)) ^ p.Exact) }
