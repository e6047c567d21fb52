package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A vocabulary holds the words that reports of speech are told by in one language, in small letters.
type vocabulary struct {
	says      string // forms of the verbs that report, participles among them
	aux       string // auxiliaries and other small finite verbs
	det       string
	prep      string
	of        string // what joins two nouns of one phrase: "of the"
	conj      string
	sub       string // what opens a clause
	that      string // what opens what is reported
	not       string
	adverb    string
	time      string
	he        string
	she       string
	they      string
	speaking  string // nouns for somebody who speaks
	plural    string // for several
	bodies    string // for organisations
	documents string
	hearers   string
	according string // phrases before a source, their words joined by "_": "according_to"
	postposed string // words that do the same behind a source
	mood      string // finite verbs of reported speech, where a clause without "that" needs one: "Er sagte, es sei kalt."
	degree    string // what a "that" behind it tells the result of: "so kalt, dass"
	bare      bool   // a comma alone may open what is reported: "Er sagte, es regne."
	dropped   bool   // a verb may have no subject: who spoke last goes on
	inflected bool   // names have cases
	compounds bool   // nouns join: "Kranführer" is a "Führer"
	second    bool   // the verb follows whatever opens a sentence: "Laut Lee kostet es"
	final     bool   // the verb ends its sentence
	caseless  bool   // letters have no capitals
}

// A grammar is a vocabulary made ready to look up.
type grammar struct {
	vocabulary
	roles        map[string]role
	verbs        map[string]verb
	pronouns     map[string]string // the English ones
	thats        map[string]bool
	ofs          map[string]bool
	organisation map[string]bool
	behind       map[string]bool
	moods        map[string]bool
	degrees      map[string]bool
	sourcing     [][]string
}

// english stands for the language that has tables and rules of its own.
var english = &grammar{}

// genitive is that of a noun for a man that ends in a consonant, by the Slavic rule: "историк" has "историка".
func genitive(w string) string {
	last, n := utf8.DecodeLastRuneInString(w)
	switch {
	case last == 'ь':
		return w[:len(w)-n] + "я"
	case strings.ContainsRune("бвгджзклмнпрстфхцчшщ", last), strings.ContainsRune("bcdfgklmnprstwz", last):
		return w + map[bool]string{true: "a", false: "а"}[last < utf8.RuneSelf]
	}
	return w
}

// grammarOf gives the grammar of a BCP 47 tag; that of English where the language is not known or has none.
func grammarOf(tag string) *grammar {
	base, _, _ := strings.Cut(tag, "-")
	if base == "nb" || base == "nn" {
		base = "no"
	}
	if g := grammars()[base]; g != nil {
		return g
	}
	return english
}

var grammars = sync.OnceValue(func() map[string]*grammar {
	all := map[string]*grammar{}
	for tag, v := range vocabularies {
		all[tag] = v.grammar()
	}
	return all
})

func (v vocabulary) grammar() *grammar {
	g := &grammar{vocabulary: v, roles: map[string]role{}, verbs: map[string]verb{}, pronouns: map[string]string{},
		thats: listed(v.that), ofs: listed(v.of), organisation: listed(v.bodies), behind: listed(v.postposed),
		moods: listed(v.mood), degrees: listed(v.degree)}
	for _, l := range []struct {
		role  role
		words string
	}{{isAux | isVerb, v.aux}, {isDet, v.det}, {isPrep, v.prep}, {isConj, v.conj}, {isSub, v.sub}, {isSub, v.that}, {isNot, v.not},
		{isAdverb, v.adverb}, {isTime, v.time}, {isSubject | isPronoun, v.he}, {isSubject | isPronoun, v.she}, {isSubject | isPronoun, v.they},
		{isSpeaking, v.speaking}, {isSpeaking | isPlural, v.plural}, {isSpeaking, v.bodies}, {isDocument, v.documents}, {isHearer, v.hearers}} {
		for w := range strings.FieldsSeq(l.words) {
			g.roles[w] |= l.role
		}
	}
	if v.inflected {
		for w := range strings.FieldsSeq(v.speaking) {
			g.roles[genitive(w)] |= isSpeaking
		}
	}
	for w := range strings.FieldsSeq(v.says) {
		g.verbs[w] = verb{stem: w, manner: says, form: pastForm}
	}
	for pronoun, own := range map[string]string{"he": v.he, "she": v.she, "they": v.they} {
		for w := range strings.FieldsSeq(own) {
			g.pronouns[w] = pronoun
		}
	}
	for phrase := range strings.FieldsSeq(v.according) {
		g.sourcing = append(g.sourcing, strings.Split(phrase, "_"))
	}
	return g
}

// compound reports whether a word ends in a noun for somebody who speaks.
func (g *grammar) compound(w string) bool {
	const shortest = 4
	if !g.compounds {
		return false
	}
	for i := 3; i+shortest <= len(w); i++ {
		if r := g.roles[w[i:]]; r&isSpeaking != 0 && !g.organisation[w[i:]] {
			return true
		}
	}
	return false
}

// plain is a word without what is joined before it by an apostrophe, or is an "and" in Arabic: "l'accord", "وقال".
func (g *grammar) plain(w string) string {
	if i := strings.IndexAny(w, "'’"); i > 0 && i <= 5 {
		_, n := utf8.DecodeRuneInString(w[i:])
		if i+n < len(w) {
			return w[i+n:]
		}
	}
	if rest, ok := strings.CutPrefix(w, "و"); ok && g.verbs[rest].manner != 0 {
		return rest
	}
	return w
}

// lower is a text in small letters, byte for byte: a letter whose small form is longer or shorter stays.
func lower(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			b = utf8.AppendRune(b, l)
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(b)
}
