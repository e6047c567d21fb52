package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	xterm "golang.org/x/term"

	"dateline/cmd/internal/term"
)

// A host is the process around a command: its streams, environment and clock.
type host struct {
	Stdin  io.Reader
	Stdout *os.File
	Stderr *os.File
	Getenv func(string) string
	Clock  func() time.Time
	// CacheDir is the user's own folder for what can be made again.
	CacheDir func() (string, error)
	out      *term.Output // Stdout, buffered, perhaps with a pager in front of it
	footer   notes
	command  string // that was asked for, "" for none
}

func system() *host {
	return &host{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Clock: time.Now, CacheDir: os.UserCacheDir,
		out: term.NewOutput(os.Stdout)}
}

// notes are the lines for standard error that wait until standard output is written and its pager has ended.
type notes []string

func (n *notes) add(format string, args ...any) {
	*n = append(*n, term.Clean(fmt.Sprintf(format, args...)))
}

// flush writes the notes, wrapped to width unless that is 0.
func (n *notes) flush(w io.Writer, width int) {
	for _, line := range *n {
		fmt.Fprintln(w, term.Wrap("", line, width, "  "))
	}
	*n = nil
}

// tellNotes writes the notes to standard error, on a terminal a line below the answer.
func (h *host) tellNotes() {
	width := 0
	if len(h.footer) > 0 && isTerminal(h.Stderr) {
		width = h.width()
		if isTerminal(h.Stdout) {
			fmt.Fprintln(h.Stderr)
		}
	}
	h.footer.flush(h.Stderr, width)
}

func isTerminal(f *os.File) bool { return xterm.IsTerminal(int(f.Fd())) }

// everywhere are the flags that every command has.
func everywhere() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "colour: `WHEN` is auto, always or never", Aliases: []string{"colour"}},
		&cli.BoolFlag{Name: "no-pager", Usage: "don't send long answers through $PAGER"},
		&cli.BoolFlag{Name: "accessible", Usage: "labelled lines instead of tables, bars and colours (or ACCESSIBLE=1)"},
		&cli.StringFlag{Name: "now", Usage: "take `TIME` for the present (RFC 3339)", Hidden: true},
	}
}

// now is the present: --now or SOURCE_DATE_EPOCH where given, for answers that can be repeated.
func (h *host) now(c *cli.Context) (time.Time, error) {
	if s := c.String("now"); s != "" {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return t, usage("--now %s is no time like 2016-05-25T12:00:00Z", s)
		}
		return t, nil
	}
	if n, err := strconv.ParseInt(h.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(n, 0).UTC(), nil
	}
	return h.Clock(), nil
}

// look is how this command shows things. On a terminal, it begins a pager.
func (h *host) look(c *cli.Context) (*term.Look, error) {
	colour := c.String("color")
	if colour != "auto" && colour != "always" && colour != "never" {
		return nil, usage("--color is auto, always or never, not %q", colour)
	}
	accessible := c.Bool("accessible") || h.Getenv("ACCESSIBLE") == "1"
	onTerminal := isTerminal(h.Stdout)
	width := 0
	if onTerminal {
		width = h.width()
		if !c.Bool("no-pager") {
			h.out.Page(h.pager(), h.Getenv)
		}
	}
	colours := term.Colours(colour, h.Getenv, onTerminal && !accessible)
	return term.NewLook(h.out, width, colours, accessible), nil
}

// width is the terminal's, or COLUMNS.
func (h *host) width() int {
	if n, err := strconv.Atoi(h.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n, _, err := xterm.GetSize(int(h.Stdout.Fd())); err == nil && n > 0 {
		return n
	}
	return 80
}

// pager is the user's, else less where there is one; none where the terminal can't move its cursor.
func (h *host) pager() string {
	if h.Getenv("TERM") == "dumb" {
		return ""
	}
	if p, set := os.LookupEnv("PAGER"); set {
		return p
	}
	if path, err := exec.LookPath("less"); err == nil {
		return path
	}
	return ""
}

// version is what the build was stamped with.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return strings.Trim(info.Main.Version, "()")
	}
	return "devel"
}

// stoppable gives a reader that ends with ctx, though what it reads from may never answer: a terminal, a pipe.
func stoppable(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	return out
}
