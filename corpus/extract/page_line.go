package extract

import (
	"strings"

	"dateline/corpus"
)

// nearTitle is how many lines with text above and below a page's title are the article's own.
const nearTitle = 8

// far is where a line stands that no title is above.
const far = 1 << 20

// A pageLine is a line of a page, template included, with what stands around it.
type pageLine struct {
	part         corpus.Part // which the page is
	text, before string      // before: the last line with text above it
	from         int         // where it begins in the part
	number       int         // among the lines with text, from 1
	behind       int         // lines with text since the title, 0 in its own, far where there was none
}

// eachPageLine visits the lines of a web page from its top for as long as they are asked for. A text that is the copy of a
// whole page is its own.
func (t *Text) eachPageLine(visit func(pageLine) (more bool)) {
	part := corpus.MetaPart(corpus.MetaPage)
	if t.Copied {
		part = t.Part
	}
	page := t.part(part)
	if page == "" {
		return
	}
	page = page[:min(len(page), pageLimit)]
	titles := t.pageTitles()
	l := pageLine{part: part, number: 1, behind: far}
	for l.from < len(page) {
		l.text, _, _ = strings.Cut(page[l.from:], "\n")
		if holdsTitle(l.text, titles) {
			l.behind = 0
		}
		if !visit(l) {
			return
		}
		if strings.TrimSpace(l.text) != "" {
			l.number++
			l.behind++
			l.before = l.text
		}
		l.from += len(l.text) + 1
	}
}

// headline is the title as it is stated, or as it stands in the text.
func (t *Text) headline() string {
	if t.Draft.Title != "" {
		return strings.TrimSpace(t.Draft.Title)
	}
	return t.words(t.Headline)
}

// pageTitles are the page's title as it is stated and its headlines as it shows them.
func (t *Text) pageTitles() []string {
	titles := []string{t.headline()}
	for _, h := range t.shown() {
		titles = append(titles, t.words(h.span))
	}
	return titles
}

func holdsTitle(line string, titles []string) bool {
	for _, t := range titles {
		if t != "" && len(line) < len(t)+200 && strings.Contains(line, t) {
			return true
		}
	}
	return false
}
