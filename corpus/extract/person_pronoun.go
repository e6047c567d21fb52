package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// pronoun resolves "he", "she", "they", "it" and "who".
func (v *resolver) pronoun(p *corpus.Person, pos int) int {
	r := v.r
	p.Kind = corpus.Unnamed
	switch r.pronoun(pos) {
	case "he", "him":
		return v.third(p, pos, names.Male)
	case "she", "her":
		return v.third(p, pos, names.Female)
	case "who", "which":
		s := r.nounPhraseLeft(pos)
		if m := v.at(pos - 1); m != nil && m.End == pos && r.word(pos) == "who" && (r.gap[pos] == comma || r.gap[pos] == 0) && !r.is(m.Start-1, isConj) {
			return m.figure
		}
		if near := r.nearest(s); r.word(pos) == "who" && !r.canSpeak(s) && r.canSpeak(near) {
			s = near // "under scrutiny by reformers who said"
		}
		if r.gap[pos] == comma {
			if whole := r.sourceBeforeApposition(pos); whole.found() && r.opensApposition(s.start, pos) {
				s = whole // "Ann Lee, a dealer at Aston Air, who said"
			}
		}
		if !s.found() || r.gap[pos]&clauseEnds != 0 {
			return -1
		}
		return v.phrase(p, s)
	case "they", "it", "we":
		p.Kind = corpus.Group
		if r.pronoun(pos) == "it" && v.paper.Kind != "" && v.printed > v.grouped && r.sent[pos]-r.sent[v.printed] <= 2 {
			p.Canonical, p.Kind = v.paper.Canonical, v.paper.Kind
			return -1
		}
		if v.grouped >= 0 && r.sent[pos]-r.sent[v.grouped] <= 2 && (r.word(pos) != "it" || v.group.Kind == corpus.Organisation || v.group.Kind == corpus.Document) && r.word(pos) != "we" {
			p.Canonical, p.Role, p.Kind = v.group.Canonical, v.group.Role, v.group.Kind
		}
		return -1
	case "i", "you":
		return -1
	}
	p.Kind, p.Canonical = corpus.Group, p.Text // "many", "some"
	return -1
}

// pronoun is the English pronoun for the one at word i.
func (r *reading) pronoun(i int) string {
	if w := r.g.pronouns[r.g.plain(r.word(i))]; r.g != english {
		return w
	}
	return r.word(i)
}

// definite reports whether the article at word i is that of somebody known: "the". Of other languages all are.
func (r *reading) definite(i int) bool { return r.word(i) == "the" || r.g != english }

// third resolves "he" or "she": to somebody unnamed who has just spoken, if nobody was named since: "A guard said …, he
// said"; else to somebody named.
func (v *resolver) third(p *corpus.Person, pos int, want names.Gender) int {
	r, told := v.r, genderOfRole(v.said.Canonical)
	if v.saidFig < 0 && v.saidPos >= 0 && v.said.Kind == corpus.Unnamed && strings.Contains(v.said.Text, " ") && r.sent[pos]-r.sent[v.saidPos] <= 2 &&
		(told == names.Unknown || told == want) && !v.namedBetween(v.saidPos, pos) {
		p.Canonical, p.Role = v.said.Canonical, v.said.Role
		return -1
	}
	return v.individual(pos, want)
}

// namedBetween reports whether anybody is named from one position to another.
func (v *resolver) namedBetween(from, to int) bool {
	return slices.ContainsFunc(v.mentions, func(m mention) bool { return from <= m.Start && m.Start < to })
}

// individual finds whom "he" or "she" means: the nearest person who fits, the one who spoke last before others. What a
// given name says of its bearer's sex is a hint: against it stands only who spoke in the same or the last paragraph.
func (v *resolver) individual(pos int, want names.Gender) int {
	r := v.r
	best, bestScore := -1, -4.0
	sentence := r.sent[pos]
	seen := 0
	for i := len(v.mentions) - 1; i >= 0 && seen < 12; i-- {
		m := v.mentions[i]
		if m.Start >= pos {
			continue
		}
		seen++
		f := v.figures[m.figure]
		score := -float64(sentence - r.sent[m.Start])
		if score < -8 {
			break
		}
		if r.subjectLike(m.Range) {
			score += .8
		}
		if r.possessive(m.End - 1) {
			score -= .5
		}
		if m.figure == v.lastFig {
			score += 1.2
		}
		switch {
		case f.gender == want:
			score++
		case f.gender != names.Unknown && f.certain:
			continue
		case f.gender != names.Unknown:
			score -= 3.5
		}
		if score > bestScore {
			best, bestScore = m.figure, score
		}
	}
	if best < 0 && v.lastFig >= 0 && sentence-r.sent[v.lastPos] <= 4 {
		if f := v.figures[v.lastFig]; !f.certain || f.gender == want {
			return v.lastFig
		}
	}
	return best
}

// subjectLike reports whether a name opens its sentence or stands before a verb.
func (r *reading) subjectLike(x text.Range) bool {
	if r.gap[x.Start]&(stop|paragraph) != 0 {
		return true
	}
	return x.End < len(r.t.Words) && r.gap[x.End] == 0 && (r.finiteVerb(x.End) || r.verb[x.End].manner != 0)
}
