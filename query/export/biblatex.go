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
	language, _, _ := strings.Cut(a.Language.Text, "-")
	field("langid", babel[language])
	if u := webLink(a); u != "" {
		fmt.Fprintf(&b, "  url = {%s},\n", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(u))
	}
	field("abstract", Snippet(r.Hit))
	field("note", a.Source.Path)
	b.WriteString("}\n\n")
	return b.String()
}

// babel names languages as langid wants them: as the LaTeX package babel does.
var babel = map[string]string{
	"ar": "arabic", "be": "belarusian", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
	"en": "english", "es": "spanish", "et": "estonian", "fa": "persian", "fi": "finnish", "fr": "french", "he": "hebrew", "hi": "hindi",
	"hr": "croatian", "hu": "hungarian", "id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean", "lt": "lithuanian",
	"lv": "latvian", "mk": "macedonian", "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese", "ro": "romanian",
	"ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian", "sv": "swedish", "th": "thai", "tr": "turkish", "uk": "ukrainian",
	"vi": "vietnamese", "zh": "chinese",
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
