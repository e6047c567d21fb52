package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "docx", Exts: []string{".docx"}, Magic: isDOCX, Decode: decodeDOCX})
	register(Format{Name: "spreadsheet", Magic: isSpreadsheet, Decode: func(*File, Sink) error {
		return &Unreadable{What: "a spreadsheet or slides: save it as CSV or PDF"}
	}})
}

func isDOCX(head []byte) bool { return isOffice(head) && bytes.Contains(head, []byte("word/")) }

func isSpreadsheet(head []byte) bool {
	return isOffice(head) && !isDOCX(head) && (bytes.Contains(head, []byte("xl/")) || bytes.Contains(head, []byte("ppt/")))
}

func isOffice(head []byte) bool {
	name := firstMember(head)
	for _, first := range []string{"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "customXml/"} {
		if strings.HasPrefix(name, first) {
			return true
		}
	}
	return false
}

// decodeDOCX reads the paragraphs of a word processor's document (ECMA-376). What was deleted under "track changes" is
// gone; the first paragraph in a title's style is the title.
func decodeDOCX(f *File, emit Sink) error {
	doc, err := openArchive(f)
	if err != nil {
		return err
	}
	defer doc.close()
	body, err := doc.open("word/document.xml")
	if err != nil {
		return err
	}
	defer body.Close()
	var w officeText
	broken := w.readDOCX(body)
	return emitOffice(f, emit, doc, &w, "docProps/core.xml", broken)
}

// An officeText is the text of a document as it is met.
type officeText struct {
	w     blocks
	from  int // where the paragraph begins
	style string
	title string
	gone  int // elements open whose text is not shown
}

func (o *officeText) readDOCX(in io.Reader) error {
	shown := false
	return xmlWalk{
		start: func(e xml.StartElement) {
			switch e.Name.Local {
			case "p":
				o.paragraph()
			case "pStyle":
				o.style = xmlAttr(e, "val")
			case "t":
				shown = true
			case "tab":
				o.w.space = true
			case "br", "cr":
				o.w.tag("br")
			case "del", "moveFrom", "Fallback":
				o.gone++
			}
		},
		end: func(name string) {
			switch name {
			case "p":
				o.endParagraph()
			case "t":
				shown = false
			case "del", "moveFrom", "Fallback":
				o.gone--
			}
		},
		text: func(s string) {
			if shown && o.gone <= 0 && o.w.b.Len() <= LineLimit {
				o.w.text(s)
			}
		},
	}.read(in)
}

func (o *officeText) paragraph() {
	o.w.tag("p")
	o.from, o.style = o.w.b.Len(), ""
}

// endParagraph knows the first paragraph in a title's style as the title.
func (o *officeText) endParagraph() {
	if style := strings.ToLower(o.style); o.title == "" && (style == "title" || style == "heading1" || style == "heading_20_1") {
		o.title = squeezed(o.w.String()[o.from:])
	}
	o.w.tag("p")
}

// emitOffice gives the draft of a document with what its part of properties states. A document that ends early still
// gives what was read of it.
func emitOffice(f *File, emit Sink, doc *archive, o *officeText, properties string, broken error) error {
	if l := layoutOf(o.w.String()); l != nil {
		if err := decodeDownload(f, emit, l, strings.NewReader(o.w.String())); err != nil {
			return err
		}
		return broken
	}
	d, err := f.draftAt(doc.at, doc.size)
	if err != nil {
		return err
	}
	d.Part = corpus.PartBody
	stated := map[string]string{}
	if in, err := doc.open(properties); err == nil {
		stated, _ = xmlValues(in) // a broken part of properties costs the properties
		in.Close()
	}
	for k, v := range stated {
		d.Meta[k] = v
	}
	set := func(key string, values ...string) {
		if v := firstOf(values...); v != "" && d.Meta[key] == "" {
			d.Meta[key] = v
		}
	}
	set(corpus.MetaAuthor, stated["dc:creator"], stated["meta:initial-creator"])
	set(corpus.MetaDate, stated["dcterms:created"], stated["meta:creation-date"])
	set(corpus.MetaLanguage, stated["dc:language"])
	d.Title = firstOf(o.title, stated["dc:title"])
	whole := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(o.w.String()), o.title))
	text, mended := mend(beginning(whole))
	switch {
	case errors.Is(broken, ErrTooLarge), text == "" && broken != nil:
		return broken
	case text == "":
		return ErrEmpty
	}
	setText(d, text, mended...)
	if err := emit.Draft(d); err != nil {
		return err
	}
	return broken
}
