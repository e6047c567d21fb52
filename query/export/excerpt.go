package export

import (
	"strings"
	"time"

	"dateline/corpus"
	"dateline/query"
)

// Excerpt gives the words that a span of the article covers, "" where they are in no part that the article keeps.
func Excerpt(a *corpus.Article, s corpus.Span) string {
	if start, end, ok := a.InBody(s); ok {
		return a.Body[start:end]
	}
	title := a.Title
	at := 0
	if s.Part != corpus.PartTitle {
		if s.Part != title.Span.Part || title.Span.Len() != len(title.Text) {
			return ""
		}
		at = title.Span.Start
	}
	if s.Start < at || s.End-at > len(title.Text) || s.Start > s.End {
		return ""
	}
	return title.Text[s.Start-at : s.End-at]
}

// Shown is a span as exports give it. Of a format with markup it counts in the body; what stands in a line that the body
// leaves out counts in the record's text, which then is its part.
func Shown(a *corpus.Article, s corpus.Span) corpus.Span {
	if s.Part != corpus.PartBody || a.Part != corpus.PartBody {
		return s
	}
	if start, end, ok := a.InBody(s); ok {
		return corpus.Span{Part: corpus.PartBody, Start: start, End: end}
	}
	s.Part = corpus.PartText
	return s
}

// Place is a mark's span in the article's own part, where its file counts.
func Place(a *corpus.Article, m query.Mark) corpus.Span {
	if m.Part == corpus.PartBody {
		return Shown(a, a.InText(m.Start, m.End))
	}
	if t := a.Title.Span; t.Part != "" && t.Len() == len(a.Title.Text) {
		return corpus.Span{Part: t.Part, Start: t.Start + m.Start, End: t.Start + m.End}
	}
	return corpus.Span{Part: corpus.PartTitle, Start: m.Start, End: m.End}
}

// Marked is the words of a mark.
func Marked(a *corpus.Article, m query.Mark) string {
	s := a.Body
	if m.Part == corpus.PartTitle {
		s = a.Title.Text
	}
	if m.Start < 0 || m.End > len(s) || m.Start > m.End {
		return ""
	}
	return s[m.Start:m.End]
}

// Moment writes one end of a published interval: a day, or an instant in the article's own zone.
func Moment(d corpus.Date, t time.Time) string {
	if d.Precision == corpus.Instant {
		return t.Format(time.RFC3339)
	}
	return t.Format(time.DateOnly)
}

// Published writes a date as precisely as it is known, in EDTF: "2016-05-25", "2016-05", "2016",
// "2016-05-20/2016-05-25"; "" where nothing is known. An instant is written as its local day.
func Published(d corpus.Date) string {
	first, last := d.Days()
	switch {
	case d.Precision == corpus.Year && first[:4] == last[:4]:
		return first[:4]
	case d.Precision == corpus.Month && first[:7] == last[:7]:
		return first[:7]
	case first == last:
		return first
	}
	return first + "/" + last
}

// Snippet is a hit's snippets as plain text.
func Snippet(h query.Hit) string {
	var parts []string
	for _, s := range h.Snippets {
		var b strings.Builder
		for _, r := range s.Runs {
			b.WriteString(r.Text)
		}
		parts = append(parts, strings.Join(strings.Fields(b.String()), " "))
	}
	return strings.Join(parts, " … ")
}

// Name is how a place is listed: "Raqqa, SY".
func Name(p corpus.Place) string {
	if p.Country == "" || p.Kind == corpus.Country {
		return p.Name
	}
	return p.Name + ", " + p.Country
}
