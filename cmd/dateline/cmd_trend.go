package main

import (
	"time"

	"github.com/urfave/cli/v2"

	"dateline/query"
	"dateline/query/export"
)

func init() {
	register(trendCommand)
	register(countCommand)
}

func trendCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "trend", Category: "Ask", ArgsUsage: "WORDS...",
		Usage: "hits over time, empty times included, undated ones apart",
		Flags: append(questionFlags(),
			&cli.StringFlag{Name: "by", Value: "month", Usage: "`STEP` is day, week, month or year"},
			&cli.BoolFlag{Name: "share", Usage: "as a part of all stories of each step"},
			&cli.BoolFlag{Name: "json", Usage: "print JSON"},
			&cli.BoolFlag{Name: "q", Aliases: []string{"quiet"}, Usage: "print nothing: the exit status tells"},
		),
		Action: func(c *cli.Context) error { return h.trend(c) },
	}
}

func (h *host) trend(c *cli.Context) error {
	if !c.Args().Present() {
		return usage("trend wants words to look for; `dateline trend '*'` counts everything")
	}
	req, err := request(c, words(c, 0))
	if err != nil {
		return err
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	began := time.Now()
	t, err := r.Trend(c.Context, query.TrendRequest{Request: req, By: c.String("by"), Share: c.Bool("share")})
	if err != nil {
		return usageError{err}
	}
	return h.view(c, r, req, &t.Page, time.Since(began), t, func() error {
		look, err := h.look(c)
		if err == nil {
			look.Trend(t)
		}
		return err
	})
}

func countCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "count", Category: "Ask", ArgsUsage: "WORDS... --by FIELD",
		Usage: "how the hits spread over speakers, places, outlets, languages or years",
		Flags: append(questionFlags(),
			&cli.StringFlag{Name: "by", Usage: "`FIELD` is speaker, person, location, filed, about, outlet, author, wire, language, section, tag, year, month, week or day"},
			&cli.IntFlag{Name: "n", Value: 20, Usage: "show `N` values at most; 0 for all"},
			&cli.BoolFlag{Name: "json", Usage: "print JSON"},
			&cli.BoolFlag{Name: "q", Aliases: []string{"quiet"}, Usage: "print nothing: the exit status tells"},
		),
		Action: func(c *cli.Context) error { return h.count(c) },
	}
}

func (h *host) count(c *cli.Context) error {
	if c.String("by") == "" || !c.Args().Present() {
		return usage("count wants words and a field: `dateline count raqqa --by speaker`; '*' counts everything")
	}
	req, err := request(c, words(c, 0))
	if err != nil {
		return err
	}
	if req.Size, err = size(c); err != nil {
		return err
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	began := time.Now()
	t, err := r.Count(c.Context, query.CountRequest{Request: req, By: c.String("by")})
	if err != nil {
		return usageError{err}
	}
	return h.view(c, r, req, &t.Page, time.Since(began), t, func() error {
		look, err := h.look(c)
		if err == nil {
			look.Counts(t)
		}
		return err
	})
}

// view shows an answer that has no hits: nothing with -q, JSON with --json, else what show shows, and the footer.
func (h *host) view(c *cli.Context, r *reading, req query.Request, page *query.Page, took time.Duration, answer any, show func() error) error {
	if err := h.explain(c, r, req); err != nil || c.Bool("q") {
		return orFound(err, page.Articles)
	}
	if c.Bool("json") {
		page.Hits = []query.Hit{}
		line, err := export.Encode(answer)
		if err != nil {
			return err
		}
		if _, err := h.out.Write(line); err != nil {
			return err
		}
		return found(page.Articles)
	}
	if err := show(); err != nil {
		return err
	}
	h.footnotes(page, took)
	return found(page.Articles)
}

func orFound(err error, n int) error {
	if err != nil {
		return err
	}
	return found(n)
}
