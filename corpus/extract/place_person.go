package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
)

// person weighs what speaks for somebody's name: it lies in one, or it is the name of somebody whom the article names
// elsewhere. "In Jordan" is the country though there be a Michael Jordan, "Jordan said" is not.
func (p *toponyms) person(m *toponym) float64 {
	for _, s := range p.people {
		if s.Start <= m.start && m.end <= s.End && !p.shouts(m) { // capitals make persons of too much
			return -5
		}
	}
	if m.End-m.Start != 1 || !p.surnames[p.x.Raw[m.start:m.end]] {
		return 0
	}
	if m.Start > 0 && p.x.Gap(m.Start) == " " && p.before(strings.ToLower(p.x.Word(m.Start-1))) >= 1.6 {
		return -1
	}
	return -3
}

// isInitials reports whether a word is somebody's first names: "M.D." of "M.D. Aleppo", not "N" of
// "N. America".
func isInitials(w string) bool {
	w = strings.TrimSuffix(w, ".")
	if strings.Contains("NESW", w) {
		return false
	}
	for i := range len(w) {
		if i%2 == 0 && (w[i] < 'A' || w[i] > 'Z') || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w)%2 == 1
}

// isPerson reports whether a word stands in somebody's name.
func (p *toponyms) isPerson(word int) bool {
	at := int(p.x.Words[word].Start)
	return slices.ContainsFunc(p.people, func(s corpus.Span) bool { return s.Start <= at && at < s.End })
}
