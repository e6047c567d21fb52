package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"time"

	"dateline/corpus"
)

// Options say how to write. The zero value is good.
type Options struct {
	// Roots are new or moved roots, written with the first batch.
	Roots []Root
	// Scopes are the parts of roots that the events cover whole: what the ledger knows there and no event names is
	// missing.
	Scopes []Scope
	// Prune removes what is missing; without it that is only counted, so that an unmounted drive empties no archive.
	Prune bool
	// Again replaces articles whose records have not changed too: with what is known now.
	Again bool
	// Progress is told how far it is after every batch. It may be nil.
	Progress func(Summary)
	// Now is the clock; it only paces publication. It may be nil.
	Now func() time.Time
}

// A Scope is a folder below a root, or "." for all of it.
type Scope struct{ Root, Below string }

// Summary says what a run of writing did. Files are counted where they could not be read, articles elsewhere.
type Summary struct {
	Files     int // seen
	New       int
	Changed   int
	Unchanged int
	Removed   int // no longer in a file that was read again, or pruned
	Missing   int // in files that are gone
	Undated   int // of the new and changed
	Copies    int // articles in the index that are not the lead of their story
	Skipped   []Skip
	Bytes     int64 // of files read
}

// A batch is applied when it has this many articles or bytes of text, whichever comes first: larger ones are slower
// and smaller ones write more segments.
const (
	batchArticles = 1000
	batchBytes    = 8 << 20
)

// Write brings a store up to date with a stream of events and publishes it. Stopped at any point, it leaves what was
// applied; the same events again lead to the same articles. Its error is the store's, or ctx's.
func Write(ctx context.Context, s Store, events iter.Seq[corpus.Event], o Options) (Summary, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	w := &writer{store: s, o: o, open: map[FileKey]*openFile{}, seen: map[FileKey]bool{},
		pace: newPace(o.Now), stories: &grouper{store: s}, batch: Batch{Roots: o.Roots}}
	for e := range events {
		if err := w.event(ctx, e); err != nil {
			return w.sum, err
		}
	}
	if err := ctx.Err(); err != nil {
		return w.sum, errors.Join(err, w.stop(context.WithoutCancel(ctx)))
	}
	if err := w.sweep(ctx); err != nil {
		return w.sum, err
	}
	return w.sum, w.publish(ctx)
}

type writer struct {
	store   Store
	o       Options
	batch   Batch
	bytes   int // of text in batch
	open    map[FileKey]*openFile
	seen    map[FileKey]bool
	sum     Summary
	pace    *pace
	stories *grouper
	dirty   bool // applied since the last publication
}

// An openFile is a file whose articles are coming in: files are read side by side, so several are open at once.
type openFile struct {
	before  map[corpus.ID]string // the ledger's records: id to sum
	records []Record
	skipped []Skip
}

// skip notes why a file could not be read whole, unless one of its members was too much for all of it and says so.
func (f *openFile) skip(path, reason string) {
	said := func(s Skip) bool { return s.Path == path && strings.HasSuffix(s.Reason, ": "+reason) }
	if !slices.ContainsFunc(f.skipped, said) {
		f.skipped = append(f.skipped, Skip{path, reason})
	}
}

func (w *writer) event(ctx context.Context, e corpus.Event) error {
	key := FileKey{e.File.Root, e.File.Path}
	if e.Done {
		return w.finish(ctx, key, e)
	}
	f, err := w.file(ctx, key)
	if err != nil {
		return err
	}
	if e.Err != nil {
		f.skipped = append(f.skipped, Skip{e.File.Path, e.Err.Error()})
	}
	if e.Article == nil {
		return nil
	}
	if err := w.put(ctx, f, e.Article); err != nil {
		return err
	}
	if len(w.batch.Put) >= batchArticles || w.bytes >= batchBytes {
		return w.flush(ctx)
	}
	return nil
}

func (w *writer) file(ctx context.Context, key FileKey) (*openFile, error) {
	if f, ok := w.open[key]; ok {
		return f, nil
	}
	entry, _, err := w.store.Entry(ctx, key.Root, key.Path)
	if err != nil {
		return nil, err
	}
	f := &openFile{before: make(map[corpus.ID]string, len(entry.Records))}
	for _, r := range entry.Records {
		f.before[r.ID] = r.Sum
	}
	w.open[key] = f
	return f, nil
}

// put adds an article to the batch, unless the ledger has the same record already.
func (w *writer) put(ctx context.Context, f *openFile, a *corpus.Article) error {
	r := Record{ID: a.ID, Sum: SumOf(a.Source.SHA256)}
	f.records = append(f.records, r)
	sum, held := f.before[r.ID]
	delete(f.before, r.ID)
	if held && sum == r.Sum && !w.o.Again {
		w.sum.Unchanged++
		return nil
	}
	if held {
		w.sum.Changed++
	} else {
		w.sum.New++
	}
	if a.Published.IsZero() {
		w.sum.Undated++
	}
	d := Document{Article: a, Print: PrintOf(a)}
	w.batch.Put = append(w.batch.Put, d)
	w.bytes += len(a.Title.Text) + len(a.Body)
	return w.stories.put(ctx, d.Print)
}

