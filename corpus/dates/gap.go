package dates

import "strings"

// gap is what stands between two atoms.
func gap(s string, a, b Atom) string { return s[a.End:b.Start] }

// The gaps that join the parts of a date, without blanks, commas and full stops. An ordinal's ending counts as gap.
var (
	gapDayMonth  = gapSet(`- / ’ st nd rd th stof ndof rdof thof stdayof nddayof rddayof thdayof of er ère re º ª ° de di del d d' d’ d´ da do der den e ten ta го -го -е é a ème e ème日 يوم من से को ו של ב- i el i  ºde ºdi des en tháng`)
	gapMonthDay  = gapSet(`- / the st nd rd th del el la den 月 ,the`)
	gapMonthYear = gapSet(`- / of de del di do da ' ’ den i m г год года р року y en في من سنة عام में van le год, năm`)
	gapDayYear   = gapSet(`- / st nd rd th of de del d d. ' ’ 日 في st, da`)
)

func gapSet(s string) map[string]bool {
	m := map[string]bool{"": true}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// joins reports whether a gap is one of the given, once blanks, commas and full stops are left out. Two line ends never
// join.
func joins(g string, of map[string]bool) bool {
	if g == "" || g == " " || g == "." || g == ". " || g == ", " {
		return true
	}
	if len(g) > 24 {
		return false
	}
	var buf [32]byte
	n := 0
	lines := 0
	for i := 0; i < len(g); i++ {
		switch c := g[i]; {
		case c == ' ' || c == ',' || c == '.' || c == '\t' || c == '\r':
		case c == '\n':
			if lines++; lines > 1 {
				return false
			}
		case c == 0xc2 && i+1 < len(g) && g[i+1] == 0xa0: // a non-breaking space
			i++
		case c >= 'A' && c <= 'Z':
			buf[n] = c | 0x20
			n++
		default:
			buf[n] = c
			n++
		}
	}
	return of[string(buf[:n])]
}

// rangeOrList reports whether a gap goes on to another day: "May 24-25", "May 24 and 25".
func rangeOrList(g string) bool {
	switch strings.TrimSpace(g) {
	case "-", "–", "—", "and", "to", "und", "bis", "et", "y":
		return true
	}
	return false
}

// decimal reports whether a number goes on behind end: "May 25.5", "May 10,000", "May 5:30".
func decimal(s string, end int) bool {
	return end+1 < len(s) && (s[end] == '.' || s[end] == ',' || s[end] == ':' || s[end] == '%') && s[end+1]-'0' < 10
}
