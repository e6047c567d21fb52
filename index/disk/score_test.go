package disk

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"
)

// brute scores articles from their texts alone, by the definition that query.Weight gives.
type brute struct {
	readings map[corpus.ID]*query.Reading
	average  map[string]float64
}

func bruteOf(articles []*corpus.Article) *brute {
	b := &brute{map[corpus.ID]*query.Reading{}, map[string]float64{}}
	for _, a := range articles {
		r := query.Read(a)
		b.readings[a.ID] = r
		b.average["title"] += float64(len(r.Title.Words)) / float64(len(articles))
		b.average["body"] += float64(len(r.Body.Words)) / float64(len(articles))
	}
	return b
}

func (b *brute) idf(field string, t query.Term) float64 {
	df := 0.0
	for _, r := range b.readings {
		if len(r.Term(field, t)) > 0 {
			df++
		}
	}
	if df == 0 {
		return 0
	}
	return math.Log(1 + (float64(len(b.readings))-df+0.5)/(df+0.5))
}

// score is what an article scores, and whether the node is true of it.
func (b *brute) score(n query.Node, r *query.Reading) (score float64, is bool) {
	switch n := n.(type) {
	case query.And:
		is = true
		for _, c := range n.Nodes {
			s, ok := b.score(c, r)
			score, is = score+s, is && ok
		}
		if !is {
			return 0, false
		}
		return score, true
	case query.Or:
		for _, c := range n.Nodes {
			if s, ok := b.score(c, r); ok {
				score, is = score+s, true
			}
		}
		return score, is
	case query.Not:
		_, ok := b.score(n.Node, r)
		return 0, !ok
	case query.Filter:
		_, ok := b.score(n.Node, r)
		return 0, ok
	case query.Boost:
		s, ok := b.score(n.Node, r)
		return n.By * s, ok
	}
	for field, length := range map[string]int{"title": len(r.Title.Words), "body": len(r.Body.Words)} {
		tf := float64(len(query.SpansIn(n, field, r)))
		if tf == 0 {
			continue
		}
		weight := query.Weight(n, func(t query.Term) float64 { return b.idf(field, t) }) * fieldWeight(field)
		score += weight * tf * 2.2 / (tf + 1.2*(0.25+0.75*float64(length)/b.average[field]))
		is = true
	}
	return score, is
}

// TestScoresAreExact compares every hit's score with the definition, over several segments with deleted and replaced
// articles in them, before and after they are merged.
func TestScoresAreExact(t *testing.T) {
	dir, w := fill(t, 9, 400, 90)
	var articles []*corpus.Article
	var b index.Batch
	for n := range 400 {
		a := sample(9, n)
		switch {
		case n%7 == 3:
			b.Delete = append(b.Delete, a.ID)
			continue
		case n%13 == 5:
			a.Body = sample(10, n).Body
			a.Quotes = nil
			b.Put = append(b.Put, index.Document{Article: a, Print: index.PrintOf(a)})
		}
		articles = append(articles, a)
	}
	apply(t, w, b)
	publish(t, w, index.Stories{})
	truth := bruteOf(articles)
	compareScores(t, openReader(t, dir), truth, articles)
	if err := w.Compact(t.Context(), index.Stories{}); err != nil {
		t.Fatal(err)
	}
	compareScores(t, openReader(t, dir), truth, articles)
}

