package disk

import (
	"context"
	"fmt"
	"math"
	"slices"

	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// A search is the evaluation of one question. It is used by one goroutine.
type search struct {
	r     *Reader
	ctx   context.Context
	ticks int
	dicts map[dictKey]segment.TermDictionary
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
	return &search{r: r, ctx: ctx, dicts: map[dictKey]segment.TermDictionary{}, lists: map[groupKey]*group{}}
}

// tickEvery is how many postings are read between two looks at the context: about a tenth of a millisecond.
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

// documents lists the documents of postings, ascending, without decoding anything else of them.
func documents(list segment.PostingsList) ([]uint32, error) {
	it := list.Iterator(false, false, false, nil)
	if o, ok := it.(segment.OptimizablePostingsIterator); ok {
		if doc, ok := o.DocNum1Hit(); ok {
			return []uint32{uint32(doc)}, nil
		}
		if b := o.ActualBitmap(); b != nil {
			return b.ToArray(), nil
		}
	}
	var docs []uint32
	for p, err := it.Next(); p != nil || err != nil; p, err = it.Next() {
		if err != nil {
			return nil, err
		}
		docs = append(docs, uint32(p.Number()))
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

// postings are documents of one segment with the frequency and the field's length in each.
type postings struct {
	docs    []uint32
	tfs     []uint32
	lengths []uint32
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

// read decodes the postings of one key.
func (s *search) read(part int, field string, k text.Key, tfs bool) (p postings, err error) {
	list, err := s.postings(part, field, k.Term)
	if err != nil {
		return p, err
	}
	in, err := s.r.writtenIn(part, k.Languages)
	if err != nil {
		return p, err
	}
	if !tfs {
		p.docs, err = documents(list)
		if in != nil {
			p.docs = slices.DeleteFunc(p.docs, func(doc uint32) bool { return !in.has(doc) })
		}
		return p, err
	}
	n := int(list.Count())
	p = postings{make([]uint32, 0, n), make([]uint32, 0, n), make([]uint32, 0, n)}
	it := list.Iterator(true, true, false, nil)
	for next, err := it.Next(); next != nil || err != nil; next, err = it.Next() {
		if err == nil {
			err = s.tick()
		}
		if err != nil {
			return p, err
		}
		z, ok := next.(*zap.Posting)
		if !ok {
			return p, fmt.Errorf("%w: %s holds postings of another form", ErrTooNew, s.r.dir())
		}
		if !in.has(uint32(z.Number())) {
			continue
		}
		p.docs = append(p.docs, uint32(z.Number()))
		p.tfs = append(p.tfs, uint32(z.Frequency()))
		p.lengths = append(p.lengths, uint32(z.NormUint64()))
	}
	return p, nil
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
			out.lengths = append(out.lengths, p.lengths[i])
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
