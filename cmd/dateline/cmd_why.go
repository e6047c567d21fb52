package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/corpus"
	"dateline/corpus/extract"
	"dateline/query/export"
)

func init() { register(whyCommand) }

func whyCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "why", Category: "Read", ArgsUsage: "ID [FIELD...]",
		Usage: "each value of an article with the rule, trust and source text behind it, and what was rejected",
		Description: "The source is read again for its own words and the rejected candidates; where it has changed, the\n" +
			"evidence that the index keeps is shown alone.\n\n" +
			"   dateline why 3f2a9c date\n" +
			"   dateline why 3f2a9c speaker location",
		Flags: []cli.Flag{
			indexFlag(),
			jsonFlag(),
		},
		Action: func(c *cli.Context) error { return h.why(c) },
	}
}

func (h *host) why(c *cli.Context) error {
	r, a, err := h.readArticle(c)
	if err != nil {
		return err
	}
	defer r.Close()
	d, err := r.draft(c.Context, a)
	if err != nil {
		if !errors.Is(err, errChanged) && c.Context.Err() != nil {
			return err
		}
		h.footer.add("note: %s", err)
		d = &corpus.Draft{Part: a.Part}
	}
	all := reasonsOf(a, d)
	reasons := wanted(all, c.Args().Tail())
	if len(reasons) == 0 {
		h.footer.add("nothing is known of that here; there are reasons for %s", strings.Join(fieldsOf(all), ", "))
		return errNothing
	}
	if c.Bool("json") {
		return h.encode(struct {
			Schema  string        `json:"schema"`
			ID      corpus.ID     `json:"id"`
			Reasons []term.Reason `json:"reasons"`
		}{"dateline/why/1", a.ID, reasons})
	}
	look, err := h.look(c)
	if err != nil {
		return err
	}
	look.Reasons(reasons)
	return nil
}

// byPlace puts the mentions of a place together, in the order of their first ones.
func byPlace(places []corpus.Place) []corpus.Place {
	first := map[string]int{}
	for i, p := range places {
		if _, seen := first[placeText(p)]; !seen {
			first[placeText(p)] = i
		}
	}
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(a, b corpus.Place) int { return first[placeText(a)] - first[placeText(b)] })
	return places
}

// fieldsOf are the fields that there are reasons for, in their order.
func fieldsOf(reasons []term.Reason) []string {
	var fields []string
	for _, r := range reasons {
		fields = append(fields, r.Field)
	}
	return slices.Compact(fields)
}

// wanted keeps the fields that were asked for; none means all.
func wanted(reasons []term.Reason, fields []string) []term.Reason {
	if len(fields) == 0 {
		return reasons
	}
	var kept []term.Reason
	for _, r := range reasons {
		for _, f := range fields {
			if f = strings.ToLower(f); r.Field == f || r.Field == f+"s" || slices.Contains(askedAs[f], r.Field) {
				kept = append(kept, r)
			}
		}
	}
	return kept
}

// askedAs are the fields that go by the query language's names.
var askedAs = map[string][]string{
	"speaker": {"quotes"}, "speakers": {"quotes"}, "role": {"quotes"}, "said": {"quotes"},
	"location": {"filed", "about"}, "place": {"filed", "about"}, "places": {"filed", "about"},
	"published": {"date"}, "lang": {"language"}, "by": {"author"},
}

// reasonsOf lists what is believed of an article, and behind each field what was not.
func reasonsOf(a *corpus.Article, d *corpus.Draft) []term.Reason {
	w := reasoner{a: a, d: d}
	if d.Text != "" {
		e := extract.Explain(d, extract.Options{})
		w.rejected = e.Rejected
		own := reasoner{a: e.Article, d: d}
		own.values()
		w.overruled = own.reasons
	}
	w.values()
	for _, p := range a.Filed {
		w.place("filed", p)
	}
	for _, p := range byPlace(a.Places) {
		w.place("about", p)
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		e := q.Evidence
		if e.Span.Len() == 0 {
			e.Span = q.Content()
		}
		w.add("quotes", speakerText(q)+": "+export.Excerpt(a, q.Content()), e)
		w.attribution(q)
	}
	w.rest()
	return w.reasons
}

