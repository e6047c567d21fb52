package main

import (
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"reuters21578", "reuters21578 DIR: day and dateline of the 1987 stories in DIR/*.sgm", runReuters21578})
}

// A sgmStory is one story of the collection: what its mark-up says, and its text as a wire would have sent it.
type sgmStory struct {
	id, date, title, dateline, body string
}

var (
	sgmID       = regexp.MustCompile(`NEWID="(\d+)"`)
	sgmUnusable = regexp.MustCompile(`&#\d+;`)
)

// readSGM cuts a file of the collection into stories.
func readSGM(path string) ([]sgmStory, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var stories []sgmStory
	for _, part := range strings.Split(string(raw), "<REUTERS ")[1:] {
		part = sgmUnusable.ReplaceAllString(part, "")
		st := sgmStory{date: element(part, "DATE"), title: element(part, "TITLE"), dateline: element(part, "DATELINE"), body: element(part, "BODY")}
		if id := sgmID.FindStringSubmatch(part); id != nil {
			st.id = id[1]
		}
		stories = append(stories, st)
	}
	return stories, nil
}

func element(s, name string) string {
	_, s, ok := strings.Cut(s, "<"+name+">")
	s, _, closed := strings.Cut(s, "</"+name+">")
	if !ok || !closed {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(s))
}

func runReuters21578(args []string) error {
	if len(args) != 1 {
		return errors.New("wants the folder of the collection")
	}
	files, err := filepath.Glob(filepath.Join(args[0], "*.sgm"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("%s: no .sgm files", args[0])
	}
	day, opening, city, title := &halves{name: "day, stamp line given"}, &halves{name: "day, yearless dateline"}, &halves{name: "filed, first city"}, &halves{name: "title"}
	n := 0
	for _, name := range files {
		stories, err := readSGM(name)
		if err != nil {
			return err
		}
		for _, st := range stories {
			if st.body == "" || st.title == "" {
				continue
			}
			scoreSGM(n, st, day, opening, city, title)
			n++
		}
	}
	for _, h := range []*halves{day, opening, city, title} {
		h.print()
	}
	for _, h := range []*halves{day, opening, city, title} {
		h.printWrong()
	}
	return nil
}

func scoreSGM(i int, st sgmStory, day, opening, city, title *halves) {
	want, err := time.Parse("2-Jan-2006", strings.ToLower(strings.Fields(st.date + " -")[0]))
	at := func(v string) func() string {
		return func() string { return st.id + ": " + v + ", not " + st.date + " " + st.dateline }
	}
	a := extract.Article(&corpus.Draft{Text: st.text(true), Part: corpus.PartText}, extract.Options{})
	first, last := a.Published.Days()
	day.add(i, err == nil && first == want.Format(time.DateOnly) && last == first, at(first+".."+last))
	title.add(i, a.Title.Text == strings.Join(strings.Fields(st.title), " "), at(a.Title.Text+" / "+st.title))
	if st.dateline == "" {
		return
	}
	filed := ""
	if len(a.Filed) > 0 {
		filed = a.Filed[0].Text
	}
	want87 := firstCity(st.dateline)
	city.add(i, strings.EqualFold(filed, want87), at(filed))
	if !strings.Contains(want87, " -") && strings.ContainsAny(st.dateline, "0123456789") {
		b := extract.Article(&corpus.Draft{Text: st.text(false), Part: corpus.PartText, Source: corpus.Source{Path: "1987/" + st.id}}, extract.Options{})
		first, _ := b.Published.Days()
		opening.add(i, first == sgmDay(st.dateline), at(first))
	}
}

// text gives a story as plain text: title, the stamp line of the wire where asked for, dateline and body.
func (st sgmStory) text(stamp bool) string {
	var b strings.Builder
	b.WriteString(st.title + "\n")
	if stamp {
		b.WriteString(st.date + "\n")
	}
	b.WriteString("\n")
	if st.dateline != "" {
		b.WriteString(st.dateline + " ")
	}
	b.WriteString(st.body)
	return b.String()
}

var sgmDayOf = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? +(\d{1,2})\b`)

// sgmDay reads the day of a gold dateline by a pattern of its own, so that the scanner is not its own judge.
func sgmDay(dateline string) string {
	m := sgmDayOf.FindStringSubmatch(dateline)
	if m == nil {
		return ""
	}
	t, err := time.Parse("Jan 2 2006", strings.ToUpper(m[1][:1])+strings.ToLower(m[1][1:])+" "+m[2]+" 1987")
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
