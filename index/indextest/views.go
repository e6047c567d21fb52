package indextest

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/query"
)

// A viewer asks one question in every view, of one engine.
type viewer struct {
	t *testing.T
	s *query.Searcher
}

// checkViews asks generated questions in every view of a Searcher, over both engines: every count must agree with what
// it counts, and both engines must count the same.
func checkViews(t *testing.T, oracle, under query.Engine) {
	m := maker{rand.New(rand.NewPCG(5, 5))}
	now := func() time.Time { return time.Date(2016, 6, 1, 12, 0, 0, 0, time.UTC) }
	found := 0
	for i := range questions {
		req := m.request(i)
		by, field := pick(m, []string{"day", "week", "month", "year"}), pick(m, query.CountFields[:11])
		want := viewer{t, &query.Searcher{Engine: oracle, Now: now}}.all(req, by, field)
		got := viewer{t, &query.Searcher{Engine: under, Now: now}}.all(req, by, field)
		same(t, req.Query+" in every view", want, got)
		if want.page.Articles > 0 {
			found++
		}
	}
	if found < questions/2 {
		t.Errorf("only %d of %d questions found anything: they prove little", found, questions)
	}
}

// request asks a question, now and then within dates, by a sort, as alternatives.
func (m maker) request(i int) query.Request {
	req := query.Request{Query: m.question(), Size: -1, Snippets: -1,
		Sort:  pick(m, []query.Sort{"", query.ByNewest, query.ByOldest}),
		Dates: pick(m, []query.Certainty{query.Likely, query.Sure, query.AnyOverlap})}
	switch i % 8 {
	case 1:
		req.From = pick(m, []string{"2016", "2015-12-20", "2016-03"})
	case 2:
		req.From, req.To = "2016-01", pick(m, []string{"2016-02-10", "2016"})
	case 3:
		req.Speaker = []string{pick(m, []string{"Petrova", "John Miller"})}
	case 4:
		req.Query, req.Any = m.word()+" "+m.word()+" "+m.word(), true
	}
	return req
}

// seen is what the views of one question said, for two engines to agree on.
type seen struct {
	page  totals
	hits  []corpus.ID
	lines []line
	trend query.Trend
	table query.Table
}

// totals are the counts below every answer.
type totals struct{ Matches, Articles, Stories, Undecided int }

func totalsOf(p *query.Page) totals { return totals{p.Matches, p.Articles, p.Stories, p.Undecided} }

// A line is a concordance's.
type line struct {
	ID         corpus.ID
	Left, Text string
}

// all asks in every view. What is said of the whole question must be the same below each.
func (v viewer) all(req query.Request, by, field string) seen {
	v.t.Helper()
	out := seen{}
	out.page, out.hits = v.search(req)
	var below totals
	if out.lines, below = v.kwic(req); below != out.page {
		v.t.Errorf("%s: a search counts %+v, the concordance %+v", req.Query, out.page, below)
	}
	if out.trend = v.trend(req, by); totalsOf(&out.trend.Page) != out.page {
		v.t.Errorf("%s: a search counts %+v, the trend %+v", req.Query, out.page, totalsOf(&out.trend.Page))
	}
	if out.table = v.count(req, field); totalsOf(&out.table.Page) != out.page {
		v.t.Errorf("%s: a search counts %+v, the table %+v", req.Query, out.page, totalsOf(&out.table.Page))
	}
	out.trend.Page, out.table.Page = query.Page{}, query.Page{}
	return out
}

// must stops the test where a question could not be answered.
func (v viewer) must(q string, err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatalf("%s: %v", q, err)
	}
}

// search counts the hits of pages, by story and by article, and the rows that an export has.
func (v viewer) search(req query.Request) (totals, []corpus.ID) {
	v.t.Helper()
	ctx := context.Background()
	stories, err := v.s.Search(ctx, req)
	v.must(req.Query, err)
	req.Articles = true
	articles, err := v.s.Search(ctx, req)
	v.must(req.Query, err)
	marks, copies, rows := 0, 0, 0
	leads := map[corpus.Story]bool{}
	var ids []corpus.ID
	for _, h := range articles.Hits {
		marks += len(h.Marks)
		leads[h.Article.Story] = true
		ids = append(ids, h.Article.ID)
	}
	for _, h := range stories.Hits {
		copies += h.Copies
	}
	for h, err := range v.s.All(ctx, req) {
		v.must(req.Query, err)
		if rows < len(ids) && h.Article.ID != ids[rows] {
			v.t.Errorf("%s: row %d of the export is %s, of the hits %s", req.Query, rows, h.Article.ID, ids[rows])
		}
		rows++
	}
	p := totalsOf(articles)
	counted := totals{marks, len(articles.Hits), len(stories.Hits), p.Undecided}
	if p != counted || p != totalsOf(stories) || copies != p.Articles || len(leads) != p.Stories || rows != p.Articles {
		v.t.Errorf("%s: said %+v by article, %+v by story; there are %+v, %d copies, %d stories, %d rows", req.Query, p,
			totalsOf(stories), counted, copies, len(leads), rows)
	}
	slices.Sort(ids)
	return p, ids
}

