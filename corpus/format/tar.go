package format

import (
	"archive/tar"
	"io"
	"strings"
)

func init() {
	register(Format{Name: "tar", Exts: []string{".tar"}, Magic: isTar, Decode: decodeTar})
}

func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

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
		if header.Typeflag != tar.TypeReg && header.Typeflag != tar.TypeGNUSparse || isHousekeeping(header.Name) {
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

// isHousekeeping knows the members that systems add to archives for themselves.
func isHousekeeping(name string) bool {
	base := name[strings.LastIndex(name, "/")+1:]
	return strings.Contains("/"+name, "/__MACOSX/") || strings.HasPrefix(base, "._") || base == ".DS_Store" || base == "Thumbs.db"
}

type readerFunc func(p []byte) (int, error)

func (r readerFunc) Read(p []byte) (int, error) { return r(p) }
