package main

import (
	"cmp"
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// places makes the gazetteer's places of all there is.
func (w *world) places() []gazetteer.Source {
	b := &builder{world: w, district: w.districts(), regions: map[string]*region{}, taken: map[int]bool{}}
	b.divide()
	b.merge()
	b.count()
	b.crown()
	b.settle()
	var out []gazetteer.Source
	out = append(out, b.countries()...)
	out = append(out, b.divisions()...)
	out = append(out, b.cities...)
	return append(out, b.areas()...)
}

type builder struct {
	*world
	district map[string]string  // spot of a town → code of its district
	regions  map[string]*region // by code: "US.LA", "US.LA.079"
	taken    map[int]bool       // numbers of our own
	capitals map[string]int     // by country
	cities   []gazetteer.Source
	towns    map[string]int // folded names of all towns → the most people that one of them has
	anglo    map[string]int // the same of the towns with English names
	known    map[string]int // ISO code and name of a town of our own table → the number of the largest
}

// A region is a division with what its towns tell of it.
type region struct {
	division
	id         int
	second     bool
	row        row
	population int
	cells      map[[2]int]bool // the half-degrees that its towns lie in
	seat       int             // the weight of a town that is called as it is and holds a fifth of its people
	seatPeople int
}

// own makes a number of our own for a place that has none: stable, so that an index outlives the next table.
func (b *builder) own(key string) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	id := -int(h.Sum32()>>1) - 1
	for ; b.taken[id]; id-- {
	}
	b.taken[id] = true
	return id
}

// divide lists the divisions of both levels.
func (b *builder) divide() {
	for i, ds := range [][]division{b.Admin1, b.Admin2} {
		for _, d := range ds {
			r := &region{division: d, id: b.own(d.Code), second: i == 1, row: b.divisionRows[d.Code], cells: map[[2]int]bool{}}
			if s, ok := b.States[strings.TrimPrefix(d.Code, "US.")]; ok && strings.HasPrefix(d.Code, "US.") && !r.second {
				r.id = s.ID
			}
			b.regions[d.Code] = r
		}
	}
}

// merge gives what our table says of a region to the division of that name, where the country has one: its towns lie in
// it by number then.
func (b *builder) merge() {
	b.regionRows = slices.DeleteFunc(b.regionRows, func(row row) bool {
		for _, code := range slices.Sorted(maps.Keys(b.regions)) {
			if r := b.regions[code]; !r.second && r.row.code == "" && code[:2] == row.code && slices.Contains(row.names, bare(r.Name)) {
				row.code = code
				r.row = row
				return true
			}
		}
		return false
	})
}

// count finds the largest town of each name, in the world, among those with English names, and of our own table.
func (b *builder) count() {
	b.towns, b.anglo, b.known = map[string]int{}, map[string]int{}, map[string]int{}
	most := map[string]int{}
	for _, key := range slices.Sorted(maps.Keys(b.Cities)) {
		c := b.Cities[key]
		name := fold(c.Name)
		b.towns[name] = max(b.towns[name], c.Population)
		if english[c.Country] {
			b.anglo[name] = max(b.anglo[name], c.Population)
		}
		key := c.Country + " " + c.Name
		if _, ok := b.cityRows[key]; ok && (b.known[key] == 0 || c.Population > most[key]) {
			b.known[key], most[key] = c.ID, c.Population
		}
	}
}

// crown finds the capitals: of the towns that go by the name that the country gives, the largest.
func (b *builder) crown() {
	b.capitals = map[string]int{}
	people := map[string]int{}
	for _, key := range slices.Sorted(maps.Keys(b.Cities)) {
		c := b.Cities[key]
		name := strings.TrimSpace(b.Countries[c.Country].Capital)
		if c.Name != name && !slices.Contains(c.Alternates, name) || c.Country == "US" && c.Admin1 != "DC" {
			continue
		}
		if c.Population >= people[c.Country] {
			people[c.Country], b.capitals[c.Country] = c.Population, c.ID
		}
	}
}

// settle places the towns in their divisions, and tells those what they hold.
func (b *builder) settle() {
	for _, key := range slices.Sorted(maps.Keys(b.Cities)) {
		c := b.Cities[key]
		s := b.city(c)
		first := c.Country + "." + c.Admin1
		for _, code := range []string{b.district[spot(c.Country, c.Lat, c.Lon)], first} {
			if r := b.regions[code]; r != nil {
				r.hold(c, s)
				if s.In == b.Countries[c.Country].ID {
					s.In = r.id
				}
			}
		}
		b.cities = append(b.cities, s)
	}
}

func (r *region) hold(c city, s gazetteer.Source) {
	r.population += c.Population
	r.cells[[2]int{int(math.Floor(c.Lat * 2)), int(math.Floor(c.Lon * 2))}] = true
	same := func(n string) bool { return fold(n) == fold(r.Name) || fold(n) == fold(bare(r.Name)) }
	if same(c.Name) || slices.ContainsFunc(s.Names, func(n gazetteer.Named) bool { return n.As == gazetteer.Alias && same(n.Name) }) {
		r.seat, r.seatPeople = max(r.seat, s.Weight), max(r.seatPeople, c.Population)
	}
}

