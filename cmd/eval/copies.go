package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/corpus/ingest"
	"dateline/index"
	"dateline/index/indextest"
)

func init() {
	register(measurement{"copies", "copies DIR [dev|test]: story grouping, on near copies made from the articles of DIR", runCopies})
}

// copySeeds is how many articles are copied, and how many made into reports of another day.
const copySeeds = 1500

func runCopies(args []string) error {
	if len(args) == 0 {
		return errors.New("name a folder of articles")
	}
	half := uint32(0)
	if len(args) > 1 && args[1] == "dev" {
		half = 1
	}
	articles, texts, err := readArticles(args[0])
	if err != nil {
		return err
	}
	m := newCopyMaker(articles)
	var cases []copyCase
	for _, a := range articles {
		if halfOf(a.Source.Path) == half && len(cases) < 2*copySeeds {
			cases = append(cases, m.copies(a)...)
		}
	}
	story, err := storiesOf(articles, cases)
	if err != nil {
		return err
	}
	scoreSame(articles, texts, story)
	scoreCopies(cases, story)
	return nil
}

// halfOf parts articles for development (1) from those that figures are reported on (0).
func halfOf(path string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(path))
	return h.Sum32() & 1
}

// readArticles also gives each article's text as the wire wrote it: what stands below the header lines, white space
// aside, by the article's path.
func readArticles(dir string) ([]*corpus.Article, *sync.Map, error) {
	var texts sync.Map
	understand := func(d *corpus.Draft) *corpus.Article {
		texts.Store(d.Source.Path, strings.Join(strings.Fields(headerLine.ReplaceAllString(d.Text, "")), " "))
		return extract.Article(d, extract.Options{NoFacts: true})
	}
	var out []*corpus.Article
	for e := range ingest.Read(context.Background(), ingest.Options{Paths: []string{dir}, Understand: understand}) {
		if e.Article != nil {
			out = append(out, e.Article)
		}
	}
	slices.SortFunc(out, func(a, b *corpus.Article) int { return strings.Compare(a.Source.Path, b.Source.Path) })
	if len(out) == 0 {
		return nil, nil, fmt.Errorf("no articles in %s", dir)
	}
	return out, &texts, nil
}

var headerLine = regexp.MustCompile(`(?m)^-- .*$`)

// scoreSame counts the articles whose text is another's, and those of them that are in its story; and articles without
// text that are in any.
func scoreSame(articles []*corpus.Article, texts *sync.Map, story map[corpus.ID]corpus.Story) {
	same := map[string][]corpus.ID{}
	for _, a := range articles {
		t, _ := texts.Load(a.Source.Path)
		same[t.(string)] = append(same[t.(string)], a.ID)
	}
	grouped, all, folded := 0, 0, 0
	for text, ids := range same {
		for _, id := range ids {
			switch {
			case text == "" && story[id] != "":
				folded++
			case text != "" && len(ids) > 1:
				all++
				if story[id] != "" && story[id] == story[ids[0]] {
					grouped++
				}
			}
		}
	}
	fmt.Printf("same text as another: %d of %d in its story; without text: %d of %d in a story\n", grouped, all, folded, len(same[""]))
}

// A copyCase is an article made from another, and whether the two are one story.
type copyCase struct {
	of, made *corpus.Article
	how      string
	same     bool
}

// A copyMaker makes near-copies and look-alikes. Its words and sentences are drawn from the same articles.
type copyMaker struct {
	rnd      *rand.Rand
	articles []*corpus.Article
	n        int
}

func newCopyMaker(articles []*corpus.Article) *copyMaker {
	return &copyMaker{rnd: rand.New(rand.NewPCG(1, 2)), articles: articles}
}

var figure = regexp.MustCompile(`\d[\d,.]*\d|\d`)

// copies makes a near-copy of an article in one of five ways and, of a report full of figures, one of another day.
func (m *copyMaker) copies(a *corpus.Article) []copyCase {
	words := strings.Fields(a.Body)
	if len(words) < 80 {
		return nil
	}
	ways := []struct {
		how  string
		make func(words []string) string
	}{
		{"end cut", m.cut}, {"intro added", m.intro}, {"headline changed", m.headline},
		{"5 % of words edited", m.edited(.05)}, {"12 % of words edited", m.edited(.12)}, {"20 % of words edited", m.edited(.20)},
	}
	way := ways[m.rnd.IntN(len(ways))]
	cases := []copyCase{{a, m.article(a, way.make(words)), way.how, true}}
	if len(figure.FindAllString(a.Body, 13)) > 12 {
		cases = append(cases, copyCase{a, m.article(a, m.otherDay(a.Body)), "same template, other day", false})
	}
	return cases
}

