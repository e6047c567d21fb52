package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// folderName is what an index in a folder of articles is called.
const folderName = ".dateline"

func indexFlag() cli.Flag {
	return &cli.StringFlag{Name: "index", Usage: "the index is in `FOLDER` (or $DATELINE_INDEX; else the nearest .dateline upwards)"}
}

// locate finds the index: --index, DATELINE_INDEX, or the nearest .dateline upwards from the working directory. found
// is false where the last gave none; then location is where one would be made.
func (h *host) locate(c *cli.Context) (location string, found bool, err error) {
	location = c.String("index")
	if location == "" {
		location = h.Getenv("DATELINE_INDEX")
	}
	if strings.HasPrefix(location, "http://") || strings.HasPrefix(location, "https://") {
		return "", false, usage("%s: this dateline reads indexes in folders only, none over a network", location)
	}
	if location != "" {
		info, err := os.Stat(location)
		if errors.Is(err, fs.ErrNotExist) {
			return location, false, nil
		}
		if err == nil && !info.IsDir() {
			return "", false, usage("%s is a file, and an index is a folder", location)
		}
		return location, err == nil, err
	}
	return nearest()
}

func nearest() (string, bool, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", false, err
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, folderName)); err == nil && info.IsDir() {
			return filepath.Join(dir, folderName), true, nil
		}
		if dir == filepath.Dir(dir) {
			return filepath.Join(here, folderName), false, nil
		}
	}
}

// existing is locate for commands that read: no index is an error.
func (h *host) existing(c *cli.Context) (string, error) {
	location, found, err := h.locate(c)
	if err == nil && !found {
		err = usage("there is no index at %s: make one with `dateline index FOLDER`", location)
	}
	return location, err
}
