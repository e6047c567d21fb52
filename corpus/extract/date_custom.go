package extract

import (
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// customs settles what "1/5/2016" says: the format's region, another date on the page that can only be read one way,
// the outlet's country, the language. American and international English write the same language: alone it settles
// nothing.
func (s *dateSearch) customs(urls []corpus.Value) {
	t := s.t
	s.dayFirst = t.Language != "en" && t.Language != ""
	s.settled = s.dayFirst
	for _, u := range urls {
		if start, end := site(u.Text); end > start {
			s.siteDomain = strings.ToLower(u.Text[start:end])
			break
		}
	}
	country := s.siteDomain[strings.LastIndexByte(s.siteDomain, '.')+1:]
	switch {
	case t.tongue.region == "US" || t.Language == "en" && (country == "us" || country == "gov" || country == "mil" || country == "edu"):
		s.dayFirst, s.settled = false, true
	case len(t.tongue.region) == 2, t.Language == "en" && len(country) == 2 && dayFirstCountries[country]:
		s.dayFirst, s.settled = true, true
	}
	if first, ok := s.neighbours(); ok {
		s.dayFirst, s.settled = first, true
	}
	if v := t.Draft.Meta[corpus.MetaCrawled]; v != "" {
		if st := dates.Scan(v, true); len(st) > 0 && st[0].Year != 0 && st[0].Day != 0 {
			s.crawled = st[0].Interval(true).Latest
		}
	}
}

var dayFirstCountries = set("uk", "au", "nz", "ie", "in", "za", "sg", "hk", "my", "ng", "ke", "gh", "pk", "bd", "lk", "mt", "jm", "il", "ae", "de", "fr", "nl", "it", "es", "ru", "ua", "eu", "ch", "at", "be", "se", "no", "dk", "pl", "cz", "tr", "br", "pt", "ar", "mx")

// neighbours looks for dates with slashes that can be read one way only, in the text and the page around it.
func (s *dateSearch) neighbours() (dayFirst, ok bool) {
	for _, text := range [2]string{s.t.Draft.Text, s.t.Draft.Meta[corpus.MetaPage]} {
		text = text[:min(len(text), pageLimit)]
		for at := 0; ; {
			i := strings.IndexByte(text[at:], '/')
			if i < 0 {
				break
			}
			at += i
			if at > 0 && at+1 < len(text) && text[at-1]-'0' < 10 && text[at+1]-'0' < 10 {
				if d, m, good := slashPair(text, at); good && (d > 12) != (m > 12) {
					return d > 12, true
				}
			}
			at++
		}
	}
	return false, false
}

// slashPair reads the two numbers beside the first slash of a date of three.
func slashPair(s string, at int) (first, second int, ok bool) {
	start := at - 1
	if start > 0 && s[start-1]-'0' < 10 {
		start--
	}
	if start > 0 && (s[start-1]-'0' < 10 || s[start-1] == '/' || s[start-1] == '.') {
		return 0, 0, false
	}
	first, _, ok = dates.TwoDigits(s, start, true)
	second, end, ok2 := dates.TwoDigits(s, at+1, true)
	if !ok || !ok2 || end+2 >= len(s) || s[end] != '/' || s[end+1]-'0' > 9 || s[end+2]-'0' > 9 {
		return 0, 0, false
	}
	return first, second, first > 0 && second > 0 && first < 32 && second < 32
}

// completeYears fills in the year of "Feb 26" so that the day is nearest to the surest complete date so far, and trusts it
// no more than it is told. What is never completed is no candidate.
func (s *dateSearch) completeYears(most float32) {
	var near time.Time
	var trust float32
	whole := 0 // the year itself, where nothing more is known
	for _, c := range s.found {
		if c.Year != 0 && c.trust > trust {
			near, trust, whole = c.Local(), c.trust, 0
			if c.Month == 0 {
				whole = c.Year
			}
		}
	}
	if near.IsZero() {
		near = s.crawled
	}
	for i := range s.found {
		c := &s.found[i]
		if c.Year != 0 || near.IsZero() {
			continue
		}
		if c.Year = whole; whole == 0 {
			c.Year = nearestYear(near, c.Month, c.Day)
		}
		c.trust = min(c.trust, most)
		if !c.Valid() {
			c.Year = 0
			continue
		}
		s.sure = max(s.sure, c.trust)
	}
}

// nearestYear is the year in which a day of a month is nearest to a time.
func nearestYear(near time.Time, month, day int) int {
	year, best := 0, time.Duration(1<<63-1)
	for y := near.Year() - 1; y <= near.Year()+1; y++ {
		if d := time.Date(y, time.Month(month), day, 0, 0, 0, 0, near.Location()).Sub(near).Abs(); d < best {
			year, best = y, d
		}
	}
	return year
}
