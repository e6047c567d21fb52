package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/corpus/text"
)

// A Plan is a request as it is asked of an engine, and how it came to be.
type Plan struct {
	Node     Node
	Parsed   Node     // as typed, before anything was resolved
	From, To string   // the interval that the question as a whole asks for, "" for open
	Dated    bool     // a date filter can leave articles out
	Notes    []string // how odd input was read
	Aliases  []string // the user's aliases that were used: "the minister = Sergei Lavrov"
	filters  []Node   // parts of the question that can be dropped to see what they cost
}

// A planner resolves a parsed question against a clock, the gazetteer, names and one engine.
type planner struct {
	s         *Searcher
	ctx       context.Context
	req       Request
	now       time.Time
	languages []string
	plan      *Plan
}

// Plan reads a request and resolves its names, places, words and dates. Errors are those of Parse and ReadDate.
func (s *Searcher) Plan(ctx context.Context, req Request) (*Plan, error) {
	p := &planner{s: s, ctx: ctx, req: req, now: s.now(), plan: &Plan{}}
	stats, err := s.Engine.Stats(ctx)
	if err != nil {
		return nil, err
	}
	p.languages = languagesOf(stats)
	n, err := p.parse()
	if err != nil {
		return nil, err
	}
	p.plan.Parsed = n
	if n, err = p.resolve(n); err != nil {
		return nil, err
	}
	p.plan.Node = p.settle(n)
	return p.plan, nil
}

// languagesOf gives the languages that words are stemmed by. Articles whose language cannot be told, such as a headline
// without a body, have their words as they stand: "" is among the languages where there are some.
func languagesOf(stats Stats) []string {
	var tags []string
	told := 0
	for _, l := range stats.Languages {
		tags = append(tags, l.Value)
		told += l.Articles
	}
	if told < stats.Articles {
		tags = append(tags, "")
	}
	return tags
}

// parse joins the query with the request's own filters.
func (p *planner) parse() (Node, error) {
	var n Node
	var err error
	if p.req.Any {
		n, err = ParseAny(p.req.Query)
	} else {
		n, p.plan.Notes, err = Parse(p.req.Query)
	}
	if err != nil {
		return nil, err
	}
	filters := &parser{}
	fs := p.requested(filters)
	if filters.err != nil {
		return nil, filters.err
	}
	p.plan.Notes = append(p.plan.Notes, filters.notes...)
	if _, all := n.(All); all && len(fs) > 0 {
		return allOf(fs...), nil
	}
	return allOf(append([]Node{n}, fs...)...), nil
}

// requested makes nodes of the filters that stand beside the query. Several speakers or places are alternatives, and
// their patterns are read as those of the query.
func (p *planner) requested(filters *parser) []Node {
	var ns []Node
	for _, d := range []struct{ rule, text string }{{"after", p.req.From}, {"until", p.req.To}, {"on", p.req.On}} {
		if d.text != "" {
			ns = append(ns, Date{Rule: d.rule, Text: value(d.text)})
		}
	}
	for _, v := range []struct {
		field string
		texts []string
	}{{"speaker", p.req.Speaker}, {"location", p.req.Location}} {
		var any []Node
		for _, t := range v.texts {
			any = append(any, filters.fact(patterned(v.field, value(t))))
		}
		if n := anyOf(any...); n != nil {
			ns = append(ns, n)
		}
	}
	return ns
}

// resolve gives every node what engines need.
func (p *planner) resolve(n Node) (Node, error) {
	var err error
	switch n := n.(type) {
	case And:
		n.Nodes, err = p.resolveAll(n.Nodes)
		return n, err
	case Or:
		n.Nodes, err = p.resolveAll(n.Nodes)
		return n, err
	case Not:
		n.Node, err = p.resolve(n.Node)
		return n, err
	case Boost:
		n.Node, err = p.resolve(n.Node)
		return n, err
	case Filter:
		n.Node, err = p.resolve(n.Node)
		return n, err
	case AtLeast:
		n.Node, err = p.resolve(n.Node)
		return n, err
	case Within:
		n.Node, err = p.resolve(n.Node)
		return n, err
	case Near:
		if n.Left, err = p.resolve(n.Left); err != nil {
			return nil, err
		}
		n.Right, err = p.resolve(n.Right)
		return n, err
	case Term, Phrase:
		return p.words(n), nil
	case Said:
		return p.said(n)
	case Value:
		return p.value(n)
	case Date:
		return p.date(n)
	case Around:
		return p.around(n)
	}
	return n, nil
}

