package query

import (
	"errors"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var rewrite = flag.Bool("rewrite", false, "write what came out into the test data")

// cases runs a file of cases: input, a line "----", output, an empty line.
func cases(t *testing.T, path string, run func(input string) string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, c := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		if strings.HasPrefix(c, "# ") && !strings.Contains(c, "\n----") {
			out.WriteString(c + "\n\n")
			continue
		}
		input, want, _ := strings.Cut(c, "\n----")
		got := run(input)
		out.WriteString(input + "\n----\n" + got + "\n\n")
		if want = strings.TrimPrefix(want, "\n"); want != got && !*rewrite {
			t.Errorf("%s\n%s", input, cmp.Diff(want, got))
		}
	}
	if *rewrite {
		if err := os.WriteFile(path, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestParse(t *testing.T) {
	cases(t, "testdata/parse.txt", func(input string) string {
		n, notes, err := Parse(input)
		if err != nil {
			return "error: " + err.Error()
		}
		lines := append([]string{n.String()}, tree(n, "  ", valueKeys, nil)...)
		for _, note := range notes {
			lines = append(lines, "note: "+note)
		}
		return strings.Join(lines, "\n")
	})
}

// checkRoundTrip is the property that printing loses nothing.
func checkRoundTrip(t interface {
	Helper()
	Fatalf(string, ...any)
}, q string) {
	t.Helper()
	n, _, err := Parse(q)
	if err != nil {
		return
	}
	printed := n.String()
	again, _, err := Parse(printed)
	if len(printed) > queryBytes || errors.As(err, new(*ParseError)) && len(q) > queryBytes/8 {
		return // printing adds brackets, so that a query near a limit may pass it
	}
	if err != nil {
		t.Fatalf("%q was read as %s, which gives %v", q, printed, err)
	}
	if !reflect.DeepEqual(n, again) {
		t.Fatalf("%q was read as\n%s\nand that as\n%s\n%s", q, printed, again, cmp.Diff(n, again))
	}
}

// fragments are what generated queries are made of.
var fragments = []string{"raqqa", "Raqqa", "US", "U.S.", "AT&T", "O'Neill", "co-operate", "10:30", "https://example.org/a?b=c",
	`"red line"`, "“red line”", "«red line»", `="Red Line"`, "=Red", "bomb*", "wom?n", "lavrov~1", "lavrov~", `"a b"~5`,
	"/lavr[oe]v/", "AND", "OR", "NOT", "||", "&&", "|", "-", "+", "(", ")", `"`, "«", "NEAR/5", "PRE/2", "/s", "w/p", "NEAR",
	"AROUND(3)", "ADJ/1", ">=2", "atleast3(", "^2", "^0.5", "title:", "lead:raqqa", "speaker:", "speaker:(lavrov OR kerry)",
	"said(lavrov: raqqa)", "said(", ":", "in:quote", "in:narration(", `near:"Raqqa,50km"`, "date:2016-05..2016-06", "after:2016",
	`date:"last month"`, "date:none", "*", "-*", "id:ab12", "outlet:=\"BBC\"", "tag:war*", "url:a*b", "Lavrov:", "…", "–", "—",
	"Лавров", "الرقة", "日本", "~2", "quote:(a b)", `said("Sergei Lavrov" OR kerry: a OR b)`, "path:a/b", "or", "and"}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 12).Draw(t, "parts")
		glue := rapid.SampledFrom([]string{" ", "", "  "})
		var q strings.Builder
		for _, p := range parts {
			q.WriteString(p + glue.Draw(t, "glue"))
		}
		checkRoundTrip(t, q.String())
	})
}

// Punctuation alone never makes a query fail.
func TestPunctuation(t *testing.T) {
	marks := rapid.SampledFrom([]string{`"`, "'", "(", ")", "[", "]", "«", "»", "“", "”", "-", "—", ".", ",", ";", "!", "?", "…", " / ", "a/b", "\\",
		"|", "&", "+", "^", "~", "=", "#", "@", "%", " ", "raqqa", "10:30"})
	rapid.Check(t, func(t *rapid.T) {
		q := strings.Join(rapid.SliceOfN(marks, 0, 16).Draw(t, "marks"), "")
		if _, _, err := Parse(q); err != nil {
			t.Fatalf("%q: %v", q, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range fragments {
		f.Add(s)
		f.Add(s + " raqqa")
	}
	f.Fuzz(func(t *testing.T, q string) { checkRoundTrip(t, q) })
}

func TestLimits(t *testing.T) {
	for name, q := range map[string]string{
		"length":  strings.Repeat("a ", queryBytes),
		"depth":   strings.Repeat("(", queryDepth+2) + "a",
		"dashes":  strings.Repeat("- -(", queryDepth+2) + "a",
		"clauses": "(" + strings.Repeat("a ", 60) + ") NEAR/3 (" + strings.Repeat("b ", 60) + ")",
		"pattern": "raqq" + strings.Repeat("a", patternRunes) + "*",
		"prefix":  "r*a",
		"regexp":  "/.*/",
	} {
		if n, _, err := Parse(q); !errors.As(err, new(*ParseError)) {
			t.Errorf("%s: wanted a ParseError, got %v, %v", name, n, err)
		}
	}
}
