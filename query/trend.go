package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A TrendRequest asks how often something was found over time.
type TrendRequest struct {
	Request
	By    string `json:"by,omitempty"` // "day", "week", "month" or "year"; "" means month
	Share bool   `json:"share,omitempty"`
}

// A Trend is a row of buckets without gaps. The articles of Buckets, Coarser and Undated add up to Articles.
type Trend struct {
	Page
	By      string   `json:"by"`
	Buckets []Bucket `json:"buckets"`
	Coarser Bucket   `json:"coarser"` // dated by an interval that no bucket has more than half of
	Undated Bucket   `json:"undated"`
}

// A Bucket is one piece of time and what was found in it: exactly what the query with date:FROM..TO finds.
type Bucket struct {
	Label    string  `json:"label"` // "2016-05-25", "2016-W21", "2016-05", "2016"
	From     string  `json:"from,omitempty"`
	To       string  `json:"to,omitempty"`
	Articles int     `json:"articles"`
	Stories  int     `json:"stories"`
	All      int     `json:"all,omitempty"`   // stories of the bucket whatever they are about, where asked for
	Share    float64 `json:"share,omitempty"` // Stories / All
}

// A step is a size of buckets.
type step struct {
	of    func(t time.Time) days
	label func(t time.Time) string
}

var steps = map[string]step{
	"day":   {aDay, func(t time.Time) string { return t.Format(time.DateOnly) }},
	"week":  {aWeek, isoWeekLabel},
	"month": {aMonth, func(t time.Time) string { return t.Format("2006-01") }},
	"year":  {func(t time.Time) days { return aYear(t.Year()) }, func(t time.Time) string { return t.Format("2006") }},
}

func isoWeekLabel(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// mostBuckets is how many buckets a trend may have: 27 years of days.
const mostBuckets = 10_000

// Trend counts hits by pieces of time.
func (s *Searcher) Trend(ctx context.Context, req TrendRequest) (*Trend, error) {
	if req.By == "" {
		req.By = "month"
	}
	size, ok := steps[req.By]
	if !ok {
		return nil, fmt.Errorf("a trend is by day, week, month or year, not by %s", req.By)
	}
	plan, err := s.Plan(ctx, req.Request)
	if err != nil {
		return nil, err
	}
	t := &Trend{By: req.By}
	if t.Page, err = s.counted(ctx, plan); err != nil {
		return nil, err
	}
	dates, err := s.Engine.Facet(ctx, plan.Node, "date")
	if err != nil {
		return nil, err
	}
	if t.Buckets, err = bucketsOf(size, dates, plan); err != nil {
		return nil, err
	}
	if err := s.fill(ctx, plan, t, dates); err != nil {
		return nil, err
	}
	if req.Share {
		err = s.shares(ctx, t)
	}
	return t, err
}

// counted counts what a question finds, without listing any.
func (s *Searcher) counted(ctx context.Context, plan *Plan) (Page, error) {
	found, err := s.Engine.Find(ctx, plan.Node, Window{Matches: true})
	if err != nil {
		return Page{}, err
	}
	return s.totals(ctx, plan, found)
}

// readTerm reads a date as the index writes it.
func readTerm(term string) (days, bool) {
	first, last, isRange := strings.Cut(term, "/")
	if !isRange {
		last = first
	}
	r := &dateReader{}
	a, ok1, _ := r.numeric(first)
	b, ok2, _ := r.numeric(last)
	return days{a.from, b.to}, ok1 && ok2
}

// home is the bucket that has more than half of an interval; ok is false where none has.
func home(size step, d days) (bucket days, ok bool) {
	half := int(d.to.Sub(d.from).Hours()) / 24 / 2
	bucket = size.of(d.from.AddDate(0, 0, half))
	from, to := maxTime(d.from, bucket.from), minTime(d.to, bucket.to)
	inside, all := to.Sub(from).Hours()/24+1, d.to.Sub(d.from).Hours()/24+1
	return bucket, 2*inside > all
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// bucketsOf lays out the buckets from the asked interval's begin, or the first article, to its end, or the last. Where
// an overlap is enough, articles may lie mostly outside of the interval.
func bucketsOf(size step, dates []Count, plan *Plan) ([]Bucket, error) {
	var from, to time.Time
	for _, c := range dates {
		d, ok := readTerm(c.Value)
		if !ok {
			continue
		}
		b, ok := home(size, d)
		if !ok {
			continue
		}
		if from.IsZero() || b.from.Before(from) {
			from = b.from
		}
		to = maxTime(to, b.from)
	}
	if plan.From != "" && !to.IsZero() {
		from = minTime(from, size.of(parseDay(plan.From)).from)
	}
	if plan.To != "" && !from.IsZero() {
		to = maxTime(to, size.of(parseDay(plan.To)).from)
	}
	var out []Bucket
	for t := from; !t.IsZero() && !t.After(to); {
		b := size.of(t)
		out = append(out, Bucket{Label: size.label(t), From: formatDay(b.from), To: formatDay(b.to)})
		if len(out) > mostBuckets {
			return nil, fmt.Errorf("from %s to %s there are more than %d buckets: take larger ones, or a date filter",
				formatDay(from), formatDay(to), mostBuckets)
		}
		t = b.to.AddDate(0, 0, 1)
	}
	return out, nil
}

func parseDay(s string) time.Time {
	t, _ := time.Parse(time.DateOnly, s)
	return t
}

// fill counts the buckets that something falls in, and what falls in none.
func (s *Searcher) fill(ctx context.Context, plan *Plan, t *Trend, dates []Count) error {
	size := steps[t.By]
	full := map[string]bool{}
	var coarser []Node
	for _, c := range dates {
		d, ok := readTerm(c.Value)
		if !ok {
			continue
		}
		if b, ok := home(size, d); ok {
			full[formatDay(b.from)] = true
		} else {
			coarser = append(coarser, Value{Field: "date", Text: c.Value, Keys: []string{c.Value}})
		}
	}
	for i := range t.Buckets {
		if b := &t.Buckets[i]; full[b.From] {
			if err := s.count(ctx, plan.Node, Date{From: b.From, To: b.To}, b); err != nil {
				return err
			}
		}
	}
	t.Coarser.Label, t.Undated.Label = "coarser", "undated"
	if len(coarser) > 0 {
		if err := s.count(ctx, plan.Node, Or{coarser}, &t.Coarser); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(dates, func(c Count) bool { return c.Value == "none" }) {
		return nil
	}
	return s.count(ctx, plan.Node, Date{Undated: true}, &t.Undated)
}

func (s *Searcher) count(ctx context.Context, n, in Node, b *Bucket) error {
	found, err := s.Engine.Find(ctx, allOf(n, in), Window{})
	b.Articles, b.Stories = found.Articles, found.Stories
	return err
}

// shares counts all stories of each bucket.
func (s *Searcher) shares(ctx context.Context, t *Trend) error {
	for i := range t.Buckets {
		b := &t.Buckets[i]
		found, err := s.Engine.Find(ctx, Date{From: b.From, To: b.To}, Window{})
		if err != nil {
			return err
		}
		if b.All = found.Stories; b.All > 0 {
			b.Share = float64(b.Stories) / float64(b.All)
		}
	}
	return nil
}