func (p *planner) resolveAll(ns []Node) ([]Node, error) {
	out := make([]Node, len(ns))
	for i, n := range ns {
		var err error
		if out[i], err = p.resolve(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// words gives terms their keys, and takes "lead" for a region of the body.
func (p *planner) words(n Node) Node {
	lead := false
	switch t := n.(type) {
	case Term:
		if lead = t.In == "lead"; lead {
			t.In = "body"
		}
		n = p.term(t)
	case Phrase:
		if lead = t.In == "lead"; lead {
			t.In = "body"
		}
		terms := make([]Term, len(t.Terms))
		for i, w := range t.Terms {
			terms[i] = p.term(w)
		}
		t.Terms = terms
		n = t
	}
	if lead {
		return Within{n, InLead}
	}
	return n
}

func (p *planner) term(t Term) Term {
	switch t.Match {
	case Stem:
		t.Keys = text.StemKeys(p.languages, t.Text)
	case Surface:
		t.Keys = text.StemKeys(nil, t.Text)
	case Exact:
		t.Keys = []text.Key{{Term: text.Fold(t.Text)}}
	case Prefix, Fuzzy:
		t.Text = text.Fold(t.Text)
	case Wildcard:
		t.Text = foldPattern(t.Text)
	case Regexp:
		t.Text = foldRegexp(t.Text)
	}
	return t
}

// foldPattern folds what stands between the wildcards.
func foldPattern(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "*?")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			b.WriteString(text.Fold(s[:i]))
		}
		if i < len(s) {
			b.WriteByte(s[i])
			i++
		}
		s = s[i:]
	}
	return b.String()
}

func (p *planner) said(n Said) (Node, error) {
	if n.Speaker != nil {
		v, err := p.value(*n.Speaker)
		if err != nil {
			return nil, err
		}
		if none, ok := v.(Nothing); ok {
			return none, nil
		}
		speaker := v.(Value)
		n.Speaker = &speaker
	}
	var err error
	if n.Words != nil {
		n.Words, err = p.resolve(n.Words)
	}
	return n, err
}

// date resolves what was typed to days.
func (p *planner) date(n Date) (Node, error) {
	n.Sure = p.req.Dates
	if n.Rule == "" {
		return n, nil
	}
	d, err := newDateReader(p.now, p.req.DayFirst).read(n.Text)
	if err != nil {
		return nil, err
	}
	switch n.Rule {
	case "after":
		d.to = time.Time{}
	case "until":
		d.from = time.Time{}
	case "before":
		if d.from.IsZero() {
			return nil, fmt.Errorf("before:%s has no beginning", n.Text)
		}
		d = days{to: d.from.AddDate(0, 0, -1)}
	}
	n.From, n.To, n.Rule, n.Text = formatDay(d.from), formatDay(d.to), "", ""
	return n, nil
}

// settle merges what the question as a whole asks of dates into one interval, and takes its facts for filters.
func (p *planner) settle(n Node) Node {
	and, ok := n.(And)
	if !ok {
		and = And{[]Node{n}}
	}
	var rest []Node
	var when *Date
	for _, c := range and.Nodes {
		d, ok := c.(Date)
		if !ok || d.Undated {
			rest = append(rest, c)
			continue
		}
		if when == nil {
			when = &d
			continue
		}
		when.From = max(when.From, d.From)
		if d.To != "" && (when.To == "" || d.To < when.To) {
			when.To = d.To
		}
	}
	if when != nil {
		p.plan.From, p.plan.To = when.From, when.To
		rest = append(rest, *when)
	}
	for _, c := range rest {
		if isFact(c) {
			p.plan.filters = append(p.plan.filters, c)
		}
	}
	p.plan.Dated = hasDate(n)
	if when != nil && when.From != "" && when.To != "" && when.From > when.To {
		p.plan.Notes = append(p.plan.Notes, fmt.Sprintf("the dates exclude each other: from %s, to %s", when.From, when.To))
	}
	return allOf(rest...)
}

// isFact reports whether a node asks no words of the text.
func isFact(n Node) bool {
	switch n := n.(type) {
	case Value, Date, Around:
		return true
	case Not:
		return isFact(n.Node)
	case Or:
		return !slices.ContainsFunc(n.Nodes, func(c Node) bool { return !isFact(c) })
	}
	return false
}

// hasDate reports whether a node asks for an interval somewhere.
func hasDate(n Node) bool {
	found := false
	rewriteDates(n, func(d Date) Node {
		found = found || !d.Undated
		return d
	})
	return found
}

// rewriteDates replaces the date nodes of a question.
func rewriteDates(n Node, f func(Date) Node) Node {
	each := func(ns []Node) []Node {
		out := make([]Node, len(ns))
		for i, c := range ns {
			out[i] = rewriteDates(c, f)
		}
		return out
	}
	switch n := n.(type) {
	case Date:
		return f(n)
	case And:
		return And{each(n.Nodes)}
	case Or:
		return Or{each(n.Nodes)}
	case Not:
		return Not{rewriteDates(n.Node, f)}
	case Boost:
		return Boost{rewriteDates(n.Node, f), n.By}
	case Filter:
		return Filter{rewriteDates(n.Node, f)}
	}
	return n
}
