package format

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "html", Exts: []string{".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"}, Magic: isHTML, Decode: decodeHTML})
}

// treeLimit is the largest page that is parsed into a tree, which takes some twenty times its size. The text of
// larger ones is read tag by tag.
const treeLimit = 8 << 20

func isHTML(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	for bytes.HasPrefix(head, []byte("<!--")) {
		end := bytes.Index(head, []byte("-->"))
		if end < 0 {
			return false
		}
		head = bytes.TrimLeft(head[end+3:], " \t\r\n")
	}
	if opens(head, "<?xml") {
		return firstElement(head) == "html"
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<article", "<div", "<p>", "<h1"} {
		if opens(head, tag) {
			return true
		}
	}
	return false
}

func decodeHTML(f *File, emit Sink) error {
	raw, err := f.bytes(RecordLimit)
	if err != nil && len(raw) == 0 {
		return err
	}
	text, name, notes := decodeText(raw, declaredInPage(raw, f.Declared))
	d := f.draft(raw)
	d.Source.Charset = name
	d.Source.Notes = notes
	readPage(d, strings.ReplaceAll(text, "\x00", ""))
	if err := emit.Draft(d); err != nil {
		return err
	}
	return err
}

var charsetEquals = lazily(`(?i)charset=`)

// declaredInPage takes the character set from the page's own head where the transport states none.
func declaredInPage(raw []byte, declared string) string {
	if declaredCharset(declared) != "" {
		return declared
	}
	head := raw[:min(len(raw), 4096)]
	at := charsetEquals().FindIndex(head)
	if at == nil {
		return ""
	}
	value := bytes.TrimLeft(head[at[1]:], `"' `)
	if end := bytes.IndexAny(value, "\"'/>; \r\n"); end >= 0 {
		value = value[:end]
	}
	return string(value)
}

// readPage fills a draft from a page: what its head states, its main text, and all its visible text beside it.
func readPage(d *corpus.Draft, page string) {
	d.Part = corpus.PartBody
	doc, err := parseTree(page)
	if err != nil {
		text, mended := mend(textOfTags(page))
		setText(d, text, append(mended, "read tag by tag: "+err.Error())...)
		return
	}
	facts := readHead(doc, d.Meta)
	d.Title = pageTitle(facts)
	all := visible(doc, false)
	main := mainText(doc)
	if len(strings.TrimSpace(main)) == 0 {
		main = all
	} else {
		main = withLead(main, all, append(facts.h1, d.Title))
	}
	text, mended := mend(main)
	setText(d, text, mended...)
	if all, _ = mend(all); len(all) > TextLimit {
		all = strings.ToValidUTF8(all[:TextLimit], "")
	}
	d.Meta[corpus.MetaPage] = all
}

type treeError string

func (e treeError) Error() string { return string(e) }

func parseTree(page string) (*html.Node, error) {
	if len(page) > treeLimit {
		return nil, treeError("too large for a tree")
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, treeError("nested too deep")
	}
	return doc, nil
}

// textOfHTML is the text of a fragment of a page, nothing dropped but what is invisible.
func textOfHTML(fragment string) string {
	if doc, err := parseTree(fragment); err == nil {
		return visible(doc, true)
	}
	return textOfTags(fragment)
}

// textOfTags reads a page too deep or too large for a tree: its text between tags, in one pass.
func textOfTags(page string) string {
	var w blocks
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(1 << 20)
	hidden := ""
	for w.b.Len() <= TextLimit {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				w.text(string(z.Buffered()))
			}
			return w.String()
		case html.TextToken:
			if hidden == "" {
				w.text(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if tag := string(name); invisible[tag] {
				hidden = tag
			}
			w.tag(string(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			if hidden == string(name) {
				hidden = ""
			}
			w.tag(string(name))
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.tag(string(name))
		}
	}
	return w.String()
}
