package extract

import "dateline/corpus/text"

// phraseCue reads a cue of several words that begins at i: "according to", "in the words of".
func (r *reading) phraseCue(i int) (attribution, bool) {
	if r.word(i) != "according" || i+1 >= len(r.t.Words) || r.word(i+1) != "to" {
		return attribution{}, false
	}
	a := attribution{cue: text.Range{Start: i, End: i + 2}, rule: "according to"}
	a.source = r.sourceRight(i + 2)
	if !a.source.found() {
		a.source = r.phraseSource(i + 2)
	}
	if !a.source.found() {
		return a, false
	}
	sent := r.sentence(i)
	if i > sent.Start && i-r.clauseStart(i) >= 2 && r.gap[i]&(colon|semicolon|opens|stop) == 0 {
		a.pieces = []text.Range{{Start: r.clauseStart(i), End: i}}
		if k := a.source.end; k < sent.End && r.gap[k]&(comma|dash) != 0 && r.gap[k]&(stop|opens|colon|semicolon) == 0 && r.goesOn(k) && !r.opensApposition(k, r.clauseEnd(k)) {
			a.pieces = append(a.pieces, r.rightOf(k, r.clauseEnd(k))...)
		}
		return a, true
	}
	for k := a.source.end; k < sent.End; k++ {
		if m := r.gap[k]; m&(comma|closes) != 0 && (k == a.source.end || !r.opensApposition(a.source.end, k)) && !r.capitalList(k) {
			a.pieces = r.rightOf(k, r.clauseEnd(k))
			return a, len(a.pieces) > 0
		}
	}
	return a, false
}

// capitalList keeps "according to Smith, Jones and Company, …" together.
func (r *reading) capitalList(k int) bool { return false }

// phraseSource reads what people are quoted by that is no noun phrase of the usual kind: "data", "court papers".
func (r *reading) phraseSource(start int) source {
	end := start
	for end < len(r.t.Words) && end-start < longestSource && (end == start || r.gap[end]&(clauseEnds|comma) == 0) && !r.finiteVerb(end) {
		end++
	}
	return source{start: start, end: end}
}

// passive reads a cue in the passive: "was quoted as saying", "was described by".
func (r *reading) passive(c *cue, a *attribution) bool {
	k := c.end
	if c.verb.stem == "quote" || c.verb.stem == "cite" {
		for i := k; i < min(k+12, len(r.t.Words)-1); i++ {
			if r.word(i) == "as" && (r.word(i+1) == "saying" || r.word(i+1) == "telling") {
				return r.quotedAs(c, a, i+2)
			}
		}
	}
	return false
}

// quotedAs reads "was quoted by X as saying …": who is quoted speaks.
func (r *reading) quotedAs(c *cue, a *attribution, from int) bool {
	a.source = r.sourceLeft(c.start)
	a.cue.End = from
	say := *c
	say.verb.manner = says
	right := r.contentRight(&say, from)
	if !right.found() {
		right = r.contentLeft(min(a.source.start, c.start))
	}
	a.pieces, a.rule = right.pieces, "quoted as"
	return a.source.found() && right.found()
}
