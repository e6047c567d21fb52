package query

import (
	"context"
	"iter"
	"slices"

	"dateline/corpus"
	"dateline/corpus/names"
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
	plan, err := s.saidPlan(ctx, req)
	if err != nil {
		return nil, err
	}
	found, err := s.Engine.Find(ctx, plan.Node, Window{Matches: true})
	if err != nil {
		return nil, err
	}
	l := &Ledger{Page: Page{Query: plan.Parsed.String(), From: plan.From, To: plan.To, Notes: plan.Notes,
		Matches: found.Matches, Articles: found.Articles, Stories: found.Stories}}
	if l.Undecided, err = s.undecided(ctx, plan, found.Articles); err != nil {
		return nil, err
	}
	if found.Articles == 0 {
		l.Help, err = s.help(ctx, plan)
		return l, err
	}
	if req.By != "" {
		l.Groups, err = s.saidBy(ctx, plan, req)
		return l, err
	}
	size, skip := req.Size, max(0, req.Offset)
	if size == 0 {
		size = 10
	}
	for row, err := range s.statements(ctx, plan, req) {
		if err != nil {
			return nil, err
		}
		if skip--; skip >= 0 {
			continue
		}
		if l.Rows = append(l.Rows, row); len(l.Rows) == size {
			break
		}
	}
	return l, nil
}

// Statements gives every row of the ledger, streaming.
func (s *Searcher) Statements(ctx context.Context, req SaidRequest) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		plan, err := s.saidPlan(ctx, req)
		if err != nil {
			yield(Statement{}, err)
			return
		}
		s.statements(ctx, plan, req)(yield)
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
		said = append(said, Said{&Value{Field: "speaker", Text: value(name)}, allOf(words...)})
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

func (s *Searcher) statements(ctx context.Context, plan *Plan, req SaidRequest) iter.Seq2[Statement, error] {
	w := Window{Sort: req.Sort, Size: -1, Stories: !req.Articles}
	if w.Sort == "" {
		w.Sort = ByOldest
	}
	asked := saids(plan.Node, nil)
	keys := remembered(names.Keys)
	if !slices.ContainsFunc(asked, func(n Said) bool { return n.Speaker != nil }) {
		keys = func(string) []string { return nil } // everybody is asked for
	}
	return func(yield func(Statement, error) bool) {
		for f, err := range s.found(ctx, plan.Node, w) {
			if err != nil {
				yield(Statement{}, err)
				return
			}
			r := Read(f.article)
			r.keys = keys
			var marks []Mark
			if req.By == "" { // who counts shows none
				marks = r.Marks(plan.Node)
			}
			for _, q := range r.Structure().Quotes {
				if !slices.ContainsFunc(asked, func(n Said) bool { return n.Holds(r, &q) }) {
					continue
				}
				if !yield(statement(f, r, &q, marks), nil) {
					return
				}
			}
		}
	}
}

// remembered keeps what a function gave: the same few speak in most articles.
func remembered(keys func(name string) []string) func(name string) []string {
	known := map[string][]string{}
	return func(name string) []string {
		k, ok := known[name]
		if !ok {
			k = keys(name)
			known[name] = k
		}
		return k
	}
}

func statement(f foundArticle, r *Reading, q *Speech, marks []Mark) Statement {
	a := f.article
	quote := &a.Quotes[q.quote]
	row := Statement{Article: a, Quote: quote, ID: a.ID, Story: f.Story, Copies: f.Copies, Outlet: a.Outlet.Text,
		Speaker: quote.Speaker.Canonical, Role: quote.Speaker.Role, Via: quote.Via, Kind: quote.Kind, Trust: quote.Trust,
		BodyPart: corpus.PartBody}
	row.Date, _ = a.Published.Days()
	if len(a.Filed) > 0 {
		row.Place = a.Filed[0].Name
	}
	in := r.Body
	if q.InTitle {
		in, row.BodyPart = r.Title, corpus.PartTitle
	}
	content := quote.Content()
	row.Part, row.Start, row.End = content.Part, content.Start, content.End
	_, start, end, ok := locate(a, content)
	if !ok {
		return row
	}
	row.Text = in.Raw[start:end]
	inside := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Part != row.BodyPart || m.Start < start || m.End > end
	})
	if len(inside) == 1 && inside[0].Start == start && inside[0].End >= end-1 {
		inside = nil // all of it matched, for no words were asked: nothing is to be marked
	}
	row.Runs = runs(in.Raw, start, end, inside)
	return row
}
