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
	if isArabic(a) != isArabic(b) {
		return p.consonants() != "" && p.consonants() == q.consonants()
	}
	if p.lastKey() == q.lastKey() {
		return sameGiven(p, q) && sameMiddle(p, q) && !sameByShort(p, q)
	}
	return sameCompound(p, q) || sameCompound(q, p)
}

// sameGiven compares given names, of which one may be an initial.
func sameGiven(p, q parts) bool {
	if isInitial(p.given) || isInitial(q.given) {
		return slices.ContainsFunc(p.initials(), func(i string) bool { return slices.Contains(q.initials(), i) })
	}
	return p.givenKey() == q.givenKey()
}

// sameByShort reports whether a short form of the given name is all that joins two names that differ elsewhere too: Bob
// Lutz is no Robert Lutts, James Kim no Jim Yong Kim, Bill Smith no Will Smith.
func sameByShort(p, q parts) bool {
	a, b := latin(p.given), latin(q.given)
	if a == b || isInitial(p.given) || isInitial(q.given) || formal[a] == "" && formal[b] == "" || wordKey(a) == wordKey(b) {
		return false
	}
	short := formal[a] != "" && formal[b] != "" && !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a)
	return short || latin(p.last) != latin(q.last) || slices.ContainsFunc(slices.Concat(p.middle, q.middle), func(w string) bool { return !isInitial(w) })
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
		if !(isInitial(p.middle[i]) || isInitial(q.middle[i])) || initial(latin(p.middle[i])) != initial(latin(q.middle[i])) {
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
