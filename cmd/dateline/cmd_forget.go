package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/corpus"
	"dateline/index"
	"dateline/index/disk"
)

func init() { register(forgetCommand) }

func forgetCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "forget", Category: "Fill", ArgsUsage: "PATH|ID...",
		Usage: "take articles out of the index for good, and out of its older generations",
		Description: "PATH is a file or folder that was indexed; it needs not be there any more. What is forgotten does not come\n" +
			"back when its folder is indexed again: fixes.tsv beside the index lists it. The files stay as they are.\n\n" +
			"   dateline forget archive/private 3f2a9c",
		Flags:  []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error { return h.forget(c) },
	}
}

func (h *host) forget(c *cli.Context) (err error) {
	if !c.Args().Present() {
		return usage("forget wants paths or ids")
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	var gone oblivion
	for _, arg := range c.Args().Slice() {
		if err := gone.add(r, arg); err != nil {
			return errors.Join(err, r.Close())
		}
	}
	// The reader holds a generation, which could not be removed while it is open.
	if err := r.Close(); err != nil {
		return err
	}
	store, err := disk.OpenWriter(r.location, disk.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	// The list first: an article that is out of the index and not on the list would come back.
	if err := gone.list(r.location); err != nil {
		return err
	}
	if err := gone.from(c.Context, store); err != nil {
		return err
	}
	h.footer.add("forgot %s", term.Plural(len(gone.ids), "article"))
	return nil
}

// Oblivion is what is to be forgotten.
type oblivion struct {
	ids     []corpus.ID
	entries []index.Entry // of files, without what was read from them
	rows    [][]string    // for the table of fixes
}

// list puts it into the table of fixes, and takes out what was corrected in those articles.
func (o *oblivion) list(location string) error {
	rows, err := readRows(location, fixFile, 3)
	if err != nil {
		return err
	}
	for _, id := range o.ids {
		rows = without(rows, string(id))
	}
	for _, row := range o.rows {
		rows = append(without(rows, row[0]), row)
	}
	return writeRows(location, fixFile, rows)
}

// add finds what an argument names: an indexed file or folder, else an article's id.
func (o *oblivion) add(r *reading, arg string) error {
	whole, err := filepath.Abs(arg)
	if err != nil {
		return err
	}
	roots, err := r.disk.Roots(r.ctx)
	if err != nil {
		return err
	}
	before := len(o.entries)
	for _, root := range roots {
		below, ok := index.Below(root.Path, whole)
		if _, holds := index.Below(whole, root.Path); holds {
			below, ok = ".", true
		}
		if !ok {
			continue
		}
		if err := o.addFiles(r, root, below); err != nil {
			return err
		}
	}
	if len(o.entries) > before {
		return nil
	}
	a, err := r.article(arg)
	if err != nil {
		return usage("%s is no file or folder that was indexed, and no article's id begins so", arg)
	}
	o.ids = append(o.ids, a.ID)
	o.rows = append(o.rows, []string{string(a.ID), forgetField, ""})
	return o.addRecord(r, a)
}

// addRecord takes an article out of its file's entry, where others may stand beside it.
func (o *oblivion) addRecord(r *reading, a *corpus.Article) error {
	path, _, _ := strings.Cut(a.Source.Path, "!")
	isFile := func(e index.Entry) bool { return e.Key() == index.FileKey{Root: a.Source.Root, Path: path} }
	i := slices.IndexFunc(o.entries, isFile)
	if i < 0 {
		e, ok, err := r.disk.Entry(r.ctx, a.Source.Root, path)
		if err != nil || !ok {
			return err
		}
		i, o.entries = len(o.entries), append(o.entries, e)
	}
	e := &o.entries[i]
	e.Records = slices.DeleteFunc(slices.Clone(e.Records), func(held index.Record) bool { return held.ID == a.ID })
	return nil
}

func (o *oblivion) addFiles(r *reading, root index.Root, below string) error {
	found := false
	for e, err := range r.disk.Entries(r.ctx, root.Name) {
		if err != nil {
			return err
		}
		if below != "." && e.File.Path != below && !strings.HasPrefix(e.File.Path, below+"/") {
			continue
		}
		found = true
		for _, record := range e.Records {
			o.ids = append(o.ids, record.ID)
		}
		e.Records, e.Skipped = nil, nil
		o.entries = append(o.entries, e)
	}
	if found {
		o.rows = append(o.rows, []string{strings.TrimSuffix(root.Name+"/"+below, "/."), forgetField, ""})
	}
	return nil
}

// from takes it out of the index, and the index's segments and generations with it.
func (o *oblivion) from(ctx context.Context, store *disk.Writer) error {
	if err := store.Apply(ctx, index.Batch{Delete: o.ids, Entries: o.entries}); err != nil {
		return err
	}
	stories, err := store.Stories(ctx)
	if err != nil {
		return err
	}
	return store.Compact(ctx, o.without(stories))
}

// without takes the articles out of the table of stories. The next run of indexing compares what is left anew.
func (o *oblivion) without(s index.Stories) index.Stories {
	isGone := make(map[corpus.ID]bool, len(o.ids))
	for _, id := range o.ids {
		isGone[id] = true
	}
	var left index.Stories
	for _, g := range s.Groups {
		g = slices.DeleteFunc(slices.Clone(g), func(id corpus.ID) bool { return isGone[id] })
		if len(g) > 1 {
			left.Groups = append(left.Groups, g)
		}
	}
	for _, pair := range s.Alike {
		if !isGone[pair[0]] && !isGone[pair[1]] {
			left.Alike = append(left.Alike, pair)
		}
	}
	return left
}
