package query

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/text"
)

// word reads a word that is no phrase, or several that hang together: 10:30, co-operate, https://….
func (p *parser) word(exact bool) Node {
	s := p.chunk()
	if cut := suffixesOf(s); cut != "" && len(cut) < len(s) {
		p.at -= len(cut)
		s = strings.TrimSuffix(s, cut)
	}
	return p.leaf(s, false, exact)
}

// leaf makes the node of a value in the field that is read now.
func (p *parser) leaf(s string, quoted, exact bool) Node {
	if p.field.kind == textField {
		return p.words(s, quoted, exact)
	}
	s = value(s)
	if s == "" {
		p.note("%s: with nothing behind it was ignored", p.field.name)
		return nil
	}
	switch p.field.kind {
	case dateField:
		if p.field.name == "date" && strings.EqualFold(s, "none") {
			return Date{Undated: true}
		}
		return Date{Rule: p.field.name, Text: s}
	case aroundField:
		return Around{Text: s}
	}
	v := patterned(p.field.name, s)
	if exact {
		v = Value{Field: p.field.name, Text: s, Match: Exact}
	}
	return p.fact(v)
}

// words makes a term of one word and a phrase of several. What stands in quotation marks is not stemmed.
func (p *parser) words(s string, quoted, exact bool) Node {
	if s == "*" && !quoted {
		return All{}
	}
	terms := split(s)
	if len(terms) == 0 {
		if quoted {
			p.note("quotation marks with no word between them were ignored")
		}
		return nil
	}
	if !quoted && strings.HasPrefix(s, "*") && !strings.HasPrefix(s, "**") {
		p.note("the * before %s was ignored: a pattern begins with %d letters", strings.Trim(s, "*"), patternPrefix)
	}
	match := Stem
	switch {
	case exact:
		match = Exact
	case quoted || len(terms) > 1:
		match = Surface
	}
	for i := range terms {
		if t := &terms[i]; t.Match == Stem || exact {
			t.Match = match
		}
		terms[i].In = ""
		if p.checked(terms[i]) == nil {
			return nil
		}
	}
	if len(terms) == 1 {
		t := terms[0]
		if t.In = p.field.name; t.Match == Stem && operatorWord.MatchString(t.Text) {
			t.Text = strings.ToLower(t.Text) // "AND…" is a word, and must not be printed as an operator
		}
		return t
	}
	if p.clauses += len(terms); p.clauses > queryClauses {
		return p.refuse("more than %d clauses", queryClauses)
	}
	return Phrase{In: p.field.name, Terms: terms}
}

// regexp reads /a pattern/. What is none is read as words.
func (p *parser) regexp() Node {
	at := p.at
	m := p.match(regexpOp)
	if m == nil {
		return nil
	}
	p.at = at + len(m[1]) + 2
	if !p.isPattern(m[1]) || !strings.ContainsFunc(m[1], isWordRune) && !strings.Contains(m[1], ".*") {
		p.at = at
		return nil
	}
	return p.checked(Term{In: p.field.name, Text: m[1], Match: Regexp})
}

// isPattern reports whether what stands between slashes can be read as a regular expression; else a note says why not.
func (p *parser) isPattern(s string) bool {
	_, err := syntax.Parse(s, syntax.Perl)
	if err != nil {
		p.note("/%s/ is no pattern: %s; read as words", s, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return err == nil
}

func isWordRune(c rune) bool { return unicode.In(c, unicode.L, unicode.N) }

// checked refuses a term whose pattern would match too much.
func (p *parser) checked(t Term) Node {
	if t.Match == Prefix || t.Match == Wildcard || t.Match == Regexp {
		if err := checkPattern(Pattern{t.Text, t.Match, t.Edits}); err != nil {
			return p.refuse("%s: %s", t, err)
		}
	}
	return t
}

// split reads words, and patterns among them. Wildcards that a word begins with, and a `?` that it ends with or that
// too little stands before, are punctuation.
func split(s string) []Term {
	if !strings.ContainsAny(s, "*?") {
		return plain(s)
	}
	var terms []Term
	for _, piece := range strings.FieldsFunc(s, isBetween) {
		s := trimEnd(strings.TrimLeft(piece, "*?"+joiners))
		switch at := strings.IndexAny(s, "*?"); {
		case at < 0, s[at] == '?' && !strings.ContainsRune(s, '*') && utf8.RuneCountInString(s[:at]) < patternPrefix:
			terms = append(terms, plain(strings.Trim(piece, "*?"))...)
		case at == len(s)-1:
			terms = append(terms, Term{Text: s[:at], Match: Prefix})
		default:
			terms = append(terms, Term{Text: s, Match: Wildcard})
		}
	}
	return terms
}

// trimEnd takes off what a word or pattern doesn't end with, several stars too: "**bold**".
func trimEnd(s string) string {
	for {
		s = strings.TrimRight(s, "?"+joiners)
		bare := strings.TrimRight(s, "*")
		if len(s)-len(bare) < 2 {
			return s
		}
		s = bare
	}
}

// joiners stand inside words.
const joiners = "&'’."

func isBetween(c rune) bool {
	return !unicode.In(c, unicode.L, unicode.N, unicode.M) && !strings.ContainsRune("*?"+joiners, c)
}

func plain(s string) []Term {
	t := text.Read(s, "")
	terms := make([]Term, len(t.Words))
	for i := range terms {
		terms[i].Text = t.Word(i)
	}
	return terms
}

// allOf joins nodes by AND, flat; nils are left out.
func allOf(ns ...Node) Node {
	var all []Node
	for _, n := range ns {
		switch n := n.(type) {
		case nil:
		case And:
			all = append(all, n.Nodes...)
		default:
			all = append(all, n)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return And{all}
}

// anyOf joins nodes by OR, flat; nils are left out.
func anyOf(ns ...Node) Node {
	var all []Node
	for _, n := range ns {
		switch n := n.(type) {
		case nil:
		case Or:
			all = append(all, n.Nodes...)
		default:
			all = append(all, n)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return Or{all}
}
