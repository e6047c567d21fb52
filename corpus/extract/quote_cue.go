package extract

import "dateline/corpus/text"

// A stance tells how a cue stands in its clause.
type stance uint8

const (
	finite     stance = iota // "said", "has said", "was saying"
	hanging                  // "saying", of a clause without a verb of its own
	infinitive               // "to say"
	passive                  // "was quoted as saying", "was told"
)

// A cue is a verb or a phrase that reports speech.
type cue struct {
	at         int // its main word
	start, end int // the positions of the whole group
	verb       verb
	stance     stance
	negated    bool // "did not say"
	modal      bool // "would say"
	document   bool // a paper speaks: "the poll shows"
}

// cueAt reads the verb group around word i, if word i is a reporting verb there.
func (r *reading) cueAt(i int) (c cue, ok bool) {
	v := r.verb[i]
	if v.manner == 0 || r.possessive(i) || r.partOfName(i) || r.t.Gap(i+1) == "-" {
		return c, false
	}
	c = cue{at: i, start: i, end: i + 1, verb: v}
	var be, aux, to bool
	for c.start > 0 && r.gap[c.start]&(clauseEnds|comma) == 0 {
		j := c.start - 1
		switch {
		case j == i-1 && r.word(j) == "to" && v.form&baseForm == 0:
			j = -1 // "referring to expected losses"
		case r.is(j, isAux|isNot) && !r.startsNounPhrase(j) && !(r.is(j, isModal|isTime) && r.capital(j) && v.form&baseForm == 0):
			be = be || r.is(j, isBe) && !aux
			aux = true
			to = to || r.low[r.t.Words[j].Start:r.t.Words[j].End] == "to"
			c.modal = c.modal || r.is(j, isModal) && r.word(j) != "will"
		case r.is(j, isAdverb) && !r.capital(j) || r.is(j, isAdverb) && r.is(j-1, isSubject):
		case r.word(j) == "longer" && j > 0 && r.word(j-1) == "no":
			c.negated = true
			j--
		default:
			j = r.timeLeft(j)
		}
		if j < 0 {
			break
		}
		c.negated = c.negated || r.is(j, isNot) && r.word(j+1) != "only"
		c.start = j
	}
	return c, r.settleStance(&c, be, aux, to)
}

// timeLeft gives where the words begin that say when and end at word i, "on Tuesday", "this past week", or -1.
func (r *reading) timeLeft(i int) int {
	if i > 0 && r.is(i, isNumber) && r.gap[i] == 0 && r.is(i-1, isTime) {
		i-- // "Sept 11"
	}
	if !r.is(i, isTime) || r.is(i, isSpeaking) {
		return -1
	}
	for i > 0 && r.gap[i] == 0 && r.is(i-1, isTime|isNumber) {
		i--
	}
	switch {
	case i > 0 && r.gap[i] == 0 && (r.word(i-1) == "on" || r.word(i-1) == "in"):
		return i - 1
	case i > 1 && r.gap[i] == 0 && r.gap[i-1] == 0 && r.word(i-1) == "past" && r.word(i-2) == "this":
		return i - 2
	case i > 0 && r.gap[i] == 0 && (r.word(i-1) == "this" || r.word(i-1) == "that"):
		return i - 1
	case i > 0 && r.gap[i]&(clauseEnds|comma) == 0 && r.is(i-1, isPrep|isDet):
		return -1
	}
	return i
}

// partOfName reports whether a capital within a sentence makes word i part of a name: "United States". In headlines all
// words have one.
func (r *reading) partOfName(i int) bool {
	if !r.capital(i) || r.gap[i]&(stop|paragraph|opens) != 0 {
		return false
	}
	if i >= r.headline && r.t.Words[i].Shape == text.Capital {
		return true
	}
	return !r.capital(i-1) || r.verb[i].form&pastForm == 0 && (r.verb[i].form&sForm == 0 || r.verb[i].manner&nounish != 0) || r.gap[i]&comma != 0 || !r.capital(i+1)
}

// startsNounPhrase tells the "no" of "no official said" from the one of "did not".
func (r *reading) startsNounPhrase(i int) bool { return r.is(i, isDet) && !r.is(i-1, isAux) }

// settleStance decides how the verb stands, and whether it is a verb at all.
func (r *reading) settleStance(c *cue, be, aux, to bool) bool {
	f := c.verb.form
	switch {
	case f&ingForm != 0 && be:
		c.stance = finite
	case f&ingForm != 0:
		c.stance = hanging
		return !r.nounBefore(c.start, false)
	case be && f&participle != 0:
		c.stance = passive
	case to && f&baseForm != 0:
		c.stance = infinitive
	case aux:
		c.stance = finite
	case f&participle != 0 && c.verb.stem != "say" && c.end < len(r.t.Words) && r.word(c.end) == "by" && r.gap[c.end] == 0:
		return false // "land claimed by the village"
	case f&(pastForm|participle) != 0 && !(f&baseForm != 0 && c.verb.manner&nounish != 0):
		return !r.nounBefore(c.start, false)
	default:
		return r.presentTense(c)
	}
	return true
}

// nounBefore reports whether what stands before a word makes it an adjective or a noun: "the alleged", "of reported".
func (r *reading) nounBefore(i int, strict bool) bool {
	if i == 0 || r.gap[i]&(clauseEnds|comma) != 0 {
		return false
	}
	j := i - 1
	if r.possessive(j) {
		return true
	}
	if r.is(j, isSubject) && (!strict || !r.is(j, isDet)) {
		return false
	}
	return r.is(j, isDet|isPoss) || r.is(j, isPrep) && r.verb[i].form&ingForm == 0 && !r.is(j, isSub)
}

// presentTense reports whether a form that can be a noun stands as a verb: "officials claim", "she claims".
func (r *reading) presentTense(c *cue) bool {
	noun := c.verb.manner&nounish != 0
	if noun && c.end < len(r.t.Words) && r.gap[c.end] == 0 && !r.is(c.start-1, isSubject) {
		switch r.word(c.end) {
		case "of", "over", "about", "from", "in":
			return false // "investor fears over", "government claims of"
		}
	}
	if r.nounBefore(c.start, true) || noun && r.gap[c.end] == 0 && c.end < len(r.t.Words) && r.finiteVerb(c.end) && !r.is(c.end, isNumber) {
		return false
	}
	j := c.start - 1
	free := r.gap[c.start]&(clauseEnds|comma) == 0
	if c.verb.form&sForm != 0 && c.verb.form&baseForm == 0 {
		if !noun {
			return true
		}
		return !free || !r.is(r.nounPhraseLeft(c.start).start-1, isPrep) && (r.capital(j) || r.is(j, isSubject|isSpeaking|isDocument))
	}
	if r.gap[c.start]&closes != 0 && r.opensSource(c.end) {
		return true // "…," read the letter
	}
	if !free {
		return c.verb.stem == "say" || c.verb.stem == "add"
	}
	if noun && r.endsPlural(j) && r.personish(j) && (r.word(c.end) == "that" || r.is(c.end, isPronoun)) {
		return true // "environmentalists worry that"
	}
	return r.is(j, isSubject|isPlural|isNumber) || c.verb.stem == "say" || r.capital(j) && r.endsPlural(j) || !noun && (r.capital(j) || r.endsPlural(j))
}

func (r *reading) endsPlural(i int) bool {
	if i < 0 {
		return false
	}
	w := r.word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}
