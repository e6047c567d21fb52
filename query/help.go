package query

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/corpus/text"
)

// atoms collects the smallest parts of a question that can be asked alone.
func atoms(n Node, dst []Node) []Node {
	switch n := n.(type) {
	case And:
		for _, c := range n.Nodes {
			dst = atoms(c, dst)
		}
	case Or:
		for _, c := range n.Nodes {
			dst = atoms(c, dst)
		}
	case Not:
		return atoms(n.Node, dst)
	case Boost:
		return atoms(n.Node, dst)
	case Filter:
		return atoms(n.Node, dst)
	case Near:
		return atoms(n.Right, atoms(n.Left, dst))
	case AtLeast:
		return atoms(n.Node, dst)
	case Within:
		return atoms(n.Node, dst)
	case Said:
		if n.Speaker != nil {
			dst = append(dst, Said{Speaker: n.Speaker})
		}
		for _, w := range atoms(n.Words, nil) {
			dst = append(dst, w, Within{w, InQuote})
		}
	case nil, All:
	case Nothing:
		if n.Why != "" {
			dst = append(dst, n)
		}
	default:
		dst = append(dst, n)
	}
	return dst
}

// alone asks each part of a question by itself, and with instead also what would find something where it doesn't.
func (s *Searcher) alone(ctx context.Context, n Node, instead bool) ([]TermHelp, error) {
	var out []TermHelp
	seen := map[string]bool{}
	for _, a := range atoms(n, nil) {
		name := a.String()
		said, quotes := a.(Said)
		if nothing, ok := a.(Nothing); ok {
			name = nothing.Why
		} else if quotes {
			name = said.Speaker.String()
		}
		if seen[name] {
			continue
		}
		seen[name] = true
		found, err := s.Engine.Find(ctx, a, Window{Matches: quotes})
		if err != nil {
			return nil, err
		}
		h := TermHelp{Term: name, Articles: found.Articles, Quotes: found.Matches}
		if instead && h.Articles == 0 {
			if err := s.instead(ctx, a, &h); err != nil {
				return nil, err
			}
		}
		out = append(out, h)
	}
	return out, nil
}

// help says why nothing was found: each part's own count with the nearest spelling, those that nothing has first, and what
// each filter removed.
func (s *Searcher) help(ctx context.Context, plan *Plan) (*Help, error) {
	stats, err := s.Engine.Stats(ctx)
	if err != nil || stats.Articles == 0 {
		return &Help{Empty: true}, err
	}
	h := &Help{}
	if h.Terms, err = s.alone(ctx, plan.Node, true); err != nil {
		return nil, err
	}
	slices.SortStableFunc(h.Terms, func(a, b TermHelp) int { return cmp.Compare(min(a.Articles, 1), min(b.Articles, 1)) })
	and, ok := plan.Node.(And)
	if !ok {
		return h, nil // without its one part nothing is asked
	}
	for _, f := range plan.filters {
		found, err := s.Engine.Find(ctx, without(and, f), Window{})
		if err != nil {
			return nil, err
		}
		if found.Articles > 0 {
			h.Filters = append(h.Filters, Dropped{f.String(), found.Articles})
		}
	}
	return h, nil
}

// without drops one part of what must all be true.
func without(and And, part Node) Node {
	name := part.String()
	return allOf(slices.DeleteFunc(slices.Clone(and.Nodes), func(c Node) bool { return c.String() == name })...)
}

// instead says what would find something where a part alone finds nothing: the name that it may be, which is found in
// every script and spelling, or the nearest spelling.
func (s *Searcher) instead(ctx context.Context, n Node, h *TermHelp) error {
	if name := nameOf(n); name != "" {
		person := Value{Field: "person", Text: name}
		plan, err := s.Plan(ctx, Request{Query: person.String()})
		if err != nil {
			return err
		}
		found, err := s.Engine.Find(ctx, plan.Node, Window{})
		if err != nil {
			return err
		}
		if found.Articles > 0 {
			h.Name, h.Named = person.String(), found.Articles
			return nil
		}
	}
	var err error
	h.Nearest, err = s.nearest(ctx, n)
	return err
}

// nameOf gives a word or a phrase that is sought anywhere, which may be a name.
func nameOf(n Node) string {
	switch n := n.(type) {
	case Term:
		if n.In == "" && n.Match <= Surface {
			return n.Text
		}
	case Phrase:
		words := make([]string, len(n.Terms))
		for i, t := range n.Terms {
			if words[i] = t.Text; n.In != "" || t.Match != Surface {
				return ""
			}
		}
		return strings.Join(words, " ")
	}
	return ""
}

// twoEdits is how long a word is that two letters may be wrong in. In a shorter one that makes another word.
const twoEdits = 7

// nearest finds the spelling that most articles have, a letter off, or two in a long word. Of a name it is all of it.
func (s *Searcher) nearest(ctx context.Context, n Node) (string, error) {
	field, typed := "body", ""
	if said, ok := n.(Said); ok {
		n = *said.Speaker
	}
	switch n := n.(type) {
	case Term:
		typed = n.Text
	case Value:
		typed, field = n.Text, n.Field
		if field == "location" || field == "filed" || field == "about" {
			field += ".key"
		}
	}
	word := text.FoldPhrase(typed)
	letters := utf8.RuneCountInString(word)
	if letters < 4 {
		return "", nil
	}
	var names []Count // of which one word may be what was meant
	var err error
	if isNames(field) {
		if names, err = s.Engine.Terms(ctx, field, Pattern{}, 0); err != nil {
			return "", err
		}
	}
	for edits := 1; edits == 1 || edits == 2 && letters >= twoEdits; edits++ {
		near := Pattern{word, Fuzzy, edits}
		found := alike(names, near)
		if names == nil {
			if found, err = s.Engine.Terms(ctx, field, near, 0); err != nil {
				return "", err
			}
		}
		best := Count{}
		for _, c := range found {
			if c.Articles > best.Articles && c.Value != word && c.Value[0] >= ' ' {
				best = c
			}
		}
		if best.Value != "" {
			return best.Value, nil
		}
	}
	return "", nil
}

// alike are the names that match a pattern, or have a word that does.
func alike(names []Count, p Pattern) []Count {
	matches, err := p.Compile()
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(names), func(c Count) bool {
		name := text.FoldPhrase(c.Value)
		return !slices.ContainsFunc(append(strings.Fields(name), name), matches)
	})
}
