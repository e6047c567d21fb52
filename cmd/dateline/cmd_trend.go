package main

import (
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
)

func init() {
	register(trendCommand)
	register(countCommand)
}

func trendCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "trend", Category: "Ask", ArgsUsage: "WORDS...",
		Usage: "hits over time, empty times included, undated ones apart",
		Description: "   dateline trend Aleppo --by week --from 2016-09 --to 2016-12\n" +
			"   dateline trend 'refugee OR migrant' --by month --share -o trend.csv",
		Flags: append(append(questionFlags(),
			&cli.StringFlag{Name: "by", Value: "month", Usage: "`STEP` is day, week, month (unless told) or year"},
			&cli.BoolFlag{Name: "share", Usage: "as a part of all stories of each step"},
		), tableFlags()...),
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
	if err := explain(h, c, r.Explain, unranked(req)); err != nil {
		return err
	}
	began := time.Now()
	t, err := r.Trend(c.Context, query.TrendRequest{Request: req, By: c.String("by"), Share: c.Bool("share")})
	if err != nil {
		return usageError{err}
	}
	answer := struct {
		heading
		*query.Trend
	}{heading{Schema: "dateline/trend/1"}, t}
	return h.view(c, &t.Page, time.Since(began), view{answer: answer, table: trendTable(t), show: func(l *term.Look) { l.Trend(t) }})
}

// unranked is a request whose hits are counted, in no order.
func unranked(req query.Request) query.Request {
	req.Sort = query.ByNewest
	return req
}

func countCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "count", Category: "Ask", ArgsUsage: "WORDS... --by FIELD",
		Usage: "how the hits spread over speakers, places, outlets, languages or years",
		Description: "   dateline count ceasefire --by speaker\n" +
			"   dateline count '*' --by outlet -n 0 -o outlets.csv",
		Flags: append(append(questionFlags(),
			&cli.StringFlag{Name: "by", Usage: "`FIELD` is speaker, person, location, filed, about, outlet, author, wire, language, section, tag, year, month, week or day"},
			&cli.IntFlag{Name: "n", Value: 20, Usage: "show `N` values at most, 20 unless told; 0 for all"},
		), tableFlags()...),
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
	if err := explain(h, c, r.Explain, unranked(req)); err != nil {
		return err
	}
	began := time.Now()
	t, err := r.Count(c.Context, query.CountRequest{Request: req, By: c.String("by")})
	if err != nil {
		return usageError{err}
	}
	if t.Articles > 0 && len(t.Rows) == 0 {
		h.footer.add("no %s is known of these", t.By)
	}
	return h.view(c, &t.Page, time.Since(began), tableView(t))
}
