package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/index/disk"
	"dateline/query"
)

func init() { register(demoCommand) }

//go:embed sample
var sample embed.FS

// demoLines are the commands that the demonstration shows. ID stands for the article of the first hit for Lavrov and Raqqa.
var demoLines = [][]string{
	{"index", "sample"},
	{"query", "raqqa", "-n", "3"},
	{"query", "lavrov syria", "--from", "2016-05", "--to", "2016-06"},
	{"said", "Okafor"},
	{"said", "*", "--about", "river"},
	{"query", `"chemical weapons" NEAR/10 "red line"`},
	{"kwic", "said", "--in", "narration", "--sort", "R1,R2", "-n", "6"},
	{"trend", "raqqa", "--by", "year"},
	{"count", "*", "--by", "speaker", "-n", "5"},
	{"why", "ID", "date"},
}

func demoCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "demo", Category: "More",
		Usage: "index the bundled sample in a temporary folder and show the main commands on it",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "keep", Usage: "keep the sample and its index in `FOLDER`, to try more"},
		},
		Action: func(c *cli.Context) error { return h.demo(c) },
	}
}

func (h *host) demo(c *cli.Context) (err error) {
	folder := c.String("keep")
	if folder == "" {
		if folder, err = os.MkdirTemp("", "dateline-demo-"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	}
	if err := unpack(sample, folder); err != nil {
		return err
	}
	fmt.Fprintln(h.out, "A sample archive, written for dateline. The people who speak in it are invented.")
	for _, line := range demoLines {
		if err := h.demoLine(c, folder, line); err != nil {
			return fmt.Errorf("demo: %s: %w", strings.Join(line, " "), err)
		}
	}
	if c.String("keep") != "" {
		fmt.Fprintf(h.out, "\nTry more: dateline query WORDS --index %s\n", filepath.Join(folder, folderName))
	}
	return nil
}

// demoLine shows a command as it is typed, and runs it with the demonstration's index and no pager.
func (h *host) demoLine(c *cli.Context, folder string, line []string) error {
	location := filepath.Join(folder, folderName)
	args := append([]string{"--no-pager", "--color=" + c.String("color")}, line...)
	shown := make([]string, len(line))
	for i, word := range line {
		switch word {
		case "ID":
			id, err := firstID(c, location, "lavrov raqqa")
			if err != nil {
				return err
			}
			word = id
			args[i+2] = id
		case "sample":
			args[i+2] = filepath.Join(folder, "sample")
		}
		shown[i] = shellQuoted(word)
	}
	fmt.Fprintf(h.out, "\n$ dateline %s\n", strings.Join(shown, " "))
	guest := *h
	guest.footer = nil
	guest.Getenv = func(name string) string {
		if name == "DATELINE_INDEX" {
			return location
		}
		return h.Getenv(name)
	}
	err := start(c.Context, &guest, args)
	guest.footer.flush(h.out, 0)
	if errors.Is(err, errNothing) || errors.Is(err, errSkipped) {
		return nil // told on the screen
	}
	return err
}

// firstID is the short id of the first hit for some words.
func firstID(c *cli.Context, location, words string) (string, error) {
	engine, err := disk.OpenReader(location)
	if err != nil {
		return "", err
	}
	defer engine.Close()
	r := &reading{Searcher: &query.Searcher{Engine: engine}, disk: engine, location: location, ctx: c.Context}
	page, err := r.Search(c.Context, query.Request{Query: words, Size: 1})
	if err != nil || len(page.Hits) == 0 {
		return "", errors.Join(err, fmt.Errorf("%s finds nothing in the sample", words))
	}
	return r.short(page.Hits[0].Article.ID), nil
}

// shellQuoted writes a word as it must be typed.
func shellQuoted(word string) string {
	if strings.ContainsAny(word, " \"*()|&<>") {
		return "'" + word + "'"
	}
	return word
}

// unpack writes an embedded tree under a folder.
func unpack(tree fs.FS, folder string) error {
	return fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(folder, filepath.FromSlash(path))
		if d.IsDir() {
			return os.MkdirAll(to, 0o700)
		}
		content, err := fs.ReadFile(tree, path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, content, 0o600)
	})
}
