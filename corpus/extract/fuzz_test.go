package extract

import (
	"os"
	"strings"
	"testing"
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
