package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/corpus/names"
)

// A CountRequest asks how the hits spread over the values of a field. Size counts values; 0 means 20, negative all.
type CountRequest struct {
	Request
	By string `json:"by"` // a field of CountFields
}

// CountFields are the fields that hits can be counted by.
var CountFields = []string{"speaker", "person", "location", "filed", "about", "outlet", "author", "wire", "language",
	"section", "tag", "year", "month", "week", "day"}

// A Table is how often each value was found. Its rows are in order of stories, then articles, then value; pieces of
// time in their own.
type Table struct {
	Page
	By     string `json:"by"`
	Rows   []Row  `json:"rows"`
	Values int    `json:"values"` // how many values there are, shown or not
}

// A Row is one value.
type Row struct {
	Value    string   `json:"value"`
	Variants []string `json:"variants,omitempty"` // other spellings of a name that are counted with it
	Articles int      `json:"articles"`
	Stories  int      `json:"stories"`
}

// Count tells how the hits of a request spread over the values of a field.
func (s *Searcher) Count(ctx context.Context, req CountRequest) (*Table, error) {
	if !slices.Contains(CountFields, req.By) {
		return nil, fmt.Errorf("hits are counted by %s, not by %s", strings.Join(CountFields, ", "), req.By)
	}
	if _, ok := steps[req.By]; ok {
		return s.countTime(ctx, req)
	}
	plan, err := s.Plan(ctx, req.Request)
	if err != nil {
		return nil, err
	}
	t := &Table{By: req.By}
	if t.Page, err = s.counted(ctx, plan); err != nil {
		return nil, err
	}
	counts, err := s.Engine.Facet(ctx, plan.Node, req.By)
	if err != nil {
		return nil, err
	}
	rows := grouped(counts, isNames(req.By))
	t.Values = len(rows)
	t.Rows = rows[:min(len(rows), sizeOr(req.Size, 20, len(rows)))]
	return t, s.recount(ctx, plan.Node, req.By, t.Rows)
}

func sizeOr(size, normal, all int) int {
	switch {
	case size == 0:
		return normal
	case size < 0:
		return all
	}
	return size
}

func isNames(field string) bool { return field == "speaker" || field == "person" || field == "author" }

// grouped makes a row of each value, or of all spellings of one name. The commonest spelling stands for it.
func grouped(counts []Count, asNames bool) []Row {
	rows := make([]Row, 0, len(counts))
	if !asNames {
		for _, c := range counts {
			rows = append(rows, Row{Value: c.Value, Articles: c.Articles, Stories: c.Stories})
		}
		sortRows(rows)
		return rows
	}
	for _, cs := range spellings(counts) {
		r := Row{Value: cs[0].Value}
		for _, c := range cs {
			r.Articles += c.Articles
			r.Stories += c.Stories
			if c.Value != r.Value {
				r.Variants = append(r.Variants, c.Value)
			}
		}
		rows = append(rows, r)
	}
	sortRows(rows)
	return rows
}

// spellings parts names into those of one person, the commonest first.
func spellings(counts []Count) [][]Count {
	byKey := map[string][]Count{}
	for _, c := range counts {
		key := names.Key(c.Value)
		byKey[key] = append(byKey[key], c)
	}
	out := make([][]Count, 0, len(byKey))
	for _, cs := range byKey {
		slices.SortFunc(cs, func(a, b Count) int {
			return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Value, b.Value))
		})
		out = append(out, agreeing(cs)...)
	}
	return out
}

// agreeing parts names of one key where their middle names contradict each other, as George W. Bush and George H. W. Bush.
// A name without them goes to the commoner.
func agreeing(cs []Count) [][]Count {
	var groups [][]Count
	for _, c := range cs {
		i := slices.IndexFunc(groups, func(g []Count) bool {
			return !slices.ContainsFunc(g, func(o Count) bool { return !names.Same(o.Value, c.Value) })
		})
		if i < 0 {
			groups = append(groups, []Count{c})
		} else {
			groups[i] = append(groups[i], c)
		}
	}
	return groups
}

func sortRows(rows []Row) {
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Stories, a.Stories), cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Value, b.Value))
	})
}

// recount counts rows with variants anew: an article with two spellings of a name is one article.
func (s *Searcher) recount(ctx context.Context, n Node, field string, rows []Row) error {
	for i := range rows {
		r := &rows[i]
		if len(r.Variants) == 0 {
			continue
		}
		found, err := s.having(ctx, n, field, append([]string{r.Value}, r.Variants...))
		if err != nil {
			return err
		}
		r.Articles, r.Stories = found.Articles, found.Stories
	}
	sortRows(rows)
	return nil
}

// having counts the articles of a question that have any of some values.
func (s *Searcher) having(ctx context.Context, n Node, field string, values []string) (Found, error) {
	any := Or{}
	for _, v := range values {
		any.Nodes = append(any.Nodes, Value{Field: field, Text: v, Match: Exact})
	}
	return s.Engine.Find(ctx, allOf(n, any), Window{})
}

// countTime makes rows of a trend's buckets that are not empty.
func (s *Searcher) countTime(ctx context.Context, req CountRequest) (*Table, error) {
	trend, err := s.Trend(ctx, TrendRequest{Request: req.Request, By: req.By})
	if err != nil {
		return nil, err
	}
	t := &Table{Page: trend.Page, By: req.By}
	for _, b := range append(trend.Buckets, trend.Coarser, trend.Undated) {
		if b.Articles > 0 {
			t.Rows = append(t.Rows, Row{Value: b.Label, Articles: b.Articles, Stories: b.Stories})
		}
	}
	t.Values = len(t.Rows)
	return t, nil
}

// People lists the persons that the archive names or that a name may mean, with the spellings of each.
func (s *Searcher) People(ctx context.Context, name string, size int) (*Table, error) {
	req := CountRequest{By: "person", Request: Request{Size: -1}}
	if name != "" {
		req.Query = Value{Field: "person", Text: value(name)}.String()
	}
	t, err := s.Count(ctx, req)
	if err != nil {
		return nil, err
	}
	if name != "" && t.Articles > 0 {
		looked := (&planner{s: s, ctx: ctx, plan: &Plan{}}).person(name)
		t.Rows = slices.DeleteFunc(t.Rows, func(r Row) bool {
			return !slices.ContainsFunc(names.Keys(r.Value), func(k string) bool { return slices.Contains(looked, k) })
		})
		t.Values = len(t.Rows)
		var spelled []string
		for _, r := range t.Rows {
			spelled = append(append(spelled, r.Value), r.Variants...)
		}
		found, err := s.having(ctx, All{}, "person", spelled)
		if err != nil {
			return nil, err
		}
		t.Articles, t.Stories = found.Articles, found.Stories // not those that have a surname alone, which may be anyone's
	}
	t.Rows = t.Rows[:min(len(t.Rows), sizeOr(size, 20, len(t.Rows)))]
	return t, nil
}
