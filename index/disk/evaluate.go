package disk

import (
	"fmt"
	"slices"

	"dateline/corpus/text"
	"dateline/query"
)

// evaluate finds what a node is true of. within, where it is not nil, bounds the articles that matter: the answer is
// right for those and may leave out others. Scores are only made where they are wanted.
func (s *search) evaluate(n query.Node, within result, scored bool) (result, error) {
	switch n := n.(type) {
	case query.All:
		return s.all(within), nil
	case query.Nothing:
		return s.none(), nil
	case query.And:
		return s.and(n.Nodes, within, scored)
	case query.Or:
		return s.or(n.Nodes, within, scored)
	case query.Not:
		found, err := s.evaluate(n.Node, within, false)
		if err != nil {
			return nil, err
		}
		return each(s.all(within), found, subtract), nil
	case query.Boost:
		found, err := s.evaluate(n.Node, within, scored)
		for _, h := range found {
			for i := range h.scores {
				h.scores[i] *= n.By
			}
		}
		return found, err
	case query.Filter:
		return s.evaluate(n.Node, within, false)
	case query.Term:
		if isWord(n) {
			return s.term(n, within, scored)
		}
		return s.spans(n, within, scored)
	case query.Phrase, query.Near, query.AtLeast, query.Within, query.Said:
		return s.spans(n, within, scored)
	case query.Value:
		return s.value(n)
	case query.Date:
		return s.date(n, within)
	case query.Around:
		return s.around(n)
	}
	return nil, fmt.Errorf("a question of unknown kind: %T", n)
}

func (s *search) none() result { return make(result, len(s.r.parts)) }

func (s *search) all(within result) result {
	if within != nil {
		out := s.none()
		for i, h := range within {
			out[i].docs = h.docs
		}
		return out
	}
	out := s.none()
	for i, p := range s.r.parts {
		out[i].docs = p.live()
	}
	return out
}

// and evaluates what is cheap first: what costs reading positions then reads few.
func (s *search) and(ns []query.Node, within result, scored bool) (result, error) {
	if len(ns) == 0 {
		return s.all(within), nil
	}
	sorted := slices.Clone(ns)
	slices.SortStableFunc(sorted, func(a, b query.Node) int { return cost(a) - cost(b) })
	within, err := s.narrow(sorted, within)
	if err != nil {
		return nil, err
	}
	var found result
	for _, n := range sorted {
		if found != nil {
			within = found
		}
		if not, ok := n.(query.Not); ok && found != nil {
			out, err := s.evaluate(not.Node, within, false)
			if err != nil {
				return nil, err
			}
			found = each(found, out, subtract)
			continue
		}
		next, err := s.evaluate(n, within, scored)
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = next
			continue
		}
		found = each(found, next, intersect)
	}
	return found, nil
}

// narrow bounds the articles of an And by those that have all its words, so that no date of others is compared and none
// scored.
func (s *search) narrow(ns []query.Node, within result) (result, error) {
	if len(ns) < 2 {
		return within, nil
	}
	for _, n := range ns {
		if t, ok := n.(query.Term); ok && isWord(t) {
			next, err := s.term(t, nil, false)
			if err != nil {
				return nil, err
			}
			if within != nil {
				next = each(within, next, intersect)
			}
			within = next
		}
	}
	return within, nil
}

// isWord tells a term that the index answers alone.
func isWord(t query.Term) bool { return t.Match != query.Exact }

// cost orders the nodes of an And: facts, words, groups, exclusions, then all that reads positions.
func cost(n query.Node) int {
	switch n := n.(type) {
	case query.Nothing, query.Value, query.Date:
		return 0
	case query.Term:
		if n.Match == query.Exact {
			return 4
		}
		return 1
	case query.And:
		return costOf(n.Nodes)
	case query.Or:
		return costOf(n.Nodes)
	case query.Boost:
		return cost(n.Node)
	case query.Filter:
		return cost(n.Node)
	case query.Not:
		return max(3, cost(n.Node))
	case query.All, query.Around:
		return 2
	}
	return 4
}

func costOf(ns []query.Node) int {
	most := 1
	for _, n := range ns {
		most = max(most, cost(n))
	}
	return most
}

func (s *search) or(ns []query.Node, within result, scored bool) (result, error) {
	results := make([]result, len(ns))
	for i, n := range ns {
		var err error
		if results[i], err = s.evaluate(n, within, scored); err != nil {
			return nil, err
		}
	}
	return s.union(results), nil
}

// union unites results segment by segment.
func (s *search) union(results []result) result {
	found := s.none()
	lists := make([]hits, len(results))
	for i := range found {
		for j, r := range results {
			lists[j] = r[i]
		}
		found[i] = s.unite(lists, s.r.parts[i].column.n)
	}
	return found
}

// term scores the words of one group of synonyms, title and body added up.
func (s *search) term(t query.Term, within result, scored bool) (result, error) {
	bounded := scored && within != nil
	fields, err := s.fields(t, scored && !bounded)
	if err != nil {
		return nil, err
	}
	if bounded {
		if err := s.bound(fields, within); err != nil {
			return nil, err
		}
	}
	found := s.none()
	lists := make([]hits, len(fields))
	for i, part := range s.r.parts {
		for j, f := range fields {
			lists[j] = hits{docs: f.parts[i].docs}
			if scored {
				lists[j].scores = s.floats.make(len(lists[j].docs))
				f.score(f.parts[i], part, lists[j].scores)
			}
		}
		found[i] = s.unite(lists, part.column.n)
	}
	return found, nil
}

// A scoredField is a group with what it is worth in a field.
type scoredField struct {
	name  string
	keys  []text.Key
	parts []postings
	scale
}

func (s *search) fields(t query.Term, tfs bool) (fields []scoredField, err error) {
	for _, field := range fieldsOf(t.In) {
		g, err := s.group(field, t, tfs)
		if err != nil {
			return nil, err
		}
		fields = append(fields, scoredField{field, g.keys, g.parts, scale{fieldWeight(field) * s.idf(g.df), s.saturation(field)}})
	}
	return fields, nil
}

// bound gives fields postings with frequencies, of lists that are longer than what matters only those in articles that do.
func (s *search) bound(fields []scoredField, within result) error {
	for f := range fields {
		lists := make([][]postings, len(s.r.parts))
		for _, k := range fields[f].keys {
			if err := s.read(fields[f].name, k, true, lists); err != nil {
				return err
			}
		}
		fields[f].parts = make([]postings, len(lists))
		for i, ps := range lists {
			for j, p := range ps {
				if len(p.docs) > 2*len(within[i].docs) {
					ps[j] = p.among(within[i].docs, &s.ints)
				}
			}
			fields[f].parts[i] = s.merge(ps, true, s.r.parts[i].column.n)
		}
	}
	return nil
}

func (f *scoredField) score(p postings, part *part, scores []float64) {
	for i, doc := range p.docs {
		scores[i] = f.weight * f.of(p.tfs[i], part.length(f.name, doc))
	}
}
