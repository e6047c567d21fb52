package format

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"dateline/corpus"
)

// FuzzDecode holds that no file, whatever is broken in it, breaks its reader: there are drafts no larger than they
// may be, and an error at worst.
func FuzzDecode(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) { decodeBroken(t, raw) })
}

// TestBroken breaks each sample in a hundred ways: bytes lost, changed and repeated, the end cut off.
func TestBroken(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 4))
			for range 100 {
				decodeBroken(t, broken(r, s.raw))
			}
		})
	}
}

type sample struct {
	name string
	raw  []byte
}

// samples are the fixtures, save PDFs, which are read in a sandbox, and what is made to be large or deep, which has its
// own tests.
func samples(t testing.TB) []sample {
	names, err := filepath.Glob("testdata/*/sample*")
	if err != nil {
		t.Fatal(err)
	}
	var files []sample
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, ".golden") && !strings.HasSuffix(name, ".pdf") && len(raw) > 0 {
			files = append(files, sample{name, raw})
		}
	}
	return files
}

func broken(r *rand.Rand, raw []byte) []byte {
	out := bytes.Clone(raw)
	for range 1 + r.IntN(4) {
		i := r.IntN(len(out))
		j := min(len(out), i+1+r.IntN(40))
		switch r.IntN(4) {
		case 0:
			out = slices.Delete(out, i, j)
		case 1:
			for k := i; k < j; k++ {
				out[k] = byte(r.IntN(256))
			}
		case 2:
			out = slices.Insert(out, i, bytes.Repeat(out[i:j], 1+r.IntN(30))...)
		case 3:
			out = out[:i]
		}
		if len(out) == 0 {
			return out
		}
	}
	return out
}

func decodeBroken(t *testing.T, raw []byte) {
	if bytes.Contains(raw, []byte("%PDF")) {
		return
	}
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%q: %v\n%s", raw[:min(len(raw), 4000)], fault, debug.Stack())
		}
	}()
	file := Open(corpus.Source{Path: "broken"}, "broken", bytes.NewReader(raw), int64(len(raw)))
	file.Decode(&fuzzSink{t}) // an error is as good as drafts
}

// A fuzzSink decodes what containers hold and checks what it is given.
type fuzzSink struct{ *testing.T }

func (s *fuzzSink) Draft(d *corpus.Draft) error {
	if len(d.Text) > TextLimit {
		s.Errorf("a draft of %d bytes", len(d.Text))
	}
	return nil
}

func (s *fuzzSink) Member(f *File) error {
	f.Decode(s)
	return nil
}

func (s *fuzzSink) Fail(corpus.Source, error) error { return nil }
