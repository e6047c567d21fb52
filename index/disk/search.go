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
	r     *Reader
	ctx   context.Context
	ticks int
	dicts map[dictKey]segment.TermDictionary
	found map[dictKey]dictionary
	lists map[groupKey]*group
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
	return &search{r: r, ctx: ctx, dicts: map[dictKey]segment.TermDictionary{}, found: map[dictKey]dictionary{}, lists: map[groupKey]*group{}}
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

// find gives the postings of a term, of deleted documents too.
func (s *search) find(part int, field, term string) (encoded, error) {
	key := dictKey{part, field}
	d, ok := s.found[key]
	if !ok {
		p := s.r.parts[part]
		fst, err := p.terms(field)
		if err != nil {
			return encoded{}, err
		}
		d.data = p.Data()
		if fst != nil {
			if d.terms, err = fst.Reader(); err != nil {
				return encoded{}, err
			}
		}
		s.found[key] = d
	}
	return d.find(term)
}

// documents lists the live documents of a term, ascending.
func (s *search) documents(part int, field, term string) ([]uint32, error) {
	e, err := s.find(part, field, term)
	if err != nil {
		return nil, err
	}
	p := s.r.parts[part]
	docs := e.documents(p.column.n)
	if p.deleted != nil {
		docs = slices.DeleteFunc(docs, p.deleted.Contains)
	}
	return docs, nil
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

// postings are documents of one segment with the frequency in each.
type postings struct {
	docs []uint32
	tfs  []uint32
}

type groupKey struct {
	field, text string
	match       query.Match
	edits       int
}

// group reads the postings of a term in a field, with frequencies where they are wanted.
func (s *search) group(field string, t query.Term, tfs bool) (*group, error) {
	key := groupKey{field, t.Text, t.Match, t.Edits}
	g := s.lists[key]
	if g == nil {
		keys, err := s.keys(field, t)
		if err != nil {
			return nil, err
		}
		g = &group{keys: keys}
		s.lists[key] = g
	} else if g.parts != nil && (g.tfs || !tfs) {
		return g, nil
	}
	g.parts, g.tfs, g.df = make([]postings, len(s.r.parts)), tfs, 0
	for i := range s.r.parts {
		for _, k := range g.keys {
			p, err := s.read(i, field, k, tfs)
			if err != nil {
				return nil, err
			}
			g.parts[i] = merge(g.parts[i], p)
		}
		g.df += len(g.parts[i].docs)
	}
	return g, nil
}

// read decodes the postings of one key in live documents.
func (s *search) read(part int, field string, k text.Key, tfs bool) (p postings, err error) {
	if err := s.ctx.Err(); err != nil {
		return p, err
	}
	e, err := s.find(part, field, k.Term)
	if err != nil {
		return p, err
	}
	in, err := s.r.writtenIn(part, k.Languages)
	if err != nil {
		return p, err
	}
	p.docs = e.documents(s.r.parts[part].column.n)
	if tfs {
		p.tfs = e.tfs(len(p.docs))
	}
	if deleted := s.r.parts[part].deleted; in != nil || deleted != nil {
		p.keep(func(doc uint32) bool { return in.has(doc) && (deleted == nil || !deleted.Contains(doc)) })
	}
	return p, nil
}

// keep keeps the postings of some documents.
func (p *postings) keep(is func(doc uint32) bool) {
	k := 0
	for i, doc := range p.docs {
		if !is(doc) {
			continue
		}
		p.docs[k] = doc
		if p.tfs != nil {
			p.tfs[k] = p.tfs[i]
		}
		k++
	}
	p.docs = p.docs[:k]
	if p.tfs != nil {
		p.tfs = p.tfs[:k]
	}
}

// merge joins two lists and adds the frequencies of documents in both.
func merge(a, b postings) postings {
	if len(a.docs) == 0 {
		return b
	}
	if len(b.docs) == 0 {
		return a
	}
	n := len(a.docs) + len(b.docs)
	out := postings{docs: make([]uint32, 0, n)}
	take := func(p *postings, i int) {
		out.docs = append(out.docs, p.docs[i])
		if p.tfs != nil {
			out.tfs = append(out.tfs, p.tfs[i])
		}
	}
	i, j := 0, 0
	for i < len(a.docs) && j < len(b.docs) {
		switch x, y := a.docs[i], b.docs[j]; {
		case x < y:
			take(&a, i)
			i++
		case x > y:
			take(&b, j)
			j++
		default:
			take(&a, i)
			if a.tfs != nil {
				out.tfs[len(out.tfs)-1] += b.tfs[j]
			}
			i, j = i+1, j+1
		}
	}
	for ; i < len(a.docs); i++ {
		take(&a, i)
	}
	for ; j < len(b.docs); j++ {
		take(&b, j)
	}
	return out
}

// weight is what a text node weighs in a field.
func (s *search) weight(n query.Node, field string) (w float64, err error) {
	w = query.Weight(n, func(t query.Term) float64 {
		if t.In != "" && t.In != field {
			return 0
		}
		g, e := s.group(field, t, false)
		if e != nil {
			err = e
			return 0
		}
		return s.idf(g.df)
	})
	return w * fieldWeight(field), err
}
