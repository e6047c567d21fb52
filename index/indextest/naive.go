// Package indextest holds an engine that is obviously right and slow, and the suite that every engine must pass by
// agreeing with it. It imports corpus, corpus/text, query and index.
package indextest

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"
)

// A Naive keeps everything in memory and finds by looking at every article. It is an index.Store and a query.Engine;
// the engine sees what was published.
type Naive struct {
	held      map[corpus.ID]index.Document
	entries   map[index.FileKey]index.Entry
	roots     map[string]index.Root
	stories   index.Stories
	published *snapshot
}

var (
	_ index.Store  = (*Naive)(nil)
	_ query.Engine = (*Naive)(nil)
)

// New gives an empty one.
func New() *Naive {
	return &Naive{held: map[corpus.ID]index.Document{}, entries: map[index.FileKey]index.Entry{},
		roots: map[string]index.Root{}, published: &snapshot{}}
}

// Apply implements index.Store.
func (e *Naive) Apply(ctx context.Context, b index.Batch) error {
	for _, id := range b.Delete {
		delete(e.held, id)
	}
	for _, d := range b.Put {
		e.held[d.Article.ID] = d
	}
	for _, f := range b.Forget {
		delete(e.entries, f)
	}
	for _, en := range b.Entries {
		e.entries[en.Key()] = en
	}
	for _, r := range b.Roots {
		e.roots[r.Name] = r
	}
	return ctx.Err()
}

// Publish implements index.Store.
func (e *Naive) Publish(ctx context.Context, s index.Stories) error {
	e.stories = s
	e.published = &snapshot{group: map[corpus.ID]index.Group{}, numbers: map[string]float64{}}
	for _, id := range slices.Sorted(maps.Keys(e.held)) {
		e.published.docs = append(e.published.docs, newDoc(e.held[id].Article))
	}
	for _, g := range s.Groups {
		for _, id := range g {
			e.published.group[id] = g
		}
	}
	return ctx.Err()
}

// Stories implements index.Store.
func (e *Naive) Stories(context.Context) (index.Stories, error) { return e.stories, nil }

// Roots implements index.Store.
func (e *Naive) Roots(context.Context) ([]index.Root, error) {
	var out []index.Root
	for _, name := range slices.Sorted(maps.Keys(e.roots)) {
		out = append(out, e.roots[name])
	}
	return out, nil
}

// Entry implements index.Store.
func (e *Naive) Entry(_ context.Context, root, path string) (index.Entry, bool, error) {
	en, ok := e.entries[index.FileKey{Root: root, Path: path}]
	return en, ok, nil
}

// Entries implements index.Store.
func (e *Naive) Entries(_ context.Context, root string) iter.Seq2[index.Entry, error] {
	return func(yield func(index.Entry, error) bool) {
		for k, en := range e.entries {
			if k.Root == root && !yield(en, nil) {
				return
			}
		}
	}
}

// Prints implements index.Store.
func (e *Naive) Prints(context.Context) iter.Seq2[index.Print, error] {
	return func(yield func(index.Print, error) bool) {
		for _, d := range e.held {
			if !yield(d.Print, nil) {
				return
			}
		}
	}
}

// Articles implements index.Store and query.Engine.
func (e *Naive) Articles(_ context.Context, ids []corpus.ID) ([]*corpus.Article, error) {
	out := make([]*corpus.Article, len(ids))
	for i, id := range ids {
		if a := e.held[id].Article; a != nil {
			told := *a
			told.Story, _ = e.published.story(id)
			out[i] = &told
		}
	}
	return out, nil
}

// Close implements index.Store.
func (e *Naive) Close() error { return nil }

// A snapshot is what was published.
type snapshot struct {
	docs    []*doc // by ID
	group   map[corpus.ID]index.Group
	numbers map[string]float64
}

