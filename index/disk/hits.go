package disk

import "slices"

// hits are documents of one segment, ascending, with their scores and, once they are counted, the matches in each.
// Without scores each is 0.
type hits struct {
	docs    []uint32
	scores  []float64
	matches []uint32
}

// A result is the hits of every segment.
type result []hits

func (r result) len() int {
	n := 0
	for _, h := range r {
		n += len(h.docs)
	}
	return n
}

// uncount makes room for counting the matches in every hit.
func (r result) uncount() {
	for i := range r {
		r[i].matches = make([]uint32, len(r[i].docs))
	}
}

func (r result) matches() int {
	n := 0
	for _, h := range r {
		for _, m := range h.matches {
			n += int(m)
		}
	}
	return n
}

func (h hits) score(i int) float64 {
	if h.scores == nil {
		return 0
	}
	return h.scores[i]
}

func (h hits) matched(i int) uint32 {
	if h.matches == nil {
		return 0
	}
	return h.matches[i]
}

// intersect keeps what both have and adds the scores.
func intersect(a, b hits) hits {
	if len(a.docs) > len(b.docs) {
		a, b = b, a
	}
	out := hits{docs: make([]uint32, 0, len(a.docs))}
	scored := a.scores != nil || b.scores != nil
	if scored {
		out.scores = make([]float64, 0, len(a.docs))
	}
	j := 0
	for i, doc := range a.docs {
		if j = seek(b.docs, j, doc); j == len(b.docs) {
			break
		}
		if b.docs[j] == doc {
			out.docs = append(out.docs, doc)
			if scored {
				out.scores = append(out.scores, a.score(i)+b.score(j))
			}
		}
	}
	return out
}

// seek gives the first place from j on whose document is not before doc, in steps that double: the lists of an AND
// are often of very different length.
func seek(docs []uint32, j int, doc uint32) int {
	step := 1
	for j+step < len(docs) && docs[j+step] < doc {
		j += step
		step *= 2
	}
	for j < len(docs) && docs[j] < doc {
		if step > 1 {
			n, _ := slices.BinarySearch(docs[j:min(j+step+1, len(docs))], doc)
			return j + n
		}
		j++
	}
	return j
}

// subtract keeps what a has and b has not, with a's scores.
func subtract(a, b hits) hits {
	out := hits{docs: make([]uint32, 0, len(a.docs))}
	if a.scores != nil {
		out.scores = make([]float64, 0, len(a.docs))
	}
	j := 0
	for i, doc := range a.docs {
		j = seek(b.docs, j, doc)
		if j < len(b.docs) && b.docs[j] == doc {
			continue
		}
		out.docs = append(out.docs, doc)
		if a.scores != nil {
			out.scores = append(out.scores, a.scores[i])
		}
	}
	return out
}

// each combines two results segment by segment.
func each(a, b result, f func(a, b hits) hits) result {
	out := make(result, len(a))
	for i := range a {
		out[i] = f(a[i], b[i])
	}
	return out
}

// gain adds the scores that b has for the same documents.
func (h *hits) gain(b hits) {
	if b.scores == nil {
		return
	}
	if h.scores == nil {
		h.scores = make([]float64, len(h.docs))
	}
	i := 0
	for j, doc := range b.docs {
		if i = seek(h.docs, i, doc); i == len(h.docs) {
			return
		}
		if h.docs[i] == doc {
			h.scores[i] += b.scores[j]
		}
	}
}
