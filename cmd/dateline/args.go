package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
)

// arrange puts the arguments into the only order that urfave/cli reads rightly: command, its flags, "--", words. The
// library stops at the first word and drops the flags behind it without a message, and it takes any word with a dash
// for a flag, so that `query raqqa -isis` would fail.
func arrange(commands []*cli.Command, args []string) ([]string, error) {
	every := allFlags(commands)
	a := arranger{commands: commands, flags: every, every: every}
	for len(args) > 0 {
		if args[0] == "--" {
			a.words = append(a.words, args[1:]...)
			break
		}
		n, err := a.take(args)
		if err != nil {
			return nil, err
		}
		args = args[n:]
	}
	return a.arranged()
}

type arranger struct {
	commands []*cli.Command // that may follow
	flags    []cli.Flag     // that are known: every command's until one is named
	every    []cli.Flag     // of all commands
	path     []string       // the command, and the command below it
	given    []string
	names    []string // of the flags in given
	words    []string
	help     bool // --help stands somewhere
	version  bool // --version stands before any command
}

// take reads what stands first in args and says how many arguments that was.
func (a *arranger) take(args []string) (int, error) {
	arg := args[0]
	if len(arg) < 2 || arg[0] != '-' {
		a.word(arg)
		return 1, nil
	}
	name, value, hasValue := splitFlag(arg)
	if arg == "--help" || arg == "-h" {
		a.help = true
		return 1, nil
	}
	if len(a.path) == 0 && arg == "--version" {
		a.version = true
		return 1, nil
	}
	f := findFlag(a.flags, name)
	if f == nil && (strings.HasPrefix(arg, "--") || len(name) == 1 && findFlag(a.every, name) != nil) {
		return 0, a.unknown(name) // -n of another command is no word to leave out
	}
	if f == nil || len(name) > 1 && !strings.HasPrefix(arg, "--") {
		a.words = append(a.words, arg) // -isis: a query word
		return 1, nil
	}
	a.names = append(a.names, name)
	switch {
	case hasValue:
		a.given = append(a.given, "--"+name+"="+value)
	case !takesValue(f):
		a.given = append(a.given, "--"+name)
	case len(args) < 2:
		return 0, usage("--%s wants a value behind it", name)
	default:
		a.given = append(a.given, "--"+name+"="+args[1])
		return 2, nil
	}
	return 1, nil
}

// word takes a command's name as long as one may come, else a word.
func (a *arranger) word(arg string) {
	i := slices.IndexFunc(a.commands, func(c *cli.Command) bool { return c.HasName(arg) })
	if i < 0 || len(a.words) > 0 {
		a.words = append(a.words, arg)
		return
	}
	a.path = append(a.path, arg)
	a.flags, a.commands = a.commands[i].Flags, a.commands[i].Subcommands
	if len(a.commands) > 0 {
		a.flags = slices.Concat(a.flags, allFlags(a.commands))
	}
}

// arranged refuses flags that stood before the command and aren't its own. A request for help or for the version is a
// command of its own.
func (a *arranger) arranged() ([]string, error) {
	switch {
	case a.version:
		return []string{"version"}, nil
	case a.help:
		return slices.Concat([]string{"help", "--"}, a.path), nil
	}
	for _, name := range a.names {
		if findFlag(a.flags, name) == nil {
			return nil, a.unknown(name)
		}
	}
	return slices.Concat(a.path, a.given, []string{"--"}, a.words), nil
}

func (a *arranger) unknown(name string) error {
	var known []string
	for _, f := range a.flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				known = append(known, n)
			}
		}
	}
	msg := fmt.Sprintf("there is no flag %s", dashed(name))
	if len(a.path) > 0 {
		msg = fmt.Sprintf("%s has no flag %s", strings.Join(a.path, " "), dashed(name))
	}
	if near := term.Nearest(name, known); near != "" {
		msg += fmt.Sprintf(": did you mean --%s?", near)
	}
	return usage("%s", msg)
}

// splitFlag reads "--name", "--name=value", "-n", "-n=5" and "-n5".
func splitFlag(arg string) (name, value string, hasValue bool) {
	if name, ok := strings.CutPrefix(arg, "--"); ok {
		return strings.Cut(name, "=")
	}
	name, value = arg[1:2], strings.TrimPrefix(arg[2:], "=")
	if value != "" && strings.Trim(value, "0123456789") == "" {
		return name, value, true
	}
	return arg[1:], "", false
}

func findFlag(flags []cli.Flag, name string) cli.Flag {
	i := slices.IndexFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
	if i < 0 {
		return nil
	}
	return flags[i]
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

func allFlags(commands []*cli.Command) []cli.Flag {
	var all []cli.Flag
	for _, c := range commands {
		all = append(append(all, c.Flags...), allFlags(c.Subcommands)...)
	}
	return all
}
