package text

import (
	"slices"
	"strings"
)

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

// A Key is an index term that a word of a query finds, and in which articles: those of its languages, as BCP 47 tags and ""
// for articles whose language cannot be told. Without languages it counts in every article.
type Key struct {
	Term      string
	Languages []string
}

// Finds reports whether the key finds an index term in an article of a language.
func (k Key) Finds(term, language string) bool {
	return k.Term == term && (len(k.Languages) == 0 || slices.Contains(k.Languages, language))
}

// StemKeys gives the keys of a plain word of a query in an archive of the languages given. In each language they find the
// words with the same stem, which are indexed as the stem itself or behind a StemMark, each word by one key. The stem that
// one language makes is often another word of another: "rates" is "rat" in German. An acronym typed in capitals ("US",
// "U.S.", "WHO") finds its CaseMark only. Without languages it is the folded word.
func StemKeys(languages []string, word string) []Key {
	folded := Fold(word)
	if isAcronym(word, folded) {
		return []Key{{Term: CaseMark + folded}}
	}
	if len(languages) == 0 {
		return []Key{{Term: folded}}
	}
	var keys []Key
	add := func(term, language string) {
		i := slices.IndexFunc(keys, func(k Key) bool { return k.Term == term })
		if i < 0 {
			i = len(keys)
			keys = append(keys, Key{Term: term})
		}
		keys[i].Languages = append(keys[i].Languages, language)
	}
	stemmed := 0 // the languages that have a stemmer
	for _, language := range languages {
		s := stemmerOf(language)
		stem := s.stem(folded)
		if s.stem(stem) == stem {
			add(stem, language)
		}
		if s.algorithm == nil {
			continue
		}
		stemmed++
		add(StemMark+stem, language)
		if acronyms[folded] && stem != folded {
			add(CaseMark+folded, language) // it has no stem there
		}
	}
	for i, k := range keys {
		bearers := len(languages) // that can have the term
		if strings.HasPrefix(k.Term, StemMark) {
			bearers = stemmed
		}
		if len(k.Languages) == bearers {
			keys[i].Languages = nil
		}
	}
	return keys
}
