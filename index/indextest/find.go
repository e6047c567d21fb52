package indextest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"
)

// Find implements query.Engine.
func (e *Naive) Find(_ context.Context, n query.Node, w query.Window) (query.Found, error) {
	var found query.Found
	var hits []hit
	copies := map[corpus.Story]int{}
	for _, d := range e.published.docs {
		is, score, err := e.evaluate(n, d)
		if err != nil {
			return found, err
		}
		if !is {
			continue
		}
		story, _ := e.published.story(d.ID)
		copies[story]++
		h := hit{d, story, score, 0}
		for _, hint := range w.Hints {
			more, plus, err := e.evaluate(hint, d)
			if err != nil {
				return found, err
			}
			if more {
				h.score += plus
			}
		}
		if w.Sort == query.ByNewest || w.Sort == query.ByOldest {
			h.score = 0 // nothing asks how good it is, and no copy is better than the lead
		}
		if w.Matches {
			h.matches = len(query.Spans(n, d.reading))
		}
		hits = append(hits, h)
		found.Articles++
		found.Matches += h.matches
	}
	if w.Sort != query.ByNewest && w.Sort != query.ByOldest {
		e.near(n, hits, w.Near)
	}
	found.Stories = len(copies)
	if w.Stories {
		hits = e.leads(hits)
	}
	slices.SortFunc(hits, func(a, b hit) int { return compare(a, b, w.Sort) })
	for i, h := range hits {
		if i >= w.Offset && (w.Size < 0 || i < w.Offset+w.Size) {
			found.Hits = append(found.Hits, query.Scored{ID: h.ID, Story: h.story, Score: h.score, Copies: copies[h.story],
				Matches: h.matches})
		}
	}
	return found, nil
}

// near makes the first hits better whose words stand together.
func (e *Naive) near(n query.Node, hits []hit, depth int) {
	depth = min(depth, len(hits))
	if depth == 0 {
		return
	}
	near := query.NearnessOf(n, func(t query.Term) float64 { return e.idf(cmp.Or(t.In, "body"), t) })
	if near == nil {
		return
	}
	slices.SortFunc(hits, func(a, b hit) int { return compare(a, b, query.ByRelevance) })
	for i := range hits[:depth] {
		hits[i].score += near.Score(hits[i].reading)
	}
}

// A hit is one found article.
type hit struct {
	*doc
	story   corpus.Story
	score   float64
	matches int
}

// leads keeps one found article of each story, as query.Window says.
func (e *Naive) leads(hits []hit) []hit {
	found := map[corpus.ID]hit{}
	for _, h := range hits {
		found[h.ID] = h
	}
	var out []hit
	done := map[corpus.Story]bool{}
	for _, h := range hits {
		if done[h.story] {
			continue
		}
		done[h.story] = true
		_, members := e.published.story(h.ID)
		var copies []hit // in canonical order
		for _, id := range members {
			if copied, ok := found[id]; ok {
				copies = append(copies, copied)
			}
		}
		lead := copies[0]
		best := slices.MaxFunc(copies, func(a, b hit) int { return cmp.Compare(a.score, b.score) })
		if best.score > query.BestCopy*lead.score {
			lead = best
		}
		lead.score = best.score
		out = append(out, lead)
	}
	return out
}

// compare orders hits as query.Engine says: by what is asked for, then newest first, then by ID. Undated ones are last.
func compare(a, b hit, by query.Sort) int {
	order := 0
	switch by {
	case query.ByOldest:
		order = undatedLast(a, b, func() int { return a.Published.Earliest.Compare(b.Published.Earliest) })
	case query.ByNewest:
	default:
		order = cmp.Compare(b.score, a.score)
	}
	newest := undatedLast(a, b, func() int { return b.Published.Latest.Compare(a.Published.Latest) })
	return cmp.Or(order, newest, cmp.Compare(a.ID, b.ID))
}

func undatedLast(a, b hit, dated func() int) int {
	switch x, y := a.Published.IsZero(), b.Published.IsZero(); {
	case x && y:
		return 0
	case x:
		return 1
	case y:
		return -1
	}
	return dated()
}

// Facet implements query.Engine.
func (e *Naive) Facet(_ context.Context, n query.Node, field string) ([]query.Count, error) {
	articles, stories := map[string]int{}, map[string]map[corpus.Story]bool{}
	for _, d := range e.published.docs {
		is, _, err := e.evaluate(n, d)
		if err != nil {
			return nil, err
		}
		if !is {
			continue
		}
		story, _ := e.published.story(d.ID)
		for _, v := range d.values[field] {
			if stories[v] == nil {
				stories[v] = map[corpus.Story]bool{}
			}
			articles[v]++
			stories[v][story] = true
		}
	}
	var out []query.Count
	for _, v := range slices.Sorted(maps.Keys(articles)) {
		out = append(out, query.Count{Value: v, Articles: articles[v], Stories: len(stories[v])})
	}
	return out, nil
}

