package term

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/xrash/smetrics"
)

// Width is the number of terminal cells that s takes, by grapheme, our colour sequences not counted.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut shortens s to at most n cells, with an ellipsis where something was cut off. It splits no grapheme; n below 1
// means no limit.
func Cut(s string, n int) string {
	if n < 1 {
		return s
	}
	return ansi.Truncate(s, n, "…")
}

// PadRight fills s with spaces to n cells; PadLeft puts them in front.
func PadRight(s string, n int) string { return s + strings.Repeat(" ", max(0, n-Width(s))) }

// PadLeft fills s with spaces in front to n cells.
func PadLeft(s string, n int) string { return strings.Repeat(" ", max(0, n-Width(s))) + s }

// tail keeps the last n cells of s, and says whether something was cut off.
func tail(s string, n int) (string, bool) {
	var parts []string
	for g := graphemes.FromString(s); g.Next(); {
		parts = append(parts, g.Value())
	}
	from, cells := len(parts), 0
	for from > 0 && cells+Width(parts[from-1]) <= n {
		from--
		cells += Width(parts[from])
	}
	return strings.Join(parts[from:], ""), from > 0
}

// head keeps the first n cells of s, and says whether something was cut off.
func head(s string, n int) (string, bool) {
	cells, end := 0, 0
	for g := graphemes.FromString(s); g.Next(); {
		if cells += Width(g.Value()); cells > n {
			return s[:end], true
		}
		end = g.End()
	}
	return s, false
}

// Lines are broken neither at a hyphen, where the library would part --prune and 2-1/2, nor before the dot between two
// facts. Characters for private use, which no text means anything by, stand for them meanwhile.
var (
	hideBreaks = strings.NewReplacer("-", "\ue000", " ·", "\ue001·")
	showBreaks = strings.NewReplacer("\ue000", "-", "\ue001", " ")
)

// Wrap breaks s, behind a label, into lines of at most n cells at spaces, and gives those behind the first the indent.
// Where n is below 1 nothing is broken: output that is piped is never wrapped.
func Wrap(label, s string, n int, indent string) string {
	if n < 1 {
		return label + s
	}
	room := max(n-max(Width(label), Width(indent)), 10)
	lines := showBreaks.Replace(ansi.Wrap(hideBreaks.Replace(s), room, ""))
	return label + strings.ReplaceAll(lines, "\n", "\n"+indent)
}

// Isolate wraps text with letters of right-to-left scripts so that it cannot turn around what stands beside it.
func Isolate(s string) string {
	if !hasRightToLeft(s) {
		return s
	}
	return "\u2068" + s + "\u2069"
}

func hasRightToLeft(s string) bool {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
	}
	return false
}

// Nearest gives the one of names that is within two letters of typed and shares half of it, "" where none is.
func Nearest(typed string, names []string) string {
	best, at := 3, ""
	for _, n := range names {
		if d := smetrics.WagnerFischer(typed, n, 1, 1, 1); d < best && 2*d <= len(typed) {
			best, at = d, n
		}
	}
	return at
}
