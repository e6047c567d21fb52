package format

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"dateline/corpus"
)

// A layout is how a news database writes the articles that a reader chose into one text.
type layout struct {
	name   string
	is     func(head string) bool
	begins func() *regexp.Regexp // a line that an article begins with; these may be nil
	ends   func() *regexp.Regexp // a line that an article ends with
	parts  func() *regexp.Regexp // a line between two articles
	read   func(text string) (*printout, bool)
}

// A printout is one article as a database wrote it.
type printout struct {
	key    string
	title  string
	body   string
	stated map[string]string // under corpus.Meta… keys or the database's own names
}

var layouts = []*layout{&proquest, &nexis, &factiva}

func init() {
	for _, l := range layouts {
		register(Format{Name: l.name, Magic: func(head []byte) bool { return l.is(string(head)) }, Decode: func(f *File, emit Sink) error {
			return decodeDownload(f, emit, l, unmarked(f))
		}})
	}
}

// layoutOf tells the layout of a text that a document of another format holds, or is nil.
func layoutOf(text string) *layout {
	for _, l := range layouts {
		if l.is(text[:min(len(text), 16*HeadSize)]) {
			return l
		}
	}
	return nil
}

// holds reports whether one of some words is in a head: in most heads none is, and no pattern need be sought.
func holds(head string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(head, w) })
}

// printoutLimit is how much of an article's lines is held: its text is at most half of it.
const printoutLimit = 2 * TextLimit

// decodeDownload streams the articles of a download of any length.
func decodeDownload(f *File, emit Sink, l *layout, in io.Reader) error {
	d := download{f: f, emit: emit, layout: l}
	lines := newLines(in, LineLimit)
	for {
		line, err := lines.next()
		switch {
		case err == io.EOF:
			return d.close()
		case errors.Is(err, ErrTooLarge):
			err = emit.Fail(f.at(d.n+1), err)
		case err == nil:
			err = d.line(line)
		}
		if err != nil {
			return err
		}
	}
}

// A download is the articles of a database on their way out.
type download struct {
	f      *File
	emit   Sink
	layout *layout
	raw    []byte // of the article that is being read
	n      int    // articles given
}

func (d *download) line(line []byte) error {
	bare := bytes.TrimRight(line, " \t\r\n")
	is := func(edge func() *regexp.Regexp) bool { return edge != nil && edge().Match(bare) }
	if is(d.layout.parts) {
		return d.give(false)
	}
	if is(d.layout.begins) {
		if err := d.give(false); err != nil {
			return err
		}
	}
	if len(d.raw) < printoutLimit {
		d.raw = append(d.raw, line...)
	}
	if is(d.layout.ends) {
		return d.give(false)
	}
	return nil
}

// give emits what was read. What stands before the first article and behind the last is about the search; between
// them nothing is lost, whatever it is.
func (d *download) give(last bool) error {
	raw := d.raw
	d.raw = nil
	text, charset, notes := decodeText(raw, d.f.Declared)
	text, mended := mend(text)
	p, ok := d.layout.read(text)
	switch {
	case !ok && (last || d.n == 0), strings.TrimSpace(text) == "":
		return nil
	case !ok:
		p = &printout{body: text}
	}
	d.n++
	draft := d.f.draftOf(p.key, d.n, raw)
	draft.Source.Charset = charset
	draft.Title = p.title
	for k, v := range p.stated {
		if v != "" && len(v) <= 4096 {
			draft.Meta[k] = v
		}
	}
	body := strings.TrimSpace(p.body)
	if where := p.stated["dateline"]; where != "" { // as the header line that it is in older downloads
		body = "DATELINE: " + where + "\n\n" + body
	}
	setText(draft, body, append(notes, mended...)...)
	return d.emit.Draft(draft)
}

func (d *download) close() error {
	if err := d.give(true); err != nil {
		return err
	}
	if d.n == 0 {
		return &Unreadable{What: "a database's download in which no article is found"}
	}
	return nil
}

// paragraphs parts a text at its blank lines. Lines keep their indentation.
func paragraphs(text string) []string {
	var list []string
	from := -1
	at := 0
	for line := range strings.Lines(text) {
		blank := strings.TrimSpace(line) == ""
		if blank && from >= 0 {
			list = append(list, strings.TrimRight(text[from:at], " \t\n"))
			from = -1
		} else if !blank && from < 0 {
			from = at
		}
		at += len(line)
	}
	if from >= 0 {
		list = append(list, strings.TrimRight(text[from:], " \t\n"))
	}
	return list
}

// aField gives the name, in lower case, and the value of a line "NAME: value".
func aField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	if !ok || len(name) > 40 || strings.HasPrefix(name, " ") {
		return "", "", false
	}
	return strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value), true
}

// keyWords writes a database's list of subjects, "FLOODS (91%); RIVERS (78%)", a subject a line.
func keyWords(list string) string {
	var words []string
	for _, w := range strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == '|' }) {
		w, _, _ = strings.Cut(w, " (")
		if w = squeezed(w); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, "\n")
}

// columnsOf names the fields of a database as ours.
type columnsOf map[string]string

// set keeps a field's value under our name for it, else under its own.
func (p *printout) set(names columnsOf, name, value string) {
	ours, known := names[name]
	value = squeezed(value)
	switch {
	case !known || value == "":
		return
	case ours == columnTitle:
		p.title = value
		return
	case ours == columnID:
		p.key = value
		return
	case ours == corpus.MetaTags:
		value = keyWords(value)
		if before := p.stated[ours]; before != "" {
			value = before + "\n" + value
		}
	case ours == "":
		ours = name
	}
	p.stated[ours] = value
}