// evaluate says whether a question is true of an article, and what that scores.
func (e *Naive) evaluate(n query.Node, d *doc) (is bool, score float64, err error) {
	switch n := n.(type) {
	case query.All:
		return true, 0, nil
	case query.Nothing:
		return false, 0, nil
	case query.And:
		for _, c := range n.Nodes {
			is, s, err := e.evaluate(c, d)
			if !is || err != nil {
				return false, 0, err
			}
			score += s
		}
		return true, score, nil
	case query.Or:
		for _, c := range n.Nodes {
			one, s, err := e.evaluate(c, d)
			if err != nil {
				return false, 0, err
			}
			if one {
				is, score = true, score+s
			}
		}
		return is, score, nil
	case query.Not:
		is, _, err := e.evaluate(n.Node, d)
		return !is, 0, err
	case query.Boost:
		is, s, err := e.evaluate(n.Node, d)
		return is, n.By * s, err
	case query.Filter:
		is, _, err := e.evaluate(n.Node, d)
		return is, 0, err
	case query.Value:
		is, err = d.has(n)
		return is, 0, err
	case query.Date:
		return d.fits(n), 0, nil
	case query.Around:
		return d.lies(n), 0, nil
	}
	is, score = e.text(n, d)
	return is, score, nil
}

const k1, b = 1.2, 0.75

// text is BM25 as query.Weight writes it, word for word.
func (e *Naive) text(n query.Node, d *doc) (is bool, score float64) {
	for _, f := range index.Schema {
		if f.Values != nil {
			continue
		}
		tf := 0
		if t, ok := n.(query.Term); ok && t.Match != query.Exact {
			if t.In == "" || t.In == f.Name {
				tf = d.frequency(f.Name, d.matcher(t))
			}
		} else {
			tf = len(query.SpansIn(n, f.Name, d.reading))
		}
		if tf == 0 {
			continue
		}
		is = true
		weight := f.Weight * query.Weight(n, func(t query.Term) float64 { return e.idf(f.Name, t) })
		length, average := float64(len(d.fields[f.Name])), e.averageLength(f.Name)
		score += weight * float64(tf) * (k1 + 1) / (float64(tf) + k1*(1-b+b*length/average))
	}
	return is, score
}

// matcher says which index terms of an article a planned term finds.
func (d *doc) matcher(t query.Term) func(string) bool {
	if t.Keys != nil {
		return func(term string) bool {
			return slices.ContainsFunc(t.Keys, func(k text.Key) bool { return k.Finds(term, d.Language.Text) })
		}
	}
	match, err := query.Pattern{Text: t.Text, Match: t.Match, Edits: t.Edits}.Compile()
	return func(term string) bool { return err == nil && term[0] >= ' ' && match(term) }
}

func (e *Naive) idf(field string, t query.Term) float64 {
	if t.In != "" && t.In != field {
		return 0
	}
	df := e.published.once(fmt.Sprint("df ", field, t, t.Keys), func() float64 {
		n := 0.0
		for _, d := range e.published.docs {
			if d.frequency(field, d.matcher(t)) > 0 {
				n++
			}
		}
		return n
	})
	if df == 0 {
		return 0
	}
	return math.Log(1 + (float64(len(e.published.docs))-df+0.5)/(df+0.5))
}

func (e *Naive) averageLength(field string) float64 {
	return e.published.once("average "+field, func() float64 {
		sum := 0
		for _, d := range e.published.docs {
			sum += len(d.fields[field])
		}
		return float64(sum) / float64(len(e.published.docs))
	})
}

// has looks a value up by its keys, else by a pattern.
func (d *doc) has(v query.Value) (bool, error) {
	if v.Keys != nil {
		values, ok := d.values[v.Field+".key"]
		if _, exists := fieldNames[v.Field+".key"]; !exists || !ok {
			values = d.values[v.Field]
		}
		return slices.ContainsFunc(values, func(s string) bool { return slices.Contains(v.Keys, s) }), nil
	}
	match, err := query.Pattern{Text: v.Text, Match: v.Match}.Compile()
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(d.values[v.Field], match), nil
}

var fieldNames = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range index.Schema {
		m[f.Name] = true
	}
	return m
}()

// fits compares day by day.
func (d *doc) fits(q query.Date) bool {
	if d.Published.IsZero() {
		return q.Undated || q.Sure == query.AnyOverlap
	}
	if q.Undated {
		return false
	}
	inside, all := 0, len(d.days)
	for _, day := range d.days {
		if (q.From == "" || day >= q.From) && (q.To == "" || day <= q.To) {
			inside++
		}
	}
	switch q.Sure {
	case query.Sure:
		return inside == all
	case query.AnyOverlap:
		return inside > 0
	}
	return 2*inside > all
}

func nextDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "~"
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// lies measures along the great circle, by the angle between two points.
func (d *doc) lies(a query.Around) bool {
	return slices.ContainsFunc(d.values["point"], func(p string) bool {
		var lat, lon float64
		_, err := fmt.Sscanf(strings.Replace(p, ",", " ", 1), "%g %g", &lat, &lon)
		return err == nil && angle(lat, lon, a.Lat, a.Lon)*6371.0088 <= a.Km
	})
}

func angle(lat1, lon1, lat2, lon2 float64) float64 {
	x1, y1, z1 := unit(lat1, lon1)
	x2, y2, z2 := unit(lat2, lon2)
	return 2 * math.Asin(math.Min(1, math.Hypot(math.Hypot(x1-x2, y1-y2), z1-z2)/2))
}

func unit(lat, lon float64) (x, y, z float64) {
	lat, lon = lat*math.Pi/180, lon*math.Pi/180
	return math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)
}
