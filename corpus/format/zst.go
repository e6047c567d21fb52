package format

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zstd"
)

func init() {
	register(Format{Name: "zst", Exts: []string{".zst", ".tzst"}, Magic: isZstd, Decode: decodeZstd})
}

func isZstd(head []byte) bool { return bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) }

func decodeZstd(f *File, emit Sink) error {
	return decompress(f, emit, func(in io.Reader) (io.Reader, error) {
		// One goroutine of its own would outlive a reading that stops; --long=27 writes windows of 128 MB.
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	})
}
