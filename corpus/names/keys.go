package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A key says by its first letter how much of a name it holds, so that a last name finds everybody who bears it, and a
// full name nobody who shares only its last: w a word, f a given and a last name, i an initial and a last name where the
// name has no more, b words of Arabic script by their consonants, a words of other scripts likewise.

// Key is a name in the form in which spellings of it are equal: "sergei lavrov" for Sergei Lavrov, SERGEY LAVROV and
// Лавров Сергей Викторович. Middle names do not count. It is "" for a name without letters.
func Key(name string) string {
	p := partsOf(name)
	given := p.givenKey()
	if given == "" {
		return p.lastKey()
	}
	return given + " " + p.lastKey()
}

// givenKey is the skeleton of the given name, of all its syllables where it has several, by its full form.
func (p parts) givenKey() string {
	given := p.given
	if p.joined {
		given += strings.Join(p.middle, "")
	}
	if isInitial(given) {
		return latin(given)
	}
	if full, ok := formal[latin(given)]; ok {
		given = full
	}
	return wordKey(given)
}

// lastKey is the skeleton of the last name with its particles, without the Arabic article.
func (p parts) lastKey() string {
	var b strings.Builder
	for _, w := range strings.Fields(p.last) {
		if w = wordKey(w); !isArticle(w) {
			b.WriteString(w)
		}
	}
	if b.Len() == 0 {
		return wordKey(p.last)
	}
	return b.String()
}

// wordKey is the skeleton of a word without the Arabic article that a hyphen joins to it: al-Assad, el-Sisi.
func wordKey(word string) string {
	if i := strings.IndexAny(word, "-‑"); i > 0 && isArticle(strings.ToLower(word[:i])) {
		word = word[i+1:]
	}
	if isArabic(word) {
		if rest, ok := strings.CutPrefix(word, "ال"); ok {
			word = rest
		}
	}
	return skeleton(word)
}

// initial is the first letter of a key.
func initial(key string) string {
	_, n := utf8.DecodeRuneInString(key)
	return key[:n]
}

func isArticle(word string) bool {
	switch word {
	case "al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul":
		return true
	}
	return false
}

// Keys gives the terms that a person of this name is found by.
func Keys(name string) []string {
	p := partsOf(name)
	if p.last == "" {
		return nil
	}
	var keys []string
	add := func(kind, key string) {
		if key != "" && !slices.Contains(keys, kind+key) {
			keys = append(keys, kind+key)
		}
	}
	for _, w := range p.words() {
		if !isInitial(w) && !isParticle(w) {
			add("w", wordKey(w))
			add(script(w), consonants(w))
		}
	}
	last := p.lastKey()
	add("w", last)
	for _, full := range p.fulls(last) {
		add("f", full)
	}
	if given := p.givenKey(); isInitial(p.given) && p.given != "" {
		add("i", given+" "+last)
	}
	return keys
}

// words are all words of a name.
func (p parts) words() []string {
	return slices.Concat(strings.Fields(p.given), p.middle, strings.Fields(p.last))
}

// script is the kind of key that a word's consonants make.
func script(word string) string {
	if isArabic(word) {
		return "b"
	}
	return "a"
}

// fulls are the forms that stand for the whole name: with and without the middle names, with their initials, and a middle name
// beside the last as in Peña Nieto.
func (p parts) fulls(last string) []string {
	given := p.givenKey()
	if given == "" {
		return nil
	}
	fulls := []string{given + " " + last, initial(given) + " " + last}
	if p.joined {
		return fulls[:1]
	}
	if isInitial(p.given) {
		fulls = fulls[:1]
	}
	var middle, short strings.Builder
	for i, w := range p.middle {
		k := wordKey(w)
		if k == "" {
			continue
		}
		middle.WriteString(k + " ")
		short.WriteString(initial(k) + " ")
		if !isInitial(w) {
			rest := parts{last: strings.Join(p.middle[i+1:], " ") + p.last}
			fulls = append(fulls, k+" "+rest.lastKey())
		}
	}
	return append(fulls, given+" "+middle.String()+last, given+" "+short.String()+last)
}

// Lookup gives the terms that a name as typed looks for, any of which will do. A single word finds everyone with that
// word in the name; more words find people with that given and last name, in either order, or with its initial where that
// is all that an article gives.
func Lookup(typed string) []string {
	p := partsOf(typed)
	switch {
	case p.last == "":
		return nil
	case p.given == "":
		return lookupWord(p)
	}
	last, given := p.lastKey(), p.givenKey()
	terms := []string{"f" + given + " " + last}
	if len(p.middle) > 0 && !p.joined {
		terms = []string{}
		fulls := p.fulls(last)
		for _, f := range fulls[len(fulls)-2:] {
			terms = append(terms, "f"+f)
		}
	}
	if !isInitial(p.given) {
		terms = append(terms, "i"+initial(given)+" "+last)
		if len(p.middle) == 0 {
			terms = append(terms, "f"+last+" "+wordKey(p.given))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

func lookupWord(p parts) []string {
	terms := []string{"w" + p.lastKey()}
	words := strings.Fields(p.last)
	last := words[len(words)-1]
	if c := consonants(last); len(c) > 1 {
		if isArabic(last) {
			return append(terms, "a"+c)
		}
		terms = append(terms, "b"+c)
	}
	return terms
}
