package extract

import (
	"math"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// sameArea is how far apart, in km, two places may lie and be one for most purposes: 100 miles.
const sameArea = 161

// A scene is where an article's places lie, by the ones that are known: what the others are read by.
type scene struct {
	countries map[string]float64
	regions   map[string]float64 // "US/Ohio"
	points    []gazetteer.Entry
	votes     map[string]float64 // regions by the names that may lie there, the rarer the name the more
	districts map[int]int        // a county that is named → the name; what may lie in it is likelier
	home      string             // the region that the names speak for most
	homeBy    float64            // by how much more than for the next
	worldly   bool               // an agency's story, or one about many countries: its names mean what the world means by them
	named     map[int]int        // a place that is known → the name that it is known by; its other names mean it too
}

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
	for i, e := range es {
		if e.Kind == corpus.Admin && within(e, es[chosen], 2*sameArea) {
			return i
		}
	}
	return chosen
}

// seatOf is the town that a region is named for, where the gazetteer holds it for the more important: "Raqqa" alone is the
// town.
func seatOf(es []gazetteer.Entry, chosen int) int {
	if es[chosen].Kind == corpus.Admin {
		for i, e := range es[:chosen] {
			if e.Kind == corpus.City && liesIn(e, es[chosen]) {
				return i
			}
		}
	}
	return chosen
}

// several stands in scene.named for more than one name.
const several = -1

// scene gathers what is known: containers and names of one bearer first, then all that was settled.
func (p *toponyms) scene(sure bool) *scene {
	sc := &scene{countries: map[string]float64{}, regions: map[string]float64{}, votes: map[string]float64{}, districts: map[int]int{}, named: map[int]int{}}
	for _, e := range p.filed {
		sc.add(e, 1.5)
	}
	for country, n := range p.nations {
		sc.countries[country] += .4 * float64(min(n, 3))
	}
	seen := make([]bool, len(p.names))
	for i := range p.all {
		m := &p.all[i]
		if m.score < likely || seen[m.name] {
			continue
		}
		n := &p.names[m.name]
		e, weight := n.top, 0.0
		switch {
		case m.certain:
			e, weight = n.all()[m.entry], 1.5
		case sure && (len(n.all()) == 1 || n.top.Kind != corpus.City && !n.top.Second && !rival(n)):
			weight = 1
		case !sure && n.entry >= 0:
			e, weight = n.all()[n.entry], .7
		case sure:
			continue
		}
		if weight > 0 {
			sc.add(e, weight)
			if by, ok := sc.named[e.ID]; ok && by != m.name {
				sc.named[e.ID] = several
			} else {
				sc.named[e.ID] = m.name
			}
		}
		seen[m.name] = true
	}
	p.vote(sc)
	return sc
}

// vote lets each name speak for the regions that its bearers lie in.
func (p *toponyms) vote(sc *scene) {
	voted := make([]bool, len(p.names))
	evidence := map[string]float64{}
	for i := range p.all {
		m := &p.all[i]
		if m.score < likely || voted[m.name] {
			continue
		}
		voted[m.name] = true
		es := p.names[m.name].all()
		regions, countries := map[string]bool{}, map[string]bool{}
		for _, e := range es {
			if e.Admin1 != "" && e.As <= gazetteer.Alias {
				regions[e.Country+"/"+e.Admin1] = true
				countries[e.Country] = true
			}
			if e.Second {
				sc.districts[e.ID] = m.name
			}
		}
		for r := range regions {
			sc.votes[r] += 1 / float64(len(regions)+1)
			evidence[r] += math.Log(manyRegions / float64(min(manyRegions, len(regions))))
		}
		if len(countries) == 1 && len(regions) > 1 { // "Madison County" is American, whichever it is
			sc.countries[es[0].Country] += .7
		}
	}
	const many = 4
	if sc.worldly = p.t.Dateline.Wire.Len() > 0 || len(sc.countries) >= many; !sc.worldly {
		sc.settleHome(evidence)
	}
}

// manyRegions have a name that tells nothing of where an article is at home.
const manyRegions = 70

// settleHome finds the region with most evidence, and how much more it has than the next.
func (sc *scene) settleHome(evidence map[string]float64) {
	best, second := 0.0, 0.0
	for r, v := range evidence {
		switch {
		case v > best || v == best && r < sc.home:
			best, second, sc.home = v, best, r
		case v > second:
			second = v
		}
	}
	sc.homeBy = best - second
}

// rival reports whether a country's or region's name has another bearer of weight: Georgia.
func rival(n *toponymName) bool {
	return len(n.all()) > 1 && n.all()[1].Kind != corpus.City && priorOf(n.top)-priorOf(n.all()[1]) < 1.5 &&
		!within(n.top, n.all()[1], sameArea)
}

func (sc *scene) add(e gazetteer.Entry, weight float64) {
	sc.countries[e.Country] += weight
	if e.Admin1 != "" {
		sc.regions[e.Country+"/"+e.Admin1] += weight
	}
	if e.Kind == corpus.City {
		sc.points = append(sc.points, e)
	}
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
		scores[j] = priorOf(e) + sc.favour(e, i, n.top)
		if j == 0 {
			scores[j] += sc.usual(e)
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

// favour is what the scene adds to an entry of the name whose first is top: what lies in the same region or country, in a
// county that is named, nearby.
func (sc *scene) favour(e gazetteer.Entry, name int, top gazetteer.Entry) float64 {
	v := 0.0
	if e.Admin1 != "" {
		region := e.Country + "/" + e.Admin1
		v += min(2.5, 1.2*sc.regions[region]) + min(1.5, .8*sc.votes[region])
		if region == sc.home && sc.mayBeHome(e, top) {
			v += min(3, .6*sc.homeBy)
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
