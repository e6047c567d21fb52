package main

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"dateline/corpus"
)

// Fixes are the user's corrections, by article, and what he wants forgotten. They are put over every article that is
// read, so that they outlive reading it again.
type fixes struct {
	values    map[corpus.ID][][2]string // field and value, in order
	forgotten map[string]bool           // ids, and root/path of files and folders
}

// The rule of what a human has set, as `why` and exports show it.
const humanRule = "human"

// forgetField marks, in the table of fixes, what must not come back.
const forgetField = "forget"

// fixable are the fields that can be set, and how.
var fixable = map[string]func(a *corpus.Article, v corpus.Value) error{
	"title":    func(a *corpus.Article, v corpus.Value) error { a.Title = v; return nil },
	"outlet":   func(a *corpus.Article, v corpus.Value) error { a.Outlet = v; return nil },
	"wire":     func(a *corpus.Article, v corpus.Value) error { a.Wire = v; return nil },
	"language": func(a *corpus.Article, v corpus.Value) error { a.Language = v; return nil },
	"url":      func(a *corpus.Article, v corpus.Value) error { a.URL = v; return nil },
	"author":   func(a *corpus.Article, v corpus.Value) error { a.Author = []corpus.Value{v}; return nil },
	"note": func(a *corpus.Article, v corpus.Value) error {
		a.Source.Notes = append(a.Source.Notes, v.Text)
		return nil
	},
	"date": fixDate,
}

// readFixes reads the corrections that lie beside an index.
func readFixes(location string) (*fixes, error) {
	rows, err := readRows(location, fixFile, 3)
	f := &fixes{values: map[corpus.ID][][2]string{}, forgotten: map[string]bool{}}
	for _, row := range rows {
		if row[1] == forgetField {
			f.forgotten[row[0]] = true
			continue
		}
		f.values[corpus.ID(row[0])] = append(f.values[corpus.ID(row[0])], [2]string{row[1], row[2]})
	}
	return f, err
}

// over puts the corrections over what is read, and leaves out what was forgotten. A file that is forgotten is read
// and gives nothing.
func (f *fixes) over(events iter.Seq[corpus.Event]) iter.Seq[corpus.Event] {
	if len(f.values) == 0 && len(f.forgotten) == 0 {
		return events
	}
	return func(yield func(corpus.Event) bool) {
		for e := range events {
			if a := e.Article; a != nil && f.forgets(a) {
				e.Article = nil
				if e.Err == nil && !e.Done {
					continue
				}
			}
			if e.Article != nil {
				f.correct(e.Article)
			}
			if !yield(e) {
				return
			}
		}
	}
}

// forgets reports whether an article, its file, or a folder above that is forgotten.
func (f *fixes) forgets(a *corpus.Article) bool {
	if f.forgotten[string(a.ID)] {
		return true
	}
	for path := a.Source.Root + "/" + a.Source.Path; path != ""; {
		if f.forgotten[path] {
			return true
		}
		path = path[:max(0, strings.LastIndexAny(path, "/!"))]
	}
	return false
}

// correct sets what a human has set. What can't be read is left: it was refused when it was typed.
func (f *fixes) correct(a *corpus.Article) {
	for _, fix := range f.values[a.ID] {
		if set := fixable[fix[0]]; set != nil {
			_ = set(a, humanValue(fix[1]))
		}
	}
}

func humanValue(s string) corpus.Value {
	return corpus.Value{Text: s, Evidence: corpus.Evidence{Rule: humanRule, Trust: 1}}
}

// fixDate reads a day, month, year, or two days with a slash between; "none" takes a wrong date away.
func fixDate(a *corpus.Article, v corpus.Value) error {
	if v.Text == "none" {
		a.Published = corpus.Date{Evidence: v.Evidence}
		return nil
	}
	first, last, ranged := strings.Cut(v.Text, "/")
	earliest, precision, err := readDay(first)
	if err != nil {
		return err
	}
	latest := endOf(earliest, precision)
	if ranged {
		end, p, err := readDay(last)
		if err != nil {
			return err
		}
		if latest = endOf(end, p); latest.Before(earliest) {
			return fmt.Errorf("%s ends before it begins", v.Text)
		}
		precision = corpus.Day
	}
	a.Published = corpus.Date{Earliest: earliest, Latest: latest, Precision: precision, Evidence: v.Evidence}
	return nil
}

func readDay(s string) (time.Time, corpus.Precision, error) {
	for _, f := range []struct {
		layout    string
		precision corpus.Precision
	}{{time.DateOnly, corpus.Day}, {"2006-01", corpus.Month}, {"2006", corpus.Year}} {
		if t, err := time.Parse(f.layout, s); err == nil {
			return t, f.precision, nil
		}
	}
	return time.Time{}, "", fmt.Errorf("%q is no date like 2016-05-25, 2016-05 or 2016", s)
}

// endOf is the last moment of a day, month or year.
func endOf(t time.Time, p corpus.Precision) time.Time {
	switch p {
	case corpus.Year:
		t = t.AddDate(1, 0, 0)
	case corpus.Month:
		t = t.AddDate(0, 1, 0)
	default:
		t = t.AddDate(0, 0, 1)
	}
	return t.Add(-time.Nanosecond)
}
