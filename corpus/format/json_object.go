package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"maps"
	"slices"
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

// size is how much of the file its values are, in bytes.
func (o *jsonObject) size() int {
	n := 0
	for _, raw := range o.values {
		n += len(raw)
	}
	return n
}

func (o *jsonObject) parse(raw []byte, said map[string]string) error {
	o.raw = raw
	if err := json.Unmarshal(raw, &o.values); err != nil {
		return err
	}
	o.names = slices.Sorted(maps.Keys(o.values))
	o.unwrap(said)
	return nil
}

// wrappers are the names under which a dump puts the article itself, beside what it says of the record.
var wrappers = []string{"_source", "fields", "attributes", "article", "doc", "document", "node", "item", "entry", "record", "post", "story"}

// unwrap gives an object without a text of its own what its wrapper holds.
func (o *jsonObject) unwrap(said map[string]string) {
	if body := columns(o.names, said)[columnBody]; body != "" && !o.wraps(body) {
		return
	}
	for _, name := range o.names {
		if !o.wraps(name) {
			continue
		}
		var inner jsonObject
		if inner.parse(o.values[name], said) != nil || !inner.isArticle(said) {
			continue
		}
		delete(o.values, name)
		maps.Copy(o.values, inner.values)
		o.names = slices.Sorted(maps.Keys(o.values))
		return
	}
}

func (o *jsonObject) wraps(name string) bool {
	return slices.Contains(wrappers, strings.ToLower(name)) && isObject(o.values[name])
}

func isObject(raw []byte) bool { return bytes.HasPrefix(raw, []byte("{")) }

// isArticle reports whether an object has a text, or a title with a link or a date.
func (o *jsonObject) isArticle(said map[string]string) bool {
	at := columns(o.names, said)
	return at[columnBody] != "" || at[columnTitle] != "" && (at[corpus.MetaURL] != "" || at[corpus.MetaDate] != "")
}

// jsonDepth is how deep in a value an article is looked for.
const jsonDepth = 6

// emitValue gives the article that a value is, or those in its lists and under its names, and says how many. They are
// in the n-th record of f.
func emitValue(f *File, emit Sink, raw json.RawMessage, n, depth int) (found int, err error) {
	switch {
	case depth > jsonDepth:
		return 0, nil
	case isObject(raw):
		var o jsonObject
		if err := o.parse(raw, f.Columns); err != nil {
			return 0, err
		}
		return emitObject(f, emit, o, n, depth)
	case bytes.HasPrefix(raw, []byte("[")):
		var list []json.RawMessage
		if err := json.Unmarshal(raw, &list); err != nil {
			return 0, err
		}
		return emitValues(f, emit, list, n, depth+1)
	}
	return 0, nil
}

func emitValues(f *File, emit Sink, list []json.RawMessage, n, depth int) (found int, err error) {
	for _, raw := range list {
		more, err := emitValue(f, emit, raw, n, depth)
		if found += more; err != nil {
			return found, err
		}
	}
	return found, nil
}

func emitObject(f *File, emit Sink, o jsonObject, n, depth int) (found int, err error) {
	if !o.isArticle(f.Columns) {
		list := make([]json.RawMessage, len(o.names))
		for i, name := range o.names {
			list[i] = o.values[name]
		}
		return emitValues(f, emit, list, n, depth+1)
	}
	if o.raw == nil {
		for _, name := range o.names {
			o.raw = append(append(o.raw, name...), o.values[name]...)
		}
	}
	at := columns(o.names, f.Columns)
	d := f.draftOf(o.text(at[columnID]), n, o.raw)
	fill(d, o.names, at, o.text)
	if d.Text == "" && d.Title == "" {
		return 1, emit.Fail(d.Source, ErrEmpty)
	}
	if !utf8.Valid(o.raw) {
		d.Source.Notes = append(d.Source.Notes, "invalid utf-8 mended")
	}
	return 1, emit.Draft(d)
}

// errNoText says what stands in an object in which there is no article.
func errNoText(raw json.RawMessage) error {
	var o jsonObject
	if err := json.Unmarshal(raw, &o.values); err != nil {
		return err
	}
	return fmt.Errorf("no column of text among %s", strings.Join(slices.Sorted(maps.Keys(o.values)), ", "))
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
		for _, k := range []string{"rendered", "main", "name", "original", "title", "text", "value", "content", "#text", "$t", "$date", "href", "url", "id"} {
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
