package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"

	"github.com/blevesearch/bleve/v2"
)

func TestSecondWriter(t *testing.T) {
	dir, w := newIndex(t)
	began := time.Now()
	_, err := OpenWriter(dir, Options{Wait: 100 * time.Millisecond})
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Holder.PID != os.Getpid() || locked.Holder.Host == "" {
		t.Fatalf("a second writer got %v", err)
	}
	if d := time.Since(began); d > 3*time.Second {
		t.Errorf("it was told after %v", d)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	openFor(t, dir)
}

// TestKilledHolder frees a lock by killing who holds it.
func TestKilledHolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	cmd, lines := startChild(t, dir, 0, "")
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "applied") {
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	w, err := OpenWriter(dir, Options{Wait: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
}

// TestSearchWhileWriting has readers at work during batches, publications and merges.
func TestSearchWhileWriting(t *testing.T) {
	dir, w := fill(t, 2, 50, 50)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for last := 0; ; {
				select {
				case <-stop:
					return
				default:
				}
				r, err := OpenReader(dir)
				if err != nil {
					t.Error(err)
					return
				}
				found, err := r.Find(context.Background(), query.Or{Nodes: []query.Node{word("oil"), query.All{}}}, query.Window{Size: 3})
				if err != nil || found.Articles < last {
					t.Errorf("%d articles after %d, %v", found.Articles, last, err)
				}
				last = found.Articles
				r.Close()
			}
		})
	}
	for n := 50; n < 400; n += 50 {
		apply(t, w, sampleBatch(2, n, n+50))
		publish(t, w, index.Stories{})
	}
	close(stop)
	readers.Wait()
	names, err := w.vault.generations()
	if err != nil || len(names) > keptGenerations+1 {
		t.Errorf("generations %v are left, %v", names, err)
	}
}

// TestHeldGeneration keeps a generation while a reader has it open, and no longer.
func TestHeldGeneration(t *testing.T) {
	dir, w := fill(t, 2, 30, 30)
	r := openReader(t, dir)
	for n := 30; n < 90; n += 10 {
		apply(t, w, sampleBatch(2, n, n+10))
		publish(t, w, index.Stories{})
	}
	if found := find(t, r, query.All{}, query.Window{Size: 5}); found.Articles != 30 {
		t.Errorf("the old generation has %d articles", found.Articles)
	}
	if _, err := os.Stat(r.dir()); err != nil {
		t.Error(err)
	}
	gone := r.dir()
	r.Close()
	publish(t, w, index.Stories{})
	if _, err := os.Stat(gone); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("generation %s is still there: %v", gone, err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	dir, w := fill(t, 2, 30, 30)
	w.Close()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() {
			return os.Chmod(path, 0o500)
		}
		return os.Chmod(path, 0o400)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { return os.Chmod(path, 0o700) })
	})
	if found := find(t, openReader(t, dir), word("oil"), query.Window{}); found.Articles == 0 {
		t.Error("nothing was found in a folder that is read-only")
	}
	if os.Getuid() != 0 {
		if _, err := OpenWriter(dir, Options{}); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a writer got %v", err)
		}
	}
}

func TestOthersMayNotWrite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no mode bits")
	}
	dir, w := fill(t, 2, 30, 30)
	w.Close()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenWriter(dir, Options{}); !errors.Is(err, ErrUnsafe) {
		t.Errorf("a writer got %v", err)
	}
	if _, err := OpenReader(dir); !errors.Is(err, ErrUnsafe) {
		t.Errorf("a reader got %v", err)
	}
}

// TestNoLinks publishes by copying where the file system has no hard links.
func TestNoLinks(t *testing.T) {
	link = func(string, string) error { return syscall.ENOSYS }
	defer func() { link = os.Link }()
	dir, w := fill(t, 2, 60, 30)
	if st, err := openReader(t, dir).Stats(context.Background()); err != nil || st.Details["publication"] == "" {
		t.Errorf("it does not say that it copied: %v %v", st.Details, err)
	}
	if found := find(t, openReader(t, dir), query.All{}, query.Window{}); found.Articles != 60 {
		t.Errorf("%d articles", found.Articles)
	}
	w.Close()
	sound(t, dir)
}

