package main

import (
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
)

func init() {
	register(peopleCommand)
	register(aliasCommand)
}

func peopleCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "people", Category: "Ask", ArgsUsage: "[NAME]",
		Usage: "the persons that the archive names, with the spellings of each",
		Flags: append([]cli.Flag{
			indexFlag(),
			&cli.IntFlag{Name: "n", Value: 20, Usage: "show `N` persons at most, 20 unless told; 0 for all"},
		}, tableFlags()...),
		Action: func(c *cli.Context) error { return h.people(c) },
	}
}

func (h *host) people(c *cli.Context) error {
	n, err := size(c)
	if err != nil {
		return err
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	began := time.Now()
	t, err := r.People(c.Context, words(c, 0), n)
	if err != nil {
		return err
	}
	return h.view(c, &t.Page, time.Since(began), tableView(t))
}

func aliasCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "alias", Category: "Fill", ArgsUsage: "add NAME ALIAS | list | rm NAME [ALIAS]",
		Usage: "your own names for persons: a search for one finds the other",
		Description: "Aliases lie in aliases.tsv beside the index and outlive it.\n\n" +
			"   dateline alias add \"Sergei Lavrov\" \"the minister\"",
		Subcommands: []*cli.Command{
			{Name: "add", ArgsUsage: "NAME ALIAS...", Usage: "take ALIAS for another name of NAME", Flags: []cli.Flag{indexFlag()},
				Action: func(c *cli.Context) error { return h.aliasAdd(c) }},
			{Name: "list", Usage: "show the aliases", Flags: []cli.Flag{indexFlag()},
				Action: func(c *cli.Context) error { return h.aliasList(c) }},
			{Name: "rm", ArgsUsage: "NAME [ALIAS]", Usage: "take an alias, or all of a name, away", Flags: []cli.Flag{indexFlag()},
				Action: func(c *cli.Context) error { return h.aliasRemove(c) }},
		},
		Action: func(c *cli.Context) error { return usage("alias wants add, list or rm") },
	}
}

func (h *host) aliasAdd(c *cli.Context) error {
	if c.NArg() < 2 {
		return usage(`alias add wants a name and an alias: alias add "Sergei Lavrov" "the minister"`)
	}
	location, err := h.existing(c)
	if err != nil {
		return err
	}
	rows, err := readRows(location, aliasFile, 2)
	if err != nil {
		return err
	}
	for _, alias := range c.Args().Tail() {
		rows = append(without(rows, c.Args().First(), alias), []string{c.Args().First(), alias})
	}
	return writeRows(location, aliasFile, rows)
}

func (h *host) aliasList(c *cli.Context) error {
	location, err := h.existing(c)
	if err != nil {
		return err
	}
	rows, err := readRows(location, aliasFile, 2)
	if err != nil {
		return err
	}
	look, err := h.look(c)
	if err != nil {
		return err
	}
	for _, row := range rows {
		row[0], row[1] = term.CleanLine(row[0]), term.CleanLine(row[1])
	}
	if len(rows) == 0 {
		h.footer.add(`there are no aliases yet: dateline alias add "Sergei Lavrov" "the minister"`)
		return errNothing
	}
	look.Table([]term.Column{{Head: "name"}, {Head: "alias", Wide: true}}, rows)
	return nil
}

func (h *host) aliasRemove(c *cli.Context) error {
	if !c.Args().Present() {
		return usage("alias rm wants a name")
	}
	location, err := h.existing(c)
	if err != nil {
		return err
	}
	rows, err := readRows(location, aliasFile, 2)
	if err != nil {
		return err
	}
	left := without(slices.Clone(rows), c.Args().Slice()[:min(2, c.NArg())]...)
	if len(left) == len(rows) {
		return usage("there is no alias %s", strings.Join(c.Args().Slice(), " = "))
	}
	return writeRows(location, aliasFile, left)
}
