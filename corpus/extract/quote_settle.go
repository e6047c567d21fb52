package extract

import (
	"slices"

	"dateline/corpus/text"
)

// speechWords is how many words a quotation has at least to be taken for speech by itself: fewer are names of things,
// nicknames and scare quotes.
const speechWords = 4

// spoken reports whether a quotation is likely speech: it is long, or ends as a sentence does.
func (r *reading) spoken(q int) bool {
	x := r.t.Quotations[q]
	n := x.Words.End - x.Words.Start
	return x.Dash || n >= speechWords || n >= 2 && r.endsSpeech(q)
}

// inSpeech reports whether word i stands in quoted speech: what is reported there is the speaker's business.
func (r *reading) inSpeech(i int) bool {
	for q := int(r.in[i]); q >= 0; q = r.t.Quotations[q].Outer {
		if r.spoken(q) {
			return true
		}
	}
	return false
}

// complete gives the quotations that no cue took to whoever speaks around them.
func (r *reading) complete(as []attribution) []attribution {
	claimed := r.claims(as)
	for q, x := range r.t.Quotations {
		if claimed[q] >= 0 || !r.spoken(q) || x.Outer >= 0 || x.Words.Start >= x.Words.End {
			continue
		}
		as, claimed[q] = r.adopt(as, claimed, q)
	}
	slices.SortStableFunc(as, func(a, b attribution) int { return a.first() - b.first() })
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
	claimed := make([]int, len(r.t.Quotations))
	for q, x := range r.t.Quotations {
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
	x := r.t.Quotations[q].Words
	prev := r.reportBefore(as, x.Start)
	if prev < 0 {
		return as, -1
	}
	a := &as[prev]
	whole := r.gap[x.Start]&stop != 0 || x.Start == 0
	switch {
	case whole && r.gap[x.Start]&paragraph == 0 && r.adjacent(a, x.Start) && r.quotes(a):
		a.pieces = append(a.pieces, x)
		return as, prev
	case whole && r.gap[x.Start]&paragraph == 0:
		as = append(as, attribution{pieces: []text.Range{x}, source: a.source, rule: "next", far: prev + 1})
		return as, len(as) - 1
	case whole && r.quotes(a) && r.runsOn(a):
		a.pieces = append(a.pieces, x)
		return as, prev
	case whole && r.quotes(a):
		as = append(as, attribution{pieces: []text.Range{x}, source: a.source, rule: "continued", far: prev + 1})
		return as, len(as) - 1
	}
	return as, -1
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
			if r.in[i] >= 0 && r.spoken(int(r.in[i])) {
				return true
			}
		}
	}
	return false
}

// runsOn reports whether a report's last words stand in a quotation that its paragraph leaves open.
func (r *reading) runsOn(a *attribution) bool {
	last := a.pieces[len(a.pieces)-1].End - 1
	return r.in[last] >= 0 && r.t.Quotations[r.in[last]].Open
}
