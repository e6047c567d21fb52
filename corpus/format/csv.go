package format

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

func init() {
	register(Format{Name: "csv", Exts: []string{".csv", ".tsv", ".tab"}, Magic: isCSV, General: true, Decode: decodeCSV})
}

// isCSV wants a first line that names a column of text and another that we know.
func isCSV(head []byte) bool {
	line, comma := headerOf(head)
	if len(line) > 4096 {
		return false
	}
	names := strings.Split(line, string(comma))
	for i := range names {
		names[i] = strings.Trim(names[i], `" `)
		if len(names[i]) > 40 {
			return false
		}
	}
	at := columns(names, nil)
	return len(names) > 1 && len(at) > 1 && at[columnBody] != ""
}

// headerOf gives the line of names and the mark between them: the one that a line "sep=;" before it states, else the
// one that it holds most of.
func headerOf(head []byte) (line string, comma rune) {
	line = rowOf(head)
	if stated, ok := strings.CutPrefix(line, "sep="); ok && len(stated) == 1 {
		return rowOf(bytes.TrimLeft(head, " \t\r\n")[len(line):]), rune(stated[0])
	}
	comma, most := ',', strings.Count(line, ",")
	for _, c := range "\t;|" {
		if n := strings.Count(line, string(c)); n > most {
			comma, most = c, n
		}
	}
	return line, comma
}

// rowOf is the first line of a head, its end written in any way.
func rowOf(head []byte) string {
	line, _, _ := strings.Cut(string(firstLine(head)), "\r")
	return line
}

// decodeCSV reads an article a row under a line of names. Text in an 8-bit set is told from the first rows.
func decodeCSV(f *File, emit Sink) error {
	head := probeText(f.Head())
	text, name := recoded(f)
	if end := bytes.IndexAny(head, "\r\n"); end >= 0 && end+1 < len(head) && head[end] == '\r' && head[end+1] != '\n' {
		text = carriageReturns{text}
	}
	rows := &taped{in: text}
	r := csv.NewReader(rows)
	r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = true, -1, true
	_, r.Comma = headerOf(head)
	header, err := r.Read()
	if err == nil && strings.HasPrefix(header[0], "sep=") {
		header, err = r.Read()
	}
	if err != nil {
		return err
	}
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = strings.TrimSpace(strings.TrimPrefix(h, "\ufeff"))
	}
	at := columns(names, f.Columns)
	if at[columnBody] == "" && at[columnTitle] == "" {
		return fmt.Errorf("no column of text among %.200s: name it with --map body=COLUMN", squeezed(strings.Join(names, ", ")))
	}
	rows.cut(r.InputOffset())
	for n := 1; ; n++ {
		row, err := r.Read()
		if err == io.EOF && n == 1 {
			return errors.New("no row below the names")
		}
		if err == io.EOF {
			return nil
		}
		raw := rows.cut(r.InputOffset())
		var malformed *csv.ParseError
		switch {
		case errors.As(err, &malformed):
			err = emit.Fail(f.at(n), err)
		case err == nil:
			err = emitRow(f, emit, names, at, row, n, raw, name)
		}
		if err != nil {
			return err
		}
	}
}

func emitRow(f *File, emit Sink, names []string, at map[string]string, row []string, n int, raw []byte, charset string) error {
	value := func(name string) string {
		for i, have := range names {
			if name != "" && have == name && i < len(row) {
				return strings.TrimSpace(strings.ReplaceAll(row[i], "\x00", ""))
			}
		}
		return ""
	}
	d := f.draftOf(value(at[columnID]), n, raw)
	d.Source.Charset = charset
	fill(d, names, at, value)
	if d.Text == "" && d.Title == "" {
		return nil
	}
	return emit.Draft(d)
}

// carriageReturns reads a text whose lines end with nothing but a carriage return, as spreadsheets on old Macs write them.
type carriageReturns struct{ in io.Reader }

func (c carriageReturns) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// recoded reads f as UTF-8 and names what it was. One set holds for the whole file.
func recoded(f *File) (io.Reader, string) {
	head := f.Head()
	_, name, _ := decodeText(head, f.Declared)
	in := unmarked(f)
	if enc, _ := lookup(name); enc != nil && !strings.HasPrefix(name, "utf-") {
		in = enc.NewDecoder().Reader(in)
	}
	return in, name
}

// taped is a reader that keeps what was read until it is cut off, so that a record's own bytes are known: LineLimit at
// most.
type taped struct {
	in   io.Reader
	tape bytes.Buffer
	from int64 // offset of the tape's first byte
}

func (t *taped) Read(p []byte) (int, error) {
	if t.tape.Len() > LineLimit {
		return 0, errRecord
	}
	n, err := t.in.Read(p)
	t.tape.Write(p[:n])
	return n, err
}

func (t *taped) cut(offset int64) []byte {
	raw := t.tape.Next(int(offset - t.from))
	t.from = offset
	return raw
}
