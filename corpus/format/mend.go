package format

import (
	"html"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// mend repairs what damaged a text on its way here, where the repair is safe, and says what it did.
func mend(text string) (string, []string) {
	var notes []string
	for _, m := range []struct {
		note  string
		apply func(string) string
	}{
		{"NUL bytes dropped", func(s string) string { return strings.ReplaceAll(s, "\x00", "") }},
		{"line ends mended", lineEnds},
		{"UTF-8 read as another set mended", mojibake},
		{"letters read as another set's mended", foreignLetters},
		{"entities mended", entities},
		{"soft hyphens dropped", func(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }},
		{"non-breaking spaces mended", spaces.Replace},
	} {
		if mended := m.apply(text); mended != text {
			text, notes = mended, append(notes, m.note)
		}
	}
	return text, notes
}

// A zero-width no-break space inside a text is a byte order mark that was pasted with it.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2007", " ", "\ufeff", "")

func lineEnds(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

var entity = lazily(`&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});`)

// entities decodes what an export left encoded. One "&lt;" may be what an article about HTML means; two "&amp;" or a
// "&nbsp;" are not.
func entities(s string) string {
	if !strings.Contains(s, "&") || !entity().MatchString(s) {
		return s
	}
	return entity().ReplaceAllStringFunc(s, func(e string) string {
		if e == "&lt;" || e == "&gt;" {
			return e
		}
		return html.UnescapeString(e)
	})
}

// setText gives a draft its text, cut at TextLimit, and the notes of what was done to it.
func setText(d *corpus.Draft, text string, notes ...string) {
	if len(text) > TextLimit {
		cut := strings.LastIndexAny(text[:TextLimit], " \n")
		if cut < TextLimit-1024 {
			cut = TextLimit
			for cut > 0 && !utf8.RuneStart(text[cut]) {
				cut--
			}
		}
		text = text[:cut]
		notes = append(notes, "cut at 2 MB")
	}
	d.Text = text
	d.Source.Notes = append(d.Source.Notes, notes...)
}

// beginning is as much of a text as can be of use to a draft, whatever mending it takes out.
func beginning(text string) string { return text[:min(len(text), 2*TextLimit)] }
