package export

import (
	_ "embed"
	"html/template"
	"io"
	"iter"
)

//go:embed page.html
var pageHTML string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"published": Published, "places": placeNames, "list": list, "speakers": Speakers, "publisher": publisher,
	"link": webLink, "heading": heading,
}).Parse(pageHTML))

func init() {
	register(Format{Name: "html", Ext: ".html", Type: "text/html", Write: writeHTML})
}

// writeHTML writes one file that needs no other: no script, nothing fetched, and a policy that forbids both. Matches
// are marked, links only lead to http and https.
func writeHTML(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	if err := page.ExecuteTemplate(w, "head", o); err != nil {
		return err
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := page.ExecuteTemplate(w, "row", &r); err != nil {
			return err
		}
	}
	return page.ExecuteTemplate(w, "foot", o)
}
