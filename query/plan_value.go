package query

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// value gives a value the keys that its field is looked up by.
func (p *planner) value(v Value) (Node, error) {
	switch {
	case v.Field == "id":
		return p.id(v)
	case v.Match == Exact:
		return v, nil
	case v.Field == "path":
		return anywhere(v), nil
	case v.Field == "url":
		return address(v), nil
	case v.Match == Prefix || v.Match == Wildcard:
		return pattern(v), nil
	}
	switch v.Field {
	case "speaker", "person", "author":
		v.Keys = p.person(v.Text)
	case "location", "filed", "about":
		v.Keys = placeKeys(v.Text)
	case "language":
		keys, err := p.language(v.Text)
		v.Keys = keys
		return orNothing(v), err
	default:
		v.Keys = []string{text.FoldPhrase(v.Text)}
	}
	return orNothing(v), nil
}

func orNothing(v Value) Node {
	v.Keys = slices.DeleteFunc(v.Keys, func(k string) bool { return k == "" })
	if len(v.Keys) == 0 {
		return Nothing{fmt.Sprintf("%s:%s names nobody and nothing", v.Field, v.Text)}
	}
	return v
}

// id finds the articles whose id begins so.
func (p *planner) id(v Value) (Node, error) {
	ids, err := p.s.Engine.IDs(p.ctx, strings.ToLower(v.Text), queryClauses)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		v.Keys = append(v.Keys, string(id))
	}
	v.Match = Stem
	return orNothing(v), nil
}

// person gives the keys of a name and of the user's aliases for it.
func (p *planner) person(name string) []string {
	keys := names.Lookup(name)
	for canonical, others := range p.s.Aliases {
		group := append([]string{canonical}, others...)
		if !slices.ContainsFunc(group, func(g string) bool { return text.FoldPhrase(g) == text.FoldPhrase(name) }) {
			continue
		}
		for _, g := range group {
			keys = append(keys, names.Lookup(g)...)
		}
		p.plan.Aliases = append(p.plan.Aliases, name+" = "+strings.Join(group, ", "))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
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

// languageNames are the names of languages that archives are mostly in; others go by their tag.
var languageNames = map[string]string{"arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr",
	"german": "de", "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "persian": "fa",
	"polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr",
	"ukrainian": "uk", "urdu": "ur"}

// language finds a language's tag with all its regions: "en" finds "en-GB".
func (p *planner) language(typed string) ([]string, error) {
	tag := strings.ToLower(typed)
	if t, ok := languageNames[tag]; ok {
		tag = t
	}
	all, err := p.s.Engine.Terms(p.ctx, "language", Pattern{}, 0)
	var keys []string
	for _, c := range all {
		if l := strings.ToLower(c.Value); l == tag || strings.HasPrefix(l, tag+"-") {
			keys = append(keys, c.Value)
		}
	}
	return keys, err
}

// pattern looks for the terms that values are looked up by, which are folded.
func pattern(v Value) Value {
	v.Text = foldPattern(v.Text)
	if v.Field != "language" {
		v.Field += ".key"
	}
	return v
}

// anywhere looks for a text, or a pattern, in any part of a value.
func anywhere(v Value) Value {
	v.Text, v.Match = "*"+v.Text+"*", Wildcard
	return v
}

// address looks up a host with all below it, or a part of an address.
func address(v Value) Node {
	s := strings.ToLower(strings.TrimSuffix(v.Text, "/"))
	if v.Match != Stem {
		v.Field, v.Text = "url.key", s
		return anywhere(v)
	}
	if strings.Contains(s, "://") {
		v.Keys = []string{s, s + "/"}
		return v
	}
	if strings.Contains(s, "/") {
		v.Field, v.Text = "url.key", s
		return anywhere(v)
	}
	v.Keys = []string{s, strings.TrimPrefix(s, "www.")}
	return v
}

// nearKm is how far around a point near: looks where it doesn't say.
const nearKm = 50

// around resolves "Raqqa,50km", "Paris, Texas, 20mi" or "35.95,39.01,50km".
func around(n Around) (Node, error) {
	parts := strings.Split(n.Text, ",")
	km := float64(nearKm)
	if last := len(parts) - 1; last > 0 {
		if d, ok := distanceKm(parts[last]); ok {
			km, parts = d, parts[:last]
		}
	}
	n.Km = km
	if len(parts) == 2 {
		lat, err1 := strconv.ParseFloat(strings.TrimSpace(parts[0]), 64)
		lon, err2 := strconv.ParseFloat(strings.TrimSpace(parts[1]), 64)
		if err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 {
			n.Lat, n.Lon = lat, lon
			return n, nil
		}
	}
	name := strings.TrimSpace(strings.Join(parts, ","))
	for _, e := range places(name) {
		if e.Kind != corpus.Continent {
			n.Lat, n.Lon = e.Lat, e.Lon
			return n, nil
		}
	}
	return Nothing{fmt.Sprintf("near: knows no place %q", name)}, nil
}

// distanceKm reads "50km", "50 km", "30mi" or "500m".
func distanceKm(s string) (float64, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, u := range []struct {
		name string
		km   float64
	}{{"km", 1}, {"miles", 1.609344}, {"mi", 1.609344}, {"m", 0.001}} {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			return f * u.km, err == nil && f >= 0
		}
	}
	return 0, false
}
