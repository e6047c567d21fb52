package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
	"dateline/query/export"
)

// A view is an answer that has counts and no hits, in the forms that it can be shown in.
type view struct {
	answer any        // as JSON
	table  [][]string // as CSV, under a line of names
	show   func(*term.Look)
	left   string // of a list that was cut, what it left out
}

// tableView is a table of counts as a view.
func tableView(t *query.Table) view {
	v := view{answer: t, table: countTable(t), show: func(l *term.Look) { l.Counts(t) }}
	if n := len(t.Rows); n < t.Values {
		v.left = fmt.Sprintf("the first %s of %s: -n 0 shows all", term.Thousands(n), term.Plural(t.Values, "value"))
	}
	return v
}

// tableFlag chooses a table instead of the screen.
func tableFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: csv, tsv or json"}
}

// view shows an answer that has no hits: nothing with -q, JSON or a table where asked for, else what the screen shows,
// and the footer.
func (h *host) view(c *cli.Context, r *reading, req query.Request, page *query.Page, took time.Duration, v view) error {
	if err := h.explain(c, r, req); err != nil || c.Bool("q") {
		return orFound(err, page.Articles)
	}
	format := c.String("format")
	if c.Bool("json") {
		format = "json"
	}
	switch format {
	case "":
		look, err := h.look(c)
		if err != nil {
			return err
		}
		v.show(look)
		if v.left != "" {
			h.footer.add("%s", v.left)
		}
		h.footnotes(page, took)
	case "json":
		page.Hits = []query.Hit{}
		if err := h.encode(v.answer); err != nil {
			return err
		}
	case "csv", "tsv":
		clean := term.NewFilter(h.out)
		if err := export.Table(clean, format, v.table); err != nil {
			return err
		}
		if err := clean.Close(); err != nil {
			return err
		}
	default:
		return usage("--format is csv, tsv or json here, not %q", format)
	}
	return found(page.Articles)
}

func orFound(err error, n int) error {
	if err != nil {
		return err
	}
	return found(n)
}

func trendTable(t *query.Trend) [][]string {
	table := [][]string{{t.By, "stories", "articles", "share"}}
	for _, b := range append(append([]query.Bucket(nil), t.Buckets...), t.Coarser, t.Undated) {
		share := ""
		if b.All > 0 {
			share = strconv.FormatFloat(b.Share, 'f', 6, 64)
		}
		if b.Label != "" {
			table = append(table, []string{b.Label, strconv.Itoa(b.Stories), strconv.Itoa(b.Articles), share})
		}
	}
	return table
}

func countTable(t *query.Table) [][]string {
	table := [][]string{{t.By, "stories", "articles", "also written"}}
	for _, r := range t.Rows {
		table = append(table, []string{r.Value, strconv.Itoa(r.Stories), strconv.Itoa(r.Articles), strings.Join(r.Variants, "; ")})
	}
	return table
}