// importance is a hundred times the order of magnitude: what weights are counted in.
func importance(population int) int { return int(100 * math.Log10(float64(population+100))) }

func (b *builder) city(c city) gazetteer.Source {
	s := gazetteer.Source{
		ID: c.ID, Name: c.Name, Kind: corpus.City, In: b.Countries[c.Country].ID, Population: c.Population, Lat: c.Lat, Lon: c.Lon,
		Weight: importance(c.Population), Capital: b.capitals[c.Country] == c.ID,
	}
	if s.Capital {
		s.Weight += 200
	}
	if key := c.Country + " " + c.Name; b.known[key] == c.ID {
		r := b.cityRows[key]
		s.Names = named(r.names, false)
		s.Weight += 120
		if n, ok := strings.CutPrefix(r.names[0], "="); ok { // what news calls it
			s.Name, s.Names[0] = n, gazetteer.Named{Name: c.Name, As: gazetteer.Alias}
		}
	}
	for _, n := range append(c.Alternates, withArticle(c)...) {
		if keeps(n, c.Country, c.Population) && b.anglo[fold(n)] <= c.Population {
			s.Names = append(s.Names, gazetteer.Named{Name: n, As: gazetteer.Variant})
		}
	}
	return s
}

func (b *builder) countries() []gazetteer.Source {
	var out []gazetteer.Source
	for _, code := range slices.Sorted(maps.Keys(b.Countries)) {
		c, r := b.Countries[code], b.countryRows[code]
		if r.code == "" {
			continue // dissolved
		}
		s := gazetteer.Source{
			ID: c.ID, Name: strings.TrimSpace(strings.TrimPrefix(c.Name, "The ")), Kind: corpus.Country, Code: code, Population: c.Population,
			Lat: r.lat, Lon: r.lon, Names: named(r.names, false), Demonyms: r.demonyms, Weight: 200 + importance(c.Population),
		}
		for _, n := range countryNames(code, b.towns) {
			s.Names = append(s.Names, gazetteer.Named{Name: n, As: gazetteer.Variant})
		}
		out = append(out, s)
	}
	return out
}

func (b *builder) divisions() []gazetteer.Source {
	var out []gazetteer.Source
	for _, code := range slices.Sorted(maps.Keys(b.regions)) {
		r := b.regions[code]
		country := b.Countries[code[:2]]
		if len(r.cells) == 0 && r.row.code == "" || country.ID == 0 || b.countryRows[code[:2]].code == "" {
			continue
		}
		s := gazetteer.Source{
			ID: r.id, Name: r.Name, Kind: corpus.Admin, Second: r.second, In: country.ID, Population: r.population,
			Names: named(r.row.names, true), Demonyms: r.row.demonyms, Weight: r.weight(),
		}
		s.Lat, s.Lon = r.center()
		if i := strings.LastIndexByte(code, '.'); r.second && b.regions[code[:i]] != nil && len(b.regions[code[:i]].cells) > 0 {
			s.In = b.regions[code[:i]].id
		}
		if n := bare(r.Name); n != r.Name && (!r.second || b.towns[fold(n)] == 0) {
			s.Names = append(s.Names, gazetteer.Named{Name: n, As: gazetteer.Variant})
		}
		out = append(out, s)
	}
	return out
}

func (r *region) weight() int {
	switch {
	case r.seatPeople*5 > r.population, r.seat > 0 && !r.second && r.row.code == "":
		return r.seat - 30
	case r.second:
		return importance(r.population) - 120
	}
	return importance(r.population) + 60
}

// center is our own point, where there is one, else the middle of the half-degrees that have towns: nearer to the
// middle of the land than that of its people.
func (r *region) center() (lat, lon float64) {
	if r.row.code != "" {
		return r.row.lat, r.row.lon
	}
	for c := range r.cells {
		lat += float64(c[0])/2 + .25
		lon += float64(c[1])/2 + .25
	}
	n := float64(len(r.cells))
	return lat / n, lon / n
}

// areas are the regions and waters of our own table. One that is a division as well adds its names to that: see merge.
func (b *builder) areas() []gazetteer.Source {
	var out []gazetteer.Source
	weights := map[corpus.PlaceKind]int{corpus.Continent: 1000, corpus.Region: 760, corpus.Water: 720}
	for _, r := range b.regionRows {
		out = append(out, gazetteer.Source{
			ID: b.own(string(r.kind) + "/" + r.names[0]), Name: r.names[0], Kind: r.kind, In: b.Countries[r.code].ID, Lat: r.lat, Lon: r.lon,
			Names: named(r.names[1:], false), Demonyms: r.demonyms, Weight: weights[r.kind],
		})
	}
	slices.SortFunc(out, func(x, y gazetteer.Source) int { return cmp.Compare(x.ID, y.ID) })
	return out
}
