// Package dates finds the dates that stand in a text, whatever the language: 25.05.2016, "May 24", "3 de mayo de 2016",
// 2016年5月25日, with clock and zone where they follow. Strings go in, stamps with byte offsets come out; which of them
// says when an article was published, or what a user asked for, is for others to decide. It imports corpus and text.
package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// A Stamp is a date as it stands in a text: bytes start to end of the string that was scanned.
type Stamp struct {
	Start, End       int
	Year, Month, Day int // 0 where it does not say
	Clock            time.Duration
	Zone             *time.Location // nil where it states none
	HasClock         bool
	Numeric          bool // written in digits alone
	Swapped          bool // day and month could change places: "1/5/2016"
	Short            bool // a year of two digits
	Slashed          bool // the order of day and month is a custom of the country
}

// An Atom is a number or the name of a month; all between two atoms is their gap.
type Atom struct {
	Start, End int
	Value      int
	Digits     int // 0 for a month
}

// Scan finds the dates in s, in order, none overlapping. dayFirst settles what "1/5/2016" says where nothing else does.
func Scan(s string, dayFirst bool) []Stamp {
	var found []Stamp
	var window [4]Atom
	atoms := Atoms(s, make([]Atom, 0, 8+len(s)/48))
	for i := 0; i < len(atoms); {
		n := copy(window[:], atoms[i:])
		st, used := match(s, window[:n], dayFirst)
		if used == 0 {
			i++
			continue
		}
		i += used
		st.readClock(s)
		for i < len(atoms) && atoms[i].Start < st.End { // the clock's numbers
			i++
		}
		found = append(found, st)
	}
	return found
}

// Atoms appends the numbers and months of s to atoms.
func Atoms(s string, atoms []Atom) []Atom {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c-'0' < 10:
			a := Number(s, i)
			atoms, i = append(atoms, a), a.End
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf:
			if a, ok := Month(s, i); ok {
				atoms, i = append(atoms, a), a.End
				continue
			}
			if a := Number(s, i); a.Digits > 0 {
				atoms, i = append(atoms, a), a.End
				continue
			}
			i = WordEnd(s, i)
		default:
			i++
		}
	}
	return atoms
}

// WordEnd gives where the word at i ends, so that no month is read out of its middle ("dismay"). Han and Kana have no
// word ends: there it is one rune.
func WordEnd(s string, i int) int {
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

// Month reads the name of a month at i.
func Month(s string, i int) (Atom, bool) {
	if s[i] < utf8.RuneSelf && !monthStarts[s[i]|0x20] {
		return Atom{}, false
	}
	end := WordEnd(s, i)
	if end-i > text.LongestMonth || end-i < 3 {
		return Atom{}, false
	}
	var buf [text.LongestMonth + 8]byte
	low := buf[:0]
	for j, r := range s[i:end] {
		if r == utf8.RuneError || j > text.LongestMonth {
			return Atom{}, false
		}
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	if m := text.Months[string(low)]; m > 0 {
		return Atom{i, end, int(m), 0}, true
	}
	return levantMonth(s, i, end)
}

// levantMonth reads the Arabic month names of two words, كانون and تشرين, each first and second.
func levantMonth(s string, i, end int) (Atom, bool) {
	if w := s[i:end]; w != "كانون" && w != "تشرين" || end+1 >= len(s) || s[end] != ' ' {
		return Atom{}, false
	}
	next := WordEnd(s, end+1)
	m := text.Months[s[i:end]+s[end+1:next]]
	return Atom{i, next, int(m), 0}, m > 0
}

// monthStarts has the letters that ASCII names of months begin with.
var monthStarts = func() (t [256]bool) {
	for name := range text.Months {
		t[name[0]] = true
	}
	return t
}()

// Number reads digits of any script at i, and Han numerals in front of 年, 月 and 日.
func Number(s string, i int) Atom {
	a := Atom{Start: i, End: i}
	for a.End < len(s) {
		c := s[a.End]
		if c-'0' < 10 {
			a.push(int(c-'0'), 1)
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[a.End:])
		d, ok := digit(r)
		if !ok {
			break
		}
		a.push(d, n)
	}
	if a.Digits == 0 {
		return hanNumber(s, i)
	}
	return a
}

func (a *Atom) push(digit, bytes int) {
	a.End += bytes
	a.Digits++
	if a.Digits < 15 {
		a.Value = a.Value*10 + digit
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
func hanNumber(s string, i int) Atom {
	const digits = "〇一二三四五六七八九"
	a := Atom{Start: i, End: i}
	ten, tens, ones, plain := false, 0, 0, 0
	for a.End < len(s) {
		r, n := utf8.DecodeRuneInString(s[a.End:])
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
			if a.Digits > 0 && !strings.ContainsRune("年月日号號", r) {
				a.Digits = 0
			}
			if ten {
				plain, a.Digits = tens*10+ones, min(a.Digits, 2)
			}
			a.Value = plain
			return a
		}
		if a.Digits++; a.Digits > 4 {
			break
		}
		a.End += n
	}
	a.Digits = 0
	return a
}
