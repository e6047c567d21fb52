package disk

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"
	"os"
	"time"

	"dateline/corpus"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/mmap-go"
)

// A column holds, for each document of one segment, what sorting, dating and counting need, as arrays in one mapped
// file, so that no stored article is read for it. Documents of the ledger have a row too, marked as no article.
//
//	magic 8 bytes | documents uint64 | CRC-32 of the segment uint64
//	articles   a bit each, in words of 64
//	first, last       int32   local calendar days since 1970; noDay for undated
//	earliest, latest  int64   microseconds since 1970
//	title, body       uint32  words
//	id                16 bytes
//	CRC-32 of all before it, big-endian, as segments have it
//
// Numbers are little-endian.
type column struct {
	data []byte
	file mmap.MMap
	n    int
}

const (
	columnMagic  = "dlcol\x00\x00\x01"
	columnHeader = 24
	footerLen    = 4
	rowLen       = 32
	idLen        = 16
	noDay        = math.MinInt32
)

// A row is one document's part of a column.
type row struct {
	first, last      int32
	earliest, latest int64
	title, body      uint32
}

func rowOf(a *corpus.Article, title, body int) row {
	r := row{first: noDay, last: noDay, title: uint32(title), body: uint32(body)}
	if d := a.Published; !d.IsZero() {
		r.first, r.last = localDay(d.Earliest), localDay(d.Latest)
		r.earliest, r.latest = d.Earliest.UnixMicro(), d.Latest.UnixMicro()
	}
	return r
}

// localDay numbers the calendar day that stands on the time's own clock.
func localDay(t time.Time) int32 {
	y, m, d := t.Date()
	return int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (r row) encode() []byte {
	b := make([]byte, 0, rowLen)
	b = binary.LittleEndian.AppendUint32(b, uint32(r.first))
	b = binary.LittleEndian.AppendUint32(b, uint32(r.last))
	b = binary.LittleEndian.AppendUint64(b, uint64(r.earliest))
	b = binary.LittleEndian.AppendUint64(b, uint64(r.latest))
	b = binary.LittleEndian.AppendUint32(b, r.title)
	return binary.LittleEndian.AppendUint32(b, r.body)
}

// The offsets of a column's arrays. A stored row has the same numbers in the same order.
type columnOffsets struct{ articles, first, last, earliest, latest, title, body, id, end int }

func offsetsOf(n int) columnOffsets {
	var o columnOffsets
	at := columnHeader
	for _, part := range []struct {
		offset *int
		size   int
	}{
		{&o.articles, 8 * ((n + 63) / 64)}, {&o.first, 4 * n}, {&o.last, 4 * n}, {&o.earliest, 8 * n},
		{&o.latest, 8 * n}, {&o.title, 4 * n}, {&o.body, 4 * n}, {&o.id, idLen * n}, {&o.end, 0},
	} {
		*part.offset = at
		at += part.size
	}
	return o
}

// encodeColumn makes a segment's column of its documents' ids and stored rows; a document without a row is no article.
func encodeColumn(segmentCRC uint32, ids, rows [][]byte) ([]byte, error) {
	n := len(ids)
	o := offsetsOf(n)
	b := make([]byte, o.end, o.end+footerLen)
	copy(b, columnMagic)
	binary.LittleEndian.PutUint64(b[8:], uint64(n))
	binary.LittleEndian.PutUint64(b[16:], uint64(segmentCRC))
	for i, r := range rows {
		if r == nil {
			continue
		}
		if len(r) != rowLen {
			return nil, fmt.Errorf("document %d: a row of %d bytes", i, len(r))
		}
		b[o.articles+i/8] |= 1 << (i % 8)
		copy(b[o.first+4*i:], r[0:4])
		copy(b[o.last+4*i:], r[4:8])
		copy(b[o.earliest+8*i:], r[8:16])
		copy(b[o.latest+8*i:], r[16:24])
		copy(b[o.title+4*i:], r[24:28])
		copy(b[o.body+4*i:], r[28:32])
		if _, err := hex.Decode(b[o.id+idLen*i:o.id+idLen*(i+1)], ids[i]); err != nil {
			return nil, fmt.Errorf("document %d: id %q: %w", i, ids[i], err)
		}
	}
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b)), nil
}

var errColumn = errors.New("is no column of its segment")

// openColumn maps a column. It reads only the header; manifest and Check vouch for the rest.
func openColumn(path string, documents uint64, segmentCRC uint32) (*column, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	n := int(documents)
	ok := len(m) == offsetsOf(n).end+footerLen && string(m[:8]) == columnMagic &&
		binary.LittleEndian.Uint64(m[8:]) == documents && binary.LittleEndian.Uint64(m[16:]) == uint64(segmentCRC)
	if !ok {
		return nil, errors.Join(fmt.Errorf("%s %w", path, errColumn), m.Unmap())
	}
	return &column{data: m, file: m, n: n}, nil
}

func (c *column) close() error { return c.file.Unmap() }

func (c *column) int32At(offset int, doc uint32) int32 {
	return int32(binary.LittleEndian.Uint32(c.data[offset+4*int(doc):]))
}

func (c *column) int64At(offset int, doc uint32) int64 {
	return int64(binary.LittleEndian.Uint64(c.data[offset+8*int(doc):]))
}

// id gives an article's ID as its 16 bytes. They are valid while the column is open.
func (c *column) id(o *columnOffsets, doc uint32) []byte {
	at := o.id + idLen*int(doc)
	return c.data[at : at+idLen]
}

func (c *column) idString(o *columnOffsets, doc uint32) corpus.ID {
	return corpus.ID(hex.EncodeToString(c.id(o, doc)))
}

// length is the number of words in a text field of an article.
func (p *part) length(field string, doc uint32) uint32 {
	offset := p.offsets.body
	if field == "title" {
		offset = p.offsets.title
	}
	return binary.LittleEndian.Uint32(p.column.data[offset+4*int(doc):])
}

// live gives the articles that are not deleted, as a set.
func (c *column) live(o *columnOffsets, deleted *roaring.Bitmap) set {
	s := newSet(c.n)
	for i := range s {
		s[i] = binary.LittleEndian.Uint64(c.data[o.articles+8*i:])
	}
	if deleted != nil {
		for it := deleted.Iterator(); it.HasNext(); {
			s.remove(it.Next())
		}
	}
	return s
}

// A set is some documents of one segment, a bit each.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(doc uint32)      { s[doc/64] |= 1 << (doc % 64) }
func (s set) has(doc uint32) bool { return s[doc/64]&(1<<(doc%64)) != 0 }
func (s set) remove(doc uint32)   { s[doc/64] &^= 1 << (doc % 64) }

// all gives the set's documents in order.
func (s set) all(yield func(uint32) bool) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}
