package format

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "warc", Exts: []string{".warc"}, Magic: isWARC, Decode: decodeWARC})
}

func isWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// decodeWARC streams the pages of a web archive (WARC 1.0 and 1.1, ISO 28500) of any length. A gzip around each record
// is one long gzip stream to its reader. Redirects, errors, scripts, pictures and requests are passed over.
func decodeWARC(f *File, emit Sink) error {
	in := bufio.NewReaderSize(f, 64<<10)
	pages := 0
	for n := 1; ; n++ {
		header, err := warcHeader(in)
		if err == io.EOF && pages == 0 {
			return errors.New("no page in it")
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
		if err != nil || length < 0 {
			return fmt.Errorf("record %d: no length", n)
		}
		block := &io.LimitedReader{R: in, N: length}
		page, err := warcRecord(f, emit, header, block, n)
		if err != nil {
			return err
		}
		if page {
			pages++
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return err
		}
		if block.N > 0 {
			return fmt.Errorf("record %d: %w", n, io.ErrUnexpectedEOF)
		}
	}
}

// warcHeader reads the next record's header, past the blank lines before it.
func warcHeader(in *bufio.Reader) (textproto.MIMEHeader, error) {
	for blank := 0; ; blank++ {
		line, err := in.ReadSlice('\n')
		if err != nil && (err != io.EOF || len(line) > 0) {
			return nil, unexpected(err)
		}
		if err == io.EOF {
			return nil, io.EOF
		}
		if bytes.HasPrefix(line, []byte("WARC/")) {
			break
		}
		if len(bytes.TrimSpace(line)) > 0 || blank > 100 {
			return nil, errors.New("not a WARC record")
		}
	}
	var raw []byte
	for {
		line, err := in.ReadSlice('\n')
		if err != nil {
			return nil, unexpected(err)
		}
		if raw = append(raw, line...); len(raw) > 1<<20 {
			return nil, ErrTooLarge
		}
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
	}
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(raw))).ReadMIMEHeader()
	if len(header) == 0 {
		return nil, unexpected(err)
	}
	return header, nil
}

// warcRecord gives the page that a record holds, and says whether it holds one.
func warcRecord(f *File, emit Sink, header textproto.MIMEHeader, block io.Reader, n int) (page bool, err error) {
	body, media := block, header.Get("Content-Type")
	if strings.HasPrefix(media, "application/http") {
		if header.Get("WARC-Type") != "response" {
			return false, nil
		}
		if body, media, err = httpBody(block); err != nil {
			return true, emit.Fail(f.at(n), err)
		}
	}
	switch header.Get("WARC-Type") {
	case "response", "resource", "conversion":
	default:
		return false, nil
	}
	if body == nil || !isPage(media) {
		return false, nil
	}
	id := strings.Trim(header.Get("WARC-Record-ID"), "<>")
	m := f.record(strings.TrimPrefix(id, "urn:uuid:"), n, body)
	if m.Meta == nil {
		m.Meta = map[string]string{}
	}
	m.Declared = media
	m.Meta[corpus.MetaCrawled] = header.Get("WARC-Date")
	m.Meta[corpus.MetaURL] = strings.Trim(header.Get("WARC-Target-URI"), "<>")
	return true, emit.Member(m)
}

func isPage(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml", "application/atom+xml":
		return true
	}
	return false
}

// httpBody reads an HTTP response as it came over the wire. The body is nil where it is no page that was found.
func httpBody(block io.Reader) (io.Reader, string, error) {
	in := bufio.NewReader(block)
	wire := textproto.NewReader(in)
	status, err := wire.ReadLine()
	if err != nil || !strings.HasPrefix(status, "HTTP/") {
		return nil, "", errors.New("not an HTTP response")
	}
	header, err := wire.ReadMIMEHeader()
	if len(header) == 0 && err != nil {
		return nil, "", err
	}
	if _, code, _ := strings.Cut(status, " "); !strings.HasPrefix(code, "200") {
		return nil, "", nil
	}
	body, err := httpDecoded(in, header)
	return body, header.Get("Content-Type"), err
}

// httpDecoded takes off what the header says was put around the body, where it is there: crawlers keep the header as
// sent, and the body often as they decoded it.
func httpDecoded(in *bufio.Reader, header textproto.MIMEHeader) (io.Reader, error) {
	if line, _ := in.Peek(20); header.Get("Transfer-Encoding") == "chunked" && chunkLine().Match(line) {
		in = bufio.NewReader(httputil.NewChunkedReader(in))
	}
	coded, _ := in.Peek(2)
	from := &counter{in: in}
	var out io.Reader = from
	var err error
	switch {
	case string(coded) == "\x1f\x8b":
		out, err = gzip.NewReader(from)
	case header.Get("Content-Encoding") == "deflate" && len(coded) == 2 && coded[0] == 0x78:
		out, err = zlib.NewReader(from)
	case header.Get("Content-Encoding") == "br" && compressed(in):
		return nil, &Unreadable{What: "brotli: store pages decoded"}
	}
	if err != nil {
		return nil, err
	}
	return &guard{out: out, from: from, most: RecordLimit}, nil
}

// compressed tells bytes from the text that a crawler may have made of them.
func compressed(in *bufio.Reader) bool {
	head, _ := in.Peek(512)
	return isBinary(head)
}

var chunkLine = lazily(`^[0-9A-Fa-f]+[ \t]*(?:;[^\r\n]*)?\r\n`)
