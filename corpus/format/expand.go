package format

import (
	"io"
	"path"
	"strings"
)

// What a compressed stream may expand to: ratioLimit times what was read of it, once that is more than ratioFree.
// Text rarely passes 20, and a page of nothing but one letter about 1,000.
const (
	ratioLimit = 200
	ratioFree  = 10 << 20
)

// A counter counts what is read through it.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

// A guard stops a stream that expands beyond the limit. It counts the bytes as they come and believes no header.
type guard struct {
	out  io.Reader
	from *counter // what out is made from; nil where that is not known
	n    int64
	most int64 // of out, however much it was made from; 0 for no limit
}

func (g *guard) Read(p []byte) (int, error) {
	if g.from != nil && g.n > ratioFree && g.n > ratioLimit*g.from.n || g.most > 0 && g.n > g.most {
		return 0, ErrTooLarge
	}
	n, err := g.out.Read(p)
	g.n += int64(n)
	return n, err
}

// decompress decodes what f's only member holds, under f's own path.
func decompress(f *File, emit Sink, open func(io.Reader) (io.Reader, error)) error {
	if f.Depth >= DepthLimit {
		return ErrTooDeep
	}
	from := &counter{in: f}
	out, err := open(from)
	if err != nil {
		return err
	}
	if c, ok := out.(io.Closer); ok {
		defer c.Close()
	}
	inner := f.Over(&guard{out: out, from: from}, 0)
	inner.Name = uncompressedName(f.Name)
	inner.Depth, inner.unwrapped = f.Depth+1, true
	return inner.Decode(emit)
}

// uncompressedName is the name without the compression's ending: "a.html" for "a.html.gz", "a.tar" for "a.tgz".
func uncompressedName(name string) string {
	ext := strings.ToLower(path.Ext(name))
	base := strings.TrimSuffix(name, path.Ext(name))
	switch ext {
	case ".tgz", ".tbz", ".tbz2", ".txz", ".tzst":
		return base + ".tar"
	case ".gz", ".bz2", ".xz", ".zst", ".z":
		return base
	}
	return name
}
