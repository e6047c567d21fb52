package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// packedAt is the time that archives state of their members, the same in every run.
var packedAt = time.Date(2019, 3, 2, 12, 0, 0, 0, time.UTC)

// pressed compresses what a fixture gives.
func pressed(data []byte, open func(io.Writer) (io.WriteCloser, error)) []byte {
	var b bytes.Buffer
	w, err := open(&b)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	return b.Bytes()
}

func gzipped(data []byte) []byte {
	return pressed(data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil })
}

func xzipped(data []byte) []byte {
	return pressed(data, func(w io.Writer) (io.WriteCloser, error) { return xz.NewWriter(w) })
}

func zstandard(data []byte) []byte {
	return pressed(data, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w, zstd.WithEncoderConcurrency(1)) })
}

// monotone is a text that compresses to nearly nothing.
func monotone(n int) []byte { return bytes.Repeat([]byte("a"), n) }

// A packed is a member of an archive: a link where it has a target, no file where its mode is not regular.
type packed struct {
	name, data string
	link       string
	kind       byte // of a tar header; 0 for a file
}

func tarred(members ...packed) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Size: int64(len(m.data)), Mode: 0o644, ModTime: packedAt, Linkname: m.link, Typeflag: m.kind}
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		io.WriteString(w, m.data)
	}
	w.Close()
	return b.Bytes()
}

func zipped(members ...packed) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: packedAt}
		if m.name == "mimetype" {
			h.Method = zip.Store
		}
		if h.SetMode(0o644); m.link != "" {
			h.SetMode(0o120777)
			h.ExternalAttrs = 0o120777 << 16
		}
		part, err := w.CreateHeader(h)
		if err != nil {
			panic(err)
		}
		io.WriteString(part, m.data+m.link)
	}
	w.Close()
	return b.Bytes()
}

// encrypted sets the flag of the archive's members that says so.
func encrypted(archive []byte) []byte {
	for _, h := range []struct {
		mark string
		at   int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for from := 0; ; {
			i := bytes.Index(archive[from:], []byte(h.mark))
			if i < 0 {
				break
			}
			archive[from+i+h.at] |= 1
			from += i + 4
		}
	}
	return archive
}

// nested puts an archive into another, n times.
func nested(n int, inner packed) []byte {
	data := zipped(inner)
	for range n - 1 {
		data = zipped(packed{name: "inner.zip", data: string(data)})
	}
	return data
}

func decoded(s string) []byte {
	data, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(s, "\n", ""))
	if err != nil {
		panic(err)
	}
	return data
}

const ferry = "The ferry sailed at eight.\n"

// No package writes bzip2: sampleText, and 12 MB of one letter, as the bzip2 program writes them.
const (
	sampleBzip2 = `QlpoOTFBWSZTWW6LXP8AABjfgAAQUGcQAAJn3AA/798gIACEGqn5Gqep+k1GjT1MRsJMmQGplPTSTAamEZGIzRodUzJXS8bWS20t
mxn6ofuFc5G3MNBbdxi/WCWKfohB9Ht8zRkylkdCA7jTWF4rnmGxWIHIYkai/4XTfggoIdRH/kRWsFCRrRYXpz6U0qoVDlcCCCcg
YozrY5mHTFEwByhoQJbPcoJDpe85DTwyqxU7F3JFOFCQbotc/w==`
	monotoneBzip2 = `QlpoOTFBWSZTWTr98+UAYGABCKAAAAQACCAAMMwFKaYCgLYgUBeLuSKcKEgdfvnygA==`
)

