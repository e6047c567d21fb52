package dates

import (
	"strings"
	"time"
)

// readClock takes the time of day and the zone behind a date into it: "T08:37:00Z", " 8:37am EDT", ", 20 h 37".
func (st *Stamp) readClock(s string) {
	if st.HasClock || st.Year == 0 || st.Day == 0 {
		return
	}
	i := st.End
	if i < len(s) && (s[i] == 'T' || s[i] == 't') {
		i++
	} else {
		i = clockStart(s, i)
	}
	st.clockAt(s, i)
}

// clockStart skips what may stand between a date and its time.
func clockStart(s string, i int) int {
	const far = 16
	for j := i; j < len(s) && j < i+far; j++ {
		switch c := s[j]; {
		case c-'0' < 10:
			return j
		case c == '\n':
			return i
		}
	}
	return i
}

// clockAt reads a time of day at i, and keeps it where it is one.
func (st *Stamp) clockAt(s string, i int) {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if i >= len(s) || !joins(s[st.endOr(i):i], gapClock) {
		return
	}
	hour, i, ok := TwoDigits(s, i, true)
	if !ok || i >= len(s) {
		return
	}
	minute, second := 0, 0
	half := 0
	if s[i] == ':' || s[i] == 'h' || s[i] == '.' {
		if minute, i, ok = TwoDigits(s, i+1, false); !ok {
			return
		}
		if i < len(s) && s[i] == ':' {
			if v, j, good := TwoDigits(s, i+1, false); good {
				second, i = v, j
			}
		}
		half, i = meridiem(s, i)
	} else if half, i = meridiem(s, i); half == 0 {
		return
	}
	if hour > 23 || minute > 59 || second > 60 {
		return
	}
	if half != 0 {
		hour = hour%12 + (half-1)*12
	}
	st.Clock = time.Duration(hour*3600+minute*60+second) * time.Second
	st.HasClock = true
	i = fraction(s, i)
	st.Zone, i = zoneAt(s, i)
	st.End = max(st.End, i)
}

// endOr is where the date ends, or i where its end is not settled yet.
func (st *Stamp) endOr(i int) int {
	if st.End == 0 || st.End > i {
		return i
	}
	return st.End
}

var gapClock = gapSet(`t года г p. at um à a - – — | · • / @ @ ( um: kl kl. om в о o ore alle às um. klo ob saat la las alas h g godz`)

// TwoDigits reads the number of two digits at i, or of one where that will do, and gives the offset behind it. A third
// digit makes it none.
func TwoDigits(s string, i int, oneWillDo bool) (v, end int, ok bool) {
	if i >= len(s) || s[i]-'0' > 9 {
		return 0, i, false
	}
	v = int(s[i] - '0')
	if i+1 < len(s) && s[i+1]-'0' < 10 {
		if i+2 < len(s) && s[i+2]-'0' < 10 {
			return 0, i, false
		}
		return v*10 + int(s[i+1]-'0'), i + 2, true
	}
	return v, i + 1, oneWillDo
}

// meridiem reads am and pm: 1, 2, or 0 for none.
func meridiem(s string, i int) (half, end int) {
	j := i
	for j < len(s) && s[j] == ' ' {
		j++
	}
	for k, forms := range [2][3]string{{"a.m.", "am", "a.m"}, {"p.m.", "pm", "p.m"}} {
		for _, f := range forms {
			if len(s)-j >= len(f) && strings.EqualFold(s[j:j+len(f)], f) && !letterAt(s, j+len(f)) {
				return k + 1, j + len(f)
			}
		}
	}
	return 0, i
}

func letterAt(s string, i int) bool { return i < len(s) && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' }

func fraction(s string, i int) int {
	if i+1 < len(s) && (s[i] == '.' || s[i] == ',') && s[i+1]-'0' < 10 {
		for i++; i < len(s) && s[i]-'0' < 10; i++ {
		}
	}
	return i
}

// zones are the abbreviations that news uses, in minutes east of Greenwich. IST and CST are left out: each is two or
// three zones.
var zones = map[string]int{
	"Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "WET": 0, "BST": 60, "CET": 60, "MEZ": 60, "WEST": 60, "CEST": 120, "MESZ": 120, "EET": 120,
	"EEST": 180, "MSK": 180, "МСК": 180, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
	"PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AEST": 600, "AEDT": 660,
	"NZST": 720, "NZDT": 780, "SAST": 120, "PKT": 300, "BRT": -180, "ART": -180,
}

// zoneAt reads a zone at i: "Z", " EDT", "+02:00", " GMT+0300".
func zoneAt(s string, i int) (*time.Location, int) {
	j := i
	for j < len(s) && (s[j] == ' ' || s[j] == '(') {
		j++
	}
	k := j
	for k < len(s) && (s[k] >= 'A' && s[k] <= 'Z' || s[k] >= 0xd0 && k+1 < len(s)) && k-j < 6 {
		if s[k] >= 0xd0 {
			k++
		}
		k++
	}
	minutes, named := zones[s[j:min(k, len(s))]]
	if named {
		if off, end, ok := offsetAt(s, k); ok && minutes == 0 {
			return Zone("", off), end
		}
		return Zone(s[j:k], minutes), k
	}
	if off, end, ok := offsetAt(s, j); ok {
		return Zone("", off), end
	}
	return nil, i
}

// offsetAt reads "+02:00", "+0200" or "-4" at i, in minutes.
func offsetAt(s string, i int) (minutes, end int, ok bool) {
	if i+2 >= len(s) || s[i] != '+' && s[i] != '-' {
		return 0, i, false
	}
	j, v := i+1, 0
	for j < len(s) && s[j]-'0' < 10 && j-i < 5 {
		v = v*10 + int(s[j]-'0')
		j++
	}
	switch j - i - 1 {
	case 4:
		v = v/100*60 + v%100
	case 2:
		v *= 60
		if j+2 < len(s) && s[j] == ':' {
			if m, k, good := TwoDigits(s, j+1, false); good {
				v, j = v+m, k
			}
		}
	default:
		return 0, i, false
	}
	if v > 15*60 {
		return 0, i, false
	}
	if s[i] == '-' {
		v = -v
	}
	return v, j, true
}

// Zone is the zone so many minutes east of Greenwich, whatever it is called.
func Zone(name string, minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone(name, minutes*60)
}

// yearBehindClock reads the year of "May 25 04:26:40 EDT 2016", whose clock begins behind i.
func yearBehindClock(s string, i int) (year, end int, ok bool) {
	st := Stamp{End: i}
	st.clockAt(s, i)
	if !st.HasClock || st.End+5 > len(s) || s[st.End] != ' ' {
		return 0, 0, false
	}
	a := Number(s, st.End+1)
	return a.Value, a.End, a.Digits == 4 && a.Value >= 1000 && a.Value < 3000
}