func (m *copyMaker) article(of *corpus.Article, body string) *corpus.Article {
	m.n++
	a := *of
	a.Body = body
	a.Title.Text = "Another headline " + strconv.Itoa(m.n)
	a.Source.Path = fmt.Sprintf("made/%d", m.n)
	a.Source.SHA256 = fmt.Sprintf("%016d", m.n)
	a.ID = ingest.ID(a.Source)
	return &a
}

func (m *copyMaker) cut(words []string) string {
	return strings.Join(words[:len(words)*(40+m.rnd.IntN(45))/100], " ")
}

func (m *copyMaker) intro(words []string) string {
	other := strings.Fields(m.articles[m.rnd.IntN(len(m.articles))].Body)
	return strings.Join(other[:min(len(other), 15+m.rnd.IntN(45))], " ") + "\n\n" + strings.Join(words, " ")
}

func (m *copyMaker) headline(words []string) string { return strings.Join(words, " ") }

// edited replaces, drops or doubles a share of the words, figures included.
func (m *copyMaker) edited(share float64) func([]string) string {
	return func(words []string) string {
		var out []string
		for _, w := range words {
			if m.rnd.Float64() >= share {
				out = append(out, w)
				continue
			}
			switch m.rnd.IntN(4) {
			case 0: // dropped
			case 1:
				out = append(out, w, m.word())
			default:
				out = append(out, m.word())
			}
		}
		return strings.Join(out, " ")
	}
}

func (m *copyMaker) word() string {
	for {
		words := strings.Fields(m.articles[m.rnd.IntN(len(m.articles))].Body)
		if len(words) > 0 {
			return words[m.rnd.IntN(len(words))]
		}
	}
}

var dayWords = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}

// otherDay keeps a report's sentences and changes its figures, its weekdays and which way things went.
func (m *copyMaker) otherDay(body string) string {
	body = figure.ReplaceAllStringFunc(body, func(f string) string {
		digits := []byte(f)
		for i, c := range digits {
			if c >= '0' && c <= '9' {
				digits[i] = '0' + byte(m.rnd.IntN(10))
			}
		}
		return string(digits)
	})
	swap := []string{"rose", "fell", "higher", "lower", "gained", "lost", "up", "down", "fell", "rose", "lower", "higher", "lost", "gained", "down", "up"}
	shift := 1 + m.rnd.IntN(4)
	for i, d := range dayWords {
		swap = append(swap, d, dayWords[(i+shift)%len(dayWords)])
	}
	return strings.NewReplacer(swap...).Replace(body)
}

// storiesOf writes all articles to a store and gives the stories of two or more.
func storiesOf(articles []*corpus.Article, cases []copyCase) (map[corpus.ID]corpus.Story, error) {
	store := indextest.New()
	if _, err := index.Write(context.Background(), store, eventsOf(articles, cases), index.Options{}); err != nil {
		return nil, err
	}
	table, err := store.Stories(context.Background())
	story := map[corpus.ID]corpus.Story{}
	for _, g := range table.Groups {
		for _, id := range g {
			story[id] = g.ID()
		}
	}
	return story, err
}

func scoreCopies(cases []copyCase, story map[corpus.ID]corpus.Story) {
	right, wrong, of := map[string]int{}, map[string]int{}, map[string]int{}
	for _, c := range cases {
		of[c.how]++
		s, folded := story[c.made.ID]
		switch together := folded && s == story[c.of.ID]; {
		case together && c.same:
			right[c.how]++
		case together || folded && c.same:
			wrong[c.how]++
		}
	}
	printCopies(cases, right, wrong, of)
}

func printCopies(cases []copyCase, right, wrong, of map[string]int) {
	found, misled, made := 0, 0, 0
	same := map[string]bool{}
	for _, c := range cases {
		same[c.how] = c.same
	}
	for _, how := range slices.Sorted(maps.Keys(of)) {
		fmt.Printf("%-28s %5d made %5d with their original %5d folded wrongly\n", how, of[how], right[how], wrong[how])
		misled += wrong[how]
		if same[how] {
			found += right[how]
			made += of[how]
		}
	}
	fmt.Printf("precision %.4f recall %.4f of %d copies\n", float64(found)/float64(max(1, found+misled)), float64(found)/float64(max(1, made)), made)
}

func eventsOf(articles []*corpus.Article, cases []copyCase) iter.Seq[corpus.Event] {
	return func(yield func(corpus.Event) bool) {
		one := func(a *corpus.Article) bool {
			f := corpus.File{Root: a.Source.Root, Path: a.Source.Path}
			return yield(corpus.Event{File: f, Article: a}) && yield(corpus.Event{File: f, Done: true})
		}
		for _, a := range articles {
			if !one(a) {
				return
			}
		}
		for _, c := range cases {
			if !one(c.made) {
				return
			}
		}
	}
}
