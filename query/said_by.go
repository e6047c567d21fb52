package query

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"dateline/corpus"
	"dateline/corpus/names"
)

// saidKeys are what quotes can be counted by.
var saidKeys = map[string]func(*corpus.Article, *corpus.Quote) string{
	"month":        func(a *corpus.Article, _ *corpus.Quote) string { return firstDay(a, len("2016-05")) },
	"year":         func(a *corpus.Article, _ *corpus.Quote) string { return firstDay(a, len("2016")) },
	"place":        func(a *corpus.Article, _ *corpus.Quote) string { return filedFrom(a) },
	"outlet":       func(a *corpus.Article, _ *corpus.Quote) string { return a.Outlet.Text },
	"speaker":      func(_ *corpus.Article, q *corpus.Quote) string { return named(q.Speaker, corpus.Individual) },
	"organisation": func(_ *corpus.Article, q *corpus.Quote) string { return named(q.Speaker, corpus.Organisation) },
}

// firstDay is as much of the day that an article was published on.
func firstDay(a *corpus.Article, letters int) string {
	day, _ := a.Published.Days()
	return day[:min(letters, len(day))]
}

// saidBy counts the quotes of found articles by what the request names: by time all, else as many as its Size, the most
// first, and last those of which it isn't known, however many there are. All spellings of a person's name are one.
func (s *Searcher) saidBy(ctx context.Context, plan *Plan, hits []Scored, req SaidRequest, l *Ledger) error {
	key, ok := saidKeys[req.By]
	if !ok {
		return &ParseError{"quotes are counted by month, year, place, outlet, speaker or organisation, not by " + req.By}
	}
	pick := pickerOf(plan.Node)
	groups := map[string]*tally{}
	for f, err := range s.readAll(ctx, hits, 0) {
		if err != nil {
			return err
		}
		found, _ := pick(f.article)
		for _, q := range found {
			k := key(f.article, &f.article.Quotes[q.quote])
			t := groups[k]
			if t == nil {
				t = &tally{articles: map[corpus.ID]bool{}, stories: map[corpus.Story]bool{}}
				groups[strings.Clone(k)] = t // the article that it is a part of is let go of
			}
			t.add(f.ID, f.Story)
		}
		l.Matches += len(found)
	}
	l.Groups, l.Values = inOrder(groups, req)
	return nil
}

// inOrder gives the first groups, and how many there are.
func inOrder(groups map[string]*tally, req SaidRequest) (list []Group, all int) {
	if req.By == "month" || req.By == "year" {
		return listed(groups, func(a, b Group) int { return strings.Compare(a.Value, b.Value) }), len(groups)
	}
	unknown := groups[""]
	delete(groups, "")
	if req.By == "speaker" {
		groups = joined(groups)
	}
	list = listed(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), strings.Compare(a.Value, b.Value))
	})
	list = list[:min(len(list), sizeOr(req.Size, 10, len(list)))]
	all = len(groups)
	if unknown != nil {
		list, all = append(list, unknown.group("")), all+1
	}
	return list, all
}

// named is a speaker's name where it is of a kind and IsNamed.
func named(p corpus.Person, kind corpus.PersonKind) string {
	if p.Kind != kind || !IsNamed(p) {
		return ""
	}
	return p.Canonical
}

// IsNamed reports whether a speaker is a person or an organisation that goes by a name: "the company", "his office" and
// "analysts" are nobody to list.
func IsNamed(p corpus.Person) bool {
	first, _, _ := strings.Cut(p.Canonical, " ")
	switch p.Kind {
	case corpus.Individual:
		return first != ""
	case corpus.Organisation:
		return names.IsParticle(first) || strings.ContainsFunc(first, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) })
	}
	return false
}

// A tally counts quotes with the articles and stories that they stand in.
type tally struct {
	quotes   int
	articles map[corpus.ID]bool
	stories  map[corpus.Story]bool
	last     corpus.ID // that was added: quotes of one article come together
}

func (t *tally) add(id corpus.ID, story corpus.Story) {
	if t.quotes++; id == t.last {
		return
	}
	t.last = id
	t.articles[id] = true
	t.stories[story] = true
}

func (t *tally) group(value string) Group {
	return Group{value, t.quotes, len(t.articles), len(t.stories)}
}

// joined adds up the tallies of one name's spellings, under the one with most quotes.
func joined(groups map[string]*tally) map[string]*tally {
	var counts []Count
	for name, t := range groups {
		counts = append(counts, Count{Value: name, Articles: t.quotes})
	}
	out := map[string]*tally{}
	for _, same := range spellings(counts) {
		all := groups[same[0].Value]
		for _, c := range same[1:] {
			t := groups[c.Value]
			all.quotes += t.quotes
			maps.Copy(all.articles, t.articles)
			maps.Copy(all.stories, t.stories)
		}
		out[same[0].Value] = all
	}
	return out
}

func listed(groups map[string]*tally, order func(a, b Group) int) []Group {
	out := make([]Group, 0, len(groups))
	for value, t := range groups {
		out = append(out, t.group(value))
	}
	slices.SortFunc(out, order)
	return out
}
