package extract

// clauseEnd is where content ends that begins at k: with its sentence, or before what goes on without it. What stands
// in quotation marks is never cut.
func (r *reading) clauseEnd(k int) int {
	n := len(r.t.Words)
	outer := int32(-1)
	if k > 0 && r.gap[k]&opens == 0 {
		outer = r.in[k]
	}
	for i := k + 1; i < n; i++ {
		m := r.gap[i]
		if m&(clauseEnds|comma) == 0 {
			if r.cutsAtVerb(i) {
				return i
			}
			continue
		}
		inside := r.in[i] >= 0 && r.in[i] != outer && m&opens == 0
		switch {
		case m&paragraph != 0, m&bracket != 0 && credits[r.word(i)]:
			return i
		case inside:
		case outer >= 0 && r.in[i] != outer && m&closes != 0:
			return i
		case m&stop != 0, m&semicolon != 0, m&colon != 0 && m&opens != 0:
			return i
		case m&closes != 0 && r.in[i-1] >= 0 && r.endsSpeech(int(r.in[i-1])):
			return i
		case m&(comma|dash) != 0 && r.cutsAtComma(i):
			return i
		}
	}
	return n
}

// credits open the brackets that end a wire story: "(Reporting by …".
var credits = map[string]bool{"reporting": true, "editing": true, "additional": true, "writing": true, "compiled": true, "edited": true, "written": true}

// endsSpeech reports whether a quotation ends in a mark that ends a sentence.
func (r *reading) endsSpeech(q int) bool {
	x := r.quotations[q]
	if x.Words.End-x.Words.Start < 2 || x.End <= x.Start {
		return false
	}
	switch r.t.Raw[x.End-1] {
	case '.', '!', '?':
		return true
	}
	return false
}

// quotedEnd is where content ends that begins with a quotation at k: with it, where that ends a sentence.
func (r *reading) quotedEnd(k int) int {
	q := int(r.in[k])
	if q < 0 {
		return r.clauseEnd(k)
	}
	for o := r.quotations[q].Outer; o >= 0 && r.quotations[o].Words.Start == k; o = r.quotations[q].Outer {
		q = o
	}
	x := r.quotations[q]
	end := x.Words.End
	if r.sentenceQuoted(q) || end >= len(r.t.Words) || r.gap[end]&(stop|paragraph|comma|semicolon|dash|bracket) != 0 {
		return end
	}
	return r.clauseEnd(end)
}

// cutting are the verbs whose ing-form behind a comma begins another report of the same speaker.
var cutting = map[string]bool{"say": true, "add": true, "tell": true, "call": true, "note": true, "argue": true, "warn": true,
	"accuse": true, "insist": true, "claim": true, "suggest": true, "urge": true, "explain": true, "describe": true, "cite": true,
	"point": true, "refer": true, "announce": true, "declare": true, "promise": true, "vow": true, "blame": true, "recall": true}

// cutsAtComma reports whether the narration goes on behind the comma before word i: ", adding that", ", but he", ",
// according to".
func (r *reading) cutsAtComma(i int) bool {
	w := r.word(i)
	switch {
	case r.verb[i].form&ingForm != 0 && cutting[r.verb[i].stem]:
		return true
	case w == "according", w == "while", w == "compared", w == "citing", w == "referring", w == "even", w == "although", w == "though":
		return true
	case w == "but", w == "and":
		j := i + 1
		for j < i+3 && r.is(j, isAdverb) {
			j++
		}
		return r.is(j, isSubject) && r.is(j, isPronoun) && r.finiteVerb(j+1) ||
			r.verb[j].form&pastForm != 0 && r.verb[j].manner&(says|tells|utters|judges) != 0
	case r.verb[i].manner&says != 0 && r.verb[i].form&(pastForm|sForm) != 0 && r.verb[i].manner&weak == 0:
		s := r.sourceRight(i + 1) // ", said the minister"
		return s.found() && r.gap[s.end]&(stop|comma|dash|closes) != 0
	}
	return r.attributesBehind(i)
}

