package index_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
	"dateline/index"
	"dateline/index/indextest"

	"github.com/cespare/xxhash/v2"
	"github.com/google/go-cmp/cmp"
)

// A folder is files by path: each a list of records "key: text".
type folder map[string][]string

// article makes a record's article, with an ID from its path and key, as ingest does.
func article(path, record string) *corpus.Article {
	key, body, _ := strings.Cut(record, ": ")
	return &corpus.Article{
		ID: corpus.ID(fmt.Sprintf("%-32s", path+"/"+key)), Body: body, Part: corpus.PartText, Kept: []corpus.Piece{{Len: len(body)}},
		Source: corpus.Source{Root: "archive", Path: path, SHA256: fmt.Sprintf("%016x", xxhash.Sum64String(body))},
	}
}

// events reads a folder in a given order of paths.
func (f folder) events(paths []string) iter.Seq[corpus.Event] {
	return func(yield func(corpus.Event) bool) {
		for _, p := range paths {
			file := corpus.File{Root: "archive", Path: p, Size: 1}
			for _, r := range f[p] {
				e := corpus.Event{File: file, Article: article(p, r)}
				if r == "broken" {
					e = corpus.Event{File: file, Err: errors.New("not JSON")}
				}
				if !yield(e) {
					return
				}
			}
			if !yield(corpus.Event{File: file, Done: true}) {
				return
			}
		}
	}
}

func (f folder) paths() []string {
	var ps []string
	for p := range f {
		ps = append(ps, p)
	}
	slices.Sort(ps)
	return ps
}

func write(t *testing.T, s index.Store, events iter.Seq[corpus.Event], o index.Options) index.Summary {
	t.Helper()
	sum, err := index.Write(context.Background(), s, events, o)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// counts are the figures of a summary that a user reads.
func counts(s index.Summary) string {
	return fmt.Sprintf("%d new %d changed %d unchanged %d removed %d missing %d skipped", s.New, s.Changed, s.Unchanged, s.Removed, s.Missing, len(s.Skipped))
}

var whole = []index.Scope{{Root: "archive", Below: "."}}

func TestWriteAgain(t *testing.T) {
	f := folder{"a.jsonl": {"1: first", "2: second", "broken"}, "b.txt": {": third"}, "c/d.txt": {": fourth"}}
	s := indextest.New()
	steps := []struct {
		name string
		do   func()
		o    index.Options
		want string
	}{
		{"first", func() {}, index.Options{Scopes: whole}, "4 new 0 changed 0 unchanged 0 removed 0 missing 1 skipped"},
		{"same", func() {}, index.Options{Scopes: whole}, "0 new 0 changed 4 unchanged 0 removed 0 missing 1 skipped"},
		{"a record changed, one gone, one came", func() { f["a.jsonl"] = []string{"2: second, mended", "3: new"} },
			index.Options{Scopes: whole}, "1 new 1 changed 2 unchanged 1 removed 0 missing 0 skipped"},
		{"a file gone", func() { delete(f, "b.txt") }, index.Options{Scopes: whole}, "0 new 0 changed 3 unchanged 0 removed 1 missing 0 skipped"},
		{"only a folder is looked at", func() {}, index.Options{Scopes: []index.Scope{{Root: "archive", Below: "c"}}},
			"0 new 0 changed 3 unchanged 0 removed 0 missing 0 skipped"},
		{"pruned", func() {}, index.Options{Scopes: whole, Prune: true}, "0 new 0 changed 3 unchanged 1 removed 0 missing 0 skipped"},
		{"pruned again", func() {}, index.Options{Scopes: whole, Prune: true}, "0 new 0 changed 3 unchanged 0 removed 0 missing 0 skipped"},
	}
	for _, step := range steps {
		step.do()
		if got := counts(write(t, s, f.events(f.paths()), step.o)); got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
	}
}

// Anew means that what has not changed is replaced, and standard input takes out nothing that it gave before.
func TestWriteAgainAnew(t *testing.T) {
	f := folder{"a.jsonl": {"1: first", "2: second"}}
	s := indextest.New()
	write(t, s, f.events(f.paths()), index.Options{})
	if got, want := counts(write(t, s, f.events(f.paths()), index.Options{Again: true})), "0 new 2 changed 0 unchanged 0 removed 0 missing 0 skipped"; got != want {
		t.Errorf("anew: %s, want %s", got, want)
	}
	for i, want := range []string{"1 new 0 changed 0 unchanged 0 removed 0 missing 0 skipped", "1 new 0 changed 1 unchanged 0 removed 0 missing 0 skipped"} {
		a := article(corpus.Stdin, fmt.Sprintf("%d: text %d", i, i))
		sum := write(t, s, func(yield func(corpus.Event) bool) {
			file := corpus.File{Root: corpus.Stdin, Path: corpus.Stdin}
			_ = yield(corpus.Event{File: file, Article: a}) && yield(corpus.Event{File: file, Done: true})
		}, index.Options{})
		if got := counts(sum); got != want {
			t.Errorf("standard input: %s, want %s", got, want)
		}
	}
}

// A file that could not be read whole keeps what the good copy gave; one that vanished while it waited is missing.
func TestWriteKeepsOnFailure(t *testing.T) {
	f := folder{"a.zip": {"1: first", "2: second"}}
	s := indextest.New()
	write(t, s, f.events(f.paths()), index.Options{})
	failed := func(err error) iter.Seq[corpus.Event] {
		return func(yield func(corpus.Event) bool) {
			file := corpus.File{Root: "archive", Path: "a.zip"}
			_ = yield(corpus.Event{File: file, Article: article("a.zip", "1: first")}) && yield(corpus.Event{File: file, Err: err, Done: true})
		}
	}
	sum := write(t, s, failed(errors.New("unexpected end")), index.Options{Scopes: whole})
	if got, want := counts(sum), "0 new 0 changed 2 unchanged 0 removed 0 missing 1 skipped"; got != want {
		t.Errorf("truncated: %s, want %s", got, want)
	}
	if sum := write(t, s, failed(fs.ErrNotExist), index.Options{Scopes: whole, Prune: true}); sum.Removed != 2 {
		t.Errorf("vanished and pruned: %s", counts(sum))
	}
}

func TestInterrupted(t *testing.T) {
	f := folder{}
	for i := range 3000 {
		f[fmt.Sprintf("%04d.txt", i)] = []string{": " + sentence(uint64(i%1500))}
	}
	ctx, cancel := context.WithCancel(context.Background())
	s := indextest.New()
	n := 0
	_, err := index.Write(ctx, s, func(yield func(corpus.Event) bool) {
		for e := range f.events(f.paths()) {
			if n++; n == 4000 {
				cancel()
				return
			}
			if !yield(e) {
				return
			}
		}
	}, index.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("an interrupted run gives %v", err)
	}
	write(t, s, f.events(f.paths()), index.Options{})
	uninterrupted := indextest.New()
	write(t, uninterrupted, f.events(f.paths()), index.Options{})
	sameStories(t, uninterrupted, s)
}

// sentence makes a text of its own words for each n.
func sentence(n uint64) string {
	rnd := rand.New(rand.NewPCG(n, 1))
	words := make([]string, 60)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", rnd.IntN(5000))
	}
	return strings.Join(words, " ")
}