func TestCopyAndCompact(t *testing.T) {
	dir, w := fill(t, 2, 100, 20)
	apply(t, w, index.Batch{Delete: sampleIDs(0, 10)})
	publish(t, w, index.Stories{})
	want := outcomeOf(t, dir, w)
	dest := filepath.Join(t.TempDir(), "backup")
	if err := Copy(context.Background(), dir, dest); err != nil {
		t.Fatal(err)
	}
	sound(t, dest)
	copied := openFor(t, dest)
	same(t, "copy", outcomeOf(t, dest, copied), want)
	apply(t, copied, sampleBatch(2, 200, 210))
	publish(t, copied, index.Stories{})
	if err := Copy(context.Background(), dir, dest); err == nil {
		t.Error("a copy was made over another index")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Compact(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	sound(t, dir)
	w = openFor(t, dir)
	same(t, "compacted", outcomeOf(t, dir, w), want)
	if st, _ := openReader(t, dir).Stats(context.Background()); st.Details["segments"] != "1" {
		t.Errorf("%s segments", st.Details["segments"])
	}
}

// TestForgotten looks for a deleted article in every byte of a compacted index: for its ID, which is stored beside the
// text as it is, where the text is compressed.
func TestForgotten(t *testing.T) {
	dir, w := fill(t, 2, 40, 20)
	secret := sample(2, 50)
	trace := string(secret.ID)
	apply(t, w, index.Batch{Put: []index.Document{{Article: secret, Print: index.PrintOf(secret)}}})
	publish(t, w, index.Stories{})
	if !holds(t, dir, trace) {
		t.Fatal("the article cannot be found where it is")
	}
	for range 2 { // the second time, the only segment must be rewritten
		apply(t, w, index.Batch{Delete: sampleIDs(50, 51)})
		if err := w.Compact(context.Background(), index.Stories{}); err != nil {
			t.Fatal(err)
		}
		if holds(t, dir, trace) {
			t.Error("a forgotten article is still in the index")
		}
		apply(t, w, index.Batch{Put: []index.Document{{Article: secret, Print: index.PrintOf(secret)}}})
		if err := w.Compact(context.Background(), index.Stories{}); err != nil {
			t.Fatal(err)
		}
	}
}

func holds(t *testing.T, dir, word string) bool {
	t.Helper()
	held := false
	for name, data := range filesIn(t, dir) {
		if strings.Contains(data, word) {
			t.Logf("%s holds %s", name, word)
			held = true
		}
	}
	return held
}

// TestPlainBleve opens a generation with stock bleve and asks it something.
func TestPlainBleve(t *testing.T) {
	dir, w := fill(t, 2, 100, 50)
	w.Close()
	r := openReader(t, dir)
	idx, err := bleve.OpenUsing(r.dir(), map[string]any{"read_only": true})
	if err != nil {
		t.Fatal(err)
	}
	defer idx.Close()
	for _, s := range []string{"raqqa", "oil", "treaty"} {
		q := bleve.NewTermQuery(s)
		q.SetField("body")
		res, err := idx.Search(bleve.NewSearchRequestOptions(q, 0, 0, false))
		want := find(t, r, query.Term{In: "body", Text: s, Match: query.Surface, Keys: []text.Key{{Term: s}}}, query.Window{}).Articles
		if err != nil || int(res.Total) != want {
			t.Errorf("%s: bleve finds %v, %v; we find %d", s, res, err, want)
		}
	}
}

// TestFullDisk writes to a file system of a few megabytes until it is full, and goes on when there is room.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("mounting a small file system takes root on Linux")
	}
	mount := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", mount).CombinedOutput(); err != nil {
		t.Skipf("cannot mount: %v %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", mount).Run() })
	dir := filepath.Join(mount, "archive")
	if err := Create(dir); err != nil {
		t.Fatal(err)
	}
	w := openFor(t, dir)
	n, err := 0, error(nil)
	for ; err == nil && n < 5000; n += 100 {
		if err = w.Apply(context.Background(), sampleBatch(4, n, n+100)); err == nil {
			err = w.Publish(context.Background(), index.Stories{})
		}
	}
	if !errors.Is(err, syscall.ENOSPC) && !strings.Contains(err.Error(), "no space left") {
		t.Fatalf("a full disk gave %v", err)
	}
	applied := n - 200 // the batch before the one that failed was applied and published
	if found := find(t, openReader(t, dir), query.All{}, query.Window{}); found.Articles < applied {
		t.Errorf("%d of %d articles are found on the full disk", found.Articles, applied)
	}
	if out, err := exec.Command("mount", "-o", "remount,size=64m", mount).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	w.Close()
	w = openFor(t, dir)
	apply(t, w, sampleBatch(4, applied, n))
	publish(t, w, index.Stories{})
	if found := find(t, openReader(t, dir), query.All{}, query.Window{}); found.Articles != n {
		t.Errorf("%d articles instead of %d once there was room", found.Articles, n)
	}
	w.Close()
	sound(t, dir)
}

