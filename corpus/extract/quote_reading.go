package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// A mark is what stands between two words.
type mark uint16

const (
	comma mark = 1 << iota
	colon
	semicolon
	dash
	opens  // a quotation begins
	closes // a quotation ends
	stop   // a full stop, question or exclamation mark
	asking // a question mark
	bracket
	paragraph
	ellipsis

	clauseEnds = colon | semicolon | dash | opens | closes | stop | bracket | paragraph
)

// A reading is one part of an article with what every word and every gap between words can be: what the search for
// speech looks at. Positions are those of its text.
type reading struct {
	t    *text.Text
	part corpus.Part
	g    *grammar
	low  string // the text in small letters, byte for byte
	role []role
	verb []verb
	gap  []mark  // gap[i] stands before word i; one more than words
	sent []int32 // the sentence of each word
	in   []int32 // the innermost quotation of each word, or -1

	quotations []text.Quotation // the text's, ended where the sense ends them

	headline int        // the words before this position are the article's title
	lead     text.Range // the words of the dateline
}

// readSpeech prepares a text.
func readSpeech(t *text.Text, part corpus.Part) *reading {
	n := len(t.Words)
	r := &reading{t: t, part: part, g: grammarOf(t.Language), low: lower(t.Raw), role: make([]role, n+1), verb: make([]verb, n+1),
		gap: make([]mark, n+1), sent: make([]int32, n+1), in: make([]int32, n+1)}
	for i := range t.Words {
		r.in[i] = -1
	}
	if r.g == english {
		r.readWords()
	} else {
		r.readForeign()
	}
	for i := range r.gap {
		r.gap[i] = marks(t.Gap(i))
	}
	for s, x := range t.Sentences {
		for i := x.Start; i < x.End; i++ {
			r.sent[i] = int32(s)
		}
	}
	for i := 1; i < n; i++ {
		if r.sent[i] == r.sent[i-1] && r.gap[i]&asking == 0 && !r.smallAfterStop(i) {
			r.gap[i] &^= stop // the dot of an abbreviation
		} else if r.sent[i] != r.sent[i-1] {
			r.gap[i] |= stop
		}
	}
	for i := range t.Words {
		if r.heading(i) {
			r.gap[i] |= paragraph | stop
		}
	}
	r.gap[0] |= paragraph | stop
	r.gap[n] |= paragraph | stop
	for i, w := range t.Words {
		if w.Shape == text.Upper && w.End-w.Start > 1 && (r.is(i, isSubject|isPronoun)) && !r.shouted(i) {
			r.role[i] = 0 // "the WHO", "the US"
		}
	}
	r.markQuotations()
	r.cutDashes()
	return r
}

// smallAfterStop reports whether a quotation that opens behind a full stop begins with a small letter, as machines
// translate: `about this. "we do not know"`.
func (r *reading) smallAfterStop(i int) bool {
	w := r.t.Words[i-1]
	gap := r.t.Gap(i)
	return len(gap) > 2 && gap[0] == '.' && gap[1] == ' ' && strings.ContainsAny(gap, "\"“«„") && w.Shape == text.Lower && w.End-w.Start > 3
}

// readWords looks up what the words of an English text can be.
func (r *reading) readWords() {
	rs, vs, t := roles(), verbForms(), r.t
	for i := range t.Words {
		w := r.word(i)
		r.role[i], r.verb[i] = rs[w], vs[w]
		named := t.Words[i].Shape == text.Capital && i > 0 && t.Gap(i) == " " // "Kevin Reilly"
		if len(w) > 4 && strings.HasSuffix(w, "ly") && !named && !falseAdverbs[w] {
			r.role[i] |= isAdverb
		}
		if t.Words[i].Shape == text.Number {
			r.role[i] |= isNumber
		}
		if named && r.role[i]&(isTime|isModal) != 0 && r.month(i) {
			r.role[i] = 0
		}
		if w == "he" && named && i+1 < len(t.Words) && t.Gap(i+1) == " " && t.Words[i+1].Shape == text.Capital {
			r.role[i] = 0 // "said He Fan"
		}
	}
}

// readForeign looks up what the words of a text in another language can be.
func (r *reading) readForeign() {
	for i, w := range r.t.Words {
		low := r.g.plain(r.word(i))
		r.role[i], r.verb[i] = r.g.roles[low], r.g.verbs[low]
		if r.role[i] == 0 && r.g.compound(low) {
			r.role[i] = isSpeaking
		}
		if w.Shape == text.Number {
			r.role[i] |= isNumber
		}
	}
}

