package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Find gives the positions of the words that any of some keys finds, ascending. Most words are passed over by their first
// letter: making the terms of all took half the time of a page of hits.
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
	begin := t.stems.beginnings(terms)
	var at []int32
	var own []string
	for i := range t.Words {
		if !begin.mayBe(t.Word(i)) {
			continue
		}
		own = t.Terms(own[:0], i)
		if slices.ContainsFunc(own, func(term string) bool { return slices.Contains(terms, term) }) {
			at = append(at, int32(i))
		}
	}
	return at
}

// beginnings are the ASCII bytes that a word may begin with.
type beginnings [utf8.RuneSelf]bool

// beginnings gives the first letters of the words that may have some terms: all, where a language's stems may begin otherwise
// than their words.
func (s *stemmer) beginnings(terms []string) *beginnings {
	var b beginnings
	for _, term := range terms {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(term, StemMark+CaseMark))
		if c < utf8.RuneSelf {
			b[c] = true
			b[upperOf(byte(c))] = true
		}
	}
	if !s.keepsFirst() {
		for c := range b {
			b[c] = true
		}
	}
	return &b
}

func upperOf(c byte) byte {
	if isSmall(c) {
		return c + 'A' - 'a'
	}
	return c
}

// keepsFirst reports whether a stem begins as its word does. English has suffixes alone; of others it is not asked, since
// some drop prefixes.
func (s *stemmer) keepsFirst() bool { return s.algorithm == nil || s == stemmerOf("en") }

// mayBe is false only of a word that folds to another first letter than all of b. What stands before an apostrophe may
// be dropped, and what is not ASCII may fold to anything.
func (b *beginnings) mayBe(word string) bool {
	if word[0] < utf8.RuneSelf && b[word[0]] {
		return true
	}
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf || word[i] == '\'' {
			return true
		}
	}
	return false
}
