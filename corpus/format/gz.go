package format

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
)

func init() {
	register(Format{Name: "gz", Exts: []string{".gz", ".tgz"}, Magic: isGzip, Decode: decodeGzip})
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1f\x8b\x08")) }

// decodeGzip reads all members of the stream as one, as WARC files want it.
func decodeGzip(f *File, emit Sink) error {
	return decompress(f, emit, func(in io.Reader) (io.Reader, error) { return gzip.NewReader(in) })
}
