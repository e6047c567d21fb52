package extract

import (
	"strings"

	"dateline/corpus/text"
)

// A content is what was said, as far as one side of a cue tells it.
type content struct {
	pieces []text.Range
	rule   string
	marked bool // it begins or ends in quotation marks
}

func (c content) found() bool { return len(c.pieces) > 0 }

// contentLeft reads what stands before a group of source and cue that begins at position start: "…, he said".
func (r *reading) contentLeft(start int) content {
	if start == 0 {
		return content{}
	}
	m := r.gap[start]
	switch {
	case m&paragraph != 0:
		return content{}
	case m&closes != 0:
		return r.quotedLeft(start)
	}
	if m&comma == 0 && m&dash == 0 || m&(stop|paragraph|colon|semicolon|opens) != 0 {
		return content{}
	}
	from := r.clauseStart(start)
	if start <= from {
		return content{}
	}
	rule := "clause before"
	if r.in[start-1] >= 0 && r.in[from] == r.in[start-1] {
		rule = "interrupted"
	}
	return content{pieces: []text.Range{{Start: from, End: start}}, rule: rule, marked: r.in[start-1] >= 0}
}

// quotedLeft reads a quotation that closes just before start, with the clause that it ends.
func (r *reading) quotedLeft(start int) content {
	q := int(r.in[start-1])
	if q < 0 {
		return content{}
	}
	if end := r.quotations[q].End; end > 0 && r.t.Raw[end-1] == '.' && r.capital(start) {
		return content{} // its sentence is over, and another begins
	}
	for r.quotations[q].Outer >= 0 && r.quotations[r.quotations[q].Outer].Words.End == start {
		q = r.quotations[q].Outer
	}
	x := r.quotations[q].Words
	if r.g != english && r.closedBefore(start) {
		return content{}
	}
	if !r.sentenceQuoted(q) && r.gap[start]&(comma|dash|stop) == 0 && x.End-x.Start < 4 && r.g == english {
		return content{} // a nickname: "Magic" Johnson said
	}
	from := x.Start
	if r.gap[from]&(stop|paragraph|colon|dash) == 0 {
		from = r.clauseStart(from)
	}
	return content{pieces: []text.Range{{Start: from, End: start}}, rule: "quote before", marked: true}
}

// clauseStart is where the clause begins that ends at position end: its sentence's start, or behind a semicolon.
func (r *reading) clauseStart(end int) int {
	first := r.sentence(end - 1).Start
	for i := end - 1; i > first; i-- {
		m := r.gap[i]
		if m&(semicolon|paragraph|stop) != 0 && r.in[i] < 0 || m&bracket != 0 && m&dash != 0 || r.heading(i) {
			return i
		}
	}
	return first
}

// contentRight reads what stands behind a cue that ends at position from: "he said that …", "he said: «…»".
func (r *reading) contentRight(c *cue, from int) content {
	k := r.skipAdjuncts(c, from)
	n := len(r.t.Words)
	if k >= n {
		return content{}
	}
	m := r.gap[k]
	switch {
	case m&opens != 0 && k == c.end && r.naming(c):
		return content{}
	case m&opens != 0 && (m&stop == 0 || m&colon != 0):
		return content{r.rightOf(k, r.quotedEnd(k)), "quote behind", true}
	case m&colon != 0:
		if end := r.clauseEnd(k); r.holdsVerb(k, end) && r.t.Words[k].Shape != text.Upper {
			return content{r.rightOf(k, end), "colon", false}
		}
		return content{}
	case m&(stop|paragraph|semicolon|dash|closes|bracket) != 0:
		return content{}
	case r.word(k) == "that" && k > from && (r.finiteVerb(k+1) || held[r.word(k-1)]):
		return content{} // "agreed on sanctions on countries that do not pay", "rose on hopes that"
	case r.word(k) == "that" && k+2 < n:
		return content{r.rightOf(k, r.clauseEnd(k)), "that", false}
	}
	if c := r.laterThat(c, from, k); c.found() {
		return c
	}
	if m&comma != 0 {
		return content{}
	}
	return r.plainRight(c, k)
}

// held are nouns for what is thought or told, with a "that" of their own.
var held = listed("belief beliefs bet bets concern concerns doubts evidence expectation expectations fact fear fears hope hopes idea news optimism report reports rumors rumours sign signs speculation suggestion suggestions view worries")

