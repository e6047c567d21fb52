package extract

import (
	"math"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// sameArea is how far apart, in km, two places may lie and be one for most purposes: 100 miles.
const sameArea = 161

// resolve settles what each name means: one sense an article, but where the text says otherwise.
func (p *toponyms) resolve() {
	for _, sure := range [...]bool{true, false} {
		sc := p.scene(sure)
		for i := range p.names {
			p.settleName(i, sc)
		}
	}
	for i := range p.all {
		if m := &p.all[i]; m.entry < 0 {
			m.entry = p.names[m.name].entry
			if m.region {
				m.entry = regionOf(p.names[m.name].all(), m.entry)
			}
		}
	}
}

// regionOf is the region that goes by the name of the entry chosen and lies about there: "Raqqa Province".
func regionOf(es []gazetteer.Entry, chosen int) int {
	if es[chosen].Kind == corpus.Admin {
		return chosen
	}
	for i, e := range es {
		if e.Kind == corpus.Admin && within(e, es[chosen], 2*sameArea) {
			return i
		}
	}
	return chosen
}

// seatOf is the town that a region is named for, where the gazetteer holds it for the more important or it is a large one in
// a district: "Raqqa" and "Napoli" alone are the towns.
func seatOf(es []gazetteer.Entry, chosen int) int {
	const large = 100000
	if es[chosen].Kind == corpus.Admin {
		for i, e := range es {
			if e.Kind == corpus.City && liesIn(e, es[chosen]) && (i < chosen || es[chosen].Second && e.Population >= large) {
				return i
			}
		}
	}
	return chosen
}

// rival reports whether a country's or region's name has another bearer of weight: Georgia.
func rival(n *toponymName) bool {
	return len(n.all()) > 1 && n.all()[1].Kind != corpus.City && priorOf(n.top)-priorOf(n.all()[1]) < 1.5 &&
		!within(n.top, n.all()[1], sameArea)
}

// settleName chooses among a name's entries.
func (p *toponyms) settleName(i int, sc *scene) {
	n := &p.names[i]
	n.entry = 0
	if !n.alive {
		return
	}
	for k := range p.all {
		if m := &p.all[k]; m.name == i && m.certain {
			n.entry, n.margin = m.entry, 5
			return
		}
	}
	best, scores := 0, make([]float64, len(n.all()))
	for j, e := range n.all() {
		scores[j] = priorOf(e) + sc.favour(e, i, n)
		if j == 0 {
			scores[j] += sc.usual(e)
		}
		if e.As == gazetteer.Variant && p.foreign() {
			scores[j]++
		}
		if scores[j] > scores[best] {
			best = j
		}
	}
	best = seatOf(n.all(), best)
	n.entry, n.margin = best, 5
	for j, e := range n.all() {
		if j != best && !within(e, n.all()[best], sameArea) {
			n.margin = min(n.margin, scores[best]-scores[j])
		}
	}
}

// usual is what it is worth to be what a name means most often, the gazetteer's first: for a region or water always, for a
// large town in a story of the world.
func (sc *scene) usual(e gazetteer.Entry) float64 {
	const large = 100000
	switch {
	case e.Kind == corpus.Region || e.Kind == corpus.Water:
		return .8
	case sc.worldly && e.Kind == corpus.City && (e.Population >= large || e.Capital):
		return 1
	}
	return 0
}

// priorOf is an entry's weight before any context: the order of magnitude of its people, more for what news speaks of more.
func priorOf(e gazetteer.Entry) float64 {
	v := math.Log10(float64(e.Population + 100))
	switch e.Kind {
	case corpus.Country:
		v += 2
	case corpus.Admin:
		v += .6
		if e.Second {
			v -= 1.8
		}
	case corpus.Region, corpus.Water:
		v = 7.4
	case corpus.Continent:
		v = 10
	}
	if e.Capital {
		v += 2
	}
	switch e.As {
	case gazetteer.Alias:
		v -= .2
	case gazetteer.Variant:
		v -= 1.5
	case gazetteer.Code:
		v -= 2
	}
	return v
}

// favour is what the scene adds to an entry of a name: what lies in the same region or country, in a
// county that is named, nearby.
func (sc *scene) favour(e gazetteer.Entry, name int, n *toponymName) float64 {
	v := 0.0
	if e.Admin1 != "" {
		region := e.Country + "/" + e.Admin1
		v += min(2.5, 1.2*sc.regions[region]) + min(1.5, .8*sc.votes[region])
		if region == sc.home && sc.mayBeHome(e, n.top) {
			v += min(3, 1.5*max(0, sc.homeBy-n.rarity))
		}
	}
	if e.Country != "" {
		v += min(1.8, .6*sc.countries[e.Country])
		if e.Kind == corpus.Country {
			v += min(1, .6*sc.countries[e.Country])
		}
	}
	if by, ok := sc.named[e.ID]; ok && by != name {
		v += 1.5
	}
	for _, id := range e.Containers {
		if by, ok := sc.districts[id]; ok && by != name {
			v += 1.5
		}
	}
	for _, q := range sc.points {
		if q.ID != e.ID && within(e, q, 80) {
			return v + 1
		}
	}
	return v
}

// mayBeHome reports whether a name whose first entry is top may mean an entry because the article is at home there: not
// where that is a country or a state, a large town of the same country, or of a country that is spoken of.
func (sc *scene) mayBeHome(e, top gazetteer.Entry) bool {
	if top.Kind != corpus.City && !top.Second {
		return false
	}
	if top.Country == e.Country {
		const large = 300000
		return !top.Capital && top.Population < large
	}
	return sc.countries[top.Country] == 0
}

// within reports whether two places are at most so many km apart.
func within(a, b gazetteer.Entry, km float64) bool {
	const degree = 110.5 // km of latitude, at the least
	return math.Abs(a.Lat-b.Lat)*degree <= km && apart(a, b) <= km
}

// apart is the distance of two places in km.
func apart(a, b gazetteer.Entry) float64 {
	const earth, radian = 6371, math.Pi / 180
	x, y := a.Lat*radian, b.Lat*radian
	h := hav(y-x) + math.Cos(x)*math.Cos(y)*hav((b.Lon-a.Lon)*radian)
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(h)))
}

func hav(x float64) float64 { s := math.Sin(x / 2); return s * s }
