package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain text comes in three ways: paragraphs between blank lines, a paragraph a line, and lines wrapped at a width, with
// or without blank lines. A line is wrapped where the next line's first word would not have fitted on it.

// A line is the bytes [start, end) of a text without its end of line and the spaces before that.
type line struct {
	start, end int
	width      int // runes
}

// widest is the longest line that a program or a person wraps by hand; longer ones are whole paragraphs.
const widest = 120

// paragraphs fills breaks with the offsets where paragraphs begin, but the first.
func (r *reader) paragraphs() {
	if !strings.ContainsAny(r.raw, "\n\r") {
		return
	}
	width := r.wrapWidth()
	var last line
	blank := true
	r.lines(func(l line) {
		if l.end == l.start {
			blank = true
			return
		}
		if last.end > 0 && (blank || !r.wrapped(last, l, width)) {
			r.breaks = append(r.breaks, int32(l.start))
		}
		last, blank = l, false
	})
}

// lines gives each line.
func (r *reader) lines(give func(line)) {
	for i := 0; i < len(r.raw); {
		end := strings.IndexAny(r.raw[i:], "\n\r")
		next := i + end + 1
		if end < 0 {
			next = len(r.raw)
			end = next - i
		}
		s := strings.TrimRightFunc(r.raw[i:i+end], unicode.IsSpace)
		give(line{i, i + len(s), utf8.RuneCountInString(s)})
		if next < len(r.raw) && r.raw[next-1] == '\r' && r.raw[next] == '\n' {
			next++
		}
		i = next
	}
}

// wrapWidth is the width that the text is wrapped at, 0 where it is not: where one line in ten is longer than anyone
// wraps.
func (r *reader) wrapWidth() (width int) {
	long, short := 0, 0
	r.lines(func(l line) {
		if l.width > widest {
			long++
		} else if l.width > 0 {
			short++
			width = max(width, l.width)
		}
	})
	if long*10 >= long+short {
		return 0
	}
	return width
}

// wrapped reports whether line b goes on with the paragraph of line a, which stands right above it.
func (r *reader) wrapped(a, b line, width int) bool {
	text := r.raw[b.start:b.end]
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(first) && width > 0 {
		if strings.HasPrefix(text, "  ") || first == '\t' { // indented: a new paragraph
			return false
		}
	}
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if midSentence(r.raw[a.start:a.end], text) {
		return true
	}
	if width < 40 {
		return false
	}
	word := text
	if i := strings.IndexByte(text, ' '); i >= 0 {
		word = text[:i]
	}
	return a.width+1+utf8.RuneCountInString(word) > width
}

// midSentence reports whether a line break stands inside a sentence: nothing is ended above it, and a small letter
// follows. Pages whose links stood on lines of their own are cut so.
func midSentence(above, below string) bool {
	last, _ := utf8.DecodeLastRuneInString(above)
	first, _ := utf8.DecodeRuneInString(below)
	return unicode.IsLower(first) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',')
}
