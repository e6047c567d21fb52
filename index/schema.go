package index

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
	"dateline/query"
)

// A Field is one field of the index.
type Field struct {
	Name string
	// Weight multiplies the field's BM25 score. Text fields have one, keyword fields are not scored.
	Weight float64
	// Values gives a keyword field's terms, each as one token. It is nil for text fields, which are made of the terms
	// of text.Text, position by position.
	Values func(a *corpus.Article) []string
}

// Schema is the one list of fields. A field "x.key" holds the terms that a search for field "x" looks up, where they
// differ from the values that are shown and counted.
var Schema = []Field{
	{Name: "title", Weight: .75},
	{Name: "body", Weight: 1},
	{Name: "date", Values: func(a *corpus.Article) []string { return []string{DateTerm(a.Published)} }},
	{Name: "speaker", Values: func(a *corpus.Article) []string { return displayNames(individuals(speakers(a))) }},
	{Name: "speaker.key", Values: func(a *corpus.Article) []string { return nameKeys(speakers(a)) }},
	{Name: "role.key", Values: func(a *corpus.Article) []string { return roleKeys(speakers(a)) }},
	{Name: "person", Values: func(a *corpus.Article) []string { return displayNames(individuals(people(a))) }},
	{Name: "person.key", Values: func(a *corpus.Article) []string { return nameKeys(people(a)) }},
	{Name: "filed", Values: func(a *corpus.Article) []string { return placeNames(a.Filed) }},
	{Name: "filed.key", Values: func(a *corpus.Article) []string { return placeKeys(a.Filed) }},
	{Name: "about", Values: func(a *corpus.Article) []string { return placeNames(a.Places) }},
	{Name: "about.key", Values: func(a *corpus.Article) []string { return placeKeys(a.Places) }},
	{Name: "location", Values: func(a *corpus.Article) []string { return placeNames(allPlaces(a)) }},
	{Name: "location.key", Values: func(a *corpus.Article) []string { return placeKeys(allPlaces(a)) }},
	{Name: "point", Values: func(a *corpus.Article) []string { return points(allPlaces(a)) }},
	{Name: "outlet", Values: func(a *corpus.Article) []string { return one(a.Outlet.Text) }},
	{Name: "outlet.key", Values: func(a *corpus.Article) []string { return wordKeys(a.Outlet.Text) }},
	{Name: "wire", Values: func(a *corpus.Article) []string { return one(a.Wire.Text) }},
	{Name: "wire.key", Values: func(a *corpus.Article) []string { return wordKeys(a.Wire.Text) }},
	{Name: "author", Values: func(a *corpus.Article) []string { return authors(a) }},
	{Name: "author.key", Values: func(a *corpus.Article) []string { return authorKeys(a) }},
	{Name: "language", Values: func(a *corpus.Article) []string { return one(a.Language.Text) }},
	{Name: "section", Values: func(a *corpus.Article) []string { return one(a.Section.Text) }},
	{Name: "section.key", Values: func(a *corpus.Article) []string { return wordKeys(a.Section.Text) }},
	{Name: "tag", Values: func(a *corpus.Article) []string { return a.Tags }},
	{Name: "tag.key", Values: tagKeys},
	{Name: "url", Values: func(a *corpus.Article) []string { return one(a.URL.Text) }},
	{Name: "url.key", Values: func(a *corpus.Article) []string { return urlKeys(a.URL.Text) }},
	{Name: "path", Values: func(a *corpus.Article) []string { return one(a.Source.Root + "/" + a.Source.Path) }},
}

// DateTerm writes a published interval as one term: "2016-05-25", "2016-05", "2016", "2016-05-20/2016-05-25", or
// "none". Terms of one form sort by time.
func DateTerm(d corpus.Date) string {
	first, last := d.Days()
	switch {
	case d.IsZero():
		return "none"
	case first == last:
		return first
	case d.Precision == corpus.Month && first[:7] == last[:7]:
		return first[:7]
	case d.Precision == corpus.Year && first[:4] == last[:4]:
		return first[:4]
	}
	return first + "/" + last
}

// PlaceName is how a place is shown and counted: "Raqqa, SY", "Syria".
func PlaceName(p corpus.Place) string {
	if p.Country == "" || p.Kind == corpus.Country {
		return p.Name
	}
	return p.Name + ", " + p.Country
}

// Point writes a place's coordinates as a term, to four decimals: about 11 m.
func Point(p corpus.Place) string { return fmt.Sprintf("%.4f,%.4f", p.Lat, p.Lon) }

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func set(ss []string) []string {
	slices.Sort(ss)
	return slices.Compact(ss)
}

// speakers are those who can be told: a speaker that is only a pronoun is nobody to search for.
func speakers(a *corpus.Article) []corpus.Person {
	var ps []corpus.Person
	for i := range a.Quotes {
		if p := a.Quotes[i].Speaker; p.Kind != "" && p.Canonical != "" {
			ps = append(ps, p)
		}
	}
	return ps
}

func people(a *corpus.Article) []corpus.Person { return append(speakers(a), a.People...) }

// individuals leaves the persons: groups, organisations and documents that speak are found as speakers, but are none to
// list and count.
func individuals(ps []corpus.Person) []corpus.Person {
	return slices.DeleteFunc(ps, func(p corpus.Person) bool { return p.Kind != corpus.Individual })
}

func displayNames(ps []corpus.Person) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Canonical)
	}
	return set(out)
}

func nameKeys(ps []corpus.Person) []string {
	var out []string
	for _, p := range ps {
		out = append(out, names.Keys(p.Canonical)...)
	}
	return set(out)
}

func roleKeys(ps []corpus.Person) []string {
	var out []string
	for _, p := range ps {
		out = append(out, wordKeys(p.Role)...)
	}
	return set(out)
}

func authors(a *corpus.Article) []string {
	var out []string
	for _, v := range a.Author {
		out = append(out, v.Text)
	}
	return set(out)
}

func authorKeys(a *corpus.Article) []string {
	var out []string
	for _, v := range a.Author {
		out = append(out, names.Keys(v.Text)...)
	}
	return set(out)
}

func tagKeys(a *corpus.Article) []string {
	var out []string
	for _, t := range a.Tags {
		out = append(out, wordKeys(t)...)
	}
	return set(out)
}

func allPlaces(a *corpus.Article) []corpus.Place {
	return append(slices.Clone(a.Filed), a.Places...)
}

func placeNames(ps []corpus.Place) []string {
	var out []string
	for _, p := range ps {
		out = append(out, PlaceName(p))
	}
	return set(out)
}

func placeKeys(ps []corpus.Place) []string {
	var out []string
	for _, p := range ps {
		out = append(out, query.PlaceKeys(p)...)
	}
	return set(out)
}

func points(ps []corpus.Place) []string {
	var out []string
	for _, p := range ps {
		if p.IsResolved() {
			out = append(out, Point(p))
		}
	}
	return set(out)
}

// wordKeys finds a value by all of it and by each of its words.
func wordKeys(s string) []string {
	whole := text.FoldPhrase(s)
	if whole == "" {
		return nil
	}
	return set(append(strings.Fields(whole), whole))
}

// urlKeys finds a page by its address, its host, and every domain above that: site:bbc.co.uk finds news.bbc.co.uk.
func urlKeys(s string) []string {
	if s == "" {
		return nil
	}
	out := []string{strings.ToLower(s)}
	if u, err := url.Parse(s); err == nil {
		for host := strings.ToLower(u.Hostname()); strings.Contains(host, "."); _, host, _ = strings.Cut(host, ".") {
			out = append(out, host)
		}
	}
	return set(out)
}
