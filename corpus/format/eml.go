package format

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"slices"
	"strings"

	"github.com/emersion/go-message"
	"golang.org/x/net/html/charset"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "mail", Exts: []string{".eml"}, Magic: isMail, Decode: decodeMail})
}

// Limits of what a message may be made of.
const (
	mimeDepth = 20
	mimeParts = 1000
)

// mailTexts are the media types of parts that are read; a part may state none.
var mailTexts = []string{"", "text/plain", "text/html", "text/markdown", "text/enriched"}

var (
	headerLine = lazily(`^[A-Za-z][A-Za-z0-9-]*:[ \t]?`)
	mailHeader = lazily(`(?im)^(?:mime-version|received|message-id|return-path|delivered-to|content-type|x-mailer|dkim-signature):`)
	fromHeader = lazily(`(?im)^(?:from|sender):`)
)

// isMail wants a block of header lines of which one says who wrote and another only mail programs write: a news text
// may begin with "From:" and "Date:" too.
func isMail(head []byte) bool {
	if !headerLine().Match(head) {
		return false
	}
	block, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	return mailHeader().Match(block) && fromHeader().Match(block)
}

// decodeMail reads a message: its text, of two versions of it the one that says more. Attachments are named in a note
// and not read.
func decodeMail(f *File, emit Sink) error {
	at := &hashed{in: io.LimitReader(f, RecordLimit)}
	m := letter{}
	broken := m.read(at)
	io.Copy(io.Discard, at) // what follows the last part belongs to the record
	d := f.draft(nil)
	d.Source.Bytes, d.Source.SHA256 = at.n, at.sum()
	d.Part = corpus.PartBody
	m.fill(d)
	switch {
	case d.Text == "" && broken != nil:
		return broken
	case d.Text == "" && d.Title == "":
		return ErrEmpty
	}
	if err := emit.Draft(d); err != nil {
		return err
	}
	return broken
}

// A letter is a message taken apart.
type letter struct {
	header      message.Header
	plain, html string // the texts of all parts of a kind
	charset     string
	notes       []string
	parts       int
}

func (m *letter) read(in io.Reader) error {
	whole, err := message.ReadWithOptions(in, &message.ReadOptions{MaxHeaderBytes: 1 << 20})
	if whole == nil {
		return err
	}
	m.header = whole.Header
	return m.part(whole, 0)
}

func (m *letter) part(e *message.Entity, depth int) error {
	if m.parts++; m.parts > mimeParts || depth > mimeDepth {
		return fmt.Errorf("a message of more than %d parts or %d levels: %w", mimeParts, mimeDepth, ErrTooLarge)
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			p, err := parts.NextPart()
			if err == io.EOF {
				return nil
			}
			if p == nil {
				return err
			}
			if err := m.part(p, depth+1); err != nil {
				return err
			}
		}
	}
	kind, params, _ := e.Header.ContentType()
	if placed, p, _ := e.Header.ContentDisposition(); placed == "attachment" || !slices.Contains(mailTexts, kind) {
		if kind != "message/rfc822" {
			m.notes = append(m.notes, "attachment not read: "+firstOf(decodedHeader(p["filename"]), decodedHeader(params["name"]), kind))
			return nil
		}
	}
	if kind == "message/rfc822" {
		inner, err := message.ReadWithOptions(e.Body, &message.ReadOptions{MaxHeaderBytes: 1 << 20})
		if inner == nil {
			return err
		}
		return m.part(inner, depth+1)
	}
	return m.text(e, kind, params["charset"])
}

func (m *letter) text(e *message.Entity, kind, set string) error {
	raw, err := io.ReadAll(io.LimitReader(e.Body, 2*TextLimit))
	text, name, notes := decodeText(raw, firstOf(set, declaredInPage(raw, "")))
	m.charset = firstOf(m.charset, name)
	m.notes = append(m.notes, notes...)
	switch {
	case kind == "text/html" && len(m.html) <= 2*TextLimit:
		m.html += text
	case kind != "text/html" && len(m.plain) <= TextLimit:
		m.plain += text + "\n"
	}
	return err
}

func (m *letter) fill(d *corpus.Draft) {
	for fields := m.header.Fields(); fields.Next(); {
		key := strings.ToLower(fields.Key())
		switch key {
		case "from", "to", "date", "subject", "message-id", "list-id", "sender", "reply-to", "organization", "newsgroups", "content-language":
			if v := decodedHeader(fields.Value()); d.Meta["mail:"+key] == "" && len(v) <= 4096 {
				d.Meta["mail:"+key] = v
			}
		}
	}
	d.Title = squeezed(d.Meta["mail:subject"])
	for ours, theirs := range map[string]string{corpus.MetaDate: "mail:date", corpus.MetaAuthor: "mail:from", corpus.MetaLanguage: "mail:content-language"} {
		if v := d.Meta[theirs]; v != "" {
			d.Meta[ours] = v
		}
	}
	if id := strings.Trim(d.Meta["mail:message-id"], "<> "); d.Key == "" {
		d.Key = id
	}
	d.Source.Charset = firstOf(m.charset, "utf-8")
	if url, ok := m.saved(); ok && m.html != "" {
		d.Meta[corpus.MetaURL], d.Meta[corpus.MetaCrawled] = url, d.Meta["mail:date"]
		delete(d.Meta, corpus.MetaDate)
		delete(d.Meta, corpus.MetaAuthor)
		d.Source.Notes = m.notes
		readPage(d, m.html)
		return
	}
	body := m.plain
	if m.html != "" {
		// The plain version of a newsletter is often one line that asks to view the other.
		if text := textOfHTML(m.html); len(strings.TrimSpace(m.plain))*2 < len(text) {
			body = text
		}
	}
	text, mended := mend(strings.TrimSpace(body))
	setText(d, text, append(m.notes, mended...)...)
}

// saved reports whether a message is a web page that a browser saved (MHTML, RFC 2557), and where that was. Its date is
// the day of saving.
func (m *letter) saved() (url string, ok bool) {
	url = m.header.Get("Snapshot-Content-Location")
	return url, url != "" || strings.HasPrefix(m.header.Get("From"), "<Saved by ")
}

// decodedHeader reads encoded words (RFC 2047), and bytes above 127 that should have been encoded.
func decodedHeader(value string) string {
	words := mime.WordDecoder{CharsetReader: func(set string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(set, in) }}
	decoded, err := words.DecodeHeader(value)
	if err != nil {
		decoded = value
	}
	text, _, _ := decodeText([]byte(decoded), "")
	return squeezed(text)
}
