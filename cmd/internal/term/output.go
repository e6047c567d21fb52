package term

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"strings"
)

// An Output is standard output, buffered, with a pager in front of it where one was started.
type Output struct {
	*bufio.Writer
	file  *os.File
	pager *exec.Cmd
	pipe  io.WriteCloser
}

// NewOutput writes to f.
func NewOutput(f *os.File) *Output { return &Output{Writer: bufio.NewWriter(f), file: f} }

// Page sends everything from now on through a pager: a command line as in $PAGER. One that can't be started is done
// without. Without options of the user's own, less shows colours, and ends by itself where all fits on one screen.
func (o *Output) Page(command string, getenv func(string) string) {
	words := strings.Fields(command)
	if len(words) == 0 || words[0] == "cat" || o.pager != nil {
		return
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdout, cmd.Stderr = o.file, os.Stderr
	cmd.Env = os.Environ()
	if getenv("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX", "LESSCHARSET=utf-8")
	}
	pipe, err := cmd.StdinPipe()
	if err != nil || cmd.Start() != nil {
		return
	}
	o.pager, o.pipe = cmd, pipe
	o.Writer = bufio.NewWriter(pipe)
}

// Close writes out what is buffered and waits until the reader has left the pager.
func (o *Output) Close() error {
	err := o.Flush()
	if o.pager == nil {
		return err
	}
	o.pipe.Close()
	o.pager.Wait()
	o.pager = nil
	return err
}
