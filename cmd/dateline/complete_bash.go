package main

import (
	"strings"
	"unicode"
)

// A bashLine is a command line up to the cursor. bash gives its completers words that are split at colons and still
// hold their quotation marks, and inserts what they answer as it is.
type bashLine struct {
	words []string // behind the program's name, as the program would get them; the last one is unfinished
	kept  int      // bytes of the last word that stand before what bash replaces
	quote rune     // the quotation mark that is open at the cursor; 0 for none
}

// splitLine reads a line as the shell does; breaks are the characters that bash parts words at for completion.
func splitLine(line, breaks string) bashLine {
	var l bashLine
	var word strings.Builder
	escaped, outside := false, 0
	for _, r := range line {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && l.quote != '\'':
			escaped = true
		case l.quote != 0 && r == l.quote:
			l.quote, l.kept = 0, outside
		case l.quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			l.quote, outside, l.kept = r, l.kept, word.Len()
		case unicode.IsSpace(r):
			if word.Len() > 0 {
				l.words = append(l.words, word.String())
			}
			word.Reset()
			l.kept = 0
		default:
			word.WriteRune(r)
			if (r == ':' || r == '=') && strings.ContainsRune(breaks, r) {
				l.kept = word.Len()
			}
		}
	}
	l.words = append(l.words, word.String())[1:]
	return l
}

// dequoted is a word as a shell hands it on, of a word as it was typed.
func dequoted(typed string) string {
	words := splitLine("dateline "+typed, "").words
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ")
}

// replacements are the candidates as bash is to insert them. Where they have less in common than was typed, a blank
// one keeps bash from putting that little in its place.
func (l bashLine) replacements(candidates []string) []string {
	if len(l.words) == 0 {
		return candidates
	}
	last := l.words[len(l.words)-1]
	var list []string
	alike := true
	for _, c := range candidates {
		alike = alike && len(c) >= len(last) && strings.EqualFold(c[:len(last)], last)
		list = append(list, l.escape(c[min(l.kept, len(c)):]))
	}
	if len(list) > 1 && !alike {
		list = append(list, " ")
	}
	return list
}

// escape writes s so that the shell reads it as itself where the cursor stands.
func (l bashLine) escape(s string) string {
	if l.quote == '\'' {
		return strings.ReplaceAll(s, `'`, `'\''`)
	}
	special := " \t\"'\\$`!;&|<>()*?[]{}#~"
	if l.quote == '"' {
		special = "\"\\$`"
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
