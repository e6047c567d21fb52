package format

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "rtf", Exts: []string{".rtf"}, Magic: func(head []byte) bool { return opens(head, `{\rtf`) }, Decode: decodeRTF})
}

// decodeRTF reads the paragraphs of Rich Text (version 1.9.1), which news databases and old word processors write.
func decodeRTF(f *File, emit Sink) error {
	raw, err := f.bytes(LineLimit)
	if err != nil && len(raw) == 0 {
		return err
	}
	r := rtfReader{in: raw, stated: map[string]*strings.Builder{}, fonts: map[int]encoding.Encoding{}, group: rtfGroup{fallback: 1}}
	r.ansi, _ = charset.Lookup("windows-1252")
	r.group.set = r.ansi
	if broken := r.read(); err == nil {
		err = broken
	}
	if l := layoutOf(r.w.String()); l != nil {
		if err := decodeDownload(f, emit, l, strings.NewReader(r.w.String())); err != nil {
			return err
		}
		return err
	}
	text, mended := mend(strings.TrimSpace(beginning(r.w.String())))
	switch {
	case text == "" && err != nil:
		return err
	case text == "":
		return ErrEmpty
	}
	d := f.draft(raw)
	d.Part = corpus.PartBody
	value := func(name string) string {
		if b := r.stated[name]; b != nil {
			return squeezed(b.String())
		}
		return ""
	}
	d.Title = pdfTitle(value("title"), text) // as in a PDF, often a template's
	if a := value("author"); a != "" {
		d.Meta[corpus.MetaAuthor] = a
	}
	if r.created != [3]int{} {
		d.Meta[corpus.MetaDate] = fmt.Sprintf("%04d-%02d-%02d", r.created[0], r.created[1], r.created[2])
	}
	setText(d, strings.TrimSpace(strings.TrimPrefix(text, d.Title)), mended...)
	if err := emit.Draft(d); err != nil {
		return err
	}
	return err
}

// rtfDepth is how deep groups may be nested.
const rtfDepth = 256

var (
	errRTFDepth = errors.New("RTF nested too deep")
	errRTFEnd   = errors.New("RTF ends early")
)

// An rtfReader reads control words and text. Its memory grows with the text and not with the groups.
type rtfReader struct {
	in      []byte
	at      int
	w       blocks
	ansi    encoding.Encoding // of the document
	fonts   map[int]encoding.Encoding
	font    int // that the font table is about
	stated  map[string]*strings.Builder
	created [3]int // year, month, day
	group   rtfGroup
	outer   []rtfGroup
	bytes   []byte // of text in group.set, not yet decoded
	high    rune   // the first half of a letter in UTF-16
	skip    int    // bytes that stand for a letter that was read as \u
}

// An rtfGroup is what holds between two braces.
type rtfGroup struct {
	destination string // where text goes: "" the document, "-" nowhere, "title", "author", "fonttbl"
	hidden      bool
	fallback    int // how many bytes follow a \u
	set         encoding.Encoding
}

func (r *rtfReader) read() error {
	for r.at < len(r.in) {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			r.decode()
			if len(r.outer) == rtfDepth {
				return errRTFDepth
			}
			r.outer = append(r.outer, r.group)
		case '}':
			r.decode()
			if len(r.outer) == 0 {
				return nil
			}
			r.group, r.outer = r.outer[len(r.outer)-1], r.outer[:len(r.outer)-1]
			if len(r.outer) == 0 { // what follows the document is padding
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.letter(c)
		}
		if r.w.b.Len() > LineLimit {
			return ErrTooLarge
		}
	}
	r.decode()
	return errRTFEnd
}

func (r *rtfReader) letter(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.bytes = append(r.bytes, c)
}

// decode gives the bytes that were read to the document.
func (r *rtfReader) decode() {
	if len(r.bytes) == 0 {
		return
	}
	text, _, _ := convert(r.bytes, "", r.group.set)
	r.bytes = r.bytes[:0]
	r.text(text)
}

func (r *rtfReader) text(s string) {
	switch {
	case r.group.hidden:
	case r.group.destination == "":
		r.w.text(s)
	case r.stated[r.group.destination] != nil && r.stated[r.group.destination].Len() < 4096:
		r.stated[r.group.destination].WriteString(s)
	}
}

