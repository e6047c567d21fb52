package query

import (
	"errors"
	"strings"
)

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
		speaker, ok := p.fact(patterned("speaker", s)).(Value)
		if !ok {
			return nil
		}
		all[i] = Said{&speaker, words}
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
		if s, ok := p.slashed(); ok {
			name = append(name, s)
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
