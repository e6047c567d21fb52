package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/index/disk"
)

func init() {
	register(checkCommand)
	register(repairCommand)
	register(compactCommand)
	register(copyCommand)
}

// errUnsound ends check and repair where something is wrong that they have told already.
var errUnsound = errors.New("the index is damaged")

func checkCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "check", Category: "Keep", Usage: "is the index sound: reads every byte of it, and changes nothing",
		Flags: []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error {
			return h.tend(c, func(location string) (disk.Report, error) { return disk.Check(c.Context, location) })
		},
	}
}

func repairCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "repair", Category: "Keep", Usage: "mend a damaged index: deletes nothing, and tells what is lost",
		Flags: []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error {
			return h.tend(c, func(location string) (disk.Report, error) { return disk.Repair(c.Context, location) })
		},
	}
}

// tend checks or repairs, and tells of it.
func (h *host) tend(c *cli.Context, work func(location string) (disk.Report, error)) error {
	location, err := h.existing(c)
	if err != nil {
		return err
	}
	report, err := work(location)
	for _, p := range report.Problems {
		fmt.Fprintf(h.out, "damaged: %s: %s\n", term.CleanLine(p.Path), term.CleanLine(p.What))
	}
	for _, s := range report.Done {
		fmt.Fprintln(h.out, "done: "+term.CleanLine(s))
	}
	for _, s := range report.Lost {
		fmt.Fprintln(h.out, "lost: "+term.CleanLine(s))
	}
	switch {
	case err != nil:
		return err
	case len(report.Done) > 0:
		fmt.Fprintf(h.out, "mended: %s in the index now\n", term.Plural(report.Articles, "article"))
		return nil
	case !report.IsSound():
		return fmt.Errorf("%w: run dateline repair", errUnsound)
	}
	fmt.Fprintf(h.out, "sound: %s, %s, %s read\n", term.Plural(report.Articles, "article"),
		term.Plural(report.Files, "file"), term.Bytes(report.Bytes))
	return nil
}

func compactCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "compact", Category: "Keep", Usage: "make the index smaller and faster, and drop its older generations",
		Flags: []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error {
			location, err := h.existing(c)
			if err != nil {
				return err
			}
			before, err := bytesUnder(location)
			if err != nil {
				return err
			}
			if err := disk.Compact(c.Context, location); err != nil {
				return err
			}
			after, err := bytesUnder(location)
			if err != nil {
				return err
			}
			fmt.Fprintf(h.out, "%s, was %s: %s saved\n", term.Bytes(after), term.Bytes(before), term.Bytes(max(0, before-after)))
			return nil
		},
	}
}

// bytesUnder adds up the files in a folder, those with several names once.
func bytesUnder(folder string) (total int64, err error) {
	seen := map[int64][]fs.FileInfo{} // by size, for only files of one size can be the same
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(seen[info.Size()], func(other fs.FileInfo) bool { return os.SameFile(info, other) }) {
			seen[info.Size()] = append(seen[info.Size()], info)
			total += info.Size()
		}
		return nil
	})
	return total, err
}

func copyCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "copy", Category: "Keep", ArgsUsage: "FOLDER", Usage: "back the index up to a new folder, also while it is in use",
		Flags:  []cli.Flag{indexFlag()},
		Action: func(c *cli.Context) error { return h.copy(c) },
	}
}

// copy copies the index and the user's own tables beside it.
func (h *host) copy(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage("copy wants one new folder to copy the index to")
	}
	location, err := h.existing(c)
	if err != nil {
		return err
	}
	dest := c.Args().First()
	if err := disk.Copy(c.Context, location, dest); err != nil {
		return err
	}
	for name, cells := range map[string]int{aliasFile: 2, fixFile: 3} {
		rows, err := readRows(location, name, cells)
		if err == nil && len(rows) > 0 {
			err = writeRows(dest, name, rows)
		}
		if err != nil {
			return err
		}
	}
	h.footer.add("copied to %s", filepath.Clean(dest))
	return nil
}
