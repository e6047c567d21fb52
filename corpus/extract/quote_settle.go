package extract

import (
	"slices"
	"strings"

	"dateline/corpus/text"
)

// speechWords is how many words a quotation has at least to be taken for speech by itself: fewer are names of things,
// nicknames and scare quotes.
const speechWords = 4

// spoken reports whether a quotation is likely speech: it is long, or ends as a sentence does.
func (r *reading) spoken(q int) bool {
	x := r.quotations[q]
	n := x.Words.End - x.Words.Start
	return x.Dash || n >= speechWords || n >= 2 && r.endsSpeech(q)
}

// inSpeech reports whether word i stands in quoted speech: what is reported there is the speaker's business.
func (r *reading) inSpeech(i int) bool {
	for q := int(r.in[i]); q >= 0; q = r.quotations[q].Outer {
		if r.spoken(q) {
			return true
		}
	}
	return false
}

// complete gives the quotations that no cue took to whoever speaks around them.
func (r *reading) complete(as []attribution) []attribution {
	claimed := r.claims(as)
	for q, x := range r.quotations {
		if claimed[q] >= 0 || !r.spoken(q) || x.Outer >= 0 || x.Words.Start >= x.Words.End {
			continue
		}
		as, claimed[q] = r.adopt(as, claimed, q)
	}
	return as
}

// inOrder sorts reports by their words and lets those that go on with another's speaker know where that one is now.
func inOrder(as []attribution) []attribution {
	slices.SortStableFunc(as, func(a, b attribution) int { return a.first() - b.first() })
	for i := range as {
		if as[i].far > 0 {
			as[i].far = 1 + slices.IndexFunc(as, func(b attribution) bool { return b.far == 0 && !b.weak && b.source == as[i].source })
		}
	}
	return as
}

// first is the first position of a report's words.
func (a *attribution) first() int {
	n := a.pieces[0].Start
	for _, p := range a.pieces {
		n = min(n, p.Start)
	}
	return n
}

// claims tells for each quotation which report holds it, or -1.
func (r *reading) claims(as []attribution) []int {
	claimed := make([]int, len(r.quotations))
	for q, x := range r.quotations {
		claimed[q] = -1
		for i := range as {
			for _, p := range as[i].pieces {
				if p.Start <= x.Words.Start && x.Words.Start < p.End {
					claimed[q] = i
				}
			}
		}
	}
	return claimed
}

// adopt finds the speaker of a quotation without a cue.
func (r *reading) adopt(as []attribution, claimed []int, q int) ([]attribution, int) {
	x := r.quotations[q].Words
	prev := r.reportBefore(as, x.Start)
	if k := r.interrupted(as, x.Start); k >= 0 {
		prev = k
	}
	if r.gap[x.Start]&colon != 0 {
		if a := r.announced(as, prev, x); a.source.found() {
			return append(as, a), len(as)
		}
	}
	whole := r.gap[x.Start]&stop != 0 || x.Start == 0
	if !whole {
		if k := r.interrupted(as, x.Start); k >= 0 && r.gap[x.Start]&comma != 0 {
			as[k].pieces = append(as[k].pieces, x) // "…," he said of the plan, "because …"
			return as, k
		}
		if a := r.fragment(x); len(a.pieces) > 0 {
			return append(as, a), len(as)
		}
	}
	if s := r.signed(q); s.found() {
		return append(as, attribution{pieces: []text.Range{x}, source: s, rule: "dash"}), len(as)
	}
	if prev < 0 {
		return as, -1
	}
	a := &as[prev]
	switch {
	case whole && r.gap[x.Start]&paragraph == 0 && r.adjacent(a, x.Start) && r.quotes(a) && !r.newLine(q):
		a.pieces = append(a.pieces, x)
		return as, prev
	case whole && r.gap[x.Start]&paragraph == 0 && r.adjacent(a, x.Start) && r.quotes(a): // on a line of its own
		as = append(as, attribution{pieces: []text.Range{x}, source: a.source, rule: "goes on", far: prev + 1})
		return as, len(as) - 1
	case whole && r.gap[x.Start]&paragraph == 0 && r.sent[x.Start]-r.sent[a.end()-1] <= 1 && r.t.Words[x.Start].Shape != text.Upper:
		as = append(as, attribution{pieces: []text.Range{x}, source: a.source, rule: "next", far: prev + 1})
		return as, len(as) - 1
	case whole && r.quotes(a) && r.runsOn(a):
		a.pieces = append(a.pieces, x)
		return as, prev
	case whole && r.continues(a, x):
		as = append(as, attribution{pieces: []text.Range{x}, source: a.source, rule: "continued", far: prev + 1})
		return as, len(as) - 1
	}
	return as, -1
}

