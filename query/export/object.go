package export

import (
	"dateline/corpus"
	"dateline/query"
)

// The JSON form of articles, hits, quotes and matches. What is null or missing was not found.
type (
	objectValue struct {
		Text  string  `json:"text"`
		Rule  string  `json:"rule,omitempty"`
		Trust float32 `json:"trust"`
		Part  string  `json:"part,omitempty"`
		Start int     `json:"start"`
		End   int     `json:"end"`
	}
	objectDate struct {
		Earliest  string  `json:"earliest"`
		Latest    string  `json:"latest"`
		Precision string  `json:"precision"`
		Rule      string  `json:"rule"`
		Trust     float32 `json:"trust"`
		Part      string  `json:"part,omitempty"`
		Start     int     `json:"start"`
		End       int     `json:"end"`
		Text      string  `json:"text,omitempty"`
	}
	objectPlace struct {
		In        string   `json:"in,omitempty"`
		Part      string   `json:"part,omitempty"`
		Start     int      `json:"start"`
		End       int      `json:"end"`
		Text      string   `json:"text"`
		Name      string   `json:"name"`
		Kind      string   `json:"kind,omitempty"`
		Country   string   `json:"country"`
		Admin     string   `json:"admin,omitempty"`
		Lat       *float64 `json:"lat"`
		Lon       *float64 `json:"lon"`
		GeoNameID *int     `json:"geonameid"`
		Ambiguous bool     `json:"ambiguous,omitempty"`
		Rule      string   `json:"rule,omitempty"`
		Trust     float32  `json:"trust"`
	}
	objectSpan struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text,omitempty"`
	}
	objectSpeaker struct {
		Text    string      `json:"text"`
		Kind    string      `json:"kind"`
		Role    string      `json:"role,omitempty"`
		Mention *objectSpan `json:"mention"`
	}
	objectQuote struct {
		Part    string         `json:"part,omitempty"`
		Start   int            `json:"start"`
		End     int            `json:"end"`
		Spans   [][2]int       `json:"spans"`
		Text    string         `json:"text,omitempty"`
		Kind    string         `json:"kind"`
		Cue     *objectSpan    `json:"cue"`
		Speaker *objectSpeaker `json:"speaker"`
		Via     string         `json:"via,omitempty"`
		Rule    string         `json:"rule,omitempty"`
		Trust   float32        `json:"trust"`
	}
	objectMatch struct {
		Part  string `json:"part"` // "body" or "title": what start and end count in
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
		In    string `json:"in"` // the same match where the article's file counts
		From  int    `json:"from"`
		To    int    `json:"to"`
	}
)

