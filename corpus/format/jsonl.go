package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

func init() {
	register(Format{Name: "jsonl", Exts: []string{".jsonl", ".ndjson", ".jl"}, Magic: isJSONL, Decode: decodeJSONL})
}

// isJSONL wants a whole object on the first line and another opening on the second, or one line that fills the head.
func isJSONL(head []byte) bool {
	line := firstLine(head)
	if !bytes.HasPrefix(line, []byte("{")) || !isJSON(line) {
		return false
	}
	rest := bytes.TrimLeft(head, " \t\r\n")[len(line):]
	if len(bytes.TrimSpace(rest)) == 0 {
		return len(head) < HeadSize && json.Valid(line)
	}
	return json.Valid(line) && opens(rest, "{")
}

// decodeJSONL reads a record a line. A line that is none costs only itself.
func decodeJSONL(f *File, emit Sink) error {
	lines := newLines(unmarked(f), LineLimit)
	for n := 1; ; n++ {
		line, err := lines.next()
		if err == io.EOF {
			return nil
		}
		if errors.Is(err, ErrTooLarge) {
			err = emit.Fail(f.at(n), err)
		} else if err == nil {
			err = decodeLine(f, emit, bytes.TrimSpace(line), n)
		}
		if err != nil {
			return err
		}
	}
}

func decodeLine(f *File, emit Sink, line []byte, n int) error {
	if len(line) == 0 {
		return nil
	}
	var o jsonObject
	if line[0] != '{' {
		return emit.Fail(f.at(n), errNotObject)
	}
	if err := o.parse(line); err != nil {
		return emit.Fail(f.at(n), err)
	}
	return emitObject(f, emit, o, n)
}

// lines reads lines of any length; those longer than most are read away and reported.
type lines struct {
	in   *bufio.Reader
	most int
	long []byte
}

func newLines(in io.Reader, most int) *lines {
	return &lines{in: bufio.NewReaderSize(in, 64<<10), most: most}
}

// next gives the next line with its end, valid until the next call.
func (l *lines) next() ([]byte, error) {
	line, err := l.in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return lastLine(line, err)
	}
	l.long = append(l.long[:0], line...)
	for err == bufio.ErrBufferFull {
		line, err = l.in.ReadSlice('\n')
		if len(l.long) <= l.most {
			l.long = append(l.long, line...)
		}
	}
	long := l.long
	if cap(l.long) > 1<<20 {
		l.long = nil
	}
	if len(long) > l.most && (err == nil || err == io.EOF) {
		return nil, fmt.Errorf("a line larger than %d MiB: %w", l.most>>20, ErrTooLarge)
	}
	return lastLine(long, err)
}

func lastLine(line []byte, err error) ([]byte, error) {
	if err == io.EOF && len(line) > 0 {
		return line, nil
	}
	return line, err
}

func sortNames(names []string) { slices.Sort(names) }
