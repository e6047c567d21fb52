// Package format turns the bytes of a file into drafts: records decoded to UTF-8, with what their format states beside
// the text. Each file format is one file here. Containers give their members instead, and whoever reads decides who
// decodes those. Nothing here knows what a date means, starts a goroutine or opens a file. It imports corpus.
package format

import (
	"bytes"
	"errors"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"dateline/corpus"
)

// A Format is one way of writing articles or a container of files.
type Format struct {
	Name string   // "html"
	Exts []string // endings in lower case, with the dot, asked where no Magic knows the content
	// Magic tells the format by the first bytes of a file. It is never given fewer than HeadSize bytes of a file that
	// has them. It may be nil.
	Magic func(head []byte) bool
	// General says that Magic is asked last: more specific formats look alike (an EPUB is a zip).
	General bool
	// Decode gives the records of f to emit. It returns the error of emit unchanged, and an error of its own where
	// the file ends early or is malformed; what it gave before stands.
	Decode func(f *File, emit Sink) error
}

// A Sink takes what a file holds. Its methods return an error only to stop the decoding.
type Sink interface {
	// Draft takes one record.
	Draft(d *corpus.Draft) error
	// Member takes a file inside a container. It is read, or not, before Member returns.
	Member(f *File) error
	// Fail takes a record that could not be read, named as Source.Record would name it, or as Source.Path would
	// where it is a member of an archive.
	Fail(src corpus.Source, err error) error
}

// HeadSize is how much of a file is looked at to tell its format.
const HeadSize = 16 << 10

// Reasons to skip a file.
var (
	ErrEmpty  = errors.New("empty")
	ErrBinary = errors.New("binary, not text")
)

var formats []Format

func register(f Format) { formats = append(formats, f) }

// Of tells the format of a file from its first bytes, then from the ending of its name. What neither tells is plain
// text, or no text at all.
func Of(head []byte, name string) (Format, error) {
	if len(bytes.Trim(head, " \t\r\n\x00\ufeff")) == 0 && len(head) < HeadSize {
		return Format{}, ErrEmpty
	}
	if reason := foreign(head); reason != nil {
		return Format{}, reason
	}
	probe := probeText(head)
	for _, general := range []bool{false, true} {
		for _, f := range formats {
			if f.General == general && f.Magic != nil && f.Magic(probe) {
				return f, nil
			}
		}
	}
	if isBinary(probe) {
		return Format{}, ErrBinary
	}
	ext := strings.ToLower(path.Ext(name))
	if what := sources[ext]; what != "" {
		return Format{}, &Unreadable{What: what}
	}
	for _, f := range formats {
		if ext != "" && slices.Contains(f.Exts, ext) {
			return f, nil
		}
	}
	return plain, nil
}

// sources are the endings of texts that are no articles: they lie beside every saved web page.
var sources = map[string]string{
	".css": "a style sheet", ".js": "a program", ".mjs": "a program", ".map": "a program's map", ".svg": "a picture", ".py": "a program",
}

// foreign knows the signatures of files that are common in folders and hold no article that can be read.
func foreign(head []byte) error {
	for _, s := range []struct{ magic, what string }{
		{"\x89PNG\r\n", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"\x7fELF", "a program"},
		{"RIFF", "sound or film"}, {"ID3", "sound"}, {"OggS", "sound or film"}, {"\x00\x00\x01\x00", "a picture"},
		{"SQLite format 3\x00", "a database"}, {"\xd0\xcf\x11\xe0", "an old Office document or an Outlook message: save it as DOCX or EML"},
		{"7z\xbc\xaf\x27\x1c", "a 7z archive: repack it as zip"}, {"Rar!\x1a\x07", "a rar archive: repack it as zip"},
		{"\x1f\x9d", "compressed by compress: pack it as gz"}, {"\x04\x22\x4d\x18", "compressed by lz4: pack it as zst"},
		{"\x5d\x00\x00", "compressed by lzma: pack it as xz"}, {"wOFF", "a font"}, {"wOF2", "a font"},
		{"%!PS", "PostScript: convert it to PDF"}, {"AT&TFORM", "DjVu: convert it to PDF"}, {"!BDN", "an Outlook mailbox: export it as MBOX"},
		{"PAR1", "Parquet: export it as JSONL or CSV"}, {"Obj\x01", "Avro: export it as JSONL or CSV"}, {"bplist00", "a property list: save the page as HTML"},
	} {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return &Unreadable{What: s.what}
		}
	}
	return nil
}

// An Unreadable is the reason to skip a file whose type is known and not read.
type Unreadable struct{ What string }

func (u *Unreadable) Error() string { return "not text but " + u.What }

// lazily is a pattern that is compiled when first used: every command would wait for all of them, and most read no file.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
