package extract

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/corpus"
)

// FuzzArticle holds that whatever metadata, page and text say, every value has its evidence in range and the body is
// cut from the text. Its input is as in testdata/article.txt.
func FuzzArticle(f *testing.F) {
	for _, name := range []string{"article", "byline", "title", "dateline", "credits"} {
		raw, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for c := range strings.SplitSeq(string(raw), "\n====\n") {
			in, _, _ := strings.Cut(c, "\n----\n")
			f.Add(in)
		}
	}
	f.Add("00000000000000000000000\nонтаAсообщилаAПортAзакрыли") // a name cut inside a letter
	f.Fuzz(func(t *testing.T, in string) {
		d := draftOf(strings.ToValidUTF8(in, ""))
		a := Article(d, Options{NoFacts: true})
		checkKept(t, d, a)
		laidOut := read(d)
		for _, v := range append(a.Author, a.Title, a.Outlet, a.Wire, a.URL, a.Language, a.Section) {
			if s := v.Span; s.Start < 0 || s.End < s.Start || s.End > len(laidOut.part(s.Part)) {
				t.Fatalf("%q by %s: bytes %d to %d of %d in %s", v.Text, v.Rule, s.Start, s.End, len(laidOut.part(s.Part)), s.Part)
			}
		}
	})
}

// TestCutAndMixed holds that pieces of the test data, cut anywhere and set side by side, are read without a fault, with
// every span in range: articles come truncated and run together.
func TestCutAndMixed(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts [][]rune
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, []rune(string(raw)))
	}
	between := []rune("\n “”\"'—«».,:()\u00a0\u200f\u0301")
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			text := texts[r.IntN(len(texts))]
			at := r.IntN(len(text))
			b.WriteString(string(text[at:min(len(text), at+r.IntN(400))]))
			b.WriteRune(between[r.IntN(len(between))])
		}
		s := b.String()
		for _, q := range Article(&corpus.Draft{Text: s}, Options{}).Quotes {
			for _, w := range q.Words {
				if w.Start < 0 || w.End <= w.Start || w.End > len(s) {
					t.Fatalf("%q: bytes %d to %d of %d", s, w.Start, w.End, len(s))
				}
			}
		}
	}
}
