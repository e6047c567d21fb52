package dates

import (
	"strings"
	"unicode/utf8"
)

// match reads one date off the atoms of s, the longest form first, and tells how many atoms it took.
func match(s string, w []Atom, dayFirst bool) (Stamp, int) {
	if glued(s, w[0].Start) {
		return Stamp{}, 0
	}
	st, n := Stamp{}, 0
	switch a := w[0]; {
	case a.Digits == 0:
		st, n = monthFirst(s, w)
	case a.Digits == 4:
		st, n = yearFirst(s, w)
	case a.Digits <= 2:
		st, n = dayFirstOf(s, w, dayFirst)
	case a.Digits == 8 || a.Digits == 14 || a.Digits == 12:
		st, n = Compact(a)
	}
	if st.Year > 2400 { // Thailand counts from 543 BC
		st.Year -= 543
	}
	if n == 0 || !st.Valid() {
		return Stamp{}, 0
	}
	st.Start = w[0].Start
	if st.End == 0 {
		st.End = w[n-1].End
	}
	if numberGoesOn(s, st.End) {
		return Stamp{}, 0
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

// Valid reports whether the calendar has such a day. Years are 1000 to 2999.
func (st *Stamp) Valid() bool {
	if st.Month < 0 || st.Month > 12 || st.Day < 0 || st.Year != 0 && (st.Year < 1000 || st.Year > 2999) {
		return false
	}
	return st.Day <= daysIn(st.Year, st.Month)
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
func monthFirst(s string, w []Atom) (Stamp, int) {
	st := Stamp{Month: w[0].Value}
	if len(w) < 2 || w[1].Digits == 0 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].Digits == 4 && joins(g, gapMonthYear) {
		st.Year = w[1].Value
		return st, 2
	}
	if w[1].Digits > 2 || w[1].Value == 0 || !joins(g, gapMonthDay) {
		return st, 0
	}
	st.Day = w[1].Value
	if len(w) > 2 && w[2].Digits == 4 && w[2].Value >= 1000 && joins(gap(s, w[1], w[2]), gapDayYear) {
		st.Year = w[2].Value
		return st, 3
	}
	if y, end, ok := yearBehindClock(s, w[1].End); ok {
		st.Year, st.End = y, end
		st.clockAt(s, w[1].End)
		return st, 2
	}
	if decimal(s, w[1].End) || len(w) > 2 && rangeOrList(gap(s, w[1], w[2])) {
		return st, 0
	}
	return st, 2
}

// yearFirst reads "2016-05-25", "2016/5/25", "2016年5月25日", "2016. május 25." and "2016-05".
func yearFirst(s string, w []Atom) (Stamp, int) {
	st := Stamp{Year: w[0].Value, Numeric: true}
	if len(w) < 2 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].Digits == 0 {
		st.Month, st.Numeric = w[1].Value, false
		lithuanian := strings.TrimSpace(g) == "m."
		if len(w) > 2 && st.Year >= 1900 && w[2].Digits > 0 && w[2].Digits <= 2 && w[2].Value > 0 && (lithuanian || joins(g, gapMonthDay)) && joins(gap(s, w[1], w[2]), gapMonthDay) {
			st.Day = w[2].Value
			return st, 3
		}
		if lithuanian {
			return st, 2
		}
		return st, 0
	}
	if w[1].Digits > 2 || w[1].Value == 0 {
		return st, 0
	}
	if len(w) > 2 && w[2].Digits == 0 && strings.TrimSpace(g) == ". gada" { // Latvian: "2016. gada 25. maijā"
		return Stamp{Year: st.Year, Day: w[1].Value, Month: w[2].Value}, 3
	}
	st.Month = w[1].Value
	g = strings.ReplaceAll(g, " ", "")
	if len(w) > 2 && w[2].Digits > 0 && w[2].Digits <= 2 && w[2].Value > 0 && joinsYMD(g, strings.ReplaceAll(gap(s, w[1], w[2]), " ", "")) {
		st.Day, st.End = w[2].Value, unit(s, w[2].End)
		return st, 3
	}
	switch {
	case g == "年" || g == "년":
		st.End = unit(s, w[1].End)
		return st, 2
	case g == "-" && w[1].Digits == 2:
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
func dayFirstOf(s string, w []Atom, dayFirst bool) (Stamp, int) {
	st := Stamp{Day: w[0].Value}
	if len(w) < 2 || st.Day == 0 {
		return st, 0
	}
	g := gap(s, w[0], w[1])
	if w[1].Digits == 0 {
		return namedMonth(s, w, st, g)
	}
	if w[1].Digits > 2 || w[1].Value == 0 {
		return st, 0
	}
	h := strings.ReplaceAll(g, " ", "")
	if h == "月" || h == "월" {
		if end := unit(s, w[1].End); end > w[1].End {
			return Stamp{Month: w[0].Value, Day: w[1].Value, Numeric: true, End: end}, 2
		}
		return st, 0
	}
	if h == "tháng" { // Vietnamese
		return namedMonth(s, w, st, g)
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
func namedMonth(s string, w []Atom, st Stamp, g string) (Stamp, int) {
	if w[0].Digits > 2 || !joins(g, gapDayMonth) {
		return st, 0
	}
	st.Month = w[1].Value
	if len(w) < 3 || w[2].Digits == 0 {
		return st, 2
	}
	h := gap(s, w[1], w[2])
	switch {
	case w[2].Digits == 4 && w[2].Value >= 1000 && joins(h, gapMonthYear):
		st.Year = w[2].Value
		return st, 3
	case w[2].Digits == 2 && (h == "-" && g == "-" || h == " '" || h == " ’" || g == "." && h == "." || g == " " && h == " " && !wordFollows(s, w[2].End)):
		st.Year, st.Short = century(w[2].Value), true
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
func numericDate(w []Atom, sep byte, dayFirst bool) (Stamp, int) {
	st := Stamp{Day: w[0].Value, Month: w[1].Value, Year: w[2].Value, Numeric: true}
	switch {
	case w[2].Digits == 2 && sep == '-' && w[0].Digits == 2 && w[1].Digits == 2 && (w[0].Value > 12 || w[1].Value > 12) || w[2].Digits == 2 && sep != '-':
		st.Year, st.Short = century(st.Year), true
	case w[2].Digits != 4:
		return st, 0
	}
	switch {
	case st.Day <= 12 && st.Month > 12 && sep != '.':
		st.Day, st.Month = st.Month, st.Day
		st.Slashed = true
	case st.Day > 12:
		st.Slashed = sep != '.'
	case sep != '.' && st.Day != st.Month:
		st.Swapped = true
		if !dayFirst {
			st.Day, st.Month = st.Month, st.Day
		}
	}
	return st, 3
}

// Compact reads 20160525 and 20160525093000.
func Compact(a Atom) (Stamp, int) {
	v := a.Value
	for n := a.Digits; n > 8; n-- {
		v /= 10
	}
	st := Stamp{Year: v / 10000, Month: v / 100 % 100, Day: v % 100, Numeric: true}
	if st.Year < 1800 || st.Year > 2100 || st.Month == 0 || st.Day == 0 {
		return st, 0
	}
	return st, 1
}
