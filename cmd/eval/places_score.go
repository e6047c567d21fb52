package main

import (
	"fmt"
	"math"
	"slices"
)

const (
	farthest = 20039 // km, half the way round: the error of a place without a point
	sameArea = 161   // km: 100 miles, the field's measure of a right place
)

// A placeScore counts as the referee's score_places.py does.
type placeScore struct {
	gold, system, exact, overlap  int
	geocoded, skipped, unresolved int
	endToEnd                      int
	km                            []float64
	trusted                       [10][2]int          // by tenths of trust: right, all
	errors                        map[string][]string // class → lines
}

// A pair is an overlap of gold place i and found place j.
type pair struct {
	share float64 // of overlap over union
	i, j  int
}

// add scores one article. Its errors are listed whatever its number: -half chooses what is read.
func (s *placeScore) add(g goldPlaces, found []foundPlace) {
	found = distinct(found)
	s.gold += len(g.Places)
	s.system += len(found)
	for _, p := range g.Places {
		if p.Lat != nil {
			s.geocoded++
		}
	}
	goldOf, foundOf := map[int]int{}, map[int]int{}
	for _, m := range pairs(g.Places, found) {
		if _, taken := goldOf[m.i]; taken {
			continue
		}
		if _, taken := foundOf[m.j]; taken {
			continue
		}
		goldOf[m.i], foundOf[m.j] = m.j, m.i
		s.match(g, g.Places[m.i], found[m.j], m.share == 1)
	}
	s.unmatched(g, found, goldOf, foundOf)
}

// distinct drops found places without bytes and those whose span was found before.
func distinct(found []foundPlace) []foundPlace {
	seen := map[[2]int]bool{}
	return slices.DeleteFunc(slices.Clone(found), func(f foundPlace) bool {
		k := [2]int{f.Start, f.End}
		drop := f.End <= f.Start || seen[k]
		seen[k] = true
		return drop
	})
}

func pairs(gold []goldPlace, found []foundPlace) []pair {
	var out []pair
	for i, p := range gold {
		for j, f := range found {
			if both := min(p.End, f.End) - max(p.Start, f.Start); both > 0 {
				out = append(out, pair{float64(both) / float64(max(p.End, f.End)-min(p.Start, f.Start)), i, j})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		switch {
		case a.share > b.share:
			return -1
		case a.share < b.share:
			return 1
		}
		return 0
	})
	return out
}

func (s *placeScore) match(g goldPlaces, p goldPlace, f foundPlace, exact bool) {
	s.overlap++
	if exact {
		s.exact++
	} else {
		s.fail("span", fmt.Sprintf("gold %q, found %q in %s", p.Text, f.Text, around(g.Text, p.Start, p.End)))
	}
	if p.Lat == nil {
		s.skipped++
		return
	}
	d := float64(farthest)
	if f.Lat != nil {
		d = distance(*p.Lat, *p.Lon, *f.Lat, *f.Lon)
		s.trust(f, d <= sameArea)
	} else {
		s.unresolved++
	}
	s.km = append(s.km, d)
	if d <= sameArea {
		s.endToEnd++
		return
	}
	class := "wrong place, " + f.place.Rule
	if f.Lat == nil {
		class = "no place known"
	}
	s.fail(class, fmt.Sprintf("%s, %s %s: %.0f km off (gold %.1f,%.1f) in %s", f.place.Name, f.place.Admin, f.place.Country, d, *p.Lat, *p.Lon, around(g.Text, p.Start, p.End)))
}

func (s *placeScore) unmatched(g goldPlaces, found []foundPlace, goldOf, foundOf map[int]int) {
	for i, p := range g.Places {
		if _, ok := goldOf[i]; !ok {
			s.fail("missed", around(g.Text, p.Start, p.End))
		}
	}
	for j, f := range found {
		if _, ok := foundOf[j]; !ok {
			s.trust(f, false)
			s.fail("no place in the gold", fmt.Sprintf("%s (%s, %s)", around(g.Text, f.Start, f.End), f.place.Name, f.place.Country))
		}
	}
}

// trust counts how often a trust was deserved.
func (s *placeScore) trust(f foundPlace, right bool) {
	t := &s.trusted[min(9, int(f.place.Trust*10))]
	t[1]++
	if right {
		t[0]++
	}
}

func (s *placeScore) fail(class, line string) { s.errors[class] = append(s.errors[class], line) }

func distance(a, b, c, d float64) float64 {
	const earth, radian = 6371.0, math.Pi / 180
	hav := func(x float64) float64 { return math.Pow(math.Sin(x/2), 2) }
	h := hav((c-a)*radian) + math.Cos(a*radian)*math.Cos(c*radian)*hav((d-b)*radian)
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(h)))
}

func (s *placeScore) print(given bool) {
	near := 0
	for _, d := range s.km {
		if d <= sameArea {
			near++
		}
	}
	slices.Sort(s.km)
	median := 0.0
	if n := len(s.km); n > 0 {
		median = (s.km[n/2] + s.km[(n-1)/2]) / 2
	}
	if !given {
		fmt.Printf("recognition exact   %s\n", ratio(s.exact, s.system, s.exact, s.gold))
		fmt.Printf("recognition overlap %s   gold %d system %d\n", ratio(s.overlap, s.system, s.overlap, s.gold), s.gold, s.system)
	}
	fmt.Printf("resolution          acc@161 %.3f median %.1f km (n %d, without a point %d)\n", share(near, len(s.km)), median, len(s.km), s.unresolved)
	if !given {
		fmt.Printf("end-to-end          %s   (gold with coordinates %d)\n", ratio(s.endToEnd, s.system-s.skipped, s.endToEnd, s.geocoded), s.geocoded)
		fmt.Print("trust               ")
		for i, t := range s.trusted {
			if t[1] > 0 {
				fmt.Printf(" .%d: %.2f of %d", i, share(t[0], t[1]), t[1])
			}
		}
		fmt.Println()
	}
}
