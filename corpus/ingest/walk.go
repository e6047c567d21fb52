package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"

	"dateline/corpus"
	"dateline/corpus/format"
)

// Reasons to leave a file unread.
var (
	ErrLink       = errors.New("a symbolic link: not followed")
	ErrNotRegular = errors.New("not a regular file")
)

// walk reads one of the paths. What cannot be walked is an event of its own.
func (p *pool) walk(arg string) {
	if arg == corpus.Stdin {
		p.submit(&job{file: corpus.File{Root: corpus.Stdin, Path: corpus.Stdin}, open: func() (stream, error) {
			return stream{Reader: p.Stdin, Closer: io.NopCloser(nil)}, nil
		}})
		return
	}
	err := p.walkPath(arg)
	if err != nil && p.ctx.Err() == nil {
		p.send(corpus.Event{File: corpus.File{Path: label(filepath.ToSlash(arg))}, Err: err, Done: true})
	}
}

func (p *pool) walkPath(arg string) error {
	whole, err := filepath.Abs(arg)
	if err != nil {
		return err
	}
	if whole, err = filepath.EvalSymlinks(whole); err != nil { // what the user names himself is followed
		return err
	}
	info, err := os.Stat(whole)
	if err != nil {
		return err
	}
	name, folder := p.root(whole, info.IsDir())
	below, err := filepath.Rel(folder, whole)
	if err != nil || strings.HasPrefix(below, "..") {
		return fmt.Errorf("%s is not in its root %s", whole, folder)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	t := &tree{pool: p, name: name, root: root, begin: filepath.ToSlash(below), ignore: ignored{}}
	t.users.Store(1)
	defer t.close()
	return fs.WalkDir(root.FS(), t.begin, t.visit)
}

// A tree is a root that is being walked. It is closed when the last of its files was read.
type tree struct {
	pool   *pool
	name   string
	root   *os.Root
	begin  string // where the walk begins
	ignore ignored
	users  atomic.Int64 // the walk, and the files that are not yet read
}

func (t *tree) close() {
	if t.users.Add(-1) == 0 {
		t.root.Close()
	}
}

func (t *tree) visit(name string, entry fs.DirEntry, err error) error {
	if t.pool.ctx.Err() != nil {
		return fs.SkipAll
	}
	switch {
	case err != nil:
		t.skip(name, err)
		if entry != nil && entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir() && (path.Base(name) == ".dateline" || path.Base(name) == ".git"):
		return fs.SkipDir
	case entry.IsDir() && name != t.begin && t.pool.Apart(filepath.Join(t.root.Name(), filepath.FromSlash(name))):
		return fs.SkipDir
	case t.ignore.match(t.root.FS(), name, entry.IsDir()):
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir() || path.Base(name) == ignoreFile || format.Housekeeping(name):
		return nil
	case entry.Type()&fs.ModeSymlink != 0:
		t.skip(name, ErrLink)
	case !entry.Type().IsRegular():
		t.skip(name, ErrNotRegular)
	default:
		t.file(name, entry)
	}
	return nil
}

func (t *tree) skip(name string, err error) {
	t.pool.send(corpus.Event{File: corpus.File{Root: t.name, Path: label(name)}, Err: bare(err), Done: true})
}

// bare is an error without the path that the event names already.
func bare(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func (t *tree) file(name string, entry fs.DirEntry) {
	info, err := entry.Info()
	if err != nil {
		t.skip(name, err)
		return
	}
	file := corpus.File{Root: t.name, Path: label(name), Size: info.Size(), ModTime: info.ModTime().UnixNano()}
	if unchanged := t.pool.Unchanged(file); unchanged || t.pool.DryRun {
		var err error
		if !unchanged && t.pool.Probe {
			err = t.probe(name)
		}
		t.pool.send(corpus.Event{File: file, Unchanged: unchanged, Err: err, Done: true})
		return
	}
	t.users.Add(1)
	if !t.pool.submit(&job{file: file, open: func() (stream, error) { return t.open(name) }}) {
		t.close()
	}
}

// open opens a file of the tree without waiting for whoever would write into a pipe of its name, and reads no more of
// it than it holds now.
func (t *tree) open(name string) (stream, error) {
	f, err := t.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.close()
		return stream{}, bare(err)
	}
	s := stream{Closer: closer(func() error { defer t.close(); return f.Close() })}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		s.Close()
		return stream{}, bare(err)
	}
	s.size = info.Size()
	s.Reader = io.NewSectionReader(f, 0, s.size)
	return s, nil
}

// probe tells by a file's beginning why it can't be read; what is wrong further in, or inside a container, it can't tell.
func (t *tree) probe(name string) error {
	t.users.Add(1)
	in, err := t.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	head, err := io.ReadAll(io.LimitReader(in, format.HeadSize))
	if err != nil {
		return bare(err)
	}
	_, err = format.Of(head, path.Base(name))
	return err
}

type closer func() error

func (c closer) Close() error { return c() }

// label makes valid UTF-8 of a file's name.
func label(name string) string { return strings.ToValidUTF8(name, "%FF") }
