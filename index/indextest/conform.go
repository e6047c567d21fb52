package indextest

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"

	"math/rand/v2"

	"github.com/google/go-cmp/cmp"
)

// Open gives an empty store, and a function that opens an engine on what the store has published.
type Open func(t *testing.T) (index.Store, func() query.Engine)

// questions is how many generated queries an engine answers beside the oracle.
const questions = 200

// Run holds an engine against the oracle: the same articles, written, replaced and deleted in several batches, must
// give the same answers to the same questions.
func Run(t *testing.T, open Open) {
	store, engine := open(t)
	oracle := New()
	fill(t, oracle)
	fill(t, store)
	under := engine()
	t.Run("stored", func(t *testing.T) { checkStored(t, oracle, under) })
	t.Run("terms", func(t *testing.T) { checkTerms(t, oracle, under) })
	t.Run("find", func(t *testing.T) { checkFind(t, oracle, under) })
	t.Run("views", func(t *testing.T) { checkViews(t, oracle, under) })
	t.Run("ledger", func(t *testing.T) { checkLedger(t, oracle, store) })
	t.Run("languages", func(t *testing.T) { checkLanguages(t, open) })
}

// fill writes sample articles: some are replaced by others and some deleted before all is published, and one more
// batch is applied behind that, which no reader may see.
func fill(t *testing.T, s index.Store) {
	t.Helper()
	ctx := context.Background()
	old, _ := Sample(2, 30)
	articles, stories := Sample(1, 90)
	batches := []index.Batch{put(old), put(articles[:40]), put(articles[40:]), {
		Delete:  []corpus.ID{articles[5].ID, articles[61].ID},
		Forget:  []index.FileKey{{Root: "sample", Path: "2/5.txt"}},
		Roots:   []index.Root{{Name: "sample", Path: "/sample"}},
		Entries: []index.Entry{{File: corpus.File{Root: "sample", Path: "bad.pdf", Size: 7}, Skipped: []index.Skip{{Path: "bad.pdf", Reason: "not a PDF"}}}},
	}}
	for _, b := range batches {
		if err := s.Apply(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Publish(ctx, without(stories, articles[5].ID, articles[61].ID)); err != nil {
		t.Fatal(err)
	}
	late, _ := Sample(3, 120)
	if _, isOracle := s.(*Naive); isOracle {
		return // it gives applied articles to readers at once: it has one table for both
	}
	if err := s.Apply(ctx, put(late[110:])); err != nil {
		t.Fatal(err)
	}
}

func put(articles []*corpus.Article) index.Batch {
	var b index.Batch
	for _, a := range articles {
		b.Put = append(b.Put, index.Document{Article: a, Print: index.Print{ID: a.ID}})
		f := corpus.File{Root: a.Source.Root, Path: a.Source.Path, Size: int64(len(a.Body))}
		b.Entries = append(b.Entries, index.Entry{File: f, Records: []index.Record{{ID: a.ID}}})
	}
	return b
}

// without takes deleted articles out of the stories.
func without(s index.Stories, gone ...corpus.ID) index.Stories {
	var out index.Stories
	for _, g := range s.Groups {
		g = slices.DeleteFunc(slices.Clone(g), func(id corpus.ID) bool { return slices.Contains(gone, id) })
		if len(g) > 1 {
			out.Groups = append(out.Groups, g)
		}
	}
	return out
}

func checkStored(t *testing.T, oracle, under query.Engine) {
	ctx := context.Background()
	want, err1 := oracle.Stats(ctx)
	got, err2 := under.Stats(ctx)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	want.Terms, got.Terms, got.Bytes, got.Details = nil, nil, 0, nil
	same(t, "stats", want, got)
	ids, _ := oracle.IDs(ctx, "", 0)
	all, err := under.IDs(ctx, "", 0)
	same(t, "ids", ids, all)
	if err != nil {
		t.Fatal(err)
	}
	articles, err := under.Articles(ctx, append(all, "ffffffffffffffffffffffffffffffff"))
	if err != nil || articles[len(articles)-1] != nil {
		t.Fatal("an unknown id must leave a nil", err)
	}
	for i, id := range ids {
		one, _ := oracle.Articles(ctx, []corpus.ID{id})
		same(t, "article "+string(id), one[0], articles[i])
		members, _ := oracle.Members(ctx, corpus.Story(id))
		got, err := under.Members(ctx, corpus.Story(id))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "members of "+string(id), members, got)
	}
	prefix, _ := oracle.IDs(ctx, string(ids[3][:2]), 1)
	some, err := under.IDs(ctx, string(ids[3][:2]), 1)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "ids of a prefix", prefix, some)
}

var sameTime = cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got, sameTime, cmp.AllowUnexported(seen{})); d != "" {
		t.Errorf("%s (- wanted, + got):\n%s", what, d)
	}
}

