package extract

import (
	"dateline/corpus"
	"dateline/corpus/text"
)

// untangle parts reports that lie in each other. The first ends where another goes on behind it: "she said it was late
// and added that they would go", "she said it was late, but the mayor said it was early". Of "she said she hoped to go" the
// outer report is all that stays.
func (r *reading) untangle(as []attribution, who []corpus.Person, keep []bool) {
	for i := range as {
		for j := range as {
			if i == j || !keep[i] || !keep[j] || !as[i].encloses(&as[j]) {
				continue
			}
			last := &as[i].pieces[len(as[i].pieces)-1]
			if end := r.behindWords(*last, &as[j]); end > 0 {
				last.End = end
			} else if who[i].Canonical != "" && who[i].Canonical == who[j].Canonical {
				keep[j] = false
			}
		}
	}
}

// encloses reports whether a report's last words hold another report's cue and all that it reports.
func (a *attribution) encloses(b *attribution) bool {
	last := a.pieces[len(a.pieces)-1]
	return b.cue.Start > last.Start && b.cue.Start < b.cue.End && b.cue.End < last.End && b.first() >= last.Start && b.pieces[len(b.pieces)-1].End <= last.End
}

// behindWords is where words end that another report goes on behind: at an "and", or at a comma where that report has no
// subject of its own. It is 0 where they do not end.
func (r *reading) behindWords(x text.Range, next *attribution) int {
	end := next.cue.Start
	if !next.source.far {
		end = min(end, next.source.start)
	}
	for end-1 > x.Start+1 && r.gap[end] == 0 && r.is(end-1, isConj|isAdverb) {
		end--
		if r.is(end, isConj) {
			return end
		}
	}
	if next.source.far && r.gap[end]&(comma|closes|dash) != 0 {
		return end
	}
	return 0
}
