package query

import (
	"errors"
	"fmt"
	"strconv"
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

// near reads items joined by NEAR and its kin, from left to right.
func (p *parser) near() Node {
	left := p.item()
	for p.err == nil {
		at := p.at
		p.space()
		op, ok := p.reader.near()
		if !ok {
			p.at = at
			return left
		}
		p.space()
		right := p.item()
		if left == nil || right == nil {
			p.note("%s with nothing on one side was ignored", op.operator())
			left = allOf(left, right)
			continue
		}
		left = p.joined(op, left, right)
	}
	return left
}

// joined spreads NEAR over groups: (a b) NEAR c is a NEAR c and b NEAR c. Groups of alternatives stay whole, since
// one of them is enough.
func (p *parser) joined(op Near, left, right Node) Node {
	if p.clauses++; p.clauses > queryClauses {
		return p.refuse("more than %d clauses", queryClauses)
	}
	for _, side := range []*Node{&left, &right} {
		if and, ok := (*side).(And); ok {
			all := make([]Node, 0, len(and.Nodes))
			for _, part := range and.Nodes {
				l, r := left, right
				if side == &left {
					l = part
				} else {
					r = part
				}
				all = append(all, p.joined(op, l, r))
			}
			return allOf(all...)
		}
		if not, ok := (*side).(Not); ok {
			*side = not.Node
			n := p.joined(op, left, right)
			if n == nil {
				return nil
			}
			return Not{n}
		}
	}
	if !isText(left) || !isText(right) {
		p.note("%s needs words on both sides: read as AND", op.operator())
		return allOf(left, right)
	}
	op.Left, op.Right = left, right
	return op
}

// isText reports whether a node says where in a text.
func isText(n Node) bool {
	switch n := n.(type) {
	case Term, Phrase, Near, Within, Said:
		return true
	case AtLeast:
		return true
	case Boost:
		return isText(n.Node)
	case Or:
		for _, c := range n.Nodes {
			if !isText(c) {
				return false
			}
		}
		return true
	}
	return false
}

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

// simple reads a value that is no group. The suffixes of a date or an address are part of it.
func (p *parser) simple() Node {
	if p.field.kind == textField {
		return p.primary()
	}
	exact := p.take("=")
	if s, ok := p.phrase(); ok {
		return p.leaf(s, true, exact)
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
		return p.refuse("in:%s and in:%s in one group", p.region, region)
	}
	p.region = region
	return nil
}

// suffixed applies ~n, ^n or >=n.
func (p *parser) suffixed(n Node, m []string) Node {
	switch {
	case strings.HasPrefix(m[0], ">="):
		count, _ := strconv.Atoi(m[3])
		return p.atLeast(n, count)
	case strings.HasPrefix(m[0], "^"):
		by, _ := strconv.ParseFloat(m[2], 64)
		if by <= 0 {
			p.note("a boost of 0 was ignored")
			return n
		}
		return Boost{n, by}
	}
	return p.loose(n, m[1])
}

// loose applies ~n: to a word it means spelling, to a phrase nearness.
func (p *parser) loose(n Node, number string) Node {
	count, err := strconv.Atoi(number)
	switch n := n.(type) {
	case Term:
		if n.Match != Stem && n.Match != Surface {
			break
		}
		if err != nil || count == 0 {
			count = 1
		}
		if count > 2 {
			count = 2
			p.note("~ goes up to 2 letters: read as %s~2", n.Text)
		}
		n.Match, n.Edits = Fuzzy, count
		return n
	case Phrase:
		if err != nil {
			count = nearWords
		}
		return spread(n, count)
	}
	p.note("~ was ignored: it stands behind a word or a phrase")
	return n
}

// spread reads a phrase as its words near each other in any order.
func spread(f Phrase, within int) Node {
	n := Node(f.Terms[0])
	for _, t := range f.Terms[1:] {
		n = Near{Left: n, Right: t, Within: within}
	}
	return n
}

// atLeast spreads a number over a group, where each part must match as often.
func (p *parser) atLeast(n Node, count int) Node {
	switch n := n.(type) {
	case nil:
		return nil
	case And:
		all := make([]Node, len(n.Nodes))
		for i, c := range n.Nodes {
			all[i] = p.atLeast(c, count)
		}
		return And{all}
	case Not:
		return Not{p.atLeast(n.Node, count)}
	}
	if !isText(n) {
		p.note("a number of times was ignored: only words can be counted")
		return n
	}
	return AtLeast{n, count}
}

var errNoSpeaker = errors.New("said(speaker: words) needs a speaker or words")

// said reads what stands behind "said(": a speaker or several, a colon, and words.
func (p *parser) said() Node {
	speakers := p.speakers()
	p.space()
	var words Node
	anyone := p.take(":")
	if anyone {
		p.speech = true
		words = p.or()
		p.speech = false
	}
	if !p.take(")") && p.err == nil {
		p.note("a bracket that was not closed ends with the query")
	}
	if p.err != nil {
		return nil
	}
	if len(speakers) == 0 {
		if words == nil && !anyone {
			return p.fail(&ParseError{errNoSpeaker.Error()})
		}
		return Said{Words: words}
	}
	all := make([]Node, len(speakers))
	for i, s := range speakers {
		all[i] = Said{&Value{Field: "speaker", Text: s}, words}
	}
	return anyOf(all...)
}

// speakers reads names up to a colon or bracket, with OR between.
func (p *parser) speakers() []string {
	var names []string
	var name []string
	end := func() {
		if len(name) > 0 {
			names = append(names, strings.Join(name, " "))
		}
		name = nil
	}
	for {
		p.space()
		if p.done() || strings.ContainsAny(p.rest()[:1], ":)") {
			end()
			return names
		}
		if p.operator(orOp) != nil {
			end()
			continue
		}
		if s, ok := p.phrase(); ok {
			if s = value(s); s != "" {
				name = append(name, s)
			}
			continue
		}
		s, _, cut := strings.Cut(p.chunkOr("("), ":")
		if cut {
			p.at = strings.LastIndex(p.s[:p.at], ":")
		}
		if s = value(s); s != "" {
			name = append(name, s)
		}
	}
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
