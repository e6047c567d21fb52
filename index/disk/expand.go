package disk

import (
	"fmt"
	"strings"

	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// maxExpansions is how many words a pattern may stand for. More say nothing, and cost a list of postings each.
const maxExpansions = 1024

// A TooManyError says that a pattern stands for more than 1,024 words.
type TooManyError struct{ Pattern string }

func (e *TooManyError) Error() string {
	return fmt.Sprintf("%s matches more than %d words: write more letters", e.Pattern, maxExpansions)
}

// terms gives the index terms that a planned term finds in a field.
func (s *search) terms(field string, t query.Term) ([]string, error) {
	switch t.Match {
	case query.Stem, query.Surface, query.Exact:
		return t.Keys, nil
	}
	p := query.Pattern{Text: t.Text, Match: t.Match, Edits: t.Edits}
	found := map[string]bool{}
	var terms []string
	for i := range s.r.parts {
		err := s.walk(i, field, p, func(term string) error {
			if term[0] < ' ' || found[term] {
				return nil // a stem or a cased acronym is no surface form
			}
			if len(terms) == maxExpansions {
				return &TooManyError{t.String()}
			}
			found[term] = true
			terms = append(terms, term)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return terms, nil
}

// walk calls f with every term of a segment's field that a pattern matches, in order.
func (s *search) walk(part int, field string, p query.Pattern, f func(term string) error) error {
	match, err := p.Compile()
	if err != nil {
		return err
	}
	d, err := s.dictionary(part, field)
	if err != nil {
		return err
	}
	return terms(d, p, func(term string) error {
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

// terms calls f with the terms that may match a pattern: those that begin as it does or are about as long.
func terms(d segment.TermDictionary, p query.Pattern, f func(term string) error) error {
	prefix := p.Prefix()
	var a segment.Automaton
	if p.Match == query.Fuzzy {
		var err error
		if a, err = fuzzyAutomaton(p); err != nil {
			return err
		}
	}
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
		if isExact(p) && e.Term != p.Text {
			if !strings.HasPrefix(e.Term, p.Text) {
				return nil
			}
			continue
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

// fuzzyAutomaton accepts at least what the pattern does.
func fuzzyAutomaton(p query.Pattern) (vellum.Automaton, error) {
	if p.Edits < 1 || p.Edits > 2 {
		return nil, fmt.Errorf("%s~%d: only one or two edits can be asked for", p.Text, p.Edits)
	}
	builder, err := levenshtein.NewLevenshteinAutomatonBuilder(uint8(p.Edits), true)
	if err != nil {
		return nil, err
	}
	return builder.BuildDfa(p.Text, uint8(p.Edits))
}
