package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"dateline/index"
)

// A healer mends a vault under the writer's lock. It deletes nothing: what is in the way goes to quarantine.
type healer struct {
	vault  vault
	report *Report
	where  string // its folder in quarantine, made when something goes there
}

// Repair makes a damaged index answer again. In this order it tries: to replace a damaged file by a good copy in
// another generation; to publish the writer's own index; to go back to the newest whole generation; and to go on
// without the segments that no good copy exists of, in which case it also strikes the files of lost articles from the
// ledger, so that indexing again reads them anew. It deletes nothing. The report says what was done and what is lost;
// its error, that nothing could be done.
func Repair(ctx context.Context, dir string) (Report, error) {
	r, err := Check(ctx, dir)
	if err != nil || r.IsSound() {
		return r, err
	}
	v := vault(dir)
	lock, err := lockVault(v, lockWait)
	if err != nil {
		return r, err
	}
	defer lock.Close()
	h := &healer{vault: v, report: &r}
	if err := h.mend(ctx); err != nil {
		return r, fmt.Errorf("repair %s: %w", dir, err)
	}
	after, err := Check(ctx, dir)
	if err == nil && after.Generation != "" {
		r.Generation, r.Articles = after.Generation, after.Articles
	}
	return r, err
}

func (h *healer) mend(ctx context.Context) error {
	if err := os.MkdirAll(h.vault.join(generationsDir), dirMode); err != nil {
		return err
	}
	good, err := h.goodCopies(ctx)
	if err != nil {
		return err
	}
	stories := h.stories()
	whole, err := h.sortOut(ctx, good)
	if err != nil {
		return err
	}
	if err := h.mendLive(ctx, good, whole); err != nil {
		return err
	}
	if err := h.renewColumns(); err != nil {
		return err
	}
	w, err := openWriter(h.vault, nil)
	if err != nil {
		return err
	}
	err = h.strike(ctx, w)
	if err == nil {
		err = w.publish(ctx, stories)
	}
	if err = errors.Join(err, w.Close()); err == nil {
		h.did("published the index anew")
	}
	return err
}

func (h *healer) did(format string, args ...any) {
	h.report.Done = append(h.report.Done, fmt.Sprintf(format, args...))
}

func (h *healer) lost(format string, args ...any) {
	h.report.Lost = append(h.report.Lost, fmt.Sprintf(format, args...))
}

// aside moves a file or folder of the vault to quarantine.
func (h *healer) aside(names ...string) error {
	path := h.vault.join(names...)
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if h.where == "" {
		if err := os.MkdirAll(h.vault.join(quarantineName), dirMode); err != nil {
			return err
		}
		where, err := os.MkdirTemp(h.vault.join(quarantineName), time.Now().UTC().Format("20060102T150405-"))
		if err != nil {
			return err
		}
		h.where = where
	}
	to := filepath.Join(append([]string{h.where}, names...)...)
	if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
		return err
	}
	if err := os.Rename(path, to); err != nil {
		return err
	}
	h.did("moved %s to %s", filepath.Join(names...), filepath.Join(quarantineName, filepath.Base(h.where)))
	return syncDir(filepath.Dir(path))
}

// A goodFile is a file whose bytes have been compared with what some manifest says.
type goodFile struct {
	size int64
	crc  string
}

// goodCopies finds, for every file that some manifest names, a place where its bytes are right.
func (h *healer) goodCopies(ctx context.Context) (map[goodFile]string, error) {
	good := map[goodFile]string{}
	names, err := h.vault.generations()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		m, err := readManifest(filepath.Join(h.vault.generation(name), manifestName))
		if err != nil {
			continue
		}
		for _, f := range m.Files {
			for _, dir := range append(h.vault.all(names), h.vault.live()) {
				key := goodFile{f.Size, f.CRC32}
				if good[key] == "" && f.compareAll(dir) == nil {
					good[key] = filepath.Join(dir, filepath.FromSlash(f.Name))
				}
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
	}
	return good, nil
}

func (v vault) all(names []string) []string {
	dirs := make([]string, len(names))
	for i, name := range names {
		dirs[i] = v.generation(name)
	}
	return dirs
}

// stories finds the newest table of stories that can be read.
func (h *healer) stories() index.Stories {
	names, _ := h.vault.generations()
	dirs := append(h.vault.all(names), h.vault.live())
	for i := len(dirs) - 1; i >= 0; i-- {
		if b, err := os.ReadFile(filepath.Join(dirs[i], storiesName)); err == nil {
			if s, err := decodeStories(b); err == nil {
				return s
			}
		}
	}
	h.lost("the table of stories: indexing again finds copies anew")
	return index.Stories{}
}

// sortOut replaces the damaged files of generations by good copies and moves generations that stay damaged aside. It
// gives the names of those that are whole, oldest first.
func (h *healer) sortOut(ctx context.Context, good map[goodFile]string) (whole []string, err error) {
	names, err := h.vault.generations()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		m, problems, err := h.vault.inspect(ctx, name)
		if err != nil {
			return nil, err
		}
		if m != nil && len(problems) > 0 {
			if err := h.replace(name, m, good); err != nil {
				return nil, err
			}
			if m, problems, err = h.vault.inspect(ctx, name); err != nil {
				return nil, err
			}
		}
		if m == nil || len(problems) > 0 {
			if err := h.aside(generationsDir, name); err != nil {
				return nil, err
			}
			continue
		}
		whole = append(whole, name)
	}
	return whole, nil
}

