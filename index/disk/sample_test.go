package disk

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"
)

// vocabulary is what sample articles are made of: common words first, as in a language.
var vocabulary = strings.Fields(`the of to and in said on for that is with as by at from was it has an but were after
	minister offensive troops city talks border oil price market attack ceasefire convoy army rebels council president
	statement raqqa aleppo moscow geneva lavrov kerry washington brussels damascus ankara tehran beirut kabul sanctions
	election parliament protest harbour flood quake vaccine summit treaty drought railway tribunal amnesty blockade`)

// sampleID makes the ID of the n-th sample article.
func sampleID(n int) corpus.ID { return corpus.ID(fmt.Sprintf("%032x", uint64(n)*0x9E3779B97F4A7C15)) }

func sampleIDs(from, to int) []corpus.ID {
	var ids []corpus.ID
	for n := from; n < to; n++ {
		ids = append(ids, sampleID(n))
	}
	return ids
}

// sample makes the n-th of an endless row of articles. The same seed and n make the same article.
func sample(seed uint64, n int) *corpus.Article {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	words := func(k int) string {
		w := make([]string, k)
		for i := range w {
			w[i] = vocabulary[int(float64(len(vocabulary))*rng.Float64()*rng.Float64())]
		}
		return strings.Join(w, " ")
	}
	a := &corpus.Article{
		ID:       sampleID(n),
		Title:    corpus.Value{Text: words(6)},
		Part:     corpus.PartText,
		Language: corpus.Value{Text: "en"},
		Outlet:   corpus.Value{Text: fmt.Sprintf("Outlet %d", n%7)},
		Source:   corpus.Source{Root: "sample", Path: fmt.Sprintf("%d.txt", n), SHA256: fmt.Sprintf("%064x", n)},
	}
	var body strings.Builder
	for range 2 + rng.IntN(4) {
		for range 1 + rng.IntN(4) {
			body.WriteString(words(5+rng.IntN(15)) + ". ")
		}
		body.WriteString("\n\n")
	}
	a.Body = strings.TrimSpace(body.String())
	a.Kept = []corpus.Piece{{Text: 0, Body: 0, Len: len(a.Body)}}
	if n%11 != 0 {
		day := time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n%200)
		a.Published = corpus.Date{Earliest: day, Latest: day.Add(24*time.Hour - time.Second), Precision: corpus.Day}
	}
	if n%3 == 0 {
		end := strings.IndexByte(a.Body, '.')
		a.Quotes = []corpus.Quote{{
			Words:   []corpus.Span{{Part: corpus.PartText, Start: 0, End: end}},
			Kind:    corpus.Direct,
			Speaker: corpus.Person{Text: "Person", Canonical: fmt.Sprintf("Anna Person%d", n%5), Kind: corpus.Individual},
		}}
	}
	if n%4 == 0 {
		a.Places = []corpus.Place{{Text: "Raqqa", Name: "Raqqa", Country: "SY", Lat: 35.95, Lon: 39.01, Kind: corpus.City}}
	}
	return a
}

func sampleBatch(seed uint64, from, to int) index.Batch {
	var b index.Batch
	for n := from; n < to; n++ {
		a := sample(seed, n)
		b.Put = append(b.Put, index.Document{Article: a, Print: index.PrintOf(a)})
		b.Entries = append(b.Entries, index.Entry{
			File:    corpus.File{Root: "sample", Path: a.Source.Path, Size: int64(len(a.Body)), ModTime: int64(n)},
			Records: []index.Record{{ID: a.ID, Sum: a.Source.SHA256[:16]}},
		})
	}
	return b
}

// newIndex makes an empty index and opens it for writing.
func newIndex(t testing.TB) (dir string, w *Writer) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "archive")
	if err := Create(dir); err != nil {
		t.Fatal(err)
	}
	return dir, openFor(t, dir)
}

func openFor(t testing.TB, dir string) *Writer {
	t.Helper()
	w, err := OpenWriter(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// fill makes a published index of sample articles.
func fill(t testing.TB, seed uint64, n, perBatch int) (dir string, w *Writer) {
	t.Helper()
	dir, w = newIndex(t)
	for from := 0; from < n; from += perBatch {
		apply(t, w, sampleBatch(seed, from, min(from+perBatch, n)))
	}
	publish(t, w, index.Stories{})
	return dir, w
}

func apply(t testing.TB, w *Writer, b index.Batch) {
	t.Helper()
	if err := w.Apply(context.Background(), b); err != nil {
		t.Fatal(err)
	}
}

func publish(t testing.TB, w *Writer, s index.Stories) {
	t.Helper()
	if err := w.Publish(context.Background(), s); err != nil {
		t.Fatal(err)
	}
}

func openReader(t testing.TB, dir string) *Reader {
	t.Helper()
	r, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func find(t testing.TB, r *Reader, n query.Node, w query.Window) query.Found {
	t.Helper()
	found, err := r.Find(context.Background(), n, w)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// word is a planned term of one surface form.
func word(s string) query.Term {
	return query.Term{Text: s, Match: query.Surface, Keys: []text.Key{{Term: s}}}
}
