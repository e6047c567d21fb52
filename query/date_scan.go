package query

import (
	"regexp"
	"strings"

	"dateline/corpus/dates"
)

var (
	loneYear = regexp.MustCompile(`(?i)^(?:(?:the |het |das |im |el |en |l'|в )?(?:year|jaar|jahr|año|ano|année|annee|anno|год) )?(\d{4})\s?(?:年|년|yılı|वर्ष|год|году|г\.?|р\.?)?$`)
	decade   = regexp.MustCompile(`^\D{0,16}(\d{3}0)\s?(?:['’]?s|er|年代|년대|lar|'lar|के दशक)\D{0,4}$|(?i:d[ée]cad[ae]|anni|années) (?:de |des )?(\d{3}0)$`)
)

// scanned reads what the scanner of articles finds in a text of any language: a date, the first and last of two, a year
// or a decade.
func (r *dateReader) scanned(s string) (days, error) {
	if m := decade.FindStringSubmatch(s); m != nil {
		return span(civil(atoi(m[1]+m[2]), 1, 1), 10, 0, 0), nil
	}
	if m := loneYear.FindStringSubmatch(s); m != nil {
		return aYear(atoi(m[1])), nil
	}
	s = strings.TrimSpace(clockTime.ReplaceAllString(s, " "))
	found := dates.Scan(s, r.dayFirst == nil || *r.dayFirst)
	if len(found) == 0 || len(found) > 2 || leftOver(s, found) {
		return days{}, &DateError{s}
	}
	first, err := r.stamped(s, found[0])
	if err != nil || len(found) == 1 {
		return first, err
	}
	last, err := r.stamped(s, found[1])
	d := days{first.from, last.to}
	if err == nil {
		err = r.ordered(s, d)
	}
	return d, err
}

// leftOver reports whether something of a date stands outside what was found: then the whole would be misread.
func leftOver(s string, found []dates.Stamp) bool {
	rest, at := "", 0
	for _, st := range found {
		rest += s[at:st.Start] + " "
		at = st.End
	}
	return len(dates.Atoms(rest+s[at:], nil)) > 0
}

func (r *dateReader) ordered(s string, d days) error {
	if d.to.Before(d.from) {
		return &DateError{s}
	}
	return nil
}

// stamped is the days of a stamp; without a year, of the latest that has begun.
func (r *dateReader) stamped(s string, st dates.Stamp) (days, error) {
	if st.Swapped && r.dayFirst == nil {
		other := st
		other.Day, other.Month = st.Month, st.Day
		return days{}, &AmbiguousDateError{s[st.Start:st.End], formatDay(st.Local()), formatDay(other.Local())}
	}
	if st.Year == 0 {
		st.Year = r.now.Year()
		if civil(st.Local().Date()).After(r.now) {
			st.Year--
		}
	}
	d := st.Interval(true)
	return days{civil(d.Earliest.Date()), civil(d.Latest.Date())}, nil
}
