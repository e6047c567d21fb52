package extract

import (
	"strings"
	"unicode/utf8"
)

// match reads one date off the atoms of s, the longest form first, and tells how many atoms it took.
func match(s string, w []atom, dayFirst bool) (stamp, int) {
	if glued(s, w[0].start) {
		return stamp{}, 0
	}
	st, n := stamp{}, 0
	switch a := w[0]; {
	case a.digits == 0:
		st, n = monthFirst(s, w)
	case a.digits == 4:
		st, n = yearFirst(s, w)
	case a.digits <= 2:
		st, n = dayFirstOf(s, w, dayFirst)
	case a.digits == 8 || a.digits == 14 || a.digits == 12:
		st, n = compact(a)
	}
	if n == 0 || !st.valid() {
		return stamp{}, 0
	}
	st.start = w[0].start
	if st.end == 0 {
		st.end = w[n-1].end
	}
	if numberGoesOn(s, st.end) {
		return stamp{}, 0
	}
	return st, n
}

// glued reports whether the number or word at i is the rest of something longer: "v2016", "1.2.2016", "№3/12/2011".
func glued(s string, i int) bool {
	if i == 0 {
		return false
	}
	c := s[i-1]
	if c == '.' || c == '-' || c == '/' || c == ':' || c == ',' {
		return i > 1 && s[i-2]-'0' < 10
	}
	return c-'0' < 10 || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' || c == '#' || c == '+'
}

// numberGoesOn reports whether the digits at end belong to something longer than a date: "1/5/2016/7", "12.5.20161".
func numberGoesOn(s string, end int) bool {
	if end >= len(s) {
		return false
	}
	switch c := s[end]; {
	case c == '-' || c == '/' || c == '.':
		return end+2 < len(s) && s[end+1]-'0' < 10 && s[end+2]-'0' < 10
	case c == '_' || c == '%':
		return true
	case c == ':': // "19.10.1912:48" is a year of two digits and a clock, run together
		return end+1 < len(s) && s[end+1]-'0' < 10
	default:
		return c-'0' < 10
	}
}

// valid reports whether the calendar has such a day. Years are 1000 to 2999.
func (st *stamp) valid() bool {
	if st.month < 0 || st.month > 12 || st.day < 0 || st.year != 0 && (st.year < 1000 || st.year > 2999) {
		return false
	}
	return st.day <= daysIn(st.year, st.month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// monthFirst reads "May 25th, 2016", "Wed May 25 04:26:40 2016", "May 2016" and "May 25".
func monthFirst(s string, w []atom) (stamp, int) {
	st := stamp{month: w[0].value}
	if len(w) < 2 || w[1].digits == 0 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].digits == 4 && joins(g, gapMonthYear) {
		st.year = w[1].value
		return st, 2
	}
	if w[1].digits > 2 || w[1].value == 0 || !joins(g, gapMonthDay) {
		return st, 0
	}
	st.day = w[1].value
	if len(w) > 2 && w[2].digits == 4 && w[2].value >= 1000 && joins(gap(s, w[1], w[2]), gapDayYear) {
		st.year = w[2].value
		return st, 3
	}
	if y, end, ok := yearBehindClock(s, w[1].end); ok {
		st.year, st.end = y, end
		st.clockAt(s, w[1].end)
		return st, 2
	}
	if decimal(s, w[1].end) || len(w) > 2 && rangeOrList(gap(s, w[1], w[2])) {
		return st, 0
	}
	return st, 2
}

// yearFirst reads "2016-05-25", "2016/5/25", "2016年5月25日", "2016. május 25." and "2016-05".
func yearFirst(s string, w []atom) (stamp, int) {
	st := stamp{year: w[0].value, numeric: true}
	if len(w) < 2 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].digits == 0 {
		st.month, st.numeric = w[1].value, false
		if len(w) > 2 && st.year >= 1900 && w[2].digits > 0 && w[2].digits <= 2 && w[2].value > 0 && joins(g, gapMonthDay) && joins(gap(s, w[1], w[2]), gapMonthDay) {
			st.day = w[2].value
			return st, 3
		}
		if strings.TrimSpace(g) == "m." { // Lithuanian
			return st, 2
		}
		return st, 0
	}
	if w[1].digits > 2 || w[1].value == 0 {
		return st, 0
	}
	st.month = w[1].value
	g = strings.ReplaceAll(g, " ", "")
	if len(w) > 2 && w[2].digits > 0 && w[2].digits <= 2 && w[2].value > 0 && joinsYMD(g, strings.ReplaceAll(gap(s, w[1], w[2]), " ", "")) {
		st.day, st.end = w[2].value, unit(s, w[2].end)
		return st, 3
	}
	switch {
	case g == "年" || g == "년":
		st.end = unit(s, w[1].end)
		return st, 2
	case g == "-" && w[1].digits == 2:
		return st, 2
	}
	return st, 0
}

