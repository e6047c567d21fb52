package extract

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var rewrite = flag.Bool("rewrite", false, "write what the tests get into testdata")

// testFile runs each case of a file: input, "----", expected, an empty line and "====".
func testFile(t *testing.T, name string, run func(in string) string) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, c := range strings.Split(string(raw), "\n====\n") {
		in, want, ok := strings.Cut(c, "\n----\n")
		if !ok {
			t.Fatalf("%s: case %d has no ----", name, i+1)
		}
		got := run(in)
		want = strings.TrimSuffix(want, "\n")
		if got != want && !*rewrite {
			t.Errorf("%s: case %d: %s\ngot:\n%s\nwant:\n%s", name, i+1, in, got, want)
		}
		if i > 0 {
			b.WriteString("\n====\n")
		}
		b.WriteString(in + "\n----\n" + got)
	}
	if *rewrite {
		if err := os.WriteFile(name, []byte(b.String()+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
