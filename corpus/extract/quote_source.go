package extract

import "dateline/corpus/text"

// A source is the noun phrase that says who speaks. The zero source is none.
type source struct {
	start, end int  // positions; end 0 for none
	far        bool // taken from elsewhere in the sentence
}

func (s source) found() bool { return s.end > s.start }

// longestSource is how many words a source may have: longer ones are misread clauses.
const longestSource = 24

// sourceLeft reads the noun phrase that ends just before position end: the subject of a verb that begins there.
func (r *reading) sourceLeft(end int) source {
	if end == 0 {
		return source{}
	}
	if sign := r.beforeSign(end); r.gap[end]&comma == 0 || r.gap[sign]&bracket != 0 && r.gap[sign]&comma == 0 {
		end = sign // "Aston Air ( AST.N ) said"
	}
	m := r.gap[end]
	if m&closes != 0 {
		if q := int(r.in[end-1]); q < 0 || r.quotations[q].Words.End-r.quotations[q].Words.Start > 4 || r.sentenceQuoted(q) {
			return source{} // what ends here was said, it does not say
		}
	}
	switch {
	case m&(colon|semicolon|opens|stop|paragraph) != 0:
		return source{}
	case m&(comma|dash|bracket) != 0:
		return r.sourceBeforeApposition(end)
	}
	return r.withName(r.nounPhraseLeft(end))
}

// withName adds the name before an office that lacks its second comma: "Ann Lee, Aston Air chief executive said".
func (r *reading) withName(s source) source {
	if s.found() && s.start > 1 && r.word(s.start-1) == "of" && r.gap[s.start-1] == comma && r.gap[s.start] == 0 {
		if name := r.nounPhraseLeft(s.start - 1); name.found() && r.nameOnly(name.start, name.end) {
			return source{start: name.start, end: s.end} // "Ann Lee, of Aston Air said"
		}
	}
	if w := r.word(s.start); !s.found() || r.gap[s.start] != comma || r.is(s.start, isDet) && w != "a" && w != "an" || !r.headIs(s, isSpeaking) {
		return s
	}
	name := r.nounPhraseLeft(s.start)
	if name.found() && r.nameOnly(name.start, name.end) && r.gap[name.start]&(stop|closes|paragraph) != 0 {
		return source{start: name.start, end: s.end}
	}
	return s
}

// sentenceQuoted reports whether a quotation ends in a mark that ends or pauses a sentence: it is speech, no name.
func (r *reading) sentenceQuoted(q int) bool {
	x := r.quotations[q]
	if x.End <= x.Start {
		return false
	}
	switch r.t.Raw[x.End-1] {
	case '.', ',', '!', '?':
		return true
	}
	return r.gap[x.Words.End]&comma != 0
}

// nounPhraseLeft reads a noun phrase backwards from its last word.
func (r *reading) nounPhraseLeft(end int) source {
	if end == 0 {
		return source{}
	}
	last := end - 1
	if r.word(last) == "others" && last > 1 && r.word(last-1) == "and" && r.gap[last] == 0 && r.gap[last-1] == 0 {
		if s := r.nounPhraseLeft(last - 1); s.found() {
			return source{start: s.start, end: end}
		}
	}
	if r.is(last, isSubject) && (!r.is(last, isDet) || r.is(last, isPronoun)) {
		return source{start: last, end: end}
	}
	if r.is(last, isPrep|isConj|isSub|isAux|isDet|isAdverb|isTime) && (!r.capital(last) || r.g != english) && !r.quantity(last) || r.finiteVerb(last) {
		return source{}
	}
	start := last
	for start > 0 && end-start < longestSource && r.joinsLeft(start, end) {
		start--
	}
	start = r.trimLeft(start, end)
	if start >= end {
		return source{}
	}
	return source{start: start, end: end}
}

// nearest is what stands behind a noun phrase's last preposition.
func (r *reading) nearest(s source) source {
	for i := s.end - 1; i > s.start; i-- {
		if r.is(i-1, isPrep) {
			return source{start: i, end: s.end}
		}
	}
	return s
}

