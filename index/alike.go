package index

import (
	"context"
	"fmt"
	"slices"

	"dateline/corpus"
)

// leastAlike is the share of equal values below which two sketches are not worth reading their texts for.
const leastAlike = .15

// A reader compares texts. It keeps the last ones that it read: pairs come in canonical order, so that copies, which are
// mostly of a few days, meet there.
type reader struct {
	store Store
	texts map[corpus.ID]*wording
	order []corpus.ID // as they were read
	kept  int         // bytes
}

// readerBytes bounds what a reader keeps: some twenty thousand articles.
const readerBytes = 64 << 20

// A wording is a text as a set of shingles and one of figures, both sorted.
type wording struct {
	shingles []uint64
	figures  []uint64
}

func (r *reader) alike(ctx context.Context, a, b corpus.ID) (bool, error) {
	x, err := r.read(ctx, a)
	if err != nil {
		return false, err
	}
	y, err := r.read(ctx, b)
	if err != nil {
		return false, err
	}
	return x.alike(y), nil
}

func (r *reader) read(ctx context.Context, id corpus.ID) (*wording, error) {
	if w, ok := r.texts[id]; ok {
		return w, nil
	}
	articles, err := r.store.Articles(ctx, []corpus.ID{id})
	if err != nil {
		return nil, err
	}
	if articles[0] == nil {
		return nil, fmt.Errorf("article %s is in the story table and not in the index", id)
	}
	if r.texts == nil {
		r.texts = map[corpus.ID]*wording{}
	}
	w := wordingOf(articles[0].Body)
	r.texts[id] = w
	r.order = append(r.order, id)
	for r.kept += w.bytes(); r.kept > readerBytes && len(r.order) > 2; r.order = r.order[1:] {
		r.kept -= r.texts[r.order[0]].bytes()
		delete(r.texts, r.order[0])
	}
	return w, nil
}

func (w *wording) bytes() int { return 8 * (cap(w.shingles) + cap(w.figures)) }

func wordingOf(body string) *wording {
	words := foldedWords(body)
	w := &wording{shingles: sorted(shingles(words))}
	for i, word := range words {
		if word[0] >= '0' && word[0] <= '9' {
			w.figures = append(w.figures, shingles([]string{word, words[max(0, i-1)], ""})...)
		}
	}
	w.figures = sorted(w.figures)
	return w
}

func sorted(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// Two texts are near-copies where the shorter has at least half of its shingles in the longer, and its figures too.
const (
	leastShared  = .5
	leastFigures = .6
	fewFigures   = 3
)

func (w *wording) alike(o *wording) bool {
	if share(w.shingles, o.shingles) < leastShared {
		return false
	}
	return min(len(w.figures), len(o.figures)) < fewFigures || share(w.figures, o.figures) >= leastFigures
}

// share is the part of the smaller set that is in the other.
func share(a, b []uint64) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	both, j := 0, 0
	for _, h := range a {
		for j < len(b) && b[j] < h {
			j++
		}
		if j < len(b) && b[j] == h {
			both++
		}
	}
	return float64(both) / float64(len(a))
}
