package format

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "markdown", Exts: []string{".md", ".markdown", ".mdown", ".mkd"}, Magic: hasFrontMatter, Decode: decodeMarkdown})
}

var frontMatter = lazily(`^---\r?\n((?:[^\n]*\n){1,100}?)---\r?\n`)

// hasFrontMatter knows what static site generators write; without it Markdown is told by its ending.
func hasFrontMatter(head []byte) bool {
	m := frontMatter().FindSubmatch(head)
	return m != nil && regexp.MustCompile(`(?m)^(?:title|date|layout):`).Match(m[1])
}

// decodeMarkdown reads CommonMark by way of the page it stands for. Front matter gives what is known; the first
// heading of the first level is the title where that gives none.
func decodeMarkdown(f *File, emit Sink) error {
	raw, err := f.bytes(treeLimit)
	if err != nil && len(raw) == 0 {
		return err
	}
	text, name, notes := decodeText(raw, f.Declared)
	text, mended := mend(text)
	d := f.draft(raw)
	d.Source.Charset = name
	d.Part = corpus.PartBody
	if m := frontMatter().FindStringSubmatch(text); m != nil {
		readFrontMatter(d, m[1])
		text = text[len(m[0]):]
	}
	var page bytes.Buffer
	if err := goldmark.Convert([]byte(text), &page); err != nil {
		return err
	}
	body := textOfHTML(page.String())
	if doc, err := parseTree(page.String()); err == nil && d.Title == "" {
		first, rest, _ := strings.Cut(body, "\n\n")
		if h := readHead(doc, map[string]string{}); len(h.h1) > 0 && h.h1[0] == squeezed(first) {
			d.Title, body = h.h1[0], rest
		}
	}
	setText(d, body, append(notes, mended...)...)
	if err := emit.Draft(d); err != nil {
		return err
	}
	return err
}

// readFrontMatter reads "name: value" lines, and the "- value" lines of a list below a name.
func readFrontMatter(d *corpus.Draft, lines string) {
	values := map[string]string{}
	var names []string
	last := ""
	for line := range strings.Lines(lines) {
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok && last != "" {
			values[last] = strings.TrimPrefix(values[last]+"\n"+unquoted(item), "\n")
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") {
			continue
		}
		last = name
		names = append(names, name)
		values[name] = strings.Trim(unquoted(value), "[]")
	}
	at := columns(names, nil)
	delete(at, columnBody)
	fill(d, names, at, func(name string) string { return values[name] })
}

func unquoted(s string) string { return strings.Trim(strings.TrimSpace(s), `"'`) }