// edited changes every tenth word.
func edited(s string) string {
	words := strings.Fields(s)
	for i := 3; i < len(words); i += 10 {
		words[i] = "edited"
	}
	return strings.Join(words, " ")
}

func sameStories(t *testing.T, want, got index.Store) {
	t.Helper()
	a, err := want.Stories(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	b, err := got.Stories(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Groups, b.Groups); diff != "" {
		t.Error(diff)
	}
	if len(a.Groups) == 0 {
		t.Error("no stories to compare")
	}
}

// The stories are the same whatever the order of reading, and after any detour over changes and removals.
func TestStoriesOfAnyOrder(t *testing.T) {
	f := folder{}
	for i := range uint64(60) {
		f[fmt.Sprintf("original%d.txt", i)] = []string{": " + sentence(i)}
		f[fmt.Sprintf("copy%d.txt", i)] = []string{": " + sentence(i)}
		f[fmt.Sprintf("edited%d.txt", i)] = []string{": " + edited(sentence(i))}
	}
	want := indextest.New()
	write(t, want, f.events(f.paths()), index.Options{})
	table, _ := want.Stories(context.Background())
	if len(table.Groups) != 60 || len(table.Groups[0]) != 3 {
		t.Fatalf("%d stories, the first of %d", len(table.Groups), len(table.Groups[0]))
	}
	for seed := range uint64(5) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		got := indextest.New()
		detour := folder{}
		for p, records := range f {
			switch rnd.IntN(3) {
			case 0:
				detour[p] = []string{": " + sentence(rnd.Uint64N(60))}
			case 1:
				detour[p] = records
			}
		}
		write(t, got, detour.events(detour.paths()), index.Options{})
		paths := f.paths()
		rnd.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		write(t, got, f.events(paths), index.Options{})
		sameStories(t, want, got)
	}
}

// A member that leaves takes no other copy with it.
func TestStoryLosesItsLead(t *testing.T) {
	f := folder{"a.txt": {": " + sentence(1)}, "b.txt": {": " + sentence(1)}, "c.txt": {": " + edited(sentence(1))}}
	s := indextest.New()
	write(t, s, f.events(f.paths()), index.Options{})
	delete(f, "a.txt")
	write(t, s, f.events(f.paths()), index.Options{Scopes: whole, Prune: true})
	want := indextest.New()
	write(t, want, f.events(f.paths()), index.Options{})
	sameStories(t, want, s)
}
