package disk

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/index"
	"dateline/query"
)

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
	field := v.Field
	if field == "id" {
		field = idField
	}
	if v.Keys != nil {
		if key, ok := keyFields[field]; ok {
			field = key
		}
		return s.having(field, v.Keys)
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

func (s *search) havingIn(part int, field string, terms []string) (hits, error) {
	var lists []hits
	for _, term := range terms {
		if err := s.tick(); err != nil {
			return hits{}, err
		}
		docs, err := s.documents(part, field, term)
		if err != nil {
			return hits{}, err
		}
		lists = append(lists, hits{docs: docs})
	}
	return s.unite(lists, s.r.parts[part].column.n), nil
}

// date compares the days of every article that matters with those asked for.
func (s *search) date(d query.Date, within result) (result, error) {
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
		var docs iter.Seq[uint32] = p.column.live(&p.offsets, p.deleted).all
		if within != nil {
			docs = slices.Values(within[i].docs)
		}
		for doc := range docs {
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
