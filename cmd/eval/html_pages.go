package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/klauspost/compress/zstd"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"

	"dateline/corpus"
	"dateline/corpus/format"
)

// eachPage reads the files of a compressed tar.
func eachPage(path string, f func(name string, raw []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	z, err := zstd.NewReader(file, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer z.Close()
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		raw, err := io.ReadAll(t)
		if err != nil {
			return err
		}
		if err := f(strings.TrimPrefix(h.Name, "./"), raw); err != nil {
			return err
		}
	}
}

// oneDraft is a sink that keeps the first draft.
type oneDraft struct{ d *corpus.Draft }

func (o *oneDraft) Draft(d *corpus.Draft) error {
	if o.d == nil {
		o.d = d
	}
	return nil
}
func (o *oneDraft) Member(*format.File) error             { return nil }
func (o *oneDraft) Fail(_ corpus.Source, err error) error { return err }

func decodePage(name string, raw []byte) (*corpus.Draft, error) {
	var o oneDraft
	f := format.Open(corpus.Source{}, name, bytes.NewReader(raw), int64(len(raw)))
	if err := f.Decode(&o); err != nil {
		return nil, err
	}
	if o.d == nil {
		return nil, fmt.Errorf("%s: no article", name)
	}
	return o.d, nil
}

// A textScore counts the snippets that a main text keeps and drops, as the set's makers do.
type textScore struct {
	name                  string
	read                  func(raw []byte, a *corpus.Article) string
	kept, lost, let, shut [2]int // to be kept: kept, lost; to be dropped: let through, shut out
}

func (t *textScore) add(i int, g pageGold, text string) {
	text = strings.Join(strings.Fields(text), " ")
	half := i % 2 // as halves counts them
	for _, s := range g.Keep {
		if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
			t.kept[half]++
		} else {
			t.lost[half]++
		}
	}
	for _, s := range g.Drop {
		if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
			t.let[half]++
		} else {
			t.shut[half]++
		}
	}
}

func (t *textScore) print() {
	var f [2]float64
	for h := range f {
		f[h] = percent(2*t.kept[h], 2*t.kept[h]+t.let[h]+t.lost[h])
	}
	if t.kept[0]+t.kept[1] > 0 {
		fmt.Printf("%-28s odd %6.2f        even %6.2f (kept %d, lost %d, let through %d, shut out %d)\n", "main text F1, "+t.name, f[0], f[1], t.kept[1], t.lost[1], t.let[1], t.shut[1])
	}
}

// byTrafilatura and byReadability are the peers, as their makers' examples call them.
func byTrafilatura(raw []byte, _ *corpus.Article) string {
	r, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{EnableFallback: true})
	if err != nil {
		return ""
	}
	return r.Metadata.Title + "\n" + r.ContentText
}

// authorsByTrafilatura gives the names with a bar between them.
func authorsByTrafilatura(raw []byte) string {
	r, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{EnableFallback: true})
	if err != nil {
		return ""
	}
	return strings.ReplaceAll(r.Metadata.Author, "; ", "|")
}

func byReadability(raw []byte, _ *corpus.Article) string {
	page, _ := url.Parse("http://localhost/")
	r, err := readability.FromReader(bytes.NewReader(raw), page)
	if err != nil {
		return ""
	}
	var b strings.Builder
	if err := r.RenderText(&b); err != nil {
		return ""
	}
	return r.Title() + "\n" + b.String()
}

// byHTMLDate asks as its makers' comparison does: thoroughly, for the first publication.
func byHTMLDate(raw []byte) string {
	r, err := htmldate.FromReader(bytes.NewReader(raw), htmldate.Options{UseOriginalDate: true})
	if err != nil || r.IsZero() {
		return ""
	}
	return r.Format(time.DateOnly)
}

func lettersOf(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}
