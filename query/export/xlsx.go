package export

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "xlsx", Ext: ".xlsx", Binary: true, Write: writeXLSX,
		Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
}

// The limits of a sheet.
const (
	sheetRows = 1 << 20
	cellRunes = 32767
)

// writeXLSX writes a workbook: the rows, all quotes of their articles, and what the export is. Cells of text are typed
// as text, so that no program takes one for a formula; days are real dates. Sheets are streamed and split where they
// are full.
func writeXLSX(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	chosen, err := choose(o.Columns)
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer book.Close()
	day, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	main := &sheet{book: book, name: string(o.Kind) + "s", header: o.Columns, day: day}
	quotes := &sheet{book: book, name: "quotes", header: usual[Quotes], day: day}
	count, err := fillSheets(main, quotes, chosen, rows, &o)
	if err != nil {
		return err
	}
	if err := writeAbout(book, count, o); err != nil {
		return err
	}
	book.DeleteSheet("Sheet1")
	return repack(book, w)
}

// fillSheets writes every row, and for an export of articles every quote in them.
func fillSheets(main, quotes *sheet, chosen []column, rows iter.Seq2[Row, error], o *Options) (int, error) {
	quoteColumns, err := choose(usual[Quotes])
	if err != nil {
		return 0, err
	}
	count := 0
	for r, err := range rows {
		if err == nil {
			err = main.add(chosen, &r, o)
		}
		if err != nil {
			return count, err
		}
		count++
		for i := range r.Article.Quotes {
			if o.Kind != Hits {
				break
			}
			one := Row{Hit: r.Hit, Quote: &r.Article.Quotes[i], Words: Excerpt(r.Article, r.Article.Quotes[i].Content())}
			if err := quotes.add(quoteColumns, &one, o); err != nil {
				return count, err
			}
		}
	}
	if err := main.close(); err != nil {
		return count, err
	}
	return count, quotes.close()
}

// A sheet is a table that goes on in another sheet where one is full.
type sheet struct {
	book   *excelize.File
	name   string
	header []string
	day    int // the style of dates
	number int // of sheets begun
	row    int // written on this one
	out    *excelize.StreamWriter
}

func (s *sheet) add(chosen []column, r *Row, o *Options) error {
	if s.out == nil || s.row >= sheetRows {
		if err := s.next(); err != nil {
			return err
		}
	}
	cells := make([]any, len(chosen))
	for i, c := range chosen {
		cells[i] = s.cell(c.name, c.value(r, o), r.Article.Published)
	}
	return s.write(cells)
}

func (s *sheet) next() error {
	if err := s.close(); err != nil {
		return err
	}
	s.number++
	name := s.name
	if s.number > 1 {
		name += " " + strconv.Itoa(s.number)
	}
	if _, err := s.book.NewSheet(name); err != nil {
		return err
	}
	out, err := s.book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	s.out, s.row = out, 0
	header := make([]any, len(s.header))
	for i, h := range s.header {
		header[i] = h
	}
	return s.write(header)
}

func (s *sheet) write(cells []any) error {
	s.row++
	return s.out.SetRow("A"+strconv.Itoa(s.row), cells)
}

func (s *sheet) close() error {
	if s.out == nil {
		return nil
	}
	return s.out.Flush()
}

// cell types a value: counts as numbers, known days as dates where Excel has such a date, all else as text.
func (s *sheet) cell(name, value string, d corpus.Date) any {
	switch name {
	case "rank", "copies", "start", "end":
		if n, err := strconv.Atoi(value); err == nil {
			return n
		}
	case "score", "trust":
		if f, err := strconv.ParseFloat(value, 64); err == nil {
			return f
		}
	case "date":
		if t, err := time.Parse(time.DateOnly, value); err == nil && t.Year() > 1900 {
			return excelize.Cell{StyleID: s.day, Value: t}
		}
	}
	return sheetText(value)
}

// sheetText cuts what a cell can't hold: Excel refuses the whole file otherwise.
func sheetText(s string) string {
	out := make([]rune, 0, min(len(s), cellRunes))
	for _, r := range s {
		if len(out) == cellRunes {
			break
		}
		if r == utf8.RuneError || r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			r = 0xfffd
		}
		out = append(out, r)
	}
	return string(out)
}

// writeAbout writes the sheet that says what was asked, and of how much.
func writeAbout(book *excelize.File, rows int, o Options) error {
	const name = "about this export"
	if _, err := book.NewSheet(name); err != nil {
		return err
	}
	for i, line := range [][2]string{
		{"query", o.Query}, {"from", o.From}, {"to", o.To}, {string(o.Kind) + "s", strconv.Itoa(rows)},
		{"written by", o.Program},
		{"dates", "a day where it is known to the day; else the interval in the columns earliest and latest"},
		{"trust", "0 to 1: of values at 0.9, about nine in ten are right"},
		{"offsets", "start and end are bytes of the part that is named"},
	} {
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &[]string{line[0], sheetText(line[1])}); err != nil {
			return err
		}
	}
	return nil
}
