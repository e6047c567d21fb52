package format

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

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
		{"UTF-8 read as windows-1252 mended", mojibake},
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

var entity = regexp.MustCompile(`&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});`)

// entities decodes what an export left encoded. One "&lt;" may be what an article about HTML means; two "&amp;" or a
// "&nbsp;" are not.
func entities(s string) string {
	if !strings.Contains(s, "&") || !entity.MatchString(s) {
		return s
	}
	return entity.ReplaceAllStringFunc(s, func(e string) string {
		if e == "&lt;" || e == "&gt;" {
			return e
		}
		return html.UnescapeString(e)
	})
}

// A doubly encoded character: what the lead byte and the continuation bytes of UTF-8 look like in windows-1252.
var doubled = regexp.MustCompile(`[ÂÃâÄÅÐÑÎÏØÙ×àãð][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}`)

// mojibake turns back each run of characters whose windows-1252 bytes are a valid UTF-8 sequence. A text in which such
// a run would be rare chance ("Ã©" in a French word is none) is changed only where it holds two of them.
func mojibake(s string) string {
	if len(doubled.FindAllStringIndex(s, 2)) < 2 {
		return s
	}
	return doubled.ReplaceAllStringFunc(s, func(run string) string {
		if mended, ok := reread(run); ok {
			return mended
		}
		return run
	})
}

func reread(run string) (string, bool) {
	var b []byte
	for _, r := range run {
		if c, ok := charmap.Windows1252.EncodeRune(r); ok {
			b = append(b, c)
		} else if r >= 0x80 && r < 0xa0 { // the five bytes that windows-1252 leaves open
			b = append(b, byte(r))
		} else {
			return "", false
		}
	}
	_, n := utf8.DecodeRune(b)
	return string(b), n > 1 && utf8.Valid(b)
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
