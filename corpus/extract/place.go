package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// findPlaces proposes the places that title and body name, the dateline's left out: those are Filed.
func findPlaces(t *Text, f *Facts) {
	body := readToponyms(t, t.Text, t.Part, f)
	if t.Title != nil {
		f.Places = append(f.Places, readToponyms(t, t.Title, corpus.PartTitle, f).places()...)
	}
	f.Places = append(f.Places, body.places()...)
}

// readToponyms finds, weighs and resolves the place names of a part.
func readToponyms(t *Text, x *text.Text, part corpus.Part, f *Facts) *toponyms {
	p := newToponyms(t, x, part, f)
	p.find()
	p.weighNames()
	p.contain()
	p.states()
	p.weighMentions()
	p.resolve()
	p.weighScene()
	return p
}

func newToponyms(t *Text, x *text.Text, part corpus.Part, f *Facts) *toponyms {
	p := &toponyms{t: t, x: x, part: part, byName: map[gazetteer.Name]int{}, surnames: map[string]bool{}, nations: map[string]int{}}
	for _, who := range f.People {
		if who.Kind != corpus.Individual {
			continue
		}
		if who.Mention.Part == part && who.Mention.Len() > 0 {
			p.people = append(p.people, who.Mention)
		}
		if parts := strings.Fields(who.Canonical); len(parts) > 1 {
			p.surnames[parts[0]], p.surnames[parts[len(parts)-1]] = true, true
		}
	}
	if t.Dateline.Date.Len() > 0 { // "3 de Maio"
		p.datelined = append(p.datelined, t.Dateline.Date)
	}
	if t.Dateline.Wire.Len() > 0 { // "Interfax-Ukraine"
		p.datelined = append(p.datelined, t.Dateline.Wire)
	}
	for _, c := range f.Filed {
		p.datelined = append(p.datelined, c.Span)
		if e, ok := gazetteer.ByID(c.GeoNameID); ok && c.GeoNameID != 0 {
			p.filed = append(p.filed, e)
		}
	}
	return p
}

// places gives the mentions that are places, those outside what was kept and those of the dateline left out.
func (p *toponyms) places() []corpus.Place {
	var out []corpus.Place
	for i := range p.all {
		m := &p.all[i]
		if m.score < accepted || p.part == p.t.Part && (!p.t.Kept(m.start, m.end) || p.inDateline(m)) {
			continue
		}
		out = append(out, p.place(m))
	}
	return out
}

func (p *toponyms) inDateline(m *toponym) bool {
	return slices.ContainsFunc(p.datelined, func(s corpus.Span) bool { return s.Start < m.end && m.start < s.End })
}

// place makes a fact of a mention.
func (p *toponyms) place(m *toponym) corpus.Place {
	n := &p.names[m.name]
	rule, margin := "place/importance", n.margin
	if m.certain {
		rule, margin = "place/container", 5
	}
	w := p.x.Raw[m.start:m.end]
	out := placeOf(w, n.all()[m.entry])
	out.Ambiguous = margin < .7
	out.Evidence = corpus.Evidence{Span: corpus.Span{Part: p.part, Start: m.start, End: m.end}, Rule: rule, Trust: placeTrust(m.score, margin)}
	return out
}

// placeOf fills in what the gazetteer knows.
func placeOf(words string, e gazetteer.Entry) corpus.Place {
	return corpus.Place{
		Text: words, Name: e.Name, Country: e.Country, Admin: e.Admin1, GeoNameID: e.ID, Lat: e.Lat, Lon: e.Lon, Kind: e.Kind,
	}
}

// placeTrust turns the score of being a place and the margin over other places of the name into a trust.
func placeTrust(score, margin float64) float32 {
	return float32(min(.97, .55+.1*min(score-accepted, 3)) * min(1, .75+.12*margin))
}
