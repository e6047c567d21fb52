package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/corpus"
)

// seedFile is the article that started it all. It stands beside the project, not in it.
const seedFile = "../../../shared/seed/article.txt"

func TestSeed(t *testing.T) {
	raw, err := os.ReadFile(seedFile)
	if err != nil {
		t.Skip("no ../shared beside the project: the seed article is not checked")
	}
	a := Article(&corpus.Draft{Text: string(raw)}, Options{NoFacts: true})
	first, last := a.Published.Days()
	if first != "2016-05-25" || last != first || a.Published.Precision != corpus.Day {
		t.Errorf("published %s..%s %s", first, last, a.Published.Precision)
	}
	if got := string(raw)[a.Published.Span.Start:a.Published.Span.End]; got != "25.05.2016" {
		t.Errorf("evidence %q", got)
	}
	if want := "U.S. Department of defense is not planning joint operations in Syria"; a.Title.Text != want {
		t.Errorf("title %q", a.Title.Text)
	}
	if strings.Contains(a.Body, "36 queries") || strings.Contains(a.Body, "25.05.2016") || !strings.HasPrefix(a.Body, "The U.S.") || !strings.HasSuffix(a.Body, "liberation of Raqqa.") {
		t.Errorf("body %q", a.Body)
	}
}

// TestArticle reads drafts: metadata as "@key: value" lines, then the text. Those of scraped.txt are whole web pages,
// copied as plain text.
func TestArticle(t *testing.T) {
	for _, file := range []string{"testdata/article.txt", "testdata/scraped.txt"} {
		testFile(t, file, func(in string) string {
			d := draftOf(in)
			e := Explain(d, Options{NoFacts: true})
			checkKept(t, d, e.Article)
			return describe(d, e)
		})
	}
}

// TestTitle reads pages' titles from what their heads state and what they show.
func TestTitle(t *testing.T) {
	testFile(t, "testdata/title.txt", func(in string) string {
		title := Article(draftOf(in), Options{NoFacts: true}).Title
		return title.Text + " [" + title.Rule + "]"
	})
}

// TestByline reads who wrote an article from metadata, from what a page shows and from the text.
func TestByline(t *testing.T) {
	testFile(t, "testdata/byline.txt", func(in string) string {
		var b strings.Builder
		for _, v := range Article(draftOf(in), Options{NoFacts: true}).Author {
			fmt.Fprintf(&b, "%s [%s %.2f]\n", v.Text, v.Rule, v.Trust)
		}
		return strings.TrimSuffix(b.String(), "\n")
	})
}

func draftOf(in string) *corpus.Draft {
	d := &corpus.Draft{Part: corpus.PartText, Meta: map[string]string{}}
	for strings.HasPrefix(in, "@") {
		line, rest, _ := strings.Cut(in, "\n")
		k, v, _ := strings.Cut(line[1:], ": ")
		switch k {
		case "title":
			d.Title = v
		case "path":
			d.Source.Path = v
		case "part":
			d.Part = corpus.Part(v)
		default:
			d.Meta[k] = strings.ReplaceAll(v, `\n`, "\n")
		}
		in = rest
	}
	d.Text = in
	return d
}

func describe(d *corpus.Draft, e Explanation) string {
	a := e.Article
	var b strings.Builder
	show := func(name string, v corpus.Value) {
		if v.Text != "" {
			fmt.Fprintf(&b, "%s: %s [%s]\n", name, v.Text, v.Rule)
		}
	}
	show("title", a.Title)
	if first, last := a.Published.Days(); first != "" {
		if p := a.Published; p.Precision == corpus.Instant {
			fmt.Fprintf(&b, "date: %s %s [%s]\n", p.Earliest.Format("2006-01-02T15:04:05-07:00"), p.Precision, p.Rule)
		} else {
			fmt.Fprintf(&b, "date: %s..%s %s [%s]\n", first, last, p.Precision, p.Rule)
		}
	}
	for _, v := range a.Author {
		show("author", v)
	}
	show("outlet", a.Outlet)
	show("wire", a.Wire)
	show("url", a.URL)
	show("section", a.Section)
	show("language", a.Language)
	fmt.Fprintf(&b, "body: %s", strings.ReplaceAll(a.Body, "\n", "⏎"))
	for _, r := range e.Rejected {
		fmt.Fprintf(&b, "\nnot %s: %s [%s]", r.Field, r.Value, r.Rule)
		if r.Why != lessTrusted {
			b.WriteString(" " + r.Why)
		}
	}
	return b.String()
}

// checkKept fails where the body is not exactly the kept pieces of the text, in order.
func checkKept(t *testing.T, d *corpus.Draft, a *corpus.Article) {
	t.Helper()
	at, last := 0, 0
	for _, k := range a.Kept {
		if k.Body != at || k.Text < last || d.Text[k.Text:k.Text+k.Len] != a.Body[k.Body:k.Body+k.Len] {
			t.Fatalf("piece %+v of %q is not at its place in %q", k, d.Text, a.Body)
		}
		at, last = k.Body+k.Len, k.Text+k.Len
	}
	if at != len(a.Body) {
		t.Fatalf("body of %d bytes, kept %d", len(a.Body), at)
	}
}
