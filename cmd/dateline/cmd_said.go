package main

import (
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
	"dateline/query/export"
)

func init() { register(saidCommand) }

func saidCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "said", Category: "Ask", ArgsUsage: "SPEAKER [WORDS...]",
		Usage: "who said what, when and where: a line a quote, the oldest first",
		Description: "SPEAKER finds all variants of a name; the words must stand inside the quote. With --about alone, everyone\n" +
			"speaks: `dateline said --about Raqqa`. Nothing is attributed that the article doesn't attribute.\n\n" +
			"   dateline said Lavrov '\"red line\"' -n 1      when did he first say that?\n" +
			"   dateline said Lavrov --about Syria --from 2016 -o lavrov.xlsx\n" +
			"   dateline said Lavrov --about Syria --by month",
		Flags: append(questionFlags(), append(listFlags(),
			&cli.StringSliceFlag{Name: "about", Usage: "`WORDS` that must stand in the quote"},
			&cli.StringFlag{Name: "by", Usage: "count the quotes by `WHAT`: month, year, place, outlet, speaker or organisation"},
		)...),
		Action: func(c *cli.Context) error { return h.said(c) },
	}
}

func (h *host) said(c *cli.Context) error {
	about := c.StringSlice("about")
	if strings.TrimSpace(c.Args().First()) == "" && (c.Args().Present() || len(about) == 0) {
		return usage("said wants a speaker ('*' is everyone), or --about WORDS for everyone who spoke of them")
	}
	req, err := listRequest(c, words(c, 1))
	if err != nil {
		return err
	}
	if !c.IsSet("sort") {
		req.Sort = query.ByOldest
	}
	if c.Args().Present() && c.Args().First() != "*" {
		req.Speaker = append(req.Speaker, c.Args().First())
	}
	asked := query.SaidRequest{Request: req, By: c.String("by"), About: about}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := explain(h, c, r.ExplainSaid, asked); err != nil {
		return err
	}
	if to, ok, err := h.destination(c); err != nil || ok && asked.By == "" {
		if err != nil {
			return err
		}
		return h.exportQuotes(c, r, asked, to)
	}
	return h.showLedger(c, r, asked)
}

func (h *host) showLedger(c *cli.Context, r *reading, asked query.SaidRequest) error {
	began := time.Now()
	ledger, rows, err := r.StreamSaid(c.Context, asked)
	if err != nil {
		return err
	}
	took := time.Since(began)
	if asked.By != "" {
		answer := struct {
			heading
			*query.Ledger
		}{heading{Schema: "dateline/groups/1"}, ledger}
		return h.view(c, &ledger.Page, took, view{answer: answer, table: groupTable(ledger.Groups, asked.By),
			show: func(l *term.Look) { l.Groups(ledger.Groups, asked.By) }, left: leftOut(len(ledger.Groups), ledger.Values)})
	}
	return h.answer(c, &ledger.Page, &took, func(l *term.Look) error {
		return l.Ledger(timed(rows, &took, h.out), asked.Query != "" || len(asked.About) > 0, r.short)
	})
}

func groupTable(groups []query.Group, by string) [][]string {
	table := [][]string{{by, "quotes", "articles", "stories"}}
	for _, g := range groups {
		table = append(table, []string{g.Value, strconv.Itoa(g.Quotes), strconv.Itoa(g.Articles), strconv.Itoa(g.Stories)})
	}
	return table
}

func (h *host) exportQuotes(c *cli.Context, r *reading, asked query.SaidRequest, to destination) error {
	asked.Articles = true
	rows := limited(r.Statements(c.Context, asked), limit(c, to))
	return h.writeRows(c, to, export.Quotes, asked.Query, quoteRows(rows))
}

// limit is how many rows are written: -n, but all into a file where -n wasn't given.
func limit(c *cli.Context, to destination) int {
	n, err := size(c)
	if err != nil || to.file != "" && !c.IsSet("n") {
		return -1
	}
	return n
}

func quoteRows(rows iter.Seq2[query.Statement, error]) iter.Seq2[export.Row, error] {
	return func(yield func(export.Row, error) bool) {
		rank := 0
		for s, err := range rows {
			rank++
			hit := query.Hit{Rank: rank, Copies: s.Copies, Article: s.Article}
			if !yield(export.Row{Hit: hit, Quote: s.Quote, Words: s.Text}, err) {
				return
			}
		}
	}
}
