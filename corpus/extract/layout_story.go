package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What lines weigh when the story is sought: prose by its letters, what stands between menus and lists against it.
const (
	proseLetters = 8   // letters of prose that weigh one
	mostProse    = 30  // no line of prose weighs more
	shortLine    = -2  // a line that is no prose
	residueLine  = -1  // a line of the template
	longProse    = 140 // bytes at which a line needs no end of a sentence to be prose
)

// findStory finds the run of lines that weighs most: the article, where the text is a whole page with menus above it and
// lists of other articles behind. Of a text without prose all lines are the story.
func (p *page) findStory() {
	p.first, p.last = len(p.lines), len(p.lines)
	sum, most, from := 0, 0, -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind == blank {
			continue
		}
		w := p.weigh(i)
		if l.prose && sum <= 0 {
			sum, from = 0, i
		}
		if sum += w; sum > most && l.prose {
			most, p.first, p.last = sum, from, i+1
		}
	}
}

// weigh tells what a line says for the story, and notes whether it is prose.
func (p *page) weigh(i int) int {
	s := p.text(i)
	if isResidue(s) {
		return residueLine
	}
	if p.lines[i].prose = isProse(s) || p.wrapped(i); !p.lines[i].prose {
		return shortLine
	}
	return min(mostProse, 1+len(s)/proseLetters)
}

// isProse reports whether a line is a sentence or a paragraph. A headline that asks or shouts is none.
func isProse(s string) bool {
	if !endsSentence(s) {
		return len(s) >= longProse && (lowerWords(s) >= 10 || isCaseless(s))
	}
	if last, _ := utf8.DecodeLastRuneInString(s); (last == '?' || last == '!') && len(s) < longProse {
		return false
	}
	return len(s) >= 40 && (lowerWords(s) >= 4 || isCaseless(s))
}

// wrapped reports whether a line is one of a paragraph that is broken into lines: the next, or it after the one before,
// goes on in lower case.
func (p *page) wrapped(i int) bool {
	const full = 45 // bytes of a broken line at least
	s := p.text(i)
	if len(s) >= full && i+1 < len(p.lines) && goesOn(p.text(i+1)) && lowerWords(s) >= 4 && !endsSentence(s) {
		return true
	}
	return i > 0 && p.lines[i-1].prose && goesOn(s) && !endsSentence(p.text(i-1)) && len(p.text(i-1)) >= full
}

func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isCaseless reports whether a line begins in a script without capitals.
func isCaseless(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r) && !unicode.IsUpper(r)
		}
	}
	return false
}

// readHeader takes what stands between the title and the story, or behind its standfirst: header lines and residue. Where
// the template has lines there, a short line of no known use is one more.
func (p *page) readHeader() {
	const most, unknownMost, standfirst = 16, 3, 5 // lines looked at; of no known use; words
	var unknown []int
	template := p.copied
	for i, n, kept := p.top, 0, 0; i < len(p.lines) && kept < 2 && (p.copied && i < p.first || n < most && kept+len(unknown) < unknownMost); i++ {
		l := &p.lines[i]
		if l.kind == blank {
			continue
		}
		n++
		switch s := p.text(i); {
		case p.wire && strings.HasPrefix(s, "--") || isHeaderLine(s):
			l.kind = header
		case isResidue(s) || isTitleLine(s, p.title) || template && isCount(s):
			l.kind, template = residue, true
		case p.hasDateline(i):
			kept = 2
		case i >= p.first:
			kept++
		case len(strings.Fields(s)) < standfirst && !isCaseless(s):
			unknown = append(unknown, i)
		}
	}
	for _, i := range unknown {
		if template {
			p.lines[i].kind = residue
		}
	}
}

// hasDateline reports whether a line opens with a dateline: no header line stands below it.
func (p *page) hasDateline(i int) bool {
	o := opener{raw: p.raw[:p.lines[i].end], i: p.lines[i].start}
	return o.read()
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
		case isTitleLine(s, p.title) || isDateLine(s, 40) || isLabelled(s):
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
		if kept > 100 && (opensComments(s) || p.endsStory(i, s)) {
			p.drop(i)
			return
		}
		if isListHead(s) {
			i = p.dropList(i)
			continue
		}
		if isResidue(s) {
			l.kind = residue
			continue
		}
		kept += len(s)
	}
}

// endsStory reports whether the article is over before a line: a line of the template behind its last prose, or in a
// whole page any.
func (p *page) endsStory(i int, s string) bool {
	return i >= p.last && (p.copied || isResidue(s))
}

// drop makes residue of a line and all behind it, but for the dates there and the title.
func (p *page) drop(from int) {
	for i := from; i < p.bottom; i++ {
		if l := &p.lines[i]; l.kind == body {
			l.kind = residue
			if s := p.text(i); !p.copied && isTitleLine(s, p.title) {
				l.kind = footer
			}
		}
	}
}

// dropList makes residue of the head of a list and of its items, and gives the last of them.
func (p *page) dropList(head int) (last int) {
	last = head
	for i := head; i < p.bottom && !(i > head && p.lines[i].prose); i++ {
		if l := &p.lines[i]; l.kind == body {
			l.kind, last = residue, i
		}
	}
	return last
}
