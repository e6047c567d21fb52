package extract

import (
	"dateline/corpus"
	"dateline/corpus/text"
	"strings"
)

// A Layout says what is what in a draft's text. Its spans are in order, do not overlap and end at line ends, save
// Headline, which is the title's words alone.
type Layout struct {
	Headline corpus.Span    // the title in Draft.Text; empty where the format states it
	Header   []corpus.Span  // lines between title and body: byline, date, address
	Body     []corpus.Piece // what is kept; its first piece begins at the dateline, where there is one
	Footer   []corpus.Span  // lines behind the body that say something about the article: its title again, its date
	Residue  []corpus.Span  // lines of the template, anywhere
	Dateline Dateline
}

// A Dateline is what opens a news story: "BEIRUT, May 24 (Reuters) -". Its spans count in Draft.Text.
type Dateline struct {
	Span   corpus.Span   // from the first city to the mark that ends it
	Cities []corpus.Span // each city's words alone: "TROY" of "TROY, N.C."
	Date   corpus.Span   // "May 24", empty where there is none
	Wire   corpus.Span   // "Reuters", empty where there is none
}

// Kept reports whether the bytes from start to end of Draft.Text lie in the title, a header line or the kept body.
// Facts are sought nowhere else, save dates.
func (t *Text) Kept(start, end int) bool {
	for _, p := range t.Body {
		if p.Text <= start && end <= p.Text+p.Len {
			return true
		}
	}
	for _, s := range t.Header {
		if s.Start <= start && end <= s.End {
			return true
		}
	}
	return t.Headline.Start <= start && end <= t.Headline.End
}

// span names bytes of Draft.Text.
func (t *Text) span(start, end int) corpus.Span { return corpus.Span{Part: t.Part, Start: start, End: end} }

// words gives what a span of Draft.Text or Draft.Title or of a meta value covers.
func (t *Text) words(s corpus.Span) string {
	switch s.Part {
	case t.Part:
		return t.Draft.Text[s.Start:s.End]
	case corpus.PartTitle:
		return t.Draft.Title[s.Start:s.End]
	}
	return t.Draft.Meta[strings.TrimPrefix(string(s.Part), "meta:")][s.Start:s.End]
}

// read lays a draft out.
func read(d *corpus.Draft) *Text {
	t := &Text{Draft: d, Part: d.Part}
	if t.Part == "" {
		t.Part = corpus.PartText
	}
	t.Layout = layOut(t)
	t.Text = &text.Text{Raw: d.Text, Language: t.Language}
	return t
}

// layOut takes the first line for the title, where the format states none, and the rest for the body.
func layOut(t *Text) Layout {
	var l Layout
	s, from := t.Draft.Text, 0
	if t.Draft.Title == "" {
		for from < len(s) && s[from] <= ' ' {
			from++
		}
		end := from + strings.IndexByte(s[from:]+"\n", '\n')
		l.Headline = t.span(from, end)
		from = end
	}
	for from < len(s) && s[from] <= ' ' {
		from++
	}
	if from < len(s) {
		l.Body = []corpus.Piece{{Text: from, Len: len(s) - from}}
	}
	return l
}

func findTitle(t *Text, f *Facts) {
	s := t.Headline
	if t.Draft.Title != "" {
		s = corpus.Span{Part: corpus.PartTitle, End: len(t.Draft.Title)}
	}
	if s.Len() > 0 {
		f.Titles = append(f.Titles, corpus.Value{Text: t.words(s), Evidence: corpus.Evidence{Span: s, Rule: "title/first line", Trust: .8}})
	}
}
