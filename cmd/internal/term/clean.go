package term

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Clean makes text from an article safe to print: every character that can drive a terminal or turn the reading order
// around is shown as \u{…} instead. Newline and tab stay, a carriage return before a newline goes, and what is not
// UTF-8 becomes U+FFFD.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		case isHostile(r):
			fmt.Fprintf(&b, `\u{%x}`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// CleanLine is Clean for what must stay on one line: runs of white space become one space.
func CleanLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Inline is Clean on one line, with the spaces at both ends kept: for the runs of a line.
func Inline(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, Clean(s))
}

func isClean(s string) bool {
	for _, r := range s {
		if isHostile(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// isHostile names C0 (but newline and tab), DEL, C1, the bidirectional overrides and isolates, the line and paragraph
// separators, annotation marks and tag characters. The plain direction marks U+200E and U+200F are ordinary Arabic and
// Hebrew and stay.
func isHostile(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r < 0x7f:
		return false
	case r <= 0x9f,
		r >= 0x2028 && r <= 0x202e,
		r >= 0x2066 && r <= 0x2069,
		r >= 0xfff9 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// NewFilter gives a writer that cleans everything written through it. A character cut in two by the writes is put
// together again; Close writes what is left of one, and does not close w.
func NewFilter(w io.Writer) io.WriteCloser { return &filter{w: w} }

type filter struct {
	w    io.Writer
	rest []byte // the beginning of a character, or a carriage return
}

func (f *filter) Write(p []byte) (int, error) {
	buf := append(f.rest, p...)
	n := wholeRunes(buf)
	_, err := io.WriteString(f.w, Clean(string(buf[:n])))
	f.rest = append([]byte(nil), buf[n:]...)
	return len(p), err
}

func (f *filter) Close() error {
	_, err := io.WriteString(f.w, Clean(string(f.rest)))
	f.rest = nil
	return err
}

// wholeRunes is the length of p without an unfinished character or carriage return at its end.
func wholeRunes(p []byte) int {
	for back := 1; back <= min(utf8.UTFMax, len(p)); back++ {
		if c := p[len(p)-back]; utf8.RuneStart(c) {
			if c == '\r' || !utf8.FullRune(p[len(p)-back:]) {
				return len(p) - back
			}
			break
		}
	}
	return len(p)
}
