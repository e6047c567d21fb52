package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// findFiled proposes the places that the dateline names, or else the one of a header line: "By Jane Doe in Damascus".
func findFiled(t *Text, f *Facts) {
	cities := make([]filing, 0, len(t.Dateline.Cities))
	for i, s := range t.Dateline.Cities {
		end := t.Dateline.Span.End
		if i+1 < len(t.Dateline.Cities) {
			end = t.Dateline.Cities[i+1].Start
		}
		cities = append(cities, filing{words: t.words(s), span: s, region: regionBehind(t.Draft.Text[s.End:end]), rule: "filed/dateline", trust: .97})
	}
	if len(cities) == 0 {
		cities = headerCities(t)
	}
	for i := range cities {
		f.Filed = append(f.Filed, cities[i].place(cities))
	}
}

// A filing is a city that a story says it was filed from.
type filing struct {
	words  string
	span   corpus.Span
	region []gazetteer.Entry // what may stand behind its comma
	rule   string
	trust  float32
}

// regionBehind reads "N.C." of ", N.C. (AP) —".
func regionBehind(s string) []gazetteer.Entry {
	s, ok := strings.CutPrefix(s, ",")
	if !ok {
		s, ok = strings.CutPrefix(s, ".") // "CALGARY. Alberta"
	}
	if !ok {
		return nil
	}
	if i := strings.IndexAny(s, "/,(–—0123456789"); i >= 0 {
		s = s[:i]
	}
	return slices.DeleteFunc(gazetteer.Lookup(strings.Trim(s, " -")), func(e gazetteer.Entry) bool { return !isRegion(e) })
}

// place resolves a city: by the region behind it, by the cities beside it, by its importance.
func (c *filing) place(beside []filing) corpus.Place {
	entries := citiesFirst(gazetteer.Lookup(c.words))
	best := bestInside(entries, c.region)
	if best < 0 && len(entries) > 0 {
		best = mostLikely(entries, c.region, beside)
	}
	p := corpus.Place{Text: c.words, Name: tidyName(c.words)}
	if best >= 0 {
		p = placeOf(c.words, entries[best])
		p.Ambiguous = len(c.region) == 0 && isContested(entries, best)
	}
	p.Evidence = corpus.Evidence{Span: c.span, Rule: c.rule, Trust: c.trust}
	return p
}

// citiesFirst drops what is no city, where there is a city of some size: stories are filed from Geneva, not from its canton.
func citiesFirst(entries []gazetteer.Entry) []gazetteer.Entry {
	const some = 20000
	if !slices.ContainsFunc(entries, func(e gazetteer.Entry) bool { return e.Kind == corpus.City && (e.Population >= some || e.Capital) }) {
		return entries
	}
	return slices.DeleteFunc(entries, func(e gazetteer.Entry) bool { return e.Kind != corpus.City })
}

// bestInside is the first entry that lies in one of the regions, -1 for none.
func bestInside(entries, regions []gazetteer.Entry) int {
	for _, r := range regions {
		for i, e := range entries {
			if isRegion(r) && liesIn(e, r) {
				return i
			}
		}
	}
	return -1
}

// mostLikely is the entry with most people; a town of the country of a city beside it counts ten times. A city that does
// not lie where the story says is unknown: -1.
func mostLikely(entries, region []gazetteer.Entry, beside []filing) int {
	if len(region) > 0 {
		return -1
	}
	best, top := -1, 0.0
	for i, e := range entries {
		v := priorOf(e)
		for _, b := range beside {
			for _, r := range b.region {
				if r.Country == e.Country {
					v++
				}
			}
		}
		if best < 0 || v > top {
			best, top = i, v
		}
	}
	return best
}

// isContested reports whether another place of the name, far away, is nearly as likely.
func isContested(entries []gazetteer.Entry, best int) bool {
	for i, e := range entries {
		if i != best && priorOf(entries[best])-priorOf(e) < .7 && !within(e, entries[best], sameArea) {
			return true
		}
	}
	return false
}

// tidyName writes a name in capitals as a name: "KABOOLABAD" is Kaboolabad.
func tidyName(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	var b strings.Builder
	start := true
	for _, r := range strings.ToLower(s) {
		if start {
			b.WriteString(strings.ToUpper(string(r)))
		} else {
			b.WriteRune(r)
		}
		start = r == ' ' || r == '-' || r == '.'
	}
	return b.String()
}
