package format

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

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
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") { // it could not be read, were it not decoded already
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	return d
}

// An xmlWalk calls its functions for what it meets. Names are without their prefix.
type xmlWalk struct {
	start func(e xml.StartElement)
	end   func(name string)
	text  func(s string)
}

func (w xmlWalk) read(in io.Reader) error {
	d := xmlTokens(in)
	for depth := 0; ; {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > xmlDepth {
				return errXMLDepth
			}
			w.start(t)
		case xml.EndElement:
			depth--
			w.end(t.Name.Local)
		case xml.CharData:
			w.text(string(t))
		}
	}
}

func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// xmlValues collects the text of elements without children, by their names with their prefix: "dc:title". The first
// of a name counts, further ones follow on lines of their own.
func xmlValues(in io.Reader) (map[string]string, error) {
	values := map[string]string{}
	var name string
	var text strings.Builder
	err := xmlWalk{
		start: func(e xml.StartElement) {
			name = e.Name.Local
			if e.Name.Space != "" {
				name = e.Name.Space + ":" + name
			}
			text.Reset()
		},
		end: func(string) {
			if v := squeezed(text.String()); v != "" && name != "" && len(v) < 4096 && len(values) < 64 {
				if values[name] != "" {
					v = values[name] + "\n" + v
				}
				values[name] = v
			}
			name = ""
			text.Reset()
		},
		text: func(s string) {
			if name != "" && text.Len() < 4096 {
				text.WriteString(s)
			}
		},
	}.read(in)
	return values, err
}
