package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"dateline/corpus"
)

// A Source is one place for Build.
type Source struct {
	ID         int // unique; negative where it is not GeoNames'
	Name       string
	Kind       corpus.PlaceKind
	Second     bool // an Admin of the second level
	Capital    bool
	Code       string // of a Country: ISO 3166-1 alpha-2
	In         int    // the ID of the region or country it lies in, 0 for none
	Population int
	Lat, Lon   float64
	Names      []Named // other names
	Demonyms   []string
	Weight     int // what sorts entries of one name, the more important first: a hundred a power of ten people
}

// Named is another name of a place.
type Named struct {
	Name string
	As   NameAs
}

// Build makes a table of places, the same bytes for the same places.
func Build(places []Source) ([]byte, error) {
	b := &builder{places: slices.Clone(places), text: map[string]int{}}
	slices.SortFunc(b.places, func(x, y Source) int { return cmp.Compare(encodeID(x.ID), encodeID(y.ID)) })
	if len(b.places) >= 1<<refBits {
		return nil, fmt.Errorf("gazetteer: %d places, only %d have room", len(b.places), 1<<refBits)
	}
	for i := 1; i < len(b.places); i++ {
		if b.places[i].ID == b.places[i-1].ID {
			return nil, fmt.Errorf("gazetteer: two places have the number %d", b.places[i].ID)
		}
	}
	if err := b.layRegions(); err != nil {
		return nil, err
	}
	b.layRecords()
	b.laySlots()
	if b.names.Len() >= 1<<24 {
		return nil, fmt.Errorf("gazetteer: %d bytes of names are too many", b.names.Len())
	}
	return b.bytes(), nil
}

type builder struct {
	places   []Source
	text     map[string]int
	names    bytes.Buffer
	regionOf map[int]int // ID of a region → its number
	records  []byte
	regions  []byte
	buckets  []byte
	slots    []byte
}

// put keeps a name once. code is a country's.
func (b *builder) put(name, code string) int {
	if len(name) > 255 {
		name = name[:255]
	}
	if at, ok := b.text[name+"\x00"+code]; ok {
		return at
	}
	at := b.names.Len()
	b.text[name+"\x00"+code] = at
	b.names.WriteByte(byte(len(name)))
	b.names.WriteString(name + code)
	return at
}

// isRegion says which places others lie in.
func isRegion(s Source) bool { return s.Kind == corpus.Admin || s.Kind == corpus.Country }

func (b *builder) layRegions() error {
	b.regionOf = map[int]int{0: 0}
	for _, s := range b.places {
		if isRegion(s) {
			b.regionOf[s.ID] = len(b.regionOf)
		}
	}
	if len(b.regionOf) > 1<<16 {
		return fmt.Errorf("gazetteer: %d regions are too many", len(b.regionOf))
	}
	b.regions = make([]byte, regionSize)
	for i, s := range b.places {
		parent, ok := b.regionOf[s.In]
		if !ok {
			return fmt.Errorf("gazetteer: %s lies in %d, which is no region", s.Name, s.In)
		}
		if isRegion(s) {
			b.regions = append(b.regions, byte(parent), byte(parent>>8))
			b.regions = append24(b.regions, b.put(s.Name, s.Code))
			b.regions = append24(b.regions, i)
		}
	}
	return nil
}

func append24(dst []byte, v int) []byte { return append(dst, byte(v), byte(v>>8), byte(v>>16)) }

func (b *builder) layRecords() {
	for _, s := range b.places {
		region := b.regionOf[s.In]
		if isRegion(s) {
			region = b.regionOf[s.ID]
		}
		kind := byte(slices.Index(kinds[:], s.Kind))
		if s.Capital {
			kind |= capitalBit
		}
		if s.Second {
			kind |= secondLevel
		}
		r := binary.LittleEndian.AppendUint32(b.records, encodeID(s.ID))
		r = append24(r, int(encodeDegrees(s.Lat, 180)))
		r = append24(r, int(encodeDegrees(s.Lon, 360)))
		r = binary.LittleEndian.AppendUint16(r, uint16(encodePopulation(s.Population)))
		r = append(r, byte(region), byte(region>>8), kind)
		b.records = append24(r, b.put(s.Name, s.Code))
	}
}

// A lead is a name's hash and the place that it leads to.
type lead struct {
	sum    uint64
	record int
	as     NameAs
	weight int
}

func (b *builder) leads() []lead {
	var out []lead
	for i, s := range b.places {
		add := func(name string, as NameAs) {
			h := newHash()
			for _, r := range name {
				h.rune(r)
			}
			if h.words+h.n > 0 {
				out = append(out, lead{h.sum(), i, as, s.Weight})
			}
		}
		add(s.Name, Main)
		for _, n := range s.Names {
			add(n.Name, n.As)
		}
		for _, d := range s.Demonyms {
			add(d, demonym)
		}
	}
	return out
}

func (b *builder) laySlots() {
	ls := b.leads()
	slices.SortFunc(ls, func(x, y lead) int {
		return cmp.Or(cmp.Compare(x.sum>>(64-bucketBits), y.sum>>(64-bucketBits)), cmp.Compare(uint32(x.sum), uint32(y.sum)),
			cmp.Compare(b2i(x.as == demonym), b2i(y.as == demonym)), cmp.Compare(rank(y), rank(x)), cmp.Compare(x.record, y.record))
	})
	next, last := 0, map[int]bool{}
	for i, l := range ls {
		if i == 0 || ls[i-1].sum != l.sum {
			clear(last)
		}
		if l.as != demonym && last[l.record] {
			continue
		}
		last[l.record] = true
		for ; next <= int(l.sum>>(64-bucketBits)); next++ {
			b.buckets = binary.LittleEndian.AppendUint32(b.buckets, uint32(len(b.slots)/slotSize))
		}
		b.slots = binary.LittleEndian.AppendUint32(b.slots, uint32(l.sum))
		b.slots = append24(b.slots, l.record|int(l.as)<<refBits)
	}
	for ; next <= 1<<bucketBits; next++ {
		b.buckets = binary.LittleEndian.AppendUint32(b.buckets, uint32(len(b.slots)/slotSize))
	}
}

// rank is a place's weight under a name: a weak name makes it less likely to be meant.
func rank(l lead) int { return l.weight - [...]int{0, 20, 150, 200, 0}[l.as] }

func b2i(v bool) int {
	if v {
		return 1
	}
	return 0
}

func (b *builder) bytes() []byte {
	out := append([]byte(magic), version, 0, 0, 0)
	at := headerSize
	parts := [][]byte{b.records, b.regions, b.buckets, b.slots, b.names.Bytes()}
	for i, size := range []int{recordSize, regionSize, 4, slotSize, 1} {
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(parts[i])/size))
		at += len(parts[i])
	}
	return append(out, bytes.Join(parts, nil)...)
}
