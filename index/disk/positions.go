package disk

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/query"
)

// positions are one segment's articles, one after the other in ascending order, as the span algebra sees them.
type positions struct {
	s       *search
	part    int
	doc     uint32
	turn    int // of the document
	terms   map[groupKey]*located
	outline *query.Structure
	stored  *corpus.Article
	reading *query.Reading
	err     error
}

var _ query.Positions = (*positions)(nil)

// A located term of the question has its keys in one field, and where they stand in the document of a turn.
type located struct {
	keys []locatedKey
	turn int
	at   []int32
}

// A locatedKey counts in documents of some languages only.
type locatedKey struct {
	in sets
	*locations
}

func (s *search) positions(part int) *positions {
	return &positions{s: s, part: part, terms: map[groupKey]*located{}}
}

// goTo goes to a document behind the last one.
func (p *positions) goTo(doc uint32) {
	p.doc, p.outline, p.stored, p.reading = doc, nil, nil, nil
	p.turn++
}

func (p *positions) length(field string) uint32 { return p.s.r.parts[p.part].length(field, p.doc) }

func (p *positions) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// Term implements query.Positions.
func (p *positions) Term(field string, t query.Term) []int32 {
	key := groupKey{field, t.Text, t.Match, t.Edits}
	l := p.terms[key]
	if l == nil {
		l = &located{}
		p.terms[key] = l
		if t.Match != query.Exact {
			if err := p.locate(l, field, t); err != nil {
				p.fail(err)
			}
		}
	}
	if l.turn == p.turn {
		return l.at
	}
	l.turn = p.turn
	if t.Match == query.Exact {
		l.at = p.exact(field, t)
	} else {
		l.at = l.read(p.doc)
	}
	return l.at
}

// locate gives a term its keys.
func (p *positions) locate(l *located, field string, t query.Term) error {
	g, err := p.s.group(field, t, false)
	if err != nil {
		return err
	}
	for _, k := range g.keys {
		in, err := p.s.r.writtenIn(p.part, k.Languages)
		if err != nil {
			return err
		}
		d, err := p.s.decode(field, k.Term, false)
		if err != nil {
			return err
		}
		l.keys = append(l.keys, locatedKey{in, d.encoded[p.part].locate(d.postings[p.part].docs, p.s.r.parts[p.part].column.n)})
	}
	return nil
}

// read gives the positions of any key in a document. They stand where those in the last one stood.
func (l *located) read(doc uint32) []int32 {
	at, several := l.at[:0], false
	for _, k := range l.keys {
		if !k.in.has(doc) {
			continue
		}
		before := len(at)
		at = k.read(doc, at)
		several = several || before > 0 && len(at) > before
	}
	if several {
		slices.Sort(at)
		at = slices.Compact(at)
	}
	return at
}

// exact gives the positions of a word as it is written. Most candidates have it in other letters only, and need not be
// read word by word.
func (p *positions) exact(field string, t query.Term) []int32 {
	raw := p.article().Body
	if field == "title" {
		raw = p.article().Title.Text
	}
	if !strings.Contains(raw, t.Text) {
		return nil
	}
	return p.read().Term(field, t)
}

// Structure implements query.Positions.
func (p *positions) Structure() *query.Structure {
	if p.outline != nil {
		return p.outline
	}
	v, err := storedIn(p.s.r.parts[p.part], uint64(p.doc), structureField)
	if err == nil {
		p.outline, err = query.DecodeStructure(v.value)
	}
	if err != nil {
		p.fail(err)
		p.outline = &query.Structure{}
	}
	return p.outline
}

// article is the stored article: what is asked for as written is not in the index.
func (p *positions) article() *corpus.Article {
	if p.stored == nil {
		var err error
		if p.stored, err = p.s.r.article(p.part, uint64(p.doc)); err != nil {
			p.fail(err)
			p.stored = emptyArticle
		}
	}
	return p.stored
}

func (p *positions) read() *query.Reading {
	if p.reading == nil {
		p.reading = query.Read(p.article())
	}
	return p.reading
}
