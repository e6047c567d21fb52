package query

import (
	"strconv"
	"strings"
)

// item reads one thing and its suffixes.
func (p *parser) item() Node {
	if p.err != nil || p.done() {
		return nil
	}
	if p.depth++; p.depth > queryDepth {
		return p.refuse("nested deeper than %d", queryDepth)
	}
	defer func() { p.depth-- }()
	if p.clauses++; p.clauses > queryClauses {
		return p.refuse("more than %d clauses", queryClauses)
	}
	n := p.primary()
	for n != nil && p.err == nil {
		m := p.match(suffixOp)
		if m == nil {
			break
		}
		n = p.suffixed(n, m)
	}
	return n
}

func (p *parser) primary() Node {
	if m := p.match(atLeastOp); m != nil {
		count, _ := strconv.Atoi(m[1])
		return p.atLeast(p.group(), count)
	}
	if p.field.kind == textField && !p.speech && p.match(saidOp) != nil {
		return p.said()
	}
	if p.take("(") {
		return p.group()
	}
	if p.field.kind == textField {
		if n := p.regexp(); n != nil || p.err != nil {
			return n
		}
	}
	exact := false
	if rest := strings.TrimLeft(p.rest(), "="); len(rest) < len(p.rest()) {
		exact, p.at = true, len(p.s)-len(rest)
	}
	if s, ok := p.phrase(); ok {
		return p.leaf(s, true, exact)
	}
	if !exact {
		if n, ok := p.named(); ok {
			return n
		}
	}
	return p.word(exact)
}

// group reads what stands behind an opening bracket.
func (p *parser) group() Node {
	n := p.or()
	if !p.take(")") && p.err == nil {
		p.note("a bracket that was not closed ends with the query")
	}
	return n
}

// phrase reads what stands in quotation marks.
func (p *parser) phrase() (string, bool) {
	s, closed, ok := p.quotation()
	if ok && !closed {
		p.note("a quotation mark that was not closed ends with the query")
	}
	return s, ok
}

// named reads a field and its value. A word that is no field, before a colon, is text.
func (p *parser) named() (Node, bool) {
	at := p.at
	m := p.match(fieldOp)
	if m == nil {
		return nil, false
	}
	name := strings.ToLower(m[1])
	f, known := fields[name]
	rest := p.rest()
	apart := rest == "" || strings.ContainsAny(rest[:1], " \t\n)")
	switch {
	case known && apart && len(name) >= 4 && strings.TrimSpace(rest) != "":
		p.note("%s: was read with what follows the space", name)
		p.space()
	case apart || strings.HasPrefix(rest, "//"):
		if known && strings.TrimSpace(rest) == "" {
			p.note("%s: with nothing behind it was read as a word", name)
		}
		p.at = at
		return nil, false
	case !known:
		if nearest, ok := misspelt(name); ok {
			return p.fail(&FieldError{m[1], nearest}), true
		}
		p.at = at
		return nil, false
	}
	if p.speech && f.kind != textField && f.kind != regionField {
		return p.refuse("said(…) takes words, no %s:", name), true
	}
	return p.valued(f), true
}

// valued reads the value of a field: a word, a phrase or a group.
func (p *parser) valued(f field) Node {
	outer := p.field
	p.field = f
	defer func() { p.field = outer }()
	switch f.kind {
	case regionField:
		p.field = outer
		return p.regional()
	case quoteField:
		p.field = field{}
		p.speech = true
		n := p.item()
		p.speech = false
		if n == nil {
			return nil
		}
		return Said{Words: n}
	}
	if !strings.HasPrefix(p.rest(), "(") {
		return p.simple()
	}
	return p.item()
}

// regional reads in:quote, which holds for its group, or in:quote(…), which holds for that.
func (p *parser) regional() Node {
	name := strings.ToLower(p.chunk())
	region := Region(name)
	switch name {
	case "quote", "narration", "lead":
	case "quotes":
		region = InQuote
	case "title", "body":
		if p.take("(") {
			outer := p.field
			p.field = fields[name]
			defer func() { p.field = outer }()
			return p.group()
		}
		fallthrough
	default:
		return p.refuse("in: knows quote, narration and lead, not %q; for places write location:%s", name, name)
	}
	if p.take("(") {
		return p.inside(p.group(), region)
	}
	if p.region != "" && p.region != region {
		return p.refuse("in:%s and in:%s in one group: write (in:%s …) (in:%s …)", p.region, region, p.region, region)
	}
	p.region = region
	return nil
}

// chunkOr reads a chunk, or skips a mark that begins none.
func (p *parser) chunkOr(skip string) string {
	if p.take(skip) {
		return ""
	}
	s := p.chunk()
	if i := strings.Index(s, ":"); i >= 0 {
		p.at -= len(s) - i - 1
		s = s[:i+1]
	}
	if s == "" && !p.done() {
		p.at++
	}
	return s
}
