package query

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// A SaidRequest asks who said what. The request's Query is sought inside the quotes, and what it asks of dates,
// places and the like of the articles around them.
type SaidRequest struct {
	Request
	By    string   `json:"by,omitempty"`    // "" or what to count the quotes by, of saidKeys: counts instead of quotes
	About []string `json:"about,omitempty"` // words or names that must stand in the quote as well
}

// A Ledger is what was said, and how often.
type Ledger struct {
	Page
	Rows   []Statement `json:"rows,omitempty"`
	Groups []Group     `json:"groups,omitempty"`
	Values int         `json:"values,omitempty"` // how many groups there are, shown or not
}

// A Statement is one quote.
type Statement struct {
	Article  *corpus.Article  `json:"-"`
	Quote    *corpus.Quote    `json:"-"`
	ID       corpus.ID        `json:"id"`
	Story    corpus.Story     `json:"story"`
	Copies   int              `json:"copies"` // found articles of its story
	Date     string           `json:"date,omitempty"`
	Place    string           `json:"place,omitempty"` // where the article was filed
	Outlet   string           `json:"outlet,omitempty"`
	Speaker  string           `json:"speaker"`
	Role     string           `json:"role,omitempty"`
	Via      string           `json:"via,omitempty"`
	Kind     corpus.QuoteKind `json:"kind"`
	Trust    float32          `json:"trust"`
	Text     string           `json:"text"` // from the quote's first word to its last, verbatim
	Runs     []Run            `json:"runs"` // Text with its matches
	Part     corpus.Part      `json:"part"` // what Start and End count in: the article's text or its title
	Start    int              `json:"start"`
	End      int              `json:"end"`
	BodyPart corpus.Part      `json:"-"` // PartTitle or PartBody
}

// A Group is what falls together in a table of counts.
type Group struct {
	Value    string `json:"value"` // "" where nothing is known
	Quotes   int    `json:"quotes,omitempty"`
	Articles int    `json:"articles"`
	Stories  int    `json:"stories"`
}

// Said gives the ledger of what was said, the oldest first unless the request says otherwise. Size counts rows.
// A row of a story's lead stands for its copies, unless the request wants articles.
func (s *Searcher) Said(ctx context.Context, req SaidRequest) (*Ledger, error) {
	l, rows, err := s.StreamSaid(ctx, req)
	if err != nil {
		return nil, err
	}
	if l.Rows, err = collect(l.Rows, rows); err != nil {
		return nil, err
	}
	return l, nil
}

// StreamSaid answers as Said does, but its ledger has no rows: they are read as they are asked for, so that all of an
// archive's take no more memory than a hundred. They end at the first error.
func (s *Searcher) StreamSaid(ctx context.Context, req SaidRequest) (*Ledger, iter.Seq2[Statement, error], error) {
	plan, err := s.saidPlan(ctx, req)
	if err != nil {
		return nil, nil, err
	}
	found, err := s.Engine.Find(ctx, plan.Node, req.window(req.By == ""))
	if err != nil {
		return nil, nil, err
	}
	page, err := s.totals(ctx, plan, found)
	l := &Ledger{Page: page}
	if err == nil && req.By != "" {
		err = s.saidBy(ctx, plan, found.Hits, req, l)
		found.Hits = nil
	}
	return l, paged(s.statements(ctx, plan, found.Hits), req.Offset, sizeOr(req.Size, 10, math.MaxInt)), err
}

// window asks for every article: how many rows each has is not known before it is read. Counts are of articles.
func (req *SaidRequest) window(matches bool) Window {
	return Window{Sort: cmp.Or(req.Sort, ByOldest), Size: -1, Stories: !req.Articles && req.By == "", Matches: matches}
}

// paged leaves out the first skip of a list, and all behind the next size.
func paged[T any](list iter.Seq2[T, error], skip, size int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		at := -max(0, skip)
		for v, err := range list {
			if at++; (at > 0 || err != nil) && !yield(v, err) || at == size {
				return
			}
		}
	}
}

// Statements gives every row of the ledger, streaming.
func (s *Searcher) Statements(ctx context.Context, req SaidRequest) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		plan, err := s.saidPlan(ctx, req)
		if err != nil {
			yield(Statement{}, err)
			return
		}
		found, err := s.Engine.Find(ctx, plan.Node, req.window(false))
		if err != nil {
			yield(Statement{}, err)
			return
		}
		s.statements(ctx, plan, found.Hits)(yield)
	}
}

// saidPlan plans Said over the words of the query. Speakers of the request speak; what is no word of a text stays a
// filter of the article.
func (s *Searcher) saidPlan(ctx context.Context, req SaidRequest) (*Plan, error) {
	n, notes, err := Parse(req.Query)
	if err != nil {
		return nil, err
	}
	words, facts := split2(n)
	for _, about := range req.About {
		w := (&parser{}).words(about, true, false)
		words = append(words, loosened(w))
	}
	said := make([]Node, 0, len(req.Speaker))
	for _, name := range req.Speaker {
		speaker := patterned("speaker", value(name))
		said = append(said, Said{&speaker, allOf(words...)})
	}
	if len(said) == 0 {
		said = append(said, Said{Words: allOf(words...)})
	}
	inner := req.Request
	inner.Speaker = nil
	inner.Query = allOf(append([]Node{anyOf(said...)}, facts...)...).String()
	plan, err := s.Plan(ctx, inner)
	if err == nil {
		plan.Notes = append(notes, plan.Notes...)
	}
	return plan, err
}

