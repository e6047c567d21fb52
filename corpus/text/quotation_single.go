package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Single marks are also apostrophes, and far more often. So one opens only before a word that is not clipped ('em, '90s),
// and is believed only if it is closed; and one behind an s ("the workers' rights") closes only where nothing better
// follows before the next opens.

// single takes a mark of the singles.
func (m *matcher) single(q quoteMark) {
	top := len(m.open) - 1
	isOpen := top >= 0 && m.open[top].mark.family == singles
	switch {
	case m.opensSingle(q, isOpen):
		if isOpen {
			m.endAbove(top, q)
		}
		m.push(q)
	case !isOpen || q.side == opens:
	case m.isPossessive(q):
		if m.open[top].weak.end == 0 {
			m.open[top].weak = q
		}
	default:
		m.close(top, q)
	}
}

func (m *matcher) opensSingle(q quoteMark, isOpen bool) bool {
	switch nature(q.rune) {
	case closes:
		return false
	case opens:
		if q.side == closes || isOpen && q.side != opens {
			return false
		}
	default:
		if q.side != opens {
			return false
		}
	}
	return !isClipped(m.raw[q.end:])
}

// clipped are the words that lose their beginning to an apostrophe.
var clipped = map[string]bool{"em": true, "til": true, "till": true, "tis": true, "twas": true, "cause": true, "n": true,
	"round": true, "bout": true, "cos": true, "nother": true, "s": true, "t": true, "re": true, "ve": true, "ll": true}

// isClipped reports whether a text begins with a number or a clipped word.
func isClipped(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	if end == 0 {
		c, _ := utf8.DecodeRuneInString(s)
		return unicode.IsDigit(c)
	}
	return end <= 6 && clipped[strings.ToLower(s[:end])]
}

// isPossessive reports whether a closing mark may be the apostrophe of a plural: behind an s, before a space and a small
// letter.
func (m *matcher) isPossessive(q quoteMark) bool {
	if q.start == 0 || m.raw[q.start-1]|0x20 != 's' {
		return false
	}
	after, ok := strings.CutPrefix(m.raw[q.end:], " ")
	c, _ := utf8.DecodeRuneInString(after)
	return ok && unicode.IsLetter(c)
}
