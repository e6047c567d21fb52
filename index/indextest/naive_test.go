package indextest

import (
	"context"
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

// TestUnknownLanguage has a headline without a body, whose language nothing tells, found by its own words in an archive
// that stems them.
func TestUnknownLanguage(t *testing.T) {
	e := New()
	articles := []*corpus.Article{
		{ID: "01", Title: corpus.Value{Text: "Harbour backbone looks abroad"}},
		{ID: "02", Title: corpus.Value{Text: "Two backbones"}, Language: corpus.Value{Text: "en"}},
	}
	if err := e.Apply(context.Background(), put(articles)); err != nil {
		t.Fatal(err)
	}
	if err := e.Publish(context.Background(), index.Stories{}); err != nil {
		t.Fatal(err)
	}
	page, err := (&query.Searcher{Engine: e}).Search(context.Background(), query.Request{Query: "backbone"})
	if err != nil || page.Articles != 2 {
		t.Errorf("backbone is found in %d articles of 2, %v", page.Articles, err)
	}
}
