package query

import (
	"context"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A KwicRequest asks for a concordance: a line for every match in every article. Size counts lines; 0 means all.
type KwicRequest struct {
	Request
	Order  []string `json:"order,omitempty"`  // "L1", "R2": sort by the words left and right of the match
	Sample int      `json:"sample,omitempty"` // so many lines, chosen at random; 0 means all
	Seed   uint64   `json:"seed,omitempty"`   // the same seed chooses the same lines
	In     Region   `json:"in,omitempty"`     // only matches in quotes or in narration
	Width  int      `json:"width,omitempty"`  // graphemes on each side; 0 means 40
}

// A Concordance is its lines and how many there are in all.
type Concordance struct {
	Page
	Lines []KwicLine `json:"lines"`
}

// A KwicLine is one match in its context. White space in the three texts is single spaces, so that they align.
type KwicLine struct {
	Article *corpus.Article `json:"-"` // slim: there may be a line for every match in an archive
	ID      corpus.ID       `json:"id"`
	Story   corpus.Story    `json:"story"`
	Date    string          `json:"date,omitempty"`
	Speaker string          `json:"speaker,omitempty"` // whose quote the match stands in
	Left    string          `json:"left"`
	Match   string          `json:"match"`
	Right   string          `json:"right"`
	Mark    Mark            `json:"-"`
	Part    corpus.Part     `json:"part"` // what Start and End count in: the text, of formats with markup the body, or the title
	Start   int             `json:"start"`
	End     int             `json:"end"`
	words   []string        // that it is sorted by
}

// Kwic gives the concordance of a request.
func (s *Searcher) Kwic(ctx context.Context, req KwicRequest) (*Concordance, error) {
	c, lines, err := s.StreamKwic(ctx, req)
	if err != nil {
		return nil, err
	}
	if c.Lines, err = collect(c.Lines, lines); err != nil {
		return nil, err
	}
	return c, nil
}

// StreamKwic answers as Kwic does, but its concordance has no lines: they are read as they are asked for, so that all of
// an archive's take no more memory than a hundred; where they are sorted, about twice as many are held as asked for. They
// end at the first error.
func (s *Searcher) StreamKwic(ctx context.Context, req KwicRequest) (*Concordance, iter.Seq2[KwicLine, error], error) {
	plan, found, lines, err := s.findLines(ctx, req, true)
	if err != nil {
		return nil, nil, err
	}
	page, err := s.totals(ctx, plan, found)
	return &Concordance{Page: page}, lines, err
}

// KwicLines gives the lines of a concordance without counting what there is, streaming.
func (s *Searcher) KwicLines(ctx context.Context, req KwicRequest) iter.Seq2[KwicLine, error] {
	return func(yield func(KwicLine, error) bool) {
		_, _, lines, err := s.findLines(ctx, req, req.Sample > 0)
		if err != nil {
			yield(KwicLine{}, err)
			return
		}
		lines(yield)
	}
}

// findLines finds the articles of a concordance; its lines are read when they are asked for.
func (s *Searcher) findLines(ctx context.Context, req KwicRequest, matches bool) (*Plan, Found, iter.Seq2[KwicLine, error], error) {
	keys, err := kwicKeys(req.Order)
	if err != nil {
		return nil, Found{}, nil, err
	}
	plan, err := s.kwicPlan(ctx, req)
	if err != nil {
		return nil, Found{}, nil, err
	}
	// Every article is asked for: which lines are wanted is not known before their matches are.
	found, err := s.Engine.Find(ctx, plan.Node, Window{Sort: req.sort(), Size: -1, Matches: matches})
	if err != nil {
		return nil, Found{}, nil, err
	}
	lines := s.kwicLines(ctx, plan, req, found.Hits, keys)
	size := sizeOr(req.Size, math.MaxInt, math.MaxInt)
	if len(keys) > 0 {
		return plan, found, sortedLines(lines, size), nil
	}
	return plan, found, paged(lines, 0, size), nil
}

// kwicPlan puts the words of the query in the region that is asked for.
func (s *Searcher) kwicPlan(ctx context.Context, req KwicRequest) (*Plan, error) {
	if req.In == "" {
		return s.Plan(ctx, req.Request)
	}
	n, _, err := Parse(req.Query)
	if err != nil {
		return nil, err
	}
	inner := req.Request
	inner.Query = (&parser{}).inside(n, req.In).String()
	return s.Plan(ctx, inner)
}

// A kwicKey is one word to sort by.
type kwicKey struct {
	right bool
	at    int // from 0, nearest first
}

func kwicKeys(order []string) ([]kwicKey, error) {
	var keys []kwicKey
	for _, o := range order {
		n, err := strconv.Atoi(strings.TrimLeft(o, "LRlr"))
		if err != nil || n < 1 || n > kwicWords || len(o) != 2 {
			return nil, fmt.Errorf("sort %q: say L1 to L%d or R1 to R%d", o, kwicWords, kwicWords)
		}
		keys = append(keys, kwicKey{o[0] == 'R' || o[0] == 'r', n - 1})
	}
	return keys, nil
}

// kwicWords is how many words on each side can be sorted by.
const kwicWords = 5

// word is the folded word of a text, whose match stands at a range of positions, that the key names, "" where it ends.
func (k kwicKey) word(in *text.Text, match text.Range) string {
	i := match.Start - 1 - k.at
	if k.right {
		i = match.End + k.at
	}
	if i < 0 || i >= len(in.Words) {
		return ""
	}
	return text.Fold(in.Word(i))
}

// sortedLines gives the first lines by the words beside their matches. What can't be among them is let go of.
func sortedLines(lines iter.Seq2[KwicLine, error], size int) iter.Seq2[KwicLine, error] {
	return func(yield func(KwicLine, error) bool) {
		var held []KwicLine
		for line, err := range lines {
			if err != nil {
				yield(KwicLine{}, err)
				return
			}
			if held = append(held, line); len(held)/2 >= max(size, chunkArticles) {
				held = firstLines(held, size)
			}
		}
		for _, line := range firstLines(held, size) {
			if !yield(line, nil) {
				return
			}
		}
	}
}

func firstLines(lines []KwicLine, n int) []KwicLine {
	slices.SortStableFunc(lines, func(a, b KwicLine) int { return slices.Compare(a.words, b.words) })
	return slices.Delete(lines, min(n, len(lines)), len(lines))
}

// A sample are some of all lines, known by their numbers before any article is read.
type sample struct {
	hits  []Scored // the articles that they stand in
	lines [][]int  // of each of those, which of its matches
}

// sampled chooses n of the lines of hits, each as likely as any other.
func sampled(hits []Scored, n int, seed uint64) sample {
	var kept []int
	random := rand.New(rand.NewPCG(seed, 0))
	total := 0
	for _, h := range hits {
		for range h.Matches {
			if len(kept) < n {
				kept = append(kept, total)
			} else if i := random.IntN(total + 1); i < n {
				kept[i] = total
			}
			total++
		}
	}
	slices.Sort(kept)
	var out sample
	before := 0
	for _, h := range hits {
		var of []int
		for len(kept) > 0 && kept[0] < before+h.Matches {
			of = append(of, kept[0]-before)
			kept = kept[1:]
		}
		if before += h.Matches; of != nil {
			out.hits, out.lines = append(out.hits, h), append(out.lines, of)
		}
	}
	return out
}

// kwicLines gives the lines of hits in their order, with the words that keys name: all of them, or a sample.
func (s *Searcher) kwicLines(ctx context.Context, plan *Plan, req KwicRequest, hits []Scored, keys []kwicKey) iter.Seq2[KwicLine, error] {
	width := req.Width
	if width <= 0 {
		width = 40
	}
	var of sample
	if req.Sample > 0 {
		of = sampled(hits, req.Sample, req.Seed)
		hits = of.hits
	}
	return func(yield func(KwicLine, error) bool) {
		for f, err := range s.readAll(ctx, hits, 0) {
			if err != nil {
				yield(KwicLine{}, err)
				return
			}
			r := Read(f.article)
			about := slim(f.article)
			for i, m := range r.Marks(plan.Node) {
				if req.Sample > 0 && !slices.Contains(of.lines[f.rank-1], i) {
					continue
				}
				line := r.line(m, width, keys)
				line.Article, line.Story = about, f.Story
				if !yield(line, nil) {
					return
				}
			}
		}
	}
}

// slim is an article without its body, and with no more of its quotes and places than who speaks and which they are.
func slim(a *corpus.Article) *corpus.Article {
	out := *a
	out.Body, out.Kept, out.People, out.Quotes, out.Places = "", nil, nil, nil, nil
	seen := map[string]bool{}
	for i := range a.Quotes {
		if s := a.Quotes[i].Speaker; !seen[s.Canonical] {
			seen[s.Canonical] = true
			out.Quotes = append(out.Quotes, corpus.Quote{Speaker: s})
		}
	}
	clear(seen)
	for _, p := range a.Places {
		if key := p.Name + ", " + p.Country + ", " + string(p.Kind); !seen[key] {
			seen[key] = true
			out.Places = append(out.Places, p)
		}
	}
	return &out
}

// line puts a match in its context.
func (r *Reading) line(m Mark, width int, keys []kwicKey) KwicLine {
	a := r.Article
	in := r.Body
	where := corpus.Span{Part: corpus.PartBody, Start: m.Start, End: m.End}
	if a.Part != corpus.PartBody {
		where = a.InText(m.Start, m.End)
	}
	if m.Part == corpus.PartTitle {
		in = r.Title
		where = a.Title.Span
		if where.Len() == len(a.Title.Text) {
			where.Start, where.End = where.Start+m.Start, where.Start+m.End
		}
	}
	l := KwicLine{ID: a.ID, Mark: m, Speaker: r.speakerAt(m), Part: where.Part, Start: where.Start, End: where.End}
	l.Date, _ = a.Published.Days()
	l.Left = lastGraphemes(in.Raw[:m.Start], width)
	l.Match = strings.Clone(oneLine(in.Raw[m.Start:m.End])) // a part of the text would hold on to all of it
	l.Right = firstGraphemes(in.Raw[m.End:], width)
	for _, k := range keys {
		l.words = append(l.words, strings.Clone(k.word(in, in.Positions(m.Start, m.End))))
	}
	return l
}

// oneLine makes all white space single spaces.
func oneLine(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if s != "" && isSpace(s[0]) {
		out = " " + out
	}
	if s != "" && isSpace(s[len(s)-1]) && out != " " {
		out += " "
	}
	return out
}

// perGrapheme is how many bytes of text are looked at for one grapheme: more than any real one has.
const perGrapheme = 16

func firstGraphemes(s string, n int) string {
	s = oneLine(s[:boundaryBefore(s, min(len(s), n*perGrapheme))])
	it := graphemes.FromString(s)
	for range n {
		if !it.Next() {
			return strings.Clone(s)
		}
	}
	return strings.Clone(s[:it.End()])
}

func lastGraphemes(s string, n int) string {
	from := boundaryAfter(s, max(0, len(s)-n*perGrapheme))
	s = oneLine(s[from:])
	var starts []int
	for it := graphemes.FromString(s); it.Next(); {
		starts = append(starts, it.Start())
	}
	if len(starts) <= n {
		return strings.Clone(s)
	}
	return strings.Clone(s[starts[len(starts)-n]:])
}
