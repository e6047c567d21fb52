package format

import (
	"encoding/xml"
	"io"
	"strings"
)

func init() {
	register(Format{Name: "odt", Exts: []string{".odt"}, Magic: isODT, Decode: decodeODT})
}

func isODT(head []byte) bool {
	return strings.HasPrefix(mimeMember(head), "application/vnd.oasis.opendocument.text")
}

// decodeODT reads the paragraphs and headings of an OpenDocument text.
func decodeODT(f *File, emit Sink) error {
	doc, err := openArchive(f)
	if err != nil {
		return err
	}
	defer doc.close()
	body, err := doc.open("content.xml")
	if err != nil {
		return err
	}
	defer body.Close()
	var w officeText
	broken := w.readODT(body)
	return emitOffice(f, emit, doc, &w, "meta.xml", broken)
}

func (o *officeText) readODT(in io.Reader) error {
	open := 0 // paragraphs
	return xmlWalk{
		start: func(e xml.StartElement) {
			switch e.Name.Local {
			case "p", "h":
				if o.gone > 0 { // a note's paragraph stands inside the text's
					return
				}
				o.paragraph()
				o.style = xmlAttr(e, "style-name")
				if e.Name.Local == "h" && xmlAttr(e, "outline-level") == "1" {
					o.style = "title"
				}
				open++
			case "s", "tab":
				o.w.space = true
			case "line-break":
				o.w.tag("br")
			case "tracked-changes", "annotation":
				o.gone++
			}
		},
		end: func(name string) {
			switch name {
			case "p", "h":
				if o.gone > 0 {
					return
				}
				o.endParagraph()
				open--
			case "tracked-changes", "annotation":
				o.gone--
			}
		},
		text: func(s string) {
			if open > 0 && o.gone <= 0 && o.w.b.Len() <= LineLimit {
				o.w.text(s)
			}
		},
	}.read(in)
}