func checkTerms(t *testing.T, oracle, under query.Engine) {
	ctx := context.Background()
	for _, c := range []struct {
		field string
		p     query.Pattern
		limit int
	}{
		{"body", query.Pattern{Text: "att", Match: query.Prefix}, 0},
		{"body", query.Pattern{Text: "tro?p*", Match: query.Wildcard}, 0},
		{"body", query.Pattern{Text: "bombs", Match: query.Fuzzy, Edits: 2}, 0},
		{"title", query.Pattern{Text: "li[a-z]+", Match: query.Regexp}, 0},
		{"body", query.Pattern{Text: "oil", Match: query.Exact}, 0},
		{"speaker", query.Pattern{}, 0},
		{"speaker", query.Pattern{}, 2},
		{"location", query.Pattern{}, 0},
		{"date", query.Pattern{}, 0},
	} {
		want, err1 := oracle.Terms(ctx, c.field, c.p, c.limit)
		got, err2 := under.Terms(ctx, c.field, c.p, c.limit)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		same(t, c.field+" "+c.p.Text, want, got)
	}
}

func checkFind(t *testing.T, oracle, under query.Engine) {
	ctx := context.Background()
	m := maker{rand.New(rand.NewPCG(4, 4))}
	s := &query.Searcher{Engine: oracle, Now: func() time.Time { return time.Date(2016, 6, 1, 12, 0, 0, 0, time.UTC) }}
	sorts := []query.Sort{query.ByRelevance, query.ByNewest, query.ByOldest}
	certainties := []query.Certainty{query.Likely, query.Sure, query.AnyOverlap}
	found := 0
	for i := range questions {
		q := m.question()
		plan, err := s.Plan(ctx, query.Request{Query: q, Dates: certainties[i%3]})
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		w := query.Window{Sort: sorts[m.IntN(3)], Size: -1, Stories: m.IntN(2) == 0, Matches: true}
		if i%5 == 0 {
			w.Offset, w.Size = m.IntN(4), 1+m.IntN(6)
		}
		if i%3 == 0 {
			hint, err := s.Plan(ctx, query.Request{Query: m.question()})
			if err != nil {
				t.Fatal(err)
			}
			word := m.word()
			typed := query.Term{Text: word, Match: query.Surface, Keys: text.StemKeys(nil, word)} // in any language
			w.Hints = []query.Node{typed, hint.Node, query.Boost{Node: plan.Node, By: .5}}
		}
		w.Near = m.IntN(2) * m.IntN(30)
		want, err1 := oracle.Find(ctx, plan.Node, w)
		got, err2 := under.Find(ctx, plan.Node, w)
		if err1 != nil || err2 != nil {
			t.Fatalf("%s: %v, %v", q, err1, err2)
		}
		if want.Articles > 0 {
			found++
		}
		compareFound(t, q, w, want, got)
		field := pick(m, []string{"speaker", "location", "outlet", "date", "language"})
		facet, err1 := oracle.Facet(ctx, plan.Node, field)
		facets, err2 := under.Facet(ctx, plan.Node, field)
		if err1 != nil || err2 != nil {
			t.Fatalf("%s: %v, %v", q, err1, err2)
		}
		same(t, q+" by "+field, facet, facets)
	}
	if found < questions/2 {
		t.Errorf("only %d of %d questions found anything: they prove little", found, questions)
	}
}

// closeScores is how far two ways of adding up the same numbers may differ.
const closeScores = 1e-6

func compareFound(t *testing.T, q string, w query.Window, want, got query.Found) {
	t.Helper()
	if want.Articles != got.Articles || want.Stories != got.Stories || want.Matches != got.Matches || len(want.Hits) != len(got.Hits) {
		t.Errorf("%s: wanted %d articles, %d stories, %d matches, %d hits; got %d, %d, %d, %d", q, want.Articles, want.Stories,
			want.Matches, len(want.Hits), got.Articles, got.Stories, got.Matches, len(got.Hits))
		return
	}
	scores := map[corpus.ID]float64{}
	for _, h := range want.Hits {
		scores[h.ID] = h.Score
	}
	for i, g := range got.Hits {
		h := want.Hits[i]
		if w.Sort == query.ByRelevance && math.Abs(h.Score-g.Score) > closeScores*math.Max(1, math.Abs(h.Score)) {
			t.Errorf("%s: hit %d: wanted score %.9f, got %.9f", q, i, h.Score, g.Score)
			return
		}
		// Two whose scores are equal but for rounding may change places.
		if h.ID != g.ID && !(w.Sort == query.ByRelevance && w.Size < 0 && math.Abs(scores[g.ID]-h.Score) < closeScores) {
			t.Errorf("%s by %s: hit %d: wanted %s, got %s", q, w.Sort, i, h.ID, g.ID)
			return
		}
		if h.ID == g.ID && (h.Story != g.Story || h.Copies != g.Copies || h.Matches != g.Matches) {
			t.Errorf("%s: hit %d: wanted story %s × %d and %d matches, got %s × %d and %d", q, i, h.Story, h.Copies, h.Matches,
				g.Story, g.Copies, g.Matches)
		}
	}
}

func checkLedger(t *testing.T, oracle, under index.Store) {
	ctx := context.Background()
	roots, err := under.Roots(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := oracle.Roots(ctx)
	same(t, "roots", want, roots)
	for _, path := range []string{"bad.pdf", "2/5.txt", "1/7.txt", "none"} {
		want, has, _ := oracle.Entry(ctx, "sample", path)
		got, ok, err := under.Entry(ctx, "sample", path)
		if err != nil || has != ok {
			t.Fatalf("entry %s: wanted %t, got %t, %v", path, has, ok, err)
		}
		same(t, "entry "+path, want, got)
	}
}
