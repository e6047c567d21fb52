package extract

import (
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// address reads the day out of a web address: "/2016/05/25/", "-20160525", "/2016-05-25-", "/2016/may/25/".
func (s *dateSearch) address(u string, span corpus.Span, trust float32) {
	i := strings.Index(u, "://")
	if i < 0 {
		return
	}
	slash := strings.IndexByte(u[i+3:], '/')
	if slash < 0 {
		return
	}
	from := i + 3 + slash
	st, at, ok := dateAmong(u, from)
	if !ok {
		return
	}
	certain := float32(.88)
	if st.Day == 0 {
		certain = .5
	}
	s.add(st, span.Part, span.Start+at, "date/address", certain*min(1, trust+.07))
}

// dateAmong finds the first date among the steps and words of an address or a path.
func dateAmong(u string, from int) (st dates.Stamp, at int, ok bool) {
	for at = from; at < len(u); at++ {
		if u[at]-'0' > 9 || at > 0 && !strings.ContainsRune("/-_.= ", rune(u[at-1])) {
			continue
		}
		if st, ok = addressDate(u[at:]); ok {
			return st, at, true
		}
	}
	return dates.Stamp{}, 0, false
}

// addressDate reads a date at the start of s, in the orders that addresses use: the year is first.
func addressDate(s string) (dates.Stamp, bool) {
	atoms := dates.Atoms(s[:min(len(s), 24)], nil)
	if len(atoms) == 0 || atoms[0].Start != 0 {
		return dates.Stamp{}, false
	}
	a := atoms[0]
	if a.Digits == 2 && len(atoms) > 2 && atoms[1].Digits == 2 && atoms[2].Digits == 4 && oneMark(s, a, atoms[1]) && oneMark(s, atoms[1], atoms[2]) {
		st := dates.Stamp{Day: a.Value, Month: atoms[1].Value, Year: atoms[2].Value, End: atoms[2].End, Numeric: true}
		return st, st.Day > 12 && st.Month > 0 && st.Year >= 1990 && st.Valid()
	}
	if a.Digits == 8 {
		st, n := dates.Compact(a)
		st.End = a.End
		return st, n > 0 && st.Valid() && st.Year >= 1990
	}
	if a.Digits != 4 || a.Value < 1000 || a.Value > 2099 || len(atoms) < 2 || !oneMark(s, a, atoms[1]) {
		return dates.Stamp{}, false
	}
	m := atoms[1]
	st := dates.Stamp{Year: a.Value, Month: m.Value, End: m.End, Numeric: m.Digits > 0}
	if m.Digits > 2 || m.Value == 0 || m.Value > 12 {
		if m.Digits == 4 { // /2016/0525/
			st.Month, st.Day = m.Value/100, m.Value%100
			return st, st.Month > 0 && st.Day > 0 && st.Valid() && m.End < len(s) && s[m.End] == '/'
		}
		return dates.Stamp{}, false
	}
	if len(atoms) > 2 && oneMark(s, m, atoms[2]) && atoms[2].Digits > 0 && atoms[2].Digits <= 2 && atoms[2].Value > 0 {
		st.Day, st.End = atoms[2].Value, atoms[2].End
	}
	if !st.Valid() {
		st.Day, st.End = 0, m.End
	}
	return st, st.Day > 0 || m.End < len(s) && s[m.End] == '/'
}

func oneMark(s string, a, b dates.Atom) bool {
	return b.Start == a.End+1 && (s[a.End] == '/' || s[a.End] == '-' || s[a.End] == '_' || s[a.End] == '.')
}

// ofSeconds reads a number of seconds, or of milliseconds, since 1970.
func ofSeconds(a dates.Atom) dates.Stamp {
	sec := int64(a.Value)
	if a.Digits == 13 {
		sec /= 1000
	}
	t := time.Unix(sec, 0).UTC()
	return dates.Stamp{End: a.End, Year: t.Year(), Month: int(t.Month()), Day: t.Day(), HasClock: true, Zone: time.UTC, Numeric: true,
		Clock: time.Duration(t.Hour()*3600+t.Minute()*60+t.Second()) * time.Second}
}
