package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

func init() {
	register(Format{Name: "jsonl", Exts: linesNames, Magic: isJSONL, Decode: decodeJSONL})
}

var linesNames = []string{".jsonl", ".ndjson", ".jl"}

func isLinesName(name string) bool {
	return slices.Contains(linesNames, strings.ToLower(path.Ext(name)))
}

// isJSONL wants a whole object on the first line and another opening on the second, or one line alone that is an article.
func isJSONL(head []byte) bool {
	line := firstLine(head)
	if !isObject(line) || !isJSON(line) || !json.Valid(line) {
		return false
	}
	rest := bytes.TrimLeft(head, " \t\r\n")[len(line):]
	if len(bytes.TrimSpace(rest)) > 0 {
		return opens(rest, "{")
	}
	var o jsonObject
	return len(head) < HeadSize && o.parse(line, nil) == nil && o.isArticle(nil)
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
	if !isObject(line) {
		return emit.Fail(f.at(n), errNotObject)
	}
	if !json.Valid(line) {
		return emit.Fail(f.at(n), json.Unmarshal(line, &json.RawMessage{}))
	}
	found, err := emitValue(f, emit, line, n, 0)
	if found == 0 && err == nil {
		err = emit.Fail(f.at(n), errNoText(line))
	}
	return err
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