// quantity reports whether a word that mostly stands before nouns can be one: "almost half said".
func (r *reading) quantity(i int) bool {
	switch r.word(i) {
	case "half", "both", "all", "these", "those", "more", "others", "another", "each", "either", "neither", "years", "weeks", "months":
		return true
	}
	return false
}

// joinsLeft reports whether the word before start belongs to the noun phrase that begins at start.
func (r *reading) joinsLeft(start, end int) bool {
	j := start - 1
	if m := r.gap[start]; m&(clauseEnds|comma) != 0 {
		q := m&(opens|closes) != 0 && m&(clauseEnds|comma)&^(opens|closes) == 0
		return q && end-start < 4 && !r.sentenceQuotedBefore(start)
	}
	switch {
	case r.finiteVerb(j):
		return false
	case r.is(j, isConj):
		return r.joinsNames(j)
	case r.is(j, isDet|isPoss):
		return true
	case r.is(start, isDet|isPoss) && !r.is(start, isNumber) && !r.is(j, isPrep|isConj|isNumber) && !r.g.ofs[r.word(start)]:
		return false // "an aspect the bank stresses"
	case r.is(j, isSub) && !r.is(j, isPrep), r.is(j, isPronoun):
		return false
	case r.is(j, isPrep) && r.is(j, isSub):
		return false // "highs after Libya declared"
	case r.heading(start), r.word(j) == "to" && r.wordAt(j-1) == "according":
		return false
	case r.is(j, isPrep):
		return j > 0 && r.gap[j]&(clauseEnds|comma) == 0 && !r.is(j-1, isPrep|isConj|isSub|isAux|isAdverb|isTime) && !r.finiteVerb(j-1)
	case r.is(j, isAux):
		return false
	case r.is(j, isTime) && !r.is(j+1, isSpeaking) && !r.possessive(j):
		return false
	}
	return true
}

func (r *reading) sentenceQuotedBefore(start int) bool {
	q := r.in[start-1]
	return q >= 0 && r.sentenceQuoted(int(q))
}

// joinsNames reports whether a conjunction stands between two parts of one source: "Smith and Jones", "doctors and
// nurses"; not between clauses.
func (r *reading) joinsNames(j int) bool {
	if j == 0 || r.gap[j]&(clauseEnds|comma) != 0 || r.word(j) == "but" {
		return false
	}
	if w := r.word(j - 1); w == "current" || w == "present" || w == "serving" {
		return true // "current and former officials"
	}
	both := func(what func(int) bool) bool { return what(j-1) && what(j+1) }
	if r.is(j+1, isSpeaking) && r.is(j-1, isSpeaking) && !r.capital(j-1) && !r.is(j+1, isPlural) && !r.collective(r.word(j+1)) {
		return true // "president and CEO"
	}
	return both(r.capital) && (j < 3 || !r.is(j-2, isPrep) || r.is(j-3, isPlural)) ||
		both(func(i int) bool { return r.is(i, isPlural) }) || r.is(j+1, isPlural) && r.is(j-1, isSpeaking)
}

// finiteVerb reports whether a word can only be, or is most likely, a verb that ends what stands before it.
func (r *reading) finiteVerb(i int) bool {
	if i < 0 || i >= len(r.t.Words) || r.capital(i) {
		return false
	}
	if r.is(i, isVerb) || r.is(i, isAux) && r.word(i) != "to" {
		return true
	}
	v := r.verb[i]
	if v.manner == 0 {
		return r.g == english && r.pastTense(i)
	}
	if v.form&pastForm != 0 {
		return !r.nounBefore(i, false)
	}
	return v.form&(baseForm|sForm) != 0 && v.manner&nounish == 0 && !r.is(i, isSpeaking|isDocument)
}

