package query

import (
	"context"
	"iter"
	"time"

	"dateline/corpus"
)

// A Searcher answers requests from one engine. It is the one door of every front end. Any number of goroutines may
// use one Searcher.
type Searcher struct {
	Engine Engine
	Now    func() time.Time // the clock that "last month" is read by; nil means time.Now
	// Aliases are the user's own names for persons: a canonical name and what else it goes by.
	Aliases map[string][]string
}

func (s *Searcher) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// Search answers a request with one page of hits.
func (s *Searcher) Search(ctx context.Context, req Request) (*Page, error) {
	page, hits, err := s.Stream(ctx, req)
	if err != nil {
		return nil, err
	}
	if page.Hits, err = collect(make([]Hit, 0, page.Shown), hits); err != nil {
		return nil, err
	}
	return page, nil
}

// collect adds a list to dst, up to its first error.
func collect[T any](dst []T, list iter.Seq2[T, error]) ([]T, error) {
	for v, err := range list {
		if err != nil {
			return nil, err
		}
		dst = append(dst, v)
	}
	return dst, nil
}

// Stream answers as Search does, but its page has no hits: they are read as they are asked for, so that ten thousand
// take no more memory than a hundred. They end at the first error.
func (s *Searcher) Stream(ctx context.Context, req Request) (*Page, iter.Seq2[Hit, error], error) {
	plan, err := s.Plan(ctx, req)
	if err != nil {
		return nil, nil, err
	}
	size := req.Size
	if size == 0 {
		size = 10
	}
	found, err := s.rank(ctx, plan, req, Window{Size: size, Stories: !req.Articles, Matches: true})
	if err != nil {
		return nil, nil, err
	}
	page, err := s.totals(ctx, plan, found)
	page.Shown = len(found.Hits)
	return &page, s.hits(ctx, plan, req, found.Hits), err
}

// totals is what every answer says below what it found.
func (s *Searcher) totals(ctx context.Context, plan *Plan, found Found) (page Page, err error) {
	page = Page{Query: plan.Parsed.String(), From: plan.From, To: plan.To, Notes: plan.Notes,
		Matches: found.Matches, Articles: found.Articles, Stories: found.Stories}
	if page.Undecided, err = s.undecided(ctx, plan, found.Articles); err == nil && found.Articles == 0 {
		page.Help, err = s.help(ctx, plan)
	}
	return page, err
}

func (r *Request) sort() Sort {
	if r.Sort == "" {
		return ByRelevance
	}
	return r.Sort
}

// undecided counts the articles that the date filter left out though they may lie inside: undated ones, and those
// whose interval reaches across its ends.
func (s *Searcher) undecided(ctx context.Context, plan *Plan, found int) (int, error) {
	if !plan.Dated {
		return 0, nil
	}
	open := rewriteDates(plan.Node, func(d Date) Node {
		if !d.Undated {
			d.Sure = AnyOverlap
		}
		return d
	})
	all, err := s.Engine.Find(ctx, open, Window{})
	return max(0, all.Articles-found), err
}

// hits reads found articles and marks them.
func (s *Searcher) hits(ctx context.Context, plan *Plan, req Request, found []Scored) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		for f, err := range s.readAll(ctx, found, max(0, req.Offset)) {
			if err != nil {
				yield(Hit{}, err)
				return
			}
			if !yield(hit(plan, req, f), nil) {
				return
			}
		}
	}
}

func hit(plan *Plan, req Request, f foundArticle) Hit {
	a := f.article
	r := Read(a)
	h := Hit{Rank: f.rank, Score: f.Score, Copies: f.Copies, Article: a, Marks: r.Marks(plan.Node)}
	var title []Mark
	for _, m := range r.Shown(plan.Node) {
		if m.Part == corpus.PartTitle {
			title = append(title, m)
		}
	}
	h.Title = runs(a.Title.Text, 0, len(a.Title.Text), title)
	if req.Snippets >= 0 {
		h.Snippets = r.Snip(plan.Node, SnipOptions{Count: req.Snippets})
	}
	return h
}
