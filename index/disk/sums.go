package disk

import "math/bits"

// postings are documents of one segment, ascending, with the frequency in each where that was read.
type postings struct{ docs, tfs []uint32 }

// without copies the postings of all but some documents.
func (p postings) without(docs set, ints *slab[uint32]) postings {
	out := postings{docs: ints.make(len(p.docs))[:0]}
	if p.tfs != nil {
		out.tfs = ints.make(len(p.tfs))[:0]
	}
	for i, doc := range p.docs {
		if docs.has(doc) {
			continue
		}
		out.docs = append(out.docs, doc)
		if p.tfs != nil {
			out.tfs = append(out.tfs, p.tfs[i])
		}
	}
	return out
}

// among copies the postings of some documents.
func (p postings) among(docs []uint32, ints *slab[uint32]) postings {
	n := min(len(p.docs), len(docs))
	out := postings{ints.make(n)[:0], ints.make(n)[:0]}
	i, j := 0, 0
	for i < len(p.docs) && j < len(docs) {
		switch a, b := p.docs[i], docs[j]; {
		case a < b:
			i = seek(p.docs, i, b)
		case a > b:
			j = seek(docs, j, a)
		default:
			out.docs, out.tfs = append(out.docs, a), append(out.tfs, p.tfs[i])
			i, j = i+1, j+1
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

// merge joins postings of a segment of n documents and, where they are wanted, adds the frequencies of those in several.
// Without, some lists may have them: those that were read for something else.
func (r *room) merge(lists []postings, tfs bool, n int) postings {
	switch len(lists) {
	case 0:
		return postings{}
	case 1:
		return lists[0]
	}
	r.sums.fit(n)
	for _, p := range lists {
		for _, doc := range p.docs {
			r.sums.in.add(doc)
		}
		if tfs {
			for i, tf := range p.tfs {
				r.sums.tfs[p.docs[i]] += tf
			}
		}
	}
	out := postings{docs: r.take()}
	if tfs {
		out.tfs = r.ints.make(len(out.docs))
		for i, doc := range out.docs {
			out.tfs[i], r.sums.tfs[doc] = r.sums.tfs[doc], 0
		}
	}
	return out
}

// unite has what any of the hits in a segment of n documents has and adds the scores, from the first list to the last.
func (r *room) unite(lists []hits, n int) hits {
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
	r.sums.fit(n)
	for _, h := range some {
		for _, doc := range h.docs {
			r.sums.in.add(doc)
		}
		for i, score := range h.scores {
			r.sums.scores[h.docs[i]] += score
		}
	}
	out := hits{docs: r.take()}
	if scored {
		out.scores = r.floats.make(len(out.docs))
		for i, doc := range out.docs {
			out.scores[i], r.sums.scores[doc] = r.sums.scores[doc], 0
		}
	}
	return out
}

// take empties the set.
func (r *room) take() []uint32 {
	n := 0
	for _, w := range r.sums.in {
		n += bits.OnesCount64(w)
	}
	docs := r.ints.make(n)
	k := 0
	for i, w := range r.sums.in {
		if w == 0 {
			continue
		}
		r.sums.in[i] = 0
		for ; w != 0; w &= w - 1 {
			docs[k] = uint32(i*64 + bits.TrailingZeros64(w))
			k++
		}
	}
	return docs
}

// occur adds up the frequencies of postings in a segment of n documents to the matches of hits.
func (r *room) occur(h hits, lists []postings, n int) {
	r.sums.fit(n)
	for _, p := range lists {
		for i, doc := range p.docs {
			r.sums.tfs[doc] += p.tfs[i]
		}
	}
	for i, doc := range h.docs {
		h.matches[i] = r.sums.tfs[doc]
	}
	clear(r.sums.tfs)
}
