package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
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

// A heading begins the JSON of an answer that has no hits.
type heading struct {
	Schema string    `json:"schema"`
	Hits   *struct{} `json:"hits,omitempty"` // in place of the answer's own
}

// tableView is a table of counts as a view.
func tableView(t *query.Table) view {
	answer := struct {
		heading
		*query.Table
	}{heading{Schema: "dateline/table/1"}, t}
	v := view{answer: answer, table: countTable(t), show: func(l *term.Look) { l.Counts(t) }}
	v.left = leftOut(len(t.Rows), t.Values)
	return v
}

// leftOut says of a list that was cut that it was.
func leftOut(shown, all int) string {
	if shown == all {
		return ""
	}
	return fmt.Sprintf("the first %s of %s: -n 0 shows all", term.Thousands(shown), term.Plural(all, "value"))
}

// tableFlags choose a table instead of the screen.
func tableFlags() []cli.Flag {
	return []cli.Flag{
		jsonFlag(),
		&cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: csv, tsv or json"},
		&cli.StringFlag{Name: "export", Aliases: []string{"o"}, Usage: "write the table to `FILE`, in the format of its ending"},
		quietFlag(),
	}
}

// view shows an answer that has no hits: nothing with -q, JSON or a table where asked for, else what the screen shows,
// and the footer.
func (h *host) view(c *cli.Context, page *query.Page, took time.Duration, v view) error {
	format, file := c.String("format"), c.String("export")
	switch {
	case c.Bool("json"):
		format = "json"
	case format == "" && file != "":
		format = strings.TrimPrefix(filepath.Ext(file), ".")
	}
	switch {
	case format == "":
		return h.answer(c, page, &took, func(l *term.Look) error {
			v.show(l)
			if v.left != "" {
				h.footer.add("%s", v.left)
			}
			return nil
		})
	case !slices.Contains([]string{"csv", "tsv", "json"}, format):
		return usage("counts are written as csv, tsv or json, not as %q", format)
	case c.Bool("q"):
	case file != "" && file != "-":
		if err := export.Save(file, func(w io.Writer) error { return v.write(w, format) }); err != nil {
			return err
		}
		h.footer.add("%s: %s", file, term.Plural(len(v.table)-1, "line"))
	case format == "json":
		if err := v.write(h.out, format); err != nil {
			return err
		}
	default:
		clean := term.NewFilter(h.out)
		if err := errors.Join(v.write(clean, format), clean.Close()); err != nil {
			return err
		}
	}
	return found(page.Articles)
}

// write writes the view as a table, or as a line of JSON.
func (v view) write(w io.Writer, format string) error {
	if format != "json" {
		return export.Table(w, format, v.table)
	}
	line, err := export.Encode(v.answer)
	if err != nil {
		return err
	}
	_, err = w.Write(line)
	return err
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
