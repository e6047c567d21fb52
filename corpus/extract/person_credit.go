package extract

import (
	"strings"

	"dateline/corpus/text"
)

// crediting are the words that say what somebody did for a story; sentences can begin with the others that open credits.
var crediting = map[string]bool{"reporting": true, "editing": true, "writing": true, "additional": true}

// creditLines finds what says who made the story: "(Reporting by …; editing by …)", a line "Editing by …", "… contributed
// to this report". Who is named there is nobody that the story is about.
func (r *reading) creditLines() []text.Range {
	var found []text.Range
	for i := 0; i < len(r.t.Words); i++ {
		if end := r.creditEnd(i); end > 0 {
			found = append(found, text.Range{Start: i, End: end})
			i = end - 1
		}
	}
	for i := range max(0, len(r.t.Words)-3) {
		if r.word(i) == "contributed" && r.word(i+1) == "to" && r.word(i+2) == "this" {
			found = append(found, r.t.Sentences[r.sent[i]])
		}
	}
	return found
}

// creditEnd gives where the credits end that begin with word i, 0 where none do. Outside brackets they are a line, or the
// end of one, without a verb.
func (r *reading) creditEnd(i int) int {
	bracketed := strings.Contains(r.t.Gap(i), "(")
	if !credits[r.word(i)] || !bracketed && (!crediting[r.word(i)] || r.gap[i]&(stop|paragraph) == 0) || !r.namesMaker(i) {
		return 0
	}
	for k := i + 1; k < len(r.t.Words); k++ {
		switch {
		case r.gap[k]&paragraph != 0, bracketed && strings.Contains(r.t.Gap(k), ")"):
			return k
		case !bracketed && r.t.Words[k].Shape == text.Lower && r.finiteVerb(k):
			return 0 // "Reporting by The Standard has shown"
		}
	}
	return len(r.t.Words)
}

// namesMaker reports whether a word or a few further "by" comes, and then a name.
func (r *reading) namesMaker(i int) bool {
	for k := i + 1; k < min(i+5, len(r.t.Words)-1); k++ {
		if r.gap[k]&(stop|paragraph) != 0 {
			return false
		}
		if r.word(k) == "by" {
			return r.capital(k + 1)
		}
	}
	return false
}

// lies reports whether a range lies in one of ranges.
func lies(x text.Range, ranges []text.Range) bool {
	for _, in := range ranges {
		if in.Start <= x.Start && x.End <= in.End {
			return true
		}
	}
	return false
}
