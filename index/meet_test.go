package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/corpus"
)

// forms makes prints of texts that agree in a third of their values, and else have one of so many.
func forms(n, variety int, rnd *rand.Rand) []*Print {
	list := make([]*Print, n)
	for i := range list {
		p := &Print{ID: corpus.ID(fmt.Sprintf("%032x", rnd.Uint64())), Words: leastWords}
		for v := range p.Sketch {
			if p.Sketch[v] = uint16(v); v > 20 {
				p.Sketch[v] = uint16(rnd.IntN(variety))
			}
		}
		list[i] = p
	}
	return list
}

// Whatever comes and goes in whatever order, the pairs known in the end are those of all texts read at once.
func TestMeetingsOfAnyOrder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	all := forms(3*crowd, 30, rnd)
	place := map[corpus.ID]int{}
	for i, p := range all {
		place[p.ID] = i
	}
	type known = map[[2]int]bool
	add := func(to known, texts []*Print, pairs []pair) {
		for _, p := range pairs {
			to[[2]int{place[texts[p>>32].ID], place[texts[uint32(p)].ID]}] = true
		}
	}
	held, got := map[int]bool{}, known{}
	var before crowds
	crowded := 0
	for step := range 30 {
		fresh := map[corpus.ID]bool{}
		for range 1 + rnd.IntN(2*crowd)>>(2*(step%4)) {
			i := rnd.IntN(len(all))
			if held[i] = !held[i] && step%4 != 3; held[i] { // at times, more go than come
				fresh[all[i].ID] = true
				continue
			}
			delete(held, i)
			delete(fresh, all[i].ID)
			maps.DeleteFunc(got, func(p [2]int, _ bool) bool { return p[0] == i || p[1] == i })
		}
		var texts []*Print
		for _, i := range slices.Sorted(maps.Keys(held)) {
			texts = append(texts, all[i])
		}
		pairs, now := meetings(texts, fresh, before)
		add(got, texts, pairs)
		maps.DeleteFunc(got, func(p [2]int, _ bool) bool { return !now.meet(all[p[0]], all[p[1]]) })
		before = now
		crowded += len(now)

		fresh = map[corpus.ID]bool{}
		for _, p := range texts {
			fresh[p.ID] = true
		}
		want := known{}
		pairs, _ = meetings(texts, fresh, nil)
		add(want, texts, pairs)
		if !maps.Equal(got, want) {
			t.Fatalf("step %d, %d texts: %d pairs, %d when all are new", step, len(texts), len(got), len(want))
		}
	}
	if crowded == 0 {
		t.Error("no room was ever crowded")
	}
}

// The pairs that are read grow with the texts, not with their square, where all fill in one form.
func TestMeetingsOfForms(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	count := func(n int) int {
		texts := forms(n, 60_000, rnd)
		fresh := map[corpus.ID]bool{}
		for _, p := range texts {
			fresh[p.ID] = true
		}
		pairs, _ := meetings(texts, fresh, nil)
		return len(pairs)
	}
	if few, many := count(2000), count(8000); many > 5*few {
		t.Errorf("%d pairs of 2,000 texts, %d of 8,000", few, many)
	}
}
