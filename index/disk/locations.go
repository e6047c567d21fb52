package disk

import "fmt"

// Locations read where a term of a text field stands, in one document after the other. The zero value has none.
type locations struct {
	docs   []uint32 // that have the term
	each   uint32   // so many documents of the segment to a chunk
	chunks []byte   // end to end
	ends   []uint64 // of the chunks
	chunk  uint32
	rest   []byte // of the chunk, from the document at next on
	next   int
}

// chunkDocs is how many documents with a term zap wants in a chunk, at most and on average.
const chunkDocs = 1024

// locate gives the locations of a term in its documents, as documents lists them, of a segment that has n. All have some: the
// writer gives every posting of a text field its locations.
func (e encoded) locate(docs []uint32, n int) *locations {
	if e.locations == 0 {
		return &locations{}
	}
	l := &locations{docs: docs, each: uint32(n / (len(docs)/chunkDocs + 1))}
	chunks, at := uvarint(e.data, e.locations)
	if want := uint64(n-1)/uint64(l.each) + 1; chunks != want {
		panic(fmt.Sprintf("%d chunks of locations at %d instead of %d", chunks, e.locations, want))
	}
	l.ends = make([]uint64, chunks)
	for i := range l.ends {
		l.ends[i], at = uvarint(e.data, at)
	}
	l.chunks = e.data[at : at+l.ends[chunks-1]]
	l.rest = l.chunks[:l.ends[0]]
	return l
}

// read adds the positions in a document, counted from 0, that lies behind the last one.
func (l *locations) read(doc uint32, dst []int32) []int32 {
	i := seek(l.docs, l.next, doc)
	if i == len(l.docs) || l.docs[i] != doc {
		return dst
	}
	l.goTo(doc/l.each, i)
	size, at := varint(l.rest, 0)
	b := l.rest[at : at+int(size)]
	l.next, l.rest = i+1, l.rest[at+int(size):]
	for k := 0; k < len(b); {
		var position, more uint32
		position, k = varint(b, pass(b, k)) // behind the field
		more, k = varint(b, pass(b, pass(b, k)))
		for range more {
			k = pass(b, k)
		}
		dst = append(dst, int32(position)-1)
	}
	return dst
}

// goTo goes to the i-th document of the term, in some chunk.
func (l *locations) goTo(chunk uint32, i int) {
	if chunk != l.chunk {
		l.chunk, l.rest = chunk, l.chunks[l.ends[chunk-1]:l.ends[chunk]]
		l.next = seek(l.docs, l.next, chunk*l.each)
	}
	b, k := l.rest, 0
	for ; l.next < i; l.next++ {
		var size uint32
		size, k = varint(b, k)
		k += int(size)
	}
	l.rest = b[k:]
}

// varint reads a number of 32 bits.
func varint(b []byte, at int) (v uint32, next int) {
	v = uint32(b[at] & 0x7F)
	for shift := 7; b[at] >= 0x80; shift += 7 {
		at++
		v |= uint32(b[at]&0x7F) << shift
	}
	return v, at + 1
}

// pass goes behind a number.
func pass(b []byte, at int) int {
	for b[at] >= 0x80 {
		at++
	}
	return at + 1
}
