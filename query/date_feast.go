package query

import (
	"strings"
	"time"
)

// feast reads the day of a year's feast that news is dated by: "christmas 2015", "easter 2018", "black friday 2010". A
// feast without a year is the latest that has begun.
func (r *dateReader) feast(w []string) (days, bool) {
	if len(w) == 0 {
		return days{}, false
	}
	year, said := yearOf(w[len(w)-1])
	if said {
		w = w[:len(w)-1]
	}
	name := strings.TrimSuffix(strings.Join(w, " "), " day")
	if _, ok := feastDay(name, r.latest.Year()); !ok {
		return days{}, false
	}
	return r.inYear(year, func(y int) days {
		d, _ := feastDay(name, y)
		return aDay(d)
	}), true
}

// fixedFeasts are month and day of feasts that do not move.
var fixedFeasts = map[string][2]int{
	"new year": {1, 1}, "new year s": {1, 1}, "new years": {1, 1}, "epiphany": {1, 6}, "valentine": {2, 14}, "valentine s": {2, 14}, "valentines": {2, 14},
	"st patrick": {3, 17}, "st patrick s": {3, 17}, "saint patrick": {3, 17}, "saint patrick s": {3, 17}, "april fool": {4, 1}, "april fools": {4, 1}, "earth": {4, 22}, "may": {5, 1},
	"independence": {7, 4}, "fourth july": {7, 4}, "bastille": {7, 14}, "halloween": {10, 31}, "all saints": {11, 1}, "armistice": {11, 11}, "veterans": {11, 11},
	"christmas eve": {12, 24}, "christmas": {12, 25}, "xmas": {12, 25}, "boxing": {12, 26}, "new year s eve": {12, 31}, "new years eve": {12, 31},
}

// movedFeasts are days from Easter.
var movedFeasts = map[string]int{
	"ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1,
	"ascension": 39, "pentecost": 49, "whit sunday": 49, "whit monday": 50,
}

func feastDay(name string, year int) (time.Time, bool) {
	if md, ok := fixedFeasts[name]; ok {
		return civil(year, time.Month(md[0]), md[1]), true
	}
	if shift, ok := movedFeasts[name]; ok {
		return easter(year).AddDate(0, 0, shift), true
	}
	thanks := nthWeekday(year, time.November, time.Thursday, 4)
	switch name {
	case "thanksgiving":
		return thanks, true
	case "black friday":
		return thanks.AddDate(0, 0, 1), true
	case "labor", "labour":
		return nthWeekday(year, time.September, time.Monday, 1), true
	}
	return time.Time{}, false
}

// nthWeekday is the n-th such weekday of a month.
func nthWeekday(year int, m time.Month, d time.Weekday, n int) time.Time {
	first := civil(year, m, 1)
	return first.AddDate(0, 0, (int(d)-int(first.Weekday())+7)%7+7*(n-1))
}

// easter is the Gregorian Easter Sunday (the anonymous algorithm of Nature, 1876).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(year, time.Month(n/31), n%31+1)
}

var fromDate = lazily(`^(?:in )?(.+?) (before|from|after|since) (.+)$`)

// counted reads an amount counted from a date: "2 weeks before May 13 1999", "16 days from 2018-01-02".
func (r *dateReader) counted(s string) (days, bool) {
	m := fromDate().FindStringSubmatch(s)
	if m == nil {
		return days{}, false
	}
	from, _, err := r.readBy(m[3], r.latest)
	if err != nil || from.from.IsZero() {
		return days{}, false
	}
	sign := 1
	if m[2] == "before" {
		sign = -1
	}
	there := &dateReader{now: from.from}
	t, ok := there.shifted(strings.Fields(m[1]), sign)
	return aDay(t), ok
}
