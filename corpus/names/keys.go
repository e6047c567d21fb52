package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A key says by its first letter how much of a name it holds, so that a last name finds everybody who bears it, and a
// full name nobody who shares only its last. Names in Arabic script lack vowels: they and the others meet by
// consonants, and only there.
const (
	byWord       = "w" // any word of the name
	byFull       = "f" // given and last name, with and without middle names
	byInitial    = "i" // an initial and the last name, of a name that gives no more
	byPlain      = "n" // given and last name, of a name without middle names
	byWordLatin  = "a" // a word's consonants, of a name that is not in Arabic script
	byWordArabic = "b" // a word's consonants, of a name in Arabic script
	byFullLatin  = "c" // the consonants of given and last name, likewise
	byFullArabic = "d"
)

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
	if isInitial(p.given) {
		return latin(p.given)
	}
	var b strings.Builder
	for _, w := range p.givenWords() {
		b.WriteString(wordKey(w))
	}
	return b.String()
}

// givenWords are the words of the given name, a short form as its full form.
func (p parts) givenWords() []string {
	words := strings.Fields(p.given)
	if p.joined {
		words = append(words, p.middle...)
	}
	if len(words) == 1 {
		if full, ok := formal[latin(words[0])]; ok {
			words[0] = full
		}
	}
	return words
}

// initials are the letters that may stand for the given name: of the form that is written and of the full one.
func (p parts) initials() []string {
	if p.given == "" {
		return nil
	}
	letters := []string{initial(latin(p.given))}
	if full, ok := formal[latin(p.given)]; ok && full[:1] != letters[0] {
		letters = append(letters, full[:1])
	}
	return letters
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

// wordKey is the skeleton of a word without the Arabic article.
func wordKey(word string) string { return skeleton(withoutArticle(word)) }

// withoutArticle is a word without the Arabic article that is joined to it: al-Assad, el-Sisi.
func withoutArticle(word string) string {
	if head, rest, ok := strings.Cut(word, "-"); ok && rest != "" && isArticle(strings.ToLower(head)) {
		return rest
	}
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return word
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
	if full, short, ok := spelled(name); ok {
		return append(Keys(full), Keys(short)...)
	}
	p := partsOf(name)
	if p.last == "" {
		return nil
	}
	var k keyList
	words, full := byWordLatin, byFullLatin
	if isArabic(name) {
		words, full = byWordArabic, byFullArabic
	}
	for _, w := range p.words() {
		if !isInitial(w) && !isParticle(w) {
			k.add(byWord, wordKey(w))
			k.add(words, consonants(w))
		}
	}
	last := p.lastKey()
	k.add(byWord, last)
	if p.given == "" {
		return k
	}
	k.add(full, p.consonants())
	k.fulls(p, last)
	if _, nickname := withoutNickname(name); nickname != "" {
		k.add(byWord, wordKey(nickname))
		k.fulls(parts{given: nickname, last: p.last}, last)
	}
	return k
}

// spelled parts "Food and Drug Administration (FDA)".
func spelled(name string) (full, short string, ok bool) {
	full, short, ok = strings.Cut(strings.TrimSuffix(name, ")"), " (")
	return full, short, ok && strings.HasSuffix(name, ")") && short != "" && short == strings.ToUpper(short)
}

// words are all words of a name.
func (p parts) words() []string {
	return slices.Concat(strings.Fields(p.given), p.middle, strings.Fields(p.last))
}

// consonants are those of given and last name, or "" where they are too few to tell people apart.
func (p parts) consonants() string {
	var given, last strings.Builder
	for _, w := range p.givenWords() {
		given.WriteString(consonants(w))
	}
	for _, w := range strings.Fields(p.last) {
		if !isArticle(strings.ToLower(w)) {
			last.WriteString(consonants(w))
		}
	}
	if isInitial(p.given) || given.Len() == 0 || last.Len() == 0 || given.Len()+last.Len() < 4 {
		return ""
	}
	return given.String() + " " + last.String()
}

// A keyList collects keys, each once.
type keyList []string

func (k *keyList) add(kind, key string) {
	if key != "" && !slices.Contains(*k, kind+key) {
		*k = append(*k, kind+key)
	}
}

// fulls adds the keys for the whole name: with and without the middle names, with initials, and with the middle name that
// stands before the last as in Peña Nieto.
func (k *keyList) fulls(p parts, last string) {
	given := p.givenKey()
	k.add(byFull, given+" "+last)
	for _, i := range p.initials() {
		k.add(byFull, i+" "+last)
		if isInitial(p.given) {
			k.add(byInitial, i+" "+last)
		}
	}
	if p.joined {
		k.add(byWord, given)
		return
	}
	if len(p.middle) == 0 {
		k.add(byPlain, given+" "+last)
		return
	}
	long, short := p.middleKeys()
	k.add(byFull, given+" "+long+" "+last)
	k.add(byFull, given+" "+short+" "+last)
	k.add(byFull, p.initials()[0]+" "+short+" "+last)
	for i, w := range p.middle {
		if !isInitial(w) {
			rest := parts{last: strings.Join(append(p.middle[i+1:len(p.middle):len(p.middle)], p.last), " ")}
			k.add(byFull, wordKey(w)+" "+rest.lastKey())
			k.add(byWord, wordKey(w)+rest.lastKey())
		}
	}
}

// middleKeys are the skeletons of the middle names, whole and as initials.
func (p parts) middleKeys() (long, short string) {
	var whole, letters []string
	for _, w := range p.middle {
		letter := initial(latin(w))
		letters = append(letters, letter)
		if isInitial(w) {
			whole = append(whole, letter)
		} else {
			whole = append(whole, wordKey(w))
		}
	}
	return strings.Join(whole, " "), strings.Join(letters, " ")
}
