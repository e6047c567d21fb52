package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/query/export"
)

// The user's own aliases and corrections lie beside the index as plain tables, a line each, so that they outlive it
// and can be read, edited and backed up by hand.
const (
	aliasFile = "aliases.tsv" // canonical name, alias
	fixFile   = "fixes.tsv"   // id, field, value
)

// readRows reads a table of the index's folder; one that isn't there is empty.
func readRows(location, name string, cells int) ([][]string, error) {
	f, err := os.Open(filepath.Join(location, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows [][]string
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if line := strings.TrimSpace(s.Text()); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.SplitN(s.Text(), "\t", cells)
		if len(row) < cells {
			return nil, fmt.Errorf("%s, line %d: wants %d cells with tabs between them", f.Name(), n, cells)
		}
		rows = append(rows, row)
	}
	return rows, s.Err()
}

func writeRows(location, name string, rows [][]string) error {
	return export.Save(filepath.Join(location, name), func(w io.Writer) error {
		for _, row := range rows {
			for i, cell := range row {
				row[i] = strings.Join(strings.Fields(cell), " ")
			}
			if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
				return err
			}
		}
		return nil
	})
}

// readAliases gives, for each canonical name, what else the person goes by.
func readAliases(location string) (map[string][]string, error) {
	rows, err := readRows(location, aliasFile, 2)
	aliases := map[string][]string{}
	for _, row := range rows {
		aliases[row[0]] = append(aliases[row[0]], row[1])
	}
	return aliases, err
}

// without drops the rows that begin with the given cells.
func without(rows [][]string, cells ...string) [][]string {
	return slices.DeleteFunc(rows, func(row []string) bool { return slices.Equal(row[:len(cells)], cells) })
}
