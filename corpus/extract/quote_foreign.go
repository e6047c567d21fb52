package extract

import (
	"strings"

	"dateline/corpus/text"
)

// foreignReports finds the reports of speech in a language other than English. Its words tell the verbs, the phrases
// that name a source, and what opens what is reported; the rest is the order that news languages share: the words
// before or behind a verb and its subject, and a subject before or behind its verb.
func (r *reading) foreignReports() []attribution {
	var as []attribution
	for i := range r.t.Words {
		if r.inSpeech(i) {
			if a, ok := r.within(i); ok {
				as = append(as, a)
			}
			continue
		}
		if a, ok := r.foreignSourcing(i); ok {
			as = append(as, a)
		} else if a, ok := r.foreignReport(i, as); ok && (len(as) == 0 || a.cue.Start >= as[len(as)-1].cue.End) {
			as = append(as, a)
		}
	}
	return inOrder(r.complete(r.verbless(as)))
}

// within reads a cue and its subject between commas inside the words that they report: "« La digue a tenu, dit Lee, mais … »".
func (r *reading) within(i int) (attribution, bool) {
	if r.verb[i].manner == 0 || r.gap[i] != comma || r.capital(i) {
		return attribution{}, false
	}
	a := attribution{verb: r.verb[i], cue: r.foreignGroup(i), rule: "interrupted", inverted: true}
	end := a.cue.End
	if k := r.joinedPronoun(a.cue); k >= 0 {
		a.source = source{start: k, end: k + 1}
	} else {
		a.source = r.foreignBehind(a.cue.End)
		end = a.source.end
	}
	x := r.quotations[r.in[i]].Words
	if !a.source.found() || end > x.End || r.gap[end]&(comma|closes) == 0 || i-x.Start < 2 {
		return a, false
	}
	a.pieces = append(a.pieces, text.Range{Start: x.Start, End: i})
	a.pieces = append(a.pieces, r.rightOf(end, x.End)...)
	return a, true
}

// cutDashes ends speech behind a dash where a comma, a verb and its subject hand over to the narrator without another
// dash: "– Vi vann, säger Lee."
func (r *reading) cutDashes() {
	if r.g == english {
		return
	}
	for q, x := range r.quotations {
		if !x.Dash {
			continue
		}
		for i := x.Words.Start + 1; i < x.Words.End; i++ {
			if r.verb[i].manner == 0 || r.gap[i] != comma || !r.foreignBehind(r.foreignGroup(i).End).found() && r.joinedPronoun(r.foreignGroup(i)) < 0 {
				continue
			}
			for k := i; k < x.Words.End; k++ {
				if int(r.in[k]) == q {
					r.in[k] = int32(x.Outer)
				}
			}
			r.gap[i] |= closes
			break
		}
	}
}

// closedBefore reports whether a full stop follows the mark that closes a quotation before word i.
func (r *reading) closedBefore(i int) bool {
	gap := strings.TrimSpace(r.t.Gap(i))
	return strings.HasSuffix(gap, ".") && len(gap) > 1
}

// foreignBehind is the subject behind a cue that ends at position i; when it was said may stand between: "a déclaré lundi
// la ministre".
func (r *reading) foreignBehind(i int) source {
	for k := i; k < min(i+4, len(r.t.Words)) && r.gap[k] == 0; k++ {
		switch {
		case r.is(k, isTime):
			i = k + 1
		case r.is(k, isAdverb) && !r.is(k, isDet|isPronoun) && i == k:
			i = k + 1
		case !r.is(k, isPrep|isDet|isNumber):
			k = len(r.t.Words)
		}
	}
	return r.sourceRight(i)
}

// foreignReport reads a report around a verb at i.
func (r *reading) foreignReport(i int, before []attribution) (attribution, bool) {
	v := r.verb[i]
	if v.manner == 0 || r.partOfForeignName(i) || r.is(i+1, isNot) && r.gap[i+1] == 0 && r.g.roles[r.word(i+1)]&isPrep == 0 {
		return attribution{}, false
	}
	a := attribution{verb: v, cue: r.foreignGroup(i)}
	for k := a.cue.Start; k < a.cue.End; k++ {
		if r.is(k, isNot) {
			return a, false
		}
	}
	ahead, behind := r.foreignSubject(a.cue), r.foreignBehind(a.cue.End)
	start := a.cue.Start
	if ahead.found() && !ahead.far {
		start = ahead.start
	}
	if a.cue.End-a.cue.Start > 1 && r.joinedPronoun(a.cue) >= 0 { // "a-t-il dit"
		k := r.joinedPronoun(a.cue)
		ahead, behind, start = source{}, source{start: k, end: k + 1}, a.cue.Start
	}
	ok := r.foreignWords(&a, ahead, behind, start)
	if ok && !a.source.found() {
		r.goOn(&a, before)
	}
	return a, ok && (a.source.found() || a.rule == "quote before" || a.rule == "quote behind")
}

