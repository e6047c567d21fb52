package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"

	"dateline/index"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// Options say how to open an index. The zero value is good.
type Options struct {
	// Wait is how long OpenWriter waits for another writer to leave; 0 means two seconds.
	Wait time.Duration
}

// A Writer is the one process that changes an index. It is an index.Store; its methods are called from one goroutine.
type Writer struct {
	vault   vault
	lock    *os.File
	scorch  *scorch.Scorch
	broken  error           // why nothing more can be written
	vetting *vetting        // of the segments that were there at opening
	vetted  map[string]bool // columns that were compared with their sum

	mu    sync.Mutex
	async error // of bleve's own goroutines
}

var _ index.Store = (*Writer)(nil)

// OpenWriter opens an index for writing. While another process has it open so, it gives a *LockedError; an index that
// is damaged it leaves as it is and says so.
func OpenWriter(dir string, o Options) (*Writer, error) {
	v := vault(dir)
	if err := admit(v); err != nil {
		return nil, err
	}
	if o.Wait == 0 {
		o.Wait = lockWait
	}
	lock, err := lockVault(v, o.Wait)
	if err != nil {
		return nil, err
	}
	w, err := openWriter(v, lock)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return w, nil
}

// admit refuses what is no index, what others may write to, and what a newer dateline wrote.
func admit(v vault) error {
	if !IsIndex(string(v)) {
		return fmt.Errorf("%w: %s", ErrNoIndex, string(v))
	}
	if info, err := os.Stat(string(v)); err != nil {
		return err
	} else if isOpenToAll(info) {
		return fmt.Errorf("%w: %s (chmod o-w it)", ErrUnsafe, string(v))
	}
	name, _, err := readCurrent(v)
	if err != nil {
		return nil // Check and Repair say more; a writer can do without
	}
	if _, err := readManifest(filepath.Join(v.generation(name), manifestName)); errors.Is(err, ErrTooNew) {
		return err
	}
	return nil
}

func openWriter(v vault, lock *os.File) (*Writer, error) {
	w := &Writer{vault: v, lock: lock, vetted: map[string]bool{}}
	if err := w.openIndex(); err != nil {
		w.stopVetting()
		return nil, err
	}
	return w, nil
}

func (w *Writer) store() string { return filepath.Join(w.vault.live(), storeName) }

func (w *Writer) openIndex() error {
	named, err := preflight(w.store())
	if err != nil {
		return err
	}
	if w.vetting == nil {
		if w.vetting, err = openVetting(w.store(), named); err != nil {
			return err
		}
	}
	if err := w.vault.reserveNumbers(); err != nil {
		return err
	}
	idx, err := openScorch(w.store(), false)
	if err != nil {
		return err
	}
	w.scorch = idx
	writers.Store(w.store(), w)
	return nil
}

// reserveNumbers keeps bleve from giving a segment the number of one that a generation holds: it goes on from the
// highest name in its folder, and removes files that are no segments of its own once it has looked. A name then means
// one content for ever, which Repair relies on.
func (v vault) reserveNumbers() error {
	names, err := v.generations()
	if err != nil {
		return err
	}
	highest := ""
	for _, dir := range append(v.all(names), v.live()) {
		files, err := filepath.Glob(filepath.Join(dir, storeName, "*.zap"))
		if err != nil {
			return err
		}
		for _, f := range files {
			highest = max(highest, filepath.Base(f)) // names are of one length
		}
	}
	if highest == "" {
		return nil
	}
	f, err := os.OpenFile(filepath.Join(v.live(), storeName, highest), os.O_WRONLY|os.O_CREATE, fileMode)
	if err != nil {
		return err
	}
	return f.Close()
}

func (w *Writer) closeIndex() error {
	if w.scorch == nil {
		return nil
	}
	err := w.scorch.Close()
	w.scorch = nil
	writers.Delete(w.store())
	return err
}

// Close leaves what was applied in the index and frees the lock. What was not published is published by the next
// writer.
func (w *Writer) Close() error {
	w.stopVetting()
	err := w.closeIndex()
	w.broken = errors.New("the index is closed")
	if w.lock != nil { // Create and Repair hold it themselves
		err = errors.Join(err, w.lock.Close())
	}
	return err
}

func (w *Writer) stopVetting() {
	if w.vetting != nil {
		w.vetting.stop()
		w.vetting = nil
	}
}

// asyncError keeps the first thing that went wrong in bleve's own goroutines: the next call reports it.
func (w *Writer) asyncError(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.async == nil {
		w.async = err
	}
}

func (w *Writer) takeAsync() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	err := w.async
	w.async = nil
	return err
}

// ready reports why nothing can be written, if so.
func (w *Writer) ready(ctx context.Context) error {
	if w.broken != nil {
		return w.broken
	}
	if err := w.takeAsync(); err != nil {
		return w.recover(err)
	}
	return ctx.Err()
}

// recover closes and opens the index again after an error: what failed would else stay visible in memory, and bleve
// would try it again without a pause. What was applied before is all there afterwards.
func (w *Writer) recover(cause error) error {
	err := errors.Join(w.closeIndex(), w.openIndex())
	w.takeAsync()
	if err != nil {
		w.broken = fmt.Errorf("the index cannot be written any more: %w", errors.Join(cause, err))
		return w.broken
	}
	return fmt.Errorf("write %s: %w", w.vault, plain(cause))
}

// plain gives a full disk its own error, which bleve only writes into the text of others.
func plain(err error) error {
	if strings.Contains(err.Error(), syscall.ENOSPC.Error()) {
		return syscall.ENOSPC
	}
	return err
}

// Apply implements index.Store. After an error the batch may be given again.
func (w *Writer) Apply(ctx context.Context, b index.Batch) error {
	if err := w.ready(ctx); err != nil {
		return err
	}
	if b.Len() == 0 {
		return nil
	}
	batch, err := bleveBatch(b)
	if err != nil {
		return err
	}
	w.vetting.start()
	err = w.scorch.Batch(batch)
	if err = errors.Join(err, w.takeAsync()); err != nil {
		return w.recover(err)
	}
	return nil
}

func bleveBatch(b index.Batch) (*api.Batch, error) {
	documents, err := articleDocuments(b.Put)
	if err != nil {
		return nil, err
	}
	batch := api.NewBatch()
	for _, id := range b.Delete {
		batch.Delete(string(id))
	}
	for _, key := range b.Forget {
		batch.Delete(entryID(key.Root, key.Path))
	}
	for _, d := range documents {
		batch.Update(d)
	}
	for _, e := range b.Entries {
		batch.Update(entryDocument(e))
	}
	for _, r := range b.Roots {
		batch.Update(rootDocument(r))
	}
	return batch, nil
}

// articleDocuments reads the texts side by side; bleve then only counts.
func articleDocuments(in []index.Document) ([]*document, error) {
	out := make([]*document, len(in))
	errs := make([]error, len(in))
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(in))
	for k := range workers {
		wait.Go(func() {
			for i := k; i < len(in); i += workers {
				out[i], errs[i] = articleDocument(in[i])
			}
		})
	}
	wait.Wait()
	return out, errors.Join(errs...)
}
