package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// manual makes the page in the language of troff from the commands themselves, so that it can't tell of others.
func manual(app *cli.App) string {
	var b strings.Builder
	b.WriteString(".TH DATELINE 1 \"\" \"" + troff(app.Version) + "\" \"dateline\"\n")
	section(&b, "NAME", "dateline \\- "+troff(app.Usage))
	section(&b, "SYNOPSIS", `.B dateline
.I COMMAND
[words and flags, in any order]`)
	b.WriteString(".SH DESCRIPTION\n")
	preformatted(&b, app.Description)
	b.WriteString(".SH COMMANDS\n")
	for _, c := range app.Commands {
		if !c.Hidden {
			manualCommand(&b, c, "")
		}
	}
	b.WriteString(".SH FLAGS OF EVERY COMMAND\n")
	manualFlags(&b, everywhere())
	section(&b, "ENVIRONMENT", environment)
	section(&b, "FILES", files)
	return b.String()
}

const environment = `.TP
.B DATELINE_INDEX
the folder of the index
.TP
.B NO_COLOR, TERM=dumb
no colours
.TP
.B PAGER
what long answers are shown with
.TP
.B ACCESSIBLE=1
as \-\-accessible
.TP
.B SOURCE_DATE_EPOCH
the present, in seconds since 1970`

const files = `.TP
.B .dateline/
the index, in the folder it was made in
.TP
.B .dateline/aliases.tsv, .dateline/fixes.tsv
the user's own aliases and corrections
.TP
.B .datelineignore
what not to index, written as a .gitignore`

func section(b *strings.Builder, head, text string) { fmt.Fprintf(b, ".SH %s\n%s\n", head, text) }

func manualCommand(b *strings.Builder, c *cli.Command, above string) {
	name := strings.TrimSpace(above + " " + c.Name)
	if len(c.Aliases) > 0 {
		name += ", " + strings.Join(c.Aliases, ", ")
	}
	fmt.Fprintf(b, ".SS %s %s\n%s\n", troff(name), troff(c.ArgsUsage), troff(c.Usage))
	if c.Description != "" {
		preformatted(b, c.Description)
	}
	var own []cli.Flag
	for _, f := range c.Flags {
		if findFlag(everywhere(), f.Names()[0]) == nil {
			own = append(own, f)
		}
	}
	manualFlags(b, own)
	for _, sub := range c.Subcommands {
		manualCommand(b, sub, name)
	}
}

func manualFlags(b *strings.Builder, flags []cli.Flag) {
	for _, pair := range flagPairs(flags) {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", troff(pair[0]), troff(pair[1]))
	}
}

func preformatted(b *strings.Builder, text string) {
	fmt.Fprintf(b, ".PP\n.nf\n%s\n.fi\n", troff(text))
}

// troff escapes text: backslashes, dashes that must stay dashes, and points and quotes that begin a line.
func troff(s string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
