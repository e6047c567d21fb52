package query

import (
	"strings"
	"time"
)

// A pieces is what the words of a date name, each once.
type pieces struct {
	day, year     int
	month, season time.Month
	quarter, half int
	week          int    // of the month or the year; -1 is the last
	century       int    // the 20th begins in 1900
	decade        int    // its first year
	part          string // "early", "mid", "late"
	edge          int    // the first so many units, or the last where negative
	unit          string // of edge
	weekday       time.Weekday
	hasWeekday    bool
	ordinal       bool   // the day is written as one: "4th"
	weekOf        bool   // the week of a day
	period        string // "month" or "year", which step says: "last year"
	step          int
	stepped       bool
}

// calendar reads what names a day, month, quarter or year: "24 May 2016", "May 24th", "early 2016", "Q2 2016", "the
// 1990s", "week 20 of 2016", "spring of last year".
func (r *dateReader) calendar(w []string) (days, bool) {
	var p pieces
	for len(w) > 0 {
		n := p.take(w)
		if n == 0 {
			return days{}, false
		}
		w = w[n:]
	}
	d, ok := r.dated(p)
	if !ok {
		return d, false
	}
	return part(d, p.part), true
}

// take reads one piece and gives the number of its words, 0 for none.
func (p *pieces) take(w []string) int {
	if n := p.takeEdge(w); n > 0 {
		return n
	}
	if n := p.takePair(w); n > 0 {
		return n
	}
	s := w[0]
	if m, ok := monthOf(s); ok && p.month == 0 {
		p.month = m
		return 1
	}
	if m, ok := seasons[s]; ok && p.season == 0 {
		p.season = m
		return 1
	}
	if d, ok := weekdayOf(s); ok && !p.hasWeekday {
		p.weekday, p.hasWeekday = d, true
		return 1
	}
	if y, ok := yearOf(s); ok && p.year == 0 {
		p.year = y
		return 1
	}
	if d, ok := dayOf(s); ok && p.day == 0 {
		p.day, p.ordinal = d, s[0]-'0' < 10 && !isDigits(s)
		return 1
	}
	return p.takeOther(s)
}

// takeEdge reads "first two weeks" and "last four months".
func (p *pieces) takeEdge(w []string) int {
	if len(w) < 3 || p.edge != 0 || w[0] != "first" && w[0] != "last" {
		return 0
	}
	n, ok := numberOf(w[1])
	unit := strings.TrimSuffix(w[2], "s")
	if !ok || unit != "day" && unit != "week" && unit != "month" && unit != "year" {
		return 0
	}
	p.edge, p.unit = n, unit
	if w[0] == "last" {
		p.edge = -n
	}
	return 3
}

func (p *pieces) takeOther(s string) int {
	switch {
	case s == "beginning" && p.weekOf: // "the week beginning 4 February"
	case s == "early" || s == "mid" || s == "late" || s == "middle" || s == "beginning" || s == "end":
		p.part = map[string]string{"middle": "mid", "beginning": "early", "end": "late"}[s]
		if p.part == "" {
			p.part = s
		}
	case len(s) == 2 && (s[0] == 'q' || s[0] == 'h') && s[1] >= '1' && s[1] <= '4':
		if s[0] == 'q' {
			p.quarter = int(s[1] - '0')
		} else {
			p.half = int(s[1] - '0')
		}
	case strings.HasSuffix(s, "0s") && isDigits(s[:len(s)-1]) && (len(s) == 5 || len(s) == 3):
		p.decade = fullYear(s[:len(s)-1])
		if len(s) == 3 && p.decade >= 2030 {
			p.decade -= 100
		}
	case len(s) == 2 && isDigits(s) && p.day > 0 && p.month > 0 && p.year == 0:
		p.year = fullYear(s)
	case s == "week" && !p.weekOf:
		p.weekOf = true
	case s == "month" || s == "year":
		p.period = s
	case s == "and" || s == "date":
	default:
		return 0
	}
	return 1
}

// takePair reads pieces of two words: "second quarter", "q 2", "week 20", "last year".
func (p *pieces) takePair(w []string) int {
	if len(w) < 2 {
		return 0
	}
	n, isOrdinal := dayOf(w[0])
	isOrdinal = isOrdinal && !isDigits(w[0]) // "2 weeks"
	number := 0
	if isDigits(w[1]) && len(w[1]) <= 2 {
		number = atoi(w[1])
	}
	switch {
	case w[1] == "quarter" && isOrdinal && n <= 4:
		p.quarter = n
	case w[1] == "half" && isOrdinal && n <= 2:
		p.half = n
	case w[0] == "h" && number >= 1 && number <= 2:
		p.half = number
	case w[0] == "q" && number >= 1 && number <= 4:
		p.quarter = number
	case (w[0] == "week" || w[0] == "w") && number >= 1 && number <= 53:
		p.week = number
	case w[1] == "week" && isOrdinal && p.week == 0:
		p.week = n
	case w[1] == "week" && w[0] == "last" && p.week == 0:
		p.week = -1
	case w[1] == "century" && isOrdinal:
		p.century = n
	case w[0] == "decade" && len(w[1]) == 4 && isDigits(w[1]):
		p.decade = atoi(w[1])
	default:
		return p.takeStep(w)
	}
	return 2
}

