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
	top    int         // the first line that may be body
	bottom int         // the first line behind the body
}

// A line is a line of text. Its bytes are raw[start:end] without the blanks around them.
type line struct {
	from, start, end int // from: where it begins, blanks included
	kind             lineKind
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

// longestTitle is in bytes: longer first lines are body. Headlines of 200 runes exist; in UTF-8 they may take twice that.
const longestTitle = 400

// readTitle takes the first line that says something, unless the format stated a title. A first line that reads like a
// paragraph is body.
func (p *page) readTitle() {
	p.bottom = len(p.lines)
	for i := range p.lines {
		l := &p.lines[i]
		s := p.text(i)
		switch {
		case l.kind == blank:
			continue
		case p.title != "" && isTitleLine(s, p.title):
			l.kind = residue
		case p.title != "":
			return
		case isResidue(s):
			l.kind = residue
			p.top = i + 1
			continue
		case i < 8 && p.head.End == 0 && (isURL(s) || isBylineLine(s) || isDateLine(s, 25) || isLabelled(s)) && p.more(i+1):
			l.kind = header
			p.top = i + 1
			continue
		default:
			p.takeTitle(i)
		}
		p.top = i + 1
		return
	}
}

// more reports whether a line with text follows.
func (p *page) more(i int) bool {
	for ; i < len(p.lines); i++ {
		if p.lines[i].kind != blank {
			return true
		}
	}
	return false
}

func (p *page) takeTitle(i int) {
	l := &p.lines[i]
	s := p.text(i)
	start := l.start
	if rest, ok := strings.CutPrefix(s, "--"); ok {
		p.wire = true
		s = strings.TrimSpace(rest)
		start = l.end - len(s)
	} else if value, ok := labelled(s, titleLabels); ok {
		s = value
		start = l.end - len(s)
	}
	if s == "" {
		l.kind = header
		return
	}
	if !p.wire && (len(s) > longestTitle || !p.more(i+1) && (len(s) > 120 || strings.HasSuffix(s, ".")) || opensStory(s)) {
		p.lines[i].kind = body
		p.top = i - 1
		return
	}
	l.kind = header
	p.head = corpus.Span{Start: start, End: l.end}
	p.title = s
}

// opensStory reports whether a line is a first paragraph with a dateline: "BEIRUT (Reuters) - The …".
func opensStory(s string) bool {
	k := min(len(s), 100)
	i := strings.Index(s[:k], ") -")
	if i < 0 {
		i = strings.Index(s[:k], ") —")
	}
	return i > 0 && len(s) > 160
}

// readHeader takes what stands between title and body.
func (p *page) readHeader() {
	for i, n := p.top, 0; i < len(p.lines) && n < 16; i++ {
		l := &p.lines[i]
		s := p.text(i)
		switch {
		case l.kind == blank:
			continue
		case isResidue(s) || isTitleLine(s, p.title):
			l.kind = residue
		case p.wire && strings.HasPrefix(s, "--") || isHeaderLine(s):
			l.kind = header
		default:
			p.top = i
			return
		}
		n++
		p.top = i + 1
	}
}

// readFooter takes what stands behind the body, from the last line upwards.
func (p *page) readFooter() {
	for i := len(p.lines) - 1; i >= p.top; i-- {
		l := &p.lines[i]
		s := p.text(i)
		switch {
		case l.kind == blank:
			continue
		case isResidue(s):
			l.kind = residue
		case isTitleLine(s, p.title) || isDateLine(s, 40):
			l.kind = footer
		default:
			return
		}
		p.bottom = i
	}
}

// readResidue takes lines of the template out of the body, and a block of comments with all behind it.
func (p *page) readResidue() {
	kept := 0
	for i := p.top; i < p.bottom; i++ {
		l := &p.lines[i]
		if l.kind != body {
			continue
		}
		s := p.text(i)
		if kept > 100 && opensComments(s) {
			for ; i < p.bottom; i++ {
				if p.lines[i].kind != blank {
					p.lines[i].kind = residue
				}
			}
			return
		}
		if isResidue(s) {
			l.kind = residue
			continue
		}
		kept += len(s)
	}
}

// layout makes spans and pieces of the lines. A piece goes on to the line that ends it, so that its paragraphs stay apart
// from the next piece's; the last ends with its last word.
func (p *page) layout(part corpus.Part) Layout {
	var l Layout
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
