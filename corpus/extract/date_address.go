package extract

import (
	"strings"
	"time"

	"dateline/corpus"
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
	for at := from; at < len(u); at++ {
		if u[at-1] != '/' && u[at-1] != '-' && u[at-1] != '_' && u[at-1] != '.' && u[at-1] != '=' || u[at]-'0' > 9 {
			continue
		}
		st, ok := addressDate(u[at:])
		if !ok {
			continue
		}
		t := float32(.88)
		if st.day == 0 {
			t = .5
		}
		s.add(st, span.Part, span.Start+at, "date/address", t*min(1, trust+.07))
		return
	}
}

// addressDate reads a date at the start of s, in the orders that addresses use: the year is first.
func addressDate(s string) (stamp, bool) {
	atoms := atomize(s[:min(len(s), 24)], nil)
	if len(atoms) == 0 || atoms[0].start != 0 {
		return stamp{}, false
	}
	a := atoms[0]
	if a.digits == 8 {
		st, n := compact(a)
		st.end = a.end
		return st, n > 0 && st.valid() && st.year >= 1990
	}
	if a.digits != 4 || a.value < 1990 || a.value > 2099 || len(atoms) < 2 || !oneMark(s, a, atoms[1]) {
		return stamp{}, false
	}
	m := atoms[1]
	st := stamp{year: a.value, month: m.value, end: m.end, numeric: m.digits > 0}
	if m.digits > 2 || m.value == 0 || m.value > 12 {
		if m.digits == 4 { // /2016/0525/
			st.month, st.day = m.value/100, m.value%100
			return st, st.month > 0 && st.day > 0 && st.valid()
		}
		return stamp{}, false
	}
	if len(atoms) > 2 && oneMark(s, m, atoms[2]) && atoms[2].digits > 0 && atoms[2].digits <= 2 && atoms[2].value > 0 {
		st.day, st.end = atoms[2].value, atoms[2].end
	}
	if !st.valid() {
		st.day, st.end = 0, m.end
	}
	return st, st.day > 0 || m.end < len(s) && s[m.end] == '/'
}

func oneMark(s string, a, b atom) bool {
	return b.start == a.end+1 && (s[a.end] == '/' || s[a.end] == '-' || s[a.end] == '_' || s[a.end] == '.')
}

// ofSeconds reads a number of seconds, or of milliseconds, since 1970.
func ofSeconds(a atom) stamp {
	sec := int64(a.value)
	if a.digits == 13 {
		sec /= 1000
	}
	t := time.Unix(sec, 0).UTC()
	return stamp{end: a.end, year: t.Year(), month: int(t.Month()), day: t.Day(), hasClock: true, zone: time.UTC, numeric: true,
		clock: time.Duration(t.Hour()*3600+t.Minute()*60+t.Second()) * time.Second}
}
