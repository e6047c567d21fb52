package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

func init() {
	register(Format{Name: "mbox", Exts: []string{".mbox", ".mbx"}, Magic: isMbox, Decode: decodeMbox})
}

// A line that begins a message: RFC 4155, as lenient as mail programs are about the date.
var fromLine = lazily(`^From \S+.*\b\d{1,2}:\d\d`)

func isMbox(head []byte) bool {
	return fromLine().Match(firstLine(head)) && bytes.HasPrefix(head, []byte("From "))
}

// decodeMbox streams the messages of a mailbox of any length.
func decodeMbox(f *File, emit Sink) error {
	box := &mailbox{in: bufio.NewReaderSize(f, 64<<10)}
	if err := box.skipToMessage(); err != nil {
		return err
	}
	for n := 1; !box.ended; n++ {
		box.inside = true
		m := f.record("", n, box)
		m.force = "mail"
		if key := messageID(m.Head()); key != "" {
			m.Key, m.Source.Record = key, recordName(f.Source.Record, key, n)
		}
		if err := emit.Member(m); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, box); err != nil { // what the decoder left of the message
			return err
		}
	}
	return nil
}

var idHeader = lazily(`(?im)^message-id:\s*<?([^>\s]+)`)

func messageID(head []byte) string {
	head = bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
	block, _, _ := bytes.Cut(head, []byte("\n\n"))
	if m := idHeader().FindSubmatch(block); m != nil {
		return string(m[1])
	}
	return ""
}

// A mailbox reads one message after another: it is at its end between them.
type mailbox struct {
	in     *bufio.Reader
	rest   []byte // of what was read last
	within bool   // what was read last ends inside a line
	blank  bool   // the line before was blank, or there was none
	inside bool
	ended  bool
}

func (b *mailbox) skipToMessage() error {
	for {
		line, begins, err := b.next()
		if err != nil {
			return fmt.Errorf("no message in it: %w", err)
		}
		if begins && fromLine().Match(line) {
			b.blank = true
			return nil
		}
	}
}

// next gives the next line, or of a longer one a piece, and whether the line begins with it.
func (b *mailbox) next() (line []byte, begins bool, err error) {
	begins = !b.within
	line, err = b.in.ReadSlice('\n')
	if b.within = err == bufio.ErrBufferFull; b.within || len(line) > 0 && err == io.EOF {
		err = nil
	}
	return line, begins, err
}

func (b *mailbox) Read(p []byte) (int, error) {
	for len(b.rest) == 0 {
		if !b.inside {
			return 0, io.EOF
		}
		line, begins, err := b.next()
		switch {
		case err == io.EOF:
			b.inside, b.ended = false, true
			return 0, io.EOF
		case err != nil:
			return 0, err
		case begins && b.blank && fromLine().Match(line):
			b.inside = false
			return 0, io.EOF
		}
		b.blank = begins && len(bytes.TrimRight(line, "\r\n")) == 0
		if b.rest = line; begins {
			b.rest = unescaped(line)
		}
	}
	n := copy(p, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

// unescaped takes one ">" from ">From ", which programs put before lines that would look like a message's first.
func unescaped(line []byte) []byte {
	if trimmed := bytes.TrimLeft(line, ">"); len(trimmed) < len(line) && bytes.HasPrefix(trimmed, []byte("From ")) {
		return line[1:]
	}
	return line
}
