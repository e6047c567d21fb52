package main

import (
	_ "embed" // our own tables
	"fmt"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

var (
	//go:embed tables/countries.tsv
	countryTable string
	//go:embed tables/divisions.tsv
	divisionTable string
	//go:embed tables/regions.tsv
	regionTable string
	//go:embed tables/cities.tsv
	cityTable string
)

// A row is a line of our own tables.
type row struct {
	code     string // of a country or division; the country of a region
	kind     corpus.PlaceKind
	lat, lon float64
	names    []string
	demonyms []string
}

func (w *world) readTables() error {
	var err error
	if w.countryRows, err = pointRows(countryTable); err != nil {
		return fmt.Errorf("countries.tsv: %w", err)
	}
	if w.divisionRows, err = pointRows(divisionTable); err != nil {
		return fmt.Errorf("divisions.tsv: %w", err)
	}
	for _, f := range lines(regionTable) {
		r := row{code: f[3], kind: corpus.PlaceKind(f[0]), names: list(f, 4), demonyms: list(f, 5)}
		if r.lat, r.lon, err = point2(f[1], f[2]); err != nil {
			return fmt.Errorf("regions.tsv: %w", err)
		}
		w.regionRows = append(w.regionRows, r)
	}
	w.cityRows = map[string]row{}
	for _, f := range lines(cityTable) {
		w.cityRows[f[0]+" "+f[1]] = row{names: list(f, 2)}
	}
	return nil
}

// pointRows reads a table of code, latitude, longitude, names, demonyms.
func pointRows(table string) (map[string]row, error) {
	m := map[string]row{}
	for _, f := range lines(table) {
		r := row{code: f[0], names: list(f, 3), demonyms: list(f, 4)}
		var err error
		if r.lat, r.lon, err = point2(f[1], f[2]); err != nil {
			return nil, err
		}
		m[f[0]] = r
	}
	return m, nil
}

func point2(lat, lon string) (float64, float64, error) {
	x, err := strconv.ParseFloat(lat, 64)
	if err != nil {
		return 0, 0, err
	}
	y, err := strconv.ParseFloat(lon, 64)
	return x, y, err
}

func lines(table string) [][]string {
	var out [][]string
	for l := range strings.Lines(table) {
		if l = strings.TrimRight(l, "\n"); l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

// list splits a field at its semicolons; a missing field is empty.
func list(f []string, i int) []string {
	if i >= len(f) || f[i] == "" {
		return nil
	}
	return strings.Split(f[i], ";")
}

// named gives names of our own tables their sort: two capitals are a postal code.
func named(names []string, codes bool) []gazetteer.Named {
	var out []gazetteer.Named
	for _, n := range names {
		as := gazetteer.Alias
		if codes && len(n) == 2 && n == strings.ToUpper(n) {
			as = gazetteer.Code
		}
		out = append(out, gazetteer.Named{Name: n, As: as})
	}
	return out
}
