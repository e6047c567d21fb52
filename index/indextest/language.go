package indextest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/index"
	"dateline/query"
)

// A sentence is an article in short.
type sentence struct{ id, language, title, body string }

// An asked is a question, and the articles that it must find with how many matches.
type asked struct {
	question, found string
	matches         int
}

// checkLanguages has words found by the stem of the article's own language, and by their own letters where its language
// cannot be told or has no stemmer.
func checkLanguages(t *testing.T, open Open) {
	ask(t, open, []sentence{
		{"01", "en", "Rates", "The rate rose. Other rates fell."},
		{"02", "en", "Vermin", "A rat sat in the harbour. Rats like backbones."},
		{"03", "de", "Raten", "Wer rät den Räten? Ein Rat der Stadt, und noch ein Rat."},
		{"04", "fr", "Cirque", "Le rat et les rats sont rares."},
		{"05", "hr", "Rates", "Kraj."},
		{"06", "", "Harbour backbone looks abroad", ""},
		{"07", "en", "Clinic", "More help against AIDS, and no other aid."},
	}, []asked{
		{"rates", "01 03 04 05", 11}, // German and French make "rat" of it
		{"rate", "01 03 04", 10},
		{"rat", "02 03 04", 9},
		{"rats", "02 03 04", 9},
		{`"rates fell"`, "01", 1},
		{"rates lang:en", "01", 3},
		{"backbone", "02 06", 2},
		{"backbones", "02", 1},
		{"aids", "07", 2},
		{"AIDS", "07", 1},
		{"aid", "07", 1},
		{"AIDS OR aid OR aids OR aid*", "07", 2}, // each place is found by two or three of these
		{"rate OR rates OR rat OR rat*", "01 02 03 04 05", 13},
	})
	ask(t, open, []sentence{
		{"01", "en", "Harbour", "The backbone held."},
		{"02", "", "Backbone looks abroad", ""},
	}, []asked{
		{`"backbone held"`, "01", 1}, // in any language, which is not the same as in none
		{"backbone", "01 02", 2},
	})
}

func ask(t *testing.T, open Open, sentences []sentence, questions []asked) {
	t.Helper()
	store, engine := open(t)
	var articles []*corpus.Article
	for _, a := range sentences {
		articles = append(articles, &corpus.Article{ID: corpus.ID(strings.Repeat("0", 30) + a.id),
			Language: corpus.Value{Text: a.language}, Title: corpus.Value{Text: a.title}, Body: a.body})
	}
	if err := store.Apply(context.Background(), put(articles)); err != nil {
		t.Fatal(err)
	}
	if err := store.Publish(context.Background(), index.Stories{}); err != nil {
		t.Fatal(err)
	}
	s := &query.Searcher{Engine: engine()}
	for _, c := range questions {
		page, err := s.Search(context.Background(), query.Request{Query: c.question})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range page.Hits {
			ids = append(ids, string(h.Article.ID[30:]))
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != c.found || page.Matches != c.matches {
			t.Errorf("%s: found %d times in %s, want %d in %s", c.question, page.Matches, got, c.matches, c.found)
		}
	}
}