// An Object is an article as JSON. Offsets are bytes; those of facts count in Part unless they say otherwise: in the
// record's text, or for formats with markup in the body.
type Object struct {
	Schema    string        `json:"schema"`
	Rank      int           `json:"rank,omitempty"`
	Score     *float64      `json:"score,omitempty"`
	ID        string        `json:"id"`
	Key       string        `json:"key,omitempty"`
	Story     string        `json:"story,omitempty"`
	Copies    int           `json:"copies,omitempty"`
	Path      string        `json:"path"`
	Record    string        `json:"record,omitempty"`
	Title     string        `json:"title"`
	Body      string        `json:"body"`
	URL       string        `json:"url,omitempty"`
	Language  string        `json:"language,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Wire      string        `json:"wire,omitempty"`
	Section   string        `json:"section,omitempty"`
	Author    []string      `json:"author"`
	Tags      []string      `json:"tags,omitempty"`
	SHA256    string        `json:"sha256,omitempty"`
	Part      string        `json:"part"`
	Kept      [][3]int      `json:"kept,omitempty"` // [text, body, length]: where the body's pieces stand
	Published *objectDate   `json:"published"`
	Filed     []objectPlace `json:"filed"`
	Places    []objectPlace `json:"places"`
	People    []string      `json:"people,omitempty"`
	Quotes    []objectQuote `json:"quotes"`
	Evidence  evidence      `json:"evidence,omitempty"`
	Matches   []objectMatch `json:"matches,omitempty"`
	Snippets  []string      `json:"snippets,omitempty"`
	Query     string        `json:"query,omitempty"`
	Notes     []string      `json:"notes,omitempty"`
}

// evidence holds the reason for each plain value, by the value's name.
type evidence map[string]objectValue

// Article makes the JSON form of an article. text is the draft's text where it is at hand, else "": then evidence
// outside title and body comes without its words.
func Article(a *corpus.Article, text string) *Object {
	m := maker{a, text}
	return &Object{
		Schema: "dateline/article/1", ID: string(a.ID), Key: a.Key, Story: string(a.Story),
		Path: a.Source.Path, Record: a.Source.Record, SHA256: a.Source.SHA256, Notes: a.Source.Notes,
		Title: a.Title.Text, Body: a.Body, URL: a.URL.Text, Language: a.Language.Text, Outlet: a.Outlet.Text,
		Wire: a.Wire.Text, Section: a.Section.Text, Author: append([]string{}, values(a.Author)...), Tags: a.Tags,
		Part: string(a.Part), Kept: kept(a), Published: m.date(a.Published), Filed: m.places(a.Filed, ""),
		Places: append(m.places(a.Filed, "dateline"), m.places(a.Places, "text")...), People: people(a),
		Quotes: m.quotes(a.Quotes), Evidence: m.evidence(),
	}
}

// HitObject makes the JSON form of a hit: the article's, with rank, score and matches.
func HitObject(h query.Hit, asked string) *Object {
	o := Article(h.Article, "")
	o.Schema, o.Rank, o.Score, o.Copies, o.Query = "dateline/hit/1", h.Rank, &h.Score, h.Copies, asked
	for _, mark := range h.Marks {
		o.Matches = append(o.Matches, matchObject(h.Article, mark))
	}
	if s := Snippet(h); s != "" {
		o.Snippets = []string{s}
	}
	return o
}

func matchObject(a *corpus.Article, m query.Mark) objectMatch {
	in := Place(a, m)
	return objectMatch{Part: string(m.Part), Start: m.Start, End: m.End, Text: Marked(a, m),
		In: string(in.Part), From: in.Start, To: in.End}
}

// A maker makes the parts of one article's object.
type maker struct {
	a    *corpus.Article
	text string
}

func (m maker) words(s corpus.Span) string {
	if at := Shown(m.a, s); at.Part == corpus.PartBody {
		return m.a.Body[at.Start:at.End]
	}
	if m.text != "" && s.Part == m.a.Part && s.Start >= 0 && s.Start <= s.End && s.End <= len(m.text) {
		return m.text[s.Start:s.End]
	}
	return Excerpt(m.a, s)
}

func (m maker) date(d corpus.Date) *objectDate {
	if d.IsZero() {
		return nil
	}
	s := Shown(m.a, d.Span)
	return &objectDate{Earliest: Moment(d, d.Earliest), Latest: Moment(d, d.Latest), Precision: string(d.Precision),
		Rule: d.Rule, Trust: d.Trust, Part: string(s.Part), Start: s.Start, End: s.End, Text: m.words(d.Span)}
}

func (m maker) places(places []corpus.Place, in string) []objectPlace {
	all := []objectPlace{}
	for _, p := range places {
		s := Shown(m.a, p.Span)
		o := objectPlace{In: in, Part: m.otherPart(s), Start: s.Start, End: s.End, Text: p.Text,
			Name: p.Name, Kind: string(p.Kind), Country: p.Country, Admin: p.Admin, Ambiguous: p.Ambiguous,
			Rule: p.Rule, Trust: p.Trust}
		if p.IsResolved() {
			o.Lat, o.Lon = &p.Lat, &p.Lon
		}
		if p.GeoNameID != 0 {
			o.GeoNameID = &p.GeoNameID
		}
		all = append(all, o)
	}
	return all
}

// otherPart names a span's part where it is not the article's own.
func (m maker) otherPart(s corpus.Span) string {
	if s.Part == m.a.Part {
		return ""
	}
	return string(s.Part)
}

func (m maker) quotes(quotes []corpus.Quote) []objectQuote {
	all := []objectQuote{}
	for i := range quotes {
		all = append(all, m.quote(&quotes[i]))
	}
	return all
}

func (m maker) quote(q *corpus.Quote) objectQuote {
	content := Shown(m.a, q.Content())
	o := objectQuote{Part: m.otherPart(content), Start: content.Start, End: content.End, Spans: [][2]int{},
		Text: m.words(q.Content()), Kind: string(q.Kind), Cue: m.span(q.Cue), Via: q.Via, Rule: q.Rule, Trust: q.Trust}
	for _, w := range q.Words {
		w = Shown(m.a, w)
		o.Spans = append(o.Spans, [2]int{w.Start, w.End})
	}
	if s := q.Speaker; s.Kind != "" {
		o.Speaker = &objectSpeaker{Text: s.Canonical, Kind: string(s.Kind), Role: s.Role}
		if o.Speaker.Text == "" {
			o.Speaker.Text = s.Text
		}
		o.Speaker.Mention = m.span(s.Mention)
	}
	return o
}

func (m maker) span(s corpus.Span) *objectSpan {
	if s.Len() == 0 {
		return nil
	}
	at := Shown(m.a, s)
	return &objectSpan{at.Start, at.End, m.words(s)}
}

// evidence lists the reasons for the plain values; the others carry theirs themselves.
func (m maker) evidence() evidence {
	all := evidence{}
	a := m.a
	for name, v := range map[string]corpus.Value{"title": a.Title, "outlet": a.Outlet, "wire": a.Wire,
		"language": a.Language, "url": a.URL, "section": a.Section} {
		if v.Text != "" && v.Rule != "" {
			all[name] = m.value(v)
		}
	}
	for i, v := range a.Author {
		if i == 0 && v.Rule != "" {
			all["author"] = m.value(v)
		}
	}
	return all
}

func (m maker) value(v corpus.Value) objectValue {
	s := Shown(m.a, v.Span)
	return objectValue{m.words(v.Span), v.Rule, v.Trust, string(s.Part), s.Start, s.End}
}

func kept(a *corpus.Article) [][3]int {
	var pieces [][3]int
	for _, k := range a.Kept {
		pieces = append(pieces, [3]int{k.Text, k.Body, k.Len})
	}
	return pieces
}

func people(a *corpus.Article) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range a.People {
		if !seen[p.Canonical] && p.Canonical != "" {
			seen[p.Canonical] = true
			names = append(names, p.Canonical)
		}
	}
	return names
}
