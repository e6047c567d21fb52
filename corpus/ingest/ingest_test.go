package ingest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
)

// asIs understands nothing: it shows what was read.
func asIs(d *corpus.Draft) *corpus.Article { return &corpus.Article{Body: d.Text} }

// tree writes files, named by their path, in a folder of its own, "news".
func writeTree(t testing.TB, files map[string]string) string {
	root := filepath.Join(t.TempDir(), "news")
	for name, data := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// read collects what is read, a line an event, in order of path.
func read(t testing.TB, o Options) []string {
	var list []string
	done := map[string]bool{}
	for e := range Read(context.Background(), o) {
		if done[e.File.Path] {
			t.Errorf("%s: an event behind its last", e.File.Path)
		}
		done[e.File.Path] = e.Done
		list = append(list, show(e))
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Compare(a, b) })
	return list
}

func show(e corpus.Event) string {
	s := e.File.Root + ":" + e.File.Path
	if e.Article != nil {
		s += " " + e.Article.Source.Path + " " + e.Article.Source.Record + " " + strings.TrimSpace(e.Article.Body)
	}
	if e.Err != nil {
		s += " error " + e.Err.Error()
	}
	if e.Unchanged {
		s += " unchanged"
	}
	if e.Done {
		s += " done"
	}
	return s
}

func expect(t *testing.T, got []string, want string) {
	t.Helper()
	if got := strings.Join(got, "\n"); got != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, strings.TrimSpace(want))
	}
}

func TestRead(t *testing.T) {
	root := writeTree(t, map[string]string{
		"a.txt": "A.", "sub/b.txt": "B.", "empty.txt": "", "pic.txt": "\x89PNG\r\n\x1a\n\x00\x00",
		"many.jsonl":     "{\"id\":\"x\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{bad\n",
		".dateline/LOCK": "no", "out/c.txt": "C.", "sub/d.log": "D.", "sub/keep.log": "E.",
		".datelineignore": "*.log\n/out/\n!keep.log\n",
	})
	expect(t, read(t, Options{Paths: []string{root}, Understand: asIs}), `
news:a.txt a.txt  A.
news:a.txt done
news:empty.txt error empty done
news:many.jsonl done
news:many.jsonl error #3: invalid character 'b' looking for beginning of object key string
news:many.jsonl many.jsonl #2 Two.
news:many.jsonl many.jsonl x One.
news:pic.txt error not text but a picture done
news:sub/b.txt done
news:sub/b.txt sub/b.txt  B.
news:sub/keep.log done
news:sub/keep.log sub/keep.log  E.`)
}

func TestArchives(t *testing.T) {
	root := writeTree(t, map[string]string{"a.zip": zipOf("sub/b.txt", "B.", "b.txt", "C.", "b.txt", "D.", "../up.txt", "E.", "empty.txt", "", "pic.png", "\x89PNG\r\n\x1a\n",
		"in.zip", zipOf("c.txt", "F."), "many.jsonl", "{\"text\":\"G.\"}\n{\"text\":\"G.\"}\n"), "cut.zip": zipOf("b.txt", "B.")[:40]})
	expect(t, read(t, Options{Paths: []string{root}, Understand: asIs}), `
news:a.zip a.zip!../up.txt  E.
news:a.zip a.zip!b.txt  C.
news:a.zip a.zip!b.txt~2  D.
news:a.zip a.zip!in.zip!c.txt  F.
news:a.zip a.zip!many.jsonl #1 G.
news:a.zip a.zip!many.jsonl #2 G.
news:a.zip a.zip!sub/b.txt  B.
news:a.zip done
news:a.zip error empty.txt: empty
news:a.zip error pic.png: not text but a picture
news:cut.zip error zip: not a valid zip file done`)
}

// zipOf makes an archive of names and texts in turn.
func zipOf(members ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		part, _ := w.Create(members[i])
		io.WriteString(part, members[i+1])
	}
	w.Close()
	return b.String()
}

func TestUnchangedIsNotRead(t *testing.T) {
	root := writeTree(t, map[string]string{"a.txt": "A.", "b.txt": "B."})
	known := func(f corpus.File) bool { return f.Path == "a.txt" && f.Size == 2 && f.ModTime > 0 }
	expect(t, read(t, Options{Paths: []string{root}, Understand: asIs, Unchanged: known}), `
news:a.txt unchanged done
news:b.txt b.txt  B.
news:b.txt done`)
	expect(t, read(t, Options{Paths: []string{root}, DryRun: true, Unchanged: known}), `
news:a.txt unchanged done
news:b.txt done`)
}

// Of a record that is held nothing is understood, whatever became of its file.
func TestHeldIsNotUnderstood(t *testing.T) {
	o := Options{Paths: []string{writeTree(t, map[string]string{"n.jsonl": "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"})}, Understand: asIs}
	held := map[corpus.ID]string{}
	for e := range Read(context.Background(), o) {
		if e.Article != nil && e.Article.Body == "One." {
			held[e.Article.ID] = e.Article.Source.SHA256
		}
	}
	o.Held = func(id corpus.ID, sha256 string) bool { return held[id] == sha256 }
	expect(t, read(t, o), "news:n.jsonl done\nnews:n.jsonl n.jsonl #1 \nnews:n.jsonl n.jsonl #2 Two.")
}

// Each text that comes by standard input is another article, and the same text the same one.
func TestStdinID(t *testing.T) {
	ids := map[corpus.ID]string{}
	for _, text := range []string{"One.", "Two.", "One."} {
		for e := range Read(context.Background(), Options{Paths: []string{"-"}, Stdin: strings.NewReader(text), Understand: asIs}) {
			if e.Article != nil {
				ids[e.Article.ID] = text
			}
		}
	}
	if len(ids) != 2 {
		t.Errorf("%d ids of two texts", len(ids))
	}
}

