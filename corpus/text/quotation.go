package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A family is a set of marks that open and close each other: writers, and programs that mend what they write, mix them.
type family uint8

const (
	noFamily   family = iota
	doubles           // “ ” „ ‟ " `` ''
	guillemets        // « » 《 》
	corners           // 「 」 『 』
	angles            // ‹ › 〈 〉
	singles           // ‘ ’ ‚ ‛ ' `
)

// A side is what a mark can do.
type side uint8

const (
	opens  side = 1
	closes side = 2
)

func familyOf(r rune) family {
	switch r {
	case '"', '“', '”', '„', '‟', '＂':
		return doubles
	case '«', '»', '《', '》':
		return guillemets
	case '「', '」', '『', '』', '｢', '｣':
		return corners
	case '‹', '›', '〈', '〉':
		return angles
	case '\'', '‘', '’', '‚', '‛', '`':
		return singles
	}
	return noFamily
}

// nature is what a mark is made for in most countries; both for the straight ones.
func nature(r rune) side {
	switch r {
	case '“', '„', '‟', '«', '《', '「', '『', '｢', '‹', '〈', '‘', '‚', '‛', '`':
		return opens
	case '”', '»', '》', '」', '』', '｣', '›', '〉', '’':
		return closes
	}
	return opens | closes
}

// A quoteMark is one quotation mark between words.
type quoteMark struct {
	start, end int32
	pos        int32 // how many words stand before it
	rune       rune
	family     family
	side       side // what its neighbours make of it; both where they do not tell
}

// mark notes the quotation mark at i, and gives the offset behind it.
func (r *reader) mark(i, n int) int {
	c, _ := utf8.DecodeRuneInString(r.raw[i:])
	f := familyOf(c)
	if f == singles && c < utf8.RuneSelf && strings.HasPrefix(r.raw[i+n:], r.raw[i:i+n]) {
		n, f = 2, doubles // '' and `` are how typewriters and old wires write double marks
	}
	r.marks = append(r.marks, quoteMark{int32(i), int32(i + n), int32(len(r.Words)), c, f, r.sideAt(i, i+n)})
	return i + n
}

// sideAt judges marks by what stands around them and the marks beside them: they open behind a space and close before one,
// they open at a line's start and close at its end.
func (r *reader) sideAt(start, end int) side {
	before, after := r.beside(start, end)
	free, ended := before == 0 || isLoose(before) || strings.ContainsRune("([{=>", before),
		after == 0 || isLoose(after) || strings.ContainsRune(",.;:!?)]}<…，。", after)
	starts, ends := before == 0 || before == '\n', after == 0 || after == '\n' || after == '\r'
	switch {
	case free && !ended, starts && !ends:
		return opens
	case ended && !free, ends && !starts:
		return closes
	}
	return opens | closes
}

// beside gives the runes before and behind raw[start:end], looking past up to three quotation marks; 0 at either end of
// the text.
func (r *reader) beside(start, end int) (before, after rune) {
	for range 3 {
		c, n := utf8.DecodeLastRuneInString(r.raw[:start])
		if before = c; n == 0 {
			before = 0
		}
		if start -= n; familyOf(c) == noFamily {
			break
		}
	}
	for range 3 {
		c, n := utf8.DecodeRuneInString(r.raw[end:])
		if after = c; n == 0 {
			after = 0
		}
		if end += n; familyOf(c) == noFamily {
			break
		}
	}
	return before, after
}

// isLoose reports whether a rune leaves a mark beside it free.
func isLoose(r rune) bool {
	return unicode.IsSpace(r) || r == '—' || r == '–' || r == '-' || r == '/'
}
