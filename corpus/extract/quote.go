package extract

import (
	"dateline/corpus"
	"dateline/corpus/text"
)

// findQuotes finds who said what, in the title and the body, and who is named there.
func findQuotes(t *Text, f *Facts) {
	r := readSpeech(t.Text, t.Part)
	c := readCast(r, t.tells)
	if t.Title != nil {
		title := readSpeech(t.Title, corpus.PartTitle)
		title.find(c.behind(title), func(int, int) bool { return true }, f)
	}
	f.People = append(f.People, c.people()...)
	r.find(c, t.tells, f)
}

// tells reports whether bytes of Draft.Text are the title or the body: there people speak, and are named.
func (t *Text) tells(start, end int) bool {
	for _, p := range t.Body {
		if p.Text <= start && end <= p.Text+p.Len {
			return true
		}
	}
	return t.Headline.Start <= start && end <= t.Headline.End
}

// find adds the quotes of a reading.
func (r *reading) find(c *cast, tells func(start, end int) bool, f *Facts) {
	v := newResolver(c)
	as := r.attributions()
	speakers := make([]corpus.Person, len(as))
	for i := range as {
		if as[i].far == 0 {
			speakers[i] = v.speaker(&as[i])
		}
	}
	via := make([]string, len(as))
	keep := r.cite(as, speakers, via)
	for i := range as {
		if via[i] == "" {
			via[i] = r.channel(&as[i])
		}
		if as[i].rule == "next" && speakers[as[i].far-1].Kind != corpus.Individual {
			keep[i] = false // too weak a sign to put words in anybody's mouth
		}
	}
	for i, a := range as {
		if a.far > 0 && i > 0 {
			speakers[i], via[i] = speakers[i-1], via[i-1]
			speakers[i].Text, speakers[i].Mention = "", corpus.Span{}
		}
		q := r.quote(a, speakers[i])
		if q.Via = via[i]; keep[i] && tells(q.Words[0].Start, q.Words[0].End) {
			f.Quotes = append(f.Quotes, q)
		}
	}
}

// quote turns an attribution into spans of bytes.
func (r *reading) quote(a attribution, speaker corpus.Person) corpus.Quote {
	q := corpus.Quote{Kind: r.kind(a.pieces), Speaker: speaker, Evidence: corpus.Evidence{Rule: "quote/" + a.rule, Trust: .5}}
	for _, p := range a.pieces {
		q.Words = append(q.Words, r.span(p))
	}
	if a.cue.End > a.cue.Start {
		q.Cue = r.span(a.cue)
	}
	return q
}

// kind tells direct, indirect and mixed speech apart by the share of words in quotation marks.
func (r *reading) kind(pieces []text.Range) corpus.QuoteKind {
	words, quoted := 0, 0
	for _, p := range pieces {
		for i := p.Start; i < p.End; i++ {
			words++
			if r.in[i] >= 0 {
				quoted++
			}
		}
	}
	switch {
	case quoted == 0:
		return corpus.Indirect
	case quoted*10 >= words*9:
		return corpus.Direct
	}
	return corpus.Mixed
}

func (r *reading) span(x text.Range) corpus.Span {
	s := corpus.Span{Part: r.part, Start: int(r.t.Words[x.Start].Start), End: int(r.t.Words[x.End-1].End)}
	return s
}