// takeStep reads "last year" and "this month".
func (p *pieces) takeStep(w []string) int {
	step, ok := stepsAway[w[0]]
	if !ok || w[1] != "year" && w[1] != "month" || p.stepped {
		return 0
	}
	p.period, p.step, p.stepped = w[1], step, true
	return 2
}

// dated puts the pieces together. A missing year is the latest in which the date has begun.
func (r *dateReader) dated(p pieces) (days, bool) {
	year := p.year
	switch {
	case p.stepped && p.period == "year":
		year = r.now.Year() + p.step
	case p.stepped && p.month == 0:
		year, p.month, _ = civil(r.now.Year(), r.now.Month()+time.Month(p.step), 1).Date()
	}
	switch {
	case p.edge != 0:
		rest := p
		rest.edge = 0
		whole, ok := r.dated(rest)
		return edge(whole, p.edge, p.unit), ok
	case p.century != 0:
		return span(civil(100*(p.century-1), 1, 1), 100, 0, 0), true
	case p.decade != 0:
		return span(civil(p.decade, 1, 1), 10, 0, 0), true
	case p.quarter != 0:
		return r.inYear(year, func(y int) days { return quarter(y, p.quarter) }), true
	case p.half != 0:
		return r.inYear(year, func(y int) days { return span(civil(y, time.Month(6*p.half-5), 1), 0, 6, 0) }), true
	case p.week != 0 && p.day == 0:
		return r.inYear(year, func(y int) days { return nthWeek(y, p.month, p.week) }), true
	case p.season != 0 && p.month == 0 && p.day == 0:
		return r.inYear(year, func(y int) days { return span(civil(y, p.season, 1), 0, 3, 0) }), true
	case p.month != 0 && p.day != 0:
		d, ok := r.monthDay(p.month, p.day, year)
		if p.weekOf {
			d = aWeek(d.from)
		}
		return d, ok
	case p.month != 0:
		return r.inYear(year, func(y int) days { return aMonth(civil(y, p.month, 1)) }), true
	case year != 0 && p.day == 0 && !p.weekOf && !p.hasWeekday:
		return aYear(year), true
	case p.day != 0 && year == 0 && (p.ordinal || p.hasWeekday):
		return r.dayOfMonth(p)
	case p.part != "" && p.period != "":
		return r.period(p.period, 0)
	}
	return days{}, false
}

// inYear makes a date in a year, in the latest that has begun it where none is given.
func (r *dateReader) inYear(year int, make func(year int) days) days {
	if year != 0 {
		return make(year)
	}
	r.assumed = true
	d := make(r.latest.Year())
	if d.from.After(r.latest) {
		d = make(r.latest.Year() - 1)
	}
	return d
}

// monthDay is a day of a month, in the latest year that has it where none is given.
func (r *dateReader) monthDay(m time.Month, day, year int) (days, bool) {
	if year != 0 {
		return aDay(civil(year, m, day)), isDay(year, int(m), day)
	}
	r.assumed = true
	for y := r.latest.Year(); y > r.latest.Year()-9; y-- {
		if t := civil(y, m, day); isDay(y, int(m), day) && !t.After(r.latest) {
			return aDay(t), true
		}
	}
	return days{}, false
}

// dayOfMonth is the latest such day of any month: "the 4th", "Friday 13".
func (r *dateReader) dayOfMonth(p pieces) (days, bool) {
	r.assumed = true
	first := civil(r.latest.Year(), r.latest.Month(), 1)
	for back := range 48 { // in four years every day of a month is each day of the week, but for the 31st
		t := first.AddDate(0, -back, p.day-1)
		if t.Day() == p.day && !t.After(r.latest) && (!p.hasWeekday || t.Weekday() == p.weekday) {
			if p.weekOf {
				return aWeek(t), true
			}
			return aDay(t), true
		}
	}
	return days{}, false
}

// nthWeek is a week of a month, or of a year for month 0; a week belongs to where its Thursday lies.
func nthWeek(year int, m time.Month, n int) days {
	switch {
	case n < 0 && m == 0:
		return aWeek(civil(year, 12, 28))
	case n < 0:
		return aWeek(civil(year, m+1, -3))
	case m == 0:
		return week1(year, n)
	}
	return aWeek(civil(year, m, 4+7*(n-1)))
}

// edge is the first n units of an interval, or its last where n is negative.
func edge(d days, n int, unit string) days {
	years, months, ds := 0, 0, 0
	switch unit {
	case "year":
		years = n
	case "month":
		months = n
	case "week":
		ds = 7 * n
	default:
		ds = n
	}
	if n < 0 {
		return days{d.to.AddDate(0, 0, 1).AddDate(years, months, ds), d.to}
	}
	return span(d.from, years, months, ds)
}

// part cuts an interval to its early, middle or late third; those of a year are of four months.
func part(d days, name string) days {
	third := (int(d.to.Sub(d.from).Hours())/24 + 1) / 3
	middle, late := d.from.AddDate(0, 0, third), d.to.AddDate(0, 0, 1-third)
	if d.from.AddDate(1, 0, -1) == d.to {
		middle, late = d.from.AddDate(0, 4, 0), d.from.AddDate(0, 8, 0)
	}
	switch name {
	case "early":
		d.to = middle.AddDate(0, 0, -1)
	case "mid":
		d.from, d.to = middle, late.AddDate(0, 0, -1)
	case "late":
		d.from = late
	}
	if d.to.Before(d.from) {
		d.to = d.from
	}
	return d
}
