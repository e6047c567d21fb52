package format

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"strings"

	"dateline/corpus"
)

// Limits of what a file may make of itself. They hold for each record, never for a container that streams.
const (
	TextLimit   = 2 << 20   // bytes of a draft's text: bleve and every later step are sized by it
	RecordLimit = 256 << 20 // bytes of a record that has to be held whole, after decompression
	LineLimit   = 64 << 20  // bytes of a JSON line, a CSV row or a message's text: they are held several times over
	DepthLimit  = 3         // archives inside archives
)

// Errors of files that are larger than they may be.
var (
	ErrTooLarge = errors.New("expands beyond the limit")
	ErrTooDeep  = fmt.Errorf("archives nested more than %d deep", DepthLimit)
)

// A File is a stream of bytes to decode, with what is known about it from outside.
type File struct {
	Source   corpus.Source     // Root, Path and Record; drafts begin with a copy
	Key      string            // the record's own id where a container states it
	Name     string            // its last element's ending is the second witness of the type
	Declared string            // a media type with its charset, as a container declares it: "text/html; charset=koi8-r"
	Meta     map[string]string // what a container states of every draft in it
	Columns  map[string]string // the user's word: our field to the file's own column ("body": "content")
	Depth    int               // of archives around it
	Shop     *Workshop         // tools shared with other files; nil: its own

	format    string
	force     string // the format's name where a container knows it
	unwrapped bool   // what a compression held: an archive in it is no deeper than the compression
	in        *bufio.Reader
	raw       io.Reader
	size      int64 // of raw where it is an io.ReaderAt
}

// Open makes a File of a stream. Where in is an io.ReaderAt, size is its length.
func Open(src corpus.Source, name string, in io.Reader, size int64) *File {
	return &File{Source: src, Name: name, in: bufio.NewReaderSize(in, HeadSize), raw: in, size: size}
}

// Over is the same file with its bytes in another stream.
func (f *File) Over(in io.Reader, size int64) *File {
	g := *f
	g.in, g.raw, g.size = bufio.NewReaderSize(in, HeadSize), in, size
	return &g
}

// Read reads the file's bytes.
func (f *File) Read(p []byte) (int, error) { return f.in.Read(p) }

// Head gives the first bytes of the file without reading them away.
func (f *File) Head() []byte {
	head, _ := f.in.Peek(HeadSize)
	return head
}

// Decode tells the file's format and decodes it.
func (f *File) Decode(emit Sink) error {
	if f.Depth > DepthLimit {
		return ErrTooDeep
	}
	head, err := f.in.Peek(HeadSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		return err
	}
	kind, err := f.kind(head)
	if err != nil {
		return err
	}
	f.format = kind.Name
	return kind.Decode(f, emit)
}

func (f *File) kind(head []byte) (Format, error) {
	for _, known := range formats {
		if f.force != "" && known.Name == f.force {
			return known, nil
		}
	}
	return Of(head, f.Name)
}

// Member is a file inside f, below f's own path.
func (f *File) Member(name string, in io.Reader, size int64) *File {
	src := f.Source
	src.Path += "!" + label(name)
	m := Open(src, path.Base(name), in, size)
	m.Depth, m.Columns, m.Meta, m.Shop = f.memberDepth(), f.Columns, f.Meta, f.Shop
	return m
}

func (f *File) memberDepth() int {
	if f.unwrapped {
		return f.Depth
	}
	return f.Depth + 1
}

// record is a file inside f that is one of f's records and no file of its own.
func (f *File) record(key string, n int, in io.Reader) *File {
	m := Open(f.Source, "", in, 0)
	m.Source.Record = recordName(f.Source.Record, key, n)
	m.Key, m.Depth, m.Columns, m.Meta, m.Shop = key, f.Depth, f.Columns, maps.Clone(f.Meta), f.Shop
	return m
}

// draft begins a draft of the only record of f, whose bytes are raw.
func (f *File) draft(raw []byte) *corpus.Draft {
	d := &corpus.Draft{Source: f.Source, Key: f.Key, Part: corpus.PartText, Meta: maps.Clone(f.Meta)}
	if d.Meta == nil {
		d.Meta = map[string]string{}
	}
	d.Source.Format, d.Source.Charset = f.format, "utf-8"
	d.Source.Bytes = int64(len(raw))
	sum := sha256.Sum256(raw)
	d.Source.SHA256 = hex.EncodeToString(sum[:])
	return d
}

// draftOf begins a draft of the n-th of many records of f, counted from 1.
func (f *File) draftOf(key string, n int, raw []byte) *corpus.Draft {
	d := f.draft(raw)
	if key != "" {
		d.Key = key
	}
	d.Source.Record = recordName(f.Source.Record, key, n)
	return d
}

func recordName(outer, key string, n int) string {
	if key == "" {
		key = fmt.Sprintf("#%d", n)
	}
	if outer != "" {
		return outer + "/" + key
	}
	return key
}

// bytes reads all of f, at most limit bytes.
func (f *File) bytes(limit int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return b.Bytes(), err
	case n > limit:
		return nil, fmt.Errorf("larger than %d MiB: %w", limit>>20, ErrTooLarge)
	}
	return b.Bytes(), nil
}

// label makes valid UTF-8 of a name that a file system or an archive gave, for showing and for ids.
func label(name string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(name, "\x00", "%00"), "%FF")
}

// at is where the n-th record of f stands.
func (f *File) at(n int) corpus.Source {
	src := f.Source
	src.Format, src.Record = f.format, recordName(f.Source.Record, "", n)
	return src
}
