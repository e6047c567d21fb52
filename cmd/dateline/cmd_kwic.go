package main

import (
	"iter"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/corpus"
	"dateline/query"
	"dateline/query/export"
)

func init() { register(kwicCommand) }

func kwicCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "kwic", Category: "Ask", ArgsUsage: "WORDS...",
		Usage: "keyword in context: a line for every match in every article",
		Description: "--sort L1,R1 sorts by the first word to the left, then the first to the right. A sample is drawn from all\n" +
			"matches, and the same seed draws the same.\n\n" +
			"   dateline kwic ceasefire --sort R1,R2 -n 50\n" +
			"   dateline kwic drone --in quote --sample 100 --seed 7 -o sample.csv",
		Flags: append(append(questionFlags(), formatFlags()...),
			&cli.IntFlag{Name: "n", Value: 10, Usage: "show `N` lines at most, 10 unless told; 0 for all"},
			&cli.StringFlag{Name: "sort", Usage: "by words beside the match (`KEYS` like L1,R1), or relevance, newest, oldest"},
			&cli.IntFlag{Name: "sample", Usage: "`N` lines chosen at random"},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: "the same `SEED` chooses the same lines"},
			&cli.StringFlag{Name: "in", Usage: "only matches in `REGION`: quote, narration or lead"},
			quietFlag(),
		),
		Action: func(c *cli.Context) error { return h.kwic(c) },
	}
}

func (h *host) kwic(c *cli.Context) error {
	if !c.Args().Present() {
		return usage("kwic wants words to look for")
	}
	asked, err := kwicRequest(c)
	if err != nil {
		return err
	}
	to, ok, err := h.destination(c)
	if err != nil {
		return err
	}
	if ok && to.file != "" && !c.IsSet("n") {
		asked.Size = 0
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := explain(h, c, r.ExplainKwic, asked); err != nil {
		return err
	}
	if ok {
		return h.writeRows(c, to, export.Matches, asked.Query, matchRows(r.KwicLines(c.Context, asked)))
	}
	return h.showConcordance(c, r, asked)
}

func kwicRequest(c *cli.Context) (query.KwicRequest, error) {
	req, err := request(c, words(c, 0))
	asked := query.KwicRequest{Request: req, Sample: c.Int("sample"), Seed: c.Uint64("seed")}
	if err != nil {
		return asked, err
	}
	switch sort := c.String("sort"); query.Sort(sort) {
	case query.ByRelevance, query.ByNewest, query.ByOldest:
		asked.Sort = query.Sort(sort)
	case "":
	default:
		asked.Order = strings.Split(strings.ToUpper(sort), ",")
	}
	asked.In = query.Region(c.String("in"))
	switch asked.In {
	case "", query.InQuote, query.InNarration, query.InLead:
	default:
		return asked, usage("--in is quote, narration or lead, not %q", asked.In)
	}
	n, err := size(c)
	if asked.Size = max(n, 0); asked.Sample > 0 && !c.IsSet("n") {
		asked.Size = 0
	}
	return asked, err
}

func (h *host) showConcordance(c *cli.Context, r *reading, asked query.KwicRequest) error {
	began := time.Now()
	page, lines, err := r.StreamKwic(c.Context, asked)
	if err != nil {
		return err
	}
	took := time.Since(began)
	return h.answer(c, &page.Page, &took, func(l *term.Look) error { return l.Concordance(timed(lines, &took, h.out), r.short) })
}

func matchRows(lines iter.Seq2[query.KwicLine, error]) iter.Seq2[export.Row, error] {
	return func(yield func(export.Row, error) bool) {
		rank := 0
		for k, err := range lines {
			rank++
			at := corpus.Span{Part: k.Part, Start: k.Start, End: k.End}
			hit := query.Hit{Rank: rank, Copies: 1, Article: k.Article}
			if !yield(export.Row{Hit: hit, Left: k.Left, Match: k.Match, Right: k.Right, Marked: at}, err) {
				return
			}
		}
	}
}
