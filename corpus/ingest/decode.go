package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"dateline/corpus"
	"dateline/corpus/format"
)

// pieceSize is the largest member of a container that is read into memory for another worker to decode; a larger one
// is decoded where it was met, as it streams. Of such pieces at most one a worker is queued.
const pieceSize = 1 << 20

// A stream is an open file.
type stream struct {
	io.Reader
	size int64 // of a Reader that is an io.ReaderAt too
	io.Closer
}

// errSlow is the reason of a record that took longer than Options.Patience.
var errSlow = errors.New("takes too long")

// decode reads a file. What goes wrong with it as a whole is kept in the job for its last event.
func (p *pool) decode(j *job) {
	in, err := j.open()
	if err != nil {
		j.err = err
		return
	}
	defer in.Close()
	hash := xxhash.New()
	watched := &watch{in: in.Reader, pool: p}
	watched.rest()
	src := corpus.Source{Root: j.file.Root, Path: j.file.Path}
	f := p.open(src, j.file.Path, watched, hash, in.size)
	j.err = p.decodeFile(j, f, watched)
	if j.err == nil {
		if _, err := io.Copy(io.Discard, f); err == nil {
			j.hash = fmt.Sprintf("%016x", hash.Sum64())
		}
	}
}

// open makes a format.File of a stream, with a way to its bytes at any offset where the stream has one.
func (p *pool) open(src corpus.Source, name string, w *watch, hash io.Writer, size int64) *format.File {
	var in io.Reader = io.TeeReader(w, hash)
	if at, ok := w.in.(io.ReaderAt); ok {
		in = struct {
			io.Reader
			io.ReaderAt
		}{in, at}
	}
	f := format.Open(src, name[strings.LastIndex(name, "/")+1:], in, size)
	f.Columns, f.Shop = p.Map, p.shop
	return f
}

// decodeFile decodes a file or a member, whatever happens.
func (p *pool) decodeFile(j *job, f *format.File, w *watch) (err error) {
	defer rescue(f.Source, &err)
	err = f.Decode(&sink{pool: p, job: j, watch: w})
	if p.ctx.Err() != nil {
		return p.ctx.Err()
	}
	return err
}

// rescue makes an error of a panic: a decoder's fault must cost one file and not the run.
func rescue(src corpus.Source, err *error) {
	if fault := recover(); fault != nil {
		at := strings.TrimSpace(string(debug.Stack()))
		*err = &Fault{Source: src, Value: fault, Stack: at}
	}
}

// A Fault is a panic while reading a record: an error of dateline's own.
type Fault struct {
	Source corpus.Source
	Value  any
	Stack  string
}

func (f *Fault) Error() string { return fmt.Sprintf("fault in dateline: %v", f.Value) }

// A sink takes what the decoding of one file or member gives. When it goes back to the decoder the next record's time
// begins: waiting for whoever reads the events is no record's fault.
type sink struct {
	pool  *pool
	job   *job
	watch *watch
}

func (s *sink) Draft(d *corpus.Draft) error {
	defer s.watch.rest()
	valid(d)
	id := occurrence(d.Source, s.job.count(d.Source.Path+"\x00"+identity(d.Source)))
	s.pool.give(s.job, func() { s.pool.understand(s.job, d, id) })
	return s.pool.ctx.Err()
}

// Member gives a small member away, and decodes a large one here.
func (s *sink) Member(f *format.File) error {
	s.watch.rest()
	defer s.watch.rest()
	named := &f.Source.Path
	if f.Source.Record != "" {
		named = &f.Source.Record
	}
	if n := s.job.count(f.Source.Path + "\x00member\x00" + f.Source.Record); n > 1 {
		*named += fmt.Sprintf("~%d", n)
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(f, pieceSize+1))
	switch {
	case err != nil:
		s.fail(f.Source, err)
	case n <= pieceSize:
		whole := f.Over(bytes.NewReader(b.Bytes()), n)
		s.pool.give(s.job, func() { s.member(whole, &watch{pool: s.pool}) })
	default:
		s.member(f.Over(io.MultiReader(&b, f), 0), s.watch)
	}
	return s.pool.ctx.Err()
}

func (s *sink) member(f *format.File, w *watch) {
	w.rest()
	if err := s.pool.decodeFile(s.job, f, w); err != nil {
		s.fail(f.Source, err)
	}
}

func (s *sink) Fail(src corpus.Source, err error) error {
	defer s.watch.rest()
	return s.fail(src, err)
}

func (s *sink) fail(src corpus.Source, err error) error {
	return s.pool.send(corpus.Event{File: s.job.file, Err: s.job.within(src, err)})
}

// within says in which record or member of the job's file an error happened.
func (j *job) within(src corpus.Source, err error) error {
	where := strings.TrimPrefix(src.Path, j.file.Path)
	if src.Record != "" {
		where += " " + src.Record
	}
	if where = strings.TrimLeft(where, "! "); where == "" {
		return err
	}
	return fmt.Errorf("%s: %w", where, err)
}

// count tells how often a key, a content or a name came in the file.
func (j *job) count(what string) int {
	j.counting.Lock()
	defer j.counting.Unlock()
	if j.seen == nil {
		j.seen = map[uint64]int{}
	}
	h := xxhash.Sum64String(what)
	j.seen[h]++
	return j.seen[h]
}

// valid makes every string of a draft valid UTF-8, whatever its decoder did.
func valid(d *corpus.Draft) {
	mend := func(s *string) { *s = strings.ToValidUTF8(*s, "\ufffd") }
	mend(&d.Title)
	mend(&d.Text)
	mend(&d.Key)
	mend(&d.Source.Record)
	for k, v := range maps.Clone(d.Meta) {
		delete(d.Meta, k)
		d.Meta[strings.ToValidUTF8(k, "\ufffd")] = strings.ToValidUTF8(v, "\ufffd")
	}
}

// A watch reads a file until a record has taken too long or the reading is stopped.
type watch struct {
	in    io.Reader
	pool  *pool
	until time.Time
}

// rest begins the next record's time.
func (w *watch) rest() { w.until = time.Now().Add(w.pool.Patience) }

func (w *watch) Read(b []byte) (int, error) {
	if err := w.pool.ctx.Err(); err != nil {
		return 0, err
	}
	if time.Now().After(w.until) {
		return 0, errSlow
	}
	return w.in.Read(b)
}
