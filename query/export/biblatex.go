package export

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
)

func init() {
	register(Format{Name: "bibtex", Ext: ".bib", Type: "application/x-bibtex", Write: writeBibLaTeX})
}

// writeBibLaTeX writes one @article an article, with entrysubtype newspaper and dates in EDTF.
func writeBibLaTeX(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	for r, err := range articles(rows, o) {
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, bibEntry(&r)); err != nil {
			return err
		}
	}
	return nil
}

func bibEntry(r *Row) string {
	a := r.Article
	var b strings.Builder
	field := func(name, value string) {
		if v := oneLine(value); v != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, texEscape(v))
		}
	}
	fmt.Fprintf(&b, "@article{%s,\n  entrysubtype = {newspaper},\n", a.ID)
	field("title", heading(a))
	field("author", strings.Join(values(a.Author), " and "))
	field("journaltitle", publisher(a))
	field("date", Published(a.Published))
	field("location", list(placeNames(a.Filed)))
	field("langid", a.Language.Text)
	if u := webLink(a); u != "" {
		fmt.Fprintf(&b, "  url = {%s},\n", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(u))
	}
	field("abstract", Snippet(r.Hit))
	field("note", a.Source.Path)
	b.WriteString("}\n\n")
	return b.String()
}

var texSpecial = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`,
	"%", `\%`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func texEscape(s string) string {
	return texSpecial.Replace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s))
}