// laterThat finds a "that" behind more than the usual adjuncts: "said after a vote in 2001 that", "telling supporters
// in Columbus, Ohio, that".
func (r *reading) laterThat(c *cue, from, k int) content {
	if c.verb.manner&(says|tells) == 0 || c.stance == passive {
		return content{}
	}
	passed := k > from || r.is(k, isPrep)
	for i := k; i < min(k+12, len(r.t.Words)-2); i++ {
		if r.gap[i]&clauseEnds != 0 || i > k && r.finiteVerb(i) || r.is(i, isSubject) && r.word(i) != "that" && r.word(i) != "one" {
			break
		}
		if r.word(i) == "that" && !held[r.word(i-1)] && (passed || r.gap[i]&comma != 0) && (r.is(i+1, isDet|isPoss|isSubject) || r.capital(i+1) || r.endsPlural(i+1)) {
			return content{r.rightOf(i, r.clauseEnd(i)), "that", false}
		}
	}
	return content{}
}

// naming reports whether a verb gives a thing its name: "a film called «Dust»", not "what she called «a farce»".
func (r *reading) naming(c *cue) bool {
	if s := c.verb.stem; s != "call" && s != "dub" && s != "deem" && s != "pronounce" {
		return false
	}
	for i := c.start - 1; i >= 0 && i > c.start-8; i-- {
		switch r.word(i) {
		case "what", "which", "that", "who":
			return false
		}
	}
	return true
}

func (r *reading) rightOf(from, end int) []text.Range {
	if end <= from {
		return nil
	}
	return []text.Range{{Start: from, End: end}}
}

// plainRight reads content that nothing announces: a clause, what somebody will do, a thing said.
func (r *reading) plainRight(c *cue, k int) content {
	m, end := c.verb.manner, r.clauseEnd(k)
	w := r.word(k)
	switch {
	case m&promises != 0 && w == "to" && r.gap[k+1] == 0:
		return content{r.rightOf(k, end), "to do", false}
	case m&urges != 0:
		if to := r.infinitiveAfter(k, end); to > 0 {
			return content{r.rightOf(k, end), "urged to", false}
		}
	case m&asks != 0 && (w == "whether" || w == "if" || w == "what" || w == "about"), r.indirectQuestion(c, k):
		return content{r.rightOf(k, end), "question", false}
	case c.verb.stem == "say" && (w == "yes" || w == "no") && r.gap[k+1]&(comma|stop) != 0:
		return content{r.rightOf(k, k+1), "clause behind", false}
	case w == "nothing" || w == "little" || w == "anything":
		return content{} // "said nothing of the plan"
	case c.verb.stem == "say" && end-k >= 3 && r.opensClause(k) && !r.is(k, isNot|isAdverb) && (!r.is(k, isSub) || w == "what"):
		return content{r.rightOf(k, end), "clause behind", false}
	case m&shows != 0 && r.opensObject(k) && end-k >= 3 && c.document:
		return content{r.rightOf(k, end), "clause behind", false}
	}
	if m&(says|tells|thinks|shows|asks) != 0 && r.opensClause(k) && r.clauseHolds(c, k, end) {
		return content{r.rightOf(k, end), "clause behind", false}
	}
	if m&judges != 0 && r.judged(c, k, end) {
		return content{r.rightOf(k, end), "judged", false}
	}
	if m&utters != 0 && r.opensObject(k) {
		return content{r.rightOf(k, end), "thing said", false}
	}
	return content{}
}

// indirectQuestion reports whether a clause with "how", "why" or the like tells what was told, asked or described.
func (r *reading) indirectQuestion(c *cue, k int) bool {
	if c.verb.manner&(says|tells|utters|asks|shows|judges) == 0 || c.verb.stem == "say" {
		return false
	}
	switch r.word(k) {
	case "how", "why", "whether", "what", "where", "who":
		return true
	}
	return false
}

// opensClause reports whether a clause with a subject of its own can begin at k.
func (r *reading) opensClause(k int) bool {
	if r.is(k, isSubject|isDet|isPoss|isNumber|isSub) || r.capital(k) {
		return true
	}
	w := r.word(k)
	return w == "there" || w == "here" || r.roundNumber(k) || !r.is(k, isPrep|isConj|isAux|isPronoun)
}

// opensObject reports whether a noun phrase can begin at k.
func (r *reading) opensObject(k int) bool {
	return r.is(k, isDet|isPoss|isNumber) || r.capital(k) || !r.is(k, isPrep|isConj|isAux|isSub|isPronoun|isAdverb)
}

