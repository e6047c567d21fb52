package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
)

func init() {
	register(helpCommand)
	register(versionCommand)
	register(manCommand)
}

func helpCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "help", Category: "More", ArgsUsage: "[COMMAND]",
		Usage:  "what a command does, and its flags",
		Action: func(c *cli.Context) error { return h.tellHelp(c) },
	}
}

func versionCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "version", Category: "More", Usage: "print the version",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprintln(h.out, "dateline", version())
			return err
		},
	}
}

func manCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "man", Category: "More", Usage: "print the manual page: dateline man | man -l -",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprint(h.out, manual(c.App))
			return err
		},
	}
}

// tellHelp shows all commands, or one with its flags.
func (h *host) tellHelp(c *cli.Context) error {
	look, err := h.look(c)
	if err != nil {
		return err
	}
	if !c.Args().Present() {
		h.overview(c.App, look)
		return nil
	}
	cmd, above := (*cli.Command)(nil), c.App.Commands
	for _, word := range c.Args().Slice() {
		if cmd = named(above, word); cmd == nil {
			if near := term.Nearest(word, commandNames(above)); near != "" {
				return usage("there is no command %q: did you mean %s?", word, near)
			}
			return usage("there is no command %q", word)
		}
		above = cmd.Subcommands
	}
	h.helpOn(cmd, strings.Join(c.Args().Slice(), " "), look)
	return nil
}

func named(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

// categories are the headings that commands stand under, in their order.
var categories = []string{"Ask", "Read", "Fill", "Keep", "More"}

func (h *host) overview(app *cli.App, look *term.Look) {
	fmt.Fprintf(h.out, "%s\n\n%s\n", prose("dateline: "+app.Usage, look.Width), prose(app.Description, look.Width))
	for _, category := range categories {
		fmt.Fprintf(h.out, "\n%s\n", look.Title(category))
		var rows [][2]string
		for _, c := range app.Commands {
			if c.Category == category && !c.Hidden {
				rows = append(rows, [2]string{strings.Join(c.Names(), ", "), c.Usage})
			}
		}
		look.Pairs(rows)
	}
	fmt.Fprintln(h.out, "\n"+prose("Flags and examples of a command: dateline help COMMAND", look.Width))
}

func (h *host) helpOn(c *cli.Command, path string, look *term.Look) {
	fmt.Fprintf(h.out, "%s\n", look.Title(strings.TrimSpace("dateline "+path+" "+c.ArgsUsage)))
	fmt.Fprintln(h.out, prose(c.Usage, look.Width))
	if c.Description != "" {
		fmt.Fprintf(h.out, "\n%s\n", prose(c.Description, look.Width))
	}
	if len(c.Subcommands) > 0 {
		fmt.Fprintln(h.out)
		var rows [][2]string
		for _, sub := range c.Subcommands {
			rows = append(rows, [2]string{strings.TrimSpace(sub.Name + " " + sub.ArgsUsage), sub.Usage})
		}
		look.Pairs(rows)
	}
	fmt.Fprintln(h.out)
	look.Pairs(flagPairs(c.Flags))
}

// prose fills lines of width, where there is one, with the sentences of a text; lines that are indented stay as they
// are typed.
func prose(text string, width int) string {
	if width < 1 {
		return text
	}
	var out []string
	joins := false
	for line := range strings.SplitSeq(text, "\n") {
		isProse := line != "" && line[0] != ' '
		if joins && isProse {
			out[len(out)-1] += " " + line
		} else {
			out = append(out, line)
		}
		joins = isProse
	}
	for i, line := range out {
		out[i] = term.Wrap("", line, width, "")
	}
	return strings.Join(out, "\n")
}

// flagPairs are the flags as they are typed, with what they do.
func flagPairs(flags []cli.Flag) [][2]string {
	var rows [][2]string
	for _, f := range flags {
		doc, ok := f.(cli.DocGenerationFlag)
		if visible, is := f.(cli.VisibleFlag); !ok || is && !visible.IsVisible() {
			continue
		}
		value, text := unquoted(doc.GetUsage())
		var names []string
		for _, n := range f.Names() {
			names = append(names, dashed(n))
		}
		typed := strings.Join(names, ", ")
		if doc.TakesValue() {
			typed += " " + value
		}
		rows = append(rows, [2]string{typed, text})
	}
	return rows
}

// dashed writes a flag's name as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// unquoted takes the name of the value, which stands between backquotes, out of a flag's description.
func unquoted(usage string) (value, text string) {
	parts := strings.SplitN(usage, "`", 3)
	if len(parts) < 3 {
		return "VALUE", usage
	}
	return parts[1], parts[0] + parts[1] + parts[2]
}
