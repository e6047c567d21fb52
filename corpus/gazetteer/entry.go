package gazetteer

import (
	"math"

	"dateline/corpus"
)

// A ref is a record's number, with the NameAs that led to it above refBits.
type ref uint32

func (r ref) record() int { return int(r & (1<<refBits - 1)) }
func (r ref) as() NameAs  { return NameAs(r >> refBits) }

// kinds are the kinds of place by their number in a record.
var kinds = [...]corpus.PlaceKind{corpus.City, corpus.Admin, corpus.Country, corpus.Region, corpus.Water, corpus.Continent}

func (t *table) entries(s slots) []Entry {
	if s == "" {
		return nil
	}
	es := make([]Entry, s.len())
	for i := range es {
		es[i] = t.entry(s.at(i))
	}
	return es
}

// entry reads a record.
func (t *table) entry(r ref) Entry {
	s := t.records.data[r.record()*recordSize:][:recordSize]
	e := Entry{
		ID: decodeID(u32(s, 0)), Lat: degrees(u24(s, 4), 180), Lon: degrees(u24(s, 7), 360), Population: decodePopulation(u16(s, 10)),
		Name: t.name(int(u24(s, 15))), Kind: kinds[s[14]&15], Capital: s[14]&capitalBit != 0, Second: s[14]&secondLevel != 0, As: r.as(),
	}
	t.place(&e, u16(s, 12), r.record())
	return e
}

// place climbs from a region to the country and names what it passes.
func (t *table) place(e *Entry, region, self int) {
	var chain [4]int
	n := 0
	for ; region != 0 && n < len(chain); n++ {
		chain[n] = region
		region = u16(t.regions.data, region*regionSize)
	}
	e.Containers = make([]int, 0, n)
	for i, at := range chain[:n] {
		s := t.regions.data[at*regionSize:][:regionSize]
		name := t.name(int(u24(s, 2)))
		switch n - i {
		case 1:
			at := int(u24(s, 2)) + 1 + len(name)
			e.Country = t.text.data[at : at+2]
		case 2:
			e.Admin1 = name
		case 3:
			e.Admin2 = name
		}
		if record := int(u24(s, 5)); record != self {
			e.Containers = append(e.Containers, decodeID(u32(t.records.data, record*recordSize)))
		}
	}
}

// encodeID keeps the numbers of our own apart from GeoNames'.
func encodeID(id int) uint32 {
	if id < 0 {
		return uint32(-id) | ownID
	}
	return uint32(id)
}

func decodeID(id uint32) int {
	if id&ownID != 0 {
		return -int(id &^ ownID)
	}
	return int(id)
}

// degrees spreads 24 bits over a circle or half of one: about two metres a step.
func degrees(v uint32, whole float64) float64 {
	d := (float64(v)+.5)*whole/(1<<24) - whole/2
	return math.Round(d*1e4) / 1e4
}

func encodeDegrees(d, whole float64) uint32 {
	return uint32(max(0, min(1<<24-1, (d+whole/2)/whole*(1<<24))))
}

// A population has 11 bits and an exponent of 5.
func decodePopulation(v int) int { return v & 2047 << (v >> 11) }

func encodePopulation(n int) int {
	e := 0
	for n > 2047 && e < 31 {
		n >>= 1
		e++
	}
	return n | e<<11
}
