package indextest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/index"
)

// words are what sample articles are made of, common ones first: forms of one word, accents, acronyms, other scripts.
var words = strings.Fields(`the of to and said in on for that is with as by at from was it has an but troops troop convoy
	convoys Raqqa raqqa attack attacked attacks US us U.S. WHO who oil prices price Zürich zurich café ceasefire talks
	talk border minister ministers bombs bombing bomb woman women red line lines Red Line отряд отряды город O'Neill
	AT&T Lavrov lavrov Toner border's 2016 25th flood floods harbour summit treaty drought quake`)

// speakers are who speaks in sample articles: invented people, and spellings of one name.
var speakers = []corpus.Person{
	{Canonical: "Anna Petrova", Role: "port spokeswoman", Kind: corpus.Individual},
	{Canonical: "Petrova", Kind: corpus.Individual},
	{Canonical: "John Miller", Role: "mayor of Harbourtown", Kind: corpus.Individual},
	{Canonical: "JOHN MILLER", Kind: corpus.Individual},
	{Canonical: "Ministry of Rivers", Kind: corpus.Organisation},
	{}, // nobody can be told
}

var places = []corpus.Place{
	{Text: "Raqqa", Name: "Raqqa", Country: "SY", GeoNameID: 172955, Lat: 35.95, Lon: 39.01, Kind: corpus.City},
	{Text: "Damascus", Name: "Damascus", Country: "SY", GeoNameID: 170654, Lat: 33.5102, Lon: 36.2913, Kind: corpus.City},
	{Text: "Syria", Name: "Syria", Country: "SY", GeoNameID: 163843, Lat: 35, Lon: 38, Kind: corpus.Country},
	{Text: "Paris", Name: "Paris", Country: "FR", GeoNameID: 2988507, Lat: 48.8534, Lon: 2.3488, Kind: corpus.City},
	{Text: "Nowhereville", Name: "Nowhereville"},
}

// A maker makes sample articles; the same seed makes the same.
type maker struct{ *rand.Rand }

// Sample makes n articles with stories among them, the same for the same seed.
func Sample(seed uint64, n int) ([]*corpus.Article, index.Stories) {
	m := maker{rand.New(rand.NewPCG(seed, 1))}
	var all []*corpus.Article
	var stories index.Stories
	for i := range n {
		a := m.article(i)
		if i%7 == 3 { // a copy of the one before, in the same story
			a.Title, a.Body, a.Kept, a.Quotes = all[i-1].Title, all[i-1].Body, all[i-1].Kept, all[i-1].Quotes
			stories.Groups = append(stories.Groups, index.Group{all[i-1].ID, a.ID})
		}
		all = append(all, a)
	}
	for _, g := range stories.Groups {
		if m.IntN(2) == 0 {
			slices.Reverse(g)
		}
	}
	return all, stories
}

func pick[T any](m maker, from []T) T { return from[m.IntN(len(from))] }

// word prefers the words in front, as a language does.
func (m maker) word() string {
	return words[int(float64(len(words))*m.Float64()*m.Float64())]
}

func (m maker) sentence() string {
	ws := make([]string, 3+m.IntN(9))
	for i := range ws {
		ws[i] = m.word()
	}
	return strings.ToUpper(ws[0][:1]) + ws[0][1:] + " " + strings.Join(ws[1:], " ") + "."
}

func (m maker) article(i int) *corpus.Article {
	a := &corpus.Article{
		ID:       corpus.ID(fmt.Sprintf("%016x%016x", uint64(i)*0x9E3779B97F4A7C15, i)),
		Title:    corpus.Value{Text: m.sentence()},
		Part:     corpus.PartText,
		Language: corpus.Value{Text: pick(m, []string{"en", "en", "en", "ru", "", "fr"})},
		Outlet:   corpus.Value{Text: pick(m, []string{"Harbour Times", "The Daily River", ""})},
		Wire:     corpus.Value{Text: pick(m, []string{"", "Reuters"})},
		URL:      corpus.Value{Text: fmt.Sprintf("https://news.example.org/%d/story-%d", 2010+i%5, i)},
		Author:   []corpus.Value{{Text: pick(m, []string{"Jane Writer", "Sam Penman"})}},
		Tags:     []string{pick(m, []string{"war", "red line", "Économie"})},
		Source:   corpus.Source{Root: "sample", Path: fmt.Sprintf("%d/%d.txt", i%3, i)},
	}
	a.Title.Text = strings.TrimSuffix(a.Title.Text, ".")
	m.body(a)
	a.Published = m.date()
	for range m.IntN(3) {
		a.Places = append(a.Places, pick(m, places))
	}
	if m.IntN(2) == 0 {
		a.Filed = []corpus.Place{pick(m, places)}
	}
	return a
}

// body writes paragraphs, some of their sentences said by somebody.
func (m maker) body(a *corpus.Article) {
	var b strings.Builder
	for range 1 + m.IntN(4) {
		for range 1 + m.IntN(4) {
			start := b.Len()
			b.WriteString(m.sentence())
			if m.IntN(3) == 0 {
				a.Quotes = append(a.Quotes, m.quote(start, b.Len()-1))
			}
			b.WriteByte(' ')
		}
		b.WriteString("\n\n")
	}
	a.Body = strings.TrimSpace(b.String())
	a.Kept = []corpus.Piece{{Len: len(a.Body)}}
}

