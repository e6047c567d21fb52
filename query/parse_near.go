package query

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
