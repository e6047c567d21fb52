package query

import (
	"strings"
	"time"

	"dateline/corpus/dates"
)

// scanned reads what the scanner of articles finds in a text of any language: a date, the first and last of two.
func (r *dateReader) scanned(s string) (days, error) {
	s = strings.TrimSpace(clockTime().ReplaceAllString(s, " "))
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
	rest += s[at:]
	return len(dates.Atoms(rest, nil)) > 0 || saysMore().MatchString(inEnglish(rest))
}

// saysMore finds the words that make another date of the one beside them.
var saysMore = lazily(`\b(?:\d+|early|mid|late|last|next|first|second|third|week|before|after|ago|today|now|yesterday|tomorrow|since|hundred|thousand)\b`)

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
		return r.yearless(st)
	}
	d := st.Interval(true)
	return days{civil(d.Earliest.Date()), civil(d.Latest.Date())}, nil
}

// yearless is a day of a month or a month, in the latest year that has begun it.
func (r *dateReader) yearless(st dates.Stamp) (days, error) {
	m := time.Month(st.Month)
	if st.Day == 0 {
		return r.inYear(0, func(y int) days { return aMonth(civil(y, m, 1)) }), nil
	}
	d, _ := r.monthDay(m, st.Day, 0)
	return d, nil
}
