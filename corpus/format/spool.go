package format

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"

	"dateline/corpus"
)

// spoolSize is how much of a stream is held in memory where its end has to be known first.
const spoolSize = 8 << 20

// atAnyOffset gives f's bytes at any offset: the file's own where it has them, else from memory, or from a temporary file that
// has no name any more. A member of a container may be RecordLimit long, a file or standard input any length.
func (f *File) atAnyOffset() (at io.ReaderAt, size int64, done func(), err error) {
	if at, ok := f.raw.(io.ReaderAt); ok {
		return at, f.size, func() {}, nil
	}
	var in io.Reader = f
	if f.Depth > 0 {
		in = &guard{out: f, most: RecordLimit}
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(in, spoolSize+1))
	if err != nil {
		return nil, 0, nil, err
	}
	if n <= spoolSize {
		return bytes.NewReader(b.Bytes()), n, func() {}, nil
	}
	temporary, err := os.CreateTemp("", "dateline-*")
	if err != nil {
		return nil, 0, nil, err
	}
	done = func() { temporary.Close(); os.Remove(temporary.Name()) }
	os.Remove(temporary.Name()) // where an open file may be removed, nothing is left behind even by a kill
	n, err = io.Copy(temporary, io.MultiReader(&b, in))
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return temporary, n, done, nil
}

// draftAt begins a draft of the only record of f, whose bytes were read at any offset.
func (f *File) draftAt(at io.ReaderAt, size int64) (*corpus.Draft, error) {
	d := f.draft(nil)
	sum := sha256.New()
	n, err := io.Copy(sum, io.NewSectionReader(at, 0, size))
	d.Source.Bytes, d.Source.SHA256 = n, hex.EncodeToString(sum.Sum(nil))
	return d, err
}
