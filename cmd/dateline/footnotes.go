package main

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
	"dateline/query/export"
)

// footnotes says below an answer how the query was read, what was counted and how long it took, and after an empty
// one what would have found something.
func (h *host) footnotes(p *query.Page, took time.Duration) {
	h.notes(p.Notes)
	if p.Articles == 0 {
		h.footer.add("nothing found")
		h.help(p.Help)
	}
	h.footer.add("%s · %s", term.Footer(p), seconds(took))
}

func (h *host) help(help *query.Help) {
	if help == nil {
		return
	}
	lines := term.Help(help)
	for _, line := range lines[:min(len(lines), mostHelp)] {
		h.footer.add("  %s", line)
	}
	if more := len(lines) - mostHelp; more > 0 {
		h.footer.add("  and %s more: --explain tells all", term.Thousands(more))
	}
}

// mostHelp is how many lines tell why nothing was found: no more than a screen shows.
const mostHelp = 20

// notes tells how odd input was read.
func (h *host) notes(notes []string) {
	for _, n := range notes {
		h.footer.add("note: %s", n)
	}
}

// seconds writes how long something took, in as many digits as tell something.
func seconds(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return fmt.Sprintf("%.1f ms", d.Seconds()*1000)
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// explain tells, where --explain asks for it, how a request was understood.
func explain[R any](h *host, c *cli.Context, how func(context.Context, R) (*query.Explanation, error), req R) error {
	if !c.Bool("explain") {
		return nil
	}
	e, err := how(c.Context, req)
	if err != nil {
		return err
	}
	h.footer.add("understood as: %s", e.Query)
	for _, line := range e.Tree {
		h.footer.add("  %s", line)
	}
	if e.From != "" || e.To != "" {
		h.footer.add("dates: %s..%s", e.From, e.To)
	}
	for _, a := range e.Aliases {
		h.footer.add("alias: %s", a)
	}
	for _, line := range term.Help(&query.Help{Terms: e.Terms}) {
		h.footer.add("%s", line)
	}
	if len(e.Hints) > 0 {
		h.footer.add("ranked higher, where found, by words as typed or of the best articles: %s", strings.Join(e.Hints, " "))
	}
	if e.Near > 0 {
		h.footer.add("ranked higher of the best %d articles: those where the words stand together", e.Near)
	}
	return nil
}

// writeRows writes the rows of a ledger or a concordance to their destination.
func (h *host) writeRows(c *cli.Context, to destination, kind export.Kind, query string, rows iter.Seq2[export.Row, error]) error {
	o, err := exportOptions(c, kind, nil)
	if err != nil {
		return err
	}
	o.Query = query
	n := 0
	rows = counted(rows, &n)
	if c.Bool("q") {
		for _, err := range rows {
			return err
		}
		return errNothing
	}
	if err := to.write(h.out, rows, o); err != nil {
		return err
	}
	if to.file != "" {
		h.footer.add("%s: %s", to.file, term.Plural(n, string(kind)))
	}
	return found(n)
}
