package extract

import "dateline/corpus/text"

// longestBilling is how many words may stand for a speaker before or behind the colon of a headline.
const longestBilling = 6

// headlined reads speech without a verb: a headline "Lee: no deal yet", "No deal yet: ministry", "No deal yet - sources",
// and a line of a transcript, "LEE: We waited." Whether who is billed can speak is judged when he is resolved.
func (r *reading) headlined(p text.Range, headline bool) (attribution, bool) {
	for i := p.Start + 1; i <= min(p.Start+longestBilling, p.End-2); i++ {
		m := r.gap[i]
		if m&(clauseEnds|comma)&^bracket == 0 {
			continue
		}
		if m&colon == 0 || m&(stop|paragraph|opens) != 0 || !r.capital(p.Start) || p.End-i < 3 {
			break
		}
		if headline && r.gap[p.End]&asking == 0 || !headline && p.End-i >= 8 && r.billing(p.Start, i) {
			return attribution{pieces: []text.Range{{Start: i, End: p.End}}, source: source{start: p.Start, end: i}, rule: "headline"}, true
		}
		break
	}
	if !headline {
		return attribution{}, false
	}
	for i := p.End - 1; i > max(p.Start+2, p.End-longestBilling); i-- {
		if m := r.gap[i]; m&(colon|dash) != 0 && m&(opens|closes) == 0 {
			return attribution{pieces: []text.Range{{Start: p.Start, End: i}}, source: source{start: i, end: p.End}, rule: "headline"}, true
		}
	}
	return attribution{}, false
}

// billing reports whether nothing but names stands from start to end.
func (r *reading) billing(start, end int) bool {
	for i := start; i < end; i++ {
		if !r.capital(i) || r.is(i, isTime|isDet|isPrep|isSub) {
			return false
		}
	}
	return end-start <= 3
}

// verbless finds headline speech in the headline, and transcripts in paragraphs.
func (r *reading) verbless(as []attribution) []attribution {
	taken := make(map[int]bool, len(as))
	for _, a := range as {
		taken[r.t.ParagraphAt(a.first())] = true
	}
	for k, p := range r.t.Paragraphs {
		headline := p.Start < r.headline
		if taken[k] && !headline || p.End-p.Start < 4 {
			continue
		}
		if headline && (taken[k] || p.End > r.headline) {
			if taken[k] {
				continue
			}
			p.End = min(p.End, r.headline)
		}
		if a, ok := r.headlined(p, headline); ok {
			as = append(as, a)
		}
	}
	return as
}
