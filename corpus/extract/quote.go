package extract

import (
	"fmt"
	"os"
	"dateline/corpus"
	"dateline/corpus/text"
)

// findQuotes finds who said what, in the title and the body, and who is named there.
func findQuotes(t *Text, f *Facts) {
	r := readSpeech(t.Text, t.Part)
	for _, a := range r.attributions() {
		f.Quotes = append(f.Quotes, r.quote(a))
	}
}

// quote turns an attribution into spans of bytes.
func (r *reading) quote(a attribution) corpus.Quote {
	q := corpus.Quote{Kind: corpus.Indirect, Evidence: corpus.Evidence{Rule: "quote/" + a.rule + debugRule(a), Trust: .5}}
	for _, p := range a.pieces {
		q.Words = append(q.Words, r.span(p))
	}
	if a.cue.End > a.cue.Start {
		q.Cue = r.span(a.cue)
	}
	if a.source.found() {
		m := r.span(text.Range{Start: a.source.start, End: a.source.end})
		q.Speaker = corpus.Person{Text: r.t.Raw[m.Start:m.End], Mention: m, Kind: corpus.Individual}
		q.Speaker.Canonical = q.Speaker.Text
	}
	return q
}

func (r *reading) span(x text.Range) corpus.Span {
	s := corpus.Span{Part: r.part, Start: int(r.t.Words[x.Start].Start), End: int(r.t.Words[x.End-1].End)}
	return s
}

func debugRule(a attribution) string { if os.Getenv("QD")=="" {return ""}; return fmt.Sprintf("|%d|%s|%v%v", a.stance, a.verb.stem, a.source.far, a.inverted) }
