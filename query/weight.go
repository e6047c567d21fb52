package query

// Weight is what a text node weighs in one field, from the weights of its terms: the score of an article for a text
// node is the sum over the fields of
//
//	fieldWeight * Weight(n) * tf * (k1 + 1) / (tf + k1*(1 - b + b*length/average))        k1 = 1.2, b = 0.75
//
// where tf is the number of the node's spans in the field (for a Term: the occurrences of all its index terms, added
// up), length is the field's number of positions in the article and average that over live articles. A term weighs
//
//	idf = ln(1 + (N - df + 0.5)/(df + 0.5))
//
// with N live articles and df those that have any of its index terms in the field (for Exact: any of its Keys,
// unverified); it weighs 0 where df is 0. A Phrase, an And and a Near weigh the sum of their parts, an Or its
// heaviest part, Within, AtLeast and Said what their words weigh. Nodes add their score where they are true: And and
// Or the sum of their true parts, Boost a multiple, Filter, Not and the facts nothing.
func Weight(n Node, idf func(Term) float64) float64 {
	sum := 0.0
	switch n := n.(type) {
	case Term:
		return idf(n)
	case Phrase:
		for _, t := range n.Terms {
			sum += idf(t)
		}
	case And:
		for _, c := range n.Nodes {
			sum += Weight(c, idf)
		}
	case Or:
		for _, c := range n.Nodes {
			sum = max(sum, Weight(c, idf))
		}
	case Near:
		return Weight(n.Left, idf) + Weight(n.Right, idf)
	case Boost:
		return n.By * Weight(n.Node, idf)
	case AtLeast:
		return Weight(n.Node, idf)
	case Within:
		return Weight(n.Node, idf)
	case Said:
		if n.Words != nil {
			return Weight(n.Words, idf)
		}
	}
	return sum
}
