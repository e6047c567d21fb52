package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/corpus/names"
	"dateline/corpus/text"
)

// An Explanation says how a request was understood.
type Explanation struct {
	Query   string     `json:"query"` // as understood, in the query language
	Tree    []string   `json:"tree"`  // what the engine was asked, a node a line, indented
	From    string     `json:"from,omitempty"`
	To      string     `json:"to,omitempty"`
	Aliases []string   `json:"aliases,omitempty"`
	Notes   []string   `json:"notes,omitempty"`
	Terms   []TermHelp `json:"terms"`           // each part's own count
	Hints   []string   `json:"hints,omitempty"` // what is added to scores though it was not asked for
	Near    int        `json:"near,omitempty"`  // how many of the best articles gain where the words stand together
}

// Explain says how a request is understood and what each of its parts finds alone.
func (s *Searcher) Explain(ctx context.Context, req Request) (*Explanation, error) {
	plan, err := s.Plan(ctx, req)
	if err != nil {
		return nil, err
	}
	e, err := s.explained(ctx, plan)
	if err != nil {
		return nil, err
	}
	hints, err := s.hints(ctx, plan, req)
	for _, n := range hints {
		e.Hints = append(e.Hints, n.String())
	}
	if len(positive(plan.Node, nil)) > 1 && req.sort() == ByRelevance {
		e.Near = nearDepth
	}
	return e, err
}

// ExplainSaid is Explain for Said.
func (s *Searcher) ExplainSaid(ctx context.Context, req SaidRequest) (*Explanation, error) {
	plan, err := s.saidPlan(ctx, req)
	if err != nil {
		return nil, err
	}
	return s.explained(ctx, plan)
}

// ExplainKwic is Explain for Kwic.
func (s *Searcher) ExplainKwic(ctx context.Context, req KwicRequest) (*Explanation, error) {
	plan, err := s.kwicPlan(ctx, req)
	if err != nil {
		return nil, err
	}
	return s.explained(ctx, plan)
}

func (s *Searcher) explained(ctx context.Context, plan *Plan) (*Explanation, error) {
	var err error
	found := func(v Value) []string {
		spellings, e := s.spelled(ctx, v)
		switch {
		case e != nil:
			err = e
		case len(spellings) > 0:
			return spellings
		}
		return valueKeys(v)
	}
	e := &Explanation{Query: plan.Parsed.String(), Tree: tree(plan.Node, "", found, nil), From: plan.From, To: plan.To,
		Aliases: plan.Aliases, Notes: plan.Notes}
	if err == nil {
		e.Terms, err = s.alone(ctx, plan.Node, false)
	}
	return e, err
}

// mostSpellings is how many spellings of a name are told.
const mostSpellings = 8

// spelled gives the commonest spellings that a name finds: what it is looked up by tells a reader nothing.
func (s *Searcher) spelled(ctx context.Context, v Value) ([]string, error) {
	if !isNames(v.Field) || v.Keys == nil {
		return nil, nil
	}
	counts, err := s.Engine.Facet(ctx, v, v.Field)
	if err != nil {
		return nil, err
	}
	counts = slices.DeleteFunc(counts, func(c Count) bool {
		return !slices.ContainsFunc(names.Keys(c.Value), func(k string) bool { return slices.Contains(v.Keys, k) })
	})
	slices.SortStableFunc(counts, func(a, b Count) int { return cmp.Compare(b.Articles, a.Articles) })
	var spellings []string
	for _, c := range counts[:min(len(counts), mostSpellings)] {
		spellings = append(spellings, c.Value)
	}
	if more := len(counts) - len(spellings); more > 0 {
		spellings = append(spellings, fmt.Sprintf("%d more", more))
	}
	return spellings, nil
}

// tree prints a planned node with its parts below it; found tells what a value is looked up by.
func tree(n Node, indent string, found func(Value) []string, dst []string) []string {
	line := func(format string, args ...any) { dst = append(dst, indent+fmt.Sprintf(format, args...)) }
	children := func(ns ...Node) {
		for _, c := range ns {
			if c != nil {
				dst = tree(c, indent+"  ", found, dst)
			}
		}
	}
	switch n := n.(type) {
	case And:
		line("all of")
		children(n.Nodes...)
	case Or:
		line("any of")
		children(n.Nodes...)
	case Not:
		line("not")
		children(n.Node)
	case Boost:
		line("times %g", n.By)
		children(n.Node)
	case Filter:
		line("filter")
		children(n.Node)
	case Near:
		line("%s", n.operator())
		children(n.Left, n.Right)
	case AtLeast:
		line("at least %d times", n.N)
		children(n.Node)
	case Within:
		line("in %s", n.Region)
		children(n.Node)
	case Said:
		line("in one quote")
		if n.Speaker != nil {
			children(*n.Speaker)
		}
		children(n.Words)
	case Term:
		line("%s: %s%s", n, matchNames[n.Match], strings.Join(termKeys(n), ", "))
	case Value:
		line("%s: %s%s", n, matchNames[n.Match], strings.Join(found(n), ", "))
	case Date:
		line("%s, %s", n, certaintyNames[n.Sure])
	case Around:
		line("within %.4g km of %.4f, %.4f (%s)", n.Km, n.Lat, n.Lon, n.Text)
	case Nothing:
		line("nothing: %s", n.Why)
	default:
		line("%s", n)
	}
	return dst
}

var matchNames = map[Match]string{Exact: "exactly ", Prefix: "beginning ", Wildcard: "like ", Fuzzy: "near ", Regexp: "matching "}

var certaintyNames = map[Certainty]string{Likely: "likely", Sure: "sure", AnyOverlap: "any overlap"}

// termKeys writes what a word finds as a reader understands it: its stem in each language, words of one stem together.
func termKeys(t Term) []string {
	if len(t.Keys) == 0 {
		return []string{t.Text}
	}
	var words []string
	notes := map[string][]string{}
	for _, k := range t.Keys {
		word, isCased := strings.CutPrefix(strings.TrimPrefix(k.Term, text.StemMark), text.CaseMark)
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
		if isCased {
			notes[word] = append(notes[word], "in capitals")
		}
		for _, l := range k.Languages {
			notes[word] = append(notes[word], cmp.Or(l, "language unknown"))
		}
	}
	for i, word := range words {
		if list := set(notes[word]); len(words) > 1 && list != nil || slices.Contains(list, "in capitals") {
			words[i] += " (" + strings.Join(list, ", ") + ")"
		}
	}
	return words
}

// set drops what stands in a list again.
func set(list []string) []string {
	var once []string
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}

// valueKeys writes what a value is looked up by as a reader understands it.
func valueKeys(v Value) []string {
	if len(v.Keys) == 0 {
		return []string{v.Text}
	}
	shown := slices.Clone(v.Keys)
	for i, key := range shown {
		if e, ok := placeOf(key); ok {
			shown[i] = fmt.Sprintf("%s (%s)", e.Name, container(e))
		}
	}
	return slices.Compact(shown)
}
