package format

import (
	"archive/tar"
	"io"
	"strconv"
	"strings"
)

func init() {
	register(Format{Name: "tar", Exts: []string{".tar"}, Magic: isTar, Decode: decodeTar})
}

// isTar holds the checksum in the header's octal digits against its bytes, of which those digits count as spaces: tars
// from before POSIX have no other mark.
func isTar(head []byte) bool {
	if len(head) < 512 || head[0] == 0 {
		return false
	}
	digits := strings.Trim(string(head[148:156]), " \x00")
	want, err := strconv.ParseInt(digits, 8, 64)
	sum := int64(8 * ' ')
	for i, c := range head[:512] {
		if i < 148 || i >= 156 {
			sum += int64(c)
		}
	}
	return err == nil && sum == want
}

// decodeTar streams the regular files of an archive of any length. Links are ignored; a name is a label and nothing
// is written under it.
func decodeTar(f *File, emit Sink) error {
	if f.memberDepth() > DepthLimit {
		return ErrTooDeep
	}
	from := &counter{in: f}
	archive := tar.NewReader(from)
	for {
		header, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && header == nil {
			return err
		}
		if header.Typeflag != tar.TypeReg && header.Typeflag != tar.TypeGNUSparse || Housekeeping(header.Name) {
			continue
		}
		// A sparse member can be any number of zeros made from a few bytes.
		start := &counter{in: from.in, n: 0}
		before := from.n
		body := &guard{out: archive, from: start}
		m := f.Member(header.Name, readerFunc(func(p []byte) (int, error) {
			n, err := body.Read(p)
			start.n = from.n - before
			return n, err
		}), 0)
		if err := emit.Member(m); err != nil {
			return err
		}
	}
}

// Housekeeping knows the files that systems add to folders and archives for themselves.
func Housekeeping(name string) bool {
	base := name[strings.LastIndex(name, "/")+1:]
	return strings.Contains("/"+name, "/__MACOSX/") || strings.HasPrefix(base, "._") || base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini"
}

type readerFunc func(p []byte) (int, error)

func (r readerFunc) Read(p []byte) (int, error) { return r(p) }
