package disk

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"dateline/index"
	"dateline/query"
)

const damagedArticles = 60

// damages are the ways in which a file can be spoilt, in place: names that share its bytes are hit too.
var damages = []struct {
	name string
	do   func(path string, rng *rand.Rand) error
}{
	{"delete", func(path string, _ *rand.Rand) error { return os.Remove(path) }},
	{"empty", func(path string, _ *rand.Rand) error { return os.Truncate(path, 0) }},
	{"truncate", func(path string, _ *rand.Rand) error {
		info, err := os.Stat(path)
		return errors.Join(err, os.Truncate(path, info.Size()/2))
	}},
	{"extend", func(path string, _ *rand.Rand) error {
		return edit(path, func(b []byte) []byte { return append(b, "something"...) })
	}},
	{"flip", func(path string, rng *rand.Rand) error {
		return edit(path, func(b []byte) []byte {
			b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
			return b
		})
	}},
	{"zeros", func(path string, rng *rand.Rand) error {
		return edit(path, func(b []byte) []byte {
			at := rng.IntN(max(1, len(b)-4096))
			clear(b[at:min(len(b), at+4096)])
			return b
		})
	}},
}

// edit changes a file's bytes in place, as a failing disk does.
func edit(path string, f func([]byte) []byte) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = out.Write(f(b))
	return errors.Join(err, out.Close())
}

// kinds are one file of each kind in an index.
func kinds(t *testing.T, v vault) map[string]string {
	t.Helper()
	name, _, err := readCurrent(v)
	if err != nil {
		t.Fatal(err)
	}
	gen := v.generation(name)
	m, err := readManifest(filepath.Join(gen, manifestName))
	if err != nil {
		t.Fatal(err)
	}
	segment := m.Segments[0]
	live, err := boltSegments(filepath.Join(v.live(), storeName))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"current":      v.join(currentName),
		"manifest":     filepath.Join(gen, manifestName),
		"bolt":         filepath.Join(gen, storeName, boltName),
		"segment":      filepath.Join(gen, storeName, segment),
		"column":       filepath.Join(gen, columnName, columnOf(segment)),
		"stories":      filepath.Join(gen, storiesName),
		"copies":       filepath.Join(gen, copiesName),
		"meta":         filepath.Join(gen, metaName),
		"live-bolt":    filepath.Join(v.live(), storeName, boltName),
		"live-segment": filepath.Join(v.live(), storeName, live[0]),
		"live-stories": filepath.Join(v.live(), storiesName),
		"live-meta":    filepath.Join(v.live(), metaName),
	}
}

// TestDamage spoils one file of each kind in each way. Check must see it, nothing may panic or be deleted, and Repair,
// with what indexing again would bring where it says so, must restore every answer.
func TestDamage(t *testing.T) {
	dir, w := fillDamaged(t)
	want := outcomeOf(t, dir, w)
	w.Close()
	long := os.Getenv(killsVariable) != ""
	for kind := range kinds(t, vault(dir)) {
		for i, d := range damages {
			times := 1
			switch {
			case long && d.name == "flip":
				times = 50
			case !long && (d.name == "empty" || d.name == "extend"):
				continue // as a truncated and as a flipped file are found
			}
			for k := range times {
				t.Run(fmt.Sprintf("%s-%s-%d", kind, d.name, k), func(t *testing.T) {
					t.Parallel()
					rng := rand.New(rand.NewPCG(uint64(i), uint64(k)))
					dir, w := fillDamaged(t)
					w.Close()
					path := kinds(t, vault(dir))[kind]
					if info, err := os.Stat(path); err != nil || info.Size() == 0 {
						t.Fatal(err)
					}
					before := filesIn(t, dir)
					leftOver(t, dir, before)
					if err := d.do(path, rng); err != nil {
						t.Fatal(err)
					}
					name, _ := filepath.Rel(dir, path)
					spoilt := filesIn(t, dir)
					changed := before[filepath.ToSlash(name)] != spoilt[filepath.ToSlash(name)]
					for name := range spoilt {
						if _, ok := before[name]; !ok {
							delete(spoilt, name)
						}
					}
					checkDamage(t, dir, spoilt, changed, want)
				})
			}
		}
	}
}

// fillDamaged makes an index of several segments and two generations, with copies.
func fillDamaged(t *testing.T) (string, *Writer) {
	dir, w := fill(t, 5, damagedArticles, 20)
	publish(t, w, damagedStories)
	return dir, w
}

var damagedStories = index.Stories{Groups: []index.Group{{sampleID(1), sampleID(2)}}}

// leftOver takes out of files what bleve removes at every opening: segments that have been merged away.
func leftOver(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	live, err := boltSegments(filepath.Join(dir, liveName, storeName))
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if strings.HasPrefix(name, liveName+"/") && strings.HasSuffix(name, ".zap") && !slices.Contains(live, filepath.Base(name)) {
			delete(files, name)
		}
	}
}

