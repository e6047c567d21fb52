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
	week          int
	decade        int
	part          string // "early", "mid", "late"
	weekday       bool
	yearShift     int // "last year" behind a month
	shifted       bool
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
	if _, ok := weekdayOf(s); ok && !p.weekday {
		p.weekday = true
		return 1
	}
	if y, ok := yearOf(s); ok && p.year == 0 {
		p.year = y
		return 1
	}
	if d, ok := dayOf(s); ok && p.day == 0 {
		p.day = d
		return 1
	}
	return p.takeOther(s)
}

func (p *pieces) takeOther(s string) int {
	switch {
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
	number := 0
	if isDigits(w[1]) && len(w[1]) <= 2 {
		number = atoi(w[1])
	}
	switch {
	case w[1] == "quarter" && isOrdinal && n <= 4:
		p.quarter = n
	case w[1] == "half" && isOrdinal && n <= 2:
		p.half = n
	case w[0] == "q" && number >= 1 && number <= 4:
		p.quarter = number
	case (w[0] == "week" || w[0] == "w") && number >= 1 && number <= 53:
		p.week = number
	case w[1] == "week" && isOrdinal && p.month == 0 && n <= 53:
		p.week = n
	case w[1] == "year" && (w[0] == "last" || w[0] == "this" || w[0] == "next"):
		p.yearShift = map[string]int{"last": -1, "this": 0, "next": 1}[w[0]]
		p.shifted = true
	default:
		return 0
	}
	return 2
}

// dated puts the pieces together. A missing year is the latest in which the date has begun.
func (r *dateReader) dated(p pieces) (days, bool) {
	year := p.year
	if p.shifted {
		year = r.now.Year() + p.yearShift
	}
	latest := func(make func(year int) days) (days, bool) {
		if year != 0 {
			return make(year), true
		}
		d := make(r.now.Year())
		if d.from.After(r.now) {
			d = make(r.now.Year() - 1)
		}
		return d, true
	}
	switch {
	case p.decade != 0:
		return span(civil(p.decade, 1, 1), 10, 0, 0), true
	case p.quarter != 0:
		return latest(func(y int) days { return quarter(y, p.quarter) })
	case p.half != 0:
		return latest(func(y int) days { return span(civil(y, time.Month(6*p.half-5), 1), 0, 6, 0) })
	case p.week != 0 && p.day == 0 && p.month == 0:
		return latest(func(y int) days { return week1(y, p.week) })
	case p.season != 0 && p.month == 0 && p.day == 0:
		return latest(func(y int) days { return span(civil(y, p.season, 1), 0, 3, 0) })
	case p.month != 0 && p.day != 0:
		return r.monthDay(p.month, p.day, year)
	case p.month != 0:
		return latest(func(y int) days { return aMonth(civil(y, p.month, 1)) })
	case year != 0 && p.day == 0:
		return aYear(year), true
	}
	return days{}, false
}

// monthDay is a day of a month, in the latest year that has it where none is given.
func (r *dateReader) monthDay(m time.Month, day, year int) (days, bool) {
	if year != 0 {
		return aDay(civil(year, m, day)), isDay(year, int(m), day)
	}
	for y := r.now.Year(); y > r.now.Year()-9; y-- {
		if t := civil(y, m, day); isDay(y, int(m), day) && !t.After(r.now) {
			return aDay(t), true
		}
	}
	return days{}, false
}

// part cuts an interval to its early, middle or late third.
func part(d days, name string) days {
	third := (int(d.to.Sub(d.from).Hours())/24 + 1) / 3
	switch name {
	case "early":
		d.to = d.from.AddDate(0, 0, third-1)
	case "mid":
		d.from, d.to = d.from.AddDate(0, 0, third), d.to.AddDate(0, 0, -third)
	case "late":
		d.from = d.to.AddDate(0, 0, -third+1)
	}
	if d.to.Before(d.from) {
		d.to = d.from
	}
	return d
}
