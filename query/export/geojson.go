package export

import (
	"io"
	"iter"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "geojson", Ext: ".geojson", Type: "application/geo+json", Write: writeGeoJSON})
}

// The feature of RFC 7946 that a place mention becomes.
type (
	feature struct {
		Type       string     `json:"type"`
		Geometry   point      `json:"geometry"`
		Properties properties `json:"properties"`
	}
	point struct {
		Type        string     `json:"type"`
		Coordinates [2]float64 `json:"coordinates"` // longitude first
	}
	properties struct {
		ID        string  `json:"id"`
		Rank      int     `json:"rank"`
		Title     string  `json:"title"`
		Date      string  `json:"date,omitempty"`
		Outlet    string  `json:"outlet,omitempty"`
		URL       string  `json:"url,omitempty"`
		Path      string  `json:"path"`
		In        string  `json:"in"` // "dateline" or "text"
		Text      string  `json:"text"`
		Name      string  `json:"name"`
		Country   string  `json:"country,omitempty"`
		Kind      string  `json:"kind"`
		GeoNameID int     `json:"geonameid,omitempty"`
		Ambiguous bool    `json:"ambiguous"`
		Trust     float32 `json:"trust"`
	}
)

// writeGeoJSON writes a point a place mention. Places that were not resolved have no point and are left out.
func writeGeoJSON(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	if _, err := io.WriteString(w, `{"type":"FeatureCollection","features":[`+"\n"); err != nil {
		return err
	}
	between := ""
	for r, err := range articles(rows, o) {
		if err != nil {
			return err
		}
		for _, f := range features(&r) {
			line, err := Encode(f)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, between+string(line)); err != nil {
				return err
			}
			between = ","
		}
	}
	_, err := io.WriteString(w, "]}\n")
	return err
}

func features(r *Row) []feature {
	var all []feature
	for _, p := range r.Article.Filed {
		if p.IsResolved() {
			all = append(all, featureOf(r, p, "dateline"))
		}
	}
	for _, p := range r.Article.Places {
		if p.IsResolved() {
			all = append(all, featureOf(r, p, "text"))
		}
	}
	return all
}

func featureOf(r *Row, p corpus.Place, in string) feature {
	a := r.Article
	return feature{"Feature", point{"Point", [2]float64{p.Lon, p.Lat}}, properties{
		ID: string(a.ID), Rank: r.Rank, Title: a.Title.Text, Date: Published(a.Published), Outlet: a.Outlet.Text,
		URL: a.URL.Text, Path: a.Source.Path, In: in, Text: p.Text, Name: p.Name, Country: p.Country,
		Kind: string(p.Kind), GeoNameID: p.GeoNameID, Ambiguous: p.Ambiguous, Trust: p.Trust,
	}}
}
