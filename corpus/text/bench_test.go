package text

import (
	"os"
	"strings"
	"testing"
	"time"
)

// article is a story of about 3 KB in the manner of an agency; the people and what they say are made up.
func article(t testing.TB) string {
	raw, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// BenchmarkRead reports articles a second on one core.
func BenchmarkRead(b *testing.B) {
	raw := article(b)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(raw, "en")
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkTerms is Read and the index terms of every word.
func BenchmarkTerms(b *testing.B) {
	raw := article(b)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	var terms []string
	for b.Loop() {
		x := Read(raw, "en")
		for i := range x.Words {
			terms = x.Terms(terms[:0], i)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// TestLinear reads a megabyte of what could make a reader go back and forth. Each takes some 20 ms; a quadratic one would
// take minutes.
func TestLinear(t *testing.T) {
	for _, s := range []string{`"`, `"a`, `a" `, `" a`, "'a ", "a' ", "s' a ", "“a ", "”", "«a“b‘", "a.", "a.b.", ". A", "U.S. ", "1,1", "'", "’a",
		"a\n", "\n", "— a, — ", "a\n\n“b", "\xff", "a\u0301", "日", "&A", "「", "a\n\nb\" ", "US ", "A' b 'c"} {
		start := time.Now()
		x := Read(strings.Repeat(s, 1_000_000/len(s)), "en")
		var terms []string
		for i := range x.Words {
			terms = x.Terms(terms[:0], i)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("a megabyte of %q took %v", s, took)
		}
	}
}

// TestLongWords reads a word of 16 MB: 256 bytes of it are the word.
func TestLongWords(t *testing.T) {
	x := Read(strings.Repeat("é", 8<<20), "en")
	if len(x.Words) != 1 || len(x.Word(0)) != longest {
		t.Fatalf("%d words, the first of %d bytes", len(x.Words), len(x.Word(0)))
	}
}