// newLine reports whether a quotation opens on a line of its own: an attribution of its own, as in a paragraph.
func (r *reading) newLine(q int) bool {
	x := r.quotations[q]
	return !x.Unopened && strings.Contains(r.t.Gap(x.Words.Start), "\n")
}

// interrupted is the last report that quotes and whose own sentence ends right before position i, or -1: what is
// quoted there goes on with it. Other reports may end later, behind "…," he said, urging them to go.
func (r *reading) interrupted(as []attribution, i int) int {
	if r.gap[i]&paragraph != 0 || i == 0 {
		return -1
	}
	first := r.sentence(i - 1).Start
	for k := len(as) - 1; k >= 0; k-- {
		a := &as[k]
		if a.cue.End <= i && a.cue.Start >= first && a.end() <= i && r.in[a.cue.Start] < 0 && r.quotes(a) && r.adjacent(a, i) {
			return k
		}
	}
	return -1
}

// announced reads who speaks in a quotation behind a colon without a verb that reports: "Ann Lee: «…»", "He was blunt:
// «…»", "The ministry issued this statement:" and the statement as the next paragraph.
func (r *reading) announced(as []attribution, prev int, x text.Range) attribution {
	a := attribution{pieces: []text.Range{x}, rule: "colon"}
	if x.Start == 0 {
		return a
	}
	sent := r.sentence(x.Start - 1)
	if s := r.billed(sent, x.Start); s.found() {
		a.source = s
		return a
	}
	if prev >= 0 && as[prev].first() >= sent.Start && as[prev].source.found() {
		a.source = as[prev].source
		return a
	}
	if s := r.nounPhraseLeft(x.Start); s.found() && r.gap[s.start]&(stop|paragraph|dash|semicolon) != 0 && (r.capital(s.end-1) || r.headIs(s, isSpeaking|isDocument)) {
		a.source = s
		return a
	}
	if s := r.mainSubject(sent, x.Start); s.found() && (r.canSpeak(s) || !r.is(sent.Start, isPrep)) {
		a.source = s
	}
	return a
}

// fragment reads quoted words inside a sentence that no reporting verb takes: "Lee mocked the plan as «a costly toy»".
// They are the subject's, if that is somebody who can speak; its clause from the verb on is what was said.
func (r *reading) fragment(x text.Range) attribution {
	sent := r.sentence(x.Start)
	if r.titled(x) {
		return attribution{}
	}
	for i := x.Start - 1; i > sent.Start; i-- {
		if r.in[i] >= 0 || r.gap[i]&(semicolon|colon|stop) != 0 {
			break
		}
		if !r.finiteVerb(i) || r.is(i, isAux) {
			continue
		}
		g := i
		for g > sent.Start && r.gap[g] == 0 && r.is(g-1, isAdverb|isAux) && !r.is(g-1, isDet|isNot|isBe) {
			g--
		}
		s := r.sourceLeft(g)
		if !s.found() || x.Start-i > 14 {
			break
		}
		if r.is(s.start-1, isSub) {
			break // "unless they removed «…»"
		}
		if h := r.head(s); !r.capital(h) && !r.is(h, isSpeaking|isDocument) && !(r.is(h, isPronoun) && r.is(h, isSubject)) {
			break
		}
		return attribution{pieces: r.rightOf(i+1, r.clauseEnd(i+1)), cue: text.Range{Start: g, End: i + 1}, source: s, rule: "fragment"}
	}
	return attribution{}
}

