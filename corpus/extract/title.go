package extract

import (
	"strings"

	"dateline/corpus"
)

// findTitle proposes the title that the format states, the first line, and where there is neither the first sentence.
func findTitle(t *Text, f *Facts) {
	if t.Draft.Title != "" {
		start, end := trimmed(t.Draft.Title)
		f.addTitle(t, corpus.Span{Part: corpus.PartTitle, Start: start, End: end}, "title/format", .95)
	}
	if t.Part == corpus.PartBody {
		findPageTitle(t, f)
	}
	rule := "title/first line"
	if t.Copied {
		rule = "title/below menus"
	}
	f.addTitle(t, t.Headline, rule, .9)
	if len(f.Titles) == 0 && len(t.Body) > 0 {
		p := t.Body[0]
		f.addTitle(t, t.span(p.Text, p.Text+opening(t.Draft.Text[p.Text:p.Text+p.Len])), "title/first words", .3)
	}
}

func (f *Facts) addTitle(t *Text, s corpus.Span, rule string, trust float32) {
	if s.Len() > 0 {
		f.Titles = append(f.Titles, corpus.Value{Text: strings.Join(strings.Fields(t.words(s)), " "), Evidence: corpus.Evidence{Span: s, Rule: rule, Trust: trust}})
	}
}

// trimmed gives where s begins and ends without the blanks around it.
func trimmed(s string) (start, end int) {
	core := strings.TrimSpace(s)
	start = strings.Index(s, core)
	return start, start + len(core)
}

// opening is the length of the first sentence of s, cut at a word's end to what a title may have.
func opening(s string) int {
	const most = 120
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	if i := strings.Index(s, ". "); i >= 0 {
		s = s[:i+1]
	}
	if len(s) <= most {
		return len(strings.TrimRight(s, " \t\r"))
	}
	if i := strings.LastIndexByte(s[:most], ' '); i > 0 {
		return i
	}
	for i := range s { // no blanks: Chinese, or one long word
		if i >= most {
			return i
		}
	}
	return len(s)
}
