package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"dateline/query"
)

func init() {
	register(measurement{"phrases", "phrases DIR: dates as a user may type them, from DIR/phrases and DIR/phrases-in-text, by language", runPhrases})
}

// A phrase is a date as typed, and what it may mean: first and last day.
type phrase struct {
	language, words string
	now             time.Time
	meanings        [][2]string
	kind            int // 0 a day with its year, 1 a range with its year, 2 what depends on today
}

func runPhrases(args []string) error {
	if len(args) != 1 {
		return errors.New("name the folder that holds phrases and phrases-in-text")
	}
	files, err := filepath.Glob(filepath.Join(args[0], "phrases-in-text", "*.jsonl"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no phrases-in-text/*.jsonl in %s", args[0])
	}
	for _, f := range files {
		ps, err := phrasesInText(f)
		if err != nil {
			return err
		}
		scorePhrases(ps)
	}
	ps, err := parserPhrases(filepath.Join(args[0], "phrases", "phrases.jsonl"))
	if err != nil {
		return err
	}
	scorePhrases(ps)
	return nil
}

// scorePhrases prints how many are read as meant, dates that say their year apart from those that depend on today, and
// the first that are not.
func scorePhrases(ps []phrase) {
	var right, all [3]int
	var wrong []string
	for _, p := range ps {
		k := p.kind
		all[k]++
		got := p.read()
		if slices.Contains(p.meanings, got) {
			right[k]++
		} else if k == 0 && len(wrong) < 20 {
			wrong = append(wrong, fmt.Sprintf("  %q: %s..%s, not %v", p.words, got[0], got[1], p.meanings))
		}
	}
	share := func(k int) float64 { return 100 * float64(right[k]) / float64(max(1, all[k])) }
	fmt.Printf("%-16s absolute %6.2f %% of %3d   absolute ranges %6.2f %% of %3d   relative %6.2f %% of %3d\n", ps[0].language, share(0), all[0], share(1), all[1], share(2), all[2])
	if len(wrong) > 0 {
		fmt.Println(strings.Join(wrong, "\n"))
	}
}

// read types the phrase. Of the two readings of 1/5/2016 the language's own is taken: month first only in English.
func (p phrase) read() [2]string {
	dayFirst := p.language != "English"
	from, to, err := query.ReadDate(p.words, p.now, &dayFirst)
	if err != nil {
		return [2]string{"unread", ""}
	}
	return [2]string{from, to}
}

// A spoken is one line of phrases-in-text.
type spoken struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Start, End int
		TypeName   string
		Resolution json.RawMessage
	}
}

var saysYear = regexp.MustCompile(`\b\d{4}|\d{4}\s?[年년]`)

func phrasesInText(file string) ([]phrase, error) {
	language := strings.TrimSuffix(filepath.Base(file), ".jsonl")
	var ps []phrase
	err := eachLine(file, func(_ int, s spoken) error {
		now, err := time.Parse("2006-01-02T15:04:05", s.Context.ReferenceDateTime)
		if err != nil {
			return nil // one without a reference time can't be scored
		}
		letters := []rune(s.Input)
		for _, r := range s.Results {
			p := phrase{language: language, now: now, meanings: meaningsOf(r.TypeName, r.Resolution)}
			if len(p.meanings) > 0 && 0 <= r.Start && r.Start <= r.End && r.End < len(letters) {
				p.words = string(letters[r.Start : r.End+1]) // End is inclusive
				p.kind = phraseKind(p.words, r.TypeName)
				ps = append(ps, p)
			}
		}
		return nil
	})
	return ps, err
}

func phraseKind(words, typeName string) int {
	switch {
	case !saysYear.MatchString(words):
		return 2
	case typeName == "datetimeV2.daterange":
		return 1
	}
	return 0
}

// lastMeant is the last day where the end of a range is meant whole, as dateline reads "2014 to 2018": the gold ends it
// before its end begins.
func lastMeant(end time.Time) string {
	switch {
	case end.YearDay() == 1:
		end = end.AddDate(1, 0, -1)
	case end.Day() == 1:
		end = end.AddDate(0, 1, -1)
	}
	return end.Format(time.DateOnly)
}

// meaningsOf gives the days of a resolution: those of dates and of ranges of days, whose end is exclusive.
func meaningsOf(kind string, resolution json.RawMessage) [][2]string {
	var r struct{ Values []map[string]string }
	if json.Unmarshal(resolution, &r) != nil {
		return nil // a few are plain strings
	}
	var out [][2]string
	for _, v := range r.Values {
		switch kind {
		case "datetimeV2.date", "datetimeV2.datetime":
			if d := v["value"]; len(d) >= 10 && d != "not resolved" {
				out = append(out, [2]string{d[:10], d[:10]})
			}
		case "datetimeV2.daterange":
			end, err := time.Parse(time.DateOnly, v["end"])
			if err == nil && v["start"] != "" {
				out = append(out, [2]string{v["start"], end.AddDate(0, 0, -1).Format(time.DateOnly)}, [2]string{v["start"], lastMeant(end)})
			}
		}
	}
	return out
}

// A parserCase is one line of phrases.jsonl.
type parserCase struct {
	Test string
	Args []json.RawMessage
}

// parserPhrases reads the cases of a date parser's own tests that give a phrase and the moment that it means.
func parserPhrases(file string) ([]phrase, error) {
	var ps []phrase
	err := eachLine(file, func(_ int, c parserCase) error {
		if c.Test != "test_dates_parsing" || len(c.Args) != 2 {
			return nil
		}
		var meant struct{ Datetime string }
		p := phrase{language: "forty languages", now: time.Date(2012, 11, 13, 0, 0, 0, 0, time.UTC)}
		if json.Unmarshal(c.Args[0], &p.words) != nil || json.Unmarshal(c.Args[1], &meant) != nil || len(meant.Datetime) < 10 {
			return nil
		}
		p.meanings = [][2]string{{meant.Datetime[:10], meant.Datetime[:10]}}
		p.kind = phraseKind(p.words, "datetimeV2.date")
		ps = append(ps, p)
		return nil
	})
	return ps, err
}
