package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
)

func init() {
	register(Format{Name: "zip", Exts: []string{".zip"}, Magic: isZip, General: true, Decode: decodeZip})
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) && len(head) >= 22
}

var errEncrypted = errors.New("encrypted")

// An archive is an open zip, or a document that is a zip: an office file, a book.
type archive struct {
	*zip.Reader
	at    io.ReaderAt
	size  int64
	total int64                // bytes that its members gave
	parts map[string]*zip.File // by their names, once open was asked for one
	close func()
}

func openArchive(f *File) (*archive, error) {
	at, size, done, err := f.atAnyOffset()
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // a name is a label only
		done()
		return nil, err
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20)))
	a := &archive{Reader: z, at: at, size: size, close: done}
	if a.overlaps() {
		done()
		return nil, fmt.Errorf("members overlap: %w", ErrTooLarge)
	}
	return a, nil
}

// overlaps reports whether the members together are longer than the archive: then a few bytes are many of them.
func (a *archive) overlaps() bool {
	left := uint64(a.size)
	for _, m := range a.File {
		if m.CompressedSize64 > left {
			return true
		}
		left -= m.CompressedSize64
	}
	return false
}

// member opens a member. All members together may be ratioLimit times the archive. One alone may be of any length, as
// a container that streams may.
func (a *archive) member(m *zip.File) (io.ReadCloser, error) {
	if m.Flags&1 != 0 {
		return nil, errEncrypted
	}
	in, err := m.Open()
	if err != nil {
		return nil, err
	}
	g := &guard{out: in, from: &counter{n: a.size}, n: a.total}
	return struct {
		io.Reader
		io.Closer
	}{readerFunc(func(p []byte) (int, error) {
		n, err := g.Read(p)
		a.total = g.n
		return n, err
	}), in}, nil
}

// open opens a part of a document by its name. A part is held whole: it may be RecordLimit long.
func (a *archive) open(name string) (io.ReadCloser, error) {
	if a.parts == nil {
		a.parts = map[string]*zip.File{}
		for _, m := range a.File {
			a.parts[m.Name] = m
		}
	}
	m := a.parts[name]
	if m == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	in, err := a.member(m)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{&guard{out: in, most: RecordLimit}, in}, nil
}

func decodeZip(f *File, emit Sink) error {
	if f.memberDepth() > DepthLimit {
		return ErrTooDeep
	}
	a, err := openArchive(f)
	if err != nil {
		return err
	}
	defer a.close()
	if len(a.File) == 0 {
		return ErrEmpty
	}
	for _, m := range a.File {
		if !m.Mode().IsRegular() || Housekeeping(m.Name) {
			continue
		}
		inner := f.Member(m.Name, nil, 0)
		in, err := a.member(m)
		if err != nil {
			err = emit.Fail(inner.Source, err)
		} else {
			err = emit.Member(inner.Over(in, 0))
			in.Close()
		}
		if err != nil {
			return err
		}
		if a.total > ratioFree && a.total > ratioLimit*a.size {
			return ErrTooLarge
		}
	}
	return nil
}

// firstMember is the name of a zip's first member: the head of a document says by it what it is.
func firstMember(head []byte) string {
	if len(head) < 30 || !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return ""
	}
	n := int(head[26]) | int(head[27])<<8
	return string(head[30:min(len(head), 30+n)])
}

// mimeMember is what a document's first member "mimetype", which is stored uncompressed, says.
func mimeMember(head []byte) string {
	if firstMember(head) != "mimetype" {
		return ""
	}
	extra := int(head[28]) | int(head[29])<<8
	body := head[min(len(head), 38+extra):]
	return string(body[:min(len(body), 60)])
}
