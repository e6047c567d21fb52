package disk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"dateline/index"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// keptGenerations is how many generations stay: the newest, and the one that a reader may be about to open.
const keptGenerations = 2

// Publish implements index.Store.
func (w *Writer) Publish(ctx context.Context, s index.Stories) error {
	if err := w.ready(ctx); err != nil {
		return err
	}
	if err := w.vetting.wait(ctx); err != nil {
		if ctx.Err() == nil {
			w.broken = err
		}
		return err
	}
	if err := w.publish(ctx, s); err != nil {
		return fmt.Errorf("publish %s: %w", w.vault, err)
	}
	return w.vault.sweep(keptGenerations)
}

// publish makes the next generation under a temporary name, then gives it its own and points CURRENT there: whatever
// stops it, CURRENT names a whole generation.
func (w *Writer) publish(ctx context.Context, s index.Stories) error {
	names, err := w.vault.generations()
	if err != nil {
		return err
	}
	name := nextGeneration(names)
	temp := w.vault.generation(name) + ".new"
	if err := os.RemoveAll(temp); err != nil {
		return err
	}
	sum, err := w.fillGeneration(ctx, temp, s)
	if err != nil {
		return errors.Join(err, os.RemoveAll(temp))
	}
	interrupt("publish/filled")
	stories := filepath.Join(w.vault.live(), storiesName)
	if err := replaceCopy(filepath.Join(temp, storiesName), stories); err != nil {
		return err
	}
	if err := os.Rename(temp, w.vault.generation(name)); err != nil {
		return err
	}
	interrupt("publish/renamed")
	if err := syncDir(w.vault.join(generationsDir)); err != nil {
		return err
	}
	if err := writeCurrent(w.vault, name, sum); err != nil {
		return err
	}
	interrupt("publish/current")
	return nil
}

// nextGeneration is a number that no generation has had: one name never means two things to a reader.
func nextGeneration(names []string) string {
	if len(names) == 0 {
		return generationName(1)
	}
	last, _ := strconv.Atoi(names[len(names)-1])
	return generationName(last + 1)
}

// fillGeneration makes a generation's folder and gives the sum of its manifest.
func (w *Writer) fillGeneration(ctx context.Context, dir string, s index.Stories) (sum string, err error) {
	for _, sub := range []string{dir, filepath.Join(dir, storeName), filepath.Join(dir, columnName)} {
		if err := mkdir(sub); err != nil {
			return "", err
		}
	}
	snapshot, ok := w.scorch.CopyReader().(*scorch.IndexSnapshot) // its segments stay while it is open
	if !ok || snapshot == nil {
		return "", errors.New("the index is closed")
	}
	defer snapshot.CloseCopyReader()
	interrupt("publish/begun")
	target := &linker{dir: dir, live: w.vault.live()}
	if err := snapshot.CopyTo(target); err != nil {
		return "", err
	}
	interrupt("publish/linked")
	m := &manifest{Format: formatVersion, Written: time.Now().UTC().Truncate(time.Second), Copied: target.copied}
	err = guarded(func() error { return w.describe(ctx, dir, snapshot, s, m) })
	if err != nil {
		return "", err
	}
	interrupt("publish/described")
	b, err := m.encode()
	if err != nil {
		return "", err
	}
	if err := writeFile(filepath.Join(dir, manifestName), b); err != nil {
		return "", err
	}
	for _, sub := range []string{filepath.Join(dir, storeName), filepath.Join(dir, columnName), dir, w.store()} {
		if err := syncDir(sub); err != nil {
			return "", err
		}
	}
	return m.CRC32, nil
}

// describe writes what stands beside the segments and lists all files in the manifest.
func (w *Writer) describe(ctx context.Context, dir string, snapshot *scorch.IndexSnapshot, s index.Stories, m *manifest) error {
	columns, err := w.columns(ctx, dir, snapshot, m)
	defer func() {
		for _, c := range columns {
			c.close()
		}
	}()
	if err != nil {
		return err
	}
	families, err := census(columns, snapshot, s, &m.Stats)
	if err != nil {
		return err
	}
	if m.Stats.Terms, err = surfaces(ctx, snapshot); err != nil {
		return err
	}
	stories, err := encodeStories(s)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		metaName: []byte(bleveMeta), storiesName: stories, copiesName: encodeCopies(families),
	} {
		if err := writeFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	for _, name := range []string{metaName, storiesName, copiesName, storeName + "/" + boltName} {
		if err := m.add(dir, name, sumFile); err != nil {
			return err
		}
	}
	return nil
}

func (m *manifest) add(dir, name string, sum func(string) (int64, uint32, error)) error {
	size, crc, err := sum(filepath.Join(dir, filepath.FromSlash(name)))
	m.Files = append(m.Files, fileSum{name, size, hexSum(crc)})
	return err
}

// A linker is the directory that bleve copies a snapshot to: segments get a second name, root.bolt is written anew.
type linker struct {
	dir, live string
	copied    bool
}

// GetWriter is called for every file of the copy. A nil writer says that the file is there already.
func (l *linker) GetWriter(name string) (io.WriteCloser, error) {
	path := filepath.Join(l.dir, name)
	if filepath.Ext(name) == ".zap" {
		copied, err := linkFile(filepath.Join(l.live, name), path)
		l.copied = l.copied || copied
		return nil, err
	}
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
}

// sweep removes generations but the newest ones, those that a reader holds excepted, and what publications that were
// killed left.
func (v vault) sweep(keep int) error {
	current, _, err := readCurrent(v)
	if err != nil {
		return err
	}
	files, err := os.ReadDir(v.join(generationsDir))
	if err != nil {
		return err
	}
	for i := len(files) - 1; i >= 0; i-- {
		name := files[i].Name()
		if name == current || isGeneration(name) && keep > 1 && name < current {
			if name != current {
				keep--
			}
			continue
		}
		if err := v.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// remove removes a generation, or what a publication or removal that was killed left of one, unless a reader has it
// open. It loses its name first, so that a half-removed one is never taken for a generation; new readers are kept out
// meanwhile and look at CURRENT again.
func (v vault) remove(name string) error {
	if f, err := os.Open(filepath.Join(v.generation(name), manifestName)); err == nil {
		defer f.Close()
		if errors.Is(flock(f, true), errHeld) {
			return nil
		}
	}
	path := v.generation(name)
	if isGeneration(name) {
		gone := path + ".gone"
		if err := os.Rename(path, gone); err == nil { // Windows renames no folder with an open file
			path = gone
		}
		interrupt("sweep/renamed")
	}
	return os.RemoveAll(path)
}
