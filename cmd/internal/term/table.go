package term

import (
	"fmt"
	"strings"
)

// A Column is one column of a table.
type Column struct {
	Head  string
	Right bool // aligned right: numbers
	Wide  bool // takes what the line has left, and is cut there
}

// Table shows rows under their heads. Cells are clean already and may be styled. Without rows there is nothing to
// show. Where it can't fit, the wide column is cut; where there is no width, nothing is. For a screen reader every row is
// a list of labelled lines.
func (l *Look) Table(columns []Column, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	if l.Accessible {
		l.labelledRows(columns, rows)
		return
	}
	widths := l.columnWidths(columns, rows)
	head := make([]string, len(columns))
	for i, c := range columns {
		head[i] = l.Dim(c.Head)
	}
	for _, row := range append([][]string{head}, rows...) {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = Cut(row[i], widths[i])
			if c.Right {
				cells[i] = PadLeft(cells[i], widths[i])
			} else {
				cells[i] = PadRight(cells[i], widths[i])
			}
		}
		fmt.Fprintln(l.Out, strings.TrimRight(strings.Join(cells, "  "), " "))
	}
}

func (l *Look) columnWidths(columns []Column, rows [][]string) []int {
	widths := make([]int, len(columns))
	total := 2 * (len(columns) - 1)
	for i, c := range columns {
		widths[i] = Width(c.Head)
		for _, row := range rows {
			widths[i] = max(widths[i], Width(row[i]))
		}
		total += widths[i]
	}
	if l.Width == 0 {
		return widths
	}
	over := total - l.Width
	for i, c := range columns {
		over -= shrink(&widths[i], c.Wide, 8, over)
	}
	shrink(&widths[0], true, 8, over)
	return widths
}

// shrink takes up to over cells from a column's width, but leaves least, and says how many it took.
func shrink(width *int, may bool, least, over int) int {
	if !may || over <= 0 || *width <= least {
		return 0
	}
	took := min(over, *width-least)
	*width -= took
	return took
}

func (l *Look) labelledRows(columns []Column, rows [][]string) {
	for i, row := range rows {
		if i > 0 {
			fmt.Fprintln(l.Out)
		}
		for j, c := range columns {
			l.label(strings.ToUpper(c.Head[:1])+c.Head[1:], row[j])
		}
	}
}

// Pairs shows short names with what they mean beside them, wrapped under itself; a long name takes a line of its own.
func (l *Look) Pairs(pairs [][2]string) {
	const most = 26
	indent := strings.Repeat(" ", most+2)
	if l.Width > 0 && l.Width < 60 {
		indent = "      "
	}
	for _, p := range pairs {
		name := "  " + p[0]
		if Width(name)+2 > len(indent) {
			fmt.Fprintln(l.Out, name)
			name = ""
		}
		fmt.Fprintln(l.Out, Wrap(PadRight(name, len(indent)), p[1], l.Width, indent))
	}
}