// kwic counts the lines of a concordance, whole, streamed and sampled.
func (v viewer) kwic(req query.Request) ([]line, totals) {
	v.t.Helper()
	ctx := context.Background()
	asked := query.KwicRequest{Request: req}
	asked.Sort = query.ByOldest // a total order but for articles of one day, which their IDs put in one
	c, err := v.s.Kwic(ctx, asked)
	v.must(req.Query, err)
	var lines []line
	articles, stories := map[corpus.ID]bool{}, map[corpus.Story]bool{}
	for _, l := range c.Lines {
		lines = append(lines, line{l.ID, l.Left, l.Match})
		articles[l.ID], stories[l.Story] = true, true
	}
	if len(lines) != c.Matches || len(articles) > c.Articles || len(stories) > c.Stories {
		v.t.Errorf("%s: %d lines in %d articles and %d stories, but %+v are said", req.Query, len(lines), len(articles),
			len(stories), totalsOf(&c.Page))
	}
	streamed := 0
	for l, err := range v.s.KwicLines(ctx, asked) {
		v.must(req.Query, err)
		if streamed < len(lines) && (line{l.ID, l.Left, l.Match}) != lines[streamed] {
			v.t.Errorf("%s: line %d is another when streamed", req.Query, streamed)
		}
		streamed++
	}
	asked.Sample = 3
	few, err := v.s.Kwic(ctx, asked)
	v.must(req.Query, err)
	if streamed != c.Matches || len(few.Lines) != min(3, c.Matches) || totalsOf(&few.Page) != totalsOf(&c.Page) {
		v.t.Errorf("%s: of %d matches %d were streamed, %d of 3 sampled", req.Query, c.Matches, streamed, len(few.Lines))
	}
	return lines, totalsOf(&c.Page)
}

// trend adds up the buckets, those of coarse dates and none too, and asks again for what some of them count.
func (v viewer) trend(req query.Request, by string) query.Trend {
	v.t.Helper()
	ctx := context.Background()
	trend, err := v.s.Trend(ctx, query.TrendRequest{Request: req, By: by, Share: true})
	v.must(req.Query, err)
	sum := trend.Coarser.Articles + trend.Undated.Articles
	for i, b := range trend.Buckets {
		sum += b.Articles
		if req.Any || req.Dates != query.Likely || req.From+req.To != "" || b.Articles == 0 && i%5 > 0 {
			continue // one interval can be asked of a question, by one certainty
		}
		again := req
		again.Query = "(" + req.Query + ") date:" + b.From + ".." + b.To
		page, err := v.s.Search(ctx, again)
		v.must(again.Query, err)
		if page.Articles != b.Articles || page.Stories != b.Stories {
			v.t.Errorf("%s by %s: %s counts %d articles and %d stories, asked for there are %d and %d", req.Query, by, b.Label,
				b.Articles, b.Stories, page.Articles, page.Stories)
		}
	}
	if sum != trend.Articles {
		v.t.Errorf("%s by %s: the buckets add up to %d articles of %d", req.Query, by, sum, trend.Articles)
	}
	return *trend
}

// count asks again for what some rows of a table count.
func (v viewer) count(req query.Request, field string) query.Table {
	v.t.Helper()
	ctx := context.Background()
	table, err := v.s.Count(ctx, query.CountRequest{Request: req, By: field})
	v.must(req.Query, err)
	if len(table.Rows) != table.Values {
		v.t.Errorf("%s by %s: %d rows of %d values", req.Query, field, len(table.Rows), table.Values)
	}
	for i, r := range table.Rows {
		if req.Any || i > 3 {
			break
		}
		again := req
		var is []query.Node
		for _, value := range append([]string{r.Value}, r.Variants...) {
			is = append(is, query.Value{Field: field, Text: value, Match: query.Exact})
		}
		again.Query = "(" + req.Query + ") (" + query.Or{Nodes: is}.String() + ")"
		page, err := v.s.Search(ctx, again)
		v.must(again.Query, err)
		if page.Articles != r.Articles || page.Stories != r.Stories {
			v.t.Errorf("%s by %s: %s counts %d articles and %d stories, asked for there are %d and %d", req.Query, field, r.Value,
				r.Articles, r.Stories, page.Articles, page.Stories)
		}
	}
	return *table
}
