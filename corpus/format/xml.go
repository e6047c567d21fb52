package format

import (
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
)

// xmlDepth is how deep XML may be nested.
const xmlDepth = 256

var errXMLDepth = errors.New("XML nested too deep")

// xmlTokens reads XML as lenient as feeds and office files need it. It keeps no tree.
func xmlTokens(in io.Reader) *xml.Decoder {
	d := xml.NewDecoder(in)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return d
}

func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
