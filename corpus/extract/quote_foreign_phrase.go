package extract

import (
	"strings"

	"dateline/corpus/text"
)

// foreignSourcing reads a phrase that names a source at i, "selon le ministère", or behind it, "dem Minister zufolge".
func (r *reading) foreignSourcing(i int) (attribution, bool) {
	a := attribution{rule: "according to"}
	sent := r.sentence(i)
	switch n := r.phraseAt(i); {
	case n > 0:
		a.cue = text.Range{Start: i, End: i + n}
		a.source = r.sourceRight(i + n)
	case r.g.behind[r.word(i)]:
		a.cue = text.Range{Start: i, End: i + 1}
		a.source = r.nounPhraseLeft(i)
	default:
		return a, false
	}
	if !a.source.found() && r.is(a.cue.Start, isPrep) {
		a.source = r.phraseSource(a.cue.End) // "за даними рятувальників"
	}
	speaks := a.source.found() && (r.canSpeak(a.source) || r.gap[a.source.end]&comma != 0 && r.gap[a.cue.Start]&stop != 0)
	if !speaks || r.is(a.source.start, isNumber) {
		return a, false
	}
	from, to := min(a.cue.Start, a.source.start), max(a.cue.End, a.source.end)
	if from > sent.Start && from-r.clauseStart(from) >= 2 && r.gap[from]&(colon|semicolon|opens|stop) == 0 {
		a.pieces = []text.Range{{Start: r.clauseStart(from), End: from}}
		if to < sent.End && r.gap[to]&clauseEnds == 0 {
			a.pieces = append(a.pieces, r.rightOf(to, r.clauseEnd(to))...)
		}
		return a, true
	}
	if to = r.behindForeignSource(to, sent.End); to+2 > sent.End {
		return a, false
	}
	if r.opensReported(to) {
		to++
	}
	a.pieces = r.rightOf(to, r.clauseEnd(to))
	return a, len(a.pieces) > 0
}

// behindForeignSource is where the clause begins that follows a source: behind the comma, or behind that which ends an
// apposition.
func (r *reading) behindForeignSource(from, end int) int {
	to := from
	for to < end && r.gap[to]&(comma|dash|opens) == 0 && !r.g.second && !r.finiteVerb(to) && !r.is(to, isDet) {
		to++
	}
	next := r.commaFrom(to, end)
	if to < end && next < end && r.gap[to]&comma != 0 && (r.is(to, isSpeaking) || r.is(to, isDet) && r.is(to+1, isSpeaking) || r.is(to+1, isSpeaking) && !r.capital(to)) && !r.holdsVerb(to, next) {
		return next
	}
	return to
}

// phraseAt counts the words of the longest phrase at i that names a source.
func (r *reading) phraseAt(i int) int {
	longest := 0
	for _, p := range r.g.sourcing {
		n := 0
		for n < len(p) && i+n < len(r.t.Words) && (r.word(i+n) == p[n] || n == 0 && strings.TrimPrefix(r.word(i), "و") == p[0]) && (n == 0 || r.gap[i+n] == 0) {
			n++
		}
		if n == len(p) {
			longest = max(longest, n)
		}
	}
	return longest
}
