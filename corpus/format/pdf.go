package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "pdf", Exts: []string{".pdf"}, Magic: isPDF, Decode: decodePDF})
}

// pdfPages is how many pages of a document are read.
const pdfPages = 2000

// Readers accept a PDF that begins within the first kilobyte.
func isPDF(head []byte) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) && !bytes.HasPrefix(head, []byte("PK"))
}

var errSlowPDF = errors.New("takes too long")

// decodePDF reads the text of a document, its lines joined to paragraphs again. A document without text, which is
// pictures of pages, is skipped.
func decodePDF(f *File, emit Sink) error {
	at, size, done, err := f.atAnyOffset()
	if err != nil {
		return err
	}
	defer done()
	if size > RecordLimit {
		return fmt.Errorf("larger than %d MiB: %w", RecordLimit>>20, ErrTooLarge)
	}
	shop := f.Shop
	if shop == nil {
		shop = &Workshop{}
		defer shop.Close()
	}
	pages, stated, notes, err := readPDF(shop, io.NewSectionReader(at, 0, size), size)
	if len(pages) == 0 && err != nil {
		return fmt.Errorf("PDF reader: %w", err)
	}
	text, mended := mend(reflow(pages))
	if strings.TrimSpace(text) == "" {
		return &Unreadable{What: "pictures of pages"}
	}
	d, unread := f.draftAt(at, size)
	if unread != nil {
		return unread
	}
	d.Part = corpus.PartBody
	for k, v := range stated {
		d.Meta["pdf:"+strings.ToLower(k)] = v
	}
	d.Title = pdfTitle(stated["Title"], text)
	if a := stated["Author"]; a != "" {
		d.Meta[corpus.MetaAuthor] = a
	}
	setText(d, strings.TrimSpace(strings.TrimPrefix(text, d.Title)), append(notes, mended...)...)
	if err := emit.Draft(d); err != nil {
		return err
	}
	return err
}

// pdfTitle believes the stated title where it stands at the beginning: it is often a template's or a file's name.
func pdfTitle(stated, text string) string {
	stated = squeezed(stated)
	if stated != "" && strings.Contains(strings.ToLower(squeezed(text[:min(len(text), 2000)])), strings.ToLower(stated)) {
		return stated
	}
	return ""
}

// readPDF gives the text of each page and what the document states. The reader is killed when it takes too long.
func readPDF(shop *Workshop, in io.ReadSeeker, size int64) (pages []string, stated map[string]string, notes []string, err error) {
	pool, err := shop.readers()
	if err != nil {
		return nil, nil, nil, err
	}
	reader, err := pool.GetInstance(shop.patience())
	if err != nil {
		return nil, nil, nil, err
	}
	var slow atomic.Bool
	timer := time.AfterFunc(shop.patience(), func() { slow.Store(true); reader.Kill() })
	defer func() {
		if fault := recover(); fault != nil { // the reader's, or what it does when killed
			err = fmt.Errorf("%v", fault)
		}
		if !timer.Stop() || slow.Load() {
			err = errSlowPDF
			return
		}
		reader.Close()
	}()
	return pdfTexts(reader, in, size)
}

func pdfTexts(reader pdfium.Pdfium, in io.ReadSeeker, size int64) (pages []string, stated map[string]string, notes []string, err error) {
	doc, err := reader.OpenDocument(&requests.OpenDocument{FileReader: in, FileReaderSize: size})
	if err != nil {
		return nil, nil, nil, err
	}
	stated = map[string]string{}
	if meta, err := reader.GetMetaData(&requests.GetMetaData{Document: doc.Document}); err == nil {
		for _, t := range meta.Tags {
			if v := squeezed(t.Value); v != "" && len(v) < 4096 {
				stated[t.Tag] = v
			}
		}
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, stated, nil, err
	}
	if count.PageCount > pdfPages {
		notes = append(notes, fmt.Sprintf("cut at %d pages", pdfPages))
	}
	length := 0
	for i := 0; i < min(count.PageCount, pdfPages) && length <= TextLimit; i++ {
		page, err := reader.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil {
			notes = append(notes, fmt.Sprintf("page %d not read", i+1))
			continue
		}
		length += len(page.Text)
		pages = append(pages, page.Text)
	}
	return pages, stated, notes, nil
}
