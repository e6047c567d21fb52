package disk

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/query"

	"github.com/RoaringBitmap/roaring/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// TestPostings reads every posting both ways, decoded here and by bleve's iterators: of an index of several segments, and of
// one of a segment so large that its frequent words have their locations in several chunks.
func TestPostings(t *testing.T) {
	for _, size := range []struct{ articles, perBatch int }{{300, 70}, {2500, 2500}} {
		dir, _ := fill(t, 1, size.articles, size.perBatch)
		s := openReader(t, dir).search(context.Background())
		read := 0
		for part, p := range s.r.parts {
			for _, field := range p.Fields() {
				err := s.walk(part, field, query.Pattern{}, func(term string) error {
					read++
					return comparePostings(t, s, part, field, term)
				})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		if read < 1000 {
			t.Errorf("only %d terms were compared", read)
		}
	}
}

func comparePostings(t *testing.T, s *search, part int, field, term string) error {
	p := s.r.parts[part]
	e, err := s.find(part, field, term)
	if err != nil {
		return err
	}
	d, err := s.dictionary(part, field)
	if err != nil {
		return err
	}
	list, err := d.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return err
	}
	docs := e.documents(p.column.n, &s.ints)
	tfs := e.tfs(len(docs), &s.ints)
	at := map[uint32][]int32{}
	it := list.Iterator(true, true, true, nil)
	for i, doc := range docs {
		next, err := it.Next()
		if err != nil {
			return err
		}
		if next.Number() != uint64(doc) || next.Frequency() != uint64(tfs[i]) {
			t.Fatalf("%q in %s: document %d has it %d times, not %d %d times", term, field, next.Number(), next.Frequency(), doc, tfs[i])
		}
		if length := p.length(field, doc); slices.Contains(textFields, field) && uint64(length) != next.(*zap.Posting).NormUint64() {
			t.Fatalf("document %d has %d words in %s, not %d", doc, next.(*zap.Posting).NormUint64(), field, length)
		}
		for _, l := range next.Locations() {
			at[doc] = append(at[doc], int32(l.Pos())-1)
		}
		if slices.Contains(textFields, field) && len(at[doc]) != int(tfs[i]) {
			t.Fatalf("%q in %s: document %d has it %d times and at %v", term, field, doc, tfs[i], at[doc])
		}
	}
	if next, err := it.Next(); next != nil || err != nil {
		t.Fatalf("%q in %s stands in more than %v: %v, %v", term, field, docs, next, err)
	}
	compareLocations(t, e, docs, p.column.n, at)
	return nil
}

// compareLocations reads the locations of all documents of a segment that has n, and of some only, in steps short and long.
func compareLocations(t *testing.T, e encoded, docs []uint32, n int, want map[uint32][]int32) {
	for _, step := range []int{1, 7, 1500} {
		l := e.locate(docs, n)
		for doc := step - 1; doc < n; doc += step {
			if got := l.read(uint32(doc), nil); !slices.Equal(got, want[uint32(doc)]) {
				t.Fatalf("in steps of %d: document %d has a term at %v, not %v", step, doc, got, want[uint32(doc)])
			}
		}
	}
}

// TestUnroar reads bitmaps of every kind of container, alone and mixed.
func TestUnroar(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 0))
	const container = 1 << 16
	for _, kinds := range []string{"a", "b", "r", "ab", "rar", "abrab", "barbara", "rrrr"} {
		b := roaring.New()
		for i, kind := range kinds {
			from := uint32(i * container)
			switch kind {
			case 'a':
				for range 1 + random.IntN(arrayMost) {
					b.Add(from + random.Uint32N(container))
				}
			case 'b':
				for range arrayMost * 4 {
					b.Add(from + random.Uint32N(container))
				}
			case 'r':
				b.AddRange(uint64(from)+100, uint64(from)+50000)
				b.AddRange(uint64(from)+60000, uint64(from)+60001)
			}
		}
		for range 2 {
			bytes, err := b.ToBytes()
			if err != nil {
				t.Fatal(err)
			}
			if got := unroar(bytes, len(kinds)*container, &slab[uint32]{}); !slices.Equal(got, b.ToArray()) {
				t.Errorf("%s: %d values of %d", kinds, len(got), b.GetCardinality())
			}
			b.RunOptimize()
		}
	}
}

// A run that is longer than all documents are must not be believed: 64,000 such would fill the memory.
func TestUnroarRefusesRuns(t *testing.T) {
	b := roaring.New()
	b.AddRange(100, 50000)
	b.RunOptimize()
	bytes, err := b.ToBytes()
	if err != nil {
		t.Fatal(err)
	}
	bytes[len(bytes)-1] = 0xff // of how many follow the first
	defer func() {
		if recover() == nil {
			t.Error("a run of more documents than there are was believed")
		}
	}()
	unroar(bytes, 1<<16, &slab[uint32]{})
}
