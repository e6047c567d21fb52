package disk

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"dateline/corpus"

	"github.com/klauspost/compress/zstd"
)

// articleVersion is the first byte of a stored article. Who changes article below raises it and keeps reading the old.
const articleVersion = 1

// encodeArticle gives an article's stored bytes: a version, then a zstd frame, half the size of the text.
func encodeArticle(a *corpus.Article) []byte {
	c := &coder{b: make([]byte, 0, len(a.Body)+2048)}
	c.article(a)
	return zstdWriter().EncodeAll(c.b, []byte{articleVersion})
}

var errArticle = errors.New("stored article: damaged")

// decodeArticle reads what encodeArticle wrote.
func decodeArticle(b []byte) (*corpus.Article, error) {
	if len(b) == 0 {
		return nil, errArticle
	}
	if b[0] != articleVersion {
		return nil, fmt.Errorf("%w: stored article of form %d", ErrTooNew, b[0])
	}
	buffer := plainArticles.Get().(*[]byte)
	defer plainArticles.Put(buffer)
	plain, err := zstdReader().DecodeAll(b[1:], (*buffer)[:0])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errArticle, err)
	}
	if cap(plain) <= keptPlain {
		*buffer = plain
	}
	c := &coder{b: plain, reading: true}
	var a corpus.Article
	c.article(&a)
	if c.bad || len(c.b) > 0 {
		return nil, errArticle
	}
	return &a, nil
}

// plainArticles are buffers to unpack articles in, of which nothing is kept. A larger one than most articles want is
// left to the collector.
var plainArticles = sync.Pool{New: func() any { return new([]byte) }}

const keptPlain = 256 << 10

// An article is at most 2 MB of text; a damaged frame may not ask for more than this.
const maxArticle = 64 << 20

var zstdWriter = sync.OnceValue(func() *zstd.Encoder {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true))
	if err != nil {
		panic(err) // only wrong options do that
	}
	return w
})

var zstdReader = sync.OnceValue(func() *zstd.Decoder {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxMemory(maxArticle))
	if err != nil {
		panic(err)
	}
	return r
})

// A coder writes values to b or, when reading, takes them from it. One method does both, so that they cannot differ.
// Once the bytes prove bad it gives zeros.
type coder struct {
	b       []byte
	facts   string // when reading, behind the body: what b is the end of
	reading bool
	bad     bool
}

func (c *coder) fail() { c.bad, c.b = true, nil }

func (c *coder) uint(v uint64) uint64 {
	if !c.reading {
		c.b = binary.AppendUvarint(c.b, v)
		return v
	}
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.b = c.b[n:]
	return v
}

// signed writes v, or reads a value. What is written is not assigned to: several goroutines may be writing articles
// that share a slice.
func (c *coder) signed(v int64) int64 {
	u := c.uint(uint64(v)<<1 ^ uint64(v>>63))
	return int64(u>>1) ^ -int64(u&1)
}

func (c *coder) int64(v *int64) {
	if w := c.signed(*v); c.reading {
		*v = w
	}
}

func (c *coder) int(v *int) {
	if w := c.signed(int64(*v)); c.reading {
		*v = int(w)
	}
}

// count is a number of things that take a byte or more each, so that a damaged one cannot ask for memory.
func (c *coder) count(n int) int {
	v := c.uint(uint64(n))
	if c.reading && v > uint64(len(c.b)) {
		c.fail()
		return 0
	}
	return int(v)
}

func (c *coder) bool(v *bool) {
	var u uint64
	if *v {
		u = 1
	}
	if u = c.uint(u); c.reading {
		*v = u == 1
	}
}

func (c *coder) float32(v *float32) {
	if u := c.uint(uint64(math.Float32bits(*v))); c.reading {
		*v = math.Float32frombits(uint32(u))
	}
}

func (c *coder) float64(v *float64) {
	if u := c.uint(math.Float64bits(*v)); c.reading {
		*v = math.Float64frombits(u)
	}
}

func str[S ~string](c *coder, v *S) {
	n := c.count(len(*v))
	if !c.reading {
		c.b = append(c.b, *v...)
		return
	}
	if c.facts != "" {
		*v = S(c.facts[len(c.facts)-len(c.b):][:n])
	} else {
		*v = S(c.b[:n])
	}
	c.b = c.b[n:]
}

