package main

import (
	"bufio"
	"go/build"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestHouse holds every room to the import table of the README: a room may import of dateline only what its line
// names, and only index/disk may import bleve's index.
func TestHouse(t *testing.T) {
	table := readTable(t, "../../README.md")
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || dir == "." {
			return err
		}
		if base := filepath.Base(dir); base == "testdata" || strings.HasPrefix(base, ".") {
			return fs.SkipDir
		}
		pkg, err := build.ImportDir(filepath.Join("../..", dir), 0)
		if _, none := err.(*build.NoGoError); none {
			return nil
		}
		if err != nil {
			return err
		}
		checkRoom(t, table, dir, pkg.Imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkRoom(t *testing.T, table map[string][]string, room string, imports []string) {
	t.Helper()
	allowed, listed := table[room]
	if !listed {
		if allowed, listed = table[filepath.Dir(room)+"/*"]; !listed {
			t.Errorf("%s: not in the README's import table", room)
			return
		}
	}
	for _, path := range imports {
		if strings.HasPrefix(path, "github.com/blevesearch/bleve/") && room != "index/disk" {
			t.Errorf("%s imports %s: only index/disk may", room, path)
		}
		below, ours := strings.CutPrefix(path, "dateline/")
		if ours && !slices.Contains(allowed, below) && !slices.Contains(allowed, "everything") {
			t.Errorf("%s imports %s, which the README's import table does not allow", room, below)
		}
	}
}

// readTable reads the lines "room: imports…" of the fenced block under "## The house".
func readTable(t *testing.T, readme string) map[string][]string {
	t.Helper()
	f, err := os.Open(readme)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table := map[string][]string{}
	house, fenced := false, false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "## "):
			house = line == "## The house"
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case house && fenced:
			if room, imports, ok := strings.Cut(line, ":"); ok {
				table[strings.TrimSpace(room)] = strings.Fields(imports)
			}
		}
	}
	if len(table) < 10 {
		t.Fatalf("%s: %d rooms in the import table under \"## The house\"", readme, len(table))
	}
	return table
}

// TestNotice holds NOTICE to the libraries that the program is linked with.
func TestNotice(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".")
	linked, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	libraries := strings.Fields(string(linked))
	slices.Sort(libraries)
	for _, library := range slices.Compact(libraries) {
		if !strings.Contains(string(notice), "\n"+library+" (") {
			t.Errorf("NOTICE does not name %s", library)
		}
	}
}