// once keeps a number that all articles have a part in.
func (s *snapshot) once(name string, make func() float64) float64 {
	v, ok := s.numbers[name]
	if !ok {
		v = make()
		s.numbers[name] = v
	}
	return v
}

// story gives the story of an article and its members in canonical order.
func (s *snapshot) story(id corpus.ID) (corpus.Story, index.Group) {
	if g, ok := s.group[id]; ok {
		return g.ID(), g
	}
	return corpus.Story(id), index.Group{id}
}

// A doc is an article, read.
type doc struct {
	*corpus.Article
	reading *query.Reading
	fields  map[string][][]string // text fields: the terms of each position
	values  map[string][]string   // keyword fields
	days    []string              // each that it may have been published on
}

func newDoc(a *corpus.Article) *doc {
	d := &doc{Article: a, reading: query.Read(a), fields: map[string][][]string{}, values: map[string][]string{}}
	d.fields["title"] = termsOf(d.reading.Title)
	d.fields["body"] = termsOf(d.reading.Body)
	for _, f := range index.Schema {
		if f.Values != nil {
			d.values[f.Name] = f.Values(a)
		}
	}
	d.values["id"] = []string{string(a.ID)}
	first, last := a.Published.Days()
	for day := first; day <= last && day != ""; day = nextDay(day) {
		d.days = append(d.days, day)
	}
	return d
}

func termsOf(t *text.Text) [][]string {
	out := make([][]string, len(t.Words))
	for i := range out {
		out[i] = t.Terms(nil, i)
	}
	return out
}

// frequency counts the occurrences of terms that match, each term of a position by itself.
func (d *doc) frequency(field string, match func(term string) bool) int {
	n := 0
	for _, terms := range d.fields[field] {
		for _, t := range terms {
			if match(t) {
				n++
			}
		}
	}
	return n
}

// Terms implements query.Engine.
func (e *Naive) Terms(_ context.Context, field string, p query.Pattern, limit int) ([]query.Count, error) {
	match, err := p.Compile()
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, d := range e.published.docs {
		seen := map[string]bool{}
		for _, terms := range append(slices.Clone(d.fields[field]), d.values[field]) {
			for _, t := range terms {
				if t != "" && t[0] >= ' ' && match(t) && !seen[t] {
					seen[t] = true
					counts[t]++
				}
			}
		}
	}
	var out []query.Count
	for _, t := range slices.Sorted(maps.Keys(counts)) {
		if limit > 0 && len(out) == limit {
			break
		}
		out = append(out, query.Count{Value: t, Articles: counts[t]})
	}
	return out, nil
}

// IDs implements query.Engine.
func (e *Naive) IDs(_ context.Context, prefix string, limit int) ([]corpus.ID, error) {
	var out []corpus.ID
	for _, d := range e.published.docs {
		if strings.HasPrefix(string(d.ID), prefix) && (limit <= 0 || len(out) < limit) {
			out = append(out, d.ID)
		}
	}
	return out, nil
}

// Members implements query.Engine.
func (e *Naive) Members(_ context.Context, s corpus.Story) ([]corpus.ID, error) {
	for _, d := range e.published.docs {
		if story, members := e.published.story(d.ID); story == s {
			return slices.Clone(members), nil
		}
	}
	return nil, nil
}

// Stats implements query.Engine.
func (e *Naive) Stats(ctx context.Context) (query.Stats, error) {
	s := query.Stats{Articles: len(e.published.docs), Terms: map[string]int{}}
	stories := map[corpus.Story]bool{}
	for _, d := range e.published.docs {
		story, _ := e.published.story(d.ID)
		stories[story] = true
		first, last := d.Published.Days()
		if first == "" {
			s.Undated++
			continue
		}
		if s.First == "" || first < s.First {
			s.First = first
		}
		s.Last = max(s.Last, last)
	}
	s.Stories = len(stories)
	var err error
	s.Languages, err = e.Terms(ctx, "language", query.Pattern{}, 0)
	return s, err
}