// pastTense guesses that a word in -ed is a past tense: it follows a noun, not an article or a preposition.
func (r *reading) pastTense(i int) bool {
	w := r.word(i)
	if len(w) < 5 || w[len(w)-2:] != "ed" || i == 0 || r.t.Gap(i) != " " || r.t.Gap(i+1) == "-" {
		return false
	}
	if r.is(i-1, isDet|isPoss|isPrep|isConj|isAdverb) || r.possessive(i-1) {
		return false
	}
	return r.capital(i-1) || !r.is(i+1, isSpeaking) && !r.capital(i+1)
}

// trimLeft drops what cannot open a noun phrase: conjunctions, adverbs, times, phrases of place.
func (r *reading) trimLeft(start, end int) int {
	for start < end-1 {
		switch {
		case r.word(start) == "that" && (r.is(start+1, isDet|isPoss|isSubject) || r.capital(start+1) || r.endsPlural(start+1)):
			start++ // "said that the bank found"
		case r.is(start, isDet):
			return start
		case r.is(start, isConj|isNot|isAdverb), r.verb[start].form&ingForm != 0 && r.verb[start].manner&says != 0:
			start++
		case r.is(start, isTime) && r.gap[start+1] == 0 && !r.possessive(start):
			start++
		case r.is(start, isPrep):
			start = r.afterPhrase(start, end)
		default:
			return start
		}
	}
	return start
}

// afterPhrase skips a prepositional phrase that opens a clause: the source is what begins with the last article, title
// or name behind it.
func (r *reading) afterPhrase(start, end int) int {
	for i := end - 1; i > start+1; i-- {
		if r.is(i, isDet|isPoss) && !r.is(i-1, isPrep|isDet) {
			return i
		}
	}
	i := end - 1
	for i > start+1 && (r.capital(i-1) || r.is(i-1, isSpeaking)) && !r.is(i-1, isTime) && r.gap[i]&(clauseEnds|comma) == 0 {
		i--
	}
	if r.is(i-1, isPrep) {
		return end
	}
	return i
}

// sourceRight reads the noun phrase that begins at start: the subject of a verb turned round, "said the minister".
func (r *reading) sourceRight(start int) source {
	n := len(r.t.Words)
	if start >= n || r.gap[start]&clauseEnds&^opens != 0 || r.gap[start]&comma != 0 {
		return source{}
	}
	if r.is(start, isPronoun) && r.is(start, isSubject) && !r.is(start, isDet) {
		return source{start: start, end: start + 1}
	}
	if !r.opensSource(start) {
		return source{}
	}
	end := start + 1
	for end < n && end-start < longestSource && r.joinsRight(start, end) {
		end++
	}
	for end > start && r.is(end-1, isPrep|isConj|isSub|isAdverb|isDet|isTime) && !r.capital(end-1) {
		end--
	}
	return source{start: start, end: end}
}

func (r *reading) opensSource(i int) bool {
	if r.is(i, isTime) || r.is(i, isSub) && !r.is(i, isDet) {
		return false
	}
	if r.capital(i) || r.is(i, isDet|isPoss|isNumber|isSpeaking) || r.g.caseless && i < len(r.t.Words) && !r.is(i, isPrep|isConj|isAux|isAdverb|isSub|isHearer) {
		return true
	}
	for k := i; k < i+3 && k+1 < len(r.t.Words) && r.gap[k+1] == 0 && !r.is(k, isPrep|isConj|isAux|isAdverb); k++ {
		if r.is(k+1, isSpeaking) {
			return true // "said foreign Minister Sergei Lavrov"
		}
	}
	if i >= len(r.t.Words) || r.is(i, isPrep|isConj|isAux|isAdverb|isSub|isPronoun) {
		return false
	}
	for k := i + 1; k < min(i+6, len(r.t.Words)) && r.gap[k] == 0; k++ {
		if r.capital(k) && !r.is(k, isTime) {
			return r.g != english || r.gap[i]&closes != 0 || r.gap[i-1]&closes != 0 // "…," said master of ceremonies Ann Lee
		}
	}
	return false
}

