package format

import (
	"bytes"
	"fmt"
	"strings"
)

// portable writes a PDF of pages of lines, with its table of objects.
func portable(info string, pages ...[]string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", "<< " + info + " >>"}
	var kids []string
	for _, lines := range pages {
		content := "BT /F1 11 Tf 14 TL 72 760 Td\n"
		for _, l := range lines {
			content += "(" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l) + ") Tj T*\n"
		}
		content += "ET"
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	b := bytes.NewBufferString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(b, "trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

func samplePDF() []byte {
	page := func(n int, lines ...string) []string {
		return append(append([]string{"Sample Herald Weekly"}, lines...), fmt.Sprintf("Page %d", n))
	}
	return portable("/Title (Harbour reopens after storm) /Author (Ines Okafor) /CreationDate (D:20190302081500+01'00')",
		page(1, "Harbour reopens after storm", " ", "PORT ELSINE, March 2 (Sample) - The harbour of Port Elsine re-", "opened on Saturday after a storm that had closed it for a week,", "officials said."),
		page(2, "Fishing boats (twelve of them) were the first to leave, before da-", "wn, and the ferry to the islands followed at eight with some three", "hundred passengers."),
		page(3, "\"Every berth is open again,\" said Tomas Reik, the harbour master of", "the town."))
}

func init() {
	fixtures = append(fixtures,
		fixture{"pdf/sample.pdf", samplePDF},
		fixture{"pdf/truncated.pdf", half("pdf/sample.pdf")},
		fixture{"pdf/hostile.pdf", func() []byte { // a page tree that holds itself
			return bytes.Replace(samplePDF(), []byte("/Kids [5 0 R"), []byte("/Kids [2 0 R"), 1)
		}},
		fixture{"pdf/hostile-script.pdf", func() []byte {
			return bytes.Replace(portable("/Title (X)", []string{"The ferry sailed at eight."}), []byte("/Pages 2 0 R"), []byte("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Pages 2 0 R"), 1)
		}},
		fixture{"pdf/hostile-empty.pdf", func() []byte { return portable("/Title (A picture)", nil) }},
		fixture{"pdf/hostile-garbage.pdf", text("%PDF-1.7", "\x00\xff\x01 nothing of a document")},
	)
}
