package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/text"
)

// findQuotes finds who said what, in the title and the body, and who is named there.
func findQuotes(t *Text, f *Facts) {
	r := t.speech()
	c := readCast(r, t.tells)
	if t.Title != nil {
		title := readSpeech(t.Title, corpus.PartTitle)
		title.headline = len(t.Title.Words)
		title.find(c.behind(title), func(int, int) bool { return true }, f)
	}
	r.find(c, t.tells, f)
	f.People = append(f.People, c.people()...)
}

// speech is a draft's text, read for speech.
func (t *Text) speech() *reading {
	r := readSpeech(t.Text, t.Part)
	r.headline = t.Text.At(t.Headline.End)
	r.passDateline(t.Dateline.Span)
	return r
}

// passDateline lets the story begin behind its dateline: nobody is named in it and nothing said.
func (r *reading) passDateline(s corpus.Span) {
	r.lead.Start, r.lead.End = r.t.At(s.Start), r.t.At(s.End)
	if s.Len() > 0 {
		r.gap[r.lead.Start] |= stop | paragraph
		r.gap[r.lead.End] |= stop | paragraph
	}
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
	proposed := r.attributions()
	proposedBy := newResolver(c).speakers(proposed)
	as, speakers, trust := r.believed(proposed, proposedBy)
	via := make([]string, len(as))
	keep := r.cite(as, speakers, via)
	r.untangle(as, speakers, keep)
	for i := range as {
		if via[i] == "" {
			via[i] = r.channel(&as[i])
		}
		if as[i].rule == "headline" && !r.speaksInHeadline(&as[i], speakers[i]) {
			keep[i] = false
		}
		if (as[i].rule == "next" || as[i].rule == "continued") && speakers[i].Kind != corpus.Individual {
			keep[i] = false // too weak a sign to put words in anybody's mouth
		}
	}
	for i, a := range as {
		if a.far > 0 {
			via[i] = via[a.far-1]
		}
		q := r.quote(a, speakers[i])
		q.Trust = trust[i]
		if q.Via = via[i]; keep[i] && tells(q.Words[0].Start, q.Words[0].End) {
			f.Quotes = append(f.Quotes, q)
		}
	}
}

// speakers resolves the sources of reports in the order of the text: a pronoun means who came before it.
func (v *resolver) speakers(as []attribution) []corpus.Person {
	found := make([]corpus.Person, len(as))
	order := make([]int, len(as))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return as[a].source.start - as[b].source.start })
	for _, i := range order {
		if as[i].far == 0 {
			found[i] = v.speaker(&as[i])
		}
	}
	for i := range as {
		if as[i].far > 0 {
			found[i] = found[as[i].far-1]
			found[i].Text, found[i].Mention = "", corpus.Span{}
		}
	}
	r := v.r
	for i := range as {
		if !r.what(&as[i]) { // few are: to look for what encloses each would take the square of their number
			continue
		}
		if j := enclosing(as, i); j >= 0 && found[j].Kind == corpus.Individual {
			text, mention := found[i].Text, found[i].Mention
			found[i] = found[j]
			found[i].Text, found[i].Mention = text, mention
		}
	}
	return found
}

// what reports whether a report's source is a pronoun behind "what": "what he called".
func (r *reading) what(a *attribution) bool {
	s := a.source
	return s.end == s.start+1 && !s.far && s.start > 0 && r.word(s.start-1) == "what" && r.is(s.start, isPronoun)
}

// enclosing is the report whose words hold report i and whose source stands behind them: "boost what he called a weak
// economy, Ann Lee said". It is -1 where there is none.
func enclosing(as []attribution, i int) int {
	return slices.IndexFunc(as, func(b attribution) bool {
		return !b.weak && b.far == 0 && b.source.start > as[i].cue.End && slices.ContainsFunc(b.pieces, func(p text.Range) bool {
			return p.Start <= as[i].source.start && as[i].cue.End <= p.End
		})
	})
}

// speaksInHeadline reports whether who stands before or behind a headline's colon is somebody who speaks: "Factbox:" and
// "Q:" are not.
func (r *reading) speaksInHeadline(a *attribution, p corpus.Person) bool {
	head := r.head(a.source)
	if r.is(head, isDocument) && a.source.start < a.pieces[0].Start {
		return false // "Analysis: …"
	}
	return p.Kind == corpus.Individual && p.Canonical != "" || isOutlet(p.Canonical) ||
		r.is(head, isSpeaking|isDocument) && !r.finiteVerb(head-1)
}

// quote turns an attribution into spans of bytes.
func (r *reading) quote(a attribution, speaker corpus.Person) corpus.Quote {
	q := corpus.Quote{Kind: r.kind(a.pieces), Speaker: speaker, Evidence: corpus.Evidence{Rule: "quote/" + a.rule, Trust: trustIn(&a, &speaker)}}
	for _, p := range a.pieces {
		q.Words = append(q.Words, r.marked(p))
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

// span is the bytes of a range of words, without the marks around them.
func (r *reading) span(x text.Range) corpus.Span {
	return corpus.Span{Part: r.part, Start: int(r.t.Words[x.Start].Start), End: int(r.t.Words[x.End-1].End)}
}

// marked is the bytes of a range of words with the quotation marks that open before its first word and close behind its
// last.
func (r *reading) marked(x text.Range) corpus.Span {
	s := r.span(x)
	for q := int(r.in[x.Start]); q >= 0; q = r.quotations[q].Outer {
		if y := r.quotations[q]; y.Words.Start == x.Start && y.Start <= s.Start && !y.Dash && !y.Unopened {
			s.Start = y.Start - markBefore(r.t.Raw, y.Start)
		}
	}
	for q := int(r.in[x.End-1]); q >= 0; q = r.quotations[q].Outer {
		if y := r.quotations[q]; y.Words.End == x.End && y.End >= s.End && !y.Dash && !y.Open {
			s.End = y.End + markBehind(r.t.Raw, y.End)
		}
	}
	return s
}

// markBefore is the length of the quotation mark that ends at i: two apostrophes count as one.
func markBefore(raw string, i int) int {
	if strings.HasSuffix(raw[:i], "''") {
		return 2
	}
	_, n := utf8.DecodeLastRuneInString(raw[:i])
	return n
}

// markBehind is the length of the quotation mark that begins at i.
func markBehind(raw string, i int) int {
	if strings.HasPrefix(raw[i:], "''") {
		return 2
	}
	_, n := utf8.DecodeRuneInString(raw[i:])
	return n
}
