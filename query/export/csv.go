package export

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

func init() {
	register(Format{Name: "csv", Ext: ".csv", Type: "text/csv", Write: separated(',')})
	register(Format{Name: "tsv", Ext: ".tsv", Type: "text/tab-separated-values", Write: separated('\t')})
}

// separated writes a table after RFC 4180: quoted where needed, lines ended by CRLF.
func separated(comma rune) func(io.Writer, iter.Seq2[Row, error], Options) error {
	return func(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
		chosen, err := choose(o.Columns)
		if err != nil {
			return err
		}
		if o.Excel {
			if _, err := io.WriteString(w, "\ufeff"); err != nil {
				return err
			}
		}
		out := csv.NewWriter(w)
		out.Comma, out.UseCRLF = comma, true
		out.Write(o.Columns)
		line := make([]string, len(chosen))
		for r, err := range rows {
			if err != nil {
				return err
			}
			for i, c := range chosen {
				line[i] = defuse(c.value(&r, &o))
			}
			if err := out.Write(line); err != nil {
				return err
			}
		}
		out.Flush()
		return out.Error()
	}
}

// Table writes a table of counts as the hits are written: format is "csv" or "tsv".
func Table(w io.Writer, format string, rows [][]string) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ',', true
	if format == "tsv" {
		out.Comma = '\t'
	}
	for _, row := range rows {
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = defuse(cell)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// defuse puts an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"). Numbers with
// a sign are none.
func defuse(cell string) string {
	first, size := utf8.DecodeRuneInString(cell)
	if cell == "" || !strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return cell
	}
	if first == '-' && len(cell) > 1 && strings.Trim(cell[size:], "0123456789.") == "" {
		return cell
	}
	return "'" + cell
}
