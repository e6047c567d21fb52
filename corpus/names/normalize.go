package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Normalize writes a name as a newspaper would: "mark Toner" is Mark Toner, "SERGEY LAVROV" is Sergey Lavrov, "JOHN
// MCCAIN" is John McCain, "ursula VON DER LEYEN" is Ursula von der Leyen. Initials, numerals and particles in small
// letters stay. White space is single. It takes an acronym for a word: ask only for what is a name.
func Normalize(name string) string {
	words := strings.Fields(name)
	shouting := isShouted(words)
	for i, w := range words {
		switch {
		case isShout(w) && (shouting || !isAbbreviated(w)):
			w = titleCase(w)
			if i > 0 && isParticle(w) && i+1 < len(words) {
				w = strings.ToLower(w)
			}
		case isSmall(w):
			w = raised(w, i == 0)
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// isShouted reports whether no word has a small letter.
func isShouted(words []string) bool {
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsLower) {
			return false
		}
	}
	return true
}

// isAbbreviated reports whether capitals beside small letters are initials ("JK Rowling"), or a numeral.
func isAbbreviated(word string) bool {
	return utf8.RuneCountInString(word) <= 2 && !families[strings.ToLower(word)] || suffixes[strings.ToLower(word)]
}

func isSmall(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && !strings.ContainsFunc(word, unicode.IsUpper)
}

// raised is a word in small letters with its capitals. A particle has none, unless it is first and stands alone.
func raised(word string, first bool) string {
	head, rest, ok := strings.Cut(word, "-")
	switch {
	case ok && isParticle(head):
		return head + "-" + titleCase(rest)
	case isParticle(word) && !first:
		return word
	}
	return titleCase(word)
}

// titleCase writes a word with a capital at its start and behind hyphens and apostrophes, and as in McCain.
func titleCase(word string) string {
	low := strings.ToLower(word)
	if suffixes[low] && low != "jr" && low != "sr" || isConsonants(low) {
		return strings.ToUpper(word)
	}
	var b strings.Builder
	start := true
	for i, r := range low {
		rest := low[i+utf8.RuneLen(r):]
		if start && !(i > 0 && utf8.RuneCountInString(rest) == 0) { // not the s of "Lavrov's"
			r = unicode.ToTitle(r)
		}
		b.WriteRune(r)
		start = r == '-' || r == '\'' || r == '’' || r == '.' || b.Len() == 2 && b.String() == "Mc" && len(rest) > 2
	}
	return b.String()
}

// isConsonants reports whether a short word cannot be said: JD, TJ.
func isConsonants(word string) bool {
	return len(word) == 2 && !strings.ContainsAny(word, "aeiouyаеёиоуыэюя.") && isPlain(word)
}
