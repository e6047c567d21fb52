// Package export writes lists of hits as files: hits in, bytes out, one file of this package a format. Every format
// streams, writes all it is given in the order given, and gives the same bytes for the same hits. Nothing it writes is
// a formula, a script or a command to whoever opens it. It imports corpus and query.
package export

import (
	"io"
	"iter"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/query"
)

// A Row is one line of an export: a hit, and for the ledger of quotes or a concordance the quote or match that the
// line is about.
type Row struct {
	query.Hit
	Quote  *corpus.Quote // nil but in the ledger
	Words  string        // the quote's words as they stand in the article
	Left   string        // a concordance line: what stands before the match, the match, what stands behind it
	Match  string
	Right  string
	Marked corpus.Span // of Match, as Shown gives it
}

// A Kind says what a row is about.
type Kind string

// The kinds of rows: articles, quotes, or single matches.
const (
	Hits    Kind = "hit"
	Quotes  Kind = "quote"
	Matches Kind = "match"
)

// Options say what an export is of. The zero Options export hits with the kind's usual columns.
type Options struct {
	Kind    Kind
	Query   string   // as understood; a column, and on the sheet about the export
	From    string   // the resolved interval, "" for open
	To      string   //
	Columns []string // by name, for tables; nil means the usual ones of Kind
	Excel   bool     // for CSV and TSV: a byte order mark, without which Excel reads Cyrillic as noise
	Program string   // who wrote it: "dateline 0.1"
}

func (o Options) withDefaults() Options {
	if o.Kind == "" {
		o.Kind = Hits
	}
	if o.Columns == nil {
		o.Columns = usual[o.Kind]
	}
	if o.Program == "" {
		o.Program = "dateline"
	}
	return o
}

// A Format is a kind of file that rows can be written as.
type Format struct {
	Name   string // as --format takes it: "csv"
	Ext    string // of its files, with the dot
	Type   string // the media type
	Binary bool   // nothing that should reach a terminal
	Write  func(w io.Writer, rows iter.Seq2[Row, error], o Options) error
}

var formats []Format

func register(f Format) {
	write := f.Write
	f.Write = func(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
		return write(w, rows, o.withDefaults())
	}
	formats = append(formats, f)
}

// Formats lists the formats in the order of their names.
func Formats() []Format {
	return slices.SortedFunc(slices.Values(formats), func(a, b Format) int { return strings.Compare(a.Name, b.Name) })
}

// For gives the format of a path's ending, without regard to case. The longest ending counts: hits.csl.json is CSL-JSON.
func For(path string) (Format, bool) {
	var found Format
	for _, f := range formats {
		if strings.HasSuffix(strings.ToLower(path), f.Ext) && len(f.Ext) > len(found.Ext) {
			found = f
		}
	}
	return found, found.Ext != ""
}

// Named gives the format of a name, or of an ending written without its dot: "markdown", "md".
func Named(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name || f.Ext == "."+name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Of makes rows of hits.
func Of(hits iter.Seq2[query.Hit, error]) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for h, err := range hits {
			if !yield(Row{Hit: h}, err) {
				return
			}
		}
	}
}

// articles leaves out further rows of an article: a reference and a place on the map stand for the article, not for
// each quote in it.
func articles(rows iter.Seq2[Row, error], o Options) iter.Seq2[Row, error] {
	if o.Kind == Hits {
		return rows
	}
	return func(yield func(Row, error) bool) {
		seen := map[corpus.ID]bool{}
		for r, err := range rows {
			if err == nil && seen[r.Article.ID] {
				continue
			}
			if err == nil {
				seen[r.Article.ID] = true
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
