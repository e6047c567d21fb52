package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// A days is an interval of calendar days, both ends inclusive; a zero end is open.
type days struct{ from, to time.Time }

func civil(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func aDay(t time.Time) days   { t = civil(t.Date()); return days{t, t} }
func aMonth(t time.Time) days { return span(civil(t.Year(), t.Month(), 1), 0, 1, 0) }
func aYear(year int) days     { return span(civil(year, 1, 1), 1, 0, 0) }
func aWeek(t time.Time) days  { return span(monday(t), 0, 0, 7) }
func monday(t time.Time) time.Time {
	return civil(t.Year(), t.Month(), t.Day()-(int(t.Weekday())+6)%7)
}

// span is the interval of so many years, months and days that begins at t.
func span(t time.Time, years, months, n int) days {
	return days{t, t.AddDate(years, months, n-1)}
}

func (d days) String() string { return formatDay(d.from) + ".." + formatDay(d.to) }

func formatDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// An AmbiguousDateError says that a date can be read in two ways.
type AmbiguousDateError struct {
	Text                 string
	DayFirst, MonthFirst string // as "2016-05-01"
}

func (e *AmbiguousDateError) Error() string {
	return fmt.Sprintf("%s is ambiguous: day first it is %s, month first %s", e.Text, e.DayFirst, e.MonthFirst)
}

// A DateError says that a date can't be read.
type DateError struct{ Text string }

func (e *DateError) Error() string { return fmt.Sprintf("cannot read %q as a date", e.Text) }

// ReadDate reads a date as a user types it, in words or numbers, and gives its whole span: first and last day,
// inclusive, as "2016-05-25". What is relative is relative to now; a date without a year is the latest that has
// begun. dayFirst says how to read 1/5/2016; nil refuses it with an *AmbiguousDateError.
func ReadDate(s string, now time.Time, dayFirst *bool) (from, to string, err error) {
	d, err := newDateReader(now, dayFirst).read(s)
	return formatDay(d.from), formatDay(d.to), err
}

// A dateReader reads dates as they are typed at one moment.
type dateReader struct {
	now      time.Time // midnight of today
	latest   time.Time // a date without a year has begun by then
	assumed  bool      // the last date read did not say its year
	dayFirst *bool
	depth    int // of dates within dates: "2 weeks before" one, a range's end
}

func newDateReader(now time.Time, dayFirst *bool) *dateReader {
	today := civil(now.Date())
	return &dateReader{now: today, latest: today, dayFirst: dayFirst}
}

// deepest are the dates within dates that anybody types: a range of dates counted from others.
const deepest = 2

// read tries ranges, numbers, English words and then the words of other languages.
func (r *dateReader) read(s string) (days, error) {
	s = strings.Map(digitOf, strings.TrimSpace(s))
	if r.depth > deepest {
		return days{}, &DateError{s}
	}
	if a, b, ok := strings.Cut(s, ".."); ok {
		return r.between(a, strings.TrimLeft(b, "."))
	}
	if d, ok, err := r.numeric(s); ok || err != nil {
		return d, err
	}
	return r.inWords(s)
}

// digitOf is the ASCII digit of a digit in another script.
func digitOf(c rune) rune {
	if c >= utf8.RuneSelf && unicode.IsDigit(c) {
		c, _ = utf8.DecodeRuneInString(text.Fold(string(c)))
	}
	return c
}

var (
	isoDate    = lazily(`^(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$`)
	twoYears   = lazily(`^(\d{4})[-–/](\d{2})$`)
	isoWeek    = lazily(`^(\d{4})-?[Ww](\d{2})$`)
	eightDate  = lazily(`^(\d{4})(\d{2})(\d{2})$`)
	threeDate  = lazily(`^(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})$`)
	twoDate    = lazily(`^(\d{1,2})\s?([-/.])\s?(\d{1,2})\.?$`)
	monthsDate = lazily(`^(\d{1,2})[-/.](\d{4})$`)
)

// numeric reads dates that are written in numbers only.
func (r *dateReader) numeric(s string) (d days, ok bool, err error) {
	if m := eightDate().FindStringSubmatch(s); m != nil {
		return r.ymd(s, m[1], m[2], m[3])
	}
	if m := twoYears().FindStringSubmatch(s); m != nil && atoi(m[2]) > 12 && atoi(m[2]) == (atoi(m[1])+1)%100 {
		return days{aYear(atoi(m[1])).from, aYear(atoi(m[1]) + 1).to}, true, nil
	}
	if m := isoDate().FindStringSubmatch(s); m != nil {
		return r.ymd(s, m[1], m[2], m[3])
	}
	if m := isoWeek().FindStringSubmatch(s); m != nil {
		week, _ := strconv.Atoi(m[2])
		return week1(atoi(m[1]), week), true, nil
	}
	if m := monthsDate().FindStringSubmatch(s); m != nil {
		return r.ymd(s, m[2], m[1], "")
	}
	if m := threeDate().FindStringSubmatch(s); m != nil {
		return r.three(s, atoi(m[1]), atoi(m[3]), fullYear(m[4]), m[2] == ".")
	}
	if m := twoDate().FindStringSubmatch(s); m != nil {
		return r.two(s, atoi(m[1]), atoi(m[3]), m[2] == ".")
	}
	return d, false, nil
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fullYear completes a year of two digits: 70 to 99 lie in the last century.
func fullYear(s string) int {
	n := atoi(s)
	switch {
	case len(s) > 2:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}

func week1(year, week int) days {
	return aWeek(civil(year, 1, 4+7*(week-1)))
}

func (r *dateReader) ymd(s, year, month, day string) (days, bool, error) {
	y, m := atoi(year), atoi(month)
	switch {
	case y == 0:
	case month == "":
		return aYear(y), true, nil
	case m < 1 || m > 12:
	case day == "":
		return aMonth(civil(y, time.Month(m), 1)), true, nil
	case isDay(y, m, atoi(day)):
		return aDay(civil(y, time.Month(m), atoi(day))), true, nil
	}
	return days{}, false, &DateError{s}
}

func isDay(year, month, day int) bool {
	t := civil(year, time.Month(month), day)
	return day > 0 && month > 0 && t.Day() == day && int(t.Month()) == month
}

// three reads 24/5/2016. Dots stand between day and month everywhere they are used.
func (r *dateReader) three(s string, a, b, year int, dots bool) (days, bool, error) {
	dmy, mdy := isDay(year, b, a), isDay(year, a, b)
	switch {
	case dmy && mdy && a != b && !dots && r.dayFirst == nil:
		return days{}, false, &AmbiguousDateError{s, formatDay(civil(year, time.Month(b), a)), formatDay(civil(year, time.Month(a), b))}
	case dmy && mdy && r.dayFirst != nil:
		dmy = *r.dayFirst
	}
	switch {
	case dmy:
		return aDay(civil(year, time.Month(b), a)), true, nil
	case mdy:
		return aDay(civil(year, time.Month(a), b)), true, nil
	}
	return days{}, false, &DateError{s}
}

// two reads 24/5, of the latest year that has begun it.
func (r *dateReader) two(s string, a, b int, dots bool) (days, bool, error) {
	const leap = 2000 // which has every day
	d, ok, err := r.three(s, a, b, leap, dots)
	if ok {
		_, m, day := d.from.Date()
		d, ok = r.monthDay(m, day, 0)
	}
	return d, ok, err
}

// lazily is a pattern that is compiled when first used: most runs read no date.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
