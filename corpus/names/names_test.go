package names

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var rewrite = flag.Bool("rewrite", false, "write what the code answers into testdata")

// TestData runs each file of testdata: blocks of input lines, "----", and a line of answer to each.
func TestData(t *testing.T) {
	for name, answer := range map[string]func(string) string{
		"split":     answerSplit,
		"same":      answerSame,
		"lookup":    answerLookup,
		"normalize": Normalize,
		"cases":     Nominative,
		"words":     answerWord,
	} {
		t.Run(name, func(t *testing.T) { runData(t, "testdata/"+name+".txt", answer) })
	}
}

func runData(t *testing.T, path string, answer func(string) string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n\n") {
		input, want, _ := strings.Cut(block, "\n----\n")
		var got []string
		for line := range strings.SplitSeq(input, "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			got = append(got, answer(line))
		}
		if s := strings.Join(got, "\n"); s != strings.TrimSuffix(want, "\n") && !*rewrite {
			t.Errorf("%s\n---- got\n%s\n---- want\n%s", input, s, want)
		}
		fmt.Fprintf(&out, "%s\n----\n%s\n\n", input, strings.Join(got, "\n"))
	}
	if *rewrite {
		if err := os.WriteFile(path, []byte(strings.TrimSuffix(out.String(), "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func answerSplit(name string) string {
	given, middle, last := Split(name)
	return fmt.Sprintf("%s | %s | %s", given, middle, last)
}

// answerSame takes two names with " = " between them and says what they are to each other.
func answerSame(line string) string {
	a, b, _ := strings.Cut(line, " = ")
	if Same(a, b) != Same(b, a) {
		return "depends on the order"
	}
	if Same(a, b) {
		return "same"
	}
	return "not the same"
}

// answerLookup takes what is typed, " > " and a name, and says whether the one finds the other.
func answerLookup(line string) string {
	typed, name, _ := strings.Cut(line, " > ")
	keys := Keys(name)
	if slices.ContainsFunc(Lookup(typed), func(k string) bool { return slices.Contains(keys, k) }) {
		return "finds"
	}
	return "does not find"
}

func answerWord(word string) string {
	var is []string
	for _, k := range []struct {
		what string
		is   bool
	}{{"title", IsTitle(word)}, {"role", IsRole(word)}, {"given", IsGiven(word)}, {"particle", IsParticle(word)},
		{"female", GenderOf(word) == Female}, {"male", GenderOf(word) == Male}} {
		if k.is {
			is = append(is, k.what)
		}
	}
	if is == nil {
		return "nothing"
	}
	return strings.Join(is, " ")
}

// TestGivenNames holds given.txt to what its search relies on.
func TestGivenNames(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(givenNames, "\n"), "\n")
	for _, l := range lines {
		name, kind, _ := strings.Cut(l, " ")
		if len(kind) != 1 || !strings.Contains("mfb", kind) || givenKind(name) != kind[0] {
			t.Fatalf("%q is not found", l)
		}
	}
}

// FuzzNames holds for all names that people find themselves, and are the same as themselves however they are shouted.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Sergei Lavrov", "Лавров", "J.K. Rowling", "al-", "van der", "Kim Jong Un", "بشار الأسد", "习近平", "a,b", "'s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		keys := Keys(name)
		for _, k := range keys {
			if len(k) < 2 || !utf8.ValidString(k) {
				t.Fatalf("Keys(%q) = %q", name, keys)
			}
		}
		lookup := Lookup(name)
		if len(keys) > 0 && !slices.ContainsFunc(lookup, func(k string) bool { return slices.Contains(keys, k) }) {
			t.Fatalf("%q has keys %q and looks for %q", name, keys, lookup)
		}
		if _, _, last := Split(name); last != "" && !Same(name, name) {
			t.Fatalf("%q is not the same as itself", name)
		}
		Normalize(name)
	})
}