// partOfForeignName reports whether a verb's form at i is a name: "Pilar Cuenta".
func (r *reading) partOfForeignName(i int) bool {
	return r.capital(i) && r.gap[i]&(stop|paragraph|opens|closes|dash|colon) == 0
}

// foreignGroup is the cue that a verb at i belongs to, with its auxiliaries and what stands between: "a également
// déclaré", "a-t-il dit", "dit-il".
func (r *reading) foreignGroup(i int) text.Range {
	x := text.Range{Start: i, End: i + 1}
	for x.Start > 0 && r.gap[x.Start]&(clauseEnds|comma) == 0 {
		j := x.Start - 1
		joined := r.t.Gap(x.Start) == "-" || r.t.Gap(j) == "-" && r.is(j, isPronoun)
		if !r.is(j, isAux|isNot) && !(r.is(j, isAdverb) && !r.is(j, isTime) && j > 0 && r.gap[j] == 0 && r.is(j-1, isAux)) && !joined || r.is(j, isDet|isPrep) && !r.is(j, isAux) {
			break
		}
		x.Start = j
	}
	for x.End < len(r.t.Words) && r.t.Gap(x.End) == "-" && (r.word(x.End) == "t" || r.is(x.End, isPronoun)) {
		x.End++
	}
	return x
}

// joinedPronoun is the position of a pronoun that a hyphen joins to a cue's verb, or -1.
func (r *reading) joinedPronoun(cue text.Range) int {
	for k := cue.Start; k < cue.End; k++ {
		if r.is(k, isPronoun) && r.t.Gap(k) == "-" {
			return k
		}
	}
	return -1
}

// foreignSubject is the subject before a cue. A phrase behind a preposition is none: "Nach dem Treffen sagte".
func (r *reading) foreignSubject(cue text.Range) source {
	s := r.sourceLeft(cue.Start)
	for k := s.end; k > s.start && !r.is(k-1, isSpeaking|isPrep); k-- {
		if r.capital(k - 1) {
			s.end = k // "Ali Demir ise dedi"
			break
		}
	}
	if !s.found() || r.gap[s.start] == 0 && r.is(s.start-1, isPrep) || r.is(r.head(s), isTime) || r.headIs(s, isHearer) && !r.headIs(s, isSpeaking) {
		s = source{}
	}
	if s.found() || !r.g.bare {
		return s
	}
	for k := cue.Start - 1; k > r.sentence(cue.Start).Start && r.gap[k+1]&(clauseEnds|comma) == 0 && cue.Start-k < 9; k-- {
		if r.is(k, isAux) { // "Lee hat am Montag gesagt", "am Montag hat Lee gesagt"
			if s := r.sourceLeft(k); s.found() && !r.is(s.start-1, isPrep) && !r.headIs(s, isTime) {
				return s
			}
			return r.sourceRight(k + 1)
		}
	}
	return source{}
}

// foreignWords finds what was said, on one of the sides of a cue and its subject, and settles which subject it has.
func (r *reading) foreignWords(a *attribution, ahead, behind source, start int) bool {
	if left := r.contentLeft(a.cue.Start); left.marked && left.rule != "interrupted" {
		a.source, a.inverted = behind, true
		if !behind.found() {
			if a.source = r.beforeWords(left.pieces[0]); a.source.found() {
				left.pieces[0].Start = max(left.pieces[0].Start, a.source.end)
			}
		}
		a.pieces, a.rule = left.pieces, "quote before"
		return true
	}
	if left := r.contentLeft(start); start < a.cue.Start && left.marked && left.rule == "quote before" {
		a.source, a.pieces, a.rule = ahead, left.pieces, "quote before"
		return true
	}
	a.source = ahead
	if !ahead.found() {
		a.source = behind
	}
	sent := r.sentence(a.cue.Start)
	for k, n := a.cue.End, 0; k < len(r.t.Words) && n < 24; k, n = k+1, n+1 {
		m := r.gap[k]
		switch {
		case m&opens != 0 && r.spoken(int(r.in[k])) && (m&paragraph == 0 || m&colon != 0):
			a.pieces, a.rule = r.rightOf(k, r.quotedEnd(k)), "quote behind"
			return true
		case m&colon != 0 && m&paragraph == 0 && r.t.ParagraphAt(k) == r.t.ParagraphAt(a.cue.Start):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "colon"
			return r.t.Words[k].Shape != text.Upper && len(a.pieces) > 0 && a.pieces[0].End-k > 2
		case k >= sent.End || m&(stop|paragraph|semicolon) != 0:
			return r.clauseBefore(a, behind) || r.g.final && k == a.cue.End && r.endsSentence(a, sent.Start)
		case r.opensReported(k) && (k > a.cue.End || !r.is(k, isPronoun)):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "that"
			if behind.found() && behind.start < k && (!ahead.found() || m&comma != 0 && behind.end == k && r.gap[a.cue.Start] == 0 && r.is(ahead.start-1, isPrep)) {
				a.source = behind
			}
			return len(a.pieces) > 0
		case r.g.bare && m&comma != 0 && r.gap[k]&clauseEnds == 0 && a.source.found() && k >= a.source.end && r.clauseEnd(k)-k > 2 && !r.is(k, isSub|isConj):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "clause behind"
			return !r.is(k, isSpeaking) && !r.nameOnly(k, r.commaFrom(k, r.clauseEnd(k)))
		case m&comma != 0 && k > a.cue.End && r.is(k, isSub):
			return r.clauseBefore(a, behind)
		}
	}
	return false
}

