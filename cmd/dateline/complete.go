package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
)

// completeCommand is what the shells' scripts call: with the words of the line as they were typed, the last one
// unfinished, or, from bash, with the line itself; out comes a candidate a line.
func completeCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "__complete", Hidden: true,
		Flags: []cli.Flag{indexFlag(), &cli.StringFlag{Name: "line"}, &cli.StringFlag{Name: "breaks"}},
		Action: func(c *cli.Context) error {
			p := completer{h: h, c: c}
			if c.IsSet("line") {
				line := splitLine(c.String("line"), c.String("breaks"))
				for _, s := range line.replacements(p.candidates(line.words)) {
					fmt.Fprintln(h.out, s)
				}
				return nil
			}
			var typed []string
			for _, word := range c.Args().Slice() {
				typed = append(typed, dequoted(word))
			}
			for _, s := range p.candidates(typed) {
				fmt.Fprintln(h.out, s)
			}
			return nil
		},
	}
}

// A completer proposes what may stand for the last word of a line.
type completer struct {
	h     *host
	c     *cli.Context
	index string // --index on the line
}

// mostCandidates is how many values of a field are proposed.
const mostCandidates = 200

func (p *completer) candidates(line []string) []string {
	if len(line) == 0 {
		return nil
	}
	before, last := line[:len(line)-1], line[len(line)-1]
	for i, w := range before {
		if w == "--index" && i+1 < len(before) {
			p.index = before[i+1]
		} else if folder, ok := strings.CutPrefix(w, "--index="); ok {
			p.index = folder
		}
	}
	cmd := p.command(before)
	if cmd == nil {
		return beginning(commandNames(p.c.App.Commands), last)
	}
	if flag, typed, ok := strings.Cut(last, "="); ok && strings.HasPrefix(flag, "--") {
		values, _ := p.flagValues(cmd, strings.TrimPrefix(flag, "--"), typed)
		for i, v := range values {
			values[i] = flag + "=" + v
		}
		return values
	}
	if len(before) > 0 && strings.HasPrefix(before[len(before)-1], "--") {
		if values, ok := p.flagValues(cmd, strings.TrimPrefix(before[len(before)-1], "--"), last); ok {
			return values
		}
	}
	if strings.HasPrefix(last, "-") {
		return beginning(flagNames(cmd.Flags), last)
	}
	return p.argument(cmd, last)
}

// command is the innermost command that is complete on the line.
func (p *completer) command(words []string) *cli.Command {
	commands := p.c.App.Commands
	var at *cli.Command
	for _, w := range words {
		for _, c := range commands {
			if c.HasName(w) {
				at, commands = c, c.Subcommands
				break
			}
		}
	}
	return at
}

// flagValues proposes values of the flag before the cursor; ok is false where the flag takes none.
func (p *completer) flagValues(cmd *cli.Command, flag, last string) (values []string, ok bool) {
	f := findFlag(cmd.Flags, flag)
	if f == nil || !takesValue(f) {
		return nil, false
	}
	switch flag {
	case "speaker", "location":
		return p.values(flag, last), true
	case "place":
		return p.values("location", last), true
	}
	choices, own := choicesOf[cmd.Name+" --"+flag]
	if !own {
		choices = choicesOf["--"+flag]
	}
	return beginning(choices, last), true
}

// choicesOf are the values that a flag is one of; a command's own come before those of all.
var choicesOf = map[string][]string{
	"--color":         {"auto", "always", "never"},
	"--dates":         {"likely", "sure", "any"},
	"--sort":          {"relevance", "newest", "oldest"},
	"kwic --sort":     {"L1", "L1,R1", "R1", "R1,R2", "relevance", "newest", "oldest"},
	"--in":            {"quote", "narration", "lead"},
	"--format":        strings.Split(formatNames(), ", "),
	"trend --format":  {"csv", "tsv", "json"},
	"count --format":  {"csv", "tsv", "json"},
	"people --format": {"csv", "tsv", "json"},
	"count --by":      query.CountFields,
	"trend --by":      {"day", "week", "month", "year"},
	"said --by":       {"month", "year", "place", "outlet", "speaker", "organisation"},
}

