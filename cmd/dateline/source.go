package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/corpus/ingest"
	"dateline/index"
	"dateline/query/export"
)

func articleObject(a *corpus.Article) *export.Object { return export.Article(a, "") }

// encode prints v as a line of JSON.
func (h *host) encode(v any) error {
	line, err := export.Encode(v)
	if err != nil {
		return err
	}
	_, err = h.out.Write(line)
	return err
}

// file is where the file of an article lies on this machine: containers are files, their members are none.
func (r *reading) file(a *corpus.Article) (string, error) {
	roots, err := r.disk.Roots(r.ctx)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(roots, func(root index.Root) bool { return root.Name == a.Source.Root })
	if i < 0 {
		return "", fmt.Errorf("the article was read from %s, which is no folder", a.Source.Root)
	}
	below, _, _ := strings.Cut(a.Source.Path, "!")
	path := filepath.Join(roots[i].Path, filepath.FromSlash(below))
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("the file is gone from where it was indexed: %w", err)
	}
	return path, nil
}

// copySource writes the bytes of the article's file to standard output.
func (h *host) copySource(r *reading, a *corpus.Article) error {
	path, err := r.file(a)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(h.out, f)
	return err
}

// errChanged says that the source is no longer what was indexed.
var errChanged = errors.New("the file has changed since it was indexed: run `dateline index` on it")

// draft reads an article's record again, as it was when it was indexed.
func (r *reading) draft(ctx context.Context, a *corpus.Article) (*corpus.Draft, error) {
	path, err := r.file(a)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	drafts := make(chan *corpus.Draft, 1)
	o := ingest.Options{Paths: []string{path}, Workers: 1, Cache: r.cache,
		Root: func(string) (string, string) { return a.Source.Root, rootOf(path, a) },
		Understand: func(d *corpus.Draft) *corpus.Article {
			if d.Source.SHA256 == a.Source.SHA256 && d.Source.Path == a.Source.Path {
				select {
				case drafts <- d:
				default:
				}
			}
			return extract.Article(d, extract.Options{NoFacts: true})
		}}
	for range ingest.Read(ctx, o) {
		if len(drafts) > 0 {
			break
		}
	}
	if len(drafts) == 0 {
		return nil, errChanged
	}
	return <-drafts, nil
}

// rootOf takes the article's path off the end of its file's.
func rootOf(path string, a *corpus.Article) string {
	below, _, _ := strings.Cut(a.Source.Path, "!")
	return strings.TrimSuffix(strings.TrimSuffix(path, filepath.FromSlash(below)), string(filepath.Separator))
}
