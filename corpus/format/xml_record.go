package format

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
)

func init() {
	register(Format{Name: "xml", Exts: []string{".xml"}, Magic: isXML, General: true, Decode: decodeXML})
}

func isXML(head []byte) bool { return opens(head, "<?xml") }

// firstElement is the name of the first element of XML, without its prefix and in lower case.
func firstElement(head []byte) string {
	d := xmlTokens(bytes.NewReader(head))
	for {
		token, err := d.RawToken()
		if e, ok := token.(xml.StartElement); ok {
			return strings.ToLower(e.Name.Local)
		}
		if err != nil {
			return ""
		}
	}
}

// xmlRecords are the elements that hold one article of many, in lower case. A file without any is one article.
var xmlRecords = []string{"article", "newsitem", "item", "entry", "record", "doc", "document", "story", "post", "row", "nitf"}

// xmlBlocks are the elements, beside those of HTML, that stand on lines of their own.
var xmlBlocks = []string{"para", "paragraph", "block", "headline", "hedline", "hl1", "hl2", "lead", "field", "h"}

// decodeXML streams the articles of the formats of news agencies (NITF, NewsML), of dumps of data bases and of office
// documents in one file: an element without others in it is a column by its name, by its attribute "name", and its
// attributes are by theirs. The text is what is in an element that is called as texts are.
func decodeXML(f *File, emit Sink) error {
	rows := &taped{in: unmarked(f)}
	r := xmlReader{f: f, emit: emit, xml: xmlTokens(rows), tape: rows}
	err := r.read()
	if r.n == 0 && err == nil {
		return &Unreadable{What: "XML in which no article is found"}
	}
	return err
}

type xmlReader struct {
	f      *File
	emit   Sink
	xml    *xml.Decoder
	tape   *taped
	open   []xmlOpen
	record int // how many elements are open at the record's beginning; 0 outside of one
	text   blocks
	ended  bool // what came last was an element's end
	names  []string
	values map[string]string
	texts  map[string]string // of elements that are called as texts are
	n      int               // articles
}

// An xmlOpen is an element whose end has not come.
type xmlOpen struct {
	local, column string
	from          int  // in the text
	holds         bool // other elements
}

func (r *xmlReader) read() error {
	for {
		before := r.xml.InputOffset()
		token, err := r.xml.RawToken()
		if err == io.EOF && len(r.open) == 0 {
			return nil
		}
		if err != nil {
			return cmp.Or(r.endTo(0), unexpected(err))
		}
		_, ended := token.(xml.EndElement)
		switch t := token.(type) {
		case xml.StartElement:
			err = r.start(t, before)
		case xml.EndElement:
			if at := r.opened(t.Name.Local); at >= 0 {
				err = r.endTo(at)
			}
		case xml.CharData:
			if r.text.b.Len() <= 2*TextLimit {
				r.text.text(string(t))
			}
		}
		if r.ended = ended; err != nil {
			return err
		}
	}
}

// opened is the index of the innermost open element of a name; -1 for none.
func (r *xmlReader) opened(local string) int {
	at := len(r.open) - 1
	for at >= 0 && r.open[at].local != local {
		at--
	}
	return at
}

func (r *xmlReader) start(t xml.StartElement, offset int64) error {
	if len(r.open) >= xmlDepth {
		return errXMLDepth
	}
	if len(r.open) == 0 || r.record == 0 && slices.Contains(xmlRecords, strings.ToLower(t.Name.Local)) {
		r.begin(offset)
		if len(r.open) > 0 {
			r.record = len(r.open) + 1
		}
	}
	r.breakAt(t.Name.Local)
	r.text.space = r.text.space || r.ended
	if n := len(r.open); n > 0 {
		r.open[n-1].holds = true
	}
	o := xmlOpen{local: t.Name.Local, column: t.Name.Local, from: r.text.b.Len()}
	for _, a := range t.Attr {
		if a.Name.Local == "name" {
			o.column = a.Value
		} else if !strings.HasPrefix(a.Name.Space+a.Name.Local, "xmlns") {
			r.set(a.Name.Local, a.Value)
		}
	}
	r.open = append(r.open, o)
	return nil
}

// begin forgets what came before a record: what stands around the records is none of theirs.
func (r *xmlReader) begin(offset int64) {
	r.tape.cut(offset)
	r.text, r.names, r.values, r.texts = blocks{}, nil, map[string]string{}, map[string]string{}
	for i := range r.open {
		r.open[i].from = 0
	}
}

func (r *xmlReader) breakAt(local string) {
	if local = strings.ToLower(local); block[local] || slices.Contains(xmlBlocks, local) {
		r.text.brk = 2
	} else if line[local] {
		r.text.brk = max(r.text.brk, 1)
	}
}

// endTo closes elements until n are open: those left open inside one that ends, and all where the file is cut.
func (r *xmlReader) endTo(n int) error {
	for len(r.open) > n {
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}

// end closes the innermost element.
func (r *xmlReader) end() error {
	o := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.breakAt(o.local)
	text := strings.TrimSpace(r.text.b.String()[o.from:])
	if name := column(o.column); r.texts[name] == "" && slices.Contains(columnNames[columnBody], name) {
		r.texts[name] = text
	} else if !o.holds {
		r.set(o.column, text)
	}
	switch {
	case len(r.open)+1 == r.record:
		r.record = 0
	case len(r.open) > 0 || r.n > 0:
		return nil
	}
	return r.give()
}

// set keeps the first value of a name.
func (r *xmlReader) set(name, value string) {
	if value = strings.TrimSpace(value); value != "" && r.values[name] == "" && len(r.names) < 256 {
		r.names = append(r.names, name)
		r.values[name] = value
	}
}

// give gives the record where there is an article in it.
func (r *xmlReader) give() error {
	raw := r.tape.cut(r.xml.InputOffset())
	body := columns(slices.Collect(maps.Keys(r.texts)), nil)[columnBody]
	r.set(body, r.texts[body])
	at := columns(r.names, r.f.Columns)
	if at[columnBody] == "" {
		return nil
	}
	r.n++
	d := r.f.draftOf(r.values[at[columnID]], r.n, raw)
	fill(d, r.names, at, func(name string) string { return r.values[name] })
	return r.emit.Draft(d)
}
