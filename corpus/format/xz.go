package format

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ulikunitz/xz"
)

func init() {
	register(Format{Name: "xz", Exts: []string{".xz", ".txz"}, Magic: isXZ, Decode: decodeXZ})
}

// xzDictionary is the largest dictionary that is honoured: xz -9 writes 64 MB. The decoder takes it from the header
// before it has read a byte of text.
const xzDictionary = 64 << 20

func isXZ(head []byte) bool { return bytes.HasPrefix(head, []byte("\xfd7zXZ\x00")) }

func decodeXZ(f *File, emit Sink) error {
	if size := xzDictionarySize(f.Head()); size > xzDictionary {
		return fmt.Errorf("a dictionary of %d MiB: %w", size>>20, ErrTooLarge)
	}
	return decompress(f, emit, func(in io.Reader) (io.Reader, error) { return xz.NewReader(in) })
}

// xzDictionarySize reads the size from the filter flags of the first block, as the file format's section 5.3.1 has it:
// filter id 0x21, one byte of properties.
func xzDictionarySize(head []byte) int64 {
	if len(head) < 24 {
		return 0
	}
	block := head[12:]
	at := bytes.Index(block[2:min(len(block), 30)], []byte{0x21, 0x01})
	if at < 0 || 2+at+2 >= len(block) {
		return 0
	}
	bits := int64(block[2+at+2])
	return (2 | bits&1) << (bits/2 + 11)
}
