package disk

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
)

var emptyArticle = &corpus.Article{}

// Articles implements query.Engine.
func (r *Reader) Articles(ctx context.Context, ids []corpus.ID) ([]*corpus.Article, error) {
	articles := make([]*corpus.Article, len(ids))
	err := guarded(func() error {
		s := r.search(ctx)
		for i, id := range ids {
			if err := ctx.Err(); err != nil {
				return err
			}
			at, ok, err := s.locate(id)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			if articles[i], err = r.article(int(at.segment), uint64(at.doc)); err != nil {
				return err
			}
		}
		return nil
	})
	return articles, err
}

// locate finds the live article that has an ID.
func (s *search) locate(id corpus.ID) (at place, ok bool, err error) {
	if checkID(id) != nil {
		return place{}, false, nil
	}
	for i := range s.r.parts {
		docs, err := s.documents(i, idField, string(id))
		if err != nil {
			return place{}, false, err
		}
		if len(docs) > 0 {
			return place{uint32(i), docs[0]}, true, nil
		}
	}
	return place{}, false, nil
}

// article reads a stored article and tells its story.
func (r *Reader) article(part int, doc uint64) (*corpus.Article, error) {
	v, err := storedIn(r.parts[part], doc, articleField)
	if err != nil {
		return nil, err
	}
	a, err := decodeArticle(v.value)
	if err != nil {
		return nil, fmt.Errorf("article %s: %w", v.id, err)
	}
	k, err := r.families()
	if err != nil {
		return nil, err
	}
	a.Story = k.story(part, uint32(doc), a.ID)
	return a, nil
}

// Members implements query.Engine.
func (r *Reader) Members(ctx context.Context, story corpus.Story) (ids []corpus.ID, err error) {
	err = guarded(func() error {
		k, err := r.families()
		if err != nil {
			return err
		}
		for _, f := range k.families {
			if hex.EncodeToString(f.story[:]) != string(story) {
				continue
			}
			for _, m := range f.members {
				p := r.parts[m.segment]
				ids = append(ids, p.column.idString(&p.offsets, m.doc))
			}
			return nil
		}
		at, ok, err := r.search(ctx).locate(corpus.ID(story))
		if err != nil || !ok {
			return err
		}
		if _, copied := k.of(int(at.segment), at.doc); !copied {
			ids = []corpus.ID{corpus.ID(story)}
		}
		return nil
	})
	return ids, err
}

// IDs implements query.Engine.
func (r *Reader) IDs(ctx context.Context, prefix string, limit int) (ids []corpus.ID, err error) {
	if strings.Trim(prefix, "0123456789abcdef") != "" {
		return nil, nil
	}
	err = guarded(func() error {
		s := r.search(ctx)
		for i := range r.parts {
			some, err := s.idsIn(i, prefix, limit)
			if err != nil {
				return err
			}
			ids = append(ids, some...)
		}
		return nil
	})
	slices.Sort(ids)
	if limit > 0 && len(ids) > limit {
		ids = ids[:limit]
	}
	return ids, err
}

// idsIn gives the first live ids of a segment that begin so. It goes on no further than it must: every hit on a screen
// asks how much of its id tells it.
func (s *search) idsIn(part int, prefix string, limit int) (ids []corpus.ID, err error) {
	fst, err := s.r.parts[part].terms(idField)
	if err != nil || fst == nil {
		return nil, err
	}
	at := fst.Start()
	for _, digit := range []byte(prefix) {
		if at = fst.Accept(at, digit); !fst.CanMatch(at) {
			return nil, nil // an iterator would go to the next id all the same
		}
	}
	it, err := fst.Iterator([]byte(prefix), afterPrefix(prefix))
	for ; err == nil && (limit <= 0 || len(ids) < limit); err = it.Next() {
		if err := s.tick(); err != nil {
			return nil, err
		}
		term, _ := it.Current()
		if term[0] == entryPrefix[0] {
			continue
		}
		n, err := s.count(part, idField, string(term))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			ids = append(ids, corpus.ID(term))
		}
	}
	if errors.Is(err, vellum.ErrIteratorDone) {
		err = nil
	}
	return ids, err
}

// Terms implements query.Engine. It merges the dictionaries of all segments, term by term.
func (r *Reader) Terms(ctx context.Context, field string, p query.Pattern, limit int) (counts []query.Count, err error) {
	err = guarded(func() error {
		s := r.search(ctx)
		articles := map[string]int{}
		for i := range r.parts {
			err := s.walk(i, field, p, func(term string) error {
				if term[0] < ' ' {
					return nil
				}
				n, err := s.count(i, field, term)
				if n > 0 {
					articles[term] += n
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		for term, n := range articles {
			counts = append(counts, query.Count{Value: term, Articles: n})
		}
		slices.SortFunc(counts, func(a, b query.Count) int { return strings.Compare(a.Value, b.Value) })
		if limit > 0 && len(counts) > limit {
			counts = counts[:limit]
		}
		return nil
	})
	return counts, err
}

// Facet implements query.Engine.
func (r *Reader) Facet(ctx context.Context, n query.Node, field string) (counts []query.Count, err error) {
	err = guarded(func() error {
		s := r.search(ctx)
		res, err := s.evaluate(n, nil, false)
		if err != nil {
			return err
		}
		k, err := r.families()
		if err != nil {
			return err
		}
		tallies := map[string]*tally{}
		for i, h := range res {
			if err := s.tallyIn(i, field, h.docs, k, tallies); err != nil {
				return err
			}
		}
		for value, t := range tallies {
			slices.Sort(t.families)
			stories := t.alone + len(slices.Compact(t.families))
			counts = append(counts, query.Count{Value: value, Articles: t.articles, Stories: stories})
		}
		slices.SortFunc(counts, func(a, b query.Count) int { return strings.Compare(a.Value, b.Value) })
		return nil
	})
	return counts, err
}

// A tally counts the articles that have a value, and those of them that are no copies.
type tally struct {
	articles, alone int
	families        []int32
}

// tallyIn counts the values of a field among some documents of a segment.
func (s *search) tallyIn(part int, field string, docs []uint32, k *kinship, tallies map[string]*tally) error {
	if !isShown(field) {
		return s.tallyByValue(part, field, docs, k, tallies)
	}
	p := s.r.parts[part]
	var state segment.DocVisitState
	for _, doc := range docs {
		if err := s.tick(); err != nil {
			return err
		}
		family, copied := k.of(part, doc)
		var err error
		state, err = p.VisitDocValues(uint64(doc), []string{field}, func(_ string, value []byte) {
			t := tallies[string(value)]
			if t == nil {
				t = &tally{}
				tallies[string(value)] = t
			}
			t.add(family, copied)
		}, state)
		if err != nil {
			return err
		}
	}
	return nil
}

// tallyByValue is tallyIn for a field whose values are not kept by document: it walks all of them.
func (s *search) tallyByValue(part int, field string, docs []uint32, k *kinship, tallies map[string]*tally) error {
	return s.walk(part, field, query.Pattern{}, func(value string) error {
		h, err := s.havingIn(part, field, []string{value})
		if err != nil {
			return err
		}
		for _, doc := range intersect(h, hits{docs: docs}).docs {
			if tallies[value] == nil {
				tallies[value] = &tally{}
			}
			tallies[value].add(k.of(part, doc))
		}
		return nil
	})
}

func (t *tally) add(family int32, copied bool) {
	t.articles++
	if copied {
		t.families = append(t.families, family)
	} else {
		t.alone++
	}
}
