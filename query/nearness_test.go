package query_test

import (
	"context"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/query"
)

// Articles with the same words as often and of the same length are told apart by where the words stand.
func TestNearness(t *testing.T) {
	filler := strings.Repeat("It rained on the hills all day long. ", 3)
	var articles []*corpus.Article
	for id, body := range map[corpus.ID]string{
		"apart":    "The ferry was late. " + filler + "A bridge was built. " + filler + "The harbour was shut.",
		"halves":   "The ferry was late. A bridge was built. " + filler + filler + "The harbour was shut.",
		"together": "The ferry was late. A bridge was built. The harbour was shut. " + filler + filler,
	} {
		articles = append(articles, &corpus.Article{ID: id, Title: corpus.Value{Text: "Weather"}, Body: body,
			Language: corpus.Value{Text: "en"}})
	}
	s := &query.Searcher{Engine: engineOf(t, articles...)}
	for _, c := range []struct {
		question string
		any      bool
		want     string
	}{
		{"harbour ferry bridge", false, "together halves apart"},
		{"harbour ferry bridge", true, "together halves apart"},
		{"(harbour OR sluice) NEAR/30 ferry bridge", false, "together"},
		{"harbour", false, "apart halves together"}, // as good as each other: by ID
	} {
		found, err := s.Rank(context.Background(), query.Request{Query: c.question, Any: c.any, Size: -1, Articles: true})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range found.Hits {
			ids = append(ids, string(h.ID))
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.question, got, c.want)
		}
	}
}