// month reports whether the name of a month at word i is one of a person: "Representative Jan Lee", "Ann March", "Minister
// Wang Jun".
func (r *reading) month(i int) bool {
	before := r.t.Word(i - 1)
	switch next := r.t.Words[min(i+1, len(r.t.Words)-1)].Shape; {
	case next == text.Number, !names.IsGiven(r.t.Word(i)) && !names.IsGiven(before) && !names.IsFamily(before), r.role[i-1]&(isPrep|isTime|isDet) != 0:
		return false
	case next == text.Capital && r.t.Gap(i+1) == " " && names.IsGiven(r.t.Word(i)) && r.role[i]&isModal == 0:
		return true
	}
	return r.t.Words[i-1].Shape == text.Capital && (names.IsGiven(before) || names.IsFamily(before)) && r.t.Gap(i) == " "
}

// falseAdverbs are words in -ly that are none.
var falseAdverbs = listed("family daily monthly quarterly italy supply apply reply rely rally ally bully july assembly anomaly monopoly fly sicily emily sally")

func (r *reading) markQuotations() {
	r.quotations = slices.Clone(r.t.Quotations)
	for q := range r.quotations {
		x := &r.quotations[q]
		if x.Words.Start >= x.Words.End {
			continue
		}
		r.closeOpen(x)
		r.gap[x.Words.Start] |= opens
		if !x.Open {
			r.gap[x.Words.End] |= closes
		}
		for i := x.Words.Start; i < x.Words.End; i++ {
			r.in[i] = int32(q)
		}
	}
}

// closeOpen ends a quotation that nothing closes before a sentence in which somebody else is
// said to speak: the mark was forgotten.
func (r *reading) closeOpen(x *text.Quotation) {
	if !x.Open || x.Continued || x.Dash {
		return
	}
	first := r.sent[x.Words.Start]
	for i := x.Words.Start; i < x.Words.End; i++ {
		if v := r.verb[i]; r.sent[i] > first && v.manner&says != 0 && v.manner&weak == 0 && v.form&pastForm != 0 {
			x.Words.End = r.t.Sentences[r.sent[i]].Start
			x.End = int(r.t.Words[x.Words.End-1].End)
			return
		}
	}
}

// word is word i in lower case without its possessive ending, "" behind the last.
func (r *reading) word(i int) string {
	if i >= len(r.t.Words) {
		return ""
	}
	w := r.low[r.t.Words[i].Start:r.t.Words[i].End]
	if n := len(w); n > 2 && w[n-1] == 's' {
		if w[n-2] == '\'' {
			return w[:n-2]
		}
		if strings.HasSuffix(w, "’s") {
			return w[:n-len("’s")]
		}
	}
	return w
}

// possessive reports whether word i ends in an apostrophe and s, or its gap begins with the apostrophe of a plural.
func (r *reading) possessive(i int) bool {
	w := r.low[r.t.Words[i].Start:r.t.Words[i].End]
	if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
		return true
	}
	g := r.t.Gap(i + 1)
	return strings.HasSuffix(w, "s") && (g == "' " || g == "’ ")
}

// roles are what the words of the language can be.
func (r *reading) roles() map[string]role {
	if r.g != english {
		return r.g.roles
	}
	return roles()
}

func (r *reading) is(i int, what role) bool {
	return i >= 0 && i < len(r.t.Words) && r.role[i]&what != 0
}

func (r *reading) capital(i int) bool {
	if i < 0 || i >= len(r.t.Words) {
		return false
	}
	s := r.t.Words[i].Shape
	return s == text.Capital || s == text.Upper || s == text.Mixed || s == text.Number && r.low[r.t.Words[i].End-1] != r.t.Raw[r.t.Words[i].End-1]
}

// sentence is the range of the sentence that word i stands in.
func (r *reading) sentence(i int) text.Range {
	s := r.t.Sentences[r.sent[i]]
	if i >= r.lead.End {
		s.Start = max(s.Start, r.lead.End)
	}
	return s
}

// marks reads the bytes between two words.
func marks(gap string) mark {
	if gap == " " {
		return 0
	}
	var m mark
	lines := 0
	for i, c := range gap {
		switch c {
		case ',', '،', '、', '，':
			m |= comma
		case ':', '：':
			m |= colon
		case ';', '；', '؛':
			m |= semicolon
		case '–', '—', '―':
			m |= dash
		case '-':
			if i > 0 && (gap[i-1] == ' ' || gap[i-1] == '-' || gap[i-1] == '\n') {
				m |= dash
			}
		case '.', '!', '。', '！':
			m |= stop
		case '?', '？', '؟':
			m |= stop | asking
		case '*', '•':
			if len(gap) > 1 {
				m |= paragraph | stop // the next point of a list
			}
		case '…':
			m |= ellipsis
		case '(', ')', '[', ']':
			m |= bracket
		case '\n':
			lines++
		}
	}
	if lines > 1 {
		m |= paragraph | stop
	}
	return m
}
