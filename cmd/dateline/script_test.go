package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/cmd/internal/term"
)

var rewrite = flag.Bool("rewrite", false, "write what tests compare with anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestScripts runs whole commands as a user would type them. Every script finds the sample archive in sample/.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *rewrite,
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", cond)
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1704067200") // 2024-01-01
			env.Setenv("TERM", "xterm")
			for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData"} {
				env.Setenv(name, filepath.Join(env.WorkDir, ".cache"))
			}
			return unpack(sample, env.WorkDir)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"counts":   counts,
			"status":   exitStatus,
			"valid":    validJSON,
			"verbatim": verbatim,
			"same":     sameLines,
		},
	})
}

// counts holds the number of lines of a file, or of stdout, against a number: counts stdout 3.
func counts(ts *testscript.TestScript, neg bool, args []string) {
	n := strings.Count(ts.ReadFile(args[0]), "\n")
	if strconv.Itoa(n) == args[1] == neg {
		ts.Fatalf("%s has %d lines, want %s", args[0], n, args[1])
	}
}

// exitStatus runs a command and wants its exit status: status 2 dateline query speeker:x.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit interface{ ExitCode() int }
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// validJSON wants every line of a file to be JSON.
func validJSON(ts *testscript.TestScript, neg bool, args []string) {
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if !json.Valid([]byte(line)) {
			ts.Fatalf("no JSON: %s", line)
		}
	}
}

// verbatim wants every row of a table to stand at its offsets: the quote or match, in the text of its file under a folder,
// and of formats with markup in the body that an export of all articles has, a line of JSON each:
// verbatim stdout sample all.jsonl.
func verbatim(ts *testscript.TestScript, neg bool, args []string) {
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	articles := map[string]article{}
	for line := range strings.Lines(ts.ReadFile(args[2])) {
		var a article
		ts.Check(json.Unmarshal([]byte(line), &a))
		articles[a.ID] = a
	}
	words := column["match"] + column["quote"] // one of them isn't there
	seen := map[string]int{}
	for _, row := range rows[1:] {
		path, part := row[column["path"]], row[column["part"]]
		text := articles[row[column["id"]]].Title
		switch {
		case part == "body":
			text = articles[row[column["id"]]].Body
		case part != "text":
		case filepath.Ext(path) != ".txt" || strings.Contains(path, "1251"):
			continue // a record of a file, or in another character set
		default:
			text = ts.ReadFile(filepath.Join(args[1], path))
		}
		start, _ := strconv.Atoi(row[column["start"]])
		end, _ := strconv.Atoi(row[column["end"]])
		if start >= end || end > len(text) || text[start:end] != row[words] {
			ts.Fatalf("%s: %q does not stand at %d–%d of the %s", path, row[words], start, end, part)
		}
		seen[filepath.Ext(path)]++
	}
	for _, kind := range []string{".txt", ".html", ".eml", ".md", ".xml"} {
		if seen[kind] == 0 {
			ts.Fatalf("no row of a file that ends with %s", kind)
		}
	}
}

// An article is what verbatim needs of one.
type article struct{ ID, Title, Body string }

// sameLines wants files to hold the same lines in any order.
func sameLines(ts *testscript.TestScript, neg bool, args []string) {
	lines := func(name string) map[string]int {
		n := map[string]int{}
		for line := range strings.Lines(ts.ReadFile(name)) {
			n[line]++
		}
		return n
	}
	a, b := lines(args[0]), lines(args[1])
	for line, n := range a {
		if b[line] != n {
			ts.Fatalf("%q: %d times in %s, %d times in %s", line, n, args[0], b[line], args[1])
		}
	}
	if len(a) != len(b) {
		ts.Fatalf("%s has %d different lines, %s %d", args[0], len(a), args[1], len(b))
	}
}

var times = regexp.MustCompile(` · [0-9.]+ (ms|s)\n`)

// TestReadme holds the README's picture of the demonstration to what it prints now, the times taken out.
func TestReadme(t *testing.T) {
	var printed bytes.Buffer
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	sys := system()
	sys.Stdout, sys.Stderr, sys.out = out, out, term.NewOutput(out)
	sys.Getenv = func(string) string { return "" }
	if status := run(sys, []string{"demo"}); status != exitFound {
		t.Fatalf("demo ended with %d", status)
	}
	b, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	printed.WriteString("\n```\n" + times.ReplaceAllString(string(b), "\n") + "```\n")
	const begin, end = "<!-- demo -->", "<!-- /demo -->"
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), begin)
	shown, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("the README has no %s", begin)
	}
	if shown == printed.String() {
		return
	}
	if !*rewrite {
		t.Fatalf("the README shows another demonstration (make readme):\n%s", firstDifference(shown, printed.String()))
	}
	if err := os.WriteFile("../../README.md", []byte(before+begin+printed.String()+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "- " + x[i] + "\n+ " + y[i]
		}
	}
	return "one is longer"
}

// TestSampleIsMarked: every file of the sample says that it is one, in its own language.
func TestSampleIsMarked(t *testing.T) {
	err := fs.WalkDir(sample, "sample", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := sample.ReadFile(path)
		if err == nil && !bytes.Contains(b, []byte("dateline")) {
			t.Errorf("%s does not say that it is a sample", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
