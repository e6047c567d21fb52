package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// A Layout says what is what in a draft's text. Its spans are in order, do not overlap and hold whole lines, save
// Headline, which is the title's words alone.
type Layout struct {
	Headline corpus.Span    // the title in Draft.Text; empty where the format states it
	Header   []corpus.Span  // lines between title and body: byline, date, address
	Body     []corpus.Piece // what is kept; its first piece begins at the dateline, where there is one
	Footer   []corpus.Span  // lines behind the body that say something about the article: its title again, its date
	Residue  []corpus.Span  // lines of the template, anywhere
	Dateline Dateline
	Copied   bool // the text is the whole of a web page, its menus too
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

// BodyStart is the byte of Draft.Text at which the kept body begins, its length where nothing was kept.
func (t *Text) BodyStart() int {
	if len(t.Body) == 0 {
		return len(t.Draft.Text)
	}
	return t.Body[0].Text
}

// span names bytes of Draft.Text.
func (t *Text) span(start, end int) corpus.Span {
	return corpus.Span{Part: t.Part, Start: start, End: end}
}

// words gives what a span of Draft.Text, Draft.Title or a meta value covers.
func (t *Text) words(s corpus.Span) string { return t.part(s.Part)[s.Start:s.End] }

func (t *Text) part(p corpus.Part) string {
	switch p {
	case t.Part:
		return t.Draft.Text
	case corpus.PartTitle:
		return t.Draft.Title
	}
	return t.Draft.Meta[strings.TrimPrefix(string(p), "meta:")]
}

// read lays a draft out.
func read(d *corpus.Draft) *Text {
	t := &Text{Draft: d, Part: d.Part}
	if t.Part == "" {
		t.Part = corpus.PartText
	}
	t.tongue = readLanguage(d)
	t.Language = t.tongue.tag
	t.Layout = layOut(d, t.Part)
	t.Dateline, _ = dateline(t)
	t.Text = text.Read(d.Text, t.Language)
	if d.Title != "" {
		t.Title = text.Read(d.Title, t.Language)
	}
	return t
}

// layOut tells title, header lines, body, footer and residue apart. A format that states a title has none in its text,
// save as a repetition.
func layOut(d *corpus.Draft, part corpus.Part) Layout {
	p := page{raw: d.Text, title: strings.TrimSpace(d.Title), lines: splitLines(d.Text)}
	p.findStory()
	if part == corpus.PartBody {
		p.first, p.last = 0, len(p.lines) // the format has found the story
	}
	p.readTitle()
	p.readHeader()
	p.readFooter()
	p.readResidue()
	return p.layout(part)
}
