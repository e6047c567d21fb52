package extract

import (
	"math"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

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
		rarity := math.Log(manyRegions / float64(max(1, min(manyRegions, len(regions)))))
		p.names[m.name].rarity = rarity
		for r := range regions {
			sc.votes[r] += 1 / float64(len(regions)+1)
			evidence[r] += rarity
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

func (sc *scene) add(e gazetteer.Entry, weight float64) {
	if e.Country != "" {
		sc.countries[e.Country] += weight
	}
	if e.Admin1 != "" {
		sc.regions[e.Country+"/"+e.Admin1] += weight
	}
	if e.Kind == corpus.City {
		sc.points = append(sc.points, e)
	}
}
