package extract

import (
	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// ResolvePlaces says what each span of a draft's text means, taken for a place whatever recognition thinks of it. It
// measures resolution alone. The places are in the order of the spans.
func ResolvePlaces(d *corpus.Draft, spans []corpus.Span) []corpus.Place {
	t := read(d)
	f := &Facts{}
	findFiled(t, f)
	p := newToponyms(t, t.Text, t.Part, f)
	index := make([]int, len(spans))
	for i, s := range spans {
		index[i] = p.addSpan(s)
	}
	p.findCounties()
	p.weighNames()
	p.contain()
	p.states()
	for i := range p.all {
		p.all[i].score = accepted + 1
		p.names[p.all[i].name].alive = true
	}
	p.resolve()
	out := make([]corpus.Place, len(spans))
	for i, s := range spans {
		out[i] = corpus.Place{Text: d.Text[s.Start:s.End], Evidence: corpus.Evidence{Span: s}}
		if index[i] >= 0 {
			out[i] = p.place(&p.all[index[i]])
		}
	}
	return out
}

// addSpan adds a mention that is given, -1 where the gazetteer does not know it. A demonym stands for its country.
func (p *toponyms) addSpan(s corpus.Span) int {
	first, end := p.x.At(s.Start), p.x.At(s.End-1)+1
	words := unpossessed(p.x.Raw[s.Start:s.End])
	n, name := gazetteer.Match([]string{words})
	var entries []gazetteer.Entry
	if e, ok := gazetteer.Demonym(words); ok && (n == 0 || name.Top().Kind == corpus.City) {
		n, name, entries = 1, gazetteer.Name{}, []gazetteer.Entry{e}
	}
	if n == 0 {
		return -1
	}
	top := gazetteer.Entry{}
	if entries != nil {
		top = entries[0]
	} else {
		top = name.Top()
	}
	id, ok := p.byName[name]
	if !ok || name == (gazetteer.Name{}) {
		id = len(p.names)
		p.byName[name] = id
		p.names = append(p.names, toponymName{text: words, key: name, top: top, entries: entries, entry: -1})
	}
	p.all = append(p.all, toponym{Range: text.Range{Start: first, End: end}, start: s.Start, end: s.End, name: id, inside: -1, inner: -1, entry: -1})
	return len(p.all) - 1
}
