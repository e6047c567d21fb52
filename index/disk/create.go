package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/index"
)

// creatingMark stands in the name of a vault that is being made beside its place.
const creatingMark = ".creating-"

// Create makes an empty index in a folder that does not exist or is empty. It is there whole or not at all.
func Create(dir string) error { return create(dir, build) }

func create(dir string, fill func(vault) error) error {
	if err := freePlace(dir); err != nil {
		return err
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o777); err != nil { // not ours: as the user's umask says
		return err
	}
	removeAbandoned(dir)
	temp, err := os.MkdirTemp(parent, filepath.Base(dir)+creatingMark)
	if err != nil {
		return fmt.Errorf("create %s: %w", dir, err)
	}
	if err := fillLocked(vault(temp), fill); err != nil {
		return errors.Join(fmt.Errorf("create %s: %w", dir, err), os.RemoveAll(temp))
	}
	interrupt("create/rename")
	_ = os.Remove(dir) // an empty folder: Windows does not rename over one
	if err := os.Rename(temp, dir); err != nil {
		return errors.Join(err, os.RemoveAll(temp))
	}
	interrupt("create/done")
	return syncDir(parent)
}

func freePlace(dir string) error {
	files, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(files) > 0:
		return fmt.Errorf("%s is not empty", dir)
	}
	return nil
}

// removeAbandoned removes what creations that were killed left beside dir. One that is under way holds its lock.
func removeAbandoned(dir string) {
	found, _ := filepath.Glob(filepath.Clean(dir) + creatingMark + "*")
	for _, temp := range found {
		if strings.Trim(strings.TrimPrefix(temp, filepath.Clean(dir)+creatingMark), "0123456789") != "" {
			continue
		}
		if lock, err := lockVault(vault(temp), 0); err == nil {
			lock.Close()
			_ = os.RemoveAll(temp)
		}
	}
}

// fillLocked fills an empty folder and makes it durable. The lock tells others that its maker is alive.
func fillLocked(v vault, fill func(vault) error) error {
	lock, err := lockVault(v, 0)
	if err != nil {
		return err
	}
	defer lock.Close()
	interrupt("create/locked")
	if err := fill(v); err != nil {
		return err
	}
	interrupt("create/filled")
	return syncTree(string(v))
}

// build makes an index of nothing.
func build(v vault) error {
	if err := createLive(v.live()); err != nil {
		return err
	}
	interrupt("create/live")
	if err := mkdir(v.join(generationsDir)); err != nil {
		return err
	}
	w, err := openWriter(v, nil)
	if err != nil {
		return err
	}
	return errors.Join(w.publish(context.Background(), index.Stories{}), w.Close())
}

func mkdir(path string) error { return os.Mkdir(path, dirMode) }
