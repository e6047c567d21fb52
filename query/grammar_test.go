package query

import (
	"os"
	"strings"
	"testing"
)

// TestGrammar reads what GRAMMAR.md says is typed, and compares what is read.
func TestGrammar(t *testing.T) {
	page, err := os.ReadFile("GRAMMAR.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(page)) {
		typed, want, ok := strings.Cut(strings.TrimSpace(line), "=>")
		if !ok {
			continue
		}
		n++
		got, _, err := Parse(strings.TrimSpace(typed))
		if err != nil || got.String() != strings.TrimSpace(want) {
			t.Errorf("%s is read as %v, %v", typed, got, err)
		}
	}
	if n < 30 {
		t.Errorf("%d examples", n)
	}
}
