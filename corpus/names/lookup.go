package names

import "strings"

// Lookup gives the terms that a name as typed looks for, any of which will do. A single word finds everyone with that
// word in the name. More words find people with that given and last name, in either order; with its initial where an article
// gives no more; and where a middle name is typed, with that or none.
func Lookup(typed string) []string {
	if full, _, ok := spelled(typed); ok {
		typed = full
	}
	p := partsOf(typed)
	var k keyList
	switch {
	case p.last == "":
	case p.given == "":
		k.word(p, isArabic(typed))
	default:
		k.full(p)
		if isArabic(typed) {
			k.add(byFullLatin, p.consonants())
		} else {
			k.add(byFullArabic, p.consonants())
		}
	}
	return k
}

// word adds the terms for a last name alone.
func (k *keyList) word(p parts, arabic bool) {
	k.add(byWord, p.lastKey())
	words := strings.Fields(p.last)
	c := consonants(words[len(words)-1])
	switch {
	case len(c) < 2 || len(words) > 1:
	case arabic:
		k.add(byWordLatin, c)
	default:
		k.add(byWordArabic, c)
	}
}

// full adds the terms for a given and a last name.
func (k *keyList) full(p parts) {
	given, last := p.givenKey(), p.lastKey()
	if len(p.middle) == 0 || p.joined {
		k.add(byFull, given+" "+last)
	} else {
		long, short := p.middleKeys()
		k.add(byFull, given+" "+long+" "+last)
		k.add(byFull, given+" "+short+" "+last)
		k.add(byPlain, given+" "+last)
	}
	if isInitial(p.given) {
		return
	}
	for _, i := range p.initials() {
		k.add(byInitial, i+" "+last)
	}
	if len(p.middle) == 0 {
		k.add(byFull, last+" "+wordKey(p.given))
	}
}
