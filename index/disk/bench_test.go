package disk

import (
	"context"
	"os"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"
)

// benchVariable names an index to measure on: DATELINE_TEST_INDEX=DIR go test -bench Archive ./index/disk
const benchVariable = "DATELINE_TEST_INDEX"

// BenchmarkArchive measures what a whole process does: open, find ten stories and read them; and the parts of it.
func BenchmarkArchive(b *testing.B) {
	dir := os.Getenv(benchVariable)
	if dir == "" {
		b.Skip("set " + benchVariable + " to an index to measure on")
	}
	stem := func(s string) query.Node {
		return query.Term{Text: s, Keys: text.StemKeys([]string{"en"}, s)}
	}
	spring := query.Filter{Node: query.Date{From: "2012-05-01", To: "2012-07-31"}}
	lavrov := query.Said{Speaker: &query.Value{Field: "speaker", Text: "lavrov", Keys: names.Lookup("lavrov")}}
	for _, q := range []struct {
		name string
		n    query.Node
	}{
		{"raqqa", stem("Raqqa")},
		{"lavrov-syria-dated", query.And{Nodes: []query.Node{stem("Lavrov"), stem("Syria"), spring}}},
		{"said-lavrov", lavrov},
		{"or-frequent", query.Or{Nodes: []query.Node{stem("said"), stem("the"), stem("oil")}}},
		{"and-frequent", query.And{Nodes: []query.Node{stem("oil"), stem("price"), stem("market")}}},
		{"phrase", query.Phrase{Terms: []query.Term{word("prime"), word("minister")}}},
		{"phrase-frequent", query.Phrase{Terms: []query.Term{word("of"), word("the")}}},
		{"near", query.Near{Left: stem("oil"), Right: stem("price"), Within: 5}},
		{"in-quote", query.Within{Node: stem("oil"), Region: query.InQuote}},
		{"prefix", query.Term{Text: "bomb", Match: query.Prefix}},
		{"fuzzy", query.Term{Text: "lavrow", Match: query.Fuzzy, Edits: 1}},
		{"all", query.All{}},
	} {
		b.Run(q.name+"/process", func(b *testing.B) { openAndFind(b, dir, q.n) })
		r := openReader(b, dir)
		b.Run(q.name+"/warm", func(b *testing.B) {
			for b.Loop() {
				find(b, r, q.n, query.Window{Size: 10, Stories: true})
			}
		})
		if q.name == "lavrov-syria-dated" || q.name == "phrase" || strings.HasSuffix(q.name, "-frequent") {
			b.Run(q.name+"/matches", func(b *testing.B) {
				for b.Loop() {
					find(b, r, q.n, query.Window{Size: 10, Stories: true, Matches: true})
				}
			})
		}
		r.Close()
	}
	b.Run("facet-speaker", func(b *testing.B) {
		r := openReader(b, dir)
		for b.Loop() {
			if _, err := r.Facet(context.Background(), stem("Syria"), "speaker"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func openAndFind(b *testing.B, dir string, n query.Node) {
	for b.Loop() {
		r := openReader(b, dir)
		found := find(b, r, n, query.Window{Size: 10, Stories: true})
		var ids []corpus.ID
		for _, h := range found.Hits {
			ids = append(ids, h.ID)
		}
		if _, err := r.Articles(context.Background(), ids); err != nil {
			b.Fatal(err)
		}
		r.Close()
	}
}

// BenchmarkApply writes the first 10,000 articles of an archive to a new index, in batches of 1,000.
func BenchmarkApply(b *testing.B) {
	dir := os.Getenv(benchVariable)
	if dir == "" {
		b.Skip("set " + benchVariable + " to an index to measure on")
	}
	r := openReader(b, dir)
	var batches []index.Batch
	articles := 0
	for i, p := range r.parts {
		for _, doc := range p.live() {
			a, err := r.article(i, uint64(doc))
			if err != nil {
				b.Fatal(err)
			}
			if articles%1000 == 0 {
				batches = append(batches, index.Batch{})
			}
			last := &batches[len(batches)-1]
			last.Put = append(last.Put, index.Document{Article: a, Print: index.PrintOf(a)})
			if articles++; articles == 10000 {
				break
			}
		}
		if articles == 10000 {
			break
		}
	}
	for b.Loop() {
		_, w := newIndex(b)
		for _, batch := range batches {
			apply(b, w, batch)
		}
		publish(b, w, index.Stories{})
		w.Close()
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}