func TestRoots(t *testing.T) {
	root := writeTree(t, map[string]string{"a.txt": "A.", "sub/b.txt": "B.", "sub/c.txt": "C.", ".datelineignore": "c.txt"})
	in := func(string) (string, string) { return "news-2", root }
	expect(t, read(t, Options{Paths: []string{filepath.Join(root, "sub")}, Understand: asIs, Root: in}), `
news-2:sub/b.txt done
news-2:sub/b.txt sub/b.txt  B.`)
	expect(t, read(t, Options{Paths: []string{filepath.Join(root, "sub", "b.txt")}, Understand: asIs}), `
sub:b.txt b.txt  B.
sub:b.txt done`)
	expect(t, read(t, Options{Paths: []string{"-"}, Stdin: strings.NewReader("S."), Understand: asIs}), `
-:- -  S.
-:- done`)
	expect(t, read(t, Options{Paths: []string{"no/such"}}), `
:no/such error lstat `+filepath.Join(wd(t), "no")+`: no such file or directory done`)
}

func wd(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// An article keeps its name when lines are put above it and when its root is another folder of the same name.
func TestID(t *testing.T) {
	ids := func(lines string) map[string]corpus.ID {
		root := writeTree(t, map[string]string{"n.jsonl": lines})
		m := map[string]corpus.ID{}
		for e := range Read(context.Background(), Options{Paths: []string{root}, Understand: asIs, Workers: 3}) {
			if e.Article != nil {
				body := e.Article.Body
				for m[body] != "" {
					body += "+"
				}
				m[body] = e.Article.ID
			}
		}
		return m
	}
	first := ids(`{"text":"One."}` + "\n" + `{"id":"k","text":"Two."}` + "\n" + `{"text":"One."}` + "\n")
	second := ids(`{"text":"New."}` + "\n" + `{"text":"One."}` + "\n" + `{"id":"k","text":"Two."}` + "\n")
	if first["One."] == first["One.+"] || first["One."] == "" || len(first["One."]) != 32 {
		t.Errorf("ids of equal records: %v", first)
	}
	if one := second["One."]; one != first["One."] && one != first["One.+"] {
		t.Errorf("a line above changed the id: %v, %v", first, second)
	}
	if first["Two."] != second["Two."] {
		t.Errorf("ids of a key: %v, %v", first, second)
	}
	if want := ID(corpus.Source{Root: "news", Path: "n.jsonl", Record: "k"}); first["Two."] != want {
		t.Errorf("ID is %s, want %s", first["Two."], want)
	}
}

func TestStop(t *testing.T) {
	files := map[string]string{}
	for i := range 300 {
		files[fmt.Sprintf("%d.txt", i)] = "Text."
	}
	files["z.jsonl"] = strings.Repeat("{\"text\":\"Line.\"}\n", 2000)
	root := writeTree(t, files)
	before := runtime.NumGoroutine()
	for stop := range 40 {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		for range Read(ctx, Options{Paths: []string{root}, Understand: asIs, Workers: 4}) {
			if n++; n > stop*20 {
				if stop%2 == 0 {
					break
				}
				cancel()
			}
		}
		cancel()
	}
	for i := 0; runtime.NumGoroutine() > before && i < 100; i++ {
		time.Sleep(10 * time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// Whoever takes the events may take his time: an index that is being published does. It costs no record its own.
func TestSlowReader(t *testing.T) {
	record := `{"text":"` + strings.Repeat("Line. ", 12_000) + "\"}\n" // longer than what is read at a time
	root := writeTree(t, map[string]string{"n.jsonl": strings.Repeat(record, 200)})
	n := 0
	for e := range Read(context.Background(), Options{Paths: []string{root}, Understand: asIs, Workers: 1, Patience: 250 * time.Millisecond}) {
		if e.Err != nil {
			t.Fatalf("after %d articles: %v", n, e.Err)
		}
		if n++; n == 100 {
			time.Sleep(1000 * time.Millisecond)
		}
	}
	if n != 201 {
		t.Errorf("%d events", n)
	}
}

// Of a file that grows while it is read no more is read than it held at the beginning.
func TestGrowingFile(t *testing.T) {
	line := "{\"text\":\"" + strings.Repeat("Line. ", 5000) + "\"}\n"
	root := writeTree(t, map[string]string{"n.jsonl": strings.Repeat(line, 100)})
	grow, err := os.OpenFile(filepath.Join(root, "n.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer grow.Close()
	articles := 0
	for e := range Read(context.Background(), Options{Paths: []string{root}, Understand: asIs, Workers: 1}) {
		if e.Err != nil {
			t.Fatal(e.Err)
		}
		if e.Article == nil {
			break
		}
		articles++
		if _, err := grow.WriteString(line); err != nil {
			t.Fatal(err)
		}
	}
	if articles != 100 {
		t.Errorf("%d articles of 100", articles)
	}
}

func TestPanicCostsOneRecord(t *testing.T) {
	root := writeTree(t, map[string]string{"n.jsonl": "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"})
	fragile := func(d *corpus.Draft) *corpus.Article {
		if d.Text == "One." {
			panic("fragile")
		}
		return asIs(d)
	}
	expect(t, read(t, Options{Paths: []string{root}, Understand: fragile}), `
news:n.jsonl done
news:n.jsonl error #1: fault in dateline: fragile
news:n.jsonl n.jsonl #2 Two.`)
}
