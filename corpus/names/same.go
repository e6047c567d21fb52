package names

import (
	"slices"
	"strings"
)

// Same reports whether two names can be one person's: equal last names, and given names that agree in spelling, as short
// and full form, or as an initial; middle names must not contradict. It is not enough that last names are equal: "Clinton"
// is the same as no other name but itself.
func Same(a, b string) bool {
	p, q := partsOf(a), partsOf(b)
	if p.last == "" || q.last == "" {
		return false
	}
	if p.given == "" || q.given == "" {
		return p.given == q.given && p.lastKey() == q.lastKey()
	}
	if isWritten(a) != isWritten(b) {
		return sameConsonants(p, q)
	}
	if p.lastKey() == q.lastKey() {
		return sameGiven(p, q) && sameMiddle(p, q)
	}
	return sameCompound(p, q) || sameCompound(q, p)
}

func isWritten(name string) bool { return isArabic(name) }

// sameGiven compares given names, of which one may be an initial.
func sameGiven(p, q parts) bool {
	a, b := p.givenKey(), q.givenKey()
	if isInitial(p.given) || isInitial(q.given) {
		return initial(a) == initial(b)
	}
	return a == b
}

// sameMiddle reports whether no middle name contradicts: names that both have agree in order, or are initials of each other.
func sameMiddle(p, q parts) bool {
	if p.joined || q.joined {
		return true
	}
	for i := range min(len(p.middle), len(q.middle)) {
		a, b := wordKey(p.middle[i]), wordKey(q.middle[i])
		if a == b || a == "" || b == "" {
			continue
		}
		if !(isInitial(p.middle[i]) || isInitial(q.middle[i])) || initial(a) != initial(b) {
			return false
		}
	}
	return true
}

// sameCompound reports whether q's last name is the first of p's two, as in Enrique Peña Nieto and Enrique Peña.
func sameCompound(p, q parts) bool {
	return len(p.middle) > 0 && !isInitial(p.middle[len(p.middle)-1]) && !p.joined && sameGiven(p, q) &&
		len(q.middle) == 0 && wordKey(p.middle[len(p.middle)-1]) == q.lastKey() && !IsGiven(q.last)
}

// sameConsonants compares a name in Arabic script with one in another, word by word.
func sameConsonants(p, q parts) bool {
	all := func(p parts) (keys []string) {
		for _, w := range p.words() {
			if !isArticle(strings.ToLower(w)) {
				keys = append(keys, consonants(strings.TrimPrefix(w, "ال")))
			}
		}
		return keys
	}
	return slices.Equal(all(p), all(q))
}
