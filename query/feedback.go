package query

import (
	"cmp"
	"context"
	"math"
	"slices"

	"dateline/corpus/text"
)

// How a question in whole sentences learns from what it finds (relevance feedback after Lavrenko and Croft 2001, with
// Rocchio's weights). Chosen on half of the questions of TIME and Cranfield, where 5 to 20 articles and 15 to 60 words
// did nearly as well.
const (
	feedbackArticles = 20
	feedbackWords    = 30
	feedbackPool     = 100 // words whose frequencies are looked up
	feedbackWeight   = 0.4 // of the best word, where a word of the question has 1
	feedbackPower    = 4   // of an article's score: the first few count most
)

// A feedbackWord is a word of the best articles. Share is how much of them it makes up.
type feedbackWord struct {
	Term
	stem  string
	share float64
}

// learned gives what makes an article better that a request in whole sentences finds: the words that are frequent in the
// best articles and rare in others, each with its weight. A question that some title has all words of has none: it looks
// for that article, and other words lead away from it.
func (s *Searcher) learned(ctx context.Context, plan *Plan) ([]Node, error) {
	headlines, err := s.Engine.Find(ctx, headline(plan.Node), Window{})
	if err != nil || headlines.Articles > 0 {
		return nil, err
	}
	best, err := s.Engine.Find(ctx, plan.Node, Window{Size: feedbackArticles, Stories: true})
	if err != nil {
		return nil, err
	}
	stats, err := s.Engine.Stats(ctx)
	if err != nil {
		return nil, err
	}
	words, err := s.feedback(ctx, best.Hits)
	if err != nil {
		return nil, err
	}
	for i := range words {
		w := &words[i]
		known, err := s.Engine.Terms(ctx, "body", Pattern{Text: text.Fold(w.Text), Match: Exact}, 1)
		if err != nil {
			return nil, err
		}
		if len(known) > 0 {
			w.share *= math.Log(float64(stats.Articles) / float64(known[0].Articles))
		} else {
			w.share = 0 // a word of titles only
		}
		w.Keys = text.StemKeys(languagesOf(stats), w.Text)
	}
	return boosted(words), nil
}

// headline asks for a title that has all words of a question that asks for any.
func headline(n Node) Node {
	switch n := n.(type) {
	case Or:
		var all []Node
		for _, c := range n.Nodes {
			all = append(all, headline(c))
		}
		return allOf(all...)
	case And:
		return headline(Or(n))
	case Term:
		n.In = "title"
		return n
	}
	return n
}

// boosted gives the words with the greatest shares, weighed by them.
func boosted(words []feedbackWord) []Node {
	sortFeedback(words)
	var ns []Node
	for _, w := range words[:min(len(words), feedbackWords)] {
		if w.share > 0 {
			ns = append(ns, Boost{w.Term, math.Round(1000*feedbackWeight*w.share/words[0].share) / 1000})
		}
	}
	return ns
}

// feedback gives the words that make up most of some hits. Function words, numbers and words of one or two letters say
// nothing of what an article is about.
func (s *Searcher) feedback(ctx context.Context, hits []Scored) ([]feedbackWord, error) {
	byStem := map[string]*feedbackWord{}
	for f, err := range s.readAll(ctx, hits, 0) {
		if err != nil {
			return nil, err
		}
		parts := []*text.Text{text.Read(f.article.Title.Text, f.article.Language.Text), text.Read(f.article.Body, f.article.Language.Text)}
		weight := math.Pow(f.Score/hits[0].Score, feedbackPower) / float64(max(1, len(parts[0].Words)+len(parts[1].Words)))
		for _, t := range parts {
			addFeedback(byStem, t, weight)
		}
	}
	words := make([]feedbackWord, 0, len(byStem))
	for _, w := range byStem {
		words = append(words, *w)
	}
	sortFeedback(words)
	return words[:min(len(words), feedbackPool)], nil
}

// addFeedback counts each word of a text by weight. A word is written as where it was met first.
func addFeedback(byStem map[string]*feedbackWord, t *text.Text, weight float64) {
	var terms []string
	for i := range t.Words {
		folded := text.Fold(t.Word(i))
		if len(folded) < 3 || t.Words[i].Shape == text.Number || text.IsFunctionWord(folded) {
			continue
		}
		terms = t.Terms(terms[:0], i)
		stem := terms[len(terms)-1]
		w := byStem[stem]
		if w == nil {
			w = &feedbackWord{Term: Term{Text: t.Word(i)}, stem: stem}
			byStem[stem] = w
		}
		w.share += weight
	}
}

func sortFeedback(words []feedbackWord) {
	slices.SortFunc(words, func(a, b feedbackWord) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.stem, b.stem))
	})
}

// rank finds the hits of a plan in the order of the request.
func (s *Searcher) rank(ctx context.Context, plan *Plan, req Request, w Window) (found Found, err error) {
	w.Sort, w.Offset = req.sort(), max(0, req.Offset)
	if w.Hints, err = s.hints(ctx, plan, req); err != nil {
		return Found{}, err
	}
	w.Near = nearDepth
	return s.Engine.Find(ctx, plan.Node, w)
}

// Rank answers a request with ids and scores alone, of the first Size hits: a hit an article where Articles is set, else
// a story.
func (s *Searcher) Rank(ctx context.Context, req Request) (Found, error) {
	plan, err := s.Plan(ctx, req)
	if err != nil {
		return Found{}, err
	}
	return s.rank(ctx, plan, req, Window{Size: orAll(req.Size), Stories: !req.Articles})
}
