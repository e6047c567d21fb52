package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Find gives the positions of the words that any of some keys finds, ascending. Most words are passed over by how they
// begin: making the terms of all took half the time of a page of hits.
func (t *Text) Find(keys []Key) []int32 {
	var terms []string
	for _, k := range keys {
		if k.Finds(k.Term, t.Language) {
			terms = append(terms, k.Term)
		}
	}
	if len(terms) == 0 {
		return nil
	}
	begin := beginningsOf(terms)
	all := !t.stems.keepsBeginning()
	var at []int32
	var own []string
	for i := range t.Words {
		if !all && !begin.mayBe(t.Word(i)) {
			continue
		}
		own = t.Terms(own[:0], i)
		if slices.ContainsFunc(own, func(term string) bool { return slices.Contains(terms, term) }) {
			at = append(at, int32(i))
		}
	}
	return at
}

// keepsBeginning reports whether a stem has the first two letters of its word, or i for y ("dying", "die"). English has
// suffixes alone; of others it is not asked, since some drop prefixes.
func (s *stemmer) keepsBeginning() bool { return s.algorithm == nil || s == stemmerOf("en") }

// beginnings are pairs of letters that words begin with, large or small. A few are taken for each other.
type beginnings [1 << 10]bool

const pairBits = 5

func pair(a, b byte) int {
	const low = 1<<pairBits - 1
	if b&low == 'y'&low {
		b = 'i'
	}
	return int(a&low)<<pairBits | int(b&low)
}

func beginningsOf(terms []string) *beginnings {
	var b beginnings
	for _, term := range terms {
		term = strings.TrimLeft(term, StemMark+CaseMark)
		if len(term) > 1 {
			b[pair(term[0], term[1])] = true
			continue
		}
		for second := range byte(1 << pairBits) {
			b[pair(term[0], second)] = true
		}
	}
	return &b
}

// mayBe is false only of a word that folds to another beginning than all of b. What stands before an apostrophe may be
// dropped, and what is not ASCII may fold to anything.
func (b *beginnings) mayBe(word string) bool {
	second := byte(0)
	if len(word) > 1 {
		second = word[1]
	}
	if b[pair(word[0], second)] || second < utf8.RuneSelf && second != 0 && !isRun[second] {
		return true
	}
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf || word[i] == '\'' {
			return true
		}
	}
	return false
}
