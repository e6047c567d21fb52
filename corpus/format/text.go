package format

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
)

func init() { register(plain) }

// plain is what is no other format and yet text. It streams: a file of any length costs TextLimit of memory.
var plain = Format{Name: "text", Exts: []string{".txt", ".text"}, Decode: decodePlain}

func decodePlain(f *File, emit Sink) error {
	const most = 2*TextLimit + 4 // UTF-16 needs two bytes for a letter
	sum := sha256.New()
	var head bytes.Buffer
	n, err := io.Copy(io.MultiWriter(&head, sum), io.LimitReader(f, most))
	if n == 0 && err != nil {
		return err
	}
	rest := int64(0)
	if err == nil {
		rest, err = io.Copy(sum, f)
	}
	if errors.Is(err, ErrTooLarge) { // made to expand: nobody's text
		return err
	}
	text, name, notes := decodeText(head.Bytes(), f.Declared)
	text, mended := mend(text)
	d := f.draft(nil)
	d.Source.Bytes = n + rest
	d.Source.SHA256 = hex.EncodeToString(sum.Sum(nil))
	d.Source.Charset = name
	if rest > 0 && len(text) <= TextLimit {
		notes = append(notes, "cut at 2 MB")
	}
	setText(d, text, append(notes, mended...)...)
	if err := emit.Draft(d); err != nil {
		return err
	}
	return err
}
