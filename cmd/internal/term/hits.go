package term

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/query"
	"dateline/query/export"
)

// Hits shows a list of n hits as it comes. short gives an article's shortest unique id; copies, which may be nil, the
// other articles of a hit's story where they are to be listed. It ends at the first error of the list.
func (l *Look) Hits(hits iter.Seq2[query.Hit, error], n int, short func(corpus.ID) string, copies func(query.Hit) []*corpus.Article) error {
	indent := len(strconv.Itoa(n)) + 2
	first := true
	for h, err := range hits {
		if err != nil {
			return err
		}
		if !first {
			fmt.Fprintln(l.Out)
		}
		first = false
		if l.Accessible {
			l.labelledHit(h, short(h.Article.ID))
		} else {
			l.hit(h, short(h.Article.ID), indent)
		}
		if copies == nil {
			continue
		}
		for _, a := range copies(h) {
			line := strings.Join(append(l.facts(a, short(a.ID)), CleanLine(a.Source.Path)), " · ")
			if l.Accessible {
				l.label("Copy", line)
			} else {
				l.line(indent, "= "+line)
			}
		}
	}
	return nil
}

func (l *Look) hit(h query.Hit, id string, indent int) {
	title := l.headline(h)
	if h.Copies > 1 {
		title += " " + l.Number("×"+strconv.Itoa(h.Copies))
	}
	fmt.Fprintln(l.Out, Wrap(PadRight(strconv.Itoa(h.Rank), indent), title, l.Width, strings.Repeat(" ", indent)))
	l.line(indent, strings.Join(l.facts(h.Article, id), " · "))
	for _, s := range h.Snippets {
		l.line(indent, l.snippet(s, export.Speakers(h.Article)))
	}
}

// line prints one line, or a wrapped one, behind an indent.
func (l *Look) line(indent int, s string) {
	pad := strings.Repeat(" ", indent)
	fmt.Fprintln(l.Out, Wrap(pad, s, l.Width, pad))
}

// headline is the title with its matches; an article without one is named by its file.
func (l *Look) headline(h query.Hit) string {
	if title := strings.TrimSpace(l.runs(h.Title, l.Title)); title != "" {
		return Isolate(title)
	}
	return l.Title(Isolate(CleanLine(cmp.Or(strings.TrimSpace(h.Article.Title.Text), h.Article.Source.Path))))
}

// facts are date, filed places, outlet, wire, speakers and id of an article, as far as they are known.
func (l *Look) facts(a *corpus.Article, id string) []string {
	facts := []string{l.Number(Day(a.Published))}
	for _, f := range []string{placeList(a.Filed), CleanLine(a.Outlet.Text), CleanLine(a.Wire.Text)} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if who := export.Speakers(a); len(who) > 0 {
		facts = append(facts, l.Name(nameList(who, 3)))
	}
	return append(facts, l.Dim(id))
}

// snippet is a piece of the text, behind the name of whoever says it where that is one of the named and doesn't stand in it.
func (l *Look) snippet(s query.Snippet, named []string) string {
	text := strings.TrimSpace(l.Runs(s.Runs))
	if s.CutBefore {
		text = "… " + text
	}
	if s.CutAfter {
		text += " …"
	}
	last := s.Speaker[strings.LastIndexByte(s.Speaker, ' ')+1:]
	isTold := strings.Contains(text, last)
	text = Isolate(text)
	if slices.Contains(named, s.Speaker) && !isTold {
		text = l.Name(CleanLine(s.Speaker)+":") + " " + text
	}
	return text
}

// labelledHit is a hit for a screen reader: a labelled line a fact.
func (l *Look) labelledHit(h query.Hit, id string) {
	a := h.Article
	fmt.Fprintf(l.Out, "Hit %d: %s\n", h.Rank, l.headline(h))
	l.label("Date", Day(a.Published))
	l.label("Filed from", placeList(a.Filed))
	l.label("Outlet", CleanLine(a.Outlet.Text))
	l.label("Wire", CleanLine(a.Wire.Text))
	l.label("Speakers", nameList(export.Speakers(a), 10))
	if h.Copies > 1 {
		l.label("Copies", strconv.Itoa(h.Copies))
	}
	for _, s := range h.Snippets {
		l.label("Text", l.snippet(s, export.Speakers(a)))
	}
	l.label("Id", id)
}

// label prints "Name: value", and nothing where there is no value.
func (l *Look) label(name, value string) {
	if value != "" {
		fmt.Fprintf(l.Out, "%s: %s\n", name, value)
	}
}

// Day is a date as it is listed: "2016-05-25", "2016-05", "undated".
func Day(d corpus.Date) string {
	if day := export.Published(d); day != "" {
		return day
	}
	return "undated"
}

func placeList(places []corpus.Place) string {
	var names []string
	for _, p := range places {
		names = append(names, CleanLine(export.Name(p)))
	}
	return strings.Join(names, "/")
}

// nameList lists the first most names, and says how many more there are.
func nameList(names []string, most int) string {
	var clean []string
	for _, n := range names[:min(most, len(names))] {
		clean = append(clean, Isolate(CleanLine(n)))
	}
	s := strings.Join(clean, ", ")
	if more := len(names) - most; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
