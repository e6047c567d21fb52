package query

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/corpus/text"
)

// The limits of a query, so that none can occupy the machine.
const (
	queryBytes   = 4 << 10
	queryDepth   = 20
	queryClauses = 1024
)

// A ParseError says why a query can't be read.
type ParseError struct{ Reason string }

func (e *ParseError) Error() string { return "query: " + e.Reason }

// Parse reads the query language (see GRAMMAR.md). Odd punctuation never fails: notes say how it was read. An error
// is a *ParseError or, for a misspelt field, a *FieldError. What Parse gives, printed and parsed again, is the same.
func Parse(s string) (Node, []string, error) {
	if len(s) > queryBytes {
		return nil, nil, &ParseError{fmt.Sprintf("longer than %d bytes", queryBytes)}
	}
	s = strings.ToValidUTF8(s, " ")
	if strings.TrimSpace(s) == "" {
		return All{}, nil, nil
	}
	p := &parser{reader: reader{s: s}}
	n := p.or()
	for !p.done() && p.err == nil {
		p.take(")")
		p.note("a closing bracket that closes nothing was ignored")
		n = allOf(n, p.or())
	}
	if p.err != nil {
		return nil, p.notes, p.err
	}
	if n == nil {
		p.note("there is no word in the query")
		n = Nothing{}
	}
	return n, p.notes, nil
}

// ParseAny reads plain words, no operators, as alternatives. Function words are left out where other words stay.
func ParseAny(s string) (Node, error) {
	if len(s) > queryBytes {
		return nil, &ParseError{fmt.Sprintf("longer than %d bytes", queryBytes)}
	}
	if s == strings.ToUpper(s) {
		s = strings.ToLower(s) // in a question all in capitals, IT and WHO are no acronyms
	}
	t := text.Read(s, "")
	var terms, all []Node
	for i := range t.Words {
		w := Term{Text: t.Word(i)}
		all = append(all, w)
		if !text.IsFunctionWord(text.Fold(w.Text)) {
			terms = append(terms, w)
		}
	}
	if len(all) == 0 {
		return Nothing{}, nil
	}
	if len(terms) == 0 {
		terms = all
	}
	return anyOf(distinct(terms)...), nil
}

func distinct(ns []Node) []Node {
	seen := map[string]bool{}
	out := ns[:0]
	for _, n := range ns {
		if k := n.String(); !seen[k] {
			seen[k] = true
			out = append(out, n)
		}
	}
	return out
}

// A parser reads by recursive descent: or > and > near > item. Its methods give nil where nothing stands.
type parser struct {
	reader
	field   field // of the words read now
	speech  bool  // inside said(…)
	region  Region
	depth   int
	clauses int
	notes   []string
	err     error
}

func (p *parser) note(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	for _, n := range p.notes {
		if n == s {
			return
		}
	}
	p.notes = append(p.notes, s)
}

func (p *parser) fail(err error) Node {
	if p.err == nil {
		p.err = err
	}
	p.at = len(p.s)
	return nil
}

func (p *parser) refuse(format string, args ...any) Node {
	return p.fail(&ParseError{fmt.Sprintf(format, args...)})
}

// or reads alternatives up to a closing bracket. A region named in them, in:quote, holds for all of them.
func (p *parser) or() Node {
	outer := p.region
	p.region = ""
	var all []Node
	mixed := false
	for p.err == nil {
		n := p.and()
		if n != nil {
			all = append(all, n)
		}
		if p.space(); p.operator(orOp) == nil {
			break
		}
		_, isAnd := n.(And)
		mixed = mixed || isAnd
	}
	if len(all) > 1 {
		_, isAnd := all[len(all)-1].(And)
		if mixed || isAnd {
			p.note("OR joins all that stands on either side: read as %s", anyOf(all...))
		}
	}
	n := anyOf(all...)
	if p.region != "" {
		n = p.inside(n, p.region)
	}
	p.region = outer
	return n
}

// inside puts a question in a region of the text.
func (p *parser) inside(n Node, r Region) Node {
	if n == nil {
		if r == InQuote {
			return Said{}
		}
		return nil
	}
	return p.push(n, func(n Node) Node { return Within{n, r} })
}

// push applies wrap to the smallest parts that can stand in a region: below AND, OR, NOT, boosts and at-least.
func (p *parser) push(n Node, wrap func(Node) Node) Node {
	switch n := n.(type) {
	case And:
		return And{p.pushAll(n.Nodes, wrap)}
	case Or:
		return Or{p.pushAll(n.Nodes, wrap)}
	case Not:
		return Not{p.push(n.Node, wrap)}
	case Boost:
		return Boost{p.push(n.Node, wrap), n.By}
	case AtLeast:
		return AtLeast{p.push(n.Node, wrap), n.N}
	case Term, Phrase, Near, Within:
		return wrap(n)
	}
	return n
}

func (p *parser) pushAll(ns []Node, wrap func(Node) Node) []Node {
	out := make([]Node, len(ns))
	for i, n := range ns {
		out[i] = p.push(n, wrap)
	}
	return out
}

// and reads what stands side by side up to OR or a closing bracket.
func (p *parser) and() Node {
	var all []Node
	for p.err == nil {
		p.space()
		if p.done() || strings.HasPrefix(p.rest(), ")") {
			break
		}
		if p.operator(andOp) != nil {
			continue
		}
		if at := p.at; p.operator(orOp) != nil {
			if len(all) > 0 {
				p.at = at
				break
			}
			p.note("an OR with nothing before it was ignored")
			continue
		}
		at := p.at
		if op, ok := p.reader.near(); ok {
			p.note("%s with nothing before it was ignored", op.operator())
			continue
		}
		if n := p.not(); n != nil {
			all = append(all, n)
		}
		if p.at == at && p.err == nil {
			p.at += utf8Len(p.rest()) // a mark that begins nothing
		}
	}
	return allOf(all...)
}

// utf8Len is the length of the first rune.
func utf8Len(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// not reads an item with what stands before it: NOT, a dash or a plus.
func (p *parser) not() Node {
	p.space()
	negated := false
	switch {
	case p.operator(notOp) != nil:
		negated = true
	case p.dash():
		negated = true
	case strings.HasPrefix(p.rest(), "+"):
		p.at++
	default:
		return p.near()
	}
	if p.depth++; p.depth > queryDepth {
		return p.refuse("nested deeper than %d", queryDepth)
	}
	defer func() { p.depth-- }()
	n := p.not()
	if n == nil || !negated {
		return n
	}
	return negation(n)
}

func negation(n Node) Node {
	switch n.(type) {
	case All:
		return Nothing{}
	case Nothing:
		return All{}
	}
	return Not{n}
}

// dash reads a dash that stands directly before something.
func (p *parser) dash() bool {
	rest := p.rest()
	if !strings.HasPrefix(rest, "-") {
		return false
	}
	next := strings.TrimLeft(rest, "-")
	if next == "" || strings.ContainsAny(next[:1], " \t\n)") {
		return false
	}
	p.at += len(rest) - len(next)
	return true
}
