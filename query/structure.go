package query

import (
	"encoding/binary"
	"errors"
	"slices"
	"sort"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// A Structure is what the span algebra needs of an article beside the positions of words: its sentences, paragraphs,
// lead and quotes, as ranges of positions. Engines store it, encoded, with the article.
type Structure struct {
	Title, Body Outline
	Lead        int      // the body's first Lead words are its lead
	Quotes      []Speech // title's first, in order of Start
}

// An Outline is where the sentences and paragraphs of a field begin.
type Outline struct {
	Words      int // positions in the field
	Sentences  []int32
	Paragraphs []int32
}

// A Speech is one quote as positions.
type Speech struct {
	InTitle bool
	Pieces  []text.Range // not empty; more than one where cue and speaker interrupt the words
	Keys    []string     // the index terms of its speaker; none where nobody can be told
	quote   int          // its index in the article's Quotes; not encoded
}

// StructureOf reads an article's title and body and outlines them.
func StructureOf(a *corpus.Article) *Structure {
	lang := a.Language.Text
	return Outlined(a, text.Read(a.Title.Text, lang), text.Read(a.Body, lang))
}

// Outlined is StructureOf for a caller that has read title and body already.
func Outlined(a *corpus.Article, title, body *text.Text) *Structure {
	return outlined(a, title, body, names.Keys)
}

// outlined is Outlined with names.Keys as the caller has it.
func outlined(a *corpus.Article, title, body *text.Text, keys func(name string) []string) *Structure {
	in := func(part corpus.Part, start, end int) text.Range {
		if part == corpus.PartTitle {
			return positions(title, start, end)
		}
		return positions(body, start, end)
	}
	return &Structure{Title: outline(title), Body: outline(body), Lead: leadOf(body), Quotes: speeches(a, in, keys)}
}

// A finder tells where bytes of an article's title or body lie; an empty range is nowhere.
type finder func(part corpus.Part, start, end int) text.Range

// speeches gives the quotes of an article in the order of its text, their pieces where in finds them.
func speeches(a *corpus.Article, in finder, keys func(name string) []string) []Speech {
	var all []Speech
	for i := range a.Quotes {
		if q, ok := speechOf(a, &a.Quotes[i], in, keys); ok {
			q.quote = i
			all = append(all, q)
		}
	}
	slices.SortStableFunc(all, func(x, y Speech) int {
		if x.InTitle != y.InTitle {
			if x.InTitle {
				return -1
			}
			return 1
		}
		return x.Pieces[0].Start - y.Pieces[0].Start
	})
	return all
}

func outline(t *text.Text) Outline {
	return Outline{len(t.Words), starts(t.Sentences), starts(t.Paragraphs)}
}

func starts(rs []text.Range) []int32 {
	out := make([]int32, len(rs))
	for i, r := range rs {
		out[i] = int32(r.Start)
	}
	return out
}

// A lead is the first paragraph; a text whose first paragraph is a mere line ("Syria:") has the next one too, and one
// that has no paragraphs gives its first sentences, up to about as long as a wire's first paragraph ever is.
const (
	leadShortest = 12
	leadLongest  = 80
)

func leadOf(t *text.Text) int {
	end := 0
	for _, p := range t.Paragraphs {
		if end = p.End; end >= leadShortest {
			break
		}
	}
	if end <= leadLongest {
		return end
	}
	for _, s := range t.Sentences {
		if s.End >= leadLongest {
			return min(s.End, end)
		}
	}
	return end
}

func speechOf(a *corpus.Article, q *corpus.Quote, in finder, keys func(name string) []string) (Speech, bool) {
	var s Speech
	for _, w := range q.Words {
		part, start, end, ok := locate(a, w)
		if !ok {
			continue
		}
		r := in(part, start, end)
		if r.Start >= r.End || len(s.Pieces) > 0 && s.InTitle != (part == corpus.PartTitle) {
			continue
		}
		s.InTitle = part == corpus.PartTitle
		s.Pieces = append(s.Pieces, r)
	}
	if q.Speaker.Kind != "" && q.Speaker.Canonical != "" {
		s.Keys = keys(q.Speaker.Canonical)
	}
	return s, len(s.Pieces) > 0
}

// locate maps a span of a fact to bytes of the article's title or body.
func locate(a *corpus.Article, s corpus.Span) (part corpus.Part, start, end int, ok bool) {
	if s.Part == corpus.PartTitle && s.End <= len(a.Title.Text) {
		return corpus.PartTitle, s.Start, s.End, true
	}
	if t := a.Title.Span; s.Part == t.Part && s.Start >= t.Start && s.End <= t.End && t.Len() == len(a.Title.Text) {
		return corpus.PartTitle, s.Start - t.Start, s.End - t.Start, true
	}
	start, end, ok = a.InBody(s)
	return corpus.PartBody, start, end, ok
}

// positions are the words that share a byte with [start, end).
func positions(t *text.Text, start, end int) text.Range {
	from := t.At(start)
	to := from + sort.Search(len(t.Words)-from, func(i int) bool { return int(t.Words[from+i].Start) >= end })
	return text.Range{Start: from, End: to}
}

// structureVersion is the first byte of an encoded Structure.
const structureVersion = 1

// Encode appends the structure to dst in a compact form that DecodeStructure reads.
func (s *Structure) Encode(dst []byte) []byte {
	dst = append(dst, structureVersion)
	dst = s.Title.encode(dst)
	dst = s.Body.encode(dst)
	dst = binary.AppendUvarint(dst, uint64(s.Lead))
	keys, index := s.keys()
	dst = binary.AppendUvarint(dst, uint64(len(keys)))
	for _, k := range keys {
		dst = binary.AppendUvarint(dst, uint64(len(k)))
		dst = append(dst, k...)
	}
	dst = binary.AppendUvarint(dst, uint64(len(s.Quotes)))
	for _, q := range s.Quotes {
		dst = q.encode(dst, index)
	}
	return dst
}

// keys lists every speaker's key once: one speaker mostly says several things.
func (s *Structure) keys() (list []string, index map[string]int) {
	index = map[string]int{}
	for _, q := range s.Quotes {
		for _, k := range q.Keys {
			if _, ok := index[k]; !ok {
				index[k] = len(list)
				list = append(list, k)
			}
		}
	}
	return list, index
}

func (o Outline) encode(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(o.Words))
	for _, list := range [][]int32{o.Sentences, o.Paragraphs} {
		dst = binary.AppendUvarint(dst, uint64(len(list)))
		last := int32(0)
		for _, v := range list {
			dst = binary.AppendUvarint(dst, uint64(v-last))
			last = v
		}
	}
	return dst
}

