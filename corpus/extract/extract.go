// Package extract makes articles of drafts: what is title, body and residue; when it was published and by whom; where
// it was filed and what places it is about; who said what. A draft goes in, an article with evidence for every fact
// comes out. Every function is pure. It imports corpus, text, gazetteer and names.
package extract

import (
	"dateline/corpus"
	"dateline/corpus/text"
)

// Options choose how much is understood. The zero value is everything.
type Options struct {
	NoFacts bool // no quotes, people or places: date, title, byline and the like only
}

// A Text is a draft laid out: what every extractor reads and none changes. Spans count in Part, which is
// Draft.Part, unless they say otherwise.
type Text struct {
	Draft    *corpus.Draft
	Part     corpus.Part
	Language string     // a BCP 47 tag, "" where it cannot be told
	Text     *text.Text // of Draft.Text, whole: residue included, see Kept
	Title    *text.Text // of Draft.Title; nil where the title stands in Draft.Text, see Headline
	Layout
	tongue tongue
}

// Facts are candidates. Of dates and values the one most trusted is kept, of equals the first; of places, people and
// quotes all are kept, in the order of the text.
type Facts struct {
	Dates     []corpus.Date
	Titles    []corpus.Value
	Authors   [][]corpus.Value // each candidate is a whole byline
	Outlets   []corpus.Value
	Wires     []corpus.Value
	URLs      []corpus.Value
	Languages []corpus.Value
	Sections  []corpus.Value
	Filed     []corpus.Place
	Places    []corpus.Place
	People    []corpus.Person
	Quotes    []corpus.Quote
}

// An Extractor proposes facts of one kind. It reads what extractors before it in the list found, and only adds.
type Extractor struct {
	Name  string
	Facts bool // what it finds is left out under Options.NoFacts
	Find  func(t *Text, f *Facts)
}

// extractors is the list of all, in the order they run.
var extractors = []Extractor{
	{Name: "title", Find: findTitle},
	{Name: "language", Find: findLanguage},
	{Name: "url", Find: findURL},
	{Name: "outlet", Find: findOutlet},
	{Name: "section", Find: findSection},
	{Name: "byline", Find: findByline},
	{Name: "wire", Find: findWire},
	{Name: "date", Find: findDates},
	{Name: "filed", Find: findFiled},
	{Name: "quotes", Facts: true, Find: findQuotes},
	{Name: "places", Facts: true, Find: findPlaces},
}

// Article understands a draft: all of an article but its ID and Story. It never fails: what cannot be told is left
// zero.
func Article(d *corpus.Draft, o Options) *corpus.Article {
	t, f := find(d, o)
	return settle(t, f, nil)
}

// An Explanation is an article and what was not believed.
type Explanation struct {
	Article  *corpus.Article
	Rejected []Rejected
}

// Rejected is a candidate that settle did not choose, with its own evidence and the reason.
type Rejected struct {
	Field string // "date", "title", "author" …: as the article's fields are called
	Value string // as it would have been shown
	Why   string
	corpus.Evidence
}

// Explain understands a draft as Article does and tells what was rejected.
func Explain(d *corpus.Draft, o Options) Explanation {
	t, f := find(d, o)
	var e Explanation
	e.Article = settle(t, f, func(r Rejected) { e.Rejected = append(e.Rejected, r) })
	return e
}

func find(d *corpus.Draft, o Options) (*Text, *Facts) {
	t, f := read(d), &Facts{}
	for _, x := range extractors {
		if !x.Facts || !o.NoFacts {
			x.Find(t, f)
		}
	}
	return t, f
}
