package disk

import (
	"slices"

	"dateline/corpus/text"
	"dateline/query"
)

// matches counts the marked spans in each article that was found, and in all. Where every word stands at places of its own, that is the sum
// of the words' frequencies; else positions are read.
func (s *search) matches(n query.Node, res result) error {
	words, plain := positiveTerms(n, nil)
	if plain {
		apart, err := s.standApart(words)
		if err != nil {
			return err
		}
		if apart {
			return s.occurrences(words, res)
		}
	}
	return s.spansOf(n, res)
}

// spansOf counts matches by the span algebra.
func (s *search) spansOf(n query.Node, res result) error {
	res.uncount()
	for i, h := range res {
		p := s.positions(i)
		for j, doc := range h.docs {
			if err := s.ctx.Err(); err != nil {
				return err
			}
			p.goTo(doc)
			h.matches[j] = uint32(len(query.Spans(n, p)))
			if p.err != nil {
				return p.err
			}
		}
	}
	return nil
}

// positiveTerms collects the words that a question wants to be found; plain is false where one is not simply a word of
// the index.
func positiveTerms(n query.Node, dst []query.Term) (terms []query.Term, plain bool) {
	var list []query.Node
	switch n := n.(type) {
	case query.Term:
		return append(dst, n), isWord(n)
	case query.And:
		list = n.Nodes
	case query.Or:
		list = n.Nodes
	case query.Boost:
		list = []query.Node{n.Node}
	case query.Phrase, query.Near, query.AtLeast, query.Within, query.Said:
		return dst, false
	}
	for _, c := range list {
		if dst, plain = positiveTerms(c, dst); !plain {
			return dst, false
		}
	}
	return dst, true
}

// An indexTerm is one term in the fields where a question asks for it.
type indexTerm struct{ in, term string }

// standApart reports whether no position of any text can be counted twice: by a term in two groups, by a word and its
// own stem, or by an acronym and its small letters.
func (s *search) standApart(words []query.Term) (bool, error) {
	seen := map[indexTerm]text.Key{}
	for _, w := range words {
		for _, field := range fieldsOf(w.In) {
			keys, err := s.keys(field, w)
			if err != nil {
				return false, err
			}
			for _, k := range keys {
				it := indexTerm{field, k.Term}
				if _, twice := seen[it]; twice {
					return false, nil
				}
				seen[it] = k
			}
		}
	}
	stats, err := s.r.stats()
	if err != nil {
		return false, err
	}
	for _, l := range append(slices.Clip(stats.Languages), query.Count{}) {
		for it, k := range seen {
			if it.term[0] < ' ' || !k.Finds(it.term, l.Value) {
				continue
			}
			twins := []string{text.CaseMark + it.term}
			if stem := text.Stem(l.Value, it.term); stem != it.term {
				twins = append(twins, text.StemMark+stem)
			}
			for _, t := range twins {
				if seen[indexTerm{it.in, t}].Finds(t, l.Value) {
					return false, nil
				}
			}
		}
	}
	return true, nil
}

// occurrences adds up how often words stand in what was found.
func (s *search) occurrences(words []query.Term, res result) error {
	lists := make([][]postings, len(res))
	for _, w := range words {
		for _, field := range fieldsOf(w.In) {
			g, err := s.group(field, w, false)
			if err != nil {
				return err
			}
			for _, k := range g.keys {
				if err := s.read(field, k, true, lists); err != nil {
					return err
				}
			}
		}
	}
	res.uncount()
	for i, h := range res {
		s.occur(h, lists[i], s.r.parts[i].column.n)
	}
	return nil
}
