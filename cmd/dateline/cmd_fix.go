package main

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/corpus"
	"dateline/index"
)

func init() { register(fixCommand) }

func fixCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "fix", Category: "Fill", ArgsUsage: "ID FIELD=VALUE...",
		Usage: "correct what dateline got wrong: date, title, outlet, wire, author, language, url",
		Description: "Corrections stay when the article is read again, and are marked as a human's. date=none takes a wrong\n" +
			"date away; note=TEXT adds a note. They lie in fixes.tsv beside the index.\n\n" +
			"   dateline fix 3f2a9c date=2016-05-25 'note=the page says 25'",
		Flags:  []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error { return h.fix(c) },
	}
}

func (h *host) fix(c *cli.Context) error {
	if c.NArg() < 2 {
		return usage("fix wants an id and what to set: fix 3f2a9c date=2016-05-25")
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	a, err := r.article(c.Args().First())
	if err = errors.Join(err, r.Close()); err != nil {
		return err
	}
	rows, err := fixRows(a, c.Args().Tail())
	if err != nil {
		return err
	}
	// The index first: a correction that it doesn't hold must not seem to be made.
	if err := amend(c.Context, r.location, a); err != nil {
		return err
	}
	if err := keepFixes(r.location, rows); err != nil {
		return err
	}
	for _, row := range rows {
		h.footer.add("%s: %s is %s", row[0][:shortest], row[1], row[2])
	}
	return nil
}

// fixRows reads FIELD=VALUE, corrects the article, and gives the rows to keep.
func fixRows(a *corpus.Article, args []string) ([][]string, error) {
	var rows [][]string
	for _, arg := range args {
		field, value, ok := strings.Cut(arg, "=")
		set := fixable[field]
		if !ok || set == nil {
			return nil, usage("%q is no correction: FIELD=VALUE, where FIELD is %s", arg,
				strings.Join(slices.Sorted(maps.Keys(fixable)), ", "))
		}
		if err := set(a, humanValue(strings.TrimSpace(value))); err != nil {
			return nil, usageError{err}
		}
		rows = append(rows, []string{string(a.ID), field, value})
	}
	return rows, nil
}

// keepFixes adds rows to the table; a field that was corrected before is corrected anew.
func keepFixes(location string, rows [][]string) error {
	all, err := readRows(location, fixFile, 3)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row[1] != "note" {
			all = without(all, row[0], row[1])
		}
		all = append(all, row)
	}
	return writeRows(location, fixFile, all)
}

// amend replaces one article in the index. Its story stays as it is until the next run of indexing.
func amend(ctx context.Context, location string, a *corpus.Article) (err error) {
	store, err := openStore(location)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := store.Apply(ctx, index.Batch{Put: []index.Document{{Article: a, Print: index.PrintOf(a)}}}); err != nil {
		return err
	}
	stories, err := store.Stories(ctx)
	if err != nil {
		return err
	}
	return store.Publish(ctx, stories)
}
