package main

import (
	"sync"

	"github.com/urfave/cli/v2"

	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/corpus/ingest"
	"dateline/query/export"
)

func init() { register(extractCommand) }

func extractCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "extract", Category: "Read", ArgsUsage: "PATH...",
		Usage: "read, clean and understand articles without an index",
		Description: "With --jsonl a line an article: body, published, filed, places, quotes with speakers, each with byte\n" +
			"offsets and trust. A record's own id is printed as its id.\n\n" +
			"   dateline extract page.html",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "jsonl", Usage: "print a line of JSON each"},
			&cli.BoolFlag{Name: "no-extract", Usage: "dates, titles and datelines only: no quotes, people and places"},
			mapFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read with `N` workers; 0 is one for each processor"},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return h.extract(c) },
	}
}

func (h *host) extract(c *cli.Context) error {
	if !c.Args().Present() {
		return usage("extract wants files or folders, or - for standard input")
	}
	o, err := ingestOptions(c, h)
	if err != nil {
		return err
	}
	gone, err := leaveOut(&o)
	if err != nil {
		return err
	}
	var texts drafts
	facts := extract.Options{NoFacts: c.Bool("no-extract")}
	o.Understand = func(d *corpus.Draft) *corpus.Article { return texts.keep(extract.Article(d, facts), d.Text) }
	print, err := h.extractPrinter(c)
	if err != nil {
		return err
	}
	articles, skipped := 0, len(gone)
	for _, skip := range gone {
		h.footer.add("skipped %s: %s", skip.Path, skip.Reason)
	}
	for e := range ingest.Read(c.Context, o) {
		if e.Err != nil {
			skipped++
			h.footer.add("skipped %s: %s", e.File.Path, e.Err)
		}
		if e.Article == nil {
			continue
		}
		articles++
		if err := print(e.Article, texts.take(e.Article)); err != nil {
			return err
		}
	}
	switch {
	case c.Context.Err() != nil:
		return c.Context.Err()
	case skipped > 0:
		return errSkipped
	}
	return found(articles)
}

// extractPrinter prints an article and its draft's text: as a line of JSON, to be read, or not at all.
func (h *host) extractPrinter(c *cli.Context) (func(*corpus.Article, string) error, error) {
	switch {
	case c.Bool("q"):
		return func(*corpus.Article, string) error { return nil }, nil
	case c.Bool("jsonl"):
		return func(a *corpus.Article, text string) error {
			o := export.Article(a, text)
			if o.Key != "" {
				o.ID = o.Key
			}
			return h.encode(o)
		}, nil
	}
	look, err := h.look(c)
	if err != nil {
		return nil, err
	}
	first := true
	return func(a *corpus.Article, text string) error {
		if !first {
			look.Rule()
		}
		first = false
		look.Article(a, nil)
		look.Reasons(reasonsOf(a, &corpus.Draft{Title: a.Title.Text, Text: "", Part: a.Part}))
		return h.out.Flush()
	}, nil
}

// Drafts keep the whole texts of articles between understanding and printing them, since an article keeps only its
// body.
type drafts struct{ texts sync.Map }

func (d *drafts) keep(a *corpus.Article, text string) *corpus.Article {
	d.texts.Store(a, text)
	return a
}

func (d *drafts) take(a *corpus.Article) string {
	text, ok := d.texts.LoadAndDelete(a)
	if !ok {
		return ""
	}
	return text.(string)
}