// argument proposes words of a query: persons behind said and people, ids behind what wants one, values behind a
// field's colon, and names of commands.
func (p *completer) argument(cmd *cli.Command, last string) []string {
	if field, value, ok := strings.Cut(last, ":"); ok {
		return p.fieldValues(field, value)
	}
	switch cmd.Name {
	case "said":
		return p.values("speaker", last)
	case "people":
		return p.values("person", last)
	case "show", "open", "why", "fix":
		return p.ids(last)
	case "help":
		return beginning(commandNames(p.c.App.Commands), last)
	case "completion":
		return beginning(shells, last)
	}
	return beginning(commandNames(cmd.Subcommands), last)
}

// fieldValues proposes a field with its values, all in quotation marks where one needs them: what candidates begin
// with alike is what a shell inserts.
func (p *completer) fieldValues(field, typed string) []string {
	values := p.values(field, typed)
	quote := ""
	if slices.ContainsFunc(values, func(v string) bool { return strings.ContainsAny(v, " ,") }) {
		quote = `"`
	}
	for i, v := range values {
		values[i] = field + ":" + quote + v + quote
	}
	return values
}

// ids proposes the articles whose id begins with what was typed, once that is enough to tell a few.
func (p *completer) ids(typed string) []string {
	r, err := p.read()
	if err != nil || len(typed) < 3 {
		return nil
	}
	defer r.Close()
	ids, err := r.Engine.IDs(p.c.Context, strings.ToLower(typed), mostCandidates)
	if err != nil {
		return nil
	}
	var found []string
	for _, id := range ids {
		found = append(found, r.short(id))
	}
	return found
}

// values are the values of a field that begin with what was typed, the commonest first; behind them, where a whole
// name isn't being typed, those of which a later word begins so.
func (p *completer) values(field, typed string) []string {
	if !slices.Contains([]string{"speaker", "person", "location", "filed", "about", "outlet", "wire", "language", "author"}, field) {
		return nil
	}
	r, err := p.read()
	if err != nil {
		return nil
	}
	defer r.Close()
	terms, err := r.disk.Terms(p.c.Context, field, query.Pattern{}, 0)
	if err != nil {
		return nil
	}
	slices.SortStableFunc(terms, func(a, b query.Count) int { return b.Articles - a.Articles })
	typed = strings.ToLower(strings.Trim(typed, `"'`))
	var first, later []string
	for _, t := range terms {
		value := term.CleanLine(t.Value)
		switch lower := strings.ToLower(value); {
		case strings.HasPrefix(lower, typed):
			first = append(first, value)
		case strings.Contains(lower, " "+typed):
			later = append(later, value)
		}
	}
	if len(first) == 0 || !strings.Contains(typed, " ") {
		first = append(first, later...)
	}
	return first[:min(len(first), mostCandidates)]
}

// read opens the index that the line names, else the one of here.
func (p *completer) read() (*reading, error) {
	if p.index != "" {
		if err := p.c.Set("index", p.index); err != nil {
			return nil, err
		}
	}
	return p.h.read(p.c)
}

func beginning(names []string, typed string) []string {
	var found []string
	for _, n := range names {
		if strings.HasPrefix(n, typed) {
			found = append(found, n)
		}
	}
	return found
}

func commandNames(commands []*cli.Command) []string {
	var names []string
	for _, c := range commands {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

func flagNames(flags []cli.Flag) []string {
	var names []string
	for _, f := range flags {
		if v, ok := f.(cli.VisibleFlag); !ok || v.IsVisible() {
			names = append(names, dashed(f.Names()[0]))
		}
	}
	return names
}
