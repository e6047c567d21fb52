package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/corpus"
	"dateline/query"
)

func init() {
	register(showCommand)
	register(openCommand)
}

func showCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "show", Category: "Read", ArgsUsage: "ID [WORDS...]",
		Usage:       "one article to be read, quotes and matches marked",
		Description: "ID is what hits end their second line with, or the beginning of it:\n\n   dateline show 3f2a9c raqqa",
		Flags: []cli.Flag{
			indexFlag(),
			&cli.BoolFlag{Name: "raw", Usage: "the source's own bytes"},
			&cli.BoolFlag{Name: "json", Usage: "print JSON, with byte offsets"},
		},
		Action: func(c *cli.Context) error { return h.show(c) },
	}
}

func (h *host) show(c *cli.Context) error {
	r, a, err := h.readArticle(c)
	if err != nil {
		return err
	}
	defer r.Close()
	switch {
	case c.Bool("raw"):
		return h.copySource(r, a)
	case c.Bool("json"):
		return h.encode(articleObject(a))
	}
	marks, err := r.marks(a, words(c, 1))
	if err != nil {
		return err
	}
	look, err := h.look(c)
	if err != nil {
		return err
	}
	look.Article(a, marks)
	return nil
}

// marks are the matches of words in an article; none where there are no words.
func (r *reading) marks(a *corpus.Article, words string) ([]query.Mark, error) {
	if words == "" {
		return nil, nil
	}
	plan, err := r.Plan(r.ctx, query.Request{Query: words})
	if err != nil {
		return nil, err
	}
	return query.Read(a).Shown(plan.Node), nil
}

func openCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "open", Category: "Read", ArgsUsage: "ID",
		Usage:  "open the file that an article was read from in its own program",
		Flags:  []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error { return h.openArticle(c) },
	}
}

func (h *host) openArticle(c *cli.Context) error {
	r, a, err := h.readArticle(c)
	if err != nil {
		return err
	}
	defer r.Close()
	path, err := r.file(a)
	if err != nil {
		return err
	}
	if !slices.Contains(documents, strings.ToLower(filepath.Ext(path))) {
		return fmt.Errorf("a system may run what isn't named as a document, so it is left to you: %s", path)
	}
	opener := openers[runtime.GOOS]
	if opener == nil {
		opener = openers["linux"]
	}
	if err := exec.CommandContext(c.Context, opener[0], append(opener[1:], path)...).Run(); err != nil {
		return fmt.Errorf("%s could not be opened: %w", path, err)
	}
	return nil
}

// documents are the endings of files that are opened: no program is among them.
var documents = []string{".txt", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".rss", ".atom",
	".eml", ".mbox", ".pdf", ".docx", ".odt", ".epub", ".warc", ".zip", ".tar", ".gz", ".bz2", ".xz", ".zst"}

// openers are the systems' own commands to open a file. Paths are absolute, so that none can be taken for an option.
var openers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	"linux":   {"xdg-open"},
}
