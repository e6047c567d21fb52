package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"dateline/corpus"
	"dateline/corpus/extract"
)

func init() {
	register(measurement{"quotes", "quotes [-errors N] [-system OUT.jsonl] GOLD.jsonl: who said what, as the referee scores it", evalQuotes})
}

func evalQuotes(args []string) error {
	flags := flag.NewFlagSet("quotes", flag.ContinueOnError)
	errorLines := flags.Int("errors", 20, "lines of errors to print")
	system := flags.String("system", "", "file to write what was found to, for the referee's scorer")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("wants one gold file")
	}
	gold, err := readGold(flags.Arg(0))
	if err != nil {
		return err
	}
	s := &quoteScore{tally: tally{}, rules: map[string]*[4]int{}}
	found := make([][]foundQuote, len(gold))
	took := time.Hour
	for range 3 { // the best of three passes
		begin := processTime()
		for i, g := range gold {
			found[i] = quotesOf(g.Text)
		}
		took = min(took, processTime()-begin)
	}
	for i, g := range gold {
		s.add(g, found[i])
	}
	s.print()
	fmt.Printf("speed: %.0f articles a second of processor time, whole extraction (%d articles)\n", float64(len(gold))/took.Seconds(), len(gold))
	s.printErrors(*errorLines)
	if *system != "" {
		return writeSystem(*system, gold, found)
	}
	return nil
}

func readGold(path string) ([]goldArticle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []goldArticle
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var g goldArticle
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, g)
	}
	return all, lines.Err()
}

// quotesOf runs the whole extraction on a text, as `extract` does on JSON lines.
func quotesOf(t string) []foundQuote {
	a := extract.Article(&corpus.Draft{Text: t, Part: corpus.PartText}, extract.Options{})
	out := make([]foundQuote, 0, len(a.Quotes))
	for _, q := range a.Quotes {
		f := foundQuote{Kind: string(q.Kind), Rule: q.Rule, Trust: float64(q.Trust)}
		for _, w := range q.Words {
			f.Spans = append(f.Spans, [2]int{w.Start, w.End})
		}
		if name := q.Speaker.Canonical; name != "" || q.Speaker.Text != "" {
			if name == "" {
				name = q.Speaker.Text
			}
			f.Speaker = &foundSpeaker{Text: name, Kind: string(q.Speaker.Kind)}
			if q.Speaker.Text != "" {
				f.Speaker.Mention = &foundAt{q.Speaker.Mention.Start, q.Speaker.Mention.End}
			}
		}
		out = append(out, f)
	}
	return out
}

func writeSystem(path string, gold []goldArticle, found [][]foundQuote) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := json.NewEncoder(f)
	for i, g := range gold {
		if err := w.Encode(map[string]any{"id": g.ID, "quotes": found[i]}); err != nil {
			f.Close()
			return err
		}
	}
	return f.Close()
}

// A ratio is precision, recall and F1.
func ratio(hitSystem, system, hitGold, gold int) string {
	p, r := share(hitSystem, system), share(hitGold, gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, f)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func (s *quoteScore) print() {
	t := s.tally
	for _, k := range []string{"dm", "ind"} {
		name := map[string]string{"dm": "direct+mixed", "ind": "indirect"}[k]
		fmt.Printf("%-13s content %s   exact %s   gold %d system %d\n", name,
			ratio(t["hit system "+k], t["system "+k], t["hit gold "+k], t["gold "+k]),
			ratio(t["exact system "+k], t["system "+k], t["exact gold "+k], t["gold "+k]), t["gold "+k], t["system "+k])
	}
	right, judged := t["right named"]+t["right nominal"], t["matched named"]+t["matched nominal"]
	fmt.Printf("speaker right on matched: %.3f of %d\n", share(right, judged), judged)
	for _, k := range []string{"named", "nominal", "pron", "empty", "dm", "ind"} {
		fmt.Printf("   %s %.3f of %d", k, share(t["right "+k], t["matched "+k]), t["matched "+k])
	}
	fmt.Printf("\nend to end, named: %s\n", ratio(right, t["named system"], right, t["named gold"]))
	if t["resolved"] > 0 {
		fmt.Printf("resolved: %.3f of %d; pronoun %.3f of %d, no source %.3f of %d\n", share(t["right resolved"], t["resolved"]), t["resolved"],
			share(t["right resolved pron"], t["resolved pron"]), t["resolved pron"], share(t["right resolved empty"], t["resolved empty"]), t["resolved empty"])
	}
	fmt.Printf("words in marks: recall %.3f precision %.3f, with right speaker %.3f of %d\n", share(t["marks found"], t["marks"]),
		share(t["marks true"], t["marks system"]), share(t["marks right"], t["marks"]), t["marks"])
	for _, k := range []string{"dm speech verb", "dm other cue", "ind speech verb", "ind other cue"} {
		fmt.Printf("   recall, %s: %.3f of %d\n", k, share(t["cue hit "+k], t["cue "+k]), t["cue "+k])
	}
	s.printRules()
	s.printTrust()
}

// printRules tells by rule how often what it found is in the gold, and how often with the speaker.
func (s *quoteScore) printRules() {
	names := make([]string, 0, len(s.rules))
	for n := range s.rules {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int { return s.rules[b][0] - s.rules[a][0] })
	fmt.Println("rule                              found  in gold  speaker right")
	for _, n := range names {
		r := s.rules[n]
		fmt.Printf("%-32s %6d   %.3f    %.3f of %d\n", n, r[0], share(r[1], r[0]), share(r[3], r[2]), r[2])
	}
}

// printTrust is the calibration: of quotes at a trust, how many have words and speaker as the gold has them.
func (s *quoteScore) printTrust() {
	fmt.Println("trust   found  words and speaker in gold")
	for i := len(s.trust) - 1; i >= 0; i-- {
		if t := s.trust[i]; t.found > 0 {
			fmt.Printf("%.2f  %6d   %.3f\n", t.sum/float64(t.found), t.found, share(t.right, t.found))
		}
	}
}

func (s *quoteScore) printErrors(n int) {
	// Spread over the whole set, so that not one article fills the list.
	step := max(1, len(s.errors)/max(1, n))
	for i := 0; i < len(s.errors) && n > 0; i, n = i+step, n-1 {
		fmt.Println(s.errors[i])
	}
}