// joinsYMD reports whether two gaps write one date: the same separators, or those of East Asia.
func joinsYMD(g, h string) bool {
	switch g {
	case "-", "/", ".", "_":
		return g == h
	case "年", "년", "年の":
		return h == "月" || h == "월"
	}
	return false
}

// unit takes 日, 号, 月 and their Korean fellows into the date.
func unit(s string, end int) int {
	i := end
	if i < len(s) && s[i] == ' ' {
		i++
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '日', '号', '號', '일', '月', '월':
		return i + n
	}
	return end
}

// dayFirstOf reads "25 May 2016", "25th of May", "25.05.2016", "5/25/16" and "5月25日".
func dayFirstOf(s string, w []atom, dayFirst bool) (stamp, int) {
	st := stamp{day: w[0].value}
	if len(w) < 2 || st.day == 0 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].digits == 0 {
		return namedMonth(s, w, st, g)
	}
	if w[1].digits > 2 || w[1].value == 0 {
		return st, 0
	}
	h := strings.ReplaceAll(g, " ", "")
	if h == "月" || h == "월" {
		if end := unit(s, w[1].end); end > w[1].end {
			return stamp{month: w[0].value, day: w[1].value, numeric: true, end: end}, 2
		}
		return st, 0
	}
	if len(w) < 3 || h != "." && h != "/" && h != "-" || strings.ReplaceAll(gap(s, w[1], w[2]), " ", "") != h {
		return st, 0
	}
	if strings.Contains(g, " ") && h != "." {
		return st, 0
	}
	return numericDate(w, h[0], dayFirst)
}

// namedMonth reads what stands behind a day and its month's name.
func namedMonth(s string, w []atom, st stamp, g string) (stamp, int) {
	if w[0].digits > 2 || !joins(g, gapDayMonth) {
		return st, 0
	}
	st.month = w[1].value
	if len(w) < 3 || w[2].digits == 0 {
		return st, 2
	}
	h := gap(s, w[1], w[2])
	switch {
	case w[2].digits == 4 && w[2].value >= 1000 && joins(h, gapMonthYear):
		st.year = w[2].value
		return st, 3
	case w[2].digits == 2 && (h == "-" && g == "-" || h == " '" || h == " ’" || g == "." && h == "." || g == " " && h == " " && !wordFollows(s, w[2].end)):
		st.year, st.short = century(w[2].value), true
		return st, 3
	}
	return st, 2
}

// wordFollows tells "25 May 16 people" from "25 May 16".
func wordFollows(s string, i int) bool {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] == ':' || s[i] == '.' || s[i] == '%')
}

// century gives a two-digit year its own: to 49 this one, from 50 the last.
func century(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// numericDate settles the order of day and month: a dot means day first, a number above 12 says which, else custom.
func numericDate(w []atom, sep byte, dayFirst bool) (stamp, int) {
	st := stamp{day: w[0].value, month: w[1].value, year: w[2].value, numeric: true}
	switch {
	case w[2].digits == 2 && sep == '-' && w[0].digits == 2 && w[1].digits == 2 && (w[0].value > 12 || w[1].value > 12) || w[2].digits == 2 && sep != '-':
		st.year, st.short = century(st.year), true
	case w[2].digits != 4:
		return st, 0
	}
	switch {
	case st.day <= 12 && st.month > 12 && sep != '.':
		st.day, st.month = st.month, st.day
		st.slashed = true
	case st.day > 12:
		st.slashed = sep != '.'
	case sep != '.' && st.day != st.month:
		st.swapped = true
		if !dayFirst {
			st.day, st.month = st.month, st.day
		}
	}
	return st, 3
}

// compact reads 20160525 and 20160525093000.
func compact(a atom) (stamp, int) {
	v := a.value
	for n := a.digits; n > 8; n-- {
		v /= 10
	}
	st := stamp{year: v / 10000, month: v / 100 % 100, day: v % 100, numeric: true}
	if st.year < 1800 || st.year > 2100 || st.month == 0 || st.day == 0 {
		return st, 0
	}
	return st, 1
}