// TestNothingLeaks counts descriptors and goroutines before and after a thousand searches by a hundred readers.
func TestNothingLeaks(t *testing.T) {
	dir, w := fill(t, 2, 60, 20)
	w.Close()
	use := func(times int) {
		for range times {
			r, err := OpenReader(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range questions()[:10] {
				find(t, r, n, query.Window{Size: 10})
			}
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	open := func() int {
		files, _ := os.ReadDir("/proc/self/fd")
		return len(files)
	}
	use(3)
	files, goroutines := open(), runtime.NumGoroutine()
	use(100)
	if n := open(); n > files {
		t.Errorf("%d descriptors became %d", files, n)
	}
	deadline := time.Now().Add(3 * time.Second) // bleve lets go of a snapshot in a goroutine of its own
	for runtime.NumGoroutine() > goroutines && time.Now().Before(deadline) {
		time.Sleep(5 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines became %d", goroutines, n)
	}
}

func TestRefusals(t *testing.T) {
	dir, w := fill(t, 2, 200, 100)
	w.Close()
	r := openReader(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Find(ctx, query.All{}, query.Window{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that was called off gave %v", err)
	}
	far := query.Term{Text: "lavrov", Match: query.Fuzzy, Edits: 9}
	if _, err := r.Find(context.Background(), far, query.Window{}); err == nil {
		t.Error("nine edits were allowed")
	}
	if _, err := r.Find(context.Background(), query.Date{From: "may"}, query.Window{}); err == nil {
		t.Error("a day that is none was taken")
	}
	found := find(t, r, query.Phrase{}, query.Window{Size: 5, Offset: -4})
	if found.Articles != 0 {
		t.Errorf("an empty phrase found %d articles", found.Articles)
	}
	if _, err := r.Find(context.Background(), query.Term{Text: "x", Match: query.Regexp, Edits: 0, Keys: nil}, query.Window{}); err != nil {
		t.Error(err)
	}
	many := index.Batch{Put: []index.Document{{Article: &corpus.Article{ID: "not hexadecimal"}}}}
	w = openFor(t, dir)
	if err := w.Apply(context.Background(), many); err == nil {
		t.Error("an article without a proper ID was taken")
	}
	apply(t, w, manyWords())
	publish(t, w, index.Stories{})
	var tooMany *TooManyError
	_, err := openReader(t, dir).Find(context.Background(), query.Term{Text: "zz", Match: query.Prefix}, query.Window{})
	if !errors.As(err, &tooMany) {
		t.Errorf("a pattern for 1,500 words gave %v", err)
	}
}

// manyWords is an article of 1,500 words that begin alike.
func manyWords() index.Batch {
	a := sample(2, 999)
	a.Quotes = nil
	var body strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&body, "zz%c%c%c ", 'a'+i/225, 'a'+i/15%15, 'a'+i%15)
	}
	a.Body = body.String()
	return index.Batch{Put: []index.Document{{Article: a, Print: index.PrintOf(a)}}}
}
