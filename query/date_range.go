package query

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
)

// betweens are the ways to write a range. They are tried in order, until both ends are read.
var betweens = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^(?:from|between|since) (.+?) (?:to|and|until|till|through|-|–|~) (.+)$`),
		regexp.MustCompile(`^(?:from|between|since) (.+?)[-–~](.+)$`),
		regexp.MustCompile(`^(.+?) (?:to|until|till|through|–|—|-|~) (.+)$`),
		regexp.MustCompile(`^(\pL[^-–~]*[^-–~\d])[-–~](\pL.*)$`),
		regexp.MustCompile(`^(\pL+ \d\d?|.+ \d{4})[-–~](\pL+ \d.*|\d\d? \pL.*)$`),
		regexp.MustCompile(`^([\d/.]{3,10})[-–~]([\d/.]{3,10})$`),
		regexp.MustCompile(`^(\d\d?)\.?[-–](\d\d?\.? \pL.*)$`),
		regexp.MustCompile(`^(?:on )?(\pL+ \d\d?)[-–](\d\d?(?:,? \d{4})?)$`),
		regexp.MustCompile(`^since (.+)()$`),
		regexp.MustCompile(`^()(?:until|till) (.+)$`),
	}
})

// inRange reads a range in words, "from May to October 2020".
func (r *dateReader) inRange(s string) (days, bool) {
	for _, re := range betweens() {
		if m := re.FindStringSubmatch(s); m != nil {
			if d, err := r.between(m[1], m[2]); err == nil {
				return d, true
			}
		}
	}
	return days{}, false
}

// between reads a range; a missing end is open. The end that says no month or year has the other's.
func (r *dateReader) between(a, b string) (d days, err error) {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	_, year, bareEnd := bareDay(b)
	_, _, bareStart := bareDay(a)
	switch {
	case a == "" && b == "":
		return d, &DateError{".."}
	case a == "" || b == "":
		d, _, err = r.readBy(a+b, r.latest)
		if a == "" {
			d.from = time.Time{}
		} else {
			d.to = time.Time{}
		}
		return d, err
	case bareEnd:
		d, err = r.beforeDay(a, b, year)
	case bareStart:
		if d, _, err = r.readBy(b, r.latest); err == nil {
			d.from, err = dayBeside(a, d)
		}
	default:
		d, err = r.fromTo(a, b)
	}
	if err == nil && d.to.Before(d.from) {
		err = fmt.Errorf("%s..%s ends before it begins", a, b)
	}
	return d, err
}

// beforeDay reads "April 9 to 17", where year is the end's, 0 for none.
func (r *dateReader) beforeDay(a, b string, year int) (days, error) {
	latest := r.latest
	if year != 0 {
		latest = civil(year, time.December, 31)
	}
	d, _, err := r.readBy(a, latest)
	if err == nil {
		d.to, err = dayBeside(b, d)
	}
	return d, err
}

// fromTo reads both ends of a range. One that says no year lies in the twelve months beside the other.
func (r *dateReader) fromTo(a, b string) (days, error) {
	first, said, err := r.readBy(a, r.latest)
	if err != nil {
		return days{}, err
	}
	last, lastSaid, err := r.readBy(b, r.latest)
	switch {
	case err == nil && said && !lastSaid:
		last, _, err = r.readBy(b, first.from.AddDate(1, 0, -1))
	case err == nil && !said:
		first, _, err = r.readBy(a, last.to)
	}
	return days{first.from, last.to}, err
}

// readBy reads a date that has begun by latest where its words leave the year open, and reports whether they don't.
func (r *dateReader) readBy(s string, latest time.Time) (d days, said bool, err error) {
	by := &dateReader{now: r.now, latest: latest, dayFirst: r.dayFirst, depth: r.depth + 1}
	d, err = by.read(s)
	return d, !by.assumed, err
}

var bareDate = lazily(`^(?:the )?([\pL\d-]+?)(?:,? (\d{4}))?$`)

// bareDay reads the day of a month that another date names: "18", "the ninth", "20 2015".
func bareDay(s string) (day, year int, ok bool) {
	m := bareDate().FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	day, ok = dayOf(m[1])
	return day, atoi(m[2]), ok
}

// dayBeside is a bare day in the month of the date at the other end of its range.
func dayBeside(s string, other days) (time.Time, error) {
	day, _, _ := bareDay(s)
	y, m, _ := other.from.Date()
	if other.from != other.to || !isDay(y, int(m), day) {
		return time.Time{}, &DateError{s}
	}
	return civil(y, m, day), nil
}
