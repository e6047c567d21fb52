package ingest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/extract"
)

// benchArticles is how many articles of 2.7 KB a folder of one format holds.
const benchArticles = 100

// BenchmarkRead reads a folder of each format on one core: with everything understood, and without who said what,
// people and places. It reports articles a second.
func BenchmarkRead(b *testing.B) {
	article, err := os.ReadFile("../text/testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	pdf, err := os.ReadFile("../format/testdata/pdf/sample.pdf")
	if err != nil {
		b.Fatal(err)
	}
	page := htmlPage(string(article))
	for _, f := range []struct {
		name string
		file []byte
		each int // files
	}{
		{"text", article, benchArticles}, {"html", page, benchArticles}, {"pdf", pdf, benchArticles}, {"warc", warcOf(page), 1},
	} {
		dir := b.TempDir()
		for i := range f.each {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.%s", i, f.name)), f.file, 0o600); err != nil {
				b.Fatal(err)
			}
		}
		for _, facts := range []bool{true, false} {
			b.Run(fmt.Sprintf("%s/facts=%v", f.name, facts), func(b *testing.B) { benchRead(b, dir, facts) })
		}
	}
}

func benchRead(b *testing.B, dir string, facts bool) {
	cache := b.TempDir()
	understand := func(d *corpus.Draft) *corpus.Article { return extract.Article(d, extract.Options{NoFacts: !facts}) }
	n := 0
	for b.Loop() {
		n = 0
		for e := range Read(context.Background(), Options{Paths: []string{dir}, Workers: 1, Understand: understand, Cache: cache}) {
			if e.Article != nil {
				n++
			}
		}
	}
	if n != benchArticles {
		b.Fatalf("%d articles", n)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// htmlPage puts an article into a page with a template of the usual size.
func htmlPage(article string) []byte {
	var p bytes.Buffer
	p.WriteString(`<!doctype html><html lang="en"><head><title>Harbour reopens - The Sample Courier</title><meta property="article:published_time" content="2019-03-02T08:15:00+01:00"></head><body><nav>`)
	p.WriteString(strings.Repeat(`<a href="/section">A section of the paper</a> `, 120))
	p.WriteString(`</nav><article><h1>Harbour reopens</h1>`)
	for _, paragraph := range strings.Split(article, "\n\n") {
		p.WriteString("<p>" + paragraph + "</p>\n")
	}
	p.WriteString(`</article><aside><ul>`)
	p.WriteString(strings.Repeat(`<li><a href="/other">Another story with a longer headline</a></li>`, 80))
	p.WriteString(`</ul></aside></body></html>`)
	return p.Bytes()
}

// warcOf puts a page into one web archive many times.
func warcOf(page []byte) []byte {
	var w bytes.Buffer
	for i := range benchArticles {
		http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n%s", page)
		fmt.Fprintf(&w, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/%d\r\nWARC-Date: 2019-04-01T00:00:00Z\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, len(http), http)
	}
	return w.Bytes()
}
