package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"unicode"
	"unicode/utf16"
)

func init() {
	register(Format{Name: "json", Ext: ".json", Type: "application/json", Write: writeJSON})
	register(Format{Name: "jsonl", Ext: ".jsonl", Type: "application/jsonl", Write: writeJSONL})
}

// Encode writes v as one line of JSON in which every character that could drive a terminal or turn the reading order
// around is escaped: the line is the same data, and harmless to look at.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escape(b.Bytes()), nil
}

func escape(line []byte) []byte {
	if !bytes.ContainsFunc(line, isInvisible) {
		return line
	}
	var b bytes.Buffer
	for _, r := range string(line) {
		switch {
		case !isInvisible(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

// isInvisible names control and formatting characters, but for the line end and the joiners that scripts and emoji
// need.
func isInvisible(r rune) bool {
	return r > 0x7e && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && r != 0x200c && r != 0x200d
}

func object(r *Row, o *Options) any {
	switch {
	case r.Quote != nil:
		return quoteObject(r, o)
	case r.Match != "":
		return lineObject(r, o)
	}
	return HitObject(r.Hit, o.Query)
}

// about is what the rows of a ledger or a concordance say of their article.
type about struct {
	Schema  string `json:"schema"`
	ID      string `json:"id"`
	Key     string `json:"key,omitempty"`
	Story   string `json:"story,omitempty"`
	Copies  int    `json:"copies,omitempty"`
	Date    string `json:"date,omitempty"`
	Title   string `json:"title"`
	Filed   string `json:"filed,omitempty"`
	Outlet  string `json:"outlet,omitempty"`
	Wire    string `json:"wire,omitempty"`
	URL     string `json:"url,omitempty"`
	Path    string `json:"path"`
	SHA256  string `json:"sha256,omitempty"`
	Query   string `json:"query,omitempty"`
	Counted string `json:"part"` // what offsets count in
}

func aboutRow(r *Row, o *Options, schema string) about {
	a := r.Article
	return about{Schema: schema, ID: string(a.ID), Key: a.Key, Story: string(a.Story), Copies: r.Copies,
		Date: Published(a.Published), Title: a.Title.Text, Filed: list(placeNames(a.Filed)), Outlet: a.Outlet.Text,
		Wire: a.Wire.Text, URL: a.URL.Text, Path: a.Source.Path, SHA256: a.Source.SHA256, Query: o.Query,
		Counted: string(r.span().Part)}
}

func quoteObject(r *Row, o *Options) any {
	return struct {
		about
		Quote objectQuote `json:"quote"`
	}{aboutRow(r, o, "dateline/quote/1"), maker{a: r.Article}.quote(r.Quote)}
}

func lineObject(r *Row, o *Options) any {
	return struct {
		about
		Left  string `json:"left"`
		Match string `json:"match"`
		Right string `json:"right"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}{aboutRow(r, o, "dateline/match/1"), r.Left, r.Match, r.Right, r.Marked.Start, r.Marked.End}
}

// writeJSONL writes one object a line, with nothing before and after.
func writeJSONL(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	return lines(w, rows, o, "", "")
}

// writeJSON writes one array, an object a line.
func writeJSON(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	if err := lines(w, rows, o, "\n", ","); err != nil {
		return err
	}
	_, err := io.WriteString(w, "]\n")
	return err
}

// lines writes an object a line: first before the first, between before the others.
func lines(w io.Writer, rows iter.Seq2[Row, error], o Options, first, between string) error {
	before := first
	for r, err := range rows {
		if err != nil {
			return err
		}
		line, err := Encode(object(&r, &o))
		if err != nil {
			return err
		}
		if _, err := w.Write(append([]byte(before), line...)); err != nil {
			return err
		}
		before = between
	}
	return nil
}
