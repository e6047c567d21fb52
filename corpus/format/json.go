package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

func init() {
	register(Format{Name: "json", Exts: []string{".json"}, Magic: isJSON, General: true, Decode: decodeJSON})
}

var jsonOpening = lazily(`^\s*(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})`)

func isJSON(head []byte) bool { return jsonOpening().Match(head[:min(len(head), 4096)]) }

// lists are the names under which a dump holds its articles.
var lists = []string{"articles", "items", "docs", "documents", "results", "data", "hits", "news", "stories", "entries", "records",
	"posts", "response", "rows", "feed", "channel", "rss", "output", "list", "collection", "@graph"}

// decodeJSON streams the articles of an array, or of an object that holds one, however long; an object with a text
// of its own is one article. Only one record is held at a time. What is named as JSON lines is read so, though its first
// line be too long to tell.
func decodeJSON(f *File, emit Sink) error {
	if isLinesName(f.Name) && !opens(probeText(f.Head()), "[") {
		f.format = "jsonl"
		return decodeJSONL(f, emit)
	}
	rest := &ration{in: unmarked(f)}
	dec := json.NewDecoder(rest)
	dec.UseNumber()
	w := jsonWalk{f: f, emit: emit, dec: dec, ration: rest}
	for {
		rest.left = LineLimit
		err := w.value(0)
		switch {
		case err == io.EOF && w.n == 0:
			return errors.New("no article in it")
		case err == io.EOF:
			return nil
		case err == io.ErrUnexpectedEOF:
			return fmt.Errorf("ends early: %w", err)
		case err != nil:
			return err
		}
	}
}

type jsonWalk struct {
	f      *File
	emit   Sink
	dec    *json.Decoder
	ration *ration
	n      int // articles found
}

// value reads one value of the top, or one under a name of lists. Depth counts those names only.
func (w *jsonWalk) value(depth int) error {
	token, err := w.dec.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		err = w.elements()
	case json.Delim('{'):
		err = w.object(depth)
	}
	return unexpected(err)
}

// object reads an object whose brace is read: its lists as they come, the rest of it as one article, or as what holds some.
func (w *jsonWalk) object(depth int) error {
	before := w.n
	own := jsonObject{}
	for w.dec.More() {
		name, err := w.dec.Token()
		if err != nil {
			return unexpected(err)
		}
		key, _ := name.(string)
		w.ration.left = LineLimit
		if depth < 4 && slices.Contains(lists, strings.ToLower(key)) && !own.isArticle(w.f.Columns) {
			if err := w.list(key, &own, depth); err != nil {
				return unexpected(err)
			}
			continue
		}
		var raw json.RawMessage
		if err := w.dec.Decode(&raw); err != nil {
			return unexpected(err)
		}
		if own.set(key, raw); own.size() > LineLimit {
			return errRecord
		}
	}
	if _, err := w.dec.Token(); err != nil {
		return unexpected(err)
	}
	if w.n > before {
		return nil
	}
	w.n++
	own.unwrap(w.f.Columns)
	found, err := emitObject(w.f, w.emit, own, w.n, 0)
	if found == 0 {
		w.n--
	}
	return err
}

// list reads the value of a name that often holds articles; a text there belongs to the object around it.
func (w *jsonWalk) list(key string, own *jsonObject, depth int) error {
	token, err := w.dec.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return w.object(depth + 1)
	case json.Delim('['):
		return w.elements()
	}
	raw, err := json.Marshal(token)
	own.set(key, raw)
	return err
}

// elements reads a list whose bracket is read.
func (w *jsonWalk) elements() error {
	for w.dec.More() {
		w.ration.left = LineLimit
		if err := w.element(); err != nil {
			return err
		}
	}
	_, err := w.dec.Token()
	return err
}

// element reads an element of a list. One in which there is no article fails where it is an object.
func (w *jsonWalk) element() error {
	var raw json.RawMessage
	if err := w.dec.Decode(&raw); err != nil {
		return unexpected(err)
	}
	w.n++
	found, err := emitValue(w.f, w.emit, raw, w.n, 0)
	switch {
	case err != nil || found > 0:
		return err
	case raw[0] == '{':
		return w.emit.Fail(w.f.at(w.n), errNoText(raw))
	}
	w.n--
	return nil
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

var errRecord = fmt.Errorf("a record larger than %d MiB: %w", LineLimit>>20, ErrTooLarge)

// A ration is a reader that gives no more than is left, so that one value cannot eat the memory.
type ration struct {
	in   io.Reader
	left int64
}

func (r *ration) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errRecord
	}
	n, err := r.in.Read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	return n, err
}

// unmarked reads f without its byte order mark, from UTF-16 where it is that.
func unmarked(f *File) io.Reader {
	head := f.Head()
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			f.in.Discard(len(m.mark))
			if m.enc != nil {
				return m.enc.NewDecoder().Reader(f)
			}
			return f
		}
	}
	if _, enc := unmarkedUTF16(head); enc != nil {
		return enc.NewDecoder().Reader(f)
	}
	return f
}