// opensReported reports whether word k opens what is reported, as "that" does: "que", "qu'il".
func (r *reading) opensReported(k int) bool {
	w := r.low[r.t.Words[k].Start:r.t.Words[k].End]
	return r.g.thats[w] || len(w) > 3 && r.g.thats["qu"] && (w[:3] == "qu'" || len(w) > 5 && w[:5] == "qu’")
}

// clauseBefore reads "…, sagte Lee.": a clause, a comma, the verb and its subject.
func (r *reading) clauseBefore(a *attribution, behind source) bool {
	if a.cue.Start == 0 || r.gap[a.cue.Start]&comma == 0 || !behind.found() || r.is(behind.start, isHearer) {
		return false
	}
	from := r.clauseStart(a.cue.Start)
	if a.cue.Start-from < 4 || r.is(from, isSub) && !r.g.thats[r.word(from)] {
		return false
	}
	a.source, a.inverted = behind, true
	a.pieces, a.rule = []text.Range{{Start: from, End: a.cue.Start}}, "clause before"
	return true
}

// beforeWords is who stands before words that a verb follows: "Demir, «…» dedi."
func (r *reading) beforeWords(x text.Range) source {
	q := int(r.in[x.End-1])
	if q < 0 {
		return source{}
	}
	for r.quotations[q].Outer >= 0 {
		q = r.quotations[q].Outer
	}
	if first := r.quotations[q].Words.Start; first > 0 && r.gap[first]&(stop|paragraph) == 0 {
		s := r.nounPhraseLeft(first)
		if s.found() && (r.capital(r.head(s)) || r.headIs(s, isSpeaking|isPronoun)) {
			return s
		}
	}
	return source{}
}

// goOn gives a report without a subject to who spoke last, where the language drops pronouns.
func (r *reading) goOn(a *attribution, before []attribution) {
	n := len(before) - 1
	if n < 0 || !r.g.dropped || r.sent[a.cue.Start]-r.sent[before[n].cue.Start] > 2 {
		return
	}
	for before[n].far > 0 {
		n = before[n].far - 1
	}
	a.source, a.far = before[n].source, n+1
}

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
	}
	if !a.source.found() || r.is(a.source.start, isNumber) || !r.canSpeak(a.source) {
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

// endsSentence reads what a subject, a comma and a verb at the end of the sentence hold: "Demir, görüşmelerin sürdüğünü söyledi."
func (r *reading) endsSentence(a *attribution, first int) bool {
	k := r.commaFrom(first, a.cue.Start)
	if k-first > 6 || a.cue.Start-k < 2 || k == a.cue.Start {
		return false
	}
	s := r.nounPhraseLeft(k)
	if !s.found() || !r.capital(s.end-1) && !r.headIs(s, isSpeaking) {
		return false
	}
	a.source, a.pieces, a.rule = s, r.rightOf(k, a.cue.Start), "clause behind"
	return true
}

// phraseAt counts the words of the longest phrase at i that names a source.
func (r *reading) phraseAt(i int) int {
	longest := 0
	for _, p := range r.g.sourcing {
		n := 0
		for n < len(p) && i+n < len(r.t.Words) && r.word(i+n) == p[n] && (n == 0 || r.gap[i+n] == 0) {
			n++
		}
		if n == len(p) {
			longest = max(longest, n)
		}
	}
	return longest
}
