package format

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reflow joins the lines of pages to paragraphs. A paragraph ends at a blank line, and at a line that ends a sentence
// well before the margin; a word cut at a line's end is whole again. Lines that head or foot most pages are dropped.
func reflow(pages []string) string {
	var lines [][]string
	for _, p := range pages {
		p = strings.ReplaceAll(strings.ReplaceAll(p, "\r\n", "\n"), "\r", "\n")
		p = strings.ReplaceAll(strings.ReplaceAll(p, "\ufffe", "-\n"), "\u0002", "-\n") // how pdfium writes a soft hyphen at an end
		lines = append(lines, strings.Split(strings.Trim(p, "\n "), "\n"))
	}
	dropRunning(lines)
	all := slices.Concat(lines...)
	margin := marginOf(all)
	var text []byte
	open := false // a paragraph is
	for _, line := range all {
		line = squeezed(line)
		if line == "" {
			open = false
			continue
		}
		switch {
		case len(text) == 0:
		case open:
			text = joint(text, line)
		default:
			text = append(text, "\n\n"...)
		}
		text = append(text, line...)
		open = utf8.RuneCountInString(line) >= margin*7/10
	}
	return string(text)
}

// joint ends a line before the next of its paragraph: with a space, or without the hyphen of a word that was cut.
func joint(text []byte, next string) []byte {
	if word, cut := bytes.CutSuffix(text, []byte("-")); cut {
		before, _ := utf8.DecodeLastRune(word)
		first, _ := utf8.DecodeRuneInString(next)
		if unicode.IsLower(before) && unicode.IsLower(first) {
			return word
		}
	}
	return append(text, ' ')
}

// marginOf is the length that one line in ten passes.
func marginOf(lines []string) int {
	var lengths []int
	for _, l := range lines {
		if n := utf8.RuneCountInString(l); n > 0 {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*9/10]
}

var number = lazily(`\d+`)

// dropRunning empties first and last lines that stand, numbers aside, on more than half of at least three pages.
func dropRunning(pages [][]string) {
	seen := map[string]int{}
	ends := func(p []string) []int {
		if len(p) < 3 {
			return nil
		}
		return []int{0, len(p) - 1}
	}
	plainLine := func(s string) string { return number().ReplaceAllString(squeezed(s), "#") }
	for _, p := range pages {
		for _, i := range ends(p) {
			seen[plainLine(p[i])]++
		}
	}
	for _, p := range pages {
		for _, i := range ends(p) {
			if n := seen[plainLine(p[i])]; n >= 3 && n*2 > len(pages) {
				p[i] = ""
			}
		}
	}
}
