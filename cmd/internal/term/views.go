package term

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/query"
)

// Ledger shows who said what, as it comes: the date, place and speaker of each quote, then its words. Where no words were
// asked for, all of a quote is a match, and none is marked. It ends at the first error of the rows.
func (l *Look) Ledger(rows iter.Seq2[query.Statement, error], asked bool, short func(corpus.ID) string) error {
	first := true
	for r, err := range rows {
		if err != nil {
			return err
		}
		if !first {
			fmt.Fprintln(l.Out)
		}
		first = false
		if l.Accessible {
			l.labelledStatement(r, l.said(r, asked), short(r.ID))
		} else {
			l.statement(r, l.said(r, asked), short(r.ID))
		}
	}
	return nil
}

func (l *Look) statement(r query.Statement, words, id string) {
	facts := []string{l.Number(Day(r.Article.Published))}
	if r.Place != "" {
		facts = append(facts, CleanLine(r.Place))
	}
	facts = append(facts, l.speaker(r))
	for _, f := range []string{r.Outlet, r.Article.Wire.Text} {
		if f != "" {
			facts = append(facts, CleanLine(f))
		}
	}
	facts = append(facts, string(r.Kind), fmt.Sprintf("trust %.2f", r.Trust), l.Dim(id))
	if r.Copies > 1 {
		facts = append(facts, l.Number("×"+strconv.Itoa(r.Copies)))
	}
	l.line(0, strings.Join(facts, " · "))
	l.line(2, words)
}

// said is the words of a quote, the matches marked where words were asked for.
func (l *Look) said(r query.Statement, asked bool) string {
	if !asked {
		return Isolate(CleanLine(r.Text))
	}
	return Isolate(strings.TrimSpace(l.Runs(r.Runs)))
}

func (l *Look) speaker(r query.Statement) string {
	who := CleanLine(r.Speaker)
	if who == "" {
		who = "unresolved"
	}
	who = l.Name(Isolate(who))
	if r.Role != "" {
		who += " (" + CleanLine(r.Role) + ")"
	}
	if r.Via != "" {
		who += " via " + CleanLine(r.Via)
	}
	return who
}

func (l *Look) labelledStatement(r query.Statement, words, id string) {
	l.label("Speaker", l.speaker(r))
	l.label("Date", Day(r.Article.Published))
	l.label("Filed from", CleanLine(r.Place))
	l.label("Outlet", CleanLine(r.Outlet))
	l.label("Wire", CleanLine(r.Article.Wire.Text))
	l.label("Speech", string(r.Kind))
	l.label("Trust", fmt.Sprintf("%.2f", r.Trust))
	l.label("Words", words)
	if r.Copies > 1 {
		l.label("Copies", strconv.Itoa(r.Copies))
	}
	l.label("Id", id)
}

// Groups shows how quotes are spread over the values of by.
func (l *Look) Groups(groups []query.Group, by string) {
	unknown := "unknown"
	if by == "speaker" || by == "organisation" {
		unknown = "others"
	}
	rows := make([][]string, len(groups))
	for i, g := range groups {
		value := cmp.Or(CleanLine(g.Value), unknown)
		rows[i] = []string{Isolate(value), Thousands(g.Quotes), Thousands(g.Articles), Thousands(g.Stories)}
	}
	l.Table([]Column{{Head: by, Wide: true}, {Head: "quotes", Right: true}, {Head: "articles", Right: true},
		{Head: "stories", Right: true}}, rows)
}

// Trend shows a bar a bucket, empty ones as well, and below them what no bucket could take.
func (l *Look) Trend(t *query.Trend) {
	most, labelWidth := 0.0, len("undated")
	for _, b := range t.Buckets {
		most = max(most, height(t, b))
		labelWidth = max(labelWidth, len(b.Label))
	}
	if !l.Accessible && t.Articles > 0 {
		l.line(0, l.Dim(strings.TrimRight(fmt.Sprintf("%-*s  %7s  %8s", labelWidth, t.By, "stories", "articles"), " ")))
	}
	for _, b := range t.Buckets {
		l.bucket(t, b, most, labelWidth)
	}
	for _, b := range []query.Bucket{t.Coarser, t.Undated} {
		if b.Articles > 0 {
			l.bucket(t, b, 0, labelWidth)
		}
	}
}

// height is what the bar of a bucket stands for.
func height(t *query.Trend, b query.Bucket) float64 {
	if hasShares(t) {
		return b.Share
	}
	return float64(b.Stories)
}

func hasShares(t *query.Trend) bool {
	for _, b := range t.Buckets {
		if b.All > 0 {
			return true
		}
	}
	return false
}

func (l *Look) bucket(t *query.Trend, b query.Bucket, most float64, labelWidth int) {
	share := ""
	if hasShares(t) {
		share = fmt.Sprintf("  %5.2f %%", 100*b.Share)
	}
	if l.Accessible {
		fmt.Fprintf(l.Out, "%s: %s, %s%s\n", b.Label, Plural(b.Stories, "story"), Plural(b.Articles, "article"), share)
		return
	}
	numbers := fmt.Sprintf("%s  %7s  %8s%s  ", PadRight(b.Label, labelWidth), Thousands(b.Stories), Thousands(b.Articles), share)
	room := 40
	if l.Width > 0 {
		room = l.Width - Width(numbers)
	}
	bar := ""
	if most > 0 && room > 0 {
		bar = Bar(height(t, b)/most, room)
	}
	fmt.Fprintln(l.Out, strings.TrimRight(numbers+l.paint(l.palette.bar, bar), " "))
}

// Bar draws a part of one in cells, to an eighth of a cell; what is more than nothing shows.
func Bar(part float64, cells int) string {
	eighths := int(part*float64(cells)*8 + .5)
	if part > 0 && eighths == 0 {
		eighths = 1
	}
	bar := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		bar += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return bar
}

// Counts shows a facet table; where names have other spellings, those stand in a column of their own, if there is room.
func (l *Look) Counts(t *query.Table) {
	columns := []Column{{Head: t.By, Wide: true}, {Head: "stories", Right: true}, {Head: "articles", Right: true}}
	also := (l.Width == 0 || l.Width >= narrow) && slices.ContainsFunc(t.Rows, func(r query.Row) bool { return len(r.Variants) > 0 })
	if also {
		columns[0].Wide = false
		columns = append(columns, Column{Head: "also written", Wide: true})
	}
	rows := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = []string{Isolate(CleanLine(r.Value)), Thousands(r.Stories), Thousands(r.Articles)}
		if also {
			rows[i][0] = Cut(rows[i][0], 40)
			rows[i] = append(rows[i], nameList(r.Variants, 6))
		}
	}
	l.Table(columns, rows)
}
