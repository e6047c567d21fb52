package index

import (
	"math"
	"math/bits"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"

	"github.com/cespare/xxhash/v2"
)

// A Print is what the story grouping keeps of an article: 150 bytes, so that a million articles cost 150 MB of memory
// while they are written and none when they are searched.
type Print struct {
	ID       corpus.ID
	Earliest int64  // seconds since 1970 when it was published; math.MaxInt64 where that is unknown
	Words    int32  // length of the body in words
	Exact    uint64 // hash of the body's folded words; 0 for an empty body
	Sketch   Sketch
}

// A Sketch is a MinHash over the body's shingles of three words (Broder 1997), each minimum cut to 16 bits: of two
// sketches about as many values are equal as the texts share of their shingles.
type Sketch [sketchLen]uint16

const (
	sketchLen  = 64
	shingleLen = 3
	bandLen    = 2  // values that must be equal together for two articles to be compared
	leastWords = 20 // shorter bodies are copies only where every word is equal
)

// PrintOf makes an article's print.
func PrintOf(a *corpus.Article) Print {
	words := foldedWords(a.Body)
	p := Print{ID: a.ID, Earliest: math.MaxInt64, Words: int32(len(words))}
	if !a.Published.IsZero() {
		p.Earliest = a.Published.Earliest.Unix()
	}
	if len(words) > 0 {
		p.Exact = xxhash.Sum64String(strings.Join(words, " ")) | 1
	}
	if len(words) >= leastWords {
		p.Sketch = sketch(shingles(words))
	}
	return p
}

func (p *Print) hasSketch() bool { return p.Words >= leastWords }

func foldedWords(body string) []string {
	t := text.Read(body, "")
	words := make([]string, len(t.Words))
	for i := range t.Words {
		words[i] = text.Fold(t.Word(i))
	}
	return words
}

// shingles hashes every run of three words.
func shingles(words []string) []uint64 {
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = xxhash.Sum64String(w)
	}
	out := make([]uint64, 0, len(words))
	for i := 0; i+shingleLen <= len(hashes); i++ {
		h := hashes[i]
		for _, next := range hashes[i+1 : i+shingleLen] {
			h = bits.RotateLeft64(h, 21)*0x9E3779B97F4A7C15 ^ next
		}
		out = append(out, mix(h))
	}
	return out
}

// sketch takes, for each of its values, the minimum over all shingles under another hash: h*odd+c, whose high bits
// are what is compared.
func sketch(shingles []uint64) Sketch {
	var least [sketchLen]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for _, h := range shingles {
		for i := range least {
			least[i] = min(least[i], h*multipliers[i])
		}
	}
	var s Sketch
	for i, v := range least {
		s[i] = uint16(mix(v))
	}
	return s
}

// multipliers are odd numbers from a fixed sequence: a print made today must equal one made next year.
var multipliers = func() (m [sketchLen]uint64) {
	for i := range m {
		m[i] = mix(uint64(i+1)*0x9E3779B97F4A7C15) | 1
	}
	return m
}()

// mix is the finalizer of splitmix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// alike estimates the share of shingles that two texts have in common.
func (s *Sketch) alike(o *Sketch) float64 {
	equal := 0
	for i := range s {
		if s[i] == o[i] {
			equal++
		}
	}
	return float64(equal) / sketchLen
}
