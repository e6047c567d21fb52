package format

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

func init() {
	register(Format{Name: "csv", Exts: []string{".csv", ".tsv", ".tab"}, Magic: isCSV, General: true, Decode: decodeCSV})
}

// isCSV wants a first line that names a column of text and another that we know.
func isCSV(head []byte) bool {
	line := string(firstLine(head))
	if len(line) > 4096 {
		return false
	}
	names := strings.Split(line, string(separator(line)))
	for i := range names {
		names[i] = strings.Trim(names[i], `" `)
		if len(names[i]) > 40 {
			return false
		}
	}
	at := columns(names, nil)
	return len(names) > 1 && len(at) > 1 && at[columnBody] != ""
}

// separator is the mark that the header line holds most of.
func separator(line string) rune {
	best, most := ',', strings.Count(line, ",")
	for _, c := range "\t;|" {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// decodeCSV reads an article a row under a line of names. Text in an 8-bit set is told from the first rows.
func decodeCSV(f *File, emit Sink) error {
	text, name := recoded(f)
	rows := &taped{in: text, ration: LineLimit}
	r := csv.NewReader(rows)
	r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = true, -1, true
	r.Comma = separator(string(firstLine(probeText(f.Head()))))
	header, err := r.Read()
	if err != nil {
		return err
	}
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = strings.TrimSpace(strings.TrimPrefix(h, "\ufeff"))
	}
	at := columns(names, f.Columns)
	if at[columnBody] == "" && at[columnTitle] == "" {
		return errors.New("no column of text: name it with --map body=COLUMN")
	}
	rows.cut(r.InputOffset())
	for n := 1; ; n++ {
		row, err := r.Read()
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
			if have == name && i < len(row) {
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

// taped is a reader that keeps what was read until it is cut off, so that a row's own bytes are known.
type taped struct {
	in     io.Reader
	tape   bytes.Buffer
	from   int64 // offset of the tape's first byte
	ration int64
}

func (t *taped) Read(p []byte) (int, error) {
	if int64(t.tape.Len()) > t.ration {
		return 0, ErrTooLarge
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
