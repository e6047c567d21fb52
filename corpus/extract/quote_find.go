package extract

import "dateline/corpus/text"

// An attribution is one report of speech in positions of a reading: what was said, the cue and who said it.
type attribution struct {
	pieces   []text.Range
	cue      text.Range // empty where none stands there
	source   source
	through  source // who cites the speaker: "the paper quoted him as saying"
	rule     string
	verb     verb
	stance   stance
	inverted bool // the source stands behind the cue
	weak     bool // the rules do not believe it
	far      int  // one more than the report whose speaker goes on here; 0 for none
}

// attributions finds all reports of speech, in their order, and behind them those too weak to be believed by themselves.
func (r *reading) attributions() []attribution {
	if patterns := r.eastern(); patterns != nil {
		return r.easternReports(patterns)
	}
	if r.g != english {
		return r.foreignReports()
	}
	var as, refused []attribution
	for i := range r.t.Words {
		if a, ok := r.phraseCue(i); ok {
			as = append(as, a)
			continue
		}
		if r.verb[i].manner == 0 || r.inSpeech(i) || len(as) > 0 && as[len(as)-1].citing(i) {
			continue
		}
		c, ok := r.cueAt(i)
		if !ok {
			continue
		}
		a, ok := r.attribute(&c, as)
		switch {
		case ok:
			as = append(as, a)
		case len(a.pieces) > 0 && a.pieces[0].End > a.pieces[0].Start:
			a.weak = true
			refused = append(refused, a)
		}
	}
	return inOrder(append(r.complete(r.verbless(as)), refused...))
}

// citing reports whether position i is the "saying" of "quoted him as saying".
func (a *attribution) citing(i int) bool {
	return a.rule == "quoted as" && i >= a.cue.Start && i < a.pieces[0].Start
}

// attribute joins a cue to its source and its content.
func (r *reading) attribute(c *cue, before []attribution) (attribution, bool) {
	if c.negated && c.verb.stem != "deny" || r.asksWhether(c) {
		return attribution{}, false
	}
	if a, ok := r.citesSource(c); ok {
		return a, true
	}
	r.widen(c)
	a := attribution{cue: text.Range{Start: c.start, End: c.end}, verb: c.verb, stance: c.stance}
	if c.stance == passive {
		return a, r.passive(c, &a)
	}
	a.source = r.subject(c, before)
	c.document = a.source.found() && r.headIs(a.source, isDocument)
	start := c.start
	if a.source.found() && !a.source.far {
		start = a.source.start
	}
	left := r.contentLeft(start)
	if n := len(before); left.rule == "quote before" && n > 0 {
		left.pieces[0].Start = r.behindReport(&before[n-1], left.pieces[0])
	}
	var right content
	if s := r.turnedBehindComma(c); s.found() {
		a.source, a.inverted = s, true
		return a, r.choose(c, &a, r.contentLeft(c.start), content{})
	}
	if !a.source.found() || a.source.far && left.found() && c.stance == finite {
		if s := r.turned(c, left); s.found() {
			a.source, a.inverted = s, true
			right = r.contentBehindSource(c, s)
		} else if !a.source.found() {
			right = r.contentRight(c, c.end)
		}
	} else {
		right = r.contentRight(c, c.end)
	}
	if asReported := r.asReported(c, &a); asReported.found() {
		a.pieces, a.rule = asReported.pieces, asReported.rule
		return a, true
	}
	return a, r.choose(c, &a, left, right)
}

// behindReport is where the words before a cue begin behind an earlier report in their sentence: "«…,» said Ann Lee,
// «and …,» she added".
func (r *reading) behindReport(a *attribution, left text.Range) int {
	q := r.in[left.End-1]
	if q < 0 || !r.spoken(int(q)) || a.first() < left.Start || a.end() > r.quotations[q].Words.Start {
		return left.Start
	}
	return r.quotations[q].Words.Start
}

