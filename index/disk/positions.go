package disk

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/query"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// positions are one segment's articles, one after the other in ascending order, as the span algebra sees them.
type positions struct {
	s       *search
	part    int
	doc     uint32
	cursors map[cursorKey]*cursor
	found   map[groupKey][]int32
	outline *query.Structure
	stored  *corpus.Article
	reading *query.Reading
	err     error
}

var _ query.Positions = (*positions)(nil)

type cursorKey struct{ field, term string }

// A cursor walks one term's postings with their locations.
type cursor struct {
	postings segment.PostingsIterator
	doc      uint64
	at       []int32
	ended    bool
}

func (s *search) positions(part int) *positions {
	return &positions{s: s, part: part, cursors: map[cursorKey]*cursor{}, found: map[groupKey][]int32{}}
}

// goTo goes to a document behind the last one.
func (p *positions) goTo(doc uint32) {
	p.doc, p.outline, p.stored, p.reading = doc, nil, nil, nil
	clear(p.found)
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
	if at, ok := p.found[key]; ok {
		return at
	}
	at := p.term(field, t)
	p.found[key] = at
	return at
}

func (p *positions) term(field string, t query.Term) []int32 {
	if t.Match == query.Exact {
		return p.exact(field, t)
	}
	g, err := p.s.group(field, t, false)
	if err != nil {
		p.fail(err)
		return nil
	}
	if len(g.keys) == 1 {
		at, err := p.at(field, g.keys[0])
		if err != nil {
			p.fail(err)
		}
		return at
	}
	var all []int32
	several := false
	for _, k := range g.keys {
		at, err := p.at(field, k)
		if err != nil {
			p.fail(err)
			return nil
		}
		several = several || len(all) > 0 && len(at) > 0
		all = append(all, at...)
	}
	if several {
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
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

// at gives the positions of one key.
func (p *positions) at(field string, k text.Key) ([]int32, error) {
	in, err := p.s.r.writtenIn(p.part, k.Languages)
	if err != nil || !in.has(p.doc) {
		return nil, err
	}
	key := cursorKey{field, k.Term}
	c := p.cursors[key]
	if c == nil {
		list, err := p.s.postings(p.part, field, k.Term)
		if err != nil {
			return nil, err
		}
		c = &cursor{postings: list.Iterator(true, true, true, nil)}
		if err := c.read(c.postings.Next()); err != nil {
			return nil, err
		}
		p.cursors[key] = c
	}
	if !c.ended && c.doc < uint64(p.doc) {
		if err := c.read(c.postings.Advance(uint64(p.doc))); err != nil {
			return nil, err
		}
	}
	if c.ended || c.doc != uint64(p.doc) {
		return nil, nil
	}
	return c.at, nil
}

func (c *cursor) read(next segment.Posting, err error) error {
	if err != nil {
		return err
	}
	if next == nil {
		c.ended = true
		return nil
	}
	c.doc, c.at = next.Number(), c.at[:0]
	for _, l := range next.Locations() {
		c.at = append(c.at, int32(l.Pos())-1)
	}
	return nil
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