// clauseHolds reports whether a finite verb makes a clause of what stands from k to end. Verbs that often take an object
// want it before any clause within: "declared the winner" is none, "declared the race was over" is.
func (r *reading) clauseHolds(c *cue, k, end int) bool {
	if c.verb.manner&(utters|weak|judges|nounish|shows) == 0 {
		return r.holdsVerb(k, end)
	}
	for i := k + 1; i < end; i++ {
		if r.gap[i]&(comma|dash) != 0 || r.is(i, isSub) && !r.is(i, isPrep|isDet|isAdverb) || r.is(i, isSub) && r.word(i) == "that" {
			return r.holdsVerb(k, i)
		}
	}
	return r.holdsVerb(k, end)
}

// holdsVerb reports whether a finite verb stands behind the first word from k to end.
func (r *reading) holdsVerb(k, end int) bool {
	for i := k + 1; i < end; i++ {
		if r.is(i, isAux) && r.word(i) != "to" || r.finiteVerb(i) {
			return true
		}
		if w := r.t.Word(i); len(w) > 2 && (w[len(w)-2:] == "’d" || w[len(w)-2:] == "'d") {
			return true
		}
		if w := r.low[r.t.Words[i].Start:r.t.Words[i].End]; hasContraction(w) {
			return true
		}
	}
	return hasContraction(r.low[r.t.Words[k].Start:r.t.Words[k].End])
}

// hasContraction reports whether a pronoun has a verb joined to it: "he's", "they’re", "I'll".
func hasContraction(w string) bool {
	for _, end := range []string{"'re", "’re", "'ll", "’ll", "'ve", "’ve", "'m", "’m", "n't", "n’t", "'d", "’d"} {
		if len(w) > len(end) && w[len(w)-len(end):] == end {
			return true
		}
	}
	switch w {
	case "he's", "he’s", "she's", "she’s", "it's", "it’s", "that's", "that’s", "there's", "there’s":
		return true
	}
	return false
}

// infinitiveAfter finds the "to" that tells what a hearer shall do, or "that", behind his name.
func (r *reading) infinitiveAfter(k, end int) int {
	for i := k + 1; i < min(end, k+9); i++ {
		if r.gap[i]&(clauseEnds|comma) != 0 || r.finiteVerb(i) {
			return 0
		}
		if r.word(i) == "to" && i+1 < end && !r.is(i+1, isDet|isPoss|isPronoun) && !r.capital(i+1) {
			return i
		}
	}
	return 0
}

// preposition is what a judging verb wants somewhere behind its object.
var preposition = map[string]string{"describe": "as", "accuse": "of", "blame": "for", "compare": "to", "liken": "to",
	"characterize": "as", "characterise": "as", "portray": "as", "credit": "with", "thank": "for", "charge": "that"}

// renamed reports whether something gets another name from k to end, "him a liar", "the plan «a farce»", not "his office".
func (r *reading) renamed(k, end int) bool {
	if r.is(k, isPronoun|isSub) && end-k > 1 {
		return true
	}
	for i := k + 1; i < end; i++ {
		if r.in[i] >= 0 || r.is(i, isDet) && !r.is(i-1, isPrep|isConj|isDet) && !r.is(i, isSub) {
			return true
		}
		if (r.gap[i+1]&^opens != 0 || r.is(i+1, isPrep)) && r.qualifies(i) {
			return true
		}
	}
	return false
}

// qualifies reports whether word i looks like an adjective: "called the sentence excessive".
func (r *reading) qualifies(i int) bool {
	w := r.word(i)
	for _, end := range []string{"ive", "able", "ible", "ful", "less", "ous", "ic", "ical", "ary", "ing", "ish", "ly", "al", "unfair", "wrong", "bad", "good", "absurd", "false"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// judged reports whether somebody is called something from k to end.
func (r *reading) judged(c *cue, k, end int) bool {
	if w := preposition[c.verb.stem]; w == "as" && r.word(k) == w && k+1 < end {
		return true // "which he described as …"
	}
	if !r.opensObject(k) && !r.is(k, isPronoun) {
		return false
	}
	want := preposition[c.verb.stem]
	if want == "" {
		return c.verb.stem != "call" || r.renamed(k, end)
	}
	for i := k; i < end; i++ {
		if r.word(i) == want || want == "for" && r.word(i) == "on" {
			return true
		}
	}
	return false
}
