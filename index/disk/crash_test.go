package disk

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/index"
	"dateline/query"
)

// The test binary runs itself as a writer that can be killed. The variables say what it does.
const (
	childVariable = "DATELINE_TEST_WRITER" // the index
	fromVariable  = "DATELINE_TEST_FROM"   // the first batch to apply
	stopVariable  = "DATELINE_TEST_STOP"   // the point to stop at, and how often it is passed before: "publish/linked 2"
	killsVariable = "DATELINE_TEST_KILLS"  // how often the kill loop kills; set, it also asks for every damage
)

const (
	childBatches = 12
	childPerDoc  = 25
)

// child applies batches, publishes after every second one, and says so on standard output.
func child() {
	dir := os.Getenv(childVariable)
	from, _ := strconv.Atoi(os.Getenv(fromVariable))
	stopAt()
	if err := childRun(dir, from); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func stopAt() {
	point, times, _ := strings.Cut(os.Getenv(stopVariable), " ")
	left, _ := strconv.Atoi(times)
	interrupt = func(p string) {
		if p == point {
			if left == 0 {
				os.Exit(9) // without a word to anybody, as a killed process
			}
			left--
		}
	}
}

func childRun(dir string, from int) error {
	if !IsIndex(dir) {
		if err := Create(dir); err != nil {
			return err
		}
	}
	w, err := OpenWriter(dir, Options{})
	if err != nil {
		return err
	}
	for i := from; i < childBatches; i++ {
		if err := w.Apply(context.Background(), sampleBatch(5, i*childPerDoc, (i+1)*childPerDoc)); err != nil {
			return err
		}
		fmt.Println("applied", i)
		if i%2 == 1 {
			if err := w.Publish(context.Background(), childStories); err != nil {
				return err
			}
			fmt.Println("published", i)
		}
	}
	return w.Close()
}

var childStories = index.Stories{Groups: []index.Group{{sampleID(3), sampleID(4)}, {sampleID(100), sampleID(7), sampleID(8)}}, Digest: 7}

func startChild(t *testing.T, dir string, from int, stop string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childVariable+"="+dir, fromVariable+"="+strconv.Itoa(from), stopVariable+"="+stop)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// follow reads a child's words to the end: the last batch applied and the last published, -1 for none.
func follow(lines *bufio.Scanner) (applied, published int) {
	applied, published = -1, -1
	for lines.Scan() {
		word, number, _ := strings.Cut(lines.Text(), " ")
		n, err := strconv.Atoi(number)
		switch {
		case err != nil:
		case word == "applied":
			applied = n
		case word == "published":
			published = n
		}
	}
	return applied, published
}

// uninterrupted is what all batches end in.
func uninterrupted(t *testing.T) outcome {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	if err := childRun(dir, 0); err != nil {
		t.Fatal(err)
	}
	w := openFor(t, dir)
	defer w.Close()
	return outcomeOf(t, dir, w)
}

// TestKilled kills writers at random times. What they said was applied must be there, once and whole; what they said
// was published must be found; and going on must end where an undisturbed run ends.
func TestKilled(t *testing.T) {
	kills, _ := strconv.Atoi(os.Getenv(killsVariable))
	if kills == 0 {
		kills = 6
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	want := uninterrupted(t)
	dir := filepath.Join(t.TempDir(), "archive")
	from := 0
	for range kills {
		if from == childBatches {
			dir, from = filepath.Join(t.TempDir(), "archive"), 0
		}
		cmd, lines := startChild(t, dir, from, "")
		time.AfterFunc(time.Duration(rng.IntN(400))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		applied, published := follow(lines)
		_ = cmd.Wait()
		if !IsIndex(dir) {
			continue // killed before there was one
		}
		if applied >= from {
			from = applied + 1
		}
		afterKill(t, dir, from, published)
		if t.Failed() {
			return
		}
	}
	finish(t, dir, from, want)
}

// afterKill looks at an index whose writer was killed.
func afterKill(t *testing.T, dir string, applied, published int) {
	t.Helper()
	if published >= 0 {
		r := openReader(t, dir)
		if n := find(t, r, query.All{}, query.Window{}).Articles; n < (published+1)*childPerDoc {
			t.Errorf("%d articles are found of %d batches that were published", n, published+1)
		}
		r.Close()
	}
	began := time.Now()
	w, err := OpenWriter(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := time.Since(began); d > 10*time.Second { // 10 ms on a machine that does nothing else
		t.Errorf("opening took %v", d)
	}
	ids := map[corpus.ID]int{}
	for p, err := range w.Prints(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		ids[p.ID]++
	}
	for n := range applied * childPerDoc {
		if ids[sampleID(n)] != 1 {
			t.Fatalf("article %d of %d that were applied is there %d times", n, applied*childPerDoc, ids[sampleID(n)])
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, dir)
}

func sound(t *testing.T, dir string) {
	t.Helper()
	r, err := Check(context.Background(), dir)
	if err != nil || !r.IsSound() {
		t.Fatalf("check: %+v %v", r.Problems, err)
	}
}

func finish(t *testing.T, dir string, from int, want outcome) {
	t.Helper()
	if err := childRun(dir, from); err != nil {
		t.Fatal(err)
	}
	w := openFor(t, dir)
	defer w.Close()
	publish(t, w, childStories)
	same(t, "after going on", outcomeOf(t, dir, w), want)
	sound(t, dir)
}

// TestInterrupted stops a writer at every named point of creation and publication.
func TestInterrupted(t *testing.T) {
	want := uninterrupted(t)
	for _, stop := range []string{
		"create/locked 0", "create/live 0", "create/filled 0", "create/rename 0", "create/done 0",
		"publish/begun 0", "publish/linked 0", "publish/described 0", "publish/filled 0", "publish/renamed 0", "publish/current 0",
		"sweep/renamed 0", "publish/begun 2", "publish/linked 2", "publish/described 3", "publish/filled 2", "publish/renamed 3", "publish/current 2",
	} {
		t.Run(strings.ReplaceAll(stop, "/", "-"), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "archive")
			cmd, lines := startChild(t, dir, 0, stop)
			applied, published := follow(lines)
			if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 9 {
				t.Fatalf("the writer ended with %v", err)
			}
			if IsIndex(dir) {
				afterKill(t, dir, applied+1, published)
			}
			finish(t, dir, applied+1, want)
			if left, _ := filepath.Glob(dir + creatingMark + "*"); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func walkFiles(dir string, f func(name string, data []byte)) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		f(filepath.ToSlash(name), data)
		return err
	})
}