// quote makes a sentence something that was said, now and then in two pieces.
func (m maker) quote(start, end int) corpus.Quote {
	q := corpus.Quote{Kind: corpus.Indirect, Speaker: pick(m, speakers), Evidence: corpus.Evidence{Trust: .9, Rule: "sample"}}
	span := func(from, to int) corpus.Span { return corpus.Span{Part: corpus.PartText, Start: from, End: to} }
	if half := (start + end) / 2; m.IntN(3) == 0 && half-start > 12 {
		// The cut is at bytes of the sample's ASCII and Cyrillic words alike: positions take whole words.
		q.Words = []corpus.Span{span(start, start+6), span(half, end)}
	} else {
		q.Words = []corpus.Span{span(start, end)}
	}
	return q
}

// date makes dates of every precision, and none.
func (m maker) date() corpus.Date {
	day := time.Date(2015, 11, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, m.IntN(240))
	d := corpus.Date{Earliest: day, Latest: day.AddDate(0, 0, 1).Add(-time.Second), Precision: corpus.Day}
	switch m.IntN(8) {
	case 0:
		return corpus.Date{}
	case 1:
		d.Earliest = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
		d.Latest, d.Precision = d.Earliest.AddDate(0, 1, 0).Add(-time.Second), corpus.Month
	case 2:
		d.Earliest = time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
		d.Latest, d.Precision = d.Earliest.AddDate(1, 0, 0).Add(-time.Second), corpus.Year
	case 3:
		d.Latest = d.Latest.AddDate(0, 0, m.IntN(9))
	case 4:
		at := day.In(time.FixedZone("", 3600*(m.IntN(20)-10))).Add(time.Duration(m.IntN(86400)) * time.Second)
		d.Earliest, d.Latest, d.Precision = at, at, corpus.Instant
	}
	return d
}

// Question makes a query of the whole language, in words that sample articles have or nearly have.
func (m maker) question() string {
	parts := make([]string, 1+m.IntN(3))
	for i := range parts {
		parts[i] = m.clause(2)
		if m.IntN(6) == 0 {
			parts[i] = "-" + parts[i]
		}
	}
	return strings.Join(parts, pick(m, []string{" ", " ", " OR "}))
}

// clause makes one thing that a query can ask for.
func (m maker) clause(depth int) string {
	if m.IntN(3) == 0 {
		return m.fact()
	}
	if depth > 0 && m.IntN(4) == 0 {
		return "(" + m.clause(depth-1) + pick(m, []string{" ", " OR "}) + m.clause(depth-1) + ")"
	}
	return m.text(depth)
}

func (m maker) text(depth int) string {
	w := m.word()
	switch m.IntN(14) {
	case 0:
		return fmt.Sprintf("%q", w+" "+m.word())
	case 1:
		return fmt.Sprintf("=%q", w)
	case 2:
		return pick(m, []string{"bomb*", "attack*", "conv*", "tro?ps", "wom?n", "re*d", "/bo[a-z]+s?/", "/lin.+/"})
	case 3:
		return pick(m, []string{"lavrow~1", "trops~1", "bordr~2", "raqa~1"})
	case 4:
		return w + pick(m, []string{" NEAR/3 ", " PRE/2 ", " /s ", " /p ", " ADJ/4 "}) + m.word()
	case 5:
		return "(" + w + " OR " + m.word() + ") NEAR/4 " + fmt.Sprintf("%q", m.word()+" "+m.word())
	case 6:
		return w + pick(m, []string{">=2", ">=3"})
	case 7:
		return pick(m, []string{"in:quote(", "in:narration(", "in:lead("}) + m.text(0) + ")"
	case 8:
		return pick(m, []string{"title:", "body:", "lead:"}) + w
	case 9:
		return "said(" + pick(m, []string{"petrova", "john miller", "", "ministry of rivers"}) + ": " + m.text(0) + " " + m.word() + ")"
	case 10:
		return fmt.Sprintf("%q~4", w+" "+m.word())
	case 11:
		return w + pick(m, []string{"^2", "^0.5"})
	}
	return w
}

func (m maker) fact() string {
	return pick(m, []string{"*", "speaker:petrova", "speaker:miller", `speaker:"Anna Petrova"`, "person:miller", "outlet:harbour",
		`outlet:="Harbour Times"`, "wire:reuters", "location:syria", "filed:paris", "about:raqqa", "location:nowhereville",
		"language:en", "language:russian", "tag:economie", `tag:"red line"`, "author:writer", "site:example.org",
		"url:news.example.org/2012", "path:1/", "role:spokeswoman", "role:/spoke.*/", "speaker:pet*",
		"speaker:*ova", "person:/mil+er/", "author:wr?ter", `outlet:"/har.*/"`, "language:/e./", `path:/\d+/`, "url:/example.*201/", `near:"Raqqa,400km"`, "near:48.85,2.35,10km",
		"said(petrova:)", "quote:troops", "date:2016", "date:2016-05", "after:2016-03-10", "before:2016-02", "until:2016-01",
		"on:2016-04-02", "date:none", "date:2015-12-20..2016-01-12", "id:0000"})
}
