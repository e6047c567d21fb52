package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain text comes in three ways: paragraphs between blank lines, a paragraph a line, and lines wrapped at a width, with
// or without blank lines between. That a text is wrapped is seen from lines that break off inside a sentence; then
// every line ends by wrapping on which the next one's first word would not have fitted.

// A line is the bytes [start, end) of a text without its end of line and the spaces before that.
type line struct {
	start, end int
	width      int // runes
}

const (
	narrowest = 35  // a shorter line is a heading, a byline, a row
	widest    = 120 // nobody wraps by hand beyond
	ragged    = 12  // how much wrapped lines differ, about a long word
)

// paragraphs fills breaks with the offsets where paragraphs begin, but the first.
func (r *reader) paragraphs() {
	if !strings.Contains(r.raw, "\n") && !strings.Contains(r.raw, "\r") {
		return
	}
	lines := r.lines()
	width := r.wrapWidth(lines)
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.end > b.start && (a.end == a.start || !r.isWrapped(a, b, width)) {
			r.breaks = append(r.breaks, int32(b.start))
		}
	}
}

// lines are the lines of the text.
func (r *reader) lines() []line {
	lines := make([]line, 0, strings.Count(r.raw, "\n")+1)
	returns := strings.Contains(r.raw, "\r")
	for i := 0; i < len(r.raw); {
		end := strings.IndexByte(r.raw[i:], '\n')
		if returns {
			end = strings.IndexAny(r.raw[i:], "\n\r")
		}
		next := i + end + 1
		if end < 0 {
			next, end = len(r.raw), len(r.raw)-i
		}
		s := strings.TrimRightFunc(r.raw[i:i+end], unicode.IsSpace)
		lines = append(lines, line{i, i + len(s), utf8.RuneCountInString(s)})
		if returns && next < len(r.raw) && r.raw[next-1] == '\r' && r.raw[next] == '\n' {
			next++
		}
		i = next
	}
	return lines
}

// wrapWidth is the width that the text is wrapped at: that of the widest line that breaks off inside a sentence, but for
// stray ones. It is 0 where fewer than two do.
func (r *reader) wrapWidth(lines []line) int {
	var widths []int
	for i := 1; i < len(lines); i++ {
		if a := lines[i-1]; narrowest <= a.width && a.width <= widest && r.breaksOff(a, lines[i]) {
			widths = append(widths, a.width)
		}
	}
	if len(widths) < 2 {
		return 0
	}
	slices.Sort(widths)
	middle := widths[len(widths)/2]
	for widths[len(widths)-1] > middle+ragged {
		widths = widths[:len(widths)-1]
	}
	return widths[len(widths)-1]
}

// isWrapped reports whether line b goes on with the paragraph of line a, which stands right above it.
func (r *reader) isWrapped(a, b line, width int) bool {
	text := r.raw[b.start:b.end]
	if width > 0 && (strings.HasPrefix(text, "  ") || text[0] == '\t') { // indented
		return false
	}
	if r.breaksOff(a, b) {
		return true
	}
	if width == 0 || a.width < narrowest {
		return false
	}
	word := text
	if i := strings.IndexByte(text, ' '); i > 0 {
		word = text[:i]
	}
	return a.width+1+utf8.RuneCountInString(word) > width
}

// breaksOff reports whether line a ends inside a sentence that line b goes on with: nothing is ended in a, and b begins with
// a small letter. Pages whose links stood on lines of their own are cut so, too.
func (r *reader) breaksOff(a, b line) bool {
	if a.end == a.start || b.end == b.start {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(r.raw[b.start:b.end], unicode.IsSpace))
	return unicode.IsLower(first) && !isEnded(r.raw[a.start:a.end])
}

// isEnded reports whether a line ends in a stop or a rule. The stop of "U.S." ends nothing.
func isEnded(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(line)
	if last == '.' && len(line) > 3 && line[len(line)-3] == '.' {
		return false
	}
	return strings.ContainsRune(".!?…:;-—*=_|", last) || last == utf8.RuneError
}
