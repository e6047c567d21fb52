// Package gazetteer knows the places of the world by name: candidates with country, regions, population and point, from
// one table inside the binary. Names go in, entries come out; which entry a text means is not decided here.
//
// The table is read where it lies: opening it costs nothing, and nothing of it is kept on the heap. cmd/gazetteer makes
// it. It imports corpus.
package gazetteer

import (
	_ "embed" // the table

	"dateline/corpus"
)

//go:embed places.bin
var embedded string

// world is the table in the binary.
var world = open(embedded)

// An Entry is one place.
type Entry struct {
	ID         int    // GeoNames' number; negative: one of our own, stable, for a region that has none in the source
	Name       string // "Raqqa"
	Country    string // ISO 3166-1 alpha-2, "" where it is in none or in several
	Admin1     string // the names of the regions that it lies in, or is, "" for none
	Admin2     string
	Kind       corpus.PlaceKind
	Population int // 0 where unknown, else within a tenth of a percent
	Lat, Lon   float64
	Capital    bool   // of its country
	Second     bool   // an Admin of the second level: a county
	As         NameAs // how the name that was looked up relates to the place
	Containers []int  // the IDs of the regions and the country that it lies in, nearest first
}

// A NameAs says what sort of name leads to an entry.
type NameAs uint8

// The sorts of names, from the safest to the weakest.
const (
	Main    NameAs = iota // its own name
	Alias                 // another name in use: "U.S.", "Bombay", "N.C."
	Variant               // a spelling or a name in another language: "Ракка", "Rakka"
	Code                  // a postal code of two letters: "CA", which means a place only behind a town
	demonym
)

// Lookup gives the places that a name may mean, the most important first, nil where there is none. Case, accents, dots,
// apostrophes and hyphens make no difference.
func Lookup(name string) []Entry {
	h := newHash()
	for _, r := range name {
		h.rune(r)
	}
	return world.entries(world.find(h.sum()).places())
}

// A Name is what a run of words is called in the table, without its entries: cheap to make and to compare.
type Name struct{ slots slots }

// Entries gives the places that the name may mean, the most important first.
func (n Name) Entries() []Entry { return world.entries(n.slots) }

// Top gives the most important of its places alone.
func (n Name) Top() Entry { return world.entry(n.slots.at(0)) }

// Longest finds the longest name that the words begin with and tells how many words it has: 0 where there is none.
func Longest(words []string) (n int, entries []Entry) {
	n, name := Match(words)
	return n, name.Entries()
}

// Match does as Longest does, and leaves the entries to be asked for.
func Match(words []string) (n int, name Name) {
	var sums [maxWords]uint64
	h := newHash()
	k := 0
	for ; k < len(words) && k < maxWords; k++ {
		h.word(words[k])
		sums[k] = h.sum()
	}
	for ; k > 0; k-- {
		if found := world.find(sums[k-1]).places(); found != "" {
			return k, Name{found}
		}
	}
	return 0, Name{}
}

// Has reports whether the words together are a name of some place, without making its entries.
func Has(words ...string) bool {
	h := newHash()
	for _, w := range words {
		h.word(w)
	}
	return world.find(h.sum()).places() != ""
}

// ByID finds the place of a number.
func ByID(id int) (Entry, bool) {
	i, ok := world.byID(encodeID(id))
	if !ok {
		return Entry{}, false
	}
	return world.entry(ref(i)), true
}

// Demonym gives the country or region whose people or things a word names: "Russian", "Syrians".
func Demonym(word string) (Entry, bool) {
	h := newHash()
	h.word(word)
	refs := world.find(h.sum())
	for i := 0; i < refs.len(); i++ {
		if r := refs.at(i); r.as() == demonym {
			return world.entry(r), true
		}
	}
	return Entry{}, false
}

// maxWords is the most words that a name is sought by; longer names are not news.
const maxWords = 7