// joinsRight reports whether word end goes on with the noun phrase that begins at start.
func (r *reading) joinsRight(start, end int) bool {
	if m := r.gap[end]; m&(clauseEnds|comma) != 0 {
		if m&(clauseEnds|comma) == bracket && (r.shortName(end) || r.shortName(end-1) && r.is(end, isSpeaking)) {
			return true // "Department of Health (DOH) Secretary Ann Lee"
		}
		return m&(clauseEnds|comma)&^(opens|closes) == 0 && end-start < 3 && !r.sentenceQuotedBefore(end) && r.in[end] >= 0
	}
	w := r.word(end)
	switch {
	case r.particle(end), r.t.Gap(end) == "-":
		return true
	case r.g != english && r.is(end, isHearer|isNot) && !r.is(end, isSpeaking):
		return false
	case r.g.ofs[w] && !r.capital(end) && !r.is(end+1, isTime):
		return r.is(end-1, isSpeaking) || !r.capital(end-1)
	case w == "of", r.possessive(end-1) && !r.finiteVerb(end):
		return true
	case w == "for" || w == "at" || w == "within" || w == "from" || w == "with" || w == "in" || w == "to" || w == "on":
		return !r.capital(end-1) && !r.is(end+1, isTime|isPronoun) && (w != "in" || r.is(end-1, isSpeaking|isPlural)) &&
			(w != "on" && w != "to" || r.is(end-1, isSpeaking))
	case r.is(end, isConj):
		return w == "and" && (r.wordAt(end-2) == "of" && r.is(end-3, isSpeaking) && !r.finiteVerb(end+1) && r.t.Words[end].Shape == text.Lower && !r.is(end+1, isDet|isPoss|isSubject|isAdverb|isAux) || r.capital(end+1) && r.capital(end-1) || r.is(end+1, isSpeaking))
	case r.is(end, isPrep|isSub|isAux|isPronoun), r.is(end, isTime) && !r.possessive(end), r.finiteVerb(end):
		return false
	case r.is(end, isAdverb) && !r.capital(end):
		return false
	case r.is(end, isDet):
		return r.is(end-1, isPrep) || r.is(end-1, isConj)
	case r.particle(end - 1):
		return true
	}
	return !r.capital(end-1) || r.capital(end) || r.is(end, isSpeaking|isDocument) || r.is(end+1, isDocument) && r.gap[end+1] == 0 || r.is(end-1, isPrep) || r.officeAhead(end)
}

// shortName reports whether word i is an acronym in brackets with an office behind it.
func (r *reading) shortName(i int) bool {
	return acronym(r.t.Word(i)) && r.gap[i] == bracket && r.gap[i+1] == bracket && r.is(i+1, isSpeaking)
}

// officeAhead reports whether small words from i lead to an office and a name: "State College financial aid director Ann Lee".
func (r *reading) officeAhead(i int) bool {
	for k := i; k < min(i+4, len(r.t.Words)-1) && r.gap[k] == 0 && !r.is(k, isPrep|isAux|isSub|isConj|isTime|isAdverb) && !r.finiteVerb(k); k++ {
		if r.is(k, isSpeaking) && !r.is(k+1, isSpeaking) {
			return r.capital(k+1) && !r.is(k+1, isTime) && r.gap[k+1]&^comma == 0
		}
	}
	return false
}

// heading reports whether a line in capitals that lost its line end stands before word i: "NO WAY BACK The bank said".
func (r *reading) heading(i int) bool {
	if i < 2 || i >= len(r.t.Words) || r.t.Words[i].Shape == text.Upper || r.gap[i]&colon != 0 {
		return false
	}
	from := i - 3
	if r.gap[i-2]&(stop|paragraph) != 0 && min(len(r.t.Word(i-2)), len(r.t.Word(i-1))) > 4 {
		from = i - 2 // "LOOKING AHEAD Aston Air said"
	}
	for k := max(from, 0); k < i; k++ {
		if sh := r.t.Words[k].Shape; sh != text.Upper && sh != text.Number || r.gap[k+1]&(stop|paragraph) != 0 {
			return false
		}
	}
	return true
}
