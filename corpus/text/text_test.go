package text

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var rewrite = flag.Bool("rewrite", false, "write what the code answers into testdata")

// TestData runs each file of testdata: cases of a text, "----", and what is found in it, with "====" between them. A
// first line "@ru" gives the text's language, which else is English.
func TestData(t *testing.T) {
	for name, show := range map[string]func(*Text) string{
		"words":      showWords,
		"sentences":  showSentences,
		"quotations": showQuotations,
		"terms":      showTerms,
	} {
		t.Run(name, func(t *testing.T) { runData(t, "testdata/"+name+".txt", show) })
	}
}

func runData(t *testing.T, path string, show func(*Text) string) {
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for c := range strings.SplitSeq(strings.TrimSuffix(string(file), "\n"), "\n====\n") {
		input, want, _ := strings.Cut(c+"\n", "\n----\n")
		want = strings.TrimSuffix(want, "\n")
		raw, language := input, "en"
		if first, rest, _ := strings.Cut(input, "\n"); strings.HasPrefix(first, "@") {
			raw, language = rest, first[1:]
		}
		got := strings.TrimSuffix(show(Read(raw, language)), "\n")
		if got != want && !*rewrite {
			t.Errorf("%s\n---- got\n%s\n---- want\n%s", input, got, want)
		}
		out = append(out, input+"\n----\n"+got)
	}
	if *rewrite {
		if err := os.WriteFile(path, []byte(strings.Join(out, "\n====\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func showWords(x *Text) string {
	var b strings.Builder
	for i, w := range x.Words {
		fmt.Fprintf(&b, "%s %s\n", x.Word(i), [...]string{"lower", "capital", "upper", "mixed", "number"}[w.Shape])
	}
	return b.String()
}

// showSentences prints a line a sentence and an empty one between paragraphs.
func showSentences(x *Text) string {
	var b strings.Builder
	for i, s := range x.Sentences {
		if i > 0 && x.ParagraphAt(s.Start) != x.ParagraphAt(s.Start-1) {
			b.WriteString("\n")
		}
		start, end := x.Bounds(s)
		b.WriteString("| " + strings.ReplaceAll(x.Raw[start:end], "\n", "⏎") + "\n")
	}
	return b.String()
}

func showQuotations(x *Text) string {
	var b strings.Builder
	for _, q := range x.Quotations {
		for outer := q.Outer; outer >= 0; outer = x.Quotations[outer].Outer {
			b.WriteString("  ")
		}
		b.WriteString("[" + strings.ReplaceAll(x.Raw[q.Start:q.End], "\n", "⏎") + "]")
		for _, f := range []struct {
			is   bool
			name string
		}{{q.Open, "open"}, {q.Unopened, "unopened"}, {q.Continued, "continued"}, {q.Dash, "dash"}, {q.Single, "single"}} {
			if f.is {
				b.WriteString(" " + f.name)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func showTerms(x *Text) string {
	var b strings.Builder
	name := strings.NewReplacer(StemMark, "stem:", CaseMark, "case:")
	for i := range x.Words {
		fmt.Fprintln(&b, name.Replace(strings.Join(x.Terms(nil, i), " ")))
	}
	return b.String()
}

// TestStemKeys has a word of a query find a word of a text where their stems in the text's language are one, by one key:
// two would count it twice.
func TestStemKeys(t *testing.T) {
	languages := []string{"en", "de", "fr", "ru", "hr", ""}
	words := strings.Fields(`rate rates rating rat rats Rat Rates Räte Raten inter interest interests aid aids AIDS us US ice universities
		university univers universal Städte Stadt stad gouvernement gouvernements войны война news new 2.5 AT&T`)
	for _, archive := range [][]string{languages, {"en"}, {"en", ""}, {"de", "en"}} {
		for _, typed := range words {
			keys := StemKeys(archive, typed)
			for _, language := range archive {
				for _, word := range words {
					n := 0
					for _, term := range Read("x "+word, language).Terms(nil, 1) {
						for _, k := range keys {
							if k.Finds(term, language) {
								n++
							}
						}
					}
					want := 0
					switch folded := Fold(typed); {
					case isAcronym(typed, folded) || isAcronym(word, Fold(word)):
						if Fold(word) == folded && (typed == word || !isAcronym(typed, folded)) {
							want = 1
						}
					case Stem(language, folded) == Stem(language, Fold(word)):
						want = 1
					}
					if n != want {
						t.Errorf("%s finds %s in %q %d times instead of %d, by %q", typed, word, language, n, want, keys)
					}
				}
			}
		}
	}
}
