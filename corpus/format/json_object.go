package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// A jsonObject is an object one level deep, its names in order.
type jsonObject struct {
	names  []string
	values map[string]json.RawMessage
	raw    []byte // as it stands in the file; nil where it was read in parts
}

func (o *jsonObject) set(name string, raw json.RawMessage) {
	if o.values == nil {
		o.values = map[string]json.RawMessage{}
	}
	if _, twice := o.values[name]; !twice {
		o.names = append(o.names, name)
	}
	o.values[name] = raw
}

func (o *jsonObject) parse(raw []byte) error {
	o.raw = raw
	if err := json.Unmarshal(raw, &o.values); err != nil {
		return err
	}
	if source, ok := o.values["_source"]; ok && bytes.HasPrefix(source, []byte("{")) { // a search engine's hit
		id := o.values["_id"]
		*o = jsonObject{raw: raw}
		if err := json.Unmarshal(source, &o.values); err != nil {
			return err
		}
		if _, has := o.values["id"]; !has && id != nil {
			o.values["id"] = id
		}
	}
	for name := range o.values {
		o.names = append(o.names, name)
	}
	sortNames(o.names)
	return nil
}

func (o *jsonObject) isArticle() bool {
	at := columns(o.names, nil)
	return at[columnBody] != "" || at[columnTitle] != "" && (at[corpus.MetaURL] != "" || at[corpus.MetaDate] != "")
}

func emitObject(f *File, emit Sink, o jsonObject, n int) error {
	if o.raw == nil {
		for _, name := range o.names {
			o.raw = append(append(o.raw, name...), o.values[name]...)
		}
	}
	at := columns(o.names, f.Columns)
	key := o.text(at[columnID])
	d := f.draftOf(key, n, o.raw)
	fill(d, o.names, at, o.text)
	if d.Text == "" && d.Title == "" {
		return emit.Fail(d.Source, fmt.Errorf("no column of text among %s", strings.Join(o.names, ", ")))
	}
	if !utf8.Valid(o.raw) {
		d.Source.Notes = append(d.Source.Notes, "invalid utf-8 mended")
	}
	return emit.Draft(d)
}

// text is a value as a string: a number as written, a list of paragraphs, names or key words a line each, of an
// object the member that says it.
func (o *jsonObject) text(name string) string {
	raw, ok := o.values[name]
	if !ok || name == "" {
		return ""
	}
	return jsonText(raw, 0)
}

func jsonText(raw json.RawMessage, depth int) string {
	if len(raw) == 0 || depth > 3 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		json.Unmarshal(raw, &s) // the decoder has seen that it is a string
		return s
	case '[':
		var list []json.RawMessage
		json.Unmarshal(raw, &list)
		var lines []string
		for _, v := range list {
			if s := jsonText(v, depth+1); s != "" {
				lines = append(lines, s)
			}
		}
		return strings.Join(lines, "\n")
	case '{':
		var object map[string]json.RawMessage
		json.Unmarshal(raw, &object)
		for _, k := range []string{"rendered", "main", "name", "title", "text", "value", "content", "#text", "$t", "$date", "href", "url", "id"} {
			if v, ok := object[k]; ok {
				return html.UnescapeString(jsonText(v, depth+1))
			}
		}
		return ""
	case 'n', 't', 'f':
		return ""
	}
	return string(raw)
}

var errNotObject = errors.New("not a JSON object")