// loosened lets a single quoted word be found in all its forms.
func loosened(n Node) Node {
	if t, ok := n.(Term); ok && t.Match == Surface {
		t.Match = Stem
		return t
	}
	return n
}

// split2 parts what is asked of the words from what is asked of the article.
func split2(n Node) (words, facts []Node) {
	parts := []Node{n}
	if and, ok := n.(And); ok {
		parts = and.Nodes
	}
	for _, c := range parts {
		switch c.(type) {
		case All:
		default:
			if isWords(c) {
				words = append(words, c)
			} else {
				facts = append(facts, c)
			}
		}
	}
	return words, facts
}

// isWords reports whether a node asks nothing but words.
func isWords(n Node) bool {
	switch n := n.(type) {
	case Not:
		return isWords(n.Node)
	case And:
		return !slices.ContainsFunc(n.Nodes, func(c Node) bool { return !isWords(c) })
	case Or:
		return !slices.ContainsFunc(n.Nodes, func(c Node) bool { return !isWords(c) })
	case Said:
		return false
	}
	return isText(n)
}

// saids collects the Said nodes that a question wants to be true.
func saids(n Node, dst []Said) []Said {
	for _, leaf := range positive(n, nil) {
		if said, ok := leaf.(Said); ok {
			dst = append(dst, said)
		}
	}
	return dst
}

// statements gives the rows of found articles.
func (s *Searcher) statements(ctx context.Context, plan *Plan, hits []Scored) iter.Seq2[Statement, error] {
	pick := pickerOf(plan.Node)
	return func(yield func(Statement, error) bool) {
		for f, err := range s.readAll(ctx, hits, 0) {
			if err != nil {
				yield(Statement{}, err)
				return
			}
			quotes, r := pick(f.article)
			var marks []Mark
			if r != nil {
				marks = r.Marks(plan.Node)
			}
			for i := range quotes {
				if !yield(statement(f, &quotes[i], marks), nil) {
					return
				}
			}
		}
	}
}

// A picker gives the quotes of an article that are asked for, and the article as it was read for that; nil where no words
// are asked for, so that its text need not be taken apart.
type picker func(a *corpus.Article) ([]Speech, *Reading)

func pickerOf(n Node) picker {
	asked := saids(n, nil)
	keys := remembered(names.Keys)
	if !slices.ContainsFunc(asked, func(n Said) bool { return n.Speaker != nil }) {
		keys = func(string) []string { return nil } // everybody is asked for
	}
	if !slices.ContainsFunc(asked, func(n Said) bool { return n.Words != nil }) {
		return func(a *corpus.Article) ([]Speech, *Reading) {
			return slices.DeleteFunc(speeches(a, wording(a), keys), func(q Speech) bool {
				return !slices.ContainsFunc(asked, func(n Said) bool { return q.IsBy(n.Speaker) })
			}), nil
		}
	}
	return func(a *corpus.Article) ([]Speech, *Reading) {
		r := Read(a)
		r.keys = keys
		return slices.DeleteFunc(slices.Clone(r.Structure().Quotes), func(q Speech) bool {
			return !slices.ContainsFunc(asked, func(n Said) bool { return n.Holds(r, &q) })
		}), r
	}
}

// wording finds bytes of an article where they are, if a word is among them.
func wording(a *corpus.Article) finder {
	return func(part corpus.Part, start, end int) text.Range {
		if !strings.ContainsFunc(rawOf(a, part)[start:end], isWordRune) {
			return text.Range{}
		}
		return text.Range{Start: start, End: end}
	}
}

// filedFrom is the first place of an article's dateline.
func filedFrom(a *corpus.Article) string {
	if len(a.Filed) == 0 {
		return ""
	}
	return a.Filed[0].Name
}

func rawOf(a *corpus.Article, part corpus.Part) string {
	if part == corpus.PartTitle {
		return a.Title.Text
	}
	return a.Body
}

// remembered keeps what a function gave: the same few speak in most articles.
func remembered(keys func(name string) []string) func(name string) []string {
	known := map[string][]string{}
	return func(name string) []string {
		k, ok := known[name]
		if !ok {
			k = keys(name)
			known[strings.Clone(name)] = k // the article that it is a part of is let go of
		}
		return k
	}
}

func statement(f foundArticle, q *Speech, marks []Mark) Statement {
	a := f.article
	quote := &a.Quotes[q.quote]
	row := Statement{Article: a, Quote: quote, ID: a.ID, Story: f.Story, Copies: f.Copies, Outlet: a.Outlet.Text,
		Speaker: quote.Speaker.Canonical, Role: quote.Speaker.Role, Via: quote.Via, Kind: quote.Kind, Trust: quote.Trust,
		Place: filedFrom(a), BodyPart: corpus.PartBody}
	row.Date, _ = a.Published.Days()
	if q.InTitle {
		row.BodyPart = corpus.PartTitle
	}
	content := quote.Content()
	row.Part, row.Start, row.End = content.Part, content.Start, content.End
	_, start, end, ok := locate(a, content)
	if !ok {
		return row
	}
	raw := rawOf(a, row.BodyPart)
	row.Text = raw[start:end]
	inside := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Part != row.BodyPart || m.Start < start || m.End > end
	})
	if len(inside) == 1 && !strings.ContainsFunc(raw[start:inside[0].Start]+raw[inside[0].End:end], isWordRune) {
		inside = nil // all of it matched, for no words were asked, or only without some: nothing is to be marked
	}
	row.Runs = runs(raw, start, end, inside)
	return row
}