// A reasoner collects reasons in the order of the fields.
type reasoner struct {
	a        *corpus.Article
	d        *corpus.Draft
	rejected []extract.Rejected
	// overruled are the values that the source gives for fields that a human may have corrected.
	overruled []term.Reason
	reasons   []term.Reason
	last      string
}

// values lists the fields that have one value or a list of texts.
func (w *reasoner) values() {
	w.add("date", export.Published(w.a.Published), w.a.Published.Evidence)
	w.value("title", w.a.Title)
	for _, v := range w.a.Author {
		w.value("author", v)
	}
	w.value("outlet", w.a.Outlet)
	w.value("wire", w.a.Wire)
	w.value("language", w.a.Language)
	w.value("section", w.a.Section)
	w.value("url", w.a.URL)
}

// attribution says what words the last quote's speaker was told by.
func (w *reasoner) attribution(q *corpus.Quote) {
	quote := &w.reasons[len(w.reasons)-1]
	for _, m := range []term.Mention{{What: "speaker", Span: q.Speaker.Mention}, {What: "cue", Span: q.Cue}} {
		if m.Words = w.words(m.Span); m.Words != "" {
			quote.Beside = append(quote.Beside, m)
		}
	}
}

func (w *reasoner) value(field string, v corpus.Value) { w.add(field, v.Text, v.Evidence) }

func (w *reasoner) place(field string, p corpus.Place) { w.add(field, placeText(p), p.Evidence) }

// placeText names a place, with its kind and point.
func placeText(p corpus.Place) string {
	name := export.Name(p)
	switch {
	case !p.IsResolved():
		name += " (unresolved)"
	default:
		name += fmt.Sprintf(" (%s, %.2f, %.2f)", p.Kind, p.Lat, p.Lon)
	}
	if p.Ambiguous {
		name += " ambiguous"
	}
	return name
}

func (w *reasoner) add(field, value string, e corpus.Evidence) {
	if field != w.last {
		w.reject(w.last)
		w.last = field
	}
	if value == "" && e.Rule == "" {
		return
	}
	w.reasons = append(w.reasons, term.Reason{Field: field, Value: value, Rule: e.Rule, Trust: e.Trust, Span: e.Span,
		Words: w.words(e.Span)})
	if e.Rule != humanRule {
		return
	}
	for _, r := range w.overruled {
		if r.Field == field && r.Value != value {
			r.Rejected = "corrected by hand"
			w.reasons = append(w.reasons, r)
		}
	}
}

// reject lists, once, the candidates of a field that were not believed.
func (w *reasoner) reject(field string) {
	var left []extract.Rejected
	for _, r := range w.rejected {
		if r.Field != field {
			left = append(left, r)
			continue
		}
		w.reasons = append(w.reasons, term.Reason{Field: field, Value: r.Value, Rule: r.Rule, Trust: r.Trust, Span: r.Span,
			Words: w.words(r.Span), Rejected: r.Why})
	}
	w.rejected = left
}

// rest lists the candidates of fields that have no value.
func (w *reasoner) rest() {
	w.reject(w.last)
	for len(w.rejected) > 0 {
		w.reject(w.rejected[0].Field)
	}
}

// words are the source text of a span: of the record as it was read again, else as far as the article keeps it.
func (w *reasoner) words(s corpus.Span) string {
	text := w.d.Text
	switch key, isMeta := strings.CutPrefix(string(s.Part), string(corpus.MetaPart(""))); {
	case isMeta:
		text = w.d.Meta[key]
	case s.Part == corpus.PartTitle && w.d.Title != "":
		text = w.d.Title
	case text == "":
		return export.Excerpt(w.a, s)
	}
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

func speakerText(q *corpus.Quote) string {
	switch s := q.Speaker; {
	case s.Canonical != "":
		return s.Canonical
	case s.Text != "":
		return s.Text
	}
	return "unresolved"
}
