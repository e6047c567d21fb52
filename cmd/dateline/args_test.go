package main

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func TestArrange(t *testing.T) {
	commands := commands(system())
	for in, want := range map[string]string{
		"query raqqa --from 2016-05 -n 5":      "query --from=2016-05 --n=5 -- raqqa",
		"query --from 2016-05 raqqa -n5":       "query --from=2016-05 --n=5 -- raqqa",
		"--index x query raqqa":                "query --index=x -- raqqa",
		"--from 2016 query raqqa":              "query --from=2016 -- raqqa",
		"query raqqa -isis":                    "query -- raqqa -isis",
		"query -isis raqqa":                    "query -- -isis raqqa",
		"query -from raqqa":                    "query -- -from raqqa",
		"query -- --from raqqa":                "query -- --from raqqa",
		"query --speaker lavrov --speaker x y": "query --speaker=lavrov --speaker=x -- y",
		"query -n -3 x":                        "query --n=-3 -- x",
		"query help":                           "query -- help",
		"q index":                              "q -- index",
		"query --json x":                       "query --json -- x",
		"alias add Lavrov minister --index x":  "alias add --index=x -- Lavrov minister",
		"alias --index x list":                 "alias list --index=x --",
		"index -":                              "index -- -",
		"export x -o hits.csv":                 "export --o=hits.csv -- x",
		"said Lavrov --about=Syria":            "said --about=Syria -- Lavrov",
		"raqqa":                                "-- raqqa",
		"query raqqa --help":                   "help -- query",
		"-h":                                   "help --",
		"--version":                            "version",
		"query -é":                             "query -- -é",
	} {
		got, err := arrange(commands, strings.Fields(in))
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%q: %q, %v, want %q", in, strings.Join(got, " "), err, want)
		}
	}
}

func TestArrangeRefusesUnknownFlags(t *testing.T) {
	commands := commands(system())
	for in, want := range map[string]string{
		"query raqqa --form 2016":   "query has no flag --form: did you mean --from?",
		"status --speaker x":        "status has no flag --speaker",
		"--speaker x status":        "status has no flag --speaker",
		"query --version":           "query has no flag --version",
		"query raqqa --from":        "--from wants a value behind it",
		"alias add a b --speaker x": "alias add has no flag --speaker",
	} {
		if _, err := arrange(commands, strings.Fields(in)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

// TestFlagsAgree: before the command is known, a flag is looked up among all commands', so a name must mean the same
// kind of flag everywhere. And a letter must not be a command's flag and part of another's name.
func TestFlagsAgree(t *testing.T) {
	takes := map[string]bool{}
	for _, f := range allFlags(commands(system())) {
		for _, name := range f.Names() {
			if is, seen := takes[name]; seen && is != takesValue(f) {
				t.Errorf("--%s takes a value in one command and none in another", name)
			}
			takes[name] = takesValue(f)
		}
	}
}

// TestEveryCommandIsDescribed keeps the manual whole.
func TestEveryCommandIsDescribed(t *testing.T) {
	app := newApp(system())
	page := manual(app)
	for _, c := range app.Commands {
		if c.Hidden {
			continue
		}
		if c.Usage == "" || !slices.Contains(categories, c.Category) || !strings.Contains(page, ".SS "+troff(c.Name)) {
			t.Errorf("%s is not described", c.Name)
		}
		for _, f := range c.Flags {
			if doc := f.(cli.DocGenerationFlag); doc.GetUsage() == "" {
				t.Errorf("%s --%s is not described", c.Name, f.Names()[0])
			}
		}
	}
}

func TestHumanTables(t *testing.T) {
	dir := t.TempDir()
	want := [][]string{{"Sergei Lavrov", "the minister"}, {"A", "b c"}}
	if err := writeRows(dir, aliasFile, [][]string{{"Sergei\tLavrov", "the  minister"}, {"A", "b c"}}); err != nil {
		t.Fatal(err)
	}
	got, err := readRows(dir, aliasFile, 2)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %q, %v, want %q", got, err, want)
	}
	if got := without(got, "A"); len(got) != 1 {
		t.Errorf("%q are left without A", got)
	}
	if err := os.WriteFile(dir+"/"+aliasFile, []byte("no tab\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readRows(dir, aliasFile, 2); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a line without a tab: %v", err)
	}
}

func TestProse(t *testing.T) {
	const text = "One line that\nis long.\n\n   dateline query x\n\nAnother."
	for width, want := range map[int]string{0: text, 12: "One line\nthat is\nlong.\n\n   dateline\nquery x\n\nAnother.", 40: "One line that is long.\n\n   dateline query x\n\nAnother."} {
		if got := prose(text, width); got != want {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
}