// control reads what a backslash begins.
func (r *rtfReader) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.symbol(c)
		return
	}
	from := r.at
	for r.at < len(r.in) && r.in[r.at]|0x20 >= 'a' && r.in[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.in[from:r.at])
	from = r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && r.at < from+12 && r.in[r.at] >= '0' && r.in[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[from:r.at]))
	given := err == nil
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at += min(max(n, 0), len(r.in)-r.at)
		return
	}
	if word != "u" && !strings.HasPrefix(word, "uc") {
		r.skip = 0
	}
	r.word(word, n, given)
}

// symbol reads a backslash and one character.
func (r *rtfReader) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			b, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8)
			r.at += 2
			if err == nil {
				r.letter(byte(b))
			}
		}
	case '\\', '{', '}':
		r.letter(c)
	case '~':
		r.letter(' ')
	case '_':
		r.letter('-')
	case '\n', '\r':
		r.decode()
		r.w.tag("p")
	case '*':
		r.group.destination = "-"
	}
}

// rtfSymbols are control words that stand for letters.
var rtfSymbols = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ",
}

// rtfBreaks are control words that end something, with the element that ends it in HTML.
var rtfBreaks = map[string]string{"par": "p", "sect": "p", "page": "p", "row": "p", "cell": "p", "line": "br"}

// rtfElsewhere are the groups whose text is not the document's.
var rtfElsewhere = map[string]bool{
	"colortbl": true, "stylesheet": true, "pict": true, "object": true, "header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true,
	"footerr": true, "footerf": true, "footnote": true, "annotation": true, "fldinst": true, "info": true, "listtable": true, "rsidtbl": true, "nonshppict": true, "filetbl": true,
}

func (r *rtfReader) word(word string, n int, given bool) {
	if element := rtfBreaks[word]; element != "" {
		r.decode()
		if r.group.destination == "" {
			r.w.tag(element)
		}
		return
	}
	if s := rtfSymbols[word]; s != "" {
		r.decode()
		r.text(s)
		return
	}
	switch word {
	case "u":
		r.decode()
		r.unicode(rune(uint16(n)))
		r.skip = r.group.fallback
	case "uc":
		r.group.fallback = min(max(n, 0), 8)
	case "v", "deleted":
		r.decode()
		r.group.hidden = !given || n != 0
	case "ansicpg":
		if set, _ := charset.Lookup(codePage(n)); set != nil {
			r.ansi, r.group.set = set, set
		}
	case "f":
		r.decode()
		r.useFont(n)
	case "plain":
		r.decode()
		r.group.hidden, r.group.set = false, r.ansi
	case "fcharset":
		if set, _ := charset.Lookup(codePage(rtfCharsets[n])); set != nil && r.group.destination == "fonttbl" && len(r.fonts) < 4096 {
			r.fonts[r.font] = set
		}
	case "fonttbl":
		r.group.destination = word
	case "title", "author":
		r.group.destination = word
		r.stated[word] = &strings.Builder{}
	case "creatim":
		r.group.destination = word
	case "yr", "mo", "dy":
		if r.group.destination == "creatim" {
			r.created[strings.Index("yrmody", word)/2] = n
		}
	default:
		if rtfElsewhere[word] {
			r.group.destination = "-"
		}
	}
}

// useFont takes the character set of a font, or in the table of fonts says which one is described.
func (r *rtfReader) useFont(n int) {
	if r.group.destination == "fonttbl" {
		r.font = n
		return
	}
	r.group.set = r.ansi
	if set := r.fonts[n]; set != nil {
		r.group.set = set
	}
}

func (r *rtfReader) unicode(c rune) {
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
		return
	case c >= 0xdc00 && c < 0xe000:
		c = utf16.DecodeRune(r.high, c)
	}
	r.text(string(c))
}

// rtfCharsets are the code pages of a font's character set.
var rtfCharsets = map[int]int{
	0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}

// codePage is the name of one of Windows' code pages on the web.
func codePage(n int) string {
	if name := map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 866: "ibm866", 65001: "utf-8", 10000: "macintosh"}[n]; name != "" {
		return name
	}
	return fmt.Sprintf("windows-%d", n)
}