// asReported reads "As the paper reported, …" and "…, as she put it".
func (r *reading) asReported(c *cue, a *attribution) content {
	s := a.source
	if !s.found() || s.far || s.start == 0 || r.word(s.start-1) != "as" || r.gap[s.start] != 0 || c.verb.manner&(says|shows) == 0 {
		return content{}
	}
	k := r.skipAdjuncts(c, c.end)
	if k < len(r.t.Words) && r.gap[k]&(comma|colon|opens) != 0 && r.gap[k]&stop == 0 && (r.gap[s.start-1]&(stop|paragraph) != 0) {
		return content{r.rightOf(k, r.clauseEnd(k)), "as reported", false}
	}
	if r.gap[s.start-1]&comma != 0 && r.gap[k]&(stop|comma) != 0 {
		return r.contentLeft(s.start - 1)
	}
	return content{}
}

// turned reads a subject that follows its verb: "…, said the minister".
func (r *reading) turned(c *cue, left content) source {
	if c.stance != finite || c.verb.manner&(says|asks|nods) == 0 || c.start != c.at {
		return source{}
	}
	first := r.gap[c.start]&(stop|paragraph) != 0
	if left.found() || c.verb.stem == "say" || first {
		s := r.sourceRight(c.end)
		if !first || left.found() || s.end < len(r.t.Words) && r.gap[s.end]&(colon|opens) != 0 {
			return s
		}
	}
	return source{}
}

// turnedBehindComma reads "…, said the bank." where what stands before the comma could be taken for the subject.
func (r *reading) turnedBehindComma(c *cue) source {
	if c.stance != finite || c.verb.manner&says == 0 || c.verb.form&pastForm == 0 || c.start != c.at || r.gap[c.start] != comma {
		return source{}
	}
	s := r.sourceRight(c.end)
	if s.found() && r.gap[s.end]&(comma|stop) != 0 && !r.is(s.start, isPronoun) && r.canSpeak(s) {
		return s
	}
	return source{}
}

// contentBehindSource reads what follows a subject that follows its verb: "said Smith: «…»".
func (r *reading) contentBehindSource(c *cue, s source) content {
	if s.end < len(r.t.Words) && r.gap[s.end]&(colon|opens) != 0 {
		return r.contentRight(c, s.end)
	}
	return content{}
}

// particles are the small words that make a reporting verb of another kind: "called for an end", "warned of floods".
var particles = map[string]manner{"call for": utters | weak, "call on": urges, "warn of": utters, "warn against": utters, "ask for": utters,
	"speak of": utters, "complain of": utters, "complain about": utters, "hint at": utters, "insist on": utters,
	"boast of": utters, "boast about": utters, "apologize for": utters, "apologise for": utters, "talk about": utters,
	"speak about": utters, "refer to": utters, "point to": utters, "argue for": utters, "argue against": utters,
	"call upon": urges, "write of": utters, "write about": utters, "appeal to": urges, "appeal for": utters,
	"allude to": utters, "report on": utters, "joke about": utters, "lie about": utters, "respond to": 0, "think of": 0}

// widen takes in the small words that belong to the verb: "pointed out", "called for".
func (r *reading) widen(c *cue) {
	if c.end >= len(r.t.Words) || r.gap[c.end] != 0 {
		return
	}
	w := r.word(c.end)
	if w == "out" || w == "back" {
		c.end++
		return
	}
	if m, ok := particles[c.verb.stem+" "+w]; ok && !r.is(c.end+1, isTime|isHearer) {
		c.verb.manner = m
		if m != 0 {
			c.end++
		}
	}
}

// asksWhether reports whether the cue stands in a question put by the writer: "Did he say that?"
func (r *reading) asksWhether(c *cue) bool {
	s := r.sentence(c.at)
	if r.in[c.at] >= 0 || r.gap[s.End]&asking == 0 {
		return false
	}
	return r.is(s.Start, isAux) && !r.is(s.Start, isDet) && r.in[s.End-1] < 0
}

