package export

import (
	"fmt"
	"io"
	"iter"
	"strings"
)

func init() {
	register(Format{Name: "ris", Ext: ".ris", Type: "application/x-research-info-systems", Write: writeRIS})
}

// writeRIS writes references as Zotero, EndNote and Mendeley read them: two letters, two spaces, dash, space.
func writeRIS(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	for r, err := range articles(rows, o) {
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, risReference(&r)); err != nil {
			return err
		}
	}
	return nil
}

func risReference(r *Row) string {
	a := r.Article
	var b strings.Builder
	tag := func(name, value string) {
		if v := oneLine(value); v != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", name, v)
		}
	}
	b.WriteString("TY  - NEWS\r\n")
	tag("ID", string(a.ID))
	tag("TI", heading(a))
	for _, author := range a.Author {
		family, given := familyName(author.Text)
		tag("AU", strings.TrimSuffix(family+", "+given, ", "))
	}
	tag("T2", publisher(a))
	if day := Published(a.Published); day != "" {
		tag("PY", day[:4])
		tag("DA", risDate(day))
	}
	tag("CY", list(placeNames(a.Filed)))
	tag("LA", a.Language.Text)
	tag("UR", webLink(a))
	tag("AB", risAbstract(r))
	tag("N1", a.Source.Path)
	b.WriteString("ER  - \r\n\r\n")
	return b.String()
}

// risDate writes YYYY/MM/DD/other with what is unknown left empty.
func risDate(day string) string {
	first, other, _ := strings.Cut(day, "/")
	parts := append(strings.Split(first, "-"), "", "")
	if other != "" {
		other = "until " + other
	}
	return strings.Join(append(parts[:3], other), "/")
}

// risAbstract is the row's quote, match or snippet.
func risAbstract(r *Row) string {
	switch {
	case r.Quote != nil:
		return r.Quote.Speaker.Canonical + ": " + r.Words
	case r.Match != "":
		return r.Left + r.Match + r.Right
	}
	return Snippet(r.Hit)
}
