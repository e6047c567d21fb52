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
	st, at, ok := dateAmong(u, from)
	if !ok {
		return
	}
	certain := float32(.88)
	if st.day == 0 {
		certain = .5
	}
	s.add(st, span.Part, span.Start+at, "date/address", certain*min(1, trust+.07))
}

// dateAmong finds the first date among the steps and words of an address or a path.
func dateAmong(u string, from int) (st stamp, at int, ok bool) {
	for at = from; at < len(u); at++ {
		if u[at]-'0' > 9 || at > 0 && !strings.ContainsRune("/-_.= ", rune(u[at-1])) {
			continue
		}
		if st, ok = addressDate(u[at:]); ok {
			return st, at, true
		}
	}
	return stamp{}, 0, false
}

// addressDate reads a date at the start of s, in the orders that addresses use: the year is first.
func addressDate(s string) (stamp, bool) {
	atoms := atomize(s[:min(len(s), 24)], nil)
	if len(atoms) == 0 || atoms[0].start != 0 {
		return stamp{}, false
	}
	a := atoms[0]
	if a.digits == 2 && len(atoms) > 2 && atoms[1].digits == 2 && atoms[2].digits == 4 && oneMark(s, a, atoms[1]) && oneMark(s, atoms[1], atoms[2]) {
		st := stamp{day: a.value, month: atoms[1].value, year: atoms[2].value, end: atoms[2].end, numeric: true}
		return st, st.day > 12 && st.month > 0 && st.year >= 1990 && st.valid()
	}
	if a.digits == 8 {
		st, n := compact(a)
		st.end = a.end
		return st, n > 0 && st.valid() && st.year >= 1990
	}
	if a.digits != 4 || a.value < 1000 || a.value > 2099 || len(atoms) < 2 || !oneMark(s, a, atoms[1]) {
		return stamp{}, false
	}
	m := atoms[1]
	st := stamp{year: a.value, month: m.value, end: m.end, numeric: m.digits > 0}
	if m.digits > 2 || m.value == 0 || m.value > 12 {
		if m.digits == 4 { // /2016/0525/
			st.month, st.day = m.value/100, m.value%100
			return st, st.month > 0 && st.day > 0 && st.valid() && m.end < len(s) && s[m.end] == '/'
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
