// Package names knows how people are written: which parts a name has, which spellings are one name, which words are
// titles. A name goes in as an article writes it, in Latin, Cyrillic, Greek or Arabic letters; out come its parts, the keys it is
// found by, and a verdict whether two names can be one person's. It knows nothing of any text. It imports corpus.
package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split gives the parts of a name without titles and suffixes: "Gen. David H. Petraeus Jr." is David, H., Petraeus. A
// nickname in quotation marks is none of them. The
// last name has its particles ("van der Bellen", "al-Assad"). Orders other than given before last are turned round
// where they show: by a comma, by capitals ("LAVROV Sergei"), by a patronymic behind, by a family name of China or Korea in
// front. Of a single word it says that it is a last name.
func Split(name string) (given, middle, last string) {
	p := partsOf(name)
	return p.given, strings.Join(p.middle, " "), p.last
}

// parts are the parts of a name.
type parts struct {
	given  string
	middle []string
	last   string
	// joined says that given and middle are syllables of one given name, as in Kim Jong Un.
	joined bool
}

func partsOf(name string) parts {
	name, _ = withoutNickname(name)
	words, comma := wordsOf(name)
	words = withoutSuffixes(withoutTitles(words))
	if comma > 0 && comma < len(words) {
		words = slices.Concat(words[comma:], words[:comma])
		return western(words)
	}
	switch {
	case len(words) == 0:
		return parts{}
	case len(words) == 1:
		return parts{last: words[0]}
	case isEastern(words):
		return parts{given: words[1], middle: words[2:], last: words[0], joined: true}
	case isTurned(words):
		words = slices.Concat(words[1:], words[:1])
	}
	return western(words)
}

// withoutNickname takes a nickname out of a name: William "Bill" Hale. It is "" where there is none.
func withoutNickname(name string) (rest, nickname string) {
	start := strings.IndexFunc(name, isQuote)
	if start <= 0 || name[start-1] != ' ' {
		return name, ""
	}
	_, n := utf8.DecodeRuneInString(name[start:])
	end := strings.IndexFunc(name[start+n:], isQuote)
	if end <= 0 {
		return name, ""
	}
	end += start + n
	_, m := utf8.DecodeRuneInString(name[end:])
	if end+m == len(name) || name[end+m] != ' ' || strings.Contains(name[start+n:end], " ") {
		return name, ""
	}
	return name[:start] + name[end+m+1:], name[start+n : end]
}

func isQuote(r rune) bool { return strings.ContainsRune(`"“”'‘’()`, r) }

// wordsOf gives the words of a name, and how many stand before a comma that turns it round ("Lavrov, Sergei").
func wordsOf(name string) (words []string, comma int) {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(name), "'s"), "’s")
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“”«»()`, r) }) {
		bare := strings.Trim(w, ",;:-–—")
		if bare == "" {
			continue
		}
		words = append(words, spread(bare)...)
		if strings.HasSuffix(w, ",") && comma == 0 {
			comma = len(words)
		}
	}
	return words, comma
}

// spread parts initials that are written together: "J.K." is J. and K.
func spread(word string) []string {
	dots := strings.Count(word, ".")
	if dots < 2 || utf8.RuneCountInString(word) != 2*dots {
		return []string{word}
	}
	var initials []string
	for _, s := range strings.SplitAfter(word, ".") {
		if s != "" {
			initials = append(initials, s)
		}
	}
	return initials
}

// western splits words in the order given, middle, last. Particles begin the last name.
func western(words []string) parts {
	if len(words) == 1 {
		return parts{last: words[0]}
	}
	at := len(words) - 1
	for at > 1 && isParticle(words[at-1]) {
		at--
	}
	if at == 1 && isParticle(words[0]) && !strings.EqualFold(words[0], "al") {
		at = 0
	}
	p := parts{last: strings.Join(words[at:], " ")}
	if at == 0 {
		return p
	}
	p.given, p.middle = words[0], words[1:at]
	if isCompound(p.given) && len(p.middle) > 0 {
		p.given, p.middle = p.given+" "+p.middle[0], p.middle[1:]
	}
	return p
}

// isTurned reports whether the family name stands in front: in capitals before a word that is not, or with a patronymic or a
// lone given name behind.
func isTurned(words []string) bool {
	first, last := words[0], words[len(words)-1]
	if isShout(first) && !isShout(last) {
		return true
	}
	if len(words) == 3 && isPatronymic(last) && IsGiven(words[1]) {
		return true
	}
	return len(words) == 2 && IsGiven(last) && !IsGiven(first) && isSlavic(first)
}

// isSlavic reports whether a word ends as the family names of Russia and Ukraine do, which may stand in front.
func isSlavic(word string) bool {
	s := skeleton(word)
	for _, end := range []string{"ov", "ova", "ev", "eva", "in", "ina", "ski", "skaia", "enko", "chuk", "iuk"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}

// isShout reports whether a word is of two capitals or more.
func isShout(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) || r == '.' {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

func isPatronymic(word string) bool {
	s := latin(word)
	for _, end := range []string{"ovich", "evich", "yevich", "ovna", "evna", "yevna", "ichna", "ovych", "ivna"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+1 {
			return true
		}
	}
	return false
}

// isInitial reports whether a word is one letter, with or without a dot.
func isInitial(word string) bool {
	return utf8.RuneCountInString(strings.TrimSuffix(word, ".")) == 1
}
