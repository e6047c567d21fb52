package format

import (
	"bytes"
	"strings"
)

const (
	wordTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
	wordCore  = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Document1</dc:title><dc:creator>Ines Okafor</dc:creator><dcterms:created>2019-03-02T08:15:00Z</dcterms:created></cp:coreProperties>`
	wordBody  = `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Harbour reopens</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">PORT ELSINE, March 2 - The harbour </w:t></w:r><w:del><w:r><w:delText>closed</w:delText></w:r></w:del><w:r><w:t>reopened</w:t></w:r><w:r><w:tab/><w:t>at eight.</w:t></w:r></w:p>
<w:p><w:r><w:t>Boats left.</w:t><w:br/><w:t>Ferries followed.</w:t></w:r></w:p></w:body></w:document>`
	odtKind = "application/vnd.oasis.opendocument.text"
	odtMeta = `<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:creator>Ines Okafor</dc:creator><meta:creation-date>2019-03-02T08:15:00</meta:creation-date><dc:language>en-GB</dc:language></office:meta></office:document-meta>`
	odtBody = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>
<text:h text:outline-level="1">Harbour reopens</text:h><text:p>PORT ELSINE, March 2 - The<text:s/>harbour <text:span>reopened</text:span><office:annotation><text:p>Check.</text:p></office:annotation>.</text:p><text:p>Boats left.<text:line-break/>Ferries followed.</text:p></office:text></office:body></office:document-content>`
	bookContainer = `<container xmlns="c"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`
	bookPackage   = `<package xmlns="p" xmlns:dc="d"><metadata><dc:title>Sample Herald Weekly</dc:title><dc:creator>Ines Okafor</dc:creator><dc:date>2019-03-02</dc:date><dc:language>en</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="c"/><itemref idref="a"/><itemref idref="gone"/></spine></package>`
)

func word(body string) []byte {
	return zipped(packed{name: "[Content_Types].xml", data: wordTypes}, packed{name: "word/document.xml", data: body}, packed{name: "docProps/core.xml", data: wordCore})
}

func openDocument(body string) []byte {
	return zipped(packed{name: "mimetype", data: odtKind}, packed{name: "content.xml", data: body}, packed{name: "meta.xml", data: odtMeta})
}

func bound(container string) []byte {
	return zipped(packed{name: "mimetype", data: "application/epub+zip"}, packed{name: "META-INF/container.xml", data: container}, packed{name: "OEBPS/book.opf", data: bookPackage},
		packed{name: "OEBPS/a b.xhtml", data: "<html><head><title>Ch 1</title></head><body><h1>Harbour reopens</h1><p>PORT ELSINE, March 2 - It reopened.</p><p>Boats left.</p></body></html>"},
		packed{name: "OEBPS/c.xhtml", data: "<html><body><h1>Ferry</h1><p>The ferry sailed at eight.</p><script>alert(1)</script></body></html>"})
}

// cutPart is a document whose part ends early though its archive is whole: XML that was cut.
func cutPart(s string) string { return s[:len(s)*7/10] }

func init() {
	deep := "<a>" + strings.Repeat("<p>", 100_000)
	fixtures = append(fixtures,
		fixture{"markdown/sample.md", text("---", "title: \"Harbour reopens\"", "date: 2019-03-02", "author: Ines Okafor", "tags:", "  - sea", "  - storm", "---", "",
			"PORT ELSINE, March 2 - The harbour *reopened* at [eight](https://herald.example).", "", "- Boats left.", "- Ferries followed.", "")},
		fixture{"markdown/sample-plain.md", text("# Harbour reopens", "", "It **reopened**.", "", "> Boats left.", "", "    code", "")},
		fixture{"markdown/truncated.md", text("---", "title: Harbour", "---", "", "The harbour [reopened](htt")},
		fixture{"markdown/hostile.md", func() []byte {
			return []byte("Harbour\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\x00 \xff\n\n" + strings.Repeat("[", 2000) + strings.Repeat(">", 2000) + " deep\n")
		}},

		fixture{"docx/sample.docx", func() []byte { return word(wordBody) }},
		fixture{"docx/truncated.docx", func() []byte { return word(cutPart(wordBody)) }},
		fixture{"docx/hostile.docx", func() []byte { return word(deep) }},
		fixture{"docx/hostile-bomb.docx", func() []byte { return word("<p><t>" + string(monotone(12<<20)) + "</t></p>") }},
		fixture{"docx/hostile-half.docx", half("docx/sample.docx")},

		fixture{"spreadsheet/sample.xlsx", func() []byte {
			return zipped(packed{name: "[Content_Types].xml", data: wordTypes}, packed{name: "xl/workbook.xml"})
		}},
		fixture{"spreadsheet/truncated.xlsx", func() []byte {
			return zipped(packed{name: "[Content_Types].xml", data: wordTypes}, packed{name: "xl/workbook.xml"})[:240]
		}},
		fixture{"spreadsheet/hostile.pptx", func() []byte {
			return bytes.Replace(zipped(packed{name: "_rels/.rels"}, packed{name: "ppt/slides/../../x.xml"}), []byte("PK\x01\x02"), []byte("PK\x09\x09"), 1)
		}},

		fixture{"odt/sample.odt", func() []byte { return openDocument(odtBody) }},
		fixture{"odt/truncated.odt", func() []byte { return openDocument(cutPart(odtBody)) }},
		fixture{"odt/hostile.odt", func() []byte { return openDocument(deep) }},

		fixture{"epub/sample.epub", func() []byte { return bound(bookContainer) }},
		fixture{"epub/truncated.epub", func() []byte { return bound(cutPart(bookContainer)) }},
		fixture{"epub/hostile.epub", func() []byte { return bound("<container>" + strings.Repeat("<a>", 100_000)) }},
		fixture{"epub/hostile-path.epub", func() []byte {
			return bound(strings.Replace(bookContainer, "OEBPS/book.opf", "../../../etc/passwd", 1))
		}},
	)
}
