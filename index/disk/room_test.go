package disk

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"dateline/query"
)

// TestRooms asks one reader many questions at once, over and over, each answered in the memory that another left: the
// answers are those of readers that were asked nothing before.
func TestRooms(t *testing.T) {
	dir, _ := fill(t, 1, 300, 70)
	w := query.Window{Size: 20, Stories: true, Matches: true, Hints: []query.Node{query.Boost{Node: word("oil"), By: .25}}}
	var questions []query.Node
	for _, s := range []string{"said", "oil", "minister", "the", "zzz"} {
		questions = append(questions, word(s), query.And{Nodes: []query.Node{word("the"), word(s)}},
			query.Or{Nodes: []query.Node{word(s), word("minister"), word("oil")}}, query.Term{Text: s[:2], Match: query.Prefix},
			query.Phrase{Terms: []query.Term{word("the"), word(s)}},
			query.Or{Nodes: []query.Node{word(s), query.And{Nodes: []query.Node{word("the"), query.Term{Text: s[:1], Match: query.Prefix}}}}})
	}
	want := make([]query.Found, len(questions))
	for i, q := range questions {
		want[i] = find(t, openReader(t, dir), q, w)
	}
	r := openReader(t, dir)
	var all sync.WaitGroup
	for from := range roomsKept + 2 {
		all.Go(func() {
			for i := range 3 * len(questions) {
				at := (from + i) % len(questions)
				if got, err := r.Find(t.Context(), questions[at], w); err != nil || !reflect.DeepEqual(got, want[at]) {
					t.Errorf("%s: %+v, %v, not %+v", questions[at], got, err, want[at])
				}
			}
		})
	}
	all.Wait()
	for range roomsKept {
		s := r.search(t.Context())
		s.enter()
		if slices.ContainsFunc(s.sums.tfs, func(tf uint32) bool { return tf != 0 }) || slices.ContainsFunc(s.sums.scores, func(score float64) bool { return score != 0 }) {
			t.Error("a search left something in the places of documents")
		}
	}
	if want[1].Articles == 0 {
		t.Error("nothing is found at all")
	}
}
