package disk

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/index"
	"dateline/query"
)

// evaluate finds what a node is true of. within, where it is not nil, bounds the articles that matter: the answer is
// right for those and may leave out others. Scores are only made where they are wanted.
func (s *search) evaluate(n query.Node, within result, scored bool) (result, error) {
	switch n := n.(type) {
	case query.All:
		return s.all(within), nil
	case query.Nothing:
		return s.none(), nil
	case query.And:
		return s.and(n.Nodes, within, scored)
	case query.Or:
		return s.or(n.Nodes, within, scored)
	case query.Not:
		found, err := s.evaluate(n.Node, within, false)
		if err != nil {
			return nil, err
		}
		return each(s.all(within), found, subtract), nil
	case query.Boost:
		found, err := s.evaluate(n.Node, within, scored)
		for _, h := range found {
			for i := range h.scores {
				h.scores[i] *= n.By
			}
		}
		return found, err
	case query.Filter:
		return s.evaluate(n.Node, within, false)
	case query.Term:
		if n.Match != query.Exact {
			return s.term(n, scored)
		}
		return s.spans(n, within, scored)
	case query.Phrase, query.Near, query.AtLeast, query.Within, query.Said:
		return s.spans(n, within, scored)
	case query.Value:
		return s.value(n)
	case query.Date:
		return s.date(n)
	case query.Around:
		return s.around(n)
	}
	return nil, fmt.Errorf("a question of unknown kind: %T", n)
}

func (s *search) none() result { return make(result, len(s.r.parts)) }

func (s *search) all(within result) result {
	if within != nil {
		out := s.none()
		for i, h := range within {
			out[i].docs = h.docs
		}
		return out
	}
	out := s.none()
	for i, p := range s.r.parts {
		out[i].docs = p.live()
	}
	return out
}

// and evaluates what is cheap first: what costs reading positions then reads few.
func (s *search) and(ns []query.Node, within result, scored bool) (result, error) {
	if len(ns) == 0 {
		return s.all(within), nil
	}
	sorted := slices.Clone(ns)
	slices.SortStableFunc(sorted, func(a, b query.Node) int { return cost(a) - cost(b) })
	var found result
	for _, n := range sorted {
		if found != nil {
			within = found
		}
		if not, ok := n.(query.Not); ok && found != nil {
			out, err := s.evaluate(not.Node, within, false)
			if err != nil {
				return nil, err
			}
			found = each(found, out, subtract)
			continue
		}
		next, err := s.evaluate(n, within, scored)
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = next
			continue
		}
		found = each(found, next, intersect)
	}
	return found, nil
}

// cost orders the nodes of an And: facts, words, groups, exclusions, then all that reads positions.
func cost(n query.Node) int {
	switch n := n.(type) {
	case query.Nothing, query.Value, query.Date:
		return 0
	case query.Term:
		if n.Match == query.Exact {
			return 4
		}
		return 1
	case query.And:
		return costOf(n.Nodes)
	case query.Or:
		return costOf(n.Nodes)
	case query.Boost:
		return cost(n.Node)
	case query.Filter:
		return cost(n.Node)
	case query.Not:
		return max(3, cost(n.Node))
	case query.All, query.Around:
		return 2
	}
	return 4
}

func costOf(ns []query.Node) int {
	most := 1
	for _, n := range ns {
		most = max(most, cost(n))
	}
	return most
}

func (s *search) or(ns []query.Node, within result, scored bool) (result, error) {
	found := s.none()
	for _, n := range ns {
		next, err := s.evaluate(n, within, scored)
		if err != nil {
			return nil, err
		}
		found = each(found, next, unite)
	}
	return found, nil
}

// term scores the words of one group of synonyms, title and body added up.
func (s *search) term(t query.Term, scored bool) (result, error) {
	found := s.none()
	for _, field := range fieldsOf(t.In) {
		g, err := s.group(field, t, scored)
		if err != nil {
			return nil, err
		}
		weight := fieldWeight(field) * s.idf(g.df)
		k := s.saturation(field)
		for i, p := range g.parts {
			h := hits{docs: p.docs}
			if scored {
				h.scores = make([]float64, len(p.docs))
				for j, tf := range p.tfs {
					h.scores[j] = weight * k.of(tf, p.lengths[j])
				}
			}
			found[i] = unite(found[i], h)
		}
	}
	return found, nil
}

// keyFields are the fields whose values are looked up by the terms of another.
var keyFields = func() map[string]string {
	m := map[string]string{}
	for _, f := range index.Schema {
		if base, ok := strings.CutSuffix(f.Name, ".key"); ok {
			m[base] = f.Name
		}
	}
	return m
}()

