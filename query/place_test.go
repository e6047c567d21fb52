package query

import (
	"fmt"
	"strings"
	"testing"
)

func TestAround(t *testing.T) {
	for typed, want := range map[string]string{
		"Raqqa":                    "within 50 km of 35.95, 39.01",
		"Raqqa,20km":               "within 20 km of 35.95, 39.01",
		"Raqqa 20":                 "within 20 km of 35.95, 39.01",
		"raqqa, 10 mi":             "within 16.09 km of 35.95, 39.01",
		"Paris, Texas, 20km":       "within 20 km of 33.66, -95.56",
		"35.95,39.01,100":          "within 100 km of 35.95, 39.01",
		"35.95 39.01":              "within 50 km of 35.95, 39.01",
		"35.95° N, 39.01° W, 500m": "within 0.5 km of 35.95, -39.01",
		"-33.9,18.4":               "within 50 km of -33.90, 18.40",
		"95,39":                    `nothing: near: knows no place "95"`,
		"35.95,39.01,far":          `nothing: near: reads no distance in "far"`,
		"Nowhereville,20km":        `nothing: near: knows no place "Nowhereville"`,
		"Tripoli, Lebanon":         "within 50 km of 34.43, 35.84",
	} {
		p := &planner{plan: &Plan{}}
		n, err := p.around(Around{Text: typed})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(tree(n, "", valueKeys, nil), "")
		if a, ok := n.(Around); ok {
			got = fmt.Sprintf("within %.4g km of %.2f, %.2f", a.Km, a.Lat, a.Lon)
		}
		if got != want || len(p.plan.Notes) > 0 {
			t.Errorf("near:%q: %s, notes %q, want %s", typed, got, p.plan.Notes, want)
		}
	}
}

// What a name may mean is said where it may mean several places, each written so that it alone is found.
func TestSenses(t *testing.T) {
	for name, want := range map[string]string{
		"Georgia":       `"Georgia, GE", "Georgia, US"`,
		"Tripoli":       `"Tripoli, LY", "Tripoli, LB"`,
		"Paris":         `"Paris, FR"`,
		"New York":      `"New York City, New York"`,
		"Syria":         `"Syria, SY"`,
		"Tripoli, LB":   "",
		"Middle East":   "",
		"no such place": "",
	} {
		if got := orList(senses(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		for _, s := range senses(name) {
			if len(places(s)) == 0 {
				t.Errorf("%s names nothing", s)
			}
		}
	}
}
