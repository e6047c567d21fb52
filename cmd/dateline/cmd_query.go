package main

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/corpus"
	"dateline/query"
	"dateline/query/export"
)

func init() { register(queryCommand) }

func queryCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "query", Category: "Ask", Aliases: []string{"q"}, ArgsUsage: "WORDS...",
		Usage:       "search: ranked hits with title, date, place, speakers and marked snippets",
		Description: queryLanguage,
		Flags: append(questionFlags(), append(listFlags(),
			&cli.BoolFlag{Name: "copies", Usage: "list the copies of every story"},
			&cli.StringFlag{Name: "batch", Usage: "answer the queries of `FILE`, a line each: id, tab, query"},
		)...),
		Action: func(c *cli.Context) error { return h.query(c) },
	}
}

// listFlags are the flags of commands that show a list of hits.
func listFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.IntFlag{Name: "n", Value: 10, Usage: "show `N` hits at most, 10 unless told; 0 for all"},
		&cli.StringFlag{Name: "sort", Value: "relevance", Usage: "`ORDER` is relevance, newest or oldest"},
		&cli.BoolFlag{Name: "no-dedupe", Usage: "a line an article, not a story"},
		quietFlag(),
	}, formatFlags()...)
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{Name: "q", Aliases: []string{"quiet"}, Usage: "print nothing: the exit status tells"}
}

func jsonFlag() cli.Flag { return &cli.BoolFlag{Name: "json", Usage: "print JSON"} }

// formatFlags choose another form than the screen's.
func formatFlags() []cli.Flag {
	return []cli.Flag{
		jsonFlag(),
		&cli.BoolFlag{Name: "jsonl", Usage: "print a line of JSON each"},
		&cli.StringFlag{Name: "format", Usage: "print as `FORMAT`: " + formatNames()},
		&cli.StringFlag{Name: "export", Aliases: []string{"o"}, Usage: "write all hits to `FILE`, in the format of its ending"},
		&cli.StringFlag{Name: "columns", Usage: "of a table only the columns `NAMES`, with commas between: date,title,url"},
		&cli.BoolFlag{Name: "excel", Usage: "for CSV and TSV: begin with a byte order mark, as Excel wants it"},
		&cli.BoolFlag{Name: "raw", Usage: "leave control characters as they are"},
	}
}

func formatNames() string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

const queryLanguage = `raqqa offensive            both words, in any form
raqqa OR rakka             one of them;   -isis: without
"red line"  ="Red Line"    a phrase; exactly so
bomb*  wom?n  lavrov~1     beginnings, wildcards, near spellings;   /lavr[oe]v/
a NEAR/5 b   a PRE/5 b     at most 5 words between;   a /s b, a /p b: in one sentence, paragraph
speaker:lavrov             is quoted;   said(lavrov: raqqa): said it in one quote
location:syria  near:"Raqqa,50km"    filed: or about: for one of the two
title: outlet: author: wire: language: url: path: tag:
date:2016-05  after:  before:  date:"last month"  date:none`

func (h *host) query(c *cli.Context) error {
	if c.String("batch") != "" {
		return h.batch(c)
	}
	if !c.Args().Present() {
		return usage("query wants words to look for; `dateline query '*'` finds everything")
	}
	req, err := listRequest(c, words(c, 0))
	if err != nil {
		return err
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := explain(h, c, r.Explain, req); err != nil {
		return err
	}
	to, ok, err := h.destination(c)
	switch {
	case err != nil:
		return err
	case c.Bool("json") && to.file == "":
		return h.pageJSON(c, r, req)
	case ok:
		return h.export(c, r, req, to)
	}
	return h.page(c, r, req)
}

// listRequest adds the flags of listFlags to a request.
func listRequest(c *cli.Context, words string) (query.Request, error) {
	req, err := request(c, words)
	if err != nil {
		return req, err
	}
	req.Sort = query.Sort(c.String("sort"))
	switch req.Sort {
	case query.ByRelevance, query.ByNewest, query.ByOldest:
	default:
		return req, usage("--sort is relevance, newest or oldest, not %q", req.Sort)
	}
	req.Articles = c.Bool("no-dedupe")
	req.Size, err = size(c)
	return req, err
}

// size is what -n says, in the form of a request: negative for all.
func size(c *cli.Context) (int, error) {
	switch n := c.Int("n"); {
	case n < 0:
		return 0, usage("-n counts hits: %d is none", n)
	case n == 0:
		return -1, nil
	default:
		return n, nil
	}
}

// page shows one page of hits on the screen.
func (h *host) page(c *cli.Context, r *reading, req query.Request) error {
	began := time.Now()
	page, hits, err := r.Stream(c.Context, req)
	if err != nil {
		return err
	}
	took := time.Since(began)
	var copies func(query.Hit) []*corpus.Article
	if c.Bool("copies") {
		copies = r.copies
	}
	return h.answer(c, page, &took, func(l *term.Look) error {
		return l.Hits(timed(hits, &took, h.out), page.Shown, r.short, copies)
	})
}

// timed adds to took the time that a list takes to come, without what is done with it: a pager may wait for hours. The
// list ends where its reader has gone: `| head`, or q in the pager.
func timed[T any](list iter.Seq2[T, error], took *time.Duration, out io.Writer) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		began := time.Now()
		for v, err := range list {
			*took += time.Since(began)
			if _, gone := out.Write(nil); gone != nil || !yield(v, err) {
				return
			}
			began = time.Now()
		}
	}
}

// answer shows what was found on the screen, and its footer; nothing with -q. Its error is the exit status.
func (h *host) answer(c *cli.Context, page *query.Page, took *time.Duration, show func(*term.Look) error) error {
	if !c.Bool("q") {
		look, err := h.look(c)
		if err != nil {
			return err
		}
		if err := show(look); err != nil {
			return err
		}
		h.footnotes(page, *took)
	}
	return found(page.Articles)
}

// found is the exit status of a count.
func found(n int) error {
	if n == 0 {
		return errNothing
	}
	return nil
}

// copies are the other articles of a hit's story.
func (r *reading) copies(hit query.Hit) []*corpus.Article {
	ids, err := r.Engine.Members(r.ctx, hit.Article.Story)
	if err != nil {
		return nil
	}
	articles, err := r.Engine.Articles(r.ctx, ids)
	if err != nil {
		return nil
	}
	var others []*corpus.Article
	for _, a := range articles {
		if a != nil && a.ID != hit.Article.ID {
			others = append(others, a)
		}
	}
	return others
}

// pageJSON prints a page of articles as one object: what the footer says, and the hits as in exports.
func (h *host) pageJSON(c *cli.Context, r *reading, req query.Request) error {
	req.Articles = true
	page, hits, err := r.Stream(c.Context, req)
	if err != nil {
		return err
	}
	head, err := export.Encode(struct {
		Schema string `json:"schema"`
		query.Page
		Hits []query.Hit `json:"hits"` // the last member, which the hits are written into as they come
	}{"dateline/page/1", *page, []query.Hit{}})
	if err != nil {
		return err
	}
	const end = "]}\n"
	h.out.Write(bytes.TrimSuffix(head, []byte(end))) // the error of a write comes back when the output is closed
	comma := ""
	for hit, err := range hits {
		if err != nil {
			return err
		}
		object, err := export.Encode(export.HitObject(hit, page.Query))
		if err != nil {
			return err
		}
		h.out.WriteString(comma)
		h.out.Write(bytes.TrimSpace(object))
		comma = ","
	}
	h.out.WriteString(end)
	return found(page.Articles)
}