// attributesBehind reports whether a short ", the minister said" stands behind a comma and ends the clause.
func (r *reading) attributesBehind(i int) bool {
	for j := i; j < min(i+8, len(r.t.Words)); j++ {
		if j > i && r.gap[j]&(clauseEnds|comma) != 0 {
			return false
		}
		if v := r.verb[j]; j > i && v.manner&says != 0 && v.manner&weak == 0 && v.form&(pastForm|sForm) != 0 {
			return r.sourceLeft(j).start == i
		}
	}
	return false
}

// cutsAtVerb reports whether the subject goes on to another report at word i: "and added that", "but declined to".
func (r *reading) cutsAtVerb(i int) bool {
	w := r.word(i)
	if w != "and" && w != "but" || i+1 >= len(r.t.Words) || r.gap[i+1] != 0 {
		return false
	}
	if r.is(i+1, isPronoun) && r.is(i+1, isSubject) && !r.is(i+1, isDet) && (r.is(i+2, isAux) || r.verb[i+2].manner != 0) {
		return w == "but" || r.in[i] < 0 && r.in[i-1] >= 0
	}
	j := i + 1
	for j < i+3 && r.is(j, isAdverb) {
		j++
	}
	v := r.verb[j]
	if v.manner == 0 {
		return w == "but" && (r.word(j) == "declined" || r.word(j) == "refused" || r.word(j) == "expressed")
	}
	return v.form&pastForm != 0 && v.manner&(says|tells|urges|judges) != 0 && (v.manner&weak == 0 || w == "but")
}

// skipAdjuncts gives the first position behind a cue that can begin its content: hearers, times and places are
// passed over.
func (r *reading) skipAdjuncts(c *cue, k int) int {
	n := len(r.t.Words)
	if c.verb.manner&(tells|asks) != 0 && c.stance != passive {
		k = r.skipHearer(c, k)
	}
	for k < n && r.gap[k]&(clauseEnds) == 0 {
		m := r.gap[k]&comma != 0
		switch {
		case m && r.is(k, isAdverb) && r.gap[k+1]&comma != 0 && r.gap[k+1]&stop == 0:
			k++
		case r.is(k, isTime) && !m:
			k++
		case r.is(k, isAdverb) && !r.is(k, isSub|isSubject|isDet) && r.gap[k+1]&paragraph == 0 && !m:
			k++
		case r.adjunct(c, k):
			k = r.phraseEnd(k)
		case k > 0 && r.is(k-1, isUtterance) && r.follows(k):
			k++ // "in an interview published on Sunday"
		default:
			return k
		}
	}
	return k
}

// adjunct reports whether a phrase begins at k that only tells to whom, where, when or about whom something is said.
func (r *reading) adjunct(c *cue, k int) bool {
	if !r.is(k, isPrep) || k+1 >= len(r.t.Words) || r.gap[k+1] != 0 || r.roundNumber(k) {
		return false
	}
	switch w := r.word(k); w {
	case "that", "than", "as", "like", "since", "after", "before", "once", "if":
		return w == "after" && c.verb.manner&says != 0 && !r.is(k+1, isSubject)
	case "to":
		if c.verb.manner&(promises|urges) != 0 && !r.is(k+1, isHearer) {
			return false
		}
		return r.is(k+1, isHearer|isDet|isPoss) || r.capital(k+1)
	case "for", "of", "with":
		return c.verb.manner&weak == 0 && c.verb.manner&says != 0
	}
	return c.verb.manner&(judges|urges) == 0 || c.verb.manner&(says|asks|tells) != 0
}

// roundNumber reports whether a preposition at k stands before a number that is not exact: "about 20 people".
func (r *reading) roundNumber(k int) bool {
	switch r.word(k) {
	case "about", "around", "over", "under":
		return r.is(k+1, isNumber) && !r.is(k+2, isTime)
	}
	return false
}

