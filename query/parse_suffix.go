package query

import (
	"strconv"
	"strings"
)

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