func compareScores(t *testing.T, r *Reader, truth *brute, articles []*corpus.Article) {
	t.Helper()
	stem := query.Term{Text: "attacks", Match: query.Stem, Keys: []text.Key{{Term: "attack"}, {Term: "\x01attack"}}}
	prefix := query.Term{Text: "co", Match: query.Prefix}
	fuzzy := query.Term{Text: "lavrow", Match: query.Fuzzy, Edits: 1}
	exact := query.Term{Text: "oil", Match: query.Exact, Keys: []text.Key{{Term: "oil"}}}
	title := query.Term{In: "title", Text: "oil", Match: query.Surface, Keys: []text.Key{{Term: "oil"}}}
	shared := query.Or{Nodes: []query.Node{word("council"), query.And{Nodes: []query.Node{word("the"), prefix}}, prefix}}
	for _, n := range slices.Concat(questions()[:48], []query.Node{stem, prefix, fuzzy, exact, title, shared,
		query.AtLeast{Node: word("the"), N: 9}, query.Phrase{Terms: []query.Term{exact, prefix}},
		query.Near{Left: stem, Right: query.Or{Nodes: []query.Node{fuzzy, exact}}, Unit: query.Sentence}}) {
		found := find(t, r, n, query.Window{Size: -1})
		scores := map[corpus.ID]float64{}
		for _, h := range found.Hits {
			scores[h.ID] = h.Score
		}
		for _, a := range articles {
			want, is := truth.score(n, truth.readings[a.ID])
			got, found := scores[a.ID]
			if is != found || math.Abs(got-want) > 1e-9*math.Max(1, want) {
				t.Fatalf("%v: article %s scores %.12f (%v) instead of %.12f (%v)", n, a.ID, got, found, want, is)
			}
			delete(scores, a.ID)
		}
		if len(scores) > 0 {
			t.Errorf("%v: %d articles were found that are not held", n, len(scores))
		}
		checkWindows(t, r, n, found)
	}
}

// checkWindows compares pieces of an answer with the whole.
func checkWindows(t *testing.T, r *Reader, n query.Node, all query.Found) {
	t.Helper()
	for _, w := range []query.Window{{Size: 1}, {Size: 10}, {Offset: 3, Size: 7}, {Offset: 1 << 30, Size: 5}, {}} {
		part := find(t, r, n, w)
		from := min(w.Offset, len(all.Hits))
		want := all.Hits[from:min(from+w.Size, len(all.Hits))]
		if part.Articles != all.Articles || fmt.Sprint(part.Hits) != fmt.Sprint(want) {
			t.Fatalf("%v: window %+v differs from the whole", n, w)
		}
	}
}

// TestMatchesAreExact compares the two ways to count matches.
func TestMatchesAreExact(t *testing.T) {
	dir, w := fill(t, 9, 200, 90)
	w.Close()
	r := openReader(t, dir)
	stem := query.Term{Text: "attacks", Match: query.Stem, Keys: []text.Key{{Term: "attack"}, {Term: "\x01attack"}}}
	plural := query.Term{Text: "troops", Match: query.Stem, Keys: []text.Key{{Term: "troop"}, {Term: "\x01troop"}}}
	for _, n := range append(questions(), stem, query.Or{Nodes: []query.Node{plural, word("troops")}},
		query.And{Nodes: []query.Node{word("the"), query.Term{In: "title", Text: "the", Match: query.Surface, Keys: []text.Key{{Term: "the"}}}}},
		query.Or{Nodes: []query.Node{word("oil"), query.Term{Text: "o", Match: query.Prefix}}}) {
		s := r.search(t.Context())
		res, err := s.evaluate(n, nil, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.spansOf(n, res); err != nil {
			t.Fatal(err)
		}
		got := find(t, r, n, query.Window{Size: -1, Matches: true})
		if want := res.matches(); got.Matches != want {
			t.Errorf("%v: %d matches instead of %d", n, got.Matches, want)
		}
		for _, h := range got.Hits {
			got.Matches -= h.Matches
		}
		if got.Matches != 0 {
			t.Errorf("%v: the hits have %d matches less than all of them", n, got.Matches)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	dir, w := fill(b, 3, 4000, 1000)
	w.Close()
	r := openReader(b, dir)
	for _, q := range []struct {
		name string
		n    query.Node
	}{
		{"term", word("raqqa")}, {"and", query.And{Nodes: []query.Node{word("oil"), word("army")}}},
		{"or", query.Or{Nodes: []query.Node{word("oil"), word("army"), word("talks")}}},
		{"phrase", query.Phrase{Terms: []query.Term{word("the"), word("oil")}}},
		{"date", query.And{Nodes: []query.Node{word("oil"), query.Date{From: "2016-02-01", To: "2016-03-01"}}}},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				find(b, r, q.n, query.Window{Size: 10, Stories: true})
			}
		})
	}
}
