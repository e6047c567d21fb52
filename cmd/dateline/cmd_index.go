package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/corpus/format"
	"dateline/corpus/ingest"
	"dateline/index"
	"dateline/index/disk"
	"dateline/query"
)

func init() { register(indexCommand) }

func indexCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "index", Category: "Fill", ArgsUsage: "PATH...",
		Usage: "add or refresh articles: files, folders, archives, - for standard input",
		Description: "Unchanged files cost a look at their size and time, changed ones are replaced. Files that are gone\n" +
			"stay in the index, counted as missing, until --prune. An interrupted run goes on with the same command.\n\n" +
			"   dateline index ~/archive downloads.zip crawl.warc.gz\n" +
			"   dateline index dump.csv --map body=content --map date=posted",
		Flags: []cli.Flag{
			indexFlag(),
			&cli.BoolFlag{Name: "prune", Usage: "take articles out whose files are gone"},
			&cli.BoolFlag{Name: "no-extract", Usage: "dates, titles and datelines only: no quotes, people and places"},
			&cli.BoolFlag{Name: "again", Usage: "read what is unchanged too, and understand it anew: after an update, or with other flags"},
			&cli.BoolFlag{Name: "dry-run", Usage: "tell what would be read and what skipped, by the beginning of each file, and index nothing"},
			mapFlag(),
			&cli.IntFlag{Name: "workers", Usage: "read with `N` workers; 0 is one for each processor"},
			&cli.BoolFlag{Name: "q", Aliases: []string{"quiet"}, Usage: "no progress and no summary"},
		},
		Action: func(c *cli.Context) error { return h.index(c) },
	}
}

// mapFlag names columns for commands that read files.
func mapFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "map", Usage: "take a column that isn't recognised for what it is: `OURS=THEIRS`, like body=content"}
}

func (h *host) index(c *cli.Context) error {
	if !c.Args().Present() {
		return usage("index wants files or folders; `dateline index .` takes this folder")
	}
	reading, err := ingestOptions(c, h)
	if err != nil {
		return err
	}
	gone, err := leaveOut(&reading)
	if err != nil {
		return err
	}
	location, found, err := h.locate(c)
	if err != nil {
		return err
	}
	if c.Bool("dry-run") && !found {
		return h.dryRun(c, reading)
	}
	store, err := openStore(location)
	if err != nil {
		return err
	}
	defer store.Close()
	sum, err := h.write(c, store, location, reading)
	if err != nil || reading.DryRun {
		return err
	}
	sum.Skipped = append(gone, sum.Skipped...)
	return h.summary(c, location, sum)
}

// leaveOut takes the paths out that aren't there or lie in another one: the others are read. Where none is left, that is an error.
func leaveOut(reading *ingest.Options) ([]index.Skip, error) {
	var gone []index.Skip
	var there []string
	for _, path := range reading.Paths {
		if path == "-" || exists(path) {
			there = append(there, path)
			continue
		}
		gone = append(gone, index.Skip{Path: path, Reason: "there is no such file or folder"})
	}
	reading.Paths = outermost(there)
	if len(there) == 0 {
		return nil, usage("there is no file or folder %s", gone[0].Path)
	}
	return gone, nil
}

// openStore opens the index of a folder for writing, and makes it where there is none.
func openStore(location string) (*disk.Writer, error) {
	if !disk.IsIndex(location) {
		if err := disk.Create(location); err != nil {
			return nil, err
		}
	}
	return disk.OpenWriter(location, disk.Options{})
}

// ingestOptions reads the flags that say how files are read. Paths are made absolute, as the ledger names roots so.
func ingestOptions(c *cli.Context, h *host) (ingest.Options, error) {
	o := ingest.Options{Workers: c.Int("workers"), DryRun: c.Bool("dry-run"), Cache: h.cache(), Map: map[string]string{}}
	for _, arg := range c.Args().Slice() {
		if arg == "-" {
			o.Stdin = stoppable(c.Context, h.Stdin)
			o.Paths = append(o.Paths, arg)
			continue
		}
		whole, err := filepath.Abs(arg)
		if err != nil {
			return o, err
		}
		o.Paths = append(o.Paths, whole)
	}
	for _, m := range c.StringSlice("map") {
		ours, theirs, ok := strings.Cut(m, "=")
		if !ok {
			return o, usage("--map wants OURS=THEIRS, like body=content, not %q", m)
		}
		if known := format.Columns(); !slices.Contains(known, ours) {
			return o, usage("--map knows %s, and not %q", strings.Join(known, ", "), ours)
		}
		o.Map[ours] = theirs
	}
	facts := extract.Options{NoFacts: c.Bool("no-extract")}
	o.Understand = func(d *corpus.Draft) *corpus.Article { return extract.Article(d, facts) }
	return o, nil
}

// cache is the user's own folder for compiled readers, with which PDFs start in a tenth of the time. Who reads the first
// one makes it, for nobody else to write to; where it can't be made, each run compiles anew.
func (h *host) cache() string {
	base, err := h.CacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "dateline")
}

