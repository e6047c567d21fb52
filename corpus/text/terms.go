package text

import "slices"

// A mark in front of a term tells what kind it is. No folded word begins with one.
const (
	StemMark  = "\x01" // a stem that differs from the word
	CaseMark  = "\x02" // an acronym in capitals that would else be an everyday word
	ExactMark = "\x03" // a word as written: only in queries, it is never indexed
)

// acronyms are those whose letters spell an everyday word: whoever writes them in capitals does not mean the word.
var acronyms = set("us who it is aids ice car pan start stem salt pen seal swat un")

func isAcronym(word, folded string) bool {
	return acronyms[folded] && shapeOf(word) == Upper
}

// Terms appends to dst the terms that word i is indexed under, all at the word's position: its folded form; behind a
// StemMark its stem, where that differs; and for an acronym such as "US" or "WHO" its folded form behind a CaseMark
// instead, unless the whole sentence is in capitals. There is always one, none is empty, all are valid UTF-8.
func (t *Text) Terms(dst []string, i int) []string {
	e := t.stems.entry(t.Word(i))
	dst = append(dst, e.surface)
	if e.cased != "" && t.isCased(i) {
		return append(dst, e.cased)
	}
	if e.stem != "" {
		dst = append(dst, e.stem)
	}
	return dst
}

// isCased reports whether the capitals of acronym i say anything: its sentence has small letters, or it has dots.
func (t *Text) isCased(i int) bool {
	return t.Raw[t.Words[i].End-1] == '.' || !t.loud[t.SentenceAt(i)]
}

// StemTerms gives the terms that a plain word of a query finds in texts of the languages given: texts index a word under
// its stem alone or behind a StemMark. An acronym typed in capitals ("US", "U.S.", "WHO") finds its CaseMark only. Without
// languages it is the folded word.
func StemTerms(languages []string, word string) []string {
	folded := Fold(word)
	if isAcronym(word, folded) {
		return []string{CaseMark + folded}
	}
	var terms []string
	add := func(term string) {
		if !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	for _, language := range languages {
		s := stemmerOf(language)
		stem := s.stem(folded)
		add(stem)
		if s.algorithm != nil {
			add(StemMark + stem)
		}
	}
	if terms == nil {
		terms = []string{folded}
	}
	return terms
}
