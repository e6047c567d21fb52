package disk

import (
	"context"
	"math"
	"slices"

	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A search is the evaluation of one question. It is used by one goroutine.
type search struct {
	r       *Reader
	ctx     context.Context
	ticks   int
	dicts   map[dictKey]segment.TermDictionary
	found   map[string][]dictionary // of a field, in each segment
	groups  map[groupKey]*group
	decoded map[termKey]*decoded
	*room
	fuzzy struct { // the last automaton: every segment is asked for the same pattern
		of        query.Pattern
		automaton segment.Automaton
	}
}

type dictKey struct {
	part  int
	field string
}

func (r *Reader) search(ctx context.Context) *search {
	return &search{r: r, ctx: ctx, dicts: map[dictKey]segment.TermDictionary{}, found: map[string][]dictionary{},
		groups: map[groupKey]*group{}, decoded: map[termKey]*decoded{}, room: &room{}}
}

// tickEvery is how many terms or values are read between two looks at the context: about a tenth of a millisecond.
const tickEvery = 4096

func (s *search) tick() error {
	if s.ticks++; s.ticks%tickEvery == 0 {
		return s.ctx.Err()
	}
	return nil
}

func (s *search) dictionary(part int, field string) (segment.TermDictionary, error) {
	key := dictKey{part, field}
	d, ok := s.dicts[key]
	if ok {
		return d, nil
	}
	d, err := s.r.parts[part].Dictionary(field)
	if err == nil {
		s.dicts[key] = d
	}
	return d, err
}

// postings gives the live documents of a term.
func (s *search) postings(part int, field, term string) (segment.PostingsList, error) {
	d, err := s.dictionary(part, field)
	if err != nil {
		return nil, err
	}
	return d.PostingsList([]byte(term), s.r.parts[part].deleted, nil)
}

// dictionaries are those of a field in every segment.
func (s *search) dictionaries(field string) ([]dictionary, error) {
	ds, ok := s.found[field]
	if ok {
		return ds, nil
	}
	ds = make([]dictionary, len(s.r.parts))
	for i, p := range s.r.parts {
		fst, err := p.terms(field)
		if err != nil {
			return nil, err
		}
		if fst == nil {
			continue
		}
		if ds[i].terms, err = fst.Reader(); err != nil {
			return nil, err
		}
		ds[i].data = p.Data()
	}
	s.found[field] = ds
	return ds, nil
}

// find gives the postings of a term, of deleted documents too.
func (s *search) find(part int, field, term string) (encoded, error) {
	ds, err := s.dictionaries(field)
	if err != nil {
		return encoded{}, err
	}
	return ds[part].find(term)
}

// documents lists the live documents of a term, ascending.
func (s *search) documents(part int, field, term string) ([]uint32, error) {
	e, err := s.find(part, field, term)
	if err != nil {
		return nil, err
	}
	p := s.r.parts[part]
	docs := e.documents(p.column.n, &s.ints)
	if p.deleted != nil {
		docs = slices.DeleteFunc(docs, p.deleted.Contains)
	}
	return docs, nil
}

// count is how many live documents have a term.
func (s *search) count(part int, field, term string) (int, error) {
	if s.r.parts[part].deleted != nil {
		docs, err := s.documents(part, field, term)
		return len(docs), err
	}
	e, err := s.find(part, field, term)
	return e.count(), err
}

// The parameters of BM25 (Robertson and Zaragoza 2009).
const (
	k1 = 1.2
	b  = 0.75
)

// saturation gives what tf occurrences in a field of a length are worth, as query.Weight says.
type saturation struct{ base, slope float64 }

func (s *search) saturation(field string) saturation {
	st := &s.r.manifest.Stats
	average := float64(st.Tokens[field]) / float64(max(st.Articles, 1))
	if average == 0 {
		average = 1
	}
	return saturation{k1 * (1 - b), k1 * b / average}
}

func (k saturation) of(tf, length uint32) float64 {
	f := float64(tf)
	return f * (k1 + 1) / (f + k.base + k.slope*float64(length))
}

func (s *search) idf(df int) float64 {
	if df == 0 {
		return 0
	}
	n, d := float64(s.r.manifest.Stats.Articles), float64(df)
	return math.Log(1 + (n-d+0.5)/(d+0.5))
}

// The text fields, in the order in which scores are added up, and their weights.
var textFields = []string{"title", "body"}

func fieldWeight(name string) float64 {
	i := slices.IndexFunc(index.Schema, func(f index.Field) bool { return f.Name == name })
	return index.Schema[i].Weight
}

func fieldsOf(in string) []string {
	if in == "" {
		return textFields
	}
	return []string{in}
}

// A group is the postings of a term's index terms in one field, as if they were one term.
type group struct {
	keys  []text.Key
	parts []postings
	df    int
	tfs   bool // postings have frequencies
}

type groupKey struct {
	field, text string
	match       query.Match
	edits       int
}

// group reads the postings of a term in a field, with frequencies where they are wanted.
func (s *search) group(field string, t query.Term, tfs bool) (*group, error) {
	key := groupKey{field, t.Text, t.Match, t.Edits}
	g := s.groups[key]
	if g == nil {
		keys, err := s.keys(field, t)
		if err != nil {
			return nil, err
		}
		g = &group{keys: keys}
		s.groups[key] = g
	} else if g.parts != nil && (g.tfs || !tfs) {
		return g, nil
	}
	lists := make([][]postings, len(s.r.parts))
	for _, k := range g.keys {
		if err := s.read(field, k, tfs, lists); err != nil {
			return nil, err
		}
	}
	g.parts, g.tfs, g.df = make([]postings, len(s.r.parts)), tfs, 0
	for i, ps := range lists {
		g.parts[i] = s.merge(ps, tfs, s.r.parts[i].column.n)
		g.df += len(g.parts[i].docs)
	}
	return g, nil
}

// read adds the postings of one key to the lists of their segments.
func (s *search) read(field string, k text.Key, tfs bool, lists [][]postings) error {
	all, err := s.decode(field, k.Term, tfs)
	if err != nil {
		return err
	}
	out, err := s.r.leftOut(field, k.Languages)
	if err != nil {
		return err
	}
	for i, p := range all.postings {
		if out[i].meet(p.docs) {
			p = p.without(out[i].set, &s.ints)
		}
		if len(p.docs) > 0 {
			lists[i] = append(lists[i], p)
		}
	}
	return nil
}

// decode gives the postings of an index term in every segment, deleted documents and all. They are kept for the search: a
// word as it was typed is often one of the terms of its group.
func (s *search) decode(field, term string, tfs bool) (*decoded, error) {
	key := termKey{field, term}
	d := s.decoded[key]
	if d == nil {
		ds, err := s.dictionaries(field)
		if err != nil {
			return nil, err
		}
		d = &decoded{make([]encoded, len(ds)), make([]postings, len(ds))}
		for i, part := range s.r.parts {
			if d.encoded[i], err = ds[i].find(term); err != nil {
				return nil, err
			}
			d.postings[i].docs = d.encoded[i].documents(part.column.n, &s.ints)
		}
		s.decoded[key] = d
	}
	for i := range d.postings {
		if p := &d.postings[i]; tfs && p.tfs == nil && p.docs != nil {
			p.tfs = d.encoded[i].tfs(len(p.docs), &s.ints)
		}
	}
	return d, s.ctx.Err()
}

type termKey struct{ field, term string }

// decoded postings are those of a term in every segment, with frequencies once these were wanted.
type decoded struct {
	encoded  []encoded
	postings []postings
}

// weight is what a text node weighs in a field.
func (s *search) weight(n query.Node, field string) (w float64, err error) {
	w = query.Weight(n, func(t query.Term) float64 {
		if t.In != "" && t.In != field {
			return 0
		}
		return s.rarity(t, field, &err)
	})
	return w * fieldWeight(field), err
}

// rarity is a term's idf in a field; 0 with an error.
func (s *search) rarity(t query.Term, field string, err *error) float64 {
	g, e := s.group(field, t, false)
	if e != nil {
		*err = e
		return 0
	}
	return s.idf(g.df)
}
