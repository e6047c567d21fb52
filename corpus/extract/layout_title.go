package extract

import (
	"math"
	"strings"

	"dateline/corpus"
)

// longestTitle is in bytes: longer first lines are body. Headlines of 200 runes exist; in UTF-8 they may take twice that.
const longestTitle = 400

// readTitle takes the title from the lines before the story, unless the format stated one. What stands before it is about
// the article, or residue.
func (p *page) readTitle() {
	p.bottom = len(p.lines)
	if p.title != "" {
		p.readRepeated()
		return
	}
	best := p.bestTitle()
	for i := 0; i < best; i++ {
		l := &p.lines[i]
		switch s := p.text(i); {
		case l.kind == blank:
			continue
		case isPaper(s) && p.more(i+1):
			l.kind = header
		default:
			l.kind = residue
		}
	}
	p.top = best
	if best < len(p.lines) {
		p.takeTitle(best)
		p.top++
	}
}

// isPaper reports whether a line before a title is about the article.
func isPaper(s string) bool {
	return len(s) <= 240 && (isURL(s) || isBylineLine(s) || isDateLine(s, 25) || isLabelled(s))
}

// readRepeated takes the stated title out of the first lines.
func (p *page) readRepeated() {
	for i := range p.lines {
		if p.lines[i].kind == blank {
			continue
		}
		if !isTitleLine(p.text(i), p.title) {
			return
		}
		p.lines[i].kind = residue
		p.top = i + 1
	}
}

// bestTitle gives the line that is most likely the title: the first that is neither residue nor about the article, or
// below menus the one that weighs most.
func (p *page) bestTitle() int {
	first, menus := p.firstTitle()
	if !menus || p.first == len(p.lines) {
		return first
	}
	w := p.titleWeights()
	best, most := first, w.of(first)+.5
	for i := max(first+1, p.first-titleLines); i < p.first; i++ {
		if s := p.text(i); p.lines[i].kind == blank || isResidue(s) || isPaper(s) || len(s) > longestTitle {
			continue
		}
		if weight := w.of(i); weight > most {
			best, most = i, weight
		}
	}
	p.copied = true
	return best
}

// firstTitle gives the first line that may be the title, and whether it may be a menu's: the template stands above it, it
// is as short as the lines below it, or one of them holds its words without the outlet's name.
func (p *page) firstTitle() (first int, menus bool) {
	const few, most, more = 3, 3, 9 // words of a menu's line; lines that are no menu yet, the more below a longer first line
	first = len(p.lines)
	var letters string
	for i, short := 0, 0; i < len(p.lines) && i <= max(p.first, first); i++ {
		s := p.text(i)
		if p.lines[i].kind == blank || isPaper(s) && p.more(i+1) {
			continue
		}
		if _, stated := labelled(s, titleLabels); first == len(p.lines) && (stated || strings.HasPrefix(s, "--")) {
			return i, false
		}
		isShort := len(strings.Fields(s)) <= few && !strings.ContainsAny(s, "0123456789") // a table's lines have figures
		switch l := lettersOf(s); {
		case isResidue(s) && p.more(i+1):
			menus = menus || first == len(p.lines)
			short++
		case first == len(p.lines):
			first, letters = i, l
			if !isShort && !menus {
				short -= more - most
			}
		case i < p.first && len(l) >= 12 && len(l) < len(letters) && strings.Contains(letters, l):
			return first, true
		case isShort:
			short++
		}
		menus = menus || short > most
	}
	return first, menus
}

// titleLines bounds how many lines above the story may be its title, and how many around it may repeat one.
const titleLines = 400

// A titleWeights weighs lines above a story as its title.
type titleWeights struct {
	page    *page
	opening string   // the letters of the story's first paragraphs
	short   []string // the letters of the lines above and below it
}

func (p *page) titleWeights() titleWeights {
	const paragraphs = 1500 // bytes
	w := titleWeights{page: p}
	var b strings.Builder
	for i := p.first; i < p.last && b.Len() < paragraphs; i++ {
		if p.lines[i].prose {
			b.WriteString(p.text(i))
		}
	}
	w.opening = lettersOf(b.String())
	for i := max(0, p.first-titleLines); i < min(len(p.lines), p.last+titleLines); i++ {
		if s := p.text(i); (i < p.first || i >= p.last) && len(s) < longestTitle && !p.lines[i].prose {
			w.short = append(w.short, lettersOf(s))
		}
	}
	return w
}

// of weighs a line. The weights were chosen on copied web pages, against all other lines above their stories.
func (w titleWeights) of(i int) float64 {
	p := w.page
	s := p.text(i)
	letters := lettersOf(s)
	weight := 4.7 * shared(letters, w.opening) * min(1, float64(len(letters))/30)
	weight += 1.1 * float64(w.repeated(letters))
	switch n := len(strings.Fields(s)); {
	case isCaseless(s):
	case n == 1:
		weight -= 1.1
	case n > 3 && n < 18:
		weight += .8
	}
	if strings.ContainsAny(s, "»>|/") {
		weight -= 1.1
	}
	if endsSentence(s) {
		weight -= .3
	}
	if p.standsAlone(i) {
		weight += 2
	}
	between, papers := p.below(i)
	if papers {
		weight += 1.7
	}
	return weight - .6*math.Log(1+float64(between))
}

// repeated counts the other short lines around the story that hold a title, to two.
func (w titleWeights) repeated(letters string) int {
	const long = 20 // bytes: what is shorter is a menu's
	if len(letters) < long {
		return 0
	}
	n := -1 // itself
	for _, s := range w.short {
		if strings.Contains(s, letters) {
			n++
		}
	}
	return max(0, min(2, n))
}

// standsAlone reports whether blank lines part a line from its neighbours, as a heading and no menu.
func (p *page) standsAlone(i int) bool {
	return (i == 0 || p.lines[i-1].kind == blank) && i+1 < len(p.lines) && p.lines[i+1].kind == blank
}

// below counts the lines of no known use between a line and the story, and tells whether one about the article is near.
func (p *page) below(i int) (between int, papers bool) {
	const near = 4
	n := 0
	for i++; i < p.first; i++ {
		if p.lines[i].kind == blank {
			continue
		}
		n++
		switch s := p.text(i); {
		case isHeaderLine(s):
			papers = papers || n <= near
		case !isResidue(s):
			between++
		}
	}
	return between, papers
}

// shared is how much of a title's letters, five at a time, a text has too.
func shared(title, text string) float64 {
	const at = 5
	r := []rune(title)
	n := at
	if isCaseless(title) {
		n = 2
	}
	if len(r) < n {
		return 0
	}
	found := 0
	for i := 0; i+n <= len(r); i++ {
		if strings.Contains(text, string(r[i:i+n])) {
			found++
		}
	}
	return float64(found) / float64(len(r)-n+1)
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
