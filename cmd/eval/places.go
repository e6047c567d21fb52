package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"places", "places [-gold-spans] [-half 0|1|2] [-errors N] [-system OUT.jsonl] GOLD.jsonl…: places found and resolved, as the referee scores them", evalPlaces})
}

type goldPlaces struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Places []goldPlace `json:"places"`
}

type goldPlace struct {
	Start int      `json:"bstart"`
	End   int      `json:"bend"`
	Text  string   `json:"text"`
	Lat   *float64 `json:"lat"`
	Lon   *float64 `json:"lon"`
}

// A foundPlace is a line of the contract's places, and the reason for it.
type foundPlace struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text"`
	Lat   *float64 `json:"lat"`
	Lon   *float64 `json:"lon"`

	place corpus.Place
}

func evalPlaces(args []string) error {
	flags := flag.NewFlagSet("places", flag.ContinueOnError)
	given := flags.Bool("gold-spans", false, "resolve the gold's own spans")
	half := flags.Int("half", 2, "0: the articles of even number only, 1: of odd number only, on which rules are developed, 2: all")
	errorLines := flags.Int("errors", 10, "lines to print of each class of errors, from the articles of odd number")
	system := flags.String("system", "", "file to write what was found to, for the referee's scorer")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("wants gold files")
	}
	for _, path := range flags.Args() {
		gold, err := readGoldPlaces(path, *half)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d articles\n", path, len(gold))
		found, took := findAll(gold, *given)
		s := placeScore{errors: map[string][]string{}}
		for i := range gold {
			s.add(gold[i], found[i])
		}
		s.print(*given)
		fmt.Printf("speed               %.0f articles/s on one core\n", float64(len(gold))/took.Seconds())
		s.printErrors(*errorLines)
		if err := writePlaces(*system, gold, found); err != nil {
			return err
		}
	}
	return nil
}

func readGoldPlaces(path string, half int) ([]goldPlaces, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []goldPlaces
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for i := 0; lines.Scan(); i++ {
		var g goldPlaces
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		if half == 2 || i%2 == half {
			all = append(all, g)
		}
	}
	return all, lines.Err()
}

// findAll runs the whole extraction on every text, as `extract` does on JSON lines, or resolves the gold's spans.
func findAll(gold []goldPlaces, given bool) (found [][]foundPlace, took time.Duration) {
	found = make([][]foundPlace, len(gold))
	begin := time.Now()
	for i, g := range gold {
		d := &corpus.Draft{Text: g.Text, Part: corpus.PartText}
		var places []corpus.Place
		if given {
			var spans []corpus.Span
			for _, p := range g.Places {
				spans = append(spans, corpus.Span{Part: corpus.PartText, Start: p.Start, End: p.End})
			}
			places = extract.ResolvePlaces(d, spans)
		} else {
			a := extract.Article(d, extract.Options{})
			places = append(a.Filed, a.Places...)
		}
		for _, p := range places {
			f := foundPlace{Start: p.Span.Start, End: p.Span.End, Text: g.Text[p.Span.Start:p.Span.End], place: p}
			if p.IsResolved() {
				f.Lat, f.Lon = &p.Lat, &p.Lon
			}
			found[i] = append(found[i], f)
		}
	}
	return found, time.Since(begin)
}

func writePlaces(path string, gold []goldPlaces, found [][]foundPlace) error {
	if path == "" {
		return nil
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	w := json.NewEncoder(f)
	for i, g := range gold {
		if err := w.Encode(map[string]any{"id": g.ID, "places": found[i]}); err != nil {
			f.Close()
			return err
		}
	}
	return f.Close()
}

// around shows a span in its text.
func around(text string, start, end int) string {
	from, to := max(0, start-45), min(len(text), end+45)
	s := text[from:start] + "[[" + text[start:end] + "]]" + text[end:to]
	return strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
}

func (s *placeScore) printErrors(limit int) {
	classes := make([]string, 0, len(s.errors))
	for c := range s.errors {
		classes = append(classes, c)
	}
	slices.Sort(classes)
	for _, c := range classes {
		fmt.Printf("\n%s: %d\n", c, len(s.errors[c]))
		for i, line := range s.errors[c] {
			if i*limit/len(s.errors[c]) != (i-1)*limit/len(s.errors[c]) || i == 0 && limit > 0 { // spread over all
				fmt.Println("  " + line)
			}
		}
	}
}
