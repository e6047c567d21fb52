package export

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"dateline/query"
)

func init() {
	register(Format{Name: "markdown", Ext: ".md", Type: "text/markdown", Write: writeMarkdown})
}

// writeMarkdown writes a heading a row, its facts, and the snippets as quotations with the matches in bold.
func writeMarkdown(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	if _, err := fmt.Fprintf(w, "# %s\n", markdownText(o.Query)); err != nil {
		return err
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, markdownRow(&r)); err != nil {
			return err
		}
	}
	return nil
}

func markdownRow(r *Row) string {
	var b strings.Builder
	a := r.Article
	fmt.Fprintf(&b, "\n## %d. %s\n\n", r.Rank, markdownText(heading(a)))
	facts := []string{Published(a.Published), list(placeNames(a.Filed)), publisher(a), list(Speakers(a))}
	if r.Copies > 1 {
		facts = append(facts, fmt.Sprintf("×%d", r.Copies))
	}
	var known []string
	for _, f := range facts {
		if f != "" {
			known = append(known, markdownText(f))
		}
	}
	fmt.Fprintf(&b, "%s\n", strings.Join(append(known, "`"+string(a.ID)+"`"), " · "))
	switch {
	case r.Quote != nil:
		fmt.Fprintf(&b, "\n> %s: %s\n", markdownText(r.Quote.Speaker.Canonical), markdownText(r.Words))
	case r.Match != "":
		fmt.Fprintf(&b, "\n> %s**%s**%s\n", markdownText(r.Left), markdownText(r.Match), markdownText(r.Right))
	}
	for _, s := range r.Snippets {
		fmt.Fprintf(&b, "\n> %s\n", markdownRuns(s.Runs))
	}
	return b.String()
}

func markdownRuns(runs []query.Run) string {
	var b strings.Builder
	for _, run := range runs {
		s := strings.NewReplacer("\n", " ", "\r", " ").Replace(run.Text)
		if run.Hit {
			s = "**" + markdownText(s) + "**"
		} else {
			s = markdownText(s)
		}
		b.WriteString(s)
	}
	return b.String()
}

var markdownSpecial = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`,
	">", `\>`, "#", `\#`, "|", `\|`, "!", `\!`, "&", `\&`, "~", `\~`, "\n", " ", "\r", " ")

func markdownText(s string) string { return markdownSpecial.Replace(s) }