func checkDamage(t *testing.T, dir string, before map[string]string, changed bool, want outcome) {
	t.Helper()
	ctx := context.Background()
	r, err := Check(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	useAnyway(t, dir)
	writeAnyway(t, dir)
	if r.IsSound() && changed {
		// Bytes that nothing reads, such as a free page's: all answers must be right.
		w := openFor(t, dir)
		defer w.Close()
		same(t, "unseen damage", outcomeOf(t, dir, w), want)
		return
	}
	r, err = Repair(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	after := map[string]bool{}
	for _, data := range filesIn(t, dir) {
		after[data] = true
	}
	for name, data := range before {
		if !after[data] && !isWritten(name) {
			t.Errorf("repair removed %s", name)
		}
	}
	sound(t, dir)
	w := openFor(t, dir)
	defer w.Close()
	if len(r.Lost) > 0 {
		indexAgain(t, w)
	}
	same(t, fmt.Sprintf("repaired (%q, lost %q)", r.Done, r.Lost), outcomeOf(t, dir, w), want)
}

// isWritten tells the files that every writer changes.
func isWritten(name string) bool {
	return name == lockName || name == currentName || strings.HasPrefix(name, liveName+"/") && !strings.HasSuffix(name, ".zap")
}

// useAnyway opens a damaged index: that may fail or give answers, but not panic.
func useAnyway(t *testing.T, dir string) {
	t.Helper()
	r, err := OpenReader(dir)
	if err == nil {
		for _, n := range questions() {
			_, _ = r.Find(context.Background(), n, query.Window{Size: -1, Matches: true})
		}
		_, _ = r.Facet(context.Background(), query.All{}, "outlet")
		r.Close()
	} else if !errors.Is(err, ErrDamaged) {
		t.Errorf("opening a damaged index: %v", err)
	}
}

// writeAnyway opens a damaged index for writing: whether that fails or not, no segment may go.
func writeAnyway(t *testing.T, dir string) {
	t.Helper()
	before := filesIn(t, dir)
	named, err := preflight(filepath.Join(dir, liveName, storeName))
	if err != nil {
		named = nil
		for name := range before {
			named = append(named, filepath.Base(name))
		}
	}
	if w, err := OpenWriter(dir, Options{}); err == nil {
		w.Close()
	} else if !errors.Is(err, ErrDamaged) {
		t.Errorf("opening a damaged index for writing: %v", err)
	}
	after := filesIn(t, dir)
	for name, data := range before {
		if strings.HasSuffix(name, ".zap") && slices.Contains(named, filepath.Base(name)) && after[name] != data {
			t.Errorf("opening for writing removed %s", name)
		}
	}
}

// indexAgain does what indexing the same files does: it reads those that the ledger does not have.
func indexAgain(t *testing.T, w *Writer) {
	t.Helper()
	all := sampleBatch(5, 0, damagedArticles)
	var b index.Batch
	for i, e := range all.Entries {
		_, ok, err := w.Entry(context.Background(), e.File.Root, e.File.Path)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			b.Put = append(b.Put, all.Put[i])
			b.Entries = append(b.Entries, e)
		}
	}
	apply(t, w, b)
	publish(t, w, damagedStories)
}

// TestDamageIsNotPublished writes to an index one of whose segments has a flipped bit: bleve itself would merge it away
// under a new, right sum.
func TestDamageIsNotPublished(t *testing.T) {
	dir, w := fillDamaged(t)
	w.Close()
	before, _, err := readCurrent(vault(dir))
	if err != nil {
		t.Fatal(err)
	}
	err = edit(kinds(t, vault(dir))["live-segment"], func(b []byte) []byte {
		b[len(b)/4] ^= 4 // among stored articles, which bleve copies as they are
		return b
	})
	if err != nil {
		t.Fatal(err)
	}
	w = openFor(t, dir)
	apply(t, w, sampleBatch(5, 100, 120))
	if err := w.Publish(context.Background(), damagedStories); !errors.Is(err, ErrDamaged) {
		t.Errorf("publication gave %v", err)
	}
	if err := w.Apply(context.Background(), sampleBatch(5, 120, 140)); !errors.Is(err, ErrDamaged) {
		t.Errorf("the next batch gave %v", err)
	}
	if after, _, err := readCurrent(vault(dir)); after != before || err != nil {
		t.Errorf("generation %s was published, %v", after, err)
	}
}

// TestCutUnderReader cuts files that a reader has mapped: that is an error, not the end of the process.
func TestCutUnderReader(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not cut mapped files")
	}
	for _, kind := range []string{"segment", "column"} {
		dir, w := fillDamaged(t)
		w.Close()
		r := openReader(t, dir)
		for _, name := range r.manifest.Segments {
			path := filepath.Join(r.dir(), storeName, name)
			if kind == "column" {
				path = filepath.Join(r.dir(), columnName, columnOf(name))
			}
			if err := os.Truncate(path, 0); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := r.Find(context.Background(), query.And{Nodes: []query.Node{query.All{}, word("oil")}}, query.Window{Size: 5}); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: a search gave %v", kind, err)
		}
	}
}
