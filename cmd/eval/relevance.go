package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	register(measurement{"relevance", "relevance DIR: MAP, nDCG@10, P@10 and R@100 on DIR/time and DIR/cranfield, whole questions asked with --any", runRelevance})
}

// A collection is documents, questions and judgments: question to document to grade, 1 and up being relevant.
type collection struct {
	name      string
	drafts    []*corpus.Draft
	questions map[string]string
	relevant  map[string]map[string]int
}

func runRelevance(args []string) error {
	if len(args) != 1 {
		return errors.New("name the folder that holds time and cranfield")
	}
	for _, read := range []func(dir string) (*collection, error){readTime, readCranfield} {
		c, err := read(args[0])
		if err != nil {
			return err
		}
		if err := measureRelevance(c); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

func measureRelevance(c *collection) error {
	dir, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r, keys, err := indexDrafts(filepath.Join(dir, "index"), c.drafts)
	if err != nil {
		return err
	}
	defer r.Close()
	s := &query.Searcher{Engine: r, Now: time.Now}
	run := map[string][]string{}
	for q, words := range c.questions {
		found, err := s.Rank(context.Background(), query.Request{Query: words, Any: true, Size: 1000, Articles: true})
		if err != nil {
			return fmt.Errorf("question %s: %w", q, err)
		}
		for _, h := range found.Hits {
			run[q] = append(run[q], keys[h.ID])
		}
	}
	for half, name := range []string{"all", "odd", "even"} {
		fmt.Printf("%-10s %-4s %s\n", c.name, name, scoreRun(run, c.half(half)))
	}
	return nil
}

// indexDrafts writes drafts to a new index and opens it. keys maps the articles' IDs to the drafts' own.
func indexDrafts(dir string, drafts []*corpus.Draft) (*disk.Reader, map[corpus.ID]string, error) {
	keys := map[corpus.ID]string{}
	if err := disk.Create(dir); err != nil {
		return nil, nil, err
	}
	w, err := disk.OpenWriter(dir, disk.Options{})
	if err != nil {
		return nil, nil, err
	}
	_, err = index.Write(context.Background(), w, draftEvents(drafts, keys), index.Options{})
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, nil, err
	}
	r, err := disk.OpenReader(dir)
	return r, keys, err
}

func draftEvents(drafts []*corpus.Draft, keys map[corpus.ID]string) iter.Seq[corpus.Event] {
	return func(yield func(corpus.Event) bool) {
		for _, d := range drafts {
			a := extract.Article(d, extract.Options{NoFacts: true})
			a.Source = corpus.Source{Root: "eval", Path: d.Key, SHA256: fmt.Sprintf("%016s", d.Key)}
			a.ID = ingest.ID(a.Source)
			keys[a.ID] = d.Key
			f := corpus.File{Root: "eval", Path: d.Key}
			if !yield(corpus.Event{File: f, Article: a}) || !yield(corpus.Event{File: f, Done: true}) {
				return
			}
		}
	}
}

// measures are the usual four: mean average precision over the top 1,000, normalised discounted cumulative gain and
// precision at ten, recall at a hundred.
type measures struct {
	questions              int
	ap, ndcg, p10, recall1 float64
}

func (m measures) String() string {
	n := float64(max(1, m.questions))
	return fmt.Sprintf("questions %d MAP %.4f nDCG@10 %.4f P@10 %.4f R@100 %.4f", m.questions, m.ap/n, m.ndcg/n, m.p10/n, m.recall1/n)
}

// half gives the judgments of every other question in order: 1 those on which weights are chosen, 2 those that only
// report, 0 all. TIME has odd questions only.
func (c *collection) half(which int) map[string]map[string]int {
	some := map[string]map[string]int{}
	for q, grades := range c.relevant {
		n, _ := strconv.Atoi(q)
		if c.name == "TIME" {
			n = (n + 1) / 2
		}
		if which == 0 || n%2 == which%2 {
			some[q] = grades
		}
	}
	return some
}

func scoreRun(run map[string][]string, relevant map[string]map[string]int) measures {
	var m measures
	for q, grades := range relevant {
		if len(grades) > 0 {
			m.questions++
			m.add(run[q], grades)
		}
	}
	return m
}

func (m *measures) add(found []string, grades map[string]int) {
	hits, sum, gain := 0, 0.0, 0.0
	for i, id := range found {
		g := grades[id]
		if g > 0 {
			hits++
			sum += float64(hits) / float64(i+1)
			if i < 100 {
				m.recall1 += 1 / float64(len(grades))
			}
		}
		if i < 10 {
			gain += float64(g) / math.Log2(float64(i+2))
			if g > 0 {
				m.p10 += .1
			}
		}
	}
	m.ap += sum / float64(len(grades))
	m.ndcg += gain / bestGain(grades)
}

func bestGain(grades map[string]int) float64 {
	var all []int
	for _, g := range grades {
		all = append(all, g)
	}
	slices.Sort(all)
	slices.Reverse(all)
	best := 0.0
	for i, g := range all[:min(10, len(all))] {
		best += float64(g) / math.Log2(float64(i+2))
	}
	return best
}

// A timeArticle is one line of docs.jsonl.
type timeArticle struct {
	Ord        int
	Date, Text string
}

func readTime(dir string) (*collection, error) {
	c := &collection{name: "TIME", questions: map[string]string{}, relevant: map[string]map[string]int{}}
	dir = filepath.Join(dir, "time")
	err := errors.Join(
		eachLine(filepath.Join(dir, "docs.jsonl"), func(_ int, d timeArticle) error {
			c.drafts = append(c.drafts, &corpus.Draft{Key: strconv.Itoa(d.Ord), Text: d.Text, Part: corpus.PartText,
				Meta: map[string]string{corpus.MetaDate: d.Date}})
			return nil
		}),
		eachTextLine(filepath.Join(dir, "queries.tsv"), func(line string) error {
			id, words, _ := strings.Cut(line, "\t")
			c.questions[id] = words
			return nil
		}),
		eachTextLine(filepath.Join(dir, "qrels.txt"), func(line string) error {
			f := strings.Fields(line)
			return c.judge(f[0], f[2], f[3], func(grade int) int { return grade })
		}))
	return c, err
}

func (c *collection) judge(question, document, grade string, value func(int) int) error {
	g, err := strconv.Atoi(grade)
	if err != nil {
		return fmt.Errorf("grade %q: %w", grade, err)
	}
	if c.relevant[question] == nil {
		c.relevant[question] = map[string]int{}
	}
	if v := value(g); v > 0 {
		c.relevant[question][document] = v
	}
	return nil
}

var (
	cranRecord = regexp.MustCompile(`(?m)^\.I +(\d+)\s*$`)
	cranField  = regexp.MustCompile(`(?m)^\.([TABW])\s*$`)
)

func readCranfield(dir string) (*collection, error) {
	c := &collection{name: "Cranfield", questions: map[string]string{}, relevant: map[string]map[string]int{}}
	dir = filepath.Join(dir, "cranfield")
	err := errors.Join(
		eachCranfield(filepath.Join(dir, "cran.all.1400"), func(_ int, id string, fields map[string]string) {
			c.drafts = append(c.drafts, &corpus.Draft{Key: id, Title: fields["T"], Text: fields["W"], Part: corpus.PartBody})
		}),
		eachCranfield(filepath.Join(dir, "cran.qry"), func(n int, _ string, fields map[string]string) {
			c.questions[strconv.Itoa(n)] = fields["W"] // the judgments count questions, whatever their .I says
		}),
		eachTextLine(filepath.Join(dir, "cranqrel"), func(line string) error {
			f := strings.Fields(line)
			return c.judge(f[0], f[1], f[2], func(grade int) int { // 1 is best, 4 least; -1 and 5 are not relevant
				if grade < 1 || grade > 4 {
					return 0
				}
				return 5 - grade
			})
		}))
	return c, err
}

func eachCranfield(path string, do func(n int, id string, fields map[string]string)) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	s := string(data)
	starts := cranRecord.FindAllStringSubmatchIndex(s, -1)
	for i, m := range starts {
		end := len(s)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		record, fields := s[m[1]:end], map[string]string{}
		marks := cranField.FindAllStringSubmatchIndex(record, -1)
		for j, f := range marks {
			stop := len(record)
			if j+1 < len(marks) {
				stop = marks[j+1][0]
			}
			fields[record[f[2]:f[3]]] = strings.Join(strings.Fields(record[f[1]:stop]), " ")
		}
		do(i+1, s[m[2]:m[3]], fields)
	}
	return nil
}

func eachTextLine(path string, do func(line string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		if lines.Text() == "" {
			continue
		}
		if err := do(lines.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
