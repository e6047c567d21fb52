package extract

import (
	"slices"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// contain joins mentions that stand as "X, Y" where a place X lies in Y: "Troy, N.C.", "Blakely, Georgia", "Pandi, Bulacan".
// Only entries that fit are left to either.
func (p *toponyms) contain() {
	for i := 0; i+1 < len(p.all); i++ {
		a, b := &p.all[i], &p.all[i+1]
		if b.Start != a.End || !p.isContainerGap(a, b) {
			continue
		}
		entry := p.fit(a, b)
		if entry < 0 {
			continue
		}
		a.inside, b.inner = i+1, i
		a.entry, a.certain = entry, true
	}
}

// isContainerGap accepts ", " between the two, and "(" for "Alexandria (Va.)".
func (p *toponyms) isContainerGap(a, b *toponym) bool {
	gap := p.x.Raw[a.end:b.start]
	return gap == ", " || gap == ",\n" || gap == ". , " || gap == " (" || gap == ","
}

// fit finds the entries of a and b of which one lies in the other, and gives a's; b's is settled with it.
func (p *toponyms) fit(a, b *toponym) int {
	for j, outer := range p.names[b.name].all() {
		for i, inner := range p.names[a.name].all() {
			if liesIn(inner, outer) && p.mayContain(a, b, inner, outer) {
				b.entry, b.certain = j, true
				return i
			}
		}
	}
	return -1
}

// mayContain tells "Troy, New York" from lists: "China, Mexico and Peru", "Boston, New York and Chicago".
func (p *toponyms) mayContain(a, b *toponym, inner, outer gazetteer.Entry) bool {
	const large = 100000
	usual := p.names[a.name].top
	switch {
	case !isRegion(outer):
		return false
	case usual.Kind == corpus.Country:
		return a.name != b.name && outer.Kind != corpus.Country
	case usual.Kind == corpus.City && usual.ID != inner.ID && p.names[b.name].top.Kind == corpus.City:
		return usual.Population < large
	}
	return true
}

func isRegion(e gazetteer.Entry) bool {
	return e.Kind == corpus.Country || e.Kind == corpus.Admin || e.Kind == corpus.Region
}

// liesIn reports whether a place lies in a region. A region of our own, which holds nothing by number, holds what is near.
func liesIn(inner, outer gazetteer.Entry) bool {
	for _, id := range inner.Containers {
		if id == outer.ID {
			return true
		}
	}
	return false
}

// states settles what names in a list of states mean: New York and Washington of "Ohio, New York, Oregon and Washington" are
// the states.
func (p *toponyms) states() {
	for i := 0; i < len(p.all); {
		end := i + 1
		for end < len(p.all) && p.all[end-1].end <= p.all[end].start && p.isListGap(p.all[end-1].end, p.all[end].start) {
			end++
		}
		if list := p.all[i:end]; len(list) > 2 {
			p.settleStates(list)
		}
		i = end
	}
}

// settleStates takes a list for one of states where all may be and half of them or more are called as no town in them is:
// "Raqqa, Aleppo and Homs" are towns.
func (p *toponyms) settleStates(list []toponym) {
	states, country := 0, ""
	for _, m := range list {
		if es := p.names[m.name].all(); isState(es[0]) && seatOf(es, 0) == 0 {
			states, country = states+1, es[0].Country
		}
	}
	entries := make([]int, len(list))
	for i, m := range list {
		entries[i] = slices.IndexFunc(p.names[m.name].all(), func(e gazetteer.Entry) bool { return isState(e) && e.Country == country })
	}
	if states*2 < len(list) || slices.Contains(entries, -1) {
		return
	}
	for i := range list {
		if list[i].inside < 0 {
			list[i].entry = entries[i]
		}
	}
}

func isState(e gazetteer.Entry) bool { return e.Kind == corpus.Admin && !e.Second }
