package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"dateline/corpus/ingest"
	"dateline/index"
)

// place finds the root of every path, and tells the index of new ones and of what the run covers whole. A folder's
// walk leaves out the folders in it that are roots of their own: they are read as such beside it, so that no file is
// in the index twice.
func place(ctx context.Context, store index.Store, reading *ingest.Options, o *index.Options) error {
	roots, err := store.Roots(ctx)
	if err != nil {
		return err
	}
	of := map[string]index.Root{}
	cover := func(root index.Root, below string) {
		if scope := (index.Scope{Root: root.Name, Below: below}); !slices.Contains(o.Scopes, scope) {
			o.Scopes = append(o.Scopes, scope)
		}
	}
	for _, path := range slices.Clone(reading.Paths) {
		whole, folder, single, err := folderOf(path)
		if path == "-" || err != nil {
			continue // reading it says what is wrong, and goes on with the others
		}
		root, below, known := index.Place(roots, folder, exists)
		if !known {
			roots = append(slices.DeleteFunc(roots, func(r index.Root) bool { return r.Name == root.Name }), root)
			o.Roots = append(o.Roots, root)
		}
		of[whole] = root
		if single {
			continue
		}
		cover(root, below)
		for _, inner := range index.Inside(roots, folder) {
			cover(inner, ".")
			if _, twice := of[inner.Path]; !twice && exists(inner.Path) {
				of[inner.Path] = inner
				reading.Paths = append(reading.Paths, inner.Path)
			}
		}
	}
	reading.Root = func(path string) (string, string) { return of[path].Name, of[path].Path }
	reading.Apart = func(folder string) bool {
		return slices.ContainsFunc(roots, func(r index.Root) bool { return r.Path == folder })
	}
	return nil
}

// outermost leaves out what lies in a folder that is named as well, or was named before.
func outermost(paths []string) []string {
	var out []string
	folders := map[string]bool{}
	for _, path := range paths {
		if whole, _, single, err := folderOf(path); err == nil && !single {
			folders[whole] = true
		}
	}
	named := map[string]bool{}
	for _, path := range paths {
		whole, _, _, err := folderOf(path)
		if path == "-" || err != nil {
			out = append(out, path)
			continue
		}
		if !named[whole] && !liesIn(folders, whole) {
			out = append(out, path)
		}
		named[whole] = true
	}
	return out
}

// liesIn reports whether a folder above a path is among folders.
func liesIn(folders map[string]bool, path string) bool {
	for up := filepath.Dir(path); up != path; path, up = up, filepath.Dir(up) {
		if folders[up] {
			return true
		}
	}
	return false
}

// folderOf is a path with its links resolved, as reading resolves them, and the folder that it is or lies in.
func folderOf(path string) (whole, folder string, single bool, err error) {
	if whole, err = filepath.EvalSymlinks(path); err != nil {
		return "", "", false, err
	}
	info, err := os.Stat(whole)
	if err == nil && !info.IsDir() {
		return whole, filepath.Dir(whole), true, nil
	}
	return whole, whole, false, err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
