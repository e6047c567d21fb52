package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"html", "html [--peers | --scraped] DIR: date, title and main text of the pages in DIR/pages.tar.zst by DIR/gold.jsonl; scraped: all their visible text, read as plain text", runHTML})
}

// A pageGold is what is known of a web page. Keep and Drop are snippets of its main text and of its template.
type pageGold struct {
	URL, File, Title, Date string
	Authors                []string
	Keep                   []string `json:"with"`
	Drop                   []string `json:"without"`
}

// A pageScore counts over the pages of one set.
type pageScore struct {
	date, dated, title, titled, author halves
	peer, peerAuthor                   halves // go-htmldate's dates and go-trafilatura's authors, where peers are asked for
	found, missed                      int    // dates: for recall as htmldate counts it, a wrong date is no miss
	texts                              []*textScore
	scraped                            bool // a page's visible text is read as plain text
}

func runHTML(args []string) error {
	peers, scraped := len(args) == 2 && args[0] == "--peers", len(args) == 2 && args[0] == "--scraped"
	if peers || scraped {
		args = args[1:]
	}
	if len(args) != 1 {
		return errors.New("wants a folder with gold.jsonl and pages.tar.zst")
	}
	gold := map[string]pageGold{}
	number := map[string]int{}
	if err := eachLine(filepath.Join(args[0], "gold.jsonl"), func(i int, g pageGold) error {
		gold[g.File], number[g.File] = g, i
		return nil
	}); err != nil {
		return err
	}
	s := &pageScore{scraped: scraped, date: halves{name: "date, day exact"}, dated: halves{name: "date, found at all"}, title: halves{name: "title"}, titled: halves{name: "title, or more or less of it"}, author: halves{name: "authors"}}
	s.texts = []*textScore{{name: "dateline", read: func(_ []byte, a *corpus.Article) string { return a.Title.Text + "\n" + a.Body }}}
	if peers {
		s.peer.name, s.peerAuthor.name = "date, go-htmldate", "authors, go-trafilatura"
		s.texts = append(s.texts, &textScore{name: "go-trafilatura", read: byTrafilatura}, &textScore{name: "go-readability", read: byReadability})
	}
	err := eachPage(filepath.Join(args[0], "pages.tar.zst"), func(name string, raw []byte) error {
		for {
			if g, ok := gold[name]; ok {
				s.page(number[name], g, raw)
				return nil
			}
			_, rest, ok := strings.Cut(name, "/") // the archive may have folders that the gold leaves out
			if !ok {
				return nil
			}
			name = rest
		}
	})
	s.print()
	return err
}

func (s *pageScore) page(i int, g pageGold, raw []byte) {
	d, err := decodePage(g.File, raw)
	if err != nil {
		d = &corpus.Draft{Part: corpus.PartBody}
	}
	if s.scraped {
		d = &corpus.Draft{Part: corpus.PartText, Text: d.Meta[corpus.MetaPage]}
	}
	e := extract.Explain(d, extract.Options{NoFacts: true})
	a := e.Article
	if g.Date != "" {
		first, last := a.Published.Days()
		ok := first == g.Date && last == g.Date
		s.date.add(i, ok, func() string { return wrongDate(g, d, e) })
		s.dated.add(i, first != "", func() string { return g.File })
		if s.peer.name != "" {
			s.peer.add(i, byHTMLDate(raw) == g.Date, func() string { return g.File })
		}
		if (i+1)%2 == 1 && ok {
			s.found++
		} else if (i+1)%2 == 1 && first == "" {
			s.missed++
		}
	}
	if g.Title != "" {
		got, want := lettersOf(a.Title.Text), lettersOf(g.Title)
		s.titled.add(i, got != "" && (strings.Contains(got, want) || strings.Contains(want, got)), func() string { return "" })
		s.title.add(i, sameTitle(a.Title.Text, g.Title), func() string { return fmt.Sprintf("%s: %q, not %q", g.File, a.Title.Text, g.Title) })
	}
	if len(g.Authors) > 0 {
		var got []string
		for _, v := range a.Author {
			got = append(got, v.Text)
		}
		want := strings.TrimSpace(strings.Join(g.Authors, "|"))
		s.author.add(i, strings.EqualFold(strings.Join(got, "|"), want), func() string {
			return fmt.Sprintf("%s: %q, not %q (%q)", g.File, got, g.Authors, d.Meta[corpus.MetaAuthor])
		})
		if s.peerAuthor.name != "" {
			s.peerAuthor.add(i, strings.EqualFold(authorsByTrafilatura(raw), want), func() string { return g.File })
		}
	}
	for _, t := range s.texts {
		t.add(i, g, t.read(raw, a))
	}
}

// wrongDate shows what was chosen and whether the right day was among the rejected.
func wrongDate(g pageGold, d *corpus.Draft, e extract.Explanation) string {
	first, last := e.Article.Published.Days()
	p := e.Article.Published
	out := fmt.Sprintf("%s: %s..%s by %s %.2f, not %s", g.File, first, last, p.Rule, p.Trust, g.Date)
	for _, r := range e.Rejected {
		if r.Field == "date" && r.Value == g.Date {
			return out + fmt.Sprintf(" (rejected: %s %.2f %q)", r.Rule, r.Trust, aroundSpan(d, r.Span))
		}
	}
	return out + " (not seen)"
}

func aroundSpan(d *corpus.Draft, s corpus.Span) string {
	text := d.Text
	if key, ok := strings.CutPrefix(string(s.Part), "meta:"); ok {
		text = d.Meta[key]
	}
	if s.End > len(text) {
		return ""
	}
	return text[max(0, s.Start-40):min(len(text), s.End+20)]
}

// sameTitle compares titles by their letters and digits: marks and blanks are set differently in every copy.
func sameTitle(a, b string) bool { return lettersOf(a) == lettersOf(b) }

func (s *pageScore) print() {
	for _, h := range []*halves{&s.date, &s.dated, &s.title, &s.titled, &s.author, &s.peer, &s.peerAuthor} {
		if h.of[0]+h.of[1] > 0 {
			h.print()
		}
	}
	if s.found > 0 {
		fmt.Printf("%-28s odd %6.2f %%\n", "date, recall of htmldate", percent(s.found, s.found+s.missed))
	}
	for _, t := range s.texts {
		t.print()
	}
	for _, h := range []*halves{&s.date, &s.title, &s.author} {
		h.printWrong()
	}
}