func init() {
	fixtures = append(fixtures,
		fixture{"gz/sample.txt.gz", func() []byte { return gzipped([]byte(sampleText)) }},
		fixture{"gz/sample.tgz", func() []byte { return gzipped(tarred(packed{name: "harbour.txt", data: sampleText})) }},
		fixture{"gz/truncated.txt.gz", half("gz/sample.txt.gz")},
		fixture{"gz/hostile.txt.gz", func() []byte { return gzipped(monotone(12 << 20)) }},

		fixture{"bz2/sample.txt.bz2", func() []byte { return decoded(sampleBzip2) }},
		fixture{"bz2/truncated.txt.bz2", half("bz2/sample.txt.bz2")},
		fixture{"bz2/hostile.txt.bz2", func() []byte { return decoded(monotoneBzip2) }},

		fixture{"xz/sample.txt.xz", func() []byte { return xzipped([]byte(sampleText)) }},
		fixture{"xz/truncated.txt.xz", half("xz/sample.txt.xz")},
		fixture{"xz/hostile.txt.xz", func() []byte { return xzipped(monotone(12 << 20)) }},
		fixture{"xz/hostile-dictionary.txt.xz", func() []byte {
			data := xzipped([]byte(sampleText))
			at := bytes.Index(data, []byte{0x21, 0x01})
			data[at+2] = 40 // 4 GB
			return data
		}},

		fixture{"zst/sample.txt.zst", func() []byte { return zstandard([]byte(sampleText)) }},
		fixture{"zst/truncated.txt.zst", half("zst/sample.txt.zst")},
		fixture{"zst/hostile.txt.zst", func() []byte { return zstandard(monotone(12 << 20)) }},

		fixture{"tar/sample.tar", func() []byte {
			return tarred(packed{name: "2019/", kind: tar.TypeDir}, packed{name: "2019/harbour.txt", data: sampleText}, packed{name: "2019/ferry.txt", data: ferry},
				packed{name: "2019/old.txt.gz", data: string(gzipped([]byte("The old ferry sailed at nine.\n")))})
		}},
		fixture{"tar/truncated.tar", func() []byte {
			return tarred(packed{name: "harbour.txt", data: sampleText}, packed{name: "ferry.txt", data: ferry})[:1540]
		}},
		fixture{"tar/hostile.tar", func() []byte {
			return tarred(packed{name: "../../outside.txt", data: ferry}, packed{name: "/absolute.txt", data: ferry}, packed{name: "link.txt", link: "/absolute.txt", kind: tar.TypeSymlink},
				packed{name: "hard.txt", link: "../../outside.txt", kind: tar.TypeLink}, packed{name: "pipe.txt", kind: tar.TypeFifo}, packed{name: "device.txt", kind: tar.TypeBlock},
				packed{name: "__MACOSX/._ferry.txt", data: ferry}, packed{name: "twice.txt", data: ferry}, packed{name: "twice.txt", data: ferry},
				packed{name: "\x1b[31mred\xff.txt", data: ferry}, packed{name: "empty.txt"}, packed{name: "deep.zip", data: string(nested(3, packed{name: "in.txt", data: ferry}))})
		}},

		fixture{"zip/sample.zip", func() []byte {
			return zipped(packed{name: "2019/harbour.txt", data: sampleText}, packed{name: "2019/page.html", data: samplePage}, packed{name: "2019/more.zip", data: string(zipped(packed{name: "ferry.txt", data: ferry}))})
		}},
		fixture{"zip/truncated.zip", half("zip/sample.zip")},
		fixture{"zip/hostile.zip", func() []byte {
			return zipped(packed{name: "../../outside.txt", data: ferry}, packed{name: "/absolute.txt", data: ferry}, packed{name: `..\windows.txt`, data: ferry}, packed{name: "nul\x00.txt", data: ferry},
				packed{name: "link.txt", link: "/absolute.txt"}, packed{name: "deep.zip", data: string(nested(3, packed{name: "in.txt", data: ferry}))})
		}},
		fixture{"zip/hostile-bomb.zip", func() []byte {
			return zipped(packed{name: "a.txt", data: string(monotone(12 << 20))}, packed{name: "b.txt", data: ferry})
		}},
		fixture{"zip/hostile-encrypted.zip", func() []byte { return encrypted(zipped(packed{name: "a.txt", data: ferry})) }},
	)
}
