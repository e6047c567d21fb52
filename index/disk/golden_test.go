package disk

import (
	"context"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"testing"

	"dateline/corpus"
	"dateline/index"
	"dateline/query"
)

// questions are fifty questions of every kind, over the sample's vocabulary.
func questions() []query.Node {
	var ns []query.Node
	for i := range 8 {
		a, b, c := word(vocabulary[25+3*i]), word(vocabulary[26+2*i]), word(vocabulary[i])
		ns = append(ns,
			a,
			query.And{Nodes: []query.Node{a, b}},
			query.Or{Nodes: []query.Node{a, query.Boost{Node: b, By: 2}, query.And{Nodes: []query.Node{b, c}}}},
			query.Phrase{Terms: []query.Term{c, a}},
			query.Near{Left: a, Right: b, Within: 5},
			query.And{Nodes: []query.Node{a, query.Not{Node: b}, query.Filter{Node: c}}},
		)
	}
	return append(ns, query.All{},
		query.Date{From: "2016-02-01", To: "2016-03-15"}, query.Date{Undated: true},
		query.Within{Node: word("the"), Region: query.InQuote},
		query.Said{Words: word("of")},
		query.Value{Field: "outlet", Text: "Outlet 3", Match: query.Exact},
		query.Around{Lat: 36, Lon: 39, Km: 50})
}

// An outcome is everything that can be asked of an index, for comparison.
type outcome struct {
	Articles []*corpus.Article
	Answers  []query.Found
	Prints   map[corpus.ID]index.Print
	Entries  map[string]index.Entry
}

func outcomeOf(t testing.TB, dir string, w *Writer) outcome {
	t.Helper()
	ctx := context.Background()
	r := openReader(t, dir)
	defer r.Close()
	var o outcome
	var ids []corpus.ID
	for _, h := range find(t, r, query.All{}, query.Window{Size: -1}).Hits {
		ids = append(ids, h.ID)
	}
	slices.Sort(ids)
	var err error
	if o.Articles, err = r.Articles(ctx, ids); err != nil {
		t.Fatal(err)
	}
	for _, n := range questions() {
		o.Answers = append(o.Answers, find(t, r, n, query.Window{Size: -1, Matches: true}))
	}
	o.Prints, o.Entries = map[corpus.ID]index.Print{}, map[string]index.Entry{}
	for p, err := range w.Prints(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		o.Prints[p.ID] = p
	}
	for e, err := range w.Entries(ctx, "sample") {
		if err != nil {
			t.Fatal(err)
		}
		o.Entries[e.File.Path] = e
	}
	return o
}

// same compares two outcomes: scores to twelve digits, all else exactly.
func same(t testing.TB, what string, got, want outcome) {
	t.Helper()
	if !reflect.DeepEqual(got.Articles, want.Articles) {
		t.Errorf("%s: %d articles instead of %d, or others", what, len(got.Articles), len(want.Articles))
		return
	}
	if !reflect.DeepEqual(got.Prints, want.Prints) || !reflect.DeepEqual(got.Entries, want.Entries) {
		t.Errorf("%s: the ledger or the prints differ", what)
	}
	for i, a := range got.Answers {
		if err := sameAnswer(a, want.Answers[i]); err != nil {
			t.Errorf("%s: %v: %v", what, questions()[i], err)
			return
		}
	}
}

func sameAnswer(got, want query.Found) error {
	if got.Articles != want.Articles || got.Stories != want.Stories || got.Matches != want.Matches || len(got.Hits) != len(want.Hits) {
		return fmt.Errorf("%d articles, %d stories, %d matches instead of %d, %d, %d",
			got.Articles, got.Stories, got.Matches, want.Articles, want.Stories, want.Matches)
	}
	for i, h := range got.Hits {
		g := want.Hits[i]
		if h.ID != g.ID || h.Story != g.Story || math.Abs(h.Score-g.Score) > 1e-12*math.Abs(g.Score) {
			return fmt.Errorf("hit %d is %+v instead of %+v", i, h, g)
		}
	}
	return nil
}

// filesIn gives the bytes of all files of an index by name.
func filesIn(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := walkFiles(dir, func(name string, data []byte) { files[name] = string(data) })
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		child()
		return
	}
	os.Exit(m.Run())
}
