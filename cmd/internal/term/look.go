// Package term shows answers on a terminal: query's pages, views and articles in, lines out. Everything that comes from
// an article passes Clean on the way. It imports corpus, query and query/export, and never an index.
package term

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/query"
)

// A Look is how things are shown: where to, how wide, in what colours.
type Look struct {
	Out        io.Writer
	Width      int  // cells a line; 0 for output that is piped: nothing is wrapped or cut
	Colour     bool // else a match is marked [[so]]
	Accessible bool // labelled lines instead of tables, bars and boxes
	palette    palette
}

type palette struct {
	title, match, dim, name, number, bar lipgloss.Style
}

// NewLook fills in the styles. Only the sixteen colours of the user's own theme are used, so that light and dark
// terminals both stay readable.
func NewLook(out io.Writer, width int, colour, accessible bool) *Look {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	if colour {
		r.SetColorProfile(termenv.ANSI)
	}
	style := func() lipgloss.Style { return r.NewStyle().Inline(true) }
	return &Look{Out: out, Width: width, Colour: colour, Accessible: accessible, palette: palette{
		title:  style().Bold(true),
		match:  style().Bold(true).Foreground(lipgloss.Color("1")),
		dim:    style().Faint(true),
		name:   style().Foreground(lipgloss.Color("6")),
		number: style().Foreground(lipgloss.Color("3")),
		bar:    style().Foreground(lipgloss.Color("4")),
	}}
}

// Colours decides whether to use colour: what was asked for, then NO_COLOR and TERM=dumb, then whether out is a
// terminal.
func Colours(asked string, getenv func(string) string, terminal bool) bool {
	switch asked {
	case "always":
		return true
	case "never":
		return false
	}
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// Match marks words that matched: in colour, or in double brackets.
func (l *Look) Match(s string) string {
	if !l.Colour {
		return "[[" + s + "]]"
	}
	return l.paint(l.palette.match, s)
}

// Runs joins runs on one line, the matches marked.
func (l *Look) Runs(runs []query.Run) string {
	return l.runs(runs, func(s string) string { return s })
}

// runs styles what is no match with base: a style around all of it would end at the first match.
func (l *Look) runs(runs []query.Run, base func(string) string) string {
	var b strings.Builder
	for _, r := range runs {
		if s := Inline(r.Text); r.Hit {
			b.WriteString(l.Match(s))
		} else {
			b.WriteString(base(s))
		}
	}
	return b.String()
}

// Dim, Name, Title and Number style a piece of a line that is clean already.
func (l *Look) Dim(s string) string { return l.paint(l.palette.dim, s) }

// Name styles a person's or place's name.
func (l *Look) Name(s string) string { return l.paint(l.palette.name, s) }

// Title styles a headline.
func (l *Look) Title(s string) string { return l.paint(l.palette.title, s) }

// Number styles a count.
func (l *Look) Number(s string) string { return l.paint(l.palette.number, s) }

// paint leaves the text untouched where there is no colour: lipgloss would turn tabs into spaces.
func (l *Look) paint(style lipgloss.Style, s string) string {
	if !l.Colour || s == "" {
		return s
	}
	return style.Render(s)
}
