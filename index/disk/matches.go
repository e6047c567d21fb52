package disk

import (
	"strings"

	"dateline/corpus/text"
	"dateline/query"
)

// matches counts the marked spans in each article that was found, and in all. Of a question of words alone they are added
// up from how often each stands in an article; else positions are read.
func (s *search) matches(n query.Node, res result) error {
	if words, plain := positiveTerms(n, nil); plain {
		return s.occurrences(words, res)
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

// occurrences adds up how often words stand in what was found.
func (s *search) occurrences(words []query.Term, res result) error {
	lists := make([][]postings, len(res))
	for _, field := range textFields {
		keys, err := s.apart(field, words)
		if err != nil {
			return err
		}
		for _, k := range keys {
			if err := s.read(field, k, true, lists); err != nil {
				return err
			}
		}
	}
	res.uncount()
	for i, h := range res {
		s.occur(h, lists[i], s.r.parts[i].column.n)
	}
	return nil
}

// apart gives keys that find all that words find in a field, but no two of them at one position.
func (s *search) apart(field string, words []query.Term) ([]text.Key, error) {
	stats, err := s.r.stats()
	if err != nil {
		return nil, err
	}
	languages := []string{""}
	for _, l := range stats.Languages {
		languages = append(languages, l.Value)
	}
	found := make([]map[string]bool, len(languages)) // the terms sought in articles of each language
	for i := range found {
		found[i] = map[string]bool{}
	}
	for _, w := range words {
		if w.In != "" && w.In != field {
			continue
		}
		keys, err := s.keys(field, w)
		if err != nil {
			return nil, err
		}
		for _, k := range keys {
			for i, l := range languages {
				if k.Finds(k.Term, l) {
					found[i][k.Term] = true
				}
			}
		}
	}
	in := map[string][]string{} // the languages in which a term is still sought
	for i, l := range languages {
		for t := range distinctTerms(found[i], l) {
			in[t] = append(in[t], l)
		}
	}
	var keys []text.Key
	for t, ls := range in {
		if len(ls) == len(languages) {
			ls = nil
		}
		keys = append(keys, text.Key{Term: t, Languages: ls})
	}
	return keys, nil
}

// distinctTerms leaves out the terms of articles in a language that stand only where another does, see text.Text.Terms:
// an acronym, where its letters are sought too, and a word, where its stem is, but for those of its places that have no
// stem, where it is an acronym.
func distinctTerms(found map[string]bool, language string) map[string]bool {
	out := map[string]bool{}
	for t := range found {
		if cased, ok := strings.CutPrefix(t, text.CaseMark); ok && found[cased] {
			continue
		}
		if stem := text.Stem(language, t); t[0] >= ' ' && stem != t && found[text.StemMark+stem] {
			t = text.CaseMark + t
		}
		out[t] = true
	}
	return out
}
