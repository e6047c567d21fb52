package query

import (
	"cmp"
	"math"
	"slices"
)

// How much nearness is worth. Chosen on the odd halves of TIME, Cranfield and of headlines and half-remembered sentences
// of a news wire; widths of 6 to 20, powers of 3 to 5 and depths of 50 to 1,000 did nearly as well.
const (
	nearDepth  = 100 // how many of the best articles are looked at
	nearWeight = 1.5 // of the question's own weight, where all of it stands together
	nearPower  = 3   // of the share that does: half of a question is found together by chance
	nearTitle  = 1.3 // a headline is about nothing else
	nearWidth  = 10  // words that count as together, at least
	nearSpread = 2   // and for long questions for each of their parts
)

// Nearness says how much of a question stands together in an article: a few words of one sentence say more than the
// same words pages apart. (After the passages and windows that Tao and Zhai 2007 compare.)
type Nearness struct {
	parts   []Node
	weights []float64
	all     float64
	width   int
}

// NearnessOf prepares a planned question, nil where it has fewer than two parts that stand somewhere. idf weighs a term
// as Weight wants it.
func NearnessOf(n Node, idf func(Term) float64) *Nearness {
	parts := positive(n, nil)
	if len(parts) < 2 {
		return nil
	}
	near := &Nearness{parts: parts, width: max(nearWidth, nearSpread*len(parts))}
	for _, p := range parts {
		w := Weight(p, idf)
		near.weights = append(near.weights, w)
		near.all += w
	}
	return near
}

// Score is what an article gains, 0 to 3.3 times the weight of the question: by the heaviest run of words that it has.
func (n *Nearness) Score(p Positions) float64 {
	title, body := n.heaviest("title", p), n.heaviest("body", p)
	share := max(nearTitle*title, body)
	if share == 0 {
		return 0
	}
	return nearWeight * n.all * math.Pow(share/n.all, nearPower)
}

// heaviest is the greatest weight of different parts that begin within one width of a field.
func (n *Nearness) heaviest(field string, p Positions) float64 {
	type found struct{ at, part int }
	var all []found
	for i, part := range n.parts {
		for _, o := range SpansIn(part, field, p) {
			all = append(all, found{o.Start, i})
		}
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.part, b.part)) })
	inside := make([]int, len(n.parts)) // how often each part stands in the run that ends here
	heaviest, sum, from := 0.0, 0.0, 0
	for _, f := range all {
		for ; all[from].at <= f.at-n.width; from++ {
			if gone := all[from].part; inside[gone] == 1 {
				sum -= n.weights[gone]
			}
			inside[all[from].part]--
		}
		if inside[f.part]++; inside[f.part] == 1 {
			sum += n.weights[f.part]
		}
		heaviest = max(heaviest, sum)
	}
	return heaviest
}