// write reads the paths into the store.
func (h *host) write(c *cli.Context, store index.Store, location string, reading ingest.Options) (index.Summary, error) {
	ctx := c.Context
	fixes, err := readFixes(location)
	if err != nil {
		return index.Summary{}, err
	}
	o := index.Options{Prune: c.Bool("prune"), Again: c.Bool("again"), Now: h.Clock}
	if err = place(ctx, store, &reading, &o); err != nil {
		return index.Summary{}, err
	}
	if !o.Again {
		if reading.Unchanged, reading.Held, err = ledger(ctx, store, len(reading.Map) > 0); err != nil {
			return index.Summary{}, err
		}
	}
	if reading.DryRun {
		return index.Summary{}, h.dryRun(c, reading)
	}
	progress := h.progress(c, reading)
	defer progress.Done()
	return index.Write(ctx, store, fixes.over(progress.Watch(ingest.Read(ctx, reading))), o)
}

// ledger tells whether a file is as the index knows it, by its size and time, and whether a record is, by its sum. Files
// of which something was skipped are not, with other columns than then. What is known is read beforehand, into some 30
// bytes a file and 20 a record, since the files are walked while the store is written.
func ledger(ctx context.Context, store index.Store, mapped bool) (unchanged func(corpus.File) bool, held func(corpus.ID, string) bool, err error) {
	type stamp struct{ size, time int64 }
	files := map[uint64]stamp{}
	file := func(f corpus.File) uint64 { return xxhash.Sum64String(f.Root + "\x00" + f.Path) }
	records := map[uint64]struct{}{}
	record := func(id corpus.ID, sum string) uint64 { return xxhash.Sum64String(string(id) + sum) }
	roots, err := store.Roots(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, root := range roots {
		for e, err := range store.Entries(ctx, root.Name) {
			if err != nil {
				return nil, nil, err
			}
			if !mapped || len(e.Skipped) == 0 {
				files[file(e.File)] = stamp{e.File.Size, e.File.ModTime}
			}
			for _, r := range e.Records {
				records[record(r.ID, r.Sum)] = struct{}{}
			}
		}
	}
	return func(f corpus.File) bool {
			s, ok := files[file(f)]
			return ok && s == stamp{f.Size, f.ModTime}
		}, func(id corpus.ID, sha256 string) bool {
			_, ok := records[record(id, index.SumOf(sha256))]
			return ok
		}, nil
}

// summary says what the run did, and lists what was skipped with the reasons.
func (h *host) summary(c *cli.Context, location string, sum index.Summary) error {
	if !c.Bool("q") {
		look, err := h.look(c)
		if err != nil {
			return err
		}
		held, err := holdings(c.Context, location)
		if err != nil {
			return err
		}
		look.Summary(term.Summary{New: sum.New, Changed: sum.Changed, Unchanged: sum.Unchanged, Removed: sum.Removed,
			Missing: sum.Missing, Skipped: skips(sum.Skipped),
			Articles: held.Articles, Undated: held.Undated, Copies: held.Articles - held.Stories})
	}
	if len(sum.Skipped) > 0 {
		return errSkipped
	}
	return nil
}

// holdings counts what an index holds.
func holdings(ctx context.Context, location string) (query.Stats, error) {
	r, err := disk.OpenReader(location)
	if err != nil {
		return query.Stats{}, err
	}
	defer r.Close()
	return r.Stats(ctx)
}

func skips(skipped []index.Skip) [][2]string {
	list := make([][2]string, len(skipped))
	for i, s := range skipped {
		list[i] = [2]string{s.Path, s.Reason}
	}
	return list
}

// dryRun lists the files that would be read, and those that by their beginnings would be skipped.
func (h *host) dryRun(c *cli.Context, reading ingest.Options) error {
	reading.Probe = true
	n, unchanged, skipped := 0, 0, 0
	for e := range ingest.Read(c.Context, reading) {
		switch {
		case !e.Done:
		case e.Err != nil:
			skipped++
			fmt.Fprintf(h.out, "skip %s: %s\n", term.CleanLine(e.File.Path), term.CleanLine(e.Err.Error()))
		case e.Unchanged:
			unchanged++
		default:
			n++
			fmt.Fprintf(h.out, "read %s\n", term.CleanLine(e.File.Path))
		}
	}
	h.footer.add("would read %s, skip %s; %s unchanged", term.Plural(n, "file"), term.Thousands(skipped), term.Thousands(unchanged))
	return c.Context.Err()
}

// progress watches a run on standard error.
func (h *host) progress(c *cli.Context, reading ingest.Options) *term.Progress {
	if c.Bool("q") {
		return term.NoProgress()
	}
	reading.DryRun = true
	return term.NewProgress(h.Stderr, h.Clock, !c.Bool("accessible"), func() (files int, bytes int64) {
		for e := range ingest.Read(c.Context, reading) {
			if e.Done && !e.Unchanged {
				files, bytes = files+1, bytes+e.File.Size
			}
		}
		return files, bytes
	})
}
