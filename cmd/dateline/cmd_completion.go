package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/index/disk"
	"dateline/query"
)

func init() {
	register(completionCommand)
	register(completeCommand)
}

//go:embed completion
var completions embed.FS

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "completion", Category: "More", ArgsUsage: "bash | zsh | fish | powershell",
		Usage: "print what makes a shell complete commands, flags, speakers, places and outlets",
		Description: "bash:        source <(dateline completion bash)\n" +
			"zsh:         source <(dateline completion zsh)\n" +
			"fish:        dateline completion fish | source\n" +
			"PowerShell:  dateline completion powershell | Out-String | Invoke-Expression",
		Action: func(c *cli.Context) error {
			script, err := completions.ReadFile("completion/dateline." + c.Args().First())
			if err != nil {
				return usage("completion knows %s", strings.Join(shells, ", "))
			}
			_, err = h.out.Write(script)
			return err
		},
	}
}

// completeCommand is what the shells' scripts call: the words of the line, the last one unfinished; out comes a
// candidate a line.
func completeCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "__complete", Hidden: true,
		Action: func(c *cli.Context) error {
			for _, s := range (&completer{h: h, c: c}).candidates(c.Args().Slice()) {
				fmt.Fprintln(h.out, term.CleanLine(s))
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
		}
	}
	cmd := p.command(before)
	switch {
	case cmd == nil:
		return beginning(commandNames(p.c.App.Commands), last)
	case len(before) > 0 && strings.HasPrefix(before[len(before)-1], "--"):
		if values, ok := p.flagValues(cmd, strings.TrimPrefix(before[len(before)-1], "--"), last); ok {
			return values
		}
	}
	if strings.HasPrefix(last, "-") {
		return beginning(flagNames(cmd.Flags), last)
	}
	return p.argument(cmd, before, last)
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
	fixed := map[string][]string{
		"color": {"auto", "always", "never"}, "dates": {"likely", "sure", "any"},
		"sort": {"relevance", "newest", "oldest"}, "in": {"quote", "narration", "lead"},
		"format": strings.Split(formatNames(), ", "), "by": query.CountFields,
	}
	switch flag {
	case "speaker", "location", "place":
		field := strings.Replace(flag, "place", "location", 1)
		return p.values(field, last), true
	}
	return beginning(fixed[flag], last), true
}

// argument proposes words of a query: speakers behind said, values behind a field's colon, and names of commands
// below this one.
func (p *completer) argument(cmd *cli.Command, before []string, last string) []string {
	if field, value, ok := strings.Cut(last, ":"); ok {
		var found []string
		for _, v := range p.values(field, value) {
			found = append(found, field+":"+quoted(v))
		}
		return found
	}
	if cmd.Name == "said" || cmd.Name == "people" {
		return p.values("speaker", last)
	}
	return beginning(commandNames(cmd.Subcommands), last)
}

// values are the values of a field that begin with what was typed, the commonest first.
func (p *completer) values(field, typed string) []string {
	if !slices.Contains([]string{"speaker", "person", "location", "filed", "about", "outlet", "wire", "language", "author"}, field) {
		return nil
	}
	location, found := p.index, p.index != ""
	if !found {
		var err error
		if location, found, err = p.h.locate(p.c); err != nil || !found {
			return nil
		}
	}
	r, err := disk.OpenReader(location)
	if err != nil {
		return nil
	}
	defer r.Close()
	terms, err := r.Terms(p.c.Context, field, query.Pattern{}, 0)
	if err != nil {
		return nil
	}
	slices.SortStableFunc(terms, func(a, b query.Count) int { return b.Articles - a.Articles })
	var values []string
	for _, t := range terms {
		if begins(t.Value, typed) && len(values) < mostCandidates {
			values = append(values, t.Value)
		}
	}
	return values
}

// begins reports whether a value or one of its words begins with what was typed.
func begins(value, typed string) bool {
	value, typed = strings.ToLower(value), strings.ToLower(strings.Trim(typed, `"'`))
	return strings.HasPrefix(value, typed) || strings.Contains(value, " "+typed)
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

// quoted puts quotation marks around a value of more than one word.
func quoted(value string) string {
	if strings.ContainsAny(value, " ,") {
		return `"` + value + `"`
	}
	return value
}