func (q Speech) encode(dst []byte, index map[string]int) []byte {
	title := uint64(0)
	if q.InTitle {
		title = 1
	}
	dst = binary.AppendUvarint(dst, uint64(len(q.Pieces))<<1|title)
	last := 0
	for _, p := range q.Pieces {
		dst = binary.AppendVarint(dst, int64(p.Start-last))
		dst = binary.AppendUvarint(dst, uint64(p.End-p.Start))
		last = p.End
	}
	dst = binary.AppendUvarint(dst, uint64(len(q.Keys)))
	for _, k := range q.Keys {
		dst = binary.AppendUvarint(dst, uint64(index[k]))
	}
	return dst
}

var errStructure = errors.New("structure: damaged")

// DecodeStructure reads what Encode wrote. Damaged bytes give an error, never a panic or a huge allocation.
func DecodeStructure(b []byte) (*Structure, error) {
	if len(b) == 0 || b[0] != structureVersion {
		return nil, errStructure
	}
	d := &decoder{rest: b[1:], all: string(b[1:])}
	s := &Structure{Title: d.outline(), Body: d.outline(), Lead: d.int()}
	keys := make([]string, d.count())
	for i := range keys {
		keys[i] = d.string()
	}
	n := d.count()
	s.Quotes = make([]Speech, 0, min(n, len(d.rest)/leastSpeech))
	for range n {
		s.Quotes = append(s.Quotes, d.speech(keys))
	}
	if d.bad {
		return nil, errStructure
	}
	return s, nil
}

// leastSpeech is how many bytes a quote takes at least: its head, one piece, and how many keys it has.
const leastSpeech = 4

// A decoder reads numbers until the bytes prove bad; then it gives zeros. What it gives is cut from few pieces of memory:
// who asks all quotes of an archive reads the structure of every article.
type decoder struct {
	rest   []byte
	all    string // what rest is the end of
	bad    bool
	pieces []text.Range
	keys   []string
}

func (d *decoder) int() int {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 || v > 1<<31 {
		d.bad, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[n:]
	return int(v)
}

// count is a number of things that take a byte or more each, so that a damaged one cannot ask for memory.
func (d *decoder) count() int {
	n := d.int()
	if n > len(d.rest) {
		d.bad = true
		return 0
	}
	return n
}

func (d *decoder) string() string {
	n := d.count()
	s := d.all[len(d.all)-len(d.rest):][:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) outline() Outline {
	return Outline{d.int(), d.ascending(), d.ascending()}
}

func (d *decoder) ascending() []int32 {
	list := make([]int32, d.count())
	last := 0
	for i := range list {
		last += d.int()
		list[i] = int32(last)
	}
	return list
}

func (d *decoder) speech(keys []string) Speech {
	head := d.int()
	piece, key, last := len(d.pieces), len(d.keys), 0
	for range min(head>>1, len(d.rest)) {
		step, n := binary.Varint(d.rest)
		if n <= 0 {
			d.bad, d.rest = true, nil
			break
		}
		d.rest = d.rest[n:]
		start := last + int(step)
		last = start + d.int()
		d.pieces = append(d.pieces, text.Range{Start: start, End: last})
	}
	for range d.count() {
		if i := d.int(); i < len(keys) {
			d.keys = append(d.keys, keys[i])
		} else {
			d.bad = true
		}
	}
	d.bad = d.bad || len(d.pieces) == piece
	return Speech{InTitle: head&1 == 1, Pieces: slices.Clip(d.pieces[piece:]), Keys: slices.Clip(d.keys[key:])}
}
