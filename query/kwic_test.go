package query

import (
	"iter"
	"slices"
	"strconv"
	"testing"
)

// TestSampled has every line chosen as often as any other, whatever article it stands in.
func TestSampled(t *testing.T) {
	hits := []Scored{{ID: "a", Matches: 2}, {ID: "b"}, {ID: "c", Matches: 3}, {ID: "d", Matches: 1}}
	const seeds, size, lines = 6000, 2, 6
	chosen := map[Scored][3]int{}
	for seed := range uint64(seeds) {
		of, n := sampled(hits, size, seed), 0
		for i, h := range of.hits {
			count := chosen[h]
			for _, line := range of.lines[i] {
				count[line]++
				n++
			}
			chosen[h] = count
		}
		if n != size {
			t.Fatalf("seed %d chose %d lines", seed, n)
		}
	}
	for _, h := range hits {
		for line := range h.Matches {
			if n := chosen[h][line]; n < seeds*size/lines*9/10 || n > seeds*size/lines*11/10 {
				t.Errorf("line %d of %s was chosen %d times of %d", line, h.ID, n, seeds)
			}
		}
	}
	if all := sampled(hits, 100, 1); len(all.hits) != 3 || len(all.lines[1]) != 3 {
		t.Errorf("a sample larger than all is %v", all)
	}
}

// TestSortedLines: the first lines are those of all lines sorted, though most were let go of.
func TestSortedLines(t *testing.T) {
	var all []KwicLine
	for i := range 1000 {
		all = append(all, KwicLine{Start: i, words: []string{strconv.Itoa(i * 7919 % 97)}})
	}
	given := iter.Seq2[KwicLine, error](func(yield func(KwicLine, error) bool) {
		for _, line := range all {
			if !yield(line, nil) {
				return
			}
		}
	})
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b KwicLine) int { return slices.Compare(a.words, b.words) })
	for _, size := range []int{1, 10, 450, 2000} {
		var got []int
		for line := range sortedLines(given, size) {
			got = append(got, line.Start)
		}
		var want []int
		for _, line := range sorted[:min(size, len(all))] {
			want = append(want, line.Start)
		}
		if !slices.Equal(got, want) {
			t.Errorf("the first %d lines are %v, not %v", size, got, want)
		}
	}
}
