// Package ingest reads trees of files into articles: it walks, opens, decodes and extracts, on all cores, in bounded
// memory. Paths go in, a stream of events comes out, as fast as its reader takes them. The goroutines of the writing
// road are here. It imports corpus, format and extract.
package ingest

import (
	"context"
	"io"
	"iter"
	"path/filepath"
	"runtime"
	"time"

	"dateline/corpus"
	"dateline/corpus/extract"
)

// Options say what to read and how. The zero value of all but Paths is good.
type Options struct {
	Paths []string  // files and folders; "-" is Stdin
	Stdin io.Reader // read where a path is "-"
	// Root tells which indexed root an absolute path belongs to: its name, and its folder, which is the path itself
	// or one above it. Where it is nil or gives no name, a folder is its own root and a file's is its folder.
	Root func(path string) (name, folder string)
	// Apart reports whether an absolute folder is left out of the walk of one that holds it. Nil: none is.
	Apart func(folder string) bool
	// Unchanged reports whether the ledger knows the file exactly so; then it is not read. Nil: nothing is known.
	Unchanged func(corpus.File) bool
	// Held reports whether the ledger knows a record exactly so. Then nothing is understood of it: the article of its
	// event has an ID, a Key and a Source. Nil: none is known.
	Held func(id corpus.ID, sha256 string) bool
	// Understand makes an article of a draft. It is called on many goroutines. Nil: extract.Article.
	Understand func(*corpus.Draft) *corpus.Article
	Workers    int               // goroutines that decode and understand; 0: one a processor
	Map        map[string]string // our field to the files' own column: "body" to "content"
	DryRun     bool              // tell which files would be read, and read none
	Probe      bool              // with DryRun: read of each file as much as tells whether it can be read
	Cache      string            // a folder of the user's own for compiled readers, which then start faster; "": none
	// Patience is how long one record may take. 0: a minute, for what is slower than that is made to be.
	Patience time.Duration
}

func (o Options) withDefaults() Options {
	if o.Understand == nil {
		o.Understand = func(d *corpus.Draft) *corpus.Article { return extract.Article(d, extract.Options{}) }
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Patience <= 0 {
		o.Patience = time.Minute
	}
	if o.Apart == nil {
		o.Apart = func(string) bool { return false }
	}
	if o.Unchanged == nil {
		o.Unchanged = func(corpus.File) bool { return false }
	}
	if o.Held == nil {
		o.Held = func(corpus.ID, string) bool { return false }
	}
	return o
}

// root tells the root of a path, with the default behind it.
func (o Options) root(path string, isFolder bool) (name, folder string) {
	if o.Root != nil {
		if name, folder = o.Root(path); name != "" {
			return name, folder
		}
	}
	if !isFolder {
		path = filepath.Dir(path)
	}
	return filepath.Base(path), path
}

// Read reads everything under the paths. The events of a file come in any order, but its Done comes last. Stopping
// the loop, or ending ctx, stops the reading; Read returns when its goroutines have ended.
func Read(ctx context.Context, o Options) iter.Seq[corpus.Event] {
	o = o.withDefaults()
	return func(yield func(corpus.Event) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		p := newPool(ctx, o)
		go p.run()
		stopped := false
		for e := range p.events {
			if !stopped && !yield(e) {
				stopped = true
				cancel()
			}
		}
	}
}
