package query

import (
	"strings"
	"unicode/utf8"
)

// simple reads a value that is no group. The suffixes of a date or an address are part of it.
func (p *parser) simple() Node {
	if p.field.kind == textField {
		return p.primary()
	}
	exact := p.take("=")
	if s, ok := p.phrase(); ok {
		return p.leaf(s, true, exact)
	}
	if p.field.kind == valueField && !exact {
		if s, ok := p.slashed(); ok {
			return p.leaf(s, false, false)
		}
	}
	s := p.chunk()
	if p.field.kind == valueField {
		if cut := suffixesOf(s); cut != "" {
			p.at -= len(cut)
			s = strings.TrimSuffix(s, cut)
		}
	}
	return p.leaf(s, false, exact)
}

// slashed reads what stands between slashes, with them.
func (p *parser) slashed() (string, bool) {
	at := p.at
	m := p.match(regexpOp)
	if m == nil {
		return "", false
	}
	p.at = at + len(m[1]) + 2
	return p.s[at:p.at], true
}

// value tidies a value so that it can be printed in quotation marks.
func value(s string) string {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune(quoteMarks, c) {
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// patterned reads the stars of a value, and slashes around it. In addresses a question mark is what it is.
func patterned(field, s string) Value {
	v := Value{Field: field, Text: s}
	star := strings.IndexByte(s, '*')
	mark := strings.IndexByte(s, '?')
	switch {
	case len(s) > 2 && s[0] == '/' && s[len(s)-1] == '/' && !strings.Contains(s[1:len(s)-1], "/"):
		v.Match, v.Text = Regexp, s[1:len(s)-1]
	case star >= 0 && star == len(s)-1 && (mark < 0 || isAddress(field)):
		v.Match, v.Text = Prefix, s[:star]
	case star >= 0, mark >= 0 && mark < len(s)-1 && !isAddress(field):
		v.Match = Wildcard
	}
	return v
}

func isAddress(field string) bool { return field == "url" || field == "path" }

// fact refuses a value whose pattern says nothing or can't be read.
func (p *parser) fact(v Value) Node {
	switch {
	case v.Match == Stem || v.Match == Exact:
	case utf8.RuneCountInString(v.Text) > patternRunes:
		return p.refuse("%s: a pattern has at most %d letters", v.Field, patternRunes)
	case !strings.ContainsFunc(v.Text, isWordRune):
		return p.refuse("%s: needs a letter in its pattern", v)
	case v.Match == Regexp && !p.isPattern(v.Text):
		v.Match = Stem
	}
	return v
}

// String prints field:"text", also where it is looked up in the field's keys.
func (v Value) String() string {
	field := strings.TrimSuffix(v.Field, ".key") + ":"
	if v.Match == Exact {
		return field + `="` + v.Text + `"`
	}
	return field + v.quoted()
}

// quoted prints the value or its pattern, in quotation marks unless it is a plain word.
func (v Value) quoted() string {
	switch v.Match {
	case Prefix:
		return quoted(v.Text + "*")
	case Regexp:
		return quoted("/" + v.Text + "/")
	}
	return quoted(v.Text)
}