// replace puts good copies in the place of a generation's damaged files.
func (h *healer) replace(name string, m *manifest, good map[goodFile]string) error {
	dir := h.vault.generation(name)
	for _, f := range m.Files {
		from := good[goodFile{f.Size, f.CRC32}]
		if from == "" || f.compareAll(dir) == nil {
			continue
		}
		file := filepath.FromSlash(f.Name)
		if err := h.putBack(from, generationsDir, name, file); err != nil {
			return err
		}
	}
	return nil
}

func (h *healer) putBack(from string, names ...string) error {
	if err := h.aside(names...); err != nil {
		return err
	}
	to := h.vault.join(names...)
	if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
		return err
	}
	if _, err := linkFile(from, to); err != nil {
		return err
	}
	h.did("put a good copy of %s in its place", filepath.Join(names...))
	return syncDir(filepath.Dir(to))
}

// mendLive makes the writer's own index whole: with good copies of its segments, else from the newest whole
// generation, else without the segments that are lost.
func (h *healer) mendLive(ctx context.Context, good map[goodFile]string, whole []string) error {
	if _, err := os.Stat(h.vault.live()); err == nil {
		if err := h.patchLive(good); err != nil {
			return err
		}
		if len(h.vault.damagedLive(ctx)) == 0 {
			return ctx.Err()
		}
	}
	if len(whole) > 0 {
		name := whole[len(whole)-1]
		m, err := readManifest(filepath.Join(h.vault.generation(name), manifestName))
		if err != nil {
			return err
		}
		if err := h.aside(liveName); err != nil {
			return err
		}
		h.lost("what was indexed after generation %s of %s: indexing again reads it anew", name, m.Written.Format(time.RFC3339))
		h.did("went back to generation %s", name)
		return h.vault.restoreLive(name, m)
	}
	return h.salvage()
}

// patchLive puts good copies in the place of live's damaged segments and moves foreign files aside. A segment keeps
// its number and name in every generation, and live's own is not in use before the next is published.
func (h *healer) patchLive(good map[goodFile]string) error {
	store := filepath.Join(h.vault.live(), storeName)
	if _, err := os.Stat(filepath.Join(h.vault.live(), metaName)); err != nil {
		if err := writeFile(filepath.Join(h.vault.live(), metaName), []byte(bleveMeta)); err != nil {
			return err
		}
	}
	if err := h.foreignAside(liveName, storeName); err != nil {
		return err
	}
	var named []string
	if guarded(func() (err error) { named, err = boltSegments(store); return err }) != nil {
		return nil
	}
	for _, name := range named {
		if selfCheck(filepath.Join(store, name)) == nil {
			continue
		}
		for _, from := range good {
			if filepath.Base(from) == name {
				if err := h.putBack(from, liveName, storeName, name); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}

func (h *healer) foreignAside(names ...string) error {
	files, err := os.ReadDir(h.vault.join(names...))
	if err != nil {
		return nil // a missing folder is mended by going back
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".zap" && !isSegmentName(f.Name()) {
			if err := h.aside(append(names, f.Name())...); err != nil {
				return err
			}
		}
	}
	return nil
}

// renewColumns has the next publication make damaged columns anew.
func (h *healer) renewColumns() error {
	dir := filepath.Join(h.vault.live(), columnName)
	if err := os.MkdirAll(dir, dirMode); err != nil {
		return err
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if selfCheck(filepath.Join(dir, f.Name())) != nil {
			if err := h.aside(liveName, columnName, f.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}
