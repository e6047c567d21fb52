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
	if m := r.gap[i]; r.verb[i].manner == 0 || m&(comma|dash) == 0 || m&(stop|opens|closes|paragraph) != 0 || r.capital(i) {
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
	q := r.quotations[r.in[i]]
	x := q.Words
	if !a.source.found() || end > x.End || r.gap[end]&(comma|closes|dash) == 0 || i-x.Start < 2 {
		return a, false
	}
	a.pieces = append(a.pieces, text.Range{Start: x.Start, End: i})
	for q.Dash && end < x.End && r.gap[end]&dash == 0 {
		end++ // the narrator's, up to the next dash
	}
	if end < x.End && !r.is(end, isSpeaking) { // not "said Lee, a dealer"
		a.pieces = append(a.pieces, r.rightOf(end, x.End)...)
	}
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
		case r.is(k, isTime), r.is(k, isAdverb) && !r.is(k, isDet|isPronoun):
			i = k + 1 // "pour sa part" as well
		case r.is(k, isPrep) && r.capital(k+1) && (isOutlet(r.t.Word(k+1)) || r.is(k+2, isDet)) && r.gap[k+1] == 0:
			i, k = k+2, k+1 // "relató a Efe Rosa Quispe", "disse à Folha o pescador"
		case r.capital(k) && isOutlet(r.t.Word(k)) && r.capital(k+1) && r.gap[k+1] == 0:
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
	if v.stem == "so" && r.gap[i]&(comma|closes|dash) == 0 { // "…, so Lee", not "so etwas wie"
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
		if r.g.final && r.is(j, isAdverb) {
			x.Start = j // "diye konuştu"
			continue
		}
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
	if s.found() && r.gap[s.start] == 0 && r.g.inflected && strings.HasSuffix(r.word(cue.Start), "ли") && (r.wordAt(s.start-1) == "в" || r.wordAt(s.start-1) == "у") {
		return s // "В порту сообщили": people there
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
	if start > 0 && start < a.cue.Start && asWords[r.word(start-1)] && r.gap[a.cue.End]&comma != 0 {
		a.pieces, a.rule = r.rightOf(a.cue.End, r.clauseEnd(a.cue.End)), "as reported"
		return len(a.pieces) > 0
	}
	sent := r.sentence(a.cue.Start)
	for k, n := a.cue.End, 0; k < len(r.t.Words) && n < 24; k, n = k+1, n+1 {
		m := r.gap[k]
		switch {
		case m&opens != 0 && (m&colon != 0 || m&(stop|paragraph) == 0 && r.spoken(int(r.in[k]))):
			a.pieces, a.rule = r.rightOf(k, r.quotedEnd(k)), "quote behind"
			return true
		case m&colon != 0 && m&paragraph == 0 && !r.isGlued(k) && r.t.ParagraphAt(k) == r.t.ParagraphAt(a.cue.Start):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "colon"
			return r.t.Words[k].Shape != text.Upper && len(a.pieces) > 0 && a.pieces[0].End-k > 2
		case k >= sent.End || m&(stop|paragraph|semicolon) != 0:
			return r.clauseBefore(a, behind) || r.g.final && k == a.cue.End && r.endsSentence(a, sent.Start)
		case r.opensReported(k) && r.toldResult(sent.Start, k):
			return false
		case r.opensReported(k) && (k > a.cue.End || !r.is(k, isPronoun)):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "that"
			if behind.found() && behind.start < k && (!ahead.found() || m&comma != 0 && behind.end == k && r.gap[a.cue.Start] == 0 && r.is(ahead.start-1, isPrep)) {
				a.source = behind
			}
			return len(a.pieces) > 0
		case r.g.bare && m&comma != 0 && r.gap[k]&clauseEnds == 0 && a.source.found() && k >= a.source.end && r.clauseEnd(k)-k > 2 && !r.is(k, isSub|isConj):
			a.pieces, a.rule = r.rightOf(k, r.clauseEnd(k)), "clause behind"
			return r.reportedMood(a, k, r.clauseEnd(k)) && !r.is(k, isSpeaking) && !r.nameOnly(k, r.commaFrom(k, r.clauseEnd(k)))
		case m&comma != 0 && k > a.cue.End && r.is(k, isSub):
			return r.clauseBefore(a, behind)
		}
	}
	return false
}

// reportedMood reports whether the words from k to end may be a report that nothing but a comma opens: a finite verb tells
// so, or an infinitive behind who was asked, "forderte dazu auf, zu helfen".
func (r *reading) reportedMood(a *attribution, k, end int) bool {
	if len(r.g.moods) == 0 {
		return true
	}
	asks := strings.Contains(a.verb.stem, "forder")
	for ; k < end; k++ {
		if r.g.moods[r.word(k)] || asks && r.word(k) == "zu" {
			return true
		}
	}
	return false
}

// toldResult reports whether what "that" opens at k is the result of something in the same sentence: "so kalt, dass".
func (r *reading) toldResult(first, k int) bool {
	for j := first; j+1 < k; j++ {
		if r.g.degrees[r.word(j)] && r.gap[j+1] == 0 && !r.capital(j+1) {
			return true
		}
	}
	return false
}

// isGlued reports whether there is no blank before word k: "3:6".
func (r *reading) isGlued(k int) bool { return !strings.ContainsAny(r.t.Gap(k), " \n\u00a0") }

// asWords open what names a source, as "as" does: "Wie die Polizei mitteilte, …".
var asWords = listed("wie comme como come zoals som jak как як")

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
	if k := behind.end; a.cue.Start-from < 4 && r.gap[k]&comma != 0 && r.gap[k]&clauseEnds == 0 && r.clauseEnd(k)-k > 2 && !r.is(k, isSub|isSpeaking) && !r.is(k+1, isSpeaking) && !r.is(from, isAdverb|isConj|isTime) {
		a.source, a.inverted = behind, true
		a.pieces, a.rule = []text.Range{{Start: from, End: a.cue.Start}, {Start: k, End: r.clauseEnd(k)}}, "clause around"
		return true
	}
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

// endsSentence reads what a subject, a comma and a verb at the end of the sentence hold: "Demir, görüşmelerin sürdüğünü söyledi."
func (r *reading) endsSentence(a *attribution, first int) bool {
	k := r.commaFrom(first, a.cue.Start)
	if k == a.cue.Start && objectEnds(r.word(k-1)) {
		for k = first; k < a.cue.Start && r.capital(k); k++ {
		}
	}
	if k-first > 6 || a.cue.Start-k < 2 || k == a.cue.Start || k == first {
		return false
	}
	s := r.nounPhraseLeft(k)
	if !s.found() || !r.capital(s.end-1) && !r.headIs(s, isSpeaking) {
		return false
	}
	a.source, a.pieces, a.rule = s, r.rightOf(k, a.cue.Start), "clause behind"
	return true
}

// objectEnds reports whether a Turkish word ends as what is reported does: "sürdüğünü".
func objectEnds(w string) bool {
	for _, end := range []string{"nı", "ni", "nu", "nü"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
