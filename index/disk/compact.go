package disk

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"dateline/index"

	api "github.com/blevesearch/bleve_index_api"
)

// compactionID is a ledger document that every compaction replaces: bleve rewrites a lone segment only if there is
// another to merge it with.
const compactionID = "~compacted"

// Compact rewrites all segments as one, publishes that under the stories given and removes the older generations, so
// that what was deleted is nowhere in the index any more. A generation that a reader has open stays until the next
// publication after it has closed.
func (w *Writer) Compact(ctx context.Context, s index.Stories) error {
	if err := w.ready(ctx); err != nil {
		return err
	}
	w.vetting.start()
	err := w.mergeAll(ctx)
	if err == nil {
		// A merge is in memory until a snapshot of it is written, which a batch waits for.
		err = w.scorch.SetInternal([]byte("compacted"), []byte(time.Now().UTC().Format(time.RFC3339)))
	}
	if err != nil {
		return w.recover(err)
	}
	// Opening again makes bleve remove the segments that were merged away.
	if err := errors.Join(w.closeIndex(), w.openIndex()); err != nil {
		w.broken = err
		return err
	}
	if err := w.awaitRemoval(ctx); err != nil {
		return err
	}
	if err := w.Publish(ctx, s); err != nil {
		return err
	}
	return w.vault.sweep(1)
}

// mergeAll merges until one segment is left that has nothing deleted in it: one pass merges ten segments into one, and
// a merge of bleve's own may be under way that began before the last deletion.
func (w *Writer) mergeAll(ctx context.Context) error {
	for {
		if err := w.mark(); err != nil {
			return err
		}
		for {
			n, deleted, err := w.segments()
			if err != nil || n <= 1 && !deleted {
				return err
			}
			if n <= 1 {
				break
			}
			if err := w.scorch.ForceMerge(ctx, nil); err != nil {
				return err
			}
			if err := errors.Join(w.takeAsync(), ctx.Err()); err != nil {
				return err
			}
		}
	}
}

// removalPatience bounds the wait for bleve, which removes files behind one's back: a second on an idle machine.
const removalPatience = 30 * time.Second

// awaitRemoval waits until the writer's folder holds no more segments than the index has.
func (w *Writer) awaitRemoval(ctx context.Context) error {
	for deadline := time.Now().Add(removalPatience); ; time.Sleep(5 * time.Millisecond) {
		files, err := filepath.Glob(filepath.Join(w.vault.live(), storeName, "*.zap"))
		if err != nil {
			return err
		}
		n, _, err := w.segments()
		if err != nil || len(files) <= n {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("compact: %d old segments are still in %s: compact again", len(files)-n, w.vault.live())
		}
	}
}

// mark writes the ledger document of compactions anew.
func (w *Writer) mark() error {
	d := newDocument(compactionID)
	d.store(rootField, []byte(strconv.FormatInt(time.Now().UnixNano(), 36)))
	batch := api.NewBatch()
	batch.Update(d)
	return w.scorch.Batch(batch)
}

// segments counts the segments and says whether anything is deleted in them.
func (w *Writer) segments() (n int, deleted bool, err error) {
	snapshot, err := snapshotOf(w.scorch)
	if err != nil {
		return 0, false, err
	}
	defer snapshot.Close()
	for _, s := range snapshot.Segments() {
		deleted = deleted || s.Deleted() != nil && !s.Deleted().IsEmpty()
	}
	return len(snapshot.Segments()), deleted, nil
}

// Compact is Writer.Compact for an index that nobody writes to.
func Compact(ctx context.Context, dir string) error {
	w, err := OpenWriter(dir, Options{})
	if err != nil {
		return err
	}
	s, err := w.Stories(ctx)
	if err == nil {
		err = w.Compact(ctx, s)
	}
	return errors.Join(err, w.Close())
}

// Copy copies the newest generation to a new index, while others read and write the old one. It compares every byte
// with what was written, and leaves nothing where that fails.
func Copy(ctx context.Context, dir, dest string) error {
	r, err := OpenReader(dir)
	if err != nil {
		return err
	}
	defer r.Close()
	return create(dest, func(v vault) error {
		to := v.generation(generationName(1))
		for _, sub := range []string{v.join(generationsDir), to, filepath.Join(to, storeName), filepath.Join(to, columnName)} {
			if err := mkdir(sub); err != nil {
				return err
			}
		}
		for _, f := range append(r.manifest.Files, fileSum{Name: manifestName}) {
			if err := ctx.Err(); err != nil {
				return err
			}
			name := filepath.FromSlash(f.Name)
			if err := copyFile(filepath.Join(r.dir(), name), filepath.Join(to, name)); err != nil {
				return err
			}
			if f.Name == manifestName {
				continue
			}
			if err := f.compareAll(to); err != nil {
				return fmt.Errorf("copy of %s: %w", r.dir(), err)
			}
		}
		if err := writeCurrent(v, generationName(1), r.manifest.CRC32); err != nil {
			return err
		}
		return v.restoreLive(generationName(1), r.manifest)
	})
}

// restoreLive makes live/ of a generation.
func (v vault) restoreLive(name string, m *manifest) error {
	live, from := v.live(), v.generation(name)
	for _, dir := range []string{live, filepath.Join(live, storeName), filepath.Join(live, columnName)} {
		if err := mkdir(dir); err != nil {
			return err
		}
	}
	for _, f := range m.Files {
		name := filepath.FromSlash(f.Name)
		put := copyFile // the writer changes root.bolt in place
		if hasFooter(name) {
			put = func(from, to string) error {
				_, err := linkFile(from, to)
				return err
			}
		} else if name != metaName && filepath.Base(name) != boltName && name != storiesName {
			continue
		}
		if err := put(filepath.Join(from, name), filepath.Join(live, name)); err != nil {
			return err
		}
	}
	return syncTree(live)
}
