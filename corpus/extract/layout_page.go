package extract

import (
	"strings"

	"dateline/corpus"
)

// A page is a draft's text in lines, while it is found out what each is for.
type page struct {
	raw    string
	title  string
	lines  []line
	head   corpus.Span // the title's words, Part not set
	wire   bool        // its header lines begin with "-- "
	copied bool        // the whole of a web page, its menus before the title
	first  int         // the story's first line of prose, len(lines) where there is none
	last   int         // the line behind its last one of prose
	top    int         // the first line that may be body
	bottom int         // the first line behind the body
}

// A line is a line of text. Its bytes are raw[start:end] without the blanks around them.
type line struct {
	from, start, end int // from: where it begins, blanks included
	kind             lineKind
	prose            bool // a sentence or a part of one
}

type lineKind uint8

const (
	body lineKind = iota
	blank
	header // the title too
	footer
	residue
)

func splitLines(s string) []line {
	lines := make([]line, 0, 8+strings.Count(s, "\n"))
	for from := 0; from < len(s); {
		end := strings.IndexByte(s[from:], '\n')
		next := from + end + 1
		if end < 0 {
			end, next = len(s)-from, len(s)
		}
		trimmed := strings.TrimSpace(s[from : from+end])
		l := line{from: from, kind: blank}
		l.start = from + strings.Index(s[from:from+end], trimmed)
		l.end = l.start + len(trimmed)
		if trimmed != "" {
			l.kind = body
		}
		lines, from = append(lines, l), next
	}
	return lines
}

func (p *page) text(i int) string { return p.raw[p.lines[i].start:p.lines[i].end] }

// layout makes spans and pieces of the lines. A piece goes on to the line that ends it, so that its paragraphs stay apart
// from the next piece's; the last ends with its last word.
func (p *page) layout(part corpus.Part) Layout {
	var l Layout
	l.Copied = p.copied
	l.Headline = corpus.Span{Part: part, Start: p.head.Start, End: p.head.End}
	open := false
	for _, ln := range p.lines {
		s := corpus.Span{Part: part, Start: ln.start, End: ln.end}
		switch ln.kind {
		case blank:
			continue
		case body:
			if !open {
				l.Body = append(l.Body, corpus.Piece{Text: ln.start})
			}
			open = true
			continue
		case header:
			l.Header = append(l.Header, s)
		case footer:
			l.Footer = append(l.Footer, s)
		case residue:
			l.Residue = append(l.Residue, s)
		}
		if open {
			closePiece(&l, ln.from)
		}
		open = false
	}
	if open {
		closePiece(&l, len(p.raw))
	}
	if n := len(l.Body); n > 0 {
		last := &l.Body[n-1]
		last.Len = len(strings.TrimSpace(p.raw[last.Text : last.Text+last.Len]))
	}
	return l
}

func closePiece(l *Layout, end int) {
	last := &l.Body[len(l.Body)-1]
	last.Len = end - last.Text
}
