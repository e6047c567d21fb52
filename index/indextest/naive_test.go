package indextest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/index"
	"dateline/query"
)

// TestNaive runs the suite on the oracle itself: its questions must parse, plan and mostly find something.
func TestNaive(t *testing.T) {
	Run(t, func(*testing.T) (index.Store, func() query.Engine) {
		e := New()
		return e, func() query.Engine { return e }
	})
}

// TestFeedback has a question of many words ranked by what stands in the best of its articles too: that finds nothing and
// marks nothing, and is left out where a title is the question.
func TestFeedback(t *testing.T) {
	e := New()
	en := corpus.Value{Text: "en"}
	articles := []*corpus.Article{
		{ID: "01", Language: en, Title: corpus.Value{Text: "A lock for the canal"},
			Body: "The towpath is closed. The bargemen of Aldern wait while the sluice of the canal is repaired by hand."},
		{ID: "02", Language: en, Title: corpus.Value{Text: "Market day"}, Body: "Shoes are repaired on the square while you have a coffee and listen to the fiddler."},
		{ID: "03", Language: en, Title: corpus.Value{Text: "Bargemen meet"}, Body: "Bargemen, sluice and towpath: all of it was repaired in spring, and again after the flood in autumn."},
		{ID: "04", Language: en, Title: corpus.Value{Text: "Towpath"}, Body: "Bargemen liked the towpath by the sluice."},
	}
	for i := range 20 {
		articles = append(articles, &corpus.Article{ID: corpus.ID(fmt.Sprint(10 + i)), Language: en, Body: "It rained all day on the hills, and for a week the valley had neither light nor bread."})
	}
	if err := e.Apply(context.Background(), put(articles)); err != nil {
		t.Fatal(err)
	}
	if err := e.Publish(context.Background(), index.Stories{}); err != nil {
		t.Fatal(err)
	}
	s := &query.Searcher{Engine: e}
	for _, c := range []struct {
		question string
		any      bool
		learns   bool
		typed    string // the hint of a word in the form that was typed
		want     string
	}{
		{"who repaired the canal at the lock", true, true, `"repaired"^0.25`, "01 03 02"},
		{"repaired OR canal OR lock", false, false, `"repaired"^0.25`, "01 02 03"},
		{"lock canal", true, false, "", "01"},
	} {
		req := query.Request{Query: c.question, Any: c.any}
		page, err := s.Search(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range page.Hits {
			ids = append(ids, string(h.Article.ID))
		}
		explained, err := s.Explain(context.Background(), req)
		if got := strings.Join(ids, " "); err != nil || got != c.want {
			t.Errorf("%s: found %s, want %s, %v", c.question, got, c.want, err)
		}
		if got := strings.Join(explained.Hints, " "); !strings.HasPrefix(got, c.typed) || len(got) > len(c.typed) != c.learns {
			t.Errorf("%s: hints %s, want %s and learned ones %v", c.question, got, c.typed, c.learns)
		}
	}
}
