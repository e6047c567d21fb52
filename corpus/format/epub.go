package format

import (
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "epub", Exts: []string{".epub"}, Magic: isEPUB, Decode: decodeEPUB})
}

func isEPUB(head []byte) bool { return strings.HasPrefix(mimeMember(head), "application/epub+zip") }

// A book is what the package document of an EPUB says (EPUB 3.3, section 5).
type book struct {
	stated map[string]string
	href   map[string]string // of what can be read, by its id
	spine  []string          // ids in reading order
}

// decodeEPUB gives a record a document of the spine: of a magazine's issue an article, of a book a chapter.
func decodeEPUB(f *File, emit Sink) error {
	a, err := openArchive(f)
	if err != nil {
		return err
	}
	defer a.close()
	folder, b, err := openBook(a)
	if err != nil {
		return err
	}
	for n, id := range b.spine {
		href, err := url.PathUnescape(b.href[id])
		if err != nil || href == "" {
			continue
		}
		if err := emitChapter(f, emit, a, b, path.Join(folder, href), n+1); err != nil {
			return err
		}
	}
	return nil
}

func emitChapter(f *File, emit Sink, a *archive, b *book, name string, n int) error {
	in, err := a.open(name)
	if err != nil {
		return emit.Fail(f.at(n), err)
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, LineLimit))
	if err != nil {
		return emit.Fail(f.at(n), err)
	}
	d := f.draftOf("", n, raw)
	d.Part = corpus.PartBody
	d.Source.Record = recordName(f.Source.Record, name, n)
	for ours, theirs := range map[string]string{corpus.MetaAuthor: "dc:creator", corpus.MetaOutlet: "dc:publisher", corpus.MetaDate: "dc:date",
		corpus.MetaLanguage: "dc:language", "book": "dc:title"} {
		if v := b.stated[theirs]; v != "" {
			d.Meta[ours] = v
		}
	}
	chapter, _, notes := decodeText(raw, "")
	doc, err := parseTree(chapter)
	if err != nil {
		setText(d, textOfTags(chapter), notes...)
		return emit.Draft(d)
	}
	facts := readHead(doc, map[string]string{})
	d.Title = firstOf(firstOf(facts.h1...), facts.title)
	text, mended := mend(visible(doc, true))
	if text = strings.TrimSpace(strings.TrimPrefix(text, d.Title)); text == "" { // a cover, a title page
		return nil
	}
	setText(d, text, append(notes, mended...)...)
	return emit.Draft(d)
}

// openBook finds the package document through META-INF/container.xml.
func openBook(a *archive) (folder string, b *book, err error) {
	in, err := a.open("META-INF/container.xml")
	if err != nil {
		return "", nil, err
	}
	defer in.Close()
	name := ""
	err = xmlWalk{
		start: func(e xml.StartElement) {
			if e.Name.Local == "rootfile" && name == "" {
				name = xmlAttr(e, "full-path")
			}
		},
		end:  func(string) {},
		text: func(string) {},
	}.read(in)
	if name == "" {
		if err == nil {
			err = io.ErrUnexpectedEOF
		}
		return "", nil, fmt.Errorf("no package document: %w", err)
	}
	b = &book{href: map[string]string{}}
	if b.stated, err = readPart(a, name, func(in io.Reader) (map[string]string, error) { return xmlValues(in) }); err != nil {
		return "", nil, err
	}
	_, err = readPart(a, name, b.read)
	return path.Dir(name), b, err
}

func readPart(a *archive, name string, read func(io.Reader) (map[string]string, error)) (map[string]string, error) {
	in, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return read(in)
}

func (b *book) read(in io.Reader) (map[string]string, error) {
	return nil, xmlWalk{
		start: func(e xml.StartElement) {
			switch e.Name.Local {
			case "item":
				if strings.Contains(xmlAttr(e, "media-type"), "html") && !strings.Contains(xmlAttr(e, "properties"), "nav") {
					b.href[xmlAttr(e, "id")] = xmlAttr(e, "href")
				}
			case "itemref":
				if id := xmlAttr(e, "idref"); len(b.spine) < 10_000 && !slices.Contains(b.spine, id) {
					b.spine = append(b.spine, id)
				}
			}
		},
		end:  func(string) {},
		text: func(string) {},
	}.read(in)
}
