package names

import (
	_ "embed"
	"strings"
)

// A Gender is what a given name suggests. It is a hint and no more: Michel Baldanza is a woman.
type Gender uint8

// Unknown also stands for names that women and men bear.
const (
	Unknown Gender = iota
	Female
	Male
)

// given.txt has a line a name, folded, sorted by bytes: the name, a space, and m, f or b for both. It is made from the
// first names of the 1990 census of the United States (public domain) and of Faker 40.63 (MIT), with additions of ours.
//
//go:embed given.txt
var givenNames string

// IsGiven reports whether a word is known as a given name. Some are family names or words as well.
func IsGiven(word string) bool { return givenKind(word) != 0 }

// GenderOf is what the first of the given names suggests.
func GenderOf(given string) Gender {
	first, _, _ := strings.Cut(given, " ")
	kind := givenKind(first)
	if kind == 0 {
		first, _, _ = strings.Cut(first, "-")
		kind = givenKind(first)
	}
	switch kind {
	case 'f':
		return Female
	case 'm':
		return Male
	}
	return Unknown
}

// givenKind finds a name's letter in givenNames, 0 where it has none. The list is searched as it lies, so that
// opening costs nothing.
func givenKind(word string) byte {
	key := fold(word)
	if key == "" {
		return 0
	}
	lo, hi := 0, len(givenNames)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(givenNames[:mid], '\n') + 1
		end := start + strings.IndexByte(givenNames[start:], '\n')
		name := givenNames[start : end-2]
		switch {
		case name == key:
			return givenNames[end-1]
		case name < key:
			lo = end + 1
		default:
			hi = start
		}
	}
	return 0
}
