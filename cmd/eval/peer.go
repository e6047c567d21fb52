package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/corpus/ingest"
	"dateline/index"
	"dateline/index/disk"
	"dateline/query"
)

func init() {
	register(measurement{"peer", "peer [-extract] index CORPUS.jsonl DIR | query DIR QUERIES.tsv K | one DIR KIND QUERY: dateline as one of ../shared/tools/peers;\n" +
		"       -extract finds quotes, people and places too when it indexes, where other programs index the given text", runPeer})
}

func runPeer(args []string) error {
	flags := flag.NewFlagSet("peer", flag.ContinueOnError)
	facts := flags.Bool("extract", false, "find quotes, people and places when indexing")
	if err := flags.Parse(args); err != nil {
		return err
	}
	args = flags.Args()
	switch {
	case len(args) == 3 && args[0] == "index":
		return indexPeer(args[1], args[2], extract.Options{NoFacts: !*facts})
	case len(args) == 4 && args[0] == "query":
		k, err := strconv.Atoi(args[3])
		if err != nil || k < 1 {
			return fmt.Errorf("%q is no number of hits", args[3])
		}
		return onPeer(args[1], func(s *query.Searcher) error { return queryPeer(s, args[2], k) })
	case len(args) == 4 && args[0] == "one":
		return onPeer(args[1], func(s *query.Searcher) error { return onePeer(s, args[2], args[3]) })
	}
	return errors.New("wants index CORPUS.jsonl DIR, query DIR QUERIES.tsv K or one DIR KIND QUERY")
}

// indexPeer indexes a corpus as `dateline index` does, in a folder of its own.
func indexPeer(corpusFile, dir string, o extract.Options) error {
	path, err := filepath.Abs(corpusFile)
	if err != nil {
		return err
	}
	if err := disk.Create(dir); err != nil {
		return err
	}
	w, err := disk.OpenWriter(dir, disk.Options{})
	if err != nil {
		return err
	}
	events := ingest.Read(context.Background(), ingest.Options{Paths: []string{path},
		Understand: func(d *corpus.Draft) *corpus.Article { return extract.Article(d, o) }})
	sum, err := index.Write(context.Background(), w, events, index.Options{})
	for _, skip := range sum.Skipped {
		fmt.Fprintf(os.Stderr, "skipped %s: %s\n", skip.Path, skip.Reason)
	}
	return errors.Join(err, w.Close())
}

func onPeer(dir string, f func(*query.Searcher) error) error {
	r, err := disk.OpenReader(dir)
	if err != nil {
		return err
	}
	return errors.Join(f(&query.Searcher{Engine: r}), r.Close())
}

// peerHits is how many hits have snippets, as of the other programs.
const peerHits = 10

// A peerQuery is a line of queries, read as a request of words in dateline's language.
type peerQuery struct {
	id, kind string
	request  query.Request
}

// peerRequest writes a query of one kind as a user would. The end of an interval of dates is an instant behind it.
func peerRequest(kind, q string) (query.Request, error) {
	words := strings.Fields(q)
	switch kind {
	case "term", "or":
		return query.Request{Query: strings.Join(words, " OR ")}, nil
	case "and":
		return query.Request{Query: strings.Join(words, " ")}, nil
	case "phrase":
		return query.Request{Query: `"` + q + `"`}, nil
	case "date":
		if len(words) != 3 {
			return query.Request{}, fmt.Errorf("date %q: wants a word, a tab, from, a tab and to", q)
		}
		from, err1 := time.Parse(time.RFC3339, words[1])
		to, err2 := time.Parse(time.RFC3339, words[2])
		return query.Request{Query: words[0], From: from.Format(time.DateOnly), To: to.Add(-1).Format(time.DateOnly)}, errors.Join(err1, err2)
	}
	return query.Request{}, fmt.Errorf("no kind %q of queries: term, or, and, phrase, date", kind)
}

func readPeerQueries(path string) (qs []peerQuery, err error) {
	err = eachTextLine(path, func(line string) error {
		id, rest, _ := strings.Cut(line, "\t")
		kind, q, _ := strings.Cut(rest, "\t")
		request, err := peerRequest(kind, q)
		qs = append(qs, peerQuery{id, kind, request})
		return err
	})
	return qs, err
}

// queryPeer asks every query twice over, the first time to warm up: ids alone, then a page with snippets.
func queryPeer(s *query.Searcher, path string, k int) error {
	qs, err := readPeerQueries(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	for _, last := range []bool{false, true} {
		for _, q := range qs {
			a, err := askPeer(s, q.request, k)
			if err != nil {
				return fmt.Errorf("%s: %w", q.id, err)
			}
			if last {
				fmt.Fprintf(out, "%s\t%s\t%d\t%.1f\t%.1f\t%s\n", q.id, q.kind, a.articles, micros(a.rank), micros(a.page), strings.Join(a.keys, " "))
			}
		}
	}
	return out.Flush()
}

func micros(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }

// A peerAnswer is what one query found and how long that took, without and with snippets.
type peerAnswer struct {
	articles   int
	rank, page time.Duration
	keys       []string
}

func askPeer(s *query.Searcher, request query.Request, k int) (a peerAnswer, err error) {
	ctx := context.Background()
	request.Size = k
	start := time.Now()
	found, err := s.Rank(ctx, request)
	a.rank = time.Since(start)
	if err != nil {
		return a, err
	}
	request.Size = min(k, peerHits)
	start = time.Now()
	page, err := s.Search(ctx, request)
	a.page = time.Since(start)
	if err != nil {
		return a, err
	}
	if found.Articles != page.Articles {
		return a, fmt.Errorf("%d articles without snippets and %d with them", found.Articles, page.Articles)
	}
	a.articles = found.Articles
	a.keys, err = keysOf(s, found.Hits)
	return a, err
}

// keysOf gives the hits' ids in the corpus.
func keysOf(s *query.Searcher, hits []query.Scored) ([]string, error) {
	ids := make([]corpus.ID, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	articles, err := s.Engine.Articles(context.Background(), ids)
	keys := make([]string, 0, len(articles))
	for _, a := range articles {
		keys = append(keys, a.Key)
	}
	return keys, err
}

// onePeer answers one query with snippets, in a process of its own.
func onePeer(s *query.Searcher, kind, q string) error {
	request, err := peerRequest(kind, q)
	if err != nil {
		return err
	}
	page, err := s.Search(context.Background(), request)
	if err != nil {
		return err
	}
	fmt.Println(page.Articles)
	for _, h := range page.Hits {
		fmt.Println(h.Article.Key, h.Title, h.Snippets)
	}
	return nil
}
