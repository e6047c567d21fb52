package text

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

// snowball holds Snowball's algorithms (snowballstem.org) by language.
var snowball = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem, "da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem, "fi": finnish.Stem,
	"fr": french.Stem, "ga": irish.Stem, "hu": hungarian.Stem, "it": italian.Stem, "nb": norwegian.Stem, "nl": dutch.Stem,
	"nn": norwegian.Stem, "no": norwegian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem,
	"sv": swedish.Stem, "ta": tamil.Stem, "tr": turkish.Stem,
}

// Stem is what the forms of a folded word have in common in a language, a BCP 47 tag. In a language without stemmer it is
// the word, and so it is for words with anything but letters in them.
func Stem(language, folded string) string { return stemmerOf(language).stem(folded) }

// A stemmer makes the terms of words in one language and remembers them: stemming costs as much as all else that is done
// to a word.
type stemmer struct {
	algorithm func(*snowballstem.Env) bool
	seed      maphash.Seed
	// known is a table where each word has one slot and the newest word of a slot stays: no lock, no growth.
	known [1 << 16]atomic.Pointer[entry]
}

// An entry is a word as written and its terms.
type entry struct {
	word    string
	surface string // Fold of word
	stem    string // StemMark and the stem, "" where it is the surface
	cased   string // CaseMark and the surface of an acronym in capitals, else ""
}

var (
	stemmers sync.Map // language to *stemmer
	plain    = &stemmer{seed: maphash.MakeSeed()}
)

func stemmerOf(language string) *stemmer {
	base, _, _ := strings.Cut(language, "-")
	if s, ok := stemmers.Load(base); ok {
		return s.(*stemmer)
	}
	algorithm := snowball[base]
	if algorithm == nil {
		return plain
	}
	s, _ := stemmers.LoadOrStore(base, &stemmer{algorithm: algorithm, seed: maphash.MakeSeed()})
	return s.(*stemmer)
}

func (s *stemmer) stem(folded string) string {
	if s.algorithm == nil || strings.ContainsAny(folded, "0123456789&.") {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	s.algorithm(env)
	if stem := env.Current(); stem != "" {
		return stem
	}
	return folded
}

// entry gives the terms of a word as written.
func (s *stemmer) entry(word string) *entry {
	slot := &s.known[maphash.String(s.seed, word)%uint64(len(s.known))]
	if e := slot.Load(); e != nil && e.word == word {
		return e
	}
	e := s.newEntry(word)
	slot.Store(e)
	return e
}

// newEntry makes the terms of a word. Their bytes lie side by side: a hit then costs two cache lines, and no entry keeps the
// text that its word was read from.
func (s *stemmer) newEntry(word string) *entry {
	surface := Fold(word)
	var mark, stem string
	if c := s.stem(surface); c != surface {
		mark, stem = StemMark, c
	}
	all := word + surface + mark + stem
	e := &entry{word: all[:len(word)], surface: all[len(word) : len(word)+len(surface)], stem: all[len(word)+len(surface):]}
	if surface == word {
		e.surface = e.word
	}
	if isAcronym(word, surface) {
		e.cased = CaseMark + surface
	}
	return e
}
