package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds widens a range of words to the bytes that a reader would call theirs: opening marks before the first word, and
// stops, closing marks and other signs behind the last, up to the next space. An empty range has empty bounds.
func (t *Text) Bounds(r Range) (start, end int) {
	if r.Start >= r.End {
		start = len(t.Raw)
		if r.Start < len(t.Words) {
			start = int(t.Words[r.Start].Start)
		}
		return start, start
	}
	start = int(t.Words[r.Start].Start) - leading(t.Gap(r.Start), r.Start == 0)
	end = int(t.Words[r.End-1].End) + trailing(t.Gap(r.End), r.End == len(t.Words))
	return start, end
}

// leading is how many bytes at a gap's end belong to the word behind it.
func leading(gap string, first bool) int {
	i := strings.LastIndexFunc(gap, unicode.IsSpace)
	if i < 0 {
		if first {
			return len(gap)
		}
		return len(gap) - trailing(gap, false)
	}
	_, n := utf8.DecodeRuneInString(gap[i:])
	tail := gap[i+n:]
	if tail == "" { // French: « text »
		head := strings.TrimRightFunc(gap, unicode.IsSpace)
		if c, n := utf8.DecodeLastRuneInString(head); c == '«' && !strings.Contains(gap[len(head):], "\n") {
			return len(gap) - len(head) + n
		}
	}
	return len(tail)
}

// trailing is how many bytes at a gap's beginning belong to the word before it.
func trailing(gap string, last bool) int {
	i := strings.IndexFunc(gap, unicode.IsSpace)
	if i < 0 {
		if last {
			return len(gap)
		}
		return glued(gap)
	}
	rest := strings.TrimLeftFunc(gap[i:], unicode.IsSpace)
	if (strings.HasPrefix(rest, "»") || strings.HasPrefix(rest, ")")) && !strings.Contains(gap[:len(gap)-len(rest)], "\n") {
		return len(gap) - len(rest) + glued(rest)
	}
	return i
}

// glued is how many bytes of a gap without spaces belong to the word before it: stops and closing marks.
func glued(gap string) int {
	for i, c := range gap {
		if !strings.ContainsRune(".,;:!?…”’»)]}%。！？」』", c) && !(i > 0 && c == '"') {
			return i
		}
	}
	return len(gap)
}
