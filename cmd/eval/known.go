package main

import (
	"context"
	"errors"
	"flag"
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
	register(measurement{"known", "known [--sentences] [--write FILE] [INDEX] DIR: how often a headline of the wire stories in DIR, or two thirds of the words of a sentence, finds its own story first, asked with --any", runKnown})
}

// Stories are drawn at random with knownSeed; each is sought among the first knownDepth found.
const (
	knownItems = 2000
	knownSeed  = 1
	knownDepth = 100
)

// A knownItem is an article and the question that it is looked for by.
type knownItem struct{ path, question string }

func runKnown(args []string) error {
	flags := flag.NewFlagSet("known", flag.ContinueOnError)
	sentences := flags.Bool("sentences", false, "ask by half-remembered sentences, not by headlines")
	write := flags.String("write", "", "write the questions to `FILE` for other engines, path TAB question a line, and ask nothing")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ask := headlineOf
	if *sentences {
		ask = sentenceOf
	}
	if *write != "" && flags.NArg() == 1 {
		items, err := drawItems(flags.Arg(0), ask)
		if err != nil {
			return err
		}
		return writeItems(*write, items)
	}
	if flags.NArg() != 2 {
		return errors.New("name an index and the folder of wire stories that it was made from")
	}
	items, err := drawItems(flags.Arg(1), ask)
	if err != nil {
		return err
	}
	return findItems(flags.Arg(0), flags.Arg(1), items)
}

// findItems asks for every item. The odd ones are for choosing between rules, the even ones only report.
func findItems(dir, source string, items []knownItem) error {
	r, err := disk.OpenReader(dir)
	if err != nil {
		return err
	}
	defer r.Close()
	var scores [3]knownScore // all, odd, even
	f := &rankFinder{query.Searcher{Engine: r}, source}
	for i, item := range items {
		rank, first, err := f.rank(context.Background(), item)
		if err != nil {
			return fmt.Errorf("%s: %w", item.path, err)
		}
		scores[0].add(rank)
		scores[1+i%2].add(rank)
		if rank != 1 && i%2 == 0 {
			fmt.Printf("%4d\t%s\t%s\tfirst %.6s\n", rank, item.path, item.question, first)
		}
	}
	for i, half := range []string{"all", "odd", "even"} {
		fmt.Printf("%-4s %s\n", half, scores[i])
	}
	return nil
}

func writeItems(path string, items []knownItem) error {
	var b strings.Builder
	for _, item := range items {
		fmt.Fprintf(&b, "%s\t%s\n", item.path, item.question)
	}
	return os.WriteFile(path, []byte(b.String()), 0o666)
}

// drawItems draws from the stories that can be asked for.
func drawItems(dir string, ask func(story string, random *rand.Rand) string) ([]knownItem, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	random := rand.New(rand.NewPCG(knownSeed, 0))
	random.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	var items []knownItem
	for _, p := range paths {
		story, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return nil, err
		}
		if question := ask(string(story), random); question != "" {
			items = append(items, knownItem{filepath.ToSlash(rel), question})
		}
		if len(items) == knownItems {
			break
		}
	}
	return items, nil
}

// headlineOf is what stands behind the dashes of the first line.
func headlineOf(story string, _ *rand.Rand) string {
	line, _, _ := strings.Cut(story, "\n")
	headline, ok := strings.CutPrefix(line, "--")
	if headline = strings.TrimSpace(headline); !ok || len(text.Read(headline, "").Words) == 0 {
		return ""
	}
	return headline
}

// sentenceOf is a sentence of the story as half remembered: every third word is missing.
func sentenceOf(story string, random *rand.Rand) string {
	for strings.HasPrefix(story, "--") {
		_, story, _ = strings.Cut(story, "\n")
	}
	t := text.Read(story, "en")
	sentences := slices.DeleteFunc(t.Sentences, func(s text.Range) bool { return s.End-s.Start < 8 || s.End-s.Start > 30 })
	if len(sentences) == 0 {
		return ""
	}
	s := sentences[random.IntN(len(sentences))]
	var words []string
	for i := s.Start; i < s.End; i++ {
		if (i-s.Start)%3 != 2 {
			words = append(words, t.Word(i))
		}
	}
	return strings.Join(words, " ")
}

// A rankFinder looks for items in an index of the stories in dir.
type rankFinder struct {
	query.Searcher
	dir string
}

// rank is the place of an item's story, 0 where it is not among the first, and what came first. A story is its lead
// and copies: any of them will do.
func (f *rankFinder) rank(ctx context.Context, item knownItem) (rank int, first corpus.ID, err error) {
	found, err := f.Rank(ctx, query.Request{Query: item.question, Any: true, Size: knownDepth})
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
