package disk

import "math/bits"

// postings are documents of one segment, ascending, with the frequency in each where that was read.
type postings struct{ docs, tfs []uint32 }

// only copies the postings of some documents.
func (p postings) only(is func(doc uint32) bool) postings {
	var out postings
	for i, doc := range p.docs {
		if !is(doc) {
			continue
		}
		out.docs = append(out.docs, doc)
		if p.tfs != nil {
			out.tfs = append(out.tfs, p.tfs[i])
		}
	}
	return out
}

// sums add up what several lists say of the documents of a segment, in a place for each document: lists of a group or of
// an OR are often of the same length, and merging them in order costs a wrong guess of the processor a document. What is
// added up is taken away again, so that the places are empty for the next.
type sums struct {
	in     set
	tfs    []uint32
	scores []float64
}

// fit makes room for a segment of n documents.
func (s *sums) fit(n int) {
	if len(s.scores) < n {
		*s = sums{newSet(n), make([]uint32, n), make([]float64, n)}
	}
}

// merge joins postings and adds the frequencies of documents in several.
func (s *sums) merge(lists []postings, n int) postings {
	switch len(lists) {
	case 0:
		return postings{}
	case 1:
		return lists[0]
	}
	s.fit(n)
	tfs := lists[0].tfs != nil
	for _, p := range lists {
		for _, doc := range p.docs {
			s.in.add(doc)
		}
		for i, tf := range p.tfs {
			s.tfs[p.docs[i]] += tf
		}
	}
	out := postings{docs: s.take()}
	if tfs {
		out.tfs = make([]uint32, len(out.docs))
		for i, doc := range out.docs {
			out.tfs[i], s.tfs[doc] = s.tfs[doc], 0
		}
	}
	return out
}

// unite has what any has and adds the scores, from the first list to the last.
func (s *sums) unite(lists []hits, n int) hits {
	var some []hits
	scored := false
	for _, h := range lists {
		if len(h.docs) > 0 {
			some = append(some, h)
			scored = scored || h.scores != nil
		}
	}
	switch len(some) {
	case 0:
		return hits{}
	case 1:
		return some[0]
	}
	s.fit(n)
	for _, h := range some {
		for _, doc := range h.docs {
			s.in.add(doc)
		}
		for i, score := range h.scores {
			s.scores[h.docs[i]] += score
		}
	}
	out := hits{docs: s.take()}
	if scored {
		out.scores = make([]float64, len(out.docs))
		for i, doc := range out.docs {
			out.scores[i], s.scores[doc] = s.scores[doc], 0
		}
	}
	return out
}

// take empties the set.
func (s *sums) take() []uint32 {
	n := 0
	for _, w := range s.in {
		n += bits.OnesCount64(w)
	}
	docs := make([]uint32, 0, n)
	for i, w := range s.in {
		for ; w != 0; w &= w - 1 {
			docs = append(docs, uint32(i*64+bits.TrailingZeros64(w)))
		}
		s.in[i] = 0
	}
	return docs
}
