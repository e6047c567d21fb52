package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"wire", "wire DIR GOLD.jsonl.zst: day, filed city, byline and title of wire stories; DIR may hold a part of them", runWire})
}

// A wireGold is what is known of a wire story. Its byline and dateline are as written.
type wireGold struct {
	Path, Title, Byline, Date, URL, Dateline string
}

type wireScore struct {
	day, filed, unfiled, byline, title, url, wire halves
	stories, bytes                                int
	spent                                         time.Duration
}

func runWire(args []string) error {
	if len(args) != 2 {
		return errors.New("wants a folder and a gold file")
	}
	s := &wireScore{day: halves{name: "day"}, filed: halves{name: "filed, first city"}, unfiled: halves{name: "filed nowhere, rightly"},
		byline: halves{name: "byline"}, title: halves{name: "title"}, url: halves{name: "url"}, wire: halves{name: "wire"}}
	n := 0
	err := eachLine(args[1], func(_ int, g wireGold) error {
		raw, err := os.ReadFile(filepath.Join(args[0], g.Path))
		if errors.Is(err, fs.ErrNotExist) || err == nil && len(raw) == 0 {
			return nil
		}
		n++
		s.story(n-1, g, string(raw))
		return err
	})
	all := []*halves{&s.day, &s.filed, &s.unfiled, &s.byline, &s.title, &s.url, &s.wire}
	for _, h := range all {
		h.print()
	}
	if s.stories > 0 {
		fmt.Printf("%d stories, %.0f bytes each, %.0f µs each\n", s.stories, float64(s.bytes)/float64(s.stories), float64(s.spent.Microseconds())/float64(s.stories))
	}
	for _, h := range all {
		h.printWrong()
	}
	return err
}

func (s *wireScore) story(i int, g wireGold, raw string) {
	start := time.Now()
	a := extract.Article(&corpus.Draft{Text: strings.ToValidUTF8(raw, "�"), Part: corpus.PartText}, extract.Options{})
	s.spent += time.Since(start)
	s.stories++
	s.bytes += len(raw)
	at := func(format string, args ...any) func() string {
		return func() string { return g.Path + ": " + fmt.Sprintf(format, args...) }
	}
	first, last := a.Published.Days()
	s.day.add(i, first == g.Date && last == g.Date, at("%s..%s, not %s", first, last, g.Date))
	want := goldNames(g.Byline)
	var got []string
	for _, v := range a.Author {
		got = append(got, v.Text)
	}
	s.byline.add(i, strings.Join(got, "|") == strings.Join(want, "|"), at("%q, not %q of %q", got, want, g.Byline))
	s.title.add(i, a.Title.Text == strings.Join(strings.Fields(g.Title), " "), at("%q, not %q", a.Title.Text, g.Title))
	s.url.add(i, a.URL.Text == g.URL, at("%q, not %q", a.URL.Text, g.URL))
	if g.Dateline == "" {
		s.unfiled.add(i, len(a.Filed) == 0, at("%v", a.Filed))
		return
	}
	s.wire.add(i, a.Wire.Text == "Reuters", at("%q", a.Wire.Text))
	city := firstCity(g.Dateline)
	filed := ""
	if len(a.Filed) > 0 {
		filed = a.Filed[0].Text
	}
	s.filed.add(i, filed == city, at("%q, not %q of %q", filed, city, g.Dateline))
}

// firstCity is what stands before the first comma or slash of a dateline.
func firstCity(dateline string) string {
	if i := strings.IndexAny(dateline, ",/"); i >= 0 {
		dateline = dateline[:i]
	}
	return strings.Join(strings.Fields(dateline), " ")
}

// goldNames reads the persons out of a gold byline, which may end in a role or a heading: " Chang-Ran Kim , Asia auto
// correspondent", " Krista Hughes  and  Mark Felsenthal  - Analysis".
func goldNames(byline string) []string {
	byline, _, _ = strings.Cut(byline, " - ")
	var names []string
	for _, part := range strings.Split(strings.ReplaceAll(byline, " and ", ","), ",") {
		words := strings.Fields(part)
		if len(words) < 2 {
			continue
		}
		last := words[len(words)-1]
		if r, _ := utf8.DecodeRuneInString(last); unicode.IsUpper(r) && last != "Correspondent" && last != "Editor" {
			names = append(names, strings.Join(words, " "))
		}
	}
	return names
}