// signed reads the name behind the dash that follows a quotation: "«We stay.» — Ann Lee, mayor of Aston".
func (r *reading) signed(q int) source {
	i := r.quotations[q].Words.End
	if r.quotations[q].Open || i >= len(r.t.Words) || r.gap[i]&dash == 0 || !r.capital(i) {
		return source{}
	}
	end := i + 1
	for end < len(r.t.Words) && r.gap[end]&(clauseEnds|comma) == 0 {
		end++
	}
	if end-i > 5 || r.gap[end]&(stop|paragraph|comma|bracket) == 0 || !r.billing(i, min(end, i+3)) {
		return source{}
	}
	return source{start: i, end: end}
}

// titled reports whether a quotation is the name of a work: all its words but the small ones have capitals.
func (r *reading) titled(x text.Range) bool {
	for i := x.Start; i < x.End; i++ {
		if !r.capital(i) && !r.is(i, isPrep|isDet|isConj|isNumber|isPoss|isAux|isSub) {
			return false
		}
	}
	return true
}

// billed reads a name in capitals that opens a comment in a round-up: "ANN LEE, ECONOMIST, FIRST BANK, PARIS: «…»".
func (r *reading) billed(sent text.Range, end int) source {
	start := end
	for start > sent.Start && r.gap[start]&(stop|paragraph) == 0 && (start == end || r.t.Words[start].Shape == text.Upper) {
		start--
	}
	if r.t.Words[start].Shape != text.Upper && start < end {
		start++
	}
	if end-start < 3 {
		return source{}
	}
	name := start + 1
	for name < end && r.gap[name]&comma == 0 {
		name++
	}
	if n := name - start; n < 2 || n > 4 || name == end {
		return source{}
	}
	return source{start: start, end: name}
}

// mainSubject is the subject of a sentence's first finite verb before position end.
func (r *reading) mainSubject(sent text.Range, end int) source {
	for i := sent.Start + 1; i < min(end, sent.End); i++ {
		if !r.finiteVerb(i) && r.verb[i].form&pastForm == 0 || r.in[i] >= 0 {
			continue
		}
		if s := r.sourceLeft(r.groupStart(i, sent.Start)); s.found() && !r.is(s.start, isSub) {
			return s
		}
	}
	return source{}
}

// reportBefore is the last report that ends before position i in the same or the paragraph before.
func (r *reading) reportBefore(as []attribution, i int) int {
	best, at := -1, -1
	for k := range as {
		if e := as[k].end(); e <= i && e > at {
			best, at = k, e
		}
	}
	if best < 0 || r.t.ParagraphAt(i)-r.t.ParagraphAt(at-1) > 1 {
		return -1
	}
	return best
}

// end is the position behind all of a report: words, cue and source.
func (a *attribution) end() int {
	n := a.cue.End
	if !a.source.far && a.far == 0 {
		n = max(n, a.source.end)
	}
	for _, p := range a.pieces {
		n = max(n, p.End)
	}
	return n
}

// adjacent reports whether nothing but the end of its own sentence stands between a report and position i.
func (r *reading) adjacent(a *attribution, i int) bool {
	for k := a.end(); k < i; k++ {
		if r.gap[k]&stop != 0 {
			return false
		}
	}
	return true
}

// quotes reports whether a report has words in quotation marks.
func (r *reading) quotes(a *attribution) bool {
	for _, p := range a.pieces {
		for i := p.Start; i < p.End; i++ {
			if r.in[i] >= 0 {
				return true
			}
		}
	}
	return false
}

// continues reports whether a quotation that is a paragraph of its own goes on with what the report quotes that ends
// the paragraph before. Anything between them may bring in somebody else.
func (r *reading) continues(a *attribution, x text.Range) bool {
	return r.gap[x.Start]&paragraph != 0 && r.gap[x.End]&paragraph != 0 && r.quotes(a) && a.rule != "dash" && a.rule != "colon" && !r.titled(x) &&
		r.adjacent(a, x.Start)
}

// runsOn reports whether a report's last words stand in a quotation that its paragraph leaves open.
func (r *reading) runsOn(a *attribution) bool {
	last := a.pieces[len(a.pieces)-1].End - 1
	return r.in[last] >= 0 && r.quotations[r.in[last]].Open
}
