package term

import (
	"fmt"
	"iter"
	"strings"

	"dateline/corpus"
	"dateline/query"
)

// measured is how many lines of a concordance are looked at to lay it out: more than most screens have.
const measured = 100

// Concordance shows a line a match as it comes, the matches below each other whatever the script. It ends at the first
// error of the lines.
func (l *Look) Concordance(lines iter.Seq2[query.KwicLine, error], short func(corpus.ID) string) error {
	c := concordance{look: l, short: short}
	for k, err := range lines {
		if err != nil {
			return err
		}
		if c.held = append(c.held, k); len(c.held) == measured {
			c.show()
		}
	}
	c.show()
	return nil
}

// A concordance is how its lines are laid out, by the first of them: a longer match, or id, takes from the right side.
type concordance struct {
	look  *Look
	short func(corpus.ID) string
	held  []query.KwicLine // not shown yet
	shown int
	side  int // cells left of the match
	rest  int // cells of the match, of what is right of it, and of the id
}

// Cells of a line.
const (
	pipedContext = 40 // on each side of a match where there is no width to fill
	leastContext = 4
	longMatch    = 30
	narrow       = 60 // a line below this has no room for the day
	dayWidth     = 10
)

func (c *concordance) show() {
	if c.shown == 0 {
		c.layOut()
	}
	for _, k := range c.held {
		c.shown++
		if c.look.Accessible {
			fmt.Fprintf(c.look.Out, "Match %d, %s, %s: %s%s%s\n", c.shown, Day(k.Article.Published), c.short(k.ID), Inline(k.Left),
				c.look.Match(Inline(k.Match)), Inline(k.Right))
		} else {
			c.line(k)
		}
	}
	c.held = c.held[:0]
}

func (c *concordance) layOut() {
	match, id := 0, 0
	for _, k := range c.held {
		match = max(match, Width(Cut(Inline(k.Match), longMatch)))
		id = max(id, len(c.short(k.ID)))
	}
	c.side, c.rest = pipedContext, match+pipedContext+id
	if all := c.look.contextWidth(); all > 0 {
		c.side = max(leastContext, (all-match-id)/2)
		c.rest = all - c.side
	}
}

// contextWidth is how many cells of a line both sides, the match and the id share, 0 where there is no width to fill.
func (l *Look) contextWidth() int {
	if l.Width == 0 {
		return 0
	}
	cells := l.Width - len("  ")
	if !l.Colour {
		cells -= len("[[]]")
	}
	if l.Width >= narrow {
		cells -= dayWidth + len(" ")
	}
	return cells
}

func (c *concordance) line(k query.KwicLine) {
	l, id := c.look, c.short(k.ID)
	left, _ := tail(Inline(k.Left), c.side)
	match := Cut(Inline(k.Match), max(1, min(longMatch, c.rest-len(id))))
	room := max(0, c.rest-Width(match)-len(id))
	right, _ := head(Inline(k.Right), min(c.side, room))
	day := ""
	if l.Width == 0 || l.Width >= narrow {
		day = l.Number(PadRight(Day(k.Article.Published), dayWidth)) + " "
	}
	pad := strings.Repeat(" ", max(0, c.side-Width(left)))
	fmt.Fprintln(l.Out, pad+Isolate(left)+l.Match(Isolate(match))+PadRight(Isolate(right), room)+"  "+day+l.Dim(id))
}
