package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"slices"
	"strings"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "feed", Exts: []string{".rss", ".atom"}, Magic: isFeed, Decode: decodeFeed})
}

func isFeed(head []byte) bool {
	if !opens(head, "<") {
		return false
	}
	head = bytes.ToLower(head)
	return bytes.Contains(head, []byte("<rss")) || bytes.Contains(head, []byte("<feed")) && bytes.Contains(head, []byte("atom")) ||
		bytes.Contains(head, []byte("<rdf:rdf")) && bytes.Contains(head, []byte("rss"))
}

// An entry is an item of RSS or an entry of Atom: the texts of its elements by their name with its prefix, the
// longest of a name but the first of a link, an author or an id.
type entry map[string]string

// bodies are the elements of which the longest is the text of an entry.
var bodies = []string{"content:encoded", "content", "description", "summary"}

// decodeFeed streams the entries of RSS 0.9–2.0, RDF and Atom. Only one is held at a time.
func decodeFeed(f *File, emit Sink) error {
	rows := &taped{in: unmarked(f)}
	r := feedReader{f: f, emit: emit, xml: xmlTokens(rows), tape: rows, feed: entry{}}
	if err := r.read(); err != nil {
		return err
	}
	if r.n == 0 {
		return errors.New("no article in it")
	}
	return nil
}

type feedReader struct {
	f     *File
	emit  Sink
	xml   *xml.Decoder
	tape  *taped
	path  []string // names of the elements that are open
	feed  entry    // of the feed itself
	entry entry    // nil between entries
	from  int      // depth of the entry
	texts []*strings.Builder
	xhtml int // depth of the element whose value is a tree of XHTML; 0 for none
	n     int
}

func (r *feedReader) read() error {
	for {
		before := r.xml.InputOffset()
		token, err := r.xml.RawToken()
		if err == io.EOF && len(r.path) > 0 {
			return io.ErrUnexpectedEOF
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = r.start(t, before)
		case xml.EndElement:
			err = r.close(t.Name)
		case xml.CharData:
			if r.xhtml > 0 {
				t = []byte(html.EscapeString(string(t)))
			}
			r.write(string(t))
		}
		if err != nil {
			return err
		}
	}
}

// write adds to the value of the innermost element; of XHTML, to that of the element that holds it.
func (r *feedReader) write(s string) {
	n := len(r.texts)
	if r.xhtml > 0 {
		n = r.xhtml
	}
	if n > 0 && r.texts[n-1].Len() <= 2*TextLimit {
		r.texts[n-1].WriteString(s)
	}
}

func (r *feedReader) start(t xml.StartElement, offset int64) error {
	if len(r.path) >= xmlDepth {
		return errXMLDepth
	}
	name := elementName(t.Name)
	r.path = append(r.path, name)
	r.texts = append(r.texts, &strings.Builder{})
	switch {
	case r.xhtml > 0:
		r.write("<" + t.Name.Local + ">")
	case xmlAttr(t, "type") == "xhtml":
		r.xhtml = len(r.path)
	case r.entry == nil && (name == "item" || name == "entry"):
		r.tape.cut(offset)
		r.entry, r.from = entry{}, len(r.path)
		if about := xmlAttr(t, "about"); about != "" {
			r.entry["id"] = about
		}
	case name == "link" && xmlAttr(t, "href") != "":
		if rel := xmlAttr(t, "rel"); rel == "" || rel == "alternate" {
			r.set("link", xmlAttr(t, "href"))
		}
	case name == "category" && xmlAttr(t, "term") != "":
		r.set("category", xmlAttr(t, "term"))
	case name == "source" && xmlAttr(t, "url") != "":
		r.set("source:url", xmlAttr(t, "url"))
	}
	return nil
}

func elementName(n xml.Name) string {
	name := strings.ToLower(n.Local)
	if n.Space != "" && !strings.EqualFold(n.Space, "atom") {
		name = strings.ToLower(n.Space) + ":" + name
	}
	return name
}

// close ends the innermost element of the name, and those left open inside it. An end without a beginning is nothing.
func (r *feedReader) close(n xml.Name) error {
	for at := lastIndex(r.path, elementName(n)); at >= 0 && len(r.path) > at; {
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}

func lastIndex(path []string, name string) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == name {
			return i
		}
	}
	return -1
}

// end closes the innermost element.
func (r *feedReader) end() error {
	n := len(r.path) - 1
	name, text := r.path[n], strings.TrimSpace(r.texts[n].String())
	switch {
	case r.xhtml > len(r.path)-1:
		r.xhtml = 0
	case r.xhtml > 0:
		r.write("</" + name[strings.Index(name, ":")+1:] + ">")
		r.path, r.texts = r.path[:n], r.texts[:n]
		return nil
	}
	if n > 0 && name == "name" && strings.HasSuffix(r.path[n-1], "author") {
		name = "author"
	}
	if n > 0 && r.path[n-1] == "source" { // the feed that an Atom entry was taken from
		name = "source:" + name
	}
	depth := len(r.path)
	r.path, r.texts = r.path[:n], r.texts[:n]
	if r.entry != nil && depth == r.from {
		e := r.entry
		r.entry = nil
		r.n++
		return r.give(e, r.tape.cut(r.xml.InputOffset()))
	}
	if r.entry == nil {
		r.tape.cut(r.xml.InputOffset())
	}
	if text != "" {
		r.set(name, text)
	}
	return nil
}

// set keeps a value: a category a line, else the first.
func (r *feedReader) set(name, value string) {
	e := r.feed
	if r.entry != nil {
		e = r.entry
	}
	switch {
	case e[name] == "" && len(e) < 64:
		e[name] = value
	case name == "category" && len(e[name]) < 2048:
		e[name] += "\n" + value
	}
}

func (r *feedReader) give(e entry, raw []byte) error {
	key := firstOf(e["guid"], e["id"], e["link"])
	d := r.f.draftOf(key, r.n, raw)
	for k, v := range e {
		if len(v) <= 2048 && !slices.Contains(bodies, k) {
			d.Meta["feed:"+k] = v
		}
	}
	set := func(key string, values ...string) {
		if v := firstOf(values...); v != "" {
			d.Meta[key] = v
		}
	}
	set(corpus.MetaDate, e["pubdate"], e["published"], e["dc:date"], e["dcterms:issued"], e["updated"], e["dcterms:modified"])
	set(corpus.MetaAuthor, e["dc:creator"], e["author"])
	set(corpus.MetaURL, httpOnly(e["link"]), httpOnly(e["guid"]), httpOnly(e["id"]))
	set(corpus.MetaOutlet, e["source"], e["source:title"], r.feed["title"])
	set(corpus.MetaLanguage, e["dc:language"], r.feed["language"], r.feed["dc:language"])
	set(corpus.MetaTags, e["category"])
	d.Title = squeezed(textOfHTML(e["title"]))
	d.Part = corpus.PartBody
	body := ""
	for _, k := range bodies {
		if len(e[k]) > len(body) {
			body = e[k]
		}
	}
	if looksLikeMarkup(body) || strings.Contains(body, "<") {
		body = textOfHTML(body)
	}
	text, mended := mend(strings.TrimSpace(body))
	setText(d, text, mended...)
	if d.Text == "" && d.Title == "" {
		return r.emit.Fail(d.Source, ErrEmpty)
	}
	return r.emit.Draft(d)
}

func httpOnly(s string) string {
	if strings.HasPrefix(s, "http") {
		return s
	}
	return ""
}
