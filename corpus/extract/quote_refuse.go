package extract

import (
	"strings"

	"dateline/corpus/text"
)

// speaks refuses reports that are too weak to be believed.
func (r *reading) speaks(c *cue, a *attribution) bool {
	if len(a.pieces) == 0 {
		return false
	}
	plain := a.rule == "clause behind" || a.rule == "thing said" || a.rule == "judged" || a.rule == "urged to"
	if a.source.found() && r.is(a.source.start, isSub) && r.gap[a.source.start]&comma != 0 && !a.source.far {
		r.closeRelative(a)
	}
	return r.happened(c, a, plain) && r.stanceSpeaks(c, a, plain) && r.sourceSpeaks(c, a, plain) && !r.counts(c, a, plain)
}

// happened reports whether what a cue reports was said at all.
func (r *reading) happened(c *cue, a *attribution, plain bool) bool {
	s := a.source
	switch {
	case s.found() && !s.far && !a.inverted && s.start > 0 && r.gap[s.start]&(clauseEnds|comma) == 0 && r.word(s.start-1) == "if":
		return false // "if the minister agrees that"
	case s.found() && (denying[r.word(s.start)] || s.start > 0 && r.gap[s.start] == 0 && r.word(s.start-1) == "no"):
		return false // "nobody said that", "no one has claimed"
	case c.verb.stem == "read" && plain && !c.document:
		return false // "officials have read the papers"
	case c.modal && (plain || a.rule == "that" || a.rule == "to do"):
		return false // "might say that"
	case (a.rule == "thing said" || a.rule == "clause behind" && c.verb.manner&(utters|nods) != 0 || c.verb.stem == "add" && plain) && r.is(c.start, isModal):
		return r.quotes(a) // "will announce its results"
	}
	return true
}

// stanceSpeaks refuses what verbs without a subject of their own seldom report.
func (r *reading) stanceSpeaks(c *cue, a *attribution, plain bool) bool {
	switch {
	case c.stance == infinitive && (!a.source.found() || a.rule == "question"):
		return false // "nothing was done to show that"
	case c.stance == infinitive && plain:
		return c.verb.stem == "say" && going[r.wordAt(c.start-1)]
	case c.stance != hanging:
		return true
	case c.verb.manner&says == 0 && r.is(c.start-1, isPrep):
		return false // "overconfidence in assuming that"
	case plain && !a.source.far:
		return c.verb.stem == "call" || c.verb.manner&(says|tells) != 0 && c.verb.manner&(weak|nounish) == 0
	case a.rule == "to do" && r.gap[c.start] == 0:
		return false // "a group hoping to profit"
	case a.rule == "thing said":
		return c.verb.manner&weak == 0 && !r.is(c.start-1, isPrep) && r.gap[c.start] != 0 // not "respondents reporting shortages"
	}
	return true
}

// sourceSpeaks refuses sources that do not speak, the more so the weaker the verb and the rule are.
func (r *reading) sourceSpeaks(c *cue, a *attribution, plain bool) bool {
	s, m := a.source, c.verb.manner
	if !s.found() {
		return a.rule != "quote before" && !(c.stance == finite && plain)
	}
	switch {
	case !s.far && !r.agrees(c, s):
		return false // "carmakers that survived the crisis have warned"
	case !s.far && a.rule == "clause before" && r.gap[s.start] == 0 && s.start > 0 && relatives[r.word(s.start-1)]:
		return false // "…, an assertion Cyprus denied"
	case a.rule == "urged to" && r.is(s.start, isSub):
		return false // "the number of people who expect prices to rise"
	case c.verb.stem == "say":
		return true
	case plain, a.rule == "to do", m&(weak|shows) != 0 && (a.rule == "that" || a.rule == "question"):
		return r.canSpeak(s) // not "bond yields indicated higher inflation"
	}
	return true
}

// agrees reports whether a source can be the subject of the plural that a cue begins with: "the crisis have" can't.
func (r *reading) agrees(c *cue, s source) bool {
	switch r.word(c.start) {
	case "have", "are", "were", "do":
	default:
		return true
	}
	switch r.word(s.start) {
	case "it", "he", "she":
		return s.end-s.start > 1
	}
	return r.canSpeak(s) || r.endsPlural(r.head(s)) || r.holdsWord(text.Range{Start: s.start, End: s.end}, "and")
}

// counts reports whether a number is all that a verb goes on with: "rejected 43", "the index added 51 points".
func (r *reading) counts(c *cue, a *attribution, plain bool) bool {
	first := a.pieces[0].Start
	return plain && (r.t.Words[first].Shape == text.Number && c.verb.manner&utters != 0 || c.verb.stem == "add" && r.is(first, isNumber))
}

// denying are words that make a source of nobody.
var denying = listed("no nobody none neither nothing")

// going are words before an infinitive whose speech takes place: "went on to say", "came out to say".
var going = listed("went go goes going on far lengths came come out back forward continued continues careful quick moved rushed hastened")

// relatives are nouns that a clause without a pronoun follows: "something the agency has reported".
var relatives = listed(`something anything assertion allegation claim accusation charge charges claims allegations move step view idea
	aspect point statement figure number policy plan`)

// closeRelative ends what "who said …" reports at the comma that closes the relative clause: "Lee, who said she would
// come, stayed home".
func (r *reading) closeRelative(a *attribution) {
	p := &a.pieces[len(a.pieces)-1]
	for i := p.Start + 1; i < p.End; i++ {
		if r.gap[i]&comma != 0 && r.in[i] < 0 && (r.finiteVerb(i) || strings.HasSuffix(r.word(i), "ed")) {
			p.End = i
			return
		}
	}
}