// phraseEnd skips a preposition and its noun phrase. It ends where another clause could begin.
func (r *reading) phraseEnd(k int) int {
	n := len(r.t.Words)
	i := k + 1
	for i < n && r.is(i, isDet|isPoss|isNumber) && r.gap[i] == 0 {
		i++
	}
	if i < n && r.gap[i] == 0 {
		i++
	}
	for i < n && r.gap[i]&(clauseEnds|comma) == 0 {
		prev := i - 1
		switch {
		case r.is(i, isTime), r.word(i) == "of", r.word(prev) == "of" && r.is(i, isDet|isPoss|isNumber):
			i++
			continue
		case r.is(i, isPrep|isDet|isPoss|isSub|isPronoun|isAux|isConj|isSubject), r.finiteVerb(i):
			return i
		case r.possessive(prev), r.capital(i) && r.capital(prev), !r.capital(i) && !r.endsPhrase(prev), r.is(prev, isPrep):
			i++
			continue
		}
		return i
	}
	return i
}

// endsPhrase reports whether a noun phrase is likely complete with word i: behind "in a statement" the content may begin.
func (r *reading) endsPhrase(i int) bool { return r.is(i, isUtterance|isTime|isHearer) }

// skipHearer passes over who was told.
func (r *reading) skipHearer(c *cue, k int) int {
	n := len(r.t.Words)
	if k < n && r.gap[k]&^closes == opens && r.capital(k) {
		if x := r.quotations[r.in[k]].Words; x.End-x.Start <= 4 && x.End < n && !r.sentenceQuoted(int(r.in[k])) {
			return x.End // a programme's name
		}
	}
	if k >= n || r.gap[k]&(clauseEnds|comma) != 0 || r.word(k) == "that" {
		return k
	}
	if c.verb.manner&urges != 0 && r.infinitiveAfter(k, min(n, k+9)) > 0 {
		return k
	}
	if c.verb.stem == "ask" && !r.asksBehind(k) {
		return k
	}
	if c.verb.stem != "tell" && !r.is(k, isHearer|isPronoun) && !r.capital(k) {
		return k
	}
	if r.is(k, isPronoun) && !r.is(k, isDet) || r.is(k, isHearer) && !r.capital(k) {
		return r.hearerEnd(k, k+1)
	}
	if !r.is(k, isDet|isPoss|isNumber) && !r.capital(k) && !r.endsPlural(k) && !r.is(k, isSpeaking) {
		return k
	}
	i := k + 1
	for i < n && r.gap[i]&(clauseEnds|comma) == 0 && i-k < 12 {
		if r.is(i, isSub|isPronoun|isAux|isSubject|isDet) && r.word(i) != "of" || r.is(i, isPrep) && r.word(i) != "of" || r.finiteVerb(i) || r.is(i, isTime) {
			break
		}
		if r.capital(i) && !r.capital(i-1) && !r.is(i-1, isDet|isPoss|isPrep|isSpeaking) && !r.possessive(i-1) {
			break
		}
		if !r.capital(i) && r.capital(i-1) && !r.is(i, isSpeaking|isHearer|isUtterance) && !r.possessive(i-1) && r.verb[i].manner == 0 {
			break
		}
		i++
	}
	return r.hearerEnd(k, i)
}

// asksBehind reports whether a question or quoted words follow whoever is asked at k.
func (r *reading) asksBehind(k int) bool {
	for i := k + 1; i < min(k+8, len(r.t.Words)); i++ {
		switch r.word(i) {
		case "if", "whether", "about", "how", "why", "what", "when":
			return true
		}
		if r.gap[i]&(opens|colon|comma) != 0 {
			return true
		}
	}
	return false
}

// hearerEnd adds a second hearer: "told reporters and investors", "told her supporters in Iowa".
func (r *reading) hearerEnd(k, i int) int {
	if i+1 < len(r.t.Words) && r.gap[i] == 0 && r.word(i) == "and" && r.is(i+1, isHearer) && r.gap[i+1] == 0 {
		return i + 2
	}
	return i
}
