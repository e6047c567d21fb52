package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/index/disk"
	"dateline/query"
)

// The exit statuses are grep's, and restic's for a run that left files out.
const (
	exitFound       = 0
	exitNothing     = 1
	exitFailure     = 2
	exitSkipped     = 3
	exitInterrupted = 130
)

// Errors that are no failures, but statuses.
var (
	errNothing = errors.New("nothing found")
	errSkipped = errors.New("some files were skipped")
)

// errNoArticle is what every error about an id wraps that is no article's.
var errNoArticle = errors.New("no article has an id that begins with")

// run is the whole program but the process around it: it says what the process ends with.
func run(sys *host, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	catchBrokenPipes()
	err := start(ctx, sys, args)
	if e := sys.out.Close(); err == nil || errors.Is(err, errNothing) {
		err = errors.Join(e, err)
	}
	sys.tellNotes()
	return status(ctx, sys, err)
}

func start(ctx context.Context, sys *host, args []string) error {
	app := newApp(sys)
	if len(args) == 0 {
		args = []string{"help"}
	}
	sys.command = commandOf(app.Commands, args)
	arranged, err := arrange(app.Commands, args)
	if err != nil {
		return err
	}
	return app.RunContext(ctx, append([]string{app.Name}, arranged...))
}

// commandOf is the command that args begin with, but for flags; "" where they name none.
func commandOf(commands []*cli.Command, args []string) string {
	i := slices.IndexFunc(args, func(arg string) bool { return !strings.HasPrefix(arg, "-") })
	if i < 0 || !slices.ContainsFunc(commands, func(c *cli.Command) bool { return !c.Hidden && c.HasName(args[i]) }) {
		return ""
	}
	return args[i]
}

// status turns the error that a command ended with into a message and the exit status.
func status(ctx context.Context, sys *host, err error) int {
	switch {
	case err == nil:
		return exitFound
	case ctx.Err() != nil:
		fmt.Fprintln(sys.Stderr, "dateline: interrupted")
		if sys.command == "index" {
			fmt.Fprintln(sys.Stderr, "  the same command goes on: what the index holds is not read again")
		}
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitFound // the reader has seen enough: `| head`
	case errors.Is(err, errNothing):
		return exitNothing
	case errors.Is(err, errSkipped):
		return exitSkipped
	}
	fmt.Fprintf(sys.Stderr, "dateline: %s\n", term.Clean(err.Error()))
	if hint := hintFor(err, sys.command); hint != "" {
		fmt.Fprintf(sys.Stderr, "  %s\n", hint)
	}
	return exitFailure
}

// catchBrokenPipes makes a write to a closed pipe an error instead of the process's death, so that the index is closed
// and `dateline query x | head` ends with a status of our own.
func catchBrokenPipes() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// A usageError is a command that was typed wrongly.
type usageError struct{ error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// hintFor says what to do about an error of a command: only here is it known what was typed.
func hintFor(err error, command string) string {
	var locked *disk.LockedError
	var ambiguous *query.AmbiguousDateError
	var unreadable *query.DateError
	var wrongUse usageError
	switch {
	case errors.As(err, &ambiguous):
		return "say which with --dmy or --mdy, or write it as " + ambiguous.DayFirst
	case errors.As(err, &unreadable):
		return `dates are written 2016, 2016-05, 2016-05-25, "25 May 2016", yesterday, "last month", 2016-05..2016-07`
	case errors.As(err, &locked):
		return "wait until it is done; searching goes on meanwhile"
	case errors.Is(err, disk.ErrDamaged):
		return "dateline check tells what is damaged, dateline repair mends what it can and deletes nothing"
	case errors.Is(err, disk.ErrNoIndex):
		return "make one with: dateline index FOLDER"
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; what was indexed before is kept: make room and run the same command again"
	case errors.Is(err, fs.ErrPermission):
		return "the folder or file is not yours to write or read: see its permissions"
	case errors.Is(err, errNoArticle):
		return "`dateline query WORDS` shows the id of every hit"
	case errors.As(err, &wrongUse):
		return strings.TrimSpace("see: dateline help " + command)
	}
	return ""
}

// wrongFlag says in our words what the library says about a flag's value: of flags, only numbers can be wrong by then.
func wrongFlag(_ *cli.Context, err error, _ bool) error {
	if m := wrongNumber.FindStringSubmatch(err.Error()); m != nil {
		return usage("%s wants a number, not %s", dashed(m[2]), m[1])
	}
	return usageError{err}
}

var wrongNumber = regexp.MustCompile(`^invalid value (".*") for flag -+(\S+): `)

// newApp lists the commands. The library's own help command is left out everywhere: it would make `query help` a
// request for help instead of a search.
func newApp(sys *host) *cli.App {
	app := &cli.App{
		Name:                      "dateline",
		Usage:                     "search an archive of news: who said what, where and when",
		UsageText:                 "dateline COMMAND [words and flags, in any order]",
		Description:               description,
		Version:                   version(),
		HideHelp:                  true,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		Commands:                  commands(sys),
		Reader:                    sys.Stdin,
		Writer:                    sys.out,
		ErrWriter:                 sys.Stderr,
		ExitErrHandler:            func(*cli.Context, error) {},
		Action:                    noCommand,
		OnUsageError:              wrongFlag,
	}
	return app
}

// description is the part of the manual page that is not made from the commands.
const description = `dateline reads a folder of news articles, works out when each was published, where it was filed and
who said what in it, and answers questions about them. It needs no server and no network.

   dateline index ./articles
   dateline query raqqa offensive --from 2016-05
   dateline said Lavrov --about Syria
   dateline query '"chemical weapons" NEAR/10 "red line"' --export hits.csv

The index is the nearest .dateline folder upwards, or $DATELINE_INDEX, or --index.
Exit status: 0 found or done, 1 nothing found, 2 wrong use or failure, 3 some files were skipped, 130 interrupted.`

func noCommand(c *cli.Context) error {
	word := c.Args().First()
	if near := term.Nearest(word, commandNames(c.App.Commands)); near != "" {
		return usage("there is no command %q: did you mean `dateline %s`?", word, near)
	}
	return usage("there is no command %q: to search for it, write `dateline query %s`", word, strings.Join(c.Args().Slice(), " "))
}

// registry holds what makes each command; every cmd_….go adds its own.
var registry []func(*host) *cli.Command

func register(make func(*host) *cli.Command) { registry = append(registry, make) }

func commands(sys *host) []*cli.Command {
	list := make([]*cli.Command, len(registry))
	for i, make := range registry {
		list[i] = finish(make(sys))
	}
	slices.SortStableFunc(list, func(a, b *cli.Command) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// finish gives a command the flags that all have, and takes away what the library adds.
func finish(c *cli.Command) *cli.Command {
	c.HideHelp = true
	c.Flags = append(c.Flags, everywhere()...)
	c.OnUsageError = wrongFlag
	for _, sub := range c.Subcommands {
		finish(sub)
	}
	return c
}
