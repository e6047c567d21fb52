package gazetteer

import "sort"

// The table, all numbers little-endian:
//
//	header   "dlgz" version(u32), then offset(u32) and count(u32) of each section
//	records  one a place, sorted by id, recordSize bytes:
//	         id(u32) lat(u24) lon(u24) population(u16) region(u16) kind(u8) name(u24, offset into text)
//	regions  one a country, region or district, regionSize bytes: parent(u16) name(u24) record(u24); 0 is no region
//	buckets  2^bucketBits+1 positions(u32) in slots, by the top bits of a name's hash
//	slots    slotSize bytes, sorted by bucket, print, then the most important first: print(u32, the low bits of the
//	         hash) and ref(u24): the record's number and, in the top bits, the NameAs
//	text     names, each length(u8) and bytes; the two bytes behind a country's are its code
//
// A name that is not in the table passes for one with a chance of about 1 in 10^9: names themselves aren't kept.
type table struct {
	records, regions, buckets, slots, text section
}

type section struct {
	data string
	n    int
}

const (
	magic       = "dlgz"
	version     = 1
	headerSize  = 8 + 5*8
	recordSize  = 18
	regionSize  = 8
	slotSize    = 7
	bucketBits  = 17
	refBits     = 21      // of the record's number in a slot
	ownID       = 1 << 31 // set in the ids that are not GeoNames'
	capitalBit  = 1 << 7  // in kind
	secondLevel = 1 << 6
)

// open lays a table over its bytes. What isn't one is an empty table.
func open(s string) *table {
	if len(s) < headerSize || s[:4] != magic || u32(s, 4) != version {
		return &table{}
	}
	t := &table{}
	sizes := [...]int{recordSize, regionSize, 4, slotSize, 1}
	for i, sec := range [...]*section{&t.records, &t.regions, &t.buckets, &t.slots, &t.text} {
		from, n := int(u32(s, 8+8*i)), int(u32(s, 12+8*i))
		if from+n*sizes[i] > len(s) {
			return &table{}
		}
		*sec = section{s[from : from+n*sizes[i]], n}
	}
	return t
}

// slots are the slots of one name, as they lie in the table.
type slots string

func (s slots) len() int     { return len(s) / slotSize }
func (s slots) at(i int) ref { return ref(u24(string(s), i*slotSize+4)) }

// places is the slots without those of demonyms, which stand last.
func (s slots) places() slots {
	n := s.len()
	for n > 0 && s.at(n-1).as() == demonym {
		n--
	}
	return s[:n*slotSize]
}

// find gives the slots of a name's hash.
func (t *table) find(sum uint64) slots {
	if t.buckets.n == 0 {
		return ""
	}
	b := int(sum >> (64 - bucketBits))
	from, to := int(u32(t.buckets.data, 4*b)), int(u32(t.buckets.data, 4*b+4))
	print := uint32(sum)
	for from < to && u32(t.slots.data, from*slotSize) != print {
		from++
	}
	end := from
	for end < to && u32(t.slots.data, end*slotSize) == print {
		end++
	}
	return slots(t.slots.data[from*slotSize : end*slotSize])
}

// byID finds a record's number.
func (t *table) byID(id uint32) (int, bool) {
	i := sort.Search(t.records.n, func(i int) bool { return u32(t.records.data, i*recordSize) >= id })
	return i, i < t.records.n && u32(t.records.data, i*recordSize) == id
}

// name reads a name of the text section.
func (t *table) name(at int) string {
	n := int(t.text.data[at])
	return t.text.data[at+1 : at+1+n]
}

func u16(s string, at int) int { return int(s[at]) | int(s[at+1])<<8 }

func u24(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16
}

func u32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}
