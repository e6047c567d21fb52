package disk

import (
	"fmt"
	"sync"

	"dateline/corpus/text"
	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum/levenshtein"
)

// maxExpansions is how many words a pattern may stand for. More say nothing, and cost a list of postings each.
const maxExpansions = 1024

// A TooManyError says that a pattern stands for more than 1,024 words.
type TooManyError struct{ Pattern string }

func (e *TooManyError) Error() string {
	return fmt.Sprintf("%s matches more than %d words: write more letters", e.Pattern, maxExpansions)
}

// keys gives the index terms that a planned term finds in a field, and in which articles.
func (s *search) keys(field string, t query.Term) ([]text.Key, error) {
	switch t.Match {
	case query.Stem, query.Surface, query.Exact:
		return t.Keys, nil
	}
	p := query.Pattern{Text: t.Text, Match: t.Match, Edits: t.Edits}
	found := map[string]bool{}
	var keys []text.Key
	for i := range s.r.parts {
		err := s.walk(i, field, p, func(term string) error {
			if term[0] < ' ' || found[term] {
				return nil // a stem or a cased acronym is no surface form
			}
			if len(keys) == maxExpansions {
				return &TooManyError{t.String()}
			}
			found[term] = true
			keys = append(keys, text.Key{Term: term})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// walk calls f with every term of a segment's field that a pattern matches, in order.
func (s *search) walk(part int, field string, p query.Pattern, f func(term string) error) error {
	if isExact(p) {
		e, err := s.find(part, field, p.Text)
		if err != nil || e.data == nil {
			return err
		}
		return f(p.Text)
	}
	match, err := p.Compile()
	if err != nil {
		return err
	}
	d, err := s.dictionary(part, field)
	if err != nil {
		return err
	}
	a, err := s.automaton(p)
	if err != nil {
		return err
	}
	return terms(d, p, a, func(term string) error {
		if err := s.tick(); err != nil {
			return err
		}
		if !match(term) {
			return nil
		}
		return f(term)
	})
}

// omitCount is the dictionary's way to walk terms without reading how many documents each has.
type omitCount interface {
	AutomatonIteratorOmitCount(a segment.Automaton, start, end []byte) segment.DictionaryIterator
}

// terms calls f with the terms that may match a pattern: those that begin as it does and that the automaton, if there is
// one, accepts.
func terms(d segment.TermDictionary, p query.Pattern, a segment.Automaton, f func(term string) error) error {
	prefix := p.Prefix()
	var start, end []byte
	if prefix != "" {
		start, end = []byte(prefix), afterPrefix(prefix)
	}
	var it segment.DictionaryIterator
	if o, ok := d.(omitCount); ok {
		it = o.AutomatonIteratorOmitCount(a, start, end)
	} else {
		it = d.AutomatonIterator(a, start, end)
	}
	for e, err := it.Next(); e != nil || err != nil; e, err = it.Next() {
		if err != nil {
			return err
		}
		if err := f(e.Term); err != nil {
			return err
		}
	}
	return nil
}

func isExact(p query.Pattern) bool {
	return p != (query.Pattern{}) && (p.Match == query.Exact || p.Match == query.Surface || p.Match == query.Stem)
}

// automaton gives what accepts at least the terms that a pattern matches, nil where its prefix must do.
func (s *search) automaton(p query.Pattern) (segment.Automaton, error) {
	if p.Match != query.Fuzzy {
		return nil, nil
	}
	if s.fuzzy.automaton != nil && s.fuzzy.of == p {
		return s.fuzzy.automaton, nil
	}
	if p.Edits < 1 || p.Edits > len(fuzzyBuilders) {
		return nil, fmt.Errorf("%s~%d: only one or two edits can be asked for", p.Text, p.Edits)
	}
	builder, err := fuzzyBuilders[p.Edits-1]()
	if err != nil {
		return nil, err
	}
	a, err := builder.BuildDfa(p.Text, uint8(p.Edits))
	if err != nil {
		return nil, err
	}
	s.fuzzy.of, s.fuzzy.automaton = p, a
	return a, nil
}

// fuzzyBuilders make the automata for one and for two edits. A builder knows no word and serves all; making the second
// takes longer than most questions.
var fuzzyBuilders = [...]func() (*levenshtein.LevenshteinAutomatonBuilder, error){fuzzyBuilder(1), fuzzyBuilder(2)}

func fuzzyBuilder(edits uint8) func() (*levenshtein.LevenshteinAutomatonBuilder, error) {
	return sync.OnceValues(func() (*levenshtein.LevenshteinAutomatonBuilder, error) {
		return levenshtein.NewLevenshteinAutomatonBuilder(edits, true)
	})
}
