package term

import (
	"fmt"
	"sort"
	"strings"

	"dateline/corpus"
	"dateline/query"
	"dateline/query/export"
)

// Article shows one article to be read: its facts, then its text with matches and quotes marked.
func (l *Look) Article(a *corpus.Article, marks []query.Mark) {
	title := marked(a.Title.Text, corpus.PartTitle, marks)
	if h := strings.TrimSpace(l.runs(title, l.Title)); h != "" {
		l.line(0, Isolate(h))
	}
	for _, f := range [][2]string{
		{"Published", published(a.Published)}, {"Filed from", placeList(a.Filed)}, {"Outlet", CleanLine(a.Outlet.Text)},
		{"Wire", CleanLine(a.Wire.Text)}, {"Author", authors(a)}, {"Section", CleanLine(a.Section.Text)},
		{"Language", CleanLine(a.Language.Text)}, {"Speakers", nameList(export.Speakers(a), 20)},
		{"Link", CleanLine(a.URL.Text)}, {"File", CleanLine(a.Source.Path)}, {"Id", string(a.ID)},
	} {
		if f[1] != "" {
			l.line(0, l.Dim(PadRight(f[0], 10))+" "+f[1])
		}
	}
	for _, note := range a.Source.Notes {
		l.line(0, l.Dim(PadRight("Note", 10))+" "+CleanLine(note))
	}
	fmt.Fprintln(l.Out)
	for paragraph := range strings.SplitSeq(l.body(a, marks), "\n") {
		l.line(0, Isolate(paragraph))
	}
}

func published(d corpus.Date) string {
	if d.Precision == corpus.Instant {
		return export.Moment(d, d.Earliest)
	}
	return Day(d)
}

func authors(a *corpus.Article) string {
	var names []string
	for _, v := range a.Author {
		names = append(names, CleanLine(v.Text))
	}
	return strings.Join(names, ", ")
}

// marked parts a text into runs at the marks of its part.
func marked(text string, part corpus.Part, marks []query.Mark) []query.Run {
	var runs []query.Run
	at := 0
	for _, m := range marks {
		if m.Part != part || m.Start < at || m.End > len(text) {
			continue
		}
		runs = append(runs, query.Run{Text: text[at:m.Start]}, query.Run{Text: text[m.Start:m.End], Hit: true})
		at = m.End
	}
	return append(runs, query.Run{Text: text[at:]})
}

// body is the text with the matches marked, and the speaker named before each quote: in colour the quote itself is
// coloured, else it stands between single angle marks.
func (l *Look) body(a *corpus.Article, marks []query.Mark) string {
	var b strings.Builder
	at := 0
	for _, q := range bodyQuotes(a) {
		if q.start < at {
			continue
		}
		b.WriteString(l.text(a.Body, at, q.start, marks))
		b.WriteString(l.quote(a.Body, q, marks))
		at = q.end
	}
	b.WriteString(l.text(a.Body, at, len(a.Body), marks))
	return b.String()
}

// A stretch is bytes of the body that one speaker says.
type stretch struct {
	start, end int
	speaker    string
}

func bodyQuotes(a *corpus.Article) []stretch {
	var quotes []stretch
	for _, q := range a.Quotes {
		for i, w := range q.Words {
			start, end, ok := a.InBody(w)
			if !ok {
				continue
			}
			s := stretch{start: start, end: end}
			if i == 0 {
				s.speaker = q.Speaker.Canonical
			}
			quotes = append(quotes, s)
		}
	}
	sort.SliceStable(quotes, func(i, j int) bool { return quotes[i].start < quotes[j].start })
	return quotes
}

func (l *Look) quote(body string, q stretch, marks []query.Mark) string {
	text := l.text(body, q.start, q.end, marks)
	label := ""
	if q.speaker != "" {
		label = l.Name("[" + CleanLine(q.speaker) + "] ")
	}
	if !l.Colour {
		return label + "‹" + text + "›"
	}
	return label + l.paintLines(text)
}

// paintLines colours each line by itself, as a style ends with its line, and leaves marked matches as they are.
func (l *Look) paintLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if !strings.Contains(line, "\x1b") {
			lines[i] = l.Name(line)
		}
	}
	return strings.Join(lines, "\n")
}

// text is body[start:end], clean, with its matches marked.
func (l *Look) text(body string, start, end int, marks []query.Mark) string {
	var b strings.Builder
	at := start
	for _, m := range marks {
		if m.Part != corpus.PartBody || m.Start < at || m.End > end {
			continue
		}
		b.WriteString(Clean(body[at:m.Start]) + l.Match(Inline(body[m.Start:m.End])))
		at = m.End
	}
	b.WriteString(Clean(body[at:end]))
	return b.String()
}

// Rule parts one article from the next.
func (l *Look) Rule() {
	width := l.Width
	if l.Accessible {
		fmt.Fprintln(l.Out)
		return
	}
	if width == 0 {
		width = 40
	}
	fmt.Fprintln(l.Out, "\n"+l.Dim(strings.Repeat("─", width))+"\n")
}

// Facts shows names with their values, a line each. Empty values are left out.
func (l *Look) Facts(facts [][2]string) {
	width := 0
	for _, f := range facts {
		width = max(width, Width(CleanLine(f[0])))
	}
	for _, f := range facts {
		if f[1] == "" {
			continue
		}
		if l.Accessible {
			l.label(CleanLine(f[0]), CleanLine(f[1]))
			continue
		}
		l.line(0, l.Dim(PadRight(CleanLine(f[0]), width))+"  "+CleanLine(f[1]))
	}
}