// finish drops what the file no longer holds and closes its entry. A file that could not be read whole drops nothing:
// a truncated copy of an archive must not empty the index of what the good copy gave. Nor does standard input.
func (w *writer) finish(ctx context.Context, key FileKey, e corpus.Event) error {
	w.sum.Files++
	if errors.Is(e.Err, fs.ErrNotExist) {
		return nil // it went away while it was waiting to be read: missing, not skipped
	}
	w.seen[key] = true
	if e.Unchanged {
		return w.keep(ctx, key)
	}
	f, err := w.file(ctx, key)
	if err != nil {
		return err
	}
	delete(w.open, key)
	w.sum.Bytes += e.File.Size
	if e.Err != nil {
		f.skip(e.File.Path, e.Err.Error())
	}
	if e.Err != nil || e.File.Root == corpus.Stdin {
		for id, sum := range f.before {
			f.records = append(f.records, Record{id, sum})
			w.sum.Unchanged++
		}
	} else {
		for id := range f.before {
			if err := w.remove(ctx, id); err != nil {
				return err
			}
		}
	}
	w.sum.Skipped = append(w.sum.Skipped, f.skipped...)
	w.batch.Entries = append(w.batch.Entries, Entry{e.File, f.records, f.skipped})
	if w.batch.Len() >= 2*batchArticles {
		return w.flush(ctx)
	}
	return nil
}

// keep counts a file that the ledger knows as it is.
func (w *writer) keep(ctx context.Context, key FileKey) error {
	entry, _, err := w.store.Entry(ctx, key.Root, key.Path)
	if err != nil {
		return err
	}
	w.sum.Unchanged += len(entry.Records)
	w.sum.Skipped = append(w.sum.Skipped, entry.Skipped...)
	return nil
}

func (w *writer) remove(ctx context.Context, id corpus.ID) error {
	w.sum.Removed++
	w.batch.Delete = append(w.batch.Delete, id)
	return w.stories.remove(ctx, id)
}

func (w *writer) flush(ctx context.Context) error {
	if w.batch.Len() == 0 {
		return nil
	}
	if err := w.store.Apply(ctx, w.batch); err != nil {
		return fmt.Errorf("write the index: %w", err)
	}
	w.batch, w.bytes, w.dirty = Batch{}, 0, true
	if w.o.Progress != nil {
		w.o.Progress(w.sum)
	}
	if !w.pace.due() {
		return nil
	}
	defer w.pace.done()
	return w.publish(ctx)
}

// publish flushes and shows everything to readers. A run that changed nothing publishes nothing.
func (w *writer) publish(ctx context.Context) error {
	if w.batch.Len() > 0 {
		if err := w.store.Apply(ctx, w.batch); err != nil {
			return fmt.Errorf("write the index: %w", err)
		}
		w.batch, w.bytes, w.dirty = Batch{}, 0, true
	}
	table, err := w.stories.table(ctx)
	if err != nil {
		return fmt.Errorf("group stories: %w", err)
	}
	w.sum.Copies = table.Copies()
	if !w.dirty {
		return nil
	}
	if err := w.store.Publish(ctx, table); err != nil {
		return fmt.Errorf("publish the index: %w", err)
	}
	w.dirty = false
	return nil
}

// stop keeps what an interrupted run has read: the same command goes on from there.
func (w *writer) stop(ctx context.Context) error { return w.publish(ctx) }

// sweep counts, or prunes, the files of the scopes that no event named.
func (w *writer) sweep(ctx context.Context) error {
	for _, scope := range w.o.Scopes {
		var gone []Entry
		for e, err := range w.store.Entries(ctx, scope.Root) {
			if err != nil {
				return fmt.Errorf("read the ledger: %w", err)
			}
			if scope.holds(e.File.Path) && !w.seen[e.Key()] {
				gone = append(gone, e)
			}
		}
		for _, e := range gone {
			if err := w.lose(ctx, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) lose(ctx context.Context, e Entry) error {
	w.seen[e.Key()] = true // scopes may overlap
	if !w.o.Prune {
		w.sum.Missing += len(e.Records)
		return nil
	}
	for _, r := range e.Records {
		if err := w.remove(ctx, r.ID); err != nil {
			return err
		}
	}
	w.batch.Forget = append(w.batch.Forget, e.Key())
	if w.batch.Len() >= 2*batchArticles {
		return w.flush(ctx)
	}
	return nil
}

func (s Scope) holds(path string) bool {
	return s.Below == "." || path == s.Below || len(path) > len(s.Below) && path[:len(s.Below)] == s.Below && path[len(s.Below)] == '/'
}

// A pace says when to publish during a run: soon at first, so that a search finds something, then ever less often.
type pace struct {
	now  func() time.Time
	next time.Time
	wait time.Duration
}

const (
	firstPublication = 3 * time.Second
	slowestPace      = time.Minute
)

func newPace(now func() time.Time) *pace {
	return &pace{now: now, next: now().Add(firstPublication), wait: firstPublication}
}

func (p *pace) due() bool { return !p.now().Before(p.next) }

func (p *pace) done() {
	p.wait = min(2*p.wait, slowestPace)
	p.next = p.now().Add(p.wait)
}
