package query

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// location gives the keys of all places that a value may mean, and notes where they are several of weight.
func (p *planner) location(v Value) []string {
	if labels := senses(v.Text); len(labels) > 1 {
		p.note("%s:%s looks for %s; write one of these to narrow it", v.Field, v.Text, orList(labels))
	}
	return placeKeys(v.Text)
}

// note adds a note, once.
func (p *planner) note(format string, args ...any) {
	if s := fmt.Sprintf(format, args...); !slices.Contains(p.plan.Notes, s) {
		p.plan.Notes = append(p.plan.Notes, s)
	}
}

// placeKeys gives the keys of all places of a name, of the countries of a continent, a part of the world or a union, and the
// name's own words for places that nothing resolved. Behind a comma stands what they lie in: "Paris, Texas".
func placeKeys(name string) []string {
	entries := places(name)
	members := gazetteer.Members(name)
	for _, e := range entries {
		members = append(members, gazetteer.Members(e.Name)...)
	}
	var keys []string
	if len(entries) == 0 || !strings.Contains(name, ",") {
		keys = append(keys, text.FoldPhrase(name))
	}
	for _, e := range append(entries, members...) {
		keys = append(keys, PlaceKey(e.ID))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// PlaceKey is the term under which a place of the gazetteer is looked up.
func PlaceKey(geoNameID int) string { return "g" + strconv.Itoa(geoNameID) }

// placeOf finds the place whose key a term is.
func placeOf(key string) (gazetteer.Entry, bool) {
	digits, _ := strings.CutPrefix(key, "g")
	id, err := strconv.Atoi(digits)
	if err != nil || key == digits {
		return gazetteer.Entry{}, false
	}
	return gazetteer.ByID(id)
}

// PlaceKeys are the terms that find a place: its number, those of the country and region that it lies in, and the words
// that stand there.
func PlaceKeys(p corpus.Place) []string {
	keys := []string{text.FoldPhrase(p.Text), text.FoldPhrase(p.Name)}
	if p.GeoNameID == 0 {
		return keys
	}
	keys = append(keys, PlaceKey(p.GeoNameID))
	if e, ok := gazetteer.ByID(p.GeoNameID); ok {
		for _, c := range e.Containers {
			keys = append(keys, PlaceKey(c))
		}
	}
	return keys
}

// places gives the gazetteer's places of a name, "Paris" or "Paris, Texas", the best first. A place that goes by the name only
// in passing is left out behind one whose own it is: Homs is not Al Khums.
func places(name string) []gazetteer.Entry {
	whole := gazetteer.Lookup(name)
	if own := slices.IndexFunc(whole, func(e gazetteer.Entry) bool { return e.As <= gazetteer.Alias }); own >= 0 {
		rest := slices.DeleteFunc(whole[own:], func(e gazetteer.Entry) bool { return e.As == gazetteer.Variant })
		whole = whole[:own+len(rest)]
	}
	head, container, ok := strings.Cut(name, ",")
	if len(whole) > 0 || !ok {
		return whole
	}
	container = strings.TrimSpace(container)
	in := map[int]bool{}
	for _, e := range gazetteer.Lookup(container) {
		in[e.ID] = true
	}
	return slices.DeleteFunc(gazetteer.Lookup(head), func(e gazetteer.Entry) bool {
		return !strings.EqualFold(e.Country, container) && !slices.ContainsFunc(e.Containers, func(c int) bool { return in[c] })
	})
}

// senses names the places of weight that a name may mean, each as it can be asked for alone: "Tripoli, LY" and "Tripoli, LB".
// It is one where all others are far smaller, lie in it or hold it: Paris, Mexico, New York.
func senses(name string) []string {
	const comparable = 20 // times as many people as this, and the smaller is not thought of
	entries := places(name)
	if len(entries) == 0 || strings.Contains(name, ",") || gazetteer.Members(name) != nil {
		return nil
	}
	var labels []string
	var kept []gazetteer.Entry
	for _, e := range entries {
		other := func(k gazetteer.Entry) bool {
			return slices.Contains(e.Containers, k.ID) || slices.Contains(k.Containers, e.ID) || math.Abs(e.Lat-k.Lat)+math.Abs(e.Lon-k.Lon) < 1
		}
		if e.As > gazetteer.Alias || e.Population*comparable < entries[0].Population || slices.ContainsFunc(kept, other) {
			continue
		}
		if l := label(e); !slices.Contains(labels, l) {
			kept, labels = append(kept, e), append(labels, l)
		}
	}
	return labels
}

// label names a place with what it lies in, as places reads it.
func label(e gazetteer.Entry) string { return e.Name + ", " + container(e) }

// container is the country that a place lies in, in the United States the state.
func container(e gazetteer.Entry) string {
	if in := e.Admin1; e.Country == "US" && in != "" && in != e.Name {
		return in
	}
	return e.Country
}

// orList joins names: `"a"`, `"b" or 3 more`.
func orList(labels []string) string {
	const most = 4
	quoted := make([]string, 0, most)
	for _, l := range labels[:min(most, len(labels))] {
		quoted = append(quoted, strconv.Quote(l))
	}
	s := strings.Join(quoted, ", ")
	if more := len(labels) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", s, more)
	}
	return s
}

// nearKm is how far around a point near: looks where it doesn't say.
const nearKm = 50

// around resolves "Raqqa,50km", "Raqqa 50", "Paris, Texas, 20mi" or "35.95,39.01,50km".
func (p *planner) around(n Around) (Node, error) {
	name := strings.TrimSpace(n.Text)
	if lat, lon, rest, ok := point(name); ok {
		n.Lat, n.Lon, n.Km = lat, lon, nearKm
		if rest = strings.Trim(rest, ", "); rest != "" {
			if n.Km, ok = distanceKm(rest); !ok {
				return Nothing{fmt.Sprintf("near: reads no distance in %q", rest)}, nil
			}
		}
		return n, nil
	}
	n.Km = nearKm
	if m := distanceAtEnd.FindStringSubmatchIndex(name); m != nil {
		if km, ok := distanceKm(name[m[2]:m[3]]); ok {
			n.Km, name = km, name[:m[0]]
		}
	}
	for _, e := range places(name) {
		if e.Kind == corpus.Continent {
			continue
		}
		n.Lat, n.Lon = e.Lat, e.Lon
		if labels := senses(name); len(labels) > 1 {
			p.note("near:%q is around %s; for another place of that name write %s", n.Text, label(e), orList(labels[1:]))
		}
		return n, nil
	}
	return Nothing{fmt.Sprintf("near: knows no place %q", name)}, nil
}

var (
	// distanceAtEnd finds ",50km", " 50 km" and ",50" behind a name.
	distanceAtEnd = regexp.MustCompile(`[,\s]\s*(\d[\d.]*\s*[a-z]*)\s*$`)
	// pointAtStart finds "35.95,39.01", "35.95 39.01" and "35.95° N, 39.01° E".
	pointAtStart = regexp.MustCompile(`^([-+]?\d[\d.]*)\s*°?\s*([NS]?)\s*[,;\s]\s*([-+]?\d[\d.]*)\s*°?\s*([EW]?)(?:[,;\s]|$)`)
)

// point reads a latitude and a longitude in degrees and gives what stands behind them.
func point(s string) (lat, lon float64, rest string, ok bool) {
	m := pointAtStart.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, "", false
	}
	lat, err1 := strconv.ParseFloat(m[1], 64)
	lon, err2 := strconv.ParseFloat(m[3], 64)
	if m[2] == "S" {
		lat = -lat
	}
	if m[4] == "W" {
		lon = -lon
	}
	return lat, lon, s[len(m[0]):], err1 == nil && err2 == nil && math.Abs(lat) <= 90 && math.Abs(lon) <= 180
}

// distanceKm reads "50km", "50 km", "30mi", "500m" or "50", which is of km.
func distanceKm(s string) (float64, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, u := range []struct {
		name string
		km   float64
	}{{"km", 1}, {"miles", 1.609344}, {"mi", 1.609344}, {"m", 0.001}, {"", 1}} {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			return f * u.km, err == nil && f >= 0
		}
	}
	return 0, false
}
