package extract

import "dateline/corpus/text"

// phraseCue reads a cue of several words that begins at i: "according to", "in the words of".
func (r *reading) phraseCue(i int) (attribution, bool) {
	if r.word(i) != "according" || r.inSpeech(i) || i+1 >= len(r.t.Words) || r.word(i+1) != "to" {
		return attribution{}, false
	}
	a := attribution{cue: text.Range{Start: i, End: i + 2}, rule: "according to"}
	a.source = r.sourceRight(i + 2)
	if !a.source.found() {
		a.source = r.phraseSource(i + 2)
	}
	if !a.source.found() || !r.canSpeak(a.source) && !r.is(a.source.start, isDet) {
		return a, false // "according to seniority"
	}
	sent := r.sentence(i)
	if i > sent.Start && i-r.clauseStart(i) >= 2 && r.gap[i]&(colon|semicolon|opens|stop) == 0 {
		a.pieces = []text.Range{{Start: r.clauseStart(i), End: i}}
		if k := a.source.end; r.is(i-1, isSub) && r.finiteVerb(k) && r.gap[k]&clauseEnds == 0 {
			a.pieces = append(a.pieces, r.rightOf(k, r.clauseEnd(k))...) // "a fund, which according to papers would pay"
		} else if k < sent.End && r.gap[k]&(comma|dash) != 0 && r.gap[k]&(stop|opens|colon|semicolon) == 0 && r.goesOn(k) && !r.opensApposition(k, r.clauseEnd(k)) {
			a.pieces = append(a.pieces, r.rightOf(k, r.clauseEnd(k))...)
		}
		return a, true
	}
	k := r.behindSource(a.source.end, sent.End)
	if k == 0 {
		return a, false
	}
	a.pieces = r.rightOf(k, r.clauseEnd(k))
	return a, len(a.pieces) > 0
}

// behindSource is where the clause begins that follows "according to" and its source: behind the first comma that a
// clause with a verb follows, so that lists of sources and appositions stay whole. It is 0 where there is none.
func (r *reading) behindSource(from, end int) int {
	first := 0
	for k := from; k < end; k++ {
		if r.gap[k]&(comma|closes) == 0 {
			continue
		}
		if first == 0 {
			first = k
		}
		next := k + 1
		for next < end && r.gap[next]&(comma|semicolon|dash) == 0 {
			next++
		}
		if r.holdsVerb(k, next) && !r.is(k, isConj) && r.word(k) != "which" && r.word(k) != "who" {
			return k
		}
	}
	return first
}

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

// citesSource reads "the paper quoted X as saying …": X speaks, through the paper.
func (r *reading) citesSource(c *cue) (attribution, bool) {
	if c.verb.stem != "quote" && c.verb.stem != "cite" || c.stance == passive {
		return attribution{}, false
	}
	for i := c.end + 1; i < min(c.end+14, len(r.t.Words)-1); i++ {
		if r.gap[i]&(stop|paragraph|colon) != 0 {
			break
		}
		if r.word(i) != "as" || r.word(i+1) != "saying" && r.word(i+1) != "telling" {
			continue
		}
		a := attribution{cue: text.Range{Start: c.start, End: c.end}, verb: c.verb, rule: "quoted as", source: r.sourceRight(c.end)}
		if r.gap[c.end] != 0 || !a.source.found() {
			a.source = source{start: c.end, end: i}
		}
		a.through = r.sourceLeft(c.start)
		say := *c
		say.verb.manner = says
		said := r.contentRight(&say, i+2)
		if !said.found() && a.through.found() {
			said = r.contentLeft(a.through.start)
		}
		a.pieces = said.pieces
		return a, said.found()
	}
	return attribution{}, false
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
