package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index/disk"
	"dateline/query"
)

func init() {
	register(measurement{"known", "known INDEX DIR: how often a headline of the wire stories in DIR finds its own story first, asked with --any", runKnown})
}

// Headlines are drawn at random with knownSeed; each is sought among the first knownDepth stories.
const (
	knownItems = 2000
	knownSeed  = 1
	knownDepth = 100
)

// A knownItem is an article and the headline that it is looked for by.
type knownItem struct{ path, headline string }

func runKnown(args []string) error {
	if len(args) != 2 {
		return errors.New("name an index and the folder of wire stories that it was made from")
	}
	r, err := disk.OpenReader(args[0])
	if err != nil {
		return err
	}
	defer r.Close()
	items, err := drawItems(args[1])
	if err != nil {
		return err
	}
	var m knownScore
	f := &rankFinder{query.Searcher{Engine: r}, args[1]}
	for _, item := range items {
		rank, first, err := f.rank(context.Background(), item)
		if err != nil {
			return fmt.Errorf("%s: %w", item.path, err)
		}
		m.add(rank)
		if rank != 1 {
			fmt.Printf("%4d\t%s\t%s\tfirst %.6s\n", rank, item.path, item.headline, first)
		}
	}
	fmt.Println(m)
	return nil
}

// drawItems draws from the stories whose first line is a headline.
func drawItems(dir string) ([]knownItem, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	random := rand.New(rand.NewPCG(knownSeed, 0))
	random.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	var items []knownItem
	for _, p := range paths {
		headline, err := headlineOf(p)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return nil, err
		}
		if headline != "" {
			items = append(items, knownItem{filepath.ToSlash(rel), headline})
		}
		if len(items) == knownItems {
			break
		}
	}
	return items, nil
}

// headlineOf is what stands behind the dashes of the first line.
func headlineOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	headline, ok := strings.CutPrefix(lines.Text(), "--")
	if headline = strings.TrimSpace(headline); !ok || len(text.Read(headline, "").Words) == 0 {
		return "", lines.Err()
	}
	return headline, lines.Err()
}

// A rankFinder looks for items in an index of the stories in dir.
type rankFinder struct {
	query.Searcher
	dir string
}

// rank is the place of an item's story, 0 where it is not among the first, and what came first. A story is its lead
// and copies: any of them will do.
func (f *rankFinder) rank(ctx context.Context, item knownItem) (rank int, first corpus.ID, err error) {
	found, err := f.Rank(ctx, query.Request{Query: item.headline, Any: true, Size: knownDepth})
	if err != nil || len(found.Hits) == 0 {
		return 0, "", err
	}
	story, err := f.storyAt(ctx, item.path)
	at := slices.IndexFunc(found.Hits, func(h query.Scored) bool { return h.Story == story })
	return at + 1, found.Hits[0].ID, err
}

// storyAt is the story of the article that was read from a path.
func (f *rankFinder) storyAt(ctx context.Context, path string) (corpus.Story, error) {
	is := query.Value{Field: "path", Text: filepath.Base(f.dir) + "/" + path, Match: query.Exact}
	found, err := f.Engine.Find(ctx, is, query.Window{Size: 1})
	if err == nil && len(found.Hits) == 0 {
		err = errors.New("the index does not hold it")
	}
	if err != nil {
		return "", err
	}
	return found.Hits[0].Story, nil
}

// A knownScore is the mean reciprocal rank, and the shares found first and in the first ten.
type knownScore struct {
	items, first, ten int
	reciprocal        float64
}

func (m *knownScore) add(rank int) {
	m.items++
	if rank == 0 {
		return
	}
	m.reciprocal += 1 / float64(rank)
	if rank == 1 {
		m.first++
	}
	if rank <= 10 {
		m.ten++
	}
}

func (m knownScore) String() string {
	n := float64(max(1, m.items))
	return fmt.Sprintf("items %d MRR %.4f success@1 %.4f success@10 %.4f", m.items, m.reciprocal/n, float64(m.first)/n, float64(m.ten)/n)
}
