package format

import (
	"bytes"
	"compress/bzip2"
	"io"
)

func init() {
	register(Format{Name: "bz2", Exts: []string{".bz2", ".tbz", ".tbz2"}, Magic: isBzip2, Decode: decodeBzip2})
}

func isBzip2(head []byte) bool {
	return len(head) > 9 && bytes.HasPrefix(head, []byte("BZh")) && bytes.Equal(head[4:10], []byte("1AY&SY"))
}

func decodeBzip2(f *File, emit Sink) error {
	return decompress(f, emit, func(in io.Reader) (io.Reader, error) { return bzip2.NewReader(in), nil })
}
