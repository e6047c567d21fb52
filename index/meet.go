package index

import (
	"slices"

	"dateline/corpus"
)

// A room is where the texts meet whose sketches agree in one band: its number, then the two values.
type room uint64

func (p *Print) room(band int) room {
	return room(band)<<32 | room(p.Sketch[band])<<16 | room(p.Sketch[band+1])
}

// In a room of more than crowd texts, which a form makes that is filled in every day, only the first hosts are compared
// with the others. Copies of a text that many have join its lead so, which is among the first; copies of one day's form
// meet in rooms that its own words make. Comparisons then grow with the texts and not with their square.
const (
	crowd = 200
	hosts = 20
)

// crowds are the hosts of every room that is crowded.
type crowds map[room]map[corpus.ID]bool

// hosted reports whether two texts of a room are compared there.
func (c crowds) hosted(in room, a, b corpus.ID) bool {
	first, crowded := c[in]
	return !crowded || first[a] || first[b]
}

// meet reports whether two texts are compared in some room.
func (c crowds) meet(a, b *Print) bool {
	for band := 0; band+bandLen <= sketchLen; band += bandLen {
		if in := a.room(band); in == b.room(band) && c.hosted(in, a.ID, b.ID) {
			return true
		}
	}
	return false
}

// A pair is two places in a list of texts, the first in the high half.
type pair uint64

// meetings finds the pairs of texts, which stand in canonical order, that have to be read and have not been: one of them
// is fresh, or a room has other hosts than before. Each text is the print of one of its articles.
func meetings(texts []*Print, fresh map[corpus.ID]bool, before crowds) (pairs []pair, now crowds) {
	m := meeting{texts: texts, fresh: fresh, before: before, now: crowds{}}
	places := make([]uint64, len(texts)) // the band's two values, then the place
	for band := 0; band+bandLen <= sketchLen; band += bandLen {
		for i, p := range texts {
			places[i] = uint64(p.room(band))<<32 | uint64(i)
		}
		slices.Sort(places)
		for from, to := 0, 0; from < len(places); from = to {
			for to = from + 1; to < len(places) && places[to]>>32 == places[from]>>32; to++ {
			}
			if to-from > 1 {
				m.in(band, places[from:to])
			}
		}
	}
	slices.Sort(m.pairs)
	return slices.Compact(m.pairs), m.now
}

// A meeting is a search for pairs.
type meeting struct {
	texts  []*Print
	fresh  map[corpus.ID]bool
	before crowds
	now    crowds
	pairs  []pair
}

// in adds the pairs of one room, whose members are the low halves of places.
func (m *meeting) in(band int, places []uint64) {
	in := m.texts[uint32(places[0])].room(band)
	first := len(places)
	if first > crowd {
		first = hosts
		m.now[in] = make(map[corpus.ID]bool, hosts)
		for _, p := range places[:hosts] {
			m.now[in][m.texts[uint32(p)].ID] = true
		}
	}
	for k, p := range places[:first] {
		a := m.texts[uint32(p)]
		for _, q := range places[k+1:] {
			b := m.texts[uint32(q)]
			isNew := m.fresh[a.ID] || m.fresh[b.ID] || !m.before.hosted(in, a.ID, b.ID)
			if isNew && a.Sketch.alike(&b.Sketch) >= leastAlike {
				m.pairs = append(m.pairs, pair(p<<32|q&(1<<32-1)))
			}
		}
	}
}
