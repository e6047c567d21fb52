package disk

import (
	"encoding/binary"
	"fmt"
	"math/bits"

	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// A dictionary finds the postings of one field's terms in one segment, in the mapped file as zap 17 writes it. bleve's own
// iterators make an object of every posting, which takes five times as long. An address in the file leads to
//
//	dictionary   length | vellum FST of that length: from a term to the address of its postings
//	postings     address of frequencies | address of locations | length | roaring bitmap of that length: documents
//	frequencies  chunks n | n times the end of a chunk | of each document: 2*frequency, and 1 if it has locations | field's length
//	locations    chunks n | n times the end of a chunk | of each document: length | locations of that length
//	location     number of the field | position from 1 | start and end in the text | n | n times an array's position
//
// Numbers are varints. An address of postings whose top bits are 10 is itself the one document of a term that stands in it
// once. A file that is not so makes this panic, which guarded turns into an error.
type dictionary struct {
	data  []byte
	terms *vellum.Reader
}

// chunkMode is the one way to cut frequencies into chunks that is known here.
const chunkMode = 1026

// readable reports whether a segment is of the form that is read here.
func readable(z *zap.Segment) bool {
	return z.Version() == zap.Version && z.ChunkMode() == chunkMode && z.CallbackId() == zap.DefaultFileCallbackId
}

// openDictionary gives nil for a field that the segment does not have.
func openDictionary(z *zap.Segment, field string) (*vellum.FST, error) {
	at, err := z.DictAddr(field)
	if err != nil {
		return nil, nil
	}
	data := z.Data()
	n, at := uvarint(data, at)
	return vellum.Load(data[at : at+n])
}

// Encoded postings are those of a term as they stand in a segment. The zero value has none.
type encoded struct {
	data        []byte
	docs        []byte // a roaring bitmap; nil for one document
	one         uint32
	frequencies uint64
	locations   uint64 // 0 for none
}

// find gives the postings of a term.
func (d dictionary) find(term string) (encoded, error) {
	if d.terms == nil {
		return encoded{}, nil
	}
	at, ok, err := d.terms.Get([]byte(term))
	if err != nil || !ok {
		return encoded{}, err
	}
	e := encoded{data: d.data}
	if at&zap.FSTValEncodingMask == zap.FSTValEncoding1Hit {
		doc, _ := zap.FSTValDecode1Hit(at)
		e.one = uint32(doc)
		return e, nil
	}
	var n uint64
	e.frequencies, at = uvarint(d.data, at)
	e.locations, at = uvarint(d.data, at)
	n, at = uvarint(d.data, at)
	e.docs = d.data[at : at+n]
	return e, nil
}

// documents lists the documents, ascending, of a segment that has n.
func (e encoded) documents(n int, ints *slab[uint32]) []uint32 {
	switch {
	case e.data == nil:
		return nil
	case e.docs == nil:
		return append(ints.make(1)[:0], e.one)
	}
	return unroar(e.docs, n, ints)
}

// count is how many documents there are.
func (e encoded) count() int {
	switch {
	case e.data == nil:
		return 0
	case e.docs == nil:
		return 1
	}
	return bitmapOf(e.docs).count()
}

// tfs gives how often the term stands in each of so many documents.
func (e encoded) tfs(documents int, ints *slab[uint32]) []uint32 {
	out := ints.make(documents)
	if e.docs == nil {
		for i := range out {
			out[i] = 1
		}
		return out
	}
	chunks, at := uvarint(e.data, e.frequencies)
	for range chunks {
		_, at = uvarint(e.data, at) // chunks lie end to end
	}
	b := e.data[at:]
	k := 0
	for i := range out {
		tf := uint32(b[k] & 0x7F)
		for shift := 7; b[k] >= 0x80; shift += 7 {
			k++
			tf |= uint32(b[k]&0x7F) << shift
		}
		k++
		out[i] = tf >> 1
		for b[k] >= 0x80 { // the field's length, which the column has too
			k++
		}
		k++
	}
	return out
}

func uvarint(b []byte, at uint64) (v, next uint64) {
	v, n := binary.Uvarint(b[at:])
	if n <= 0 {
		panic(fmt.Sprintf("no number at %d", at))
	}
	return v, at + uint64(n)
}

// The cookies that a roaring bitmap begins with (github.com/RoaringBitmap/RoaringFormatSpec), and what else tells its form.
const (
	cookieRuns     = 12347 // in the low 16 bits, the containers less one above: some are runs
	arrayMost      = 4096  // values of a container that is no bitmap
	containerWords = 1024
	offsetsFrom    = 4 // containers: with runs, fewer have no table of offsets
)

// A bitmap is a roaring bitmap taken apart.
type bitmap struct {
	head []byte // of each container the high half of its values and how many there are less one
	runs []byte // a bit a container that has runs; nil for none
	body []byte // the containers
}

func bitmapOf(b []byte) bitmap {
	le := binary.LittleEndian
	cookie, at := le.Uint32(b), 8
	var m bitmap
	containers := 0
	if cookie&0xFFFF == cookieRuns {
		containers = int(cookie>>16) + 1
		at = 4 + (containers+7)/8
		m.runs = b[4:at]
	} else {
		containers = int(le.Uint32(b[4:]))
	}
	m.head = b[at : at+4*containers]
	at += 4 * containers
	if m.runs == nil || containers >= offsetsFrom {
		at += 4 * containers
	}
	m.body = b[at:]
	return m
}

// count is how many values there are.
func (m bitmap) count() int {
	total := 0
	for h := m.head; len(h) > 0; h = h[4:] {
		total += int(binary.LittleEndian.Uint16(h[2:])) + 1
	}
	return total
}

// unroar lists the values of a roaring bitmap, which are documents of a segment that has n.
func unroar(b []byte, n int, ints *slab[uint32]) []uint32 {
	le, m := binary.LittleEndian, bitmapOf(b)
	total := m.count()
	if total > n {
		panic(fmt.Sprintf("%d documents in a segment of %d", total, n))
	}
	body := m.body
	out := ints.make(total)[:0]
	for i := range len(m.head) / 4 {
		high, values := uint32(le.Uint16(m.head[4*i:]))<<16, int(le.Uint16(m.head[4*i+2:]))+1
		size := 2 * values
		switch {
		case m.runs != nil && m.runs[i/8]>>(i%8)&1 == 1:
			size = 2 + 4*int(le.Uint16(body))
			out = appendRuns(out, high, body[2:size])
		case values <= arrayMost:
			for v := body[:size]; len(v) > 0; v = v[2:] {
				out = append(out, high|uint32(le.Uint16(v)))
			}
		default:
			size = 8 * containerWords
			out = appendBits(out, high, body[:size])
		}
		body = body[size:]
	}
	return out
}

// appendRuns adds runs, each a first value and how many follow it, to what has room for all documents that there are.
func appendRuns(out []uint32, high uint32, runs []byte) []uint32 {
	for ; len(runs) > 0; runs = runs[4:] {
		first, more := uint32(binary.LittleEndian.Uint16(runs)), uint32(binary.LittleEndian.Uint16(runs[2:]))
		if len(out)+int(more) >= cap(out) {
			panic(fmt.Sprintf("a run of %d documents where %d are left", more+1, cap(out)-len(out)))
		}
		for v := first; v <= first+more; v++ {
			out = append(out, high|v)
		}
	}
	return out
}

func appendBits(out []uint32, high uint32, words []byte) []uint32 {
	for i := 0; i < len(words); i += 8 {
		for w := binary.LittleEndian.Uint64(words[i:]); w != 0; w &= w - 1 {
			out = append(out, high|uint32(8*i+bits.TrailingZeros64(w)))
		}
	}
	return out
}