// subject finds who speaks for a verb that is not passive.
func (r *reading) subject(c *cue, before []attribution) source {
	j := c.start - 1
	switch {
	case c.stance == hanging:
		if c.start > 0 && r.gap[c.start]&(clauseEnds|comma) == 0 && !r.is(j, isConj) {
			s := r.nounPhraseLeft(c.start)
			for _, s := range []source{s, r.nearest(s)} {
				if s.found() && (r.headIs(s, isSpeaking|isDocument|isPronoun) || r.capital(r.head(s))) {
					return s
				}
			}
		}
		return r.farSubject(c, before)
	case c.stance == infinitive:
		return r.farSubject(c, before)
	case r.is(j, isConj) && r.gap[c.start] == 0:
		return r.farSubject(c, before)
	case r.is(j, isSub) && r.gap[c.start] == 0:
		switch w := r.word(j); {
		case w == "who", w == "which":
			return source{start: j, end: j + 1}
		case w == "whom" && j > 1 && r.word(j-1) == "of" && r.is(j-2, isSubject|isDet|isNumber):
			return source{start: j - 2, end: j + 1} // "many of whom say"
		}
	}
	return r.sourceLeft(c.start)
}

// farSubject is the subject of the sentence, for a verb that shares it: that of the report before, else of its first
// finite verb.
func (r *reading) farSubject(c *cue, before []attribution) source {
	sent := r.sentence(c.at)
	for i := len(before) - 1; i >= 0 && before[i].cue.Start >= sent.Start; i-- {
		if b := before[i]; b.source.found() && b.source.end <= c.start && r.in[b.cue.Start] == r.in[c.at] && r.agrees(c, b.source) {
			return source{b.source.start, b.source.end, true}
		}
	}
	for i := c.start - 1; i > sent.Start; i-- {
		if r.gap[i]&(stop|paragraph|semicolon) != 0 || r.in[i] != r.in[c.at] {
			break
		}
		if !r.finiteVerb(i) && r.verb[i].form&pastForm == 0 || r.is(i-1, isAux) || r.verb[i].form&baseForm != 0 && !r.is(i-1, isSubject) && !r.capital(i-1) {
			continue // "raised its forecast": no second subject
		}
		if s := r.sourceLeft(r.groupStart(i, sent.Start)); s.found() && !r.is(s.start, isSub) && r.agrees(c, s) {
			return source{s.start, s.end, true}
		}
	}
	return source{}
}

// groupStart is where the auxiliaries, adverbs and times begin that stand before a verb at i, at least first.
func (r *reading) groupStart(i, first int) int {
	for i > first && r.gap[i] == 0 {
		j := i - 1
		if !r.is(j, isAux|isAdverb|isNot) || r.is(j, isDet) {
			j = r.timeLeft(j)
		}
		if j <= first {
			break
		}
		i = j
	}
	return i
}

// choose decides between the two sides of a cue.
func (r *reading) choose(c *cue, a *attribution, left, right content) bool {
	m := c.verb.manner
	if left.found() && m&(says|asks|nods|tells|thinks|shows) == 0 {
		left = content{}
	}
	if right.rule == "quote behind" || right.rule == "colon" {
		if left.marked && left.rule == "quote before" && !r.endsSpeech(int(r.in[left.pieces[0].End-1])) {
			a.pieces, a.rule = append(left.pieces, right.pieces...), "interrupted"
			return true
		}
		a.pieces, a.rule = right.pieces, right.rule
		return true
	}
	if right.rule == "thing said" && r.is(c.start, isModal) {
		return false // "Today, Aston Air will announce its results"
	}
	if right.found() && left.marked && r.gap[left.pieces[0].Start]&colon != 0 {
		left = content{} // "Orlo said: «…,» the mayor added that …"
	}
	if c.verb.manner&^(nods|weak|nounish) == 0 && left.rule == "quote before" && !r.sentenceQuoted(int(r.in[left.pieces[0].End-1])) {
		left = content{} // "the «soft market» is continuing"
	}
	if right.found() && left.marked && r.in[left.pieces[0].Start] < 0 && r.adverbial(left.pieces[0].Start) {
		left = content{} // "To chants of «Go!», he said that …"
	}
	if left.marked && c.stance == finite && (left.rule == "quote before" || left.rule == "interrupted") {
		a.pieces, a.rule = left.pieces, left.rule
		if left.rule == "quote before" && !r.endsSpeech(int(r.in[left.pieces[0].End-1])) {
			r.around(c, a)
		}
		return r.speaks(c, a)
	}
	if right.found() && left.found() && !r.adverbial(left.pieces[0].Start) && r.holdsVerb(left.pieces[0].Start, left.pieces[0].End) &&
		right.rule != "that" && c.stance == finite && m&weak == 0 && right.rule != "clause behind" {
		right = content{}
	}
	if right.found() {
		a.pieces, a.rule = right.pieces, right.rule
		return r.speaks(c, a)
	}
	return r.chooseLeft(c, a, left)
}

