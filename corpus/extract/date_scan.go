package extract

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// A stamp is a date as it stands in a text: bytes start to end of the string that was scanned.
type stamp struct {
	start, end       int
	year, month, day int // 0 where it does not say
	clock            time.Duration
	zone             *time.Location // nil where it states none
	hasClock         bool
	numeric          bool // written in digits alone
	swapped          bool // day and month could change places: "1/5/2016"
	short            bool // a year of two digits
	slashed          bool // the order of day and month is a custom of the country
}

// An atom is a number or the name of a month; all between two atoms is their gap.
type atom struct {
	start, end int
	value      int
	digits     int // 0 for a month
}

// scan finds the dates in s, in order, none overlapping. dayFirst settles what "1/5/2016" says where nothing else does.
func scan(s string, dayFirst bool) []stamp {
	var found []stamp
	var window [4]atom
	atoms := atomize(s, make([]atom, 0, 8+len(s)/48))
	for i := 0; i < len(atoms); {
		n := copy(window[:], atoms[i:])
		st, used := match(s, window[:n], dayFirst)
		if used == 0 {
			i++
			continue
		}
		i += used
		st.readClock(s)
		for i < len(atoms) && atoms[i].start < st.end { // the clock's numbers
			i++
		}
		found = append(found, st)
	}
	return found
}

// atomize appends the numbers and months of s to atoms.
func atomize(s string, atoms []atom) []atom {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c-'0' < 10:
			a := number(s, i)
			atoms, i = append(atoms, a), a.end
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf:
			if a, ok := month(s, i); ok {
				atoms, i = append(atoms, a), a.end
				continue
			}
			if a := number(s, i); a.digits > 0 {
				atoms, i = append(atoms, a), a.end
				continue
			}
			i = skipWord(s, i)
		default:
			i++
		}
	}
	return atoms
}

// skipWord gives where the word at i ends, so that no month is read out of its middle ("dismay"). Han and Kana have no
// word ends: there it is one rune.
func skipWord(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	i += n
	if r >= 0x2e80 && r < 0xac00 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return i
	}
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0x2e80 && r < 0xac00 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += n
	}
	return i
}

// month reads the name of a month at i.
func month(s string, i int) (atom, bool) {
	if s[i] < utf8.RuneSelf && !monthStarts[s[i]|0x20] {
		return atom{}, false
	}
	end := skipWord(s, i)
	if end-i > text.LongestMonth || end-i < 3 {
		return atom{}, false
	}
	var buf [text.LongestMonth + 8]byte
	low := buf[:0]
	for j, r := range s[i:end] {
		if r == utf8.RuneError || j > text.LongestMonth {
			return atom{}, false
		}
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	if m := text.Months[string(low)]; m > 0 {
		return atom{i, end, int(m), 0}, true
	}
	return levantMonth(s, i, end)
}

// levantMonth reads the Arabic month names of two words, كانون and تشرين, each first and second.
func levantMonth(s string, i, end int) (atom, bool) {
	if w := s[i:end]; w != "كانون" && w != "تشرين" || end+1 >= len(s) || s[end] != ' ' {
		return atom{}, false
	}
	next := skipWord(s, end+1)
	m := text.Months[s[i:end]+s[end+1:next]]
	return atom{i, next, int(m), 0}, m > 0
}

// monthStarts has the letters that ASCII names of months begin with.
var monthStarts = func() (t [256]bool) {
	for name := range text.Months {
		t[name[0]] = true
	}
	return t
}()

// number reads digits of any script at i, and Han numerals in front of 年, 月 and 日.
func number(s string, i int) atom {
	a := atom{start: i, end: i}
	for a.end < len(s) {
		c := s[a.end]
		if c-'0' < 10 {
			a.push(int(c-'0'), 1)
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[a.end:])
		d, ok := digit(r)
		if !ok {
			break
		}
		a.push(d, n)
	}
	if a.digits == 0 {
		return hanNumber(s, i)
	}
	return a
}

func (a *atom) push(digit, bytes int) {
	a.end += bytes
	a.digits++
	if a.digits < 15 {
		a.value = a.value*10 + digit
	}
}

// digit gives the value of a decimal digit outside ASCII: Arabic, Persian, Devanagari, full width.
func digit(r rune) (int, bool) {
	for _, zero := range [...]rune{0x660, 0x6f0, 0x966, 0x9e6, 0xff10} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// hanNumber reads 二〇一六, 十二 or 廿五 at i, where a unit of dates follows.
func hanNumber(s string, i int) atom {
	const digits = "〇一二三四五六七八九"
	a := atom{start: i, end: i}
	ten, tens, ones, plain := false, 0, 0, 0
	for a.end < len(s) {
		r, n := utf8.DecodeRuneInString(s[a.end:])
		switch k := strings.IndexRune(digits, r); {
		case r == '十':
			ten, tens, ones = true, max(ones, 1), 0
		case r == '廿':
			ten, tens, ones = true, 2, 0
		case r == '零' || r == '○':
			plain, ones = plain*10, 0
		case k >= 0:
			ones, plain = k/3, plain*10+k/3
		default:
			k = len(digits)
			if a.digits > 0 && !strings.ContainsRune("年月日号號", r) {
				a.digits = 0
			}
			if ten {
				plain, a.digits = tens*10+ones, min(a.digits, 2)
			}
			a.value = plain
			return a
		}
		if a.digits++; a.digits > 4 {
			break
		}
		a.end += n
	}
	a.digits = 0
	return a
}
