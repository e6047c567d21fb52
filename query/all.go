package query

import (
	"context"
	"iter"
	"strings"

	"dateline/corpus"
)

// chunkArticles is how many articles are read at once where all are wanted: enough to amortise a call, few enough
// that a million hits take no more memory than a hundred.
const chunkArticles = 100

// All gives every found article, one a hit, copies included, in the order of the request; Size limits them where it
// is positive. Nothing but the list of ids is held, however many there are. It ends at the first error.
func (s *Searcher) All(ctx context.Context, req Request) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		plan, err := s.Plan(ctx, req)
		if err != nil {
			yield(Hit{}, err)
			return
		}
		found, err := s.rank(ctx, plan, req, Window{Size: orAll(req.Size)})
		if err != nil {
			yield(Hit{}, err)
			return
		}
		s.hits(ctx, plan, req, found.Hits)(yield)
	}
}

func orAll(size int) int {
	if size <= 0 {
		return -1
	}
	return size
}

// A foundArticle is a found article that has been read.
type foundArticle struct {
	Scored
	article *corpus.Article
	rank    int
}

// readAll reads the articles of hits, the first of which has offset others before it.
func (s *Searcher) readAll(ctx context.Context, hits []Scored, offset int) iter.Seq2[foundArticle, error] {
	return func(yield func(foundArticle, error) bool) {
		for at := 0; at < len(hits); at += chunkArticles {
			chunk := hits[at:min(at+chunkArticles, len(hits))]
			ids := make([]corpus.ID, len(chunk))
			for i, f := range chunk {
				ids[i] = f.ID
			}
			articles, err := s.Engine.Articles(ctx, ids)
			if err != nil {
				yield(foundArticle{}, err)
				return
			}
			for i, a := range articles {
				if a != nil && !yield(foundArticle{chunk[i], a, offset + at + i + 1}, nil) {
					return
				}
			}
		}
	}
}

// A BatchAnswer is what one line of a batch found.
type BatchAnswer struct {
	ID    string     `json:"id"`
	Query string     `json:"query"`
	Rows  []BatchRow `json:"rows"`
	Notes []string   `json:"notes,omitempty"`
	Err   error      `json:"-"` // why the line could not be answered; the others are
}

// A BatchRow is one found article: its own key where it has one, else its id.
type BatchRow struct {
	Key   string    `json:"key"`
	ID    corpus.ID `json:"id"`
	Score float64   `json:"score"`
}

// Batch answers lines "id<TAB>query" with the request's other settings, one after the other. A bad line is an answer
// with an error.
func (s *Searcher) Batch(ctx context.Context, lines iter.Seq[string], req Request) iter.Seq[BatchAnswer] {
	return func(yield func(BatchAnswer) bool) {
		for line := range lines {
			if strings.TrimSpace(line) == "" {
				continue
			}
			id, q, _ := strings.Cut(line, "\t")
			req.Query = strings.TrimSpace(q)
			if !yield(s.answer(ctx, id, req)) || ctx.Err() != nil {
				return
			}
		}
	}
}

func (s *Searcher) answer(ctx context.Context, id string, req Request) BatchAnswer {
	a := BatchAnswer{ID: id, Query: req.Query}
	if req.Query == "" {
		a.Err = &ParseError{"a line is an id, a tab and a query"}
		return a
	}
	plan, err := s.Plan(ctx, req)
	if err != nil {
		a.Err = err
		return a
	}
	a.Notes = plan.Notes
	found, err := s.rank(ctx, plan, req, Window{Size: orAll(req.Size), Stories: !req.Articles})
	if err != nil {
		a.Err = err
		return a
	}
	for f, err := range s.readAll(ctx, found.Hits, max(0, req.Offset)) {
		if err != nil {
			a.Err = err
			return a
		}
		key := f.article.Key
		if key == "" {
			key = string(f.ID)
		}
		a.Rows = append(a.Rows, BatchRow{key, f.ID, f.Score})
	}
	return a
}
