package disk

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/index"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A book is an index whose ledger can be read: the writer's live one, or a generation.
type book interface {
	reading(context.Context, func(*scorch.IndexSnapshot) error) error
}

// Roots implements index.Store.
func (w *Writer) Roots(ctx context.Context) ([]index.Root, error) { return roots(ctx, w) }

// Entry implements index.Store.
func (w *Writer) Entry(ctx context.Context, root, path string) (index.Entry, bool, error) {
	return entry(ctx, w, root, path)
}

// Entries implements index.Store.
func (w *Writer) Entries(ctx context.Context, root string) iter.Seq2[index.Entry, error] {
	return entries(ctx, w, root)
}

// Roots gives the indexed roots as published.
func (r *Reader) Roots(ctx context.Context) ([]index.Root, error) { return roots(ctx, r) }

// Entry gives the ledger's entry of one file as published.
func (r *Reader) Entry(ctx context.Context, root, path string) (index.Entry, bool, error) {
	return entry(ctx, r, root, path)
}

// Entries gives the ledger's entries of a root as published, in any order.
func (r *Reader) Entries(ctx context.Context, root string) iter.Seq2[index.Entry, error] {
	return entries(ctx, r, root)
}

func roots(ctx context.Context, b book) ([]index.Root, error) {
	var roots []index.Root
	for s, err := range stored(ctx, b, rootPrefix, rootField) {
		if err != nil {
			return nil, err
		}
		roots = append(roots, index.Root{Name: strings.TrimPrefix(s.id, rootPrefix), Path: string(s.value)})
	}
	slices.SortFunc(roots, func(a, b index.Root) int { return strings.Compare(a.Name, b.Name) })
	return roots, nil
}

func entry(ctx context.Context, b book, root, path string) (e index.Entry, ok bool, err error) {
	err = b.reading(ctx, func(snapshot *scorch.IndexSnapshot) error {
		key := entryID(root, path)
		for _, s := range snapshot.Segments() {
			value, err := storedUnder(s, key, entryField)
			if err != nil {
				return err
			}
			if value != nil {
				e, err = decodeEntry(key, value)
				ok = err == nil
				return err
			}
		}
		return nil
	})
	return e, ok, err
}

func entries(ctx context.Context, b book, root string) iter.Seq2[index.Entry, error] {
	return func(yield func(index.Entry, error) bool) {
		for s, err := range stored(ctx, b, entryID(root, ""), entryField) {
			var e index.Entry
			if err == nil {
				e, err = decodeEntry(s.id, s.value)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Prints implements index.Store.
func (w *Writer) Prints(ctx context.Context) iter.Seq2[index.Print, error] {
	return func(yield func(index.Print, error) bool) {
		for s, err := range stored(ctx, w, "", printField) {
			var p index.Print
			if err == nil {
				p, err = decodePrint(corpus.ID(s.id), s.value)
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// Articles implements index.Store.
func (w *Writer) Articles(ctx context.Context, ids []corpus.ID) ([]*corpus.Article, error) {
	articles := make([]*corpus.Article, len(ids))
	err := w.reading(ctx, func(snapshot *scorch.IndexSnapshot) error {
		for i, id := range ids {
			for _, s := range snapshot.Segments() {
				b, err := storedUnder(s, string(id), articleField)
				if err != nil {
					return err
				}
				if b == nil {
					continue
				}
				if articles[i], err = decodeArticle(b); err != nil {
					return fmt.Errorf("article %s: %w", id, err)
				}
			}
		}
		return nil
	})
	return articles, err
}

// reading calls f with the newest state of the live index.
func (w *Writer) reading(ctx context.Context, f func(*scorch.IndexSnapshot) error) (err error) {
	if err := w.ready(ctx); err != nil {
		return err
	}
	snapshot, err := snapshotOf(w.scorch)
	if err != nil {
		return err
	}
	defer snapshot.Close()
	return guarded(func() error { return f(snapshot) })
}

// reading calls f with the generation.
func (r *Reader) reading(ctx context.Context, f func(*scorch.IndexSnapshot) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return guarded(func() error { return f(r.snapshot) })
}

// A storedValue is one stored part of a document.
type storedValue struct {
	id    string
	value []byte // valid until the next one
}

// stored gives a stored part of every document whose id begins with prefix and that has it.
func stored(ctx context.Context, b book, prefix, field string) iter.Seq2[storedValue, error] {
	return func(yield func(storedValue, error) bool) {
		stopped := false
		err := b.reading(ctx, func(snapshot *scorch.IndexSnapshot) error {
			for _, s := range snapshot.Segments() {
				for doc, err := range documentsUnder(s, prefix) {
					if err != nil {
						return err
					}
					v, err := storedIn(s.Segment(), doc, field)
					if err != nil {
						return err
					}
					if v.value != nil && !yield(v, nil) {
						stopped = true
						return nil
					}
				}
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil && !stopped {
			yield(storedValue{}, err)
		}
	}
}

// documentsUnder gives a segment's live documents whose ids begin with prefix.
func documentsUnder(s *scorch.SegmentSnapshot, prefix string) iter.Seq2[uint64, error] {
	return func(yield func(uint64, error) bool) {
		if prefix == "" {
			for doc := range s.Segment().Count() {
				if d := s.Deleted(); (d == nil || !d.Contains(uint32(doc))) && !yield(doc, nil) {
					return
				}
			}
			return
		}
		ids, err := s.Segment().Dictionary(idField)
		if err != nil {
			yield(0, err)
			return
		}
		entries := ids.AutomatonIterator(nil, []byte(prefix), afterPrefix(prefix))
		for e, err := entries.Next(); e != nil || err != nil; e, err = entries.Next() {
			if err != nil {
				yield(0, err)
				return
			}
			doc, ok, err := onlyDocument(s, ids, e.Term)
			if (ok || err != nil) && !yield(doc, err) {
				return
			}
		}
	}
}

// afterPrefix is the first term behind all that begin with prefix; nil for an empty prefix.
func afterPrefix(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}

// onlyDocument gives the live document that has an id.
func onlyDocument(s *scorch.SegmentSnapshot, ids segment.TermDictionary, id string) (doc uint64, ok bool, err error) {
	list, err := ids.PostingsList([]byte(id), s.Deleted(), nil)
	if err != nil {
		return 0, false, err
	}
	p, err := list.Iterator(false, false, false, nil).Next()
	if p == nil || err != nil {
		return 0, false, err
	}
	return p.Number(), true, nil
}

// storedUnder gives a stored part of the live document that has an id, nil where the segment has none.
func storedUnder(s *scorch.SegmentSnapshot, id, field string) ([]byte, error) {
	ids, err := s.Segment().Dictionary(idField)
	if err != nil {
		return nil, err
	}
	doc, ok, err := onlyDocument(s, ids, id)
	if !ok || err != nil {
		return nil, err
	}
	v, err := storedIn(s.Segment(), doc, field)
	return v.value, err
}

// storedIn copies a stored part of a document and its id.
func storedIn(s segment.Segment, doc uint64, field string) (storedValue, error) {
	var v storedValue
	err := s.VisitStoredFields(doc, func(name string, _ byte, value []byte, _ []uint64) bool {
		switch name {
		case idField:
			v.id = string(value)
		case field:
			v.value = append(make([]byte, 0, len(value)), value...)
			return false
		}
		return true // stopping at the id would put zapx's buffer back twice
	})
	return v, err
}
