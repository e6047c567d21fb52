package text

import (
	"cmp"
	"slices"
	"strings"
)

// Speech behind a dash, as Russian, French and Spanish write it, opens its paragraph. A comma or stop and another dash
// hand over to the narrator, and a third back to the speaker: "— We won, — said Ivanov. — We are glad."

// dashing are the languages whose newspapers open speech with a dash.
var dashing = set("ru uk be bg mk sr fr es ca pt it ro pl cs sk hu el tr fi sv no nb nn da et lv lt")

// dashes adds the speech of a paragraph that opens with a dash. Dashes inside its quotations, which begin at first, are
// the writer's own. A hyphen, or a dash in a language that seldom writes speech so, opens it only where another hands over: it is
// also how lists are made.
func (m *matcher) dashes(first int) {
	gap := m.Gap(m.para.Start)
	gap = strings.TrimSpace(gap[strings.LastIndexAny(gap, "\n\r")+1:])
	if !strings.HasPrefix(gap, "-") && !hasDash(gap) {
		return
	}
	turns := []int{m.para.Start}
	for i := m.para.Start + 1; i < m.para.End; i++ {
		if isHandover(m.Gap(i)) && !m.isInside(i, first) {
			turns = append(turns, i)
		}
	}
	if len(turns) == 1 && (strings.HasPrefix(gap, "-") || !dashing[m.base()]) {
		return
	}
	for i := 0; i < len(turns); i += 2 {
		end := m.para.End
		if i+1 < len(turns) {
			end = turns[i+1]
		}
		m.speech(Range{turns[i], end})
	}
}

func hasDash(gap string) bool {
	return strings.HasPrefix(gap, "—") || strings.HasPrefix(gap, "–") || strings.HasPrefix(gap, "―")
}

// isHandover reports whether a gap holds a dash behind a stop or comma, or one that leans on the next word as in Spanish.
func isHandover(gap string) bool {
	if len(gap) < 3 {
		return false
	}
	i := strings.IndexAny(gap, "—–―")
	if i < 0 {
		if i = strings.Index(gap, " - "); i < 0 {
			return false
		}
	}
	return strings.ContainsAny(gap, ",.!?…") || strings.HasPrefix(gap, " ") && strings.HasSuffix(gap, "—")
}

// isInside reports whether word i and the one before stand in the same quotation of this paragraph.
func (m *matcher) isInside(i, first int) bool {
	return slices.ContainsFunc(m.Quotations[first:], func(q Quotation) bool {
		return !q.Dash && q.Words.Start < i && i < q.Words.End
	})
}

func (m *matcher) speech(r Range) {
	_, end := m.Bounds(r)
	start := int(m.Words[r.Start].Start)
	if gap := m.Gap(r.Start); strings.HasSuffix(gap, "«") || strings.HasSuffix(gap, "“") {
		start -= len(gap) - strings.LastIndexAny(gap, "«“")
	}
	m.Quotations = append(m.Quotations, Quotation{Start: start, End: end, Words: r, Dash: true})
}

// arrange puts the quotations in order, drops those without words and single ones that nothing closes, and notes which
// stands in which.
func (r *reader) arrange() {
	kept := r.Quotations[:0]
	for _, q := range r.Quotations {
		if q.Words.Start < q.Words.End && !(q.Single && q.Open && !q.Continued) {
			kept = append(kept, q)
		}
	}
	byStart := func(a, b Quotation) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) }
	if !slices.IsSortedFunc(kept, byStart) {
		slices.SortStableFunc(kept, byStart)
	}
	var inside []int
	for i := range kept {
		q := &kept[i]
		for len(inside) > 0 && kept[inside[len(inside)-1]].End <= q.Start {
			inside = inside[:len(inside)-1]
		}
		q.Outer = -1
		if len(inside) > 0 {
			q.Outer = inside[len(inside)-1]
			q.End, q.Words.End = min(q.End, kept[q.Outer].End), min(q.Words.End, kept[q.Outer].Words.End)
		}
		inside = append(inside, i)
	}
	r.Quotations = kept
}
