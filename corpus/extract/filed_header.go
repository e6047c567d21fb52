package extract

import (
	"strings"

	"dateline/corpus/gazetteer"
)

// headerCities reads where a story was filed from its header lines: "By Jane Doe in Damascus", "Location: Beirut, Lebanon",
// "BRUSSELS | Mon May 23, 2016 3:02pm EDT".
func headerCities(t *Text) []filing {
	for _, h := range t.Header {
		line := t.words(h)
		from, to, rule := headerPlace(line)
		city, region, _ := strings.Cut(strings.TrimRight(line[from:to], " \t\r\n.,"), ",")
		if !isName(city) || !gazetteer.Has(city) {
			continue
		}
		return []filing{{
			words: city, span: t.span(h.Start+from, h.Start+from+len(city)), region: gazetteer.Lookup(strings.TrimSpace(region)), rule: rule, trust: .85,
		}}
	}
	return nil
}

// headerPlace says where in a header line a place may stand, and by which rule.
func headerPlace(line string) (from, to int, rule string) {
	if _, ok := bylineOf(strings.TrimSpace(line)); ok {
		for _, in := range [...]string{" in ", " à ", " aus ", " en "} {
			if i := strings.LastIndex(line, in); i >= 0 {
				return i + len(in), len(line), "filed/byline"
			}
		}
		return 0, 0, ""
	}
	if words, ok := labelled(line, placeLabels); ok {
		from = strings.LastIndex(line, words)
		return from, from + len(words), "filed/header line"
	}
	from = len(line) - len(strings.TrimLeft(line, "- "))
	if to = strings.Index(line, " | "); to > from && line[from:to] == strings.ToUpper(line[from:to]) {
		return from, to, "filed/header line"
	}
	return 0, 0, ""
}