// chooseLeft takes a clause before the cue: "…, he said."
func (r *reading) chooseLeft(c *cue, a *attribution, left content) bool {
	if !left.found() || c.stance != finite || !a.source.found() {
		return false
	}
	p := left.pieces[0]
	m := c.verb.manner
	if m&nods != 0 && m&says == 0 || r.is(a.source.start, isSub) {
		return false
	}
	a.pieces, a.rule = left.pieces, "clause before"
	if r.around(c, a) {
		return true
	}
	return r.stands(c, p)
}

// stands reports whether a clause before a cue can be what was said: it has a verb, behind what says when or where.
func (r *reading) stands(c *cue, p text.Range) bool {
	if !r.adverbial(p.Start) || r.is(p.Start, isAdverb) && !r.is(p.Start, isSub) || r.is(p.Start+1, isNumber) {
		return r.holdsVerb(p.Start, p.End) || c.verb.stem == "say" && p.End-p.Start >= 7
	}
	for i := p.End - 3; i > p.Start; i-- {
		if r.gap[i]&comma != 0 && r.holdsVerb(i, p.End) {
			return true
		}
	}
	return false
}

// around adds what goes on behind a source and cue that interrupt a clause: "Prices, she said, will rise."
func (r *reading) around(c *cue, a *attribution) bool {
	if a.inverted {
		return r.aroundTurned(a)
	}
	end := r.skipAdjuncts(c, a.cue.End)
	if end >= len(r.t.Words) || r.gap[end]&comma == 0 || r.gap[end]&(clauseEnds&^dash) != 0 || !r.goesOn(end) {
		return false
	}
	if a.rule == "quote before" && !r.is(end, isSub|isAux) {
		return false // "…," he said, just before the vote
	}
	to := r.clauseEnd(end)
	if to <= end+1 {
		return false
	}
	a.pieces = append(a.pieces, text.Range{Start: end, End: to})
	a.rule = "clause around"
	return true
}

// aroundTurned adds the verb that a subject waits for behind a cue and its source: "Lee, said Ann Marsh, who knew him,
// never forgave." Where the clause before the cue has its verb, what follows is more of the speaker.
func (r *reading) aroundTurned(a *attribution) bool {
	left := a.pieces[0]
	if r.in[left.End-1] >= 0 || r.holdsVerb(left.Start, left.End) {
		return false
	}
	for k := a.source.end; k < r.sentence(a.cue.Start).End; k++ {
		if r.gap[k]&comma != 0 && r.finiteVerb(k) {
			a.pieces, a.rule = append(a.pieces, text.Range{Start: k, End: r.clauseEnd(k)}), "clause around"
			return true
		}
	}
	return false
}

// goesOn reports whether the clause that a source and cue interrupted goes on at position i.
func (r *reading) goesOn(i int) bool {
	w := r.word(i)
	switch w {
	case "who", "which", "whose", "according", "but", "citing", "speaking", "when", "while", "though", "although", "as", "before", "after":
		return false
	}
	return !(len(w) > 4 && w[len(w)-3:] == "ing" && !r.capital(i))
}

// adverbial reports whether what begins at i is no clause of its own but says when or where: "In Paris, he said".
func (r *reading) adverbial(i int) bool {
	w := r.word(i)
	return r.is(i, isPrep|isSub) && !r.is(i, isSubject|isDet) || r.is(i, isTime|isAdverb) || len(w) > 4 && w[len(w)-3:] == "ing" ||
		len(w) > 4 && w[len(w)-2:] == "ed"
}