func list[T any](c *coder, v *[]T, each func(*T)) {
	n := c.count(len(*v))
	if c.reading && n > 0 {
		*v = make([]T, n)
	}
	for i := range *v {
		each(&(*v)[i])
	}
}

// time keeps the instant and its zone's distance from UTC, not the zone's name.
func (c *coder) time(t *time.Time) {
	var s string
	if !c.reading {
		b, err := t.MarshalBinary()
		if err != nil {
			b, _ = t.UTC().MarshalBinary() // a zone off by seconds
		}
		s = string(b)
	}
	str(c, &s)
	if c.reading && t.UnmarshalBinary([]byte(s)) != nil {
		c.fail()
	}
}

// parts are written as their number; others, of meta values, by name behind that.
var parts = []corpus.Part{"", corpus.PartText, corpus.PartTitle, corpus.PartBody}

func (c *coder) part(p *corpus.Part) {
	i := uint64(len(parts))
	for k, known := range parts {
		if *p == known {
			i = uint64(k)
		}
	}
	i = c.uint(i)
	switch {
	case i >= uint64(len(parts)):
		str(c, p)
	case c.reading:
		*p = parts[i]
	}
}

func (c *coder) span(s *corpus.Span) {
	c.part(&s.Part)
	length := s.End - s.Start
	c.int(&s.Start)
	c.int(&length)
	if c.reading {
		s.End = s.Start + length
	}
}

func (c *coder) evidence(e *corpus.Evidence) {
	c.span(&e.Span)
	str(c, &e.Rule)
	c.float32(&e.Trust)
}

func (c *coder) value(v *corpus.Value) {
	str(c, &v.Text)
	c.evidence(&v.Evidence)
}

func (c *coder) piece(p *corpus.Piece) {
	c.int(&p.Text)
	c.int(&p.Body)
	c.int(&p.Len)
}

func (c *coder) date(d *corpus.Date) {
	c.time(&d.Earliest)
	c.time(&d.Latest)
	str(c, &d.Precision)
	c.evidence(&d.Evidence)
}

func (c *coder) place(p *corpus.Place) {
	str(c, &p.Text)
	str(c, &p.Name)
	str(c, &p.Country)
	str(c, &p.Admin)
	c.int(&p.GeoNameID)
	c.float64(&p.Lat)
	c.float64(&p.Lon)
	str(c, &p.Kind)
	c.bool(&p.Ambiguous)
	c.evidence(&p.Evidence)
}

func (c *coder) person(p *corpus.Person) {
	str(c, &p.Text)
	str(c, &p.Canonical)
	str(c, &p.Role)
	str(c, &p.Kind)
	c.span(&p.Mention)
}

func (c *coder) quote(q *corpus.Quote) {
	list(c, &q.Words, c.span)
	c.span(&q.Cue)
	str(c, &q.Kind)
	c.person(&q.Speaker)
	str(c, &q.Via)
	c.evidence(&q.Evidence)
}

func (c *coder) source(s *corpus.Source) {
	str(c, &s.Root)
	str(c, &s.Path)
	str(c, &s.Record)
	str(c, &s.Format)
	str(c, &s.Charset)
	str(c, &s.SHA256)
	c.int64(&s.Bytes)
	list(c, &s.Notes, func(n *string) { str(c, n) })
}

// shareFacts makes all strings behind the body parts of one: a hundred small ones cost more than to unpack them. The body
// is not in it, for a fact may be held longer.
func (c *coder) shareFacts() {
	if c.reading {
		c.facts = string(c.b)
	}
}

// article leaves out Story, which is not the article's own: it is told by the generation.
func (c *coder) article(a *corpus.Article) {
	str(c, &a.ID)
	str(c, &a.Key)
	c.value(&a.Title)
	str(c, &a.Body)
	c.shareFacts()
	c.part(&a.Part)
	list(c, &a.Kept, c.piece)
	c.date(&a.Published)
	list(c, &a.Filed, c.place)
	list(c, &a.Places, c.place)
	list(c, &a.People, c.person)
	list(c, &a.Quotes, c.quote)
	list(c, &a.Author, c.value)
	for _, v := range []*corpus.Value{&a.Outlet, &a.Wire, &a.Language, &a.URL, &a.Section} {
		c.value(v)
	}
	list(c, &a.Tags, func(t *string) { str(c, t) })
	c.source(&a.Source)
}