// value finds the articles that have a fact: by its keys, else by a pattern over what is shown.
func (s *search) value(v query.Value) (result, error) {
	if v.Keys != nil {
		field := v.Field
		if key, ok := keyFields[field]; ok {
			field = key
		}
		return s.having(field, v.Keys)
	}
	field := v.Field
	if field == "id" {
		field = idField
	}
	p := query.Pattern{Text: v.Text, Match: v.Match}
	found := s.none()
	for i := range s.r.parts {
		var values []string
		if err := s.walk(i, field, p, func(term string) error {
			values = append(values, term)
			return nil
		}); err != nil {
			return nil, err
		}
		h, err := s.havingIn(i, field, values)
		if err != nil {
			return nil, err
		}
		found[i] = h
	}
	if field == idField {
		return each(found, s.all(nil), intersect), nil // the ledger's documents have ids too
	}
	return found, nil
}

// having finds the articles that have any of some terms in a keyword field.
func (s *search) having(field string, terms []string) (result, error) {
	found := s.none()
	for i := range s.r.parts {
		h, err := s.havingIn(i, field, terms)
		if err != nil {
			return nil, err
		}
		found[i] = h
	}
	return found, nil
}

// manyTerms is from how many terms on a set of bits is cheaper than joining lists one by one.
const manyTerms = 8

func (s *search) havingIn(part int, field string, terms []string) (hits, error) {
	var h hits
	var many set
	if len(terms) >= manyTerms {
		many = newSet(s.r.parts[part].column.n)
	}
	for _, term := range terms {
		if err := s.tick(); err != nil {
			return h, err
		}
		list, err := s.postings(part, field, term)
		if err != nil {
			return h, err
		}
		docs, err := documents(list)
		if err != nil {
			return h, err
		}
		if many == nil {
			h = unite(h, hits{docs: docs})
			continue
		}
		for _, doc := range docs {
			many.add(doc)
		}
	}
	for doc := range many.all {
		h.docs = append(h.docs, doc)
	}
	return h, nil
}

// date compares every article's days with those asked for.
func (s *search) date(d query.Date) (result, error) {
	from, err := dayOf(d.From, math.MinInt32+1)
	if err != nil {
		return nil, err
	}
	to, err := dayOf(d.To, math.MaxInt32)
	if err != nil {
		return nil, err
	}
	found := s.none()
	for i, p := range s.r.parts {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		for doc := range p.column.live(&p.offsets, p.deleted).all {
			first, last := p.column.int32At(p.offsets.first, doc), p.column.int32At(p.offsets.last, doc)
			if fits(d, int64(first), int64(last), from, to) {
				found[i].docs = append(found[i].docs, doc)
			}
		}
	}
	return found, nil
}

// fits reports whether an article of the days [first, last] is one of [from, to], as sure as is asked.
func fits(d query.Date, first, last, from, to int64) bool {
	if first == noDay {
		return d.Undated || d.Sure == query.AnyOverlap
	}
	if d.Undated {
		return false
	}
	inside := min(last, to) - max(first, from) + 1
	switch d.Sure {
	case query.Sure:
		return from <= first && last <= to
	case query.AnyOverlap:
		return inside > 0
	}
	return 2*inside > last-first+1
}

// dayOf numbers a day written "2016-05-01"; an empty one is open.
func dayOf(s string, open int64) (int64, error) {
	if s == "" {
		return open, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("day %q: %w", s, err)
	}
	return int64(localDay(t)), nil
}

// around finds the articles with a place in a circle: the points of an archive are few thousands, so all are tried.
func (s *search) around(a query.Around) (result, error) {
	found := s.none()
	for i := range s.r.parts {
		var near []string
		err := s.walk(i, "point", query.Pattern{}, func(point string) error {
			lat, lon, ok := parsePoint(point)
			if ok && kilometres(a.Lat, a.Lon, lat, lon) <= a.Km {
				near = append(near, point)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if found[i], err = s.havingIn(i, "point", near); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func parsePoint(s string) (lat, lon float64, ok bool) {
	a, b, _ := strings.Cut(s, ",")
	lat, err1 := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(b, 64)
	return lat, lon, err1 == nil && err2 == nil
}

// kilometres is the distance of two points on a sphere, by the haversine formula.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const radius = 6371.0088 // the earth's mean
	rad := math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad, (lon2-lon1)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * radius * math.Asin(math.Min(1, math.Sqrt(h)))
}
