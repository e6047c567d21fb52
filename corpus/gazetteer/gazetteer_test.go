package gazetteer

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// TestLookup holds names against the place that comes first: "name => place".
func TestLookup(t *testing.T) {
	f, err := os.Open("testdata/lookup.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		name, want, _ := strings.Cut(s.Text(), " => ")
		got := "nothing"
		if es := Lookup(name); len(es) > 0 {
			got = show(es[0])
		}
		if got != want {
			t.Errorf("%s => %s, want %s", name, got, want)
		}
	}
}

func show(e Entry) string {
	where := []string{string(e.Kind), e.Name}
	for _, s := range []string{e.Admin2, e.Admin1, e.Country} {
		if s != "" && s != e.Name {
			where = append(where, s)
		}
	}
	return strings.Join(where, ", ")
}

// TestMembers holds that every code of a group is a country's, and that groups go by any of their names.
func TestMembers(t *testing.T) {
	for name, codes := range codesOf() {
		if got := Members(name); len(got) != len(codes) {
			t.Errorf("%s has %d countries for %d codes", name, len(got), len(codes))
		}
	}
	if a, b := Members("EU"), Members("european union"); len(a) != 27 || len(b) != 27 {
		t.Errorf("the EU has %d and %d members", len(a), len(b))
	}
	if Members("Raqqa") != nil {
		t.Error("Raqqa has members")
	}
}

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		words string
		n     int
		name  string
	}{
		{"New York City mayor", 3, "New York City"},
		{"U.S. Department of State", 1, "United States"},
		{"Rapides Parish Fire District", 2, "Rapides Parish"},
		{"Democratic Republic of the Congo said", 5, "Democratic Republic of the Congo"},
		{"Baldanza said", 0, ""},
	} {
		n, es := Longest(strings.Fields(c.words))
		if n != c.n || n > 0 && es[0].Name != c.name {
			t.Errorf("%s: %d words %v, want %d of %s", c.words, n, es, c.n, c.name)
		}
	}
	if n, _ := Longest(nil); n != 0 {
		t.Error("no words are a name")
	}
}

func TestContainers(t *testing.T) {
	e := Lookup("Rapides Parish")[0]
	var names []string
	for _, id := range e.Containers {
		c, ok := ByID(id)
		if !ok {
			t.Fatalf("container %d is unknown", id)
		}
		names = append(names, c.Name)
	}
	if got := strings.Join(names, ", "); got != "Louisiana, United States" {
		t.Errorf("Rapides Parish lies in %s", got)
	}
}

// TestIDs reads every place and finds it again by its number, inside its own bounds.
func TestIDs(t *testing.T) {
	for i := range world.records.n {
		e := world.entry(ref(i))
		if got, ok := ByID(e.ID); !ok || got.Name != e.Name || got.Lat != e.Lat {
			t.Fatalf("record %d, %s: by its number %d it is %v", i, e.Name, e.ID, got)
		}
		if e.Lat < -90 || e.Lat > 90 || e.Lon < -180 || e.Lon > 180 || e.Kind == "" || e.Name == "" {
			t.Fatalf("record %d: %+v", i, e)
		}
	}
}

func TestDemonym(t *testing.T) {
	for word, want := range map[string]string{"Russian": "Russia", "Syrians": "Syria", "French": "France", "Texan": "Texas", "Russia": "", "xyz": ""} {
		if e, ok := Demonym(word); e.Name != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", word, e.Name, want)
		}
	}
	if es := Lookup("Russian"); len(es) > 0 {
		t.Errorf("a demonym is no place: %v", es[0])
	}
}

// TestOpening holds the promise that the table costs nothing to open.
func TestOpening(t *testing.T) {
	start := time.Now()
	allocs := testing.AllocsPerRun(10, func() { open(embedded) })
	if d := time.Since(start) / 11; d > 5*time.Millisecond || allocs > 2 {
		t.Errorf("opening takes %v and %v allocations", d, allocs)
	}
	if open("dlgz").records.n != 0 || open(embedded[:1000]).records.n != 0 {
		t.Error("a cut table must be empty")
	}
}

func TestBuild(t *testing.T) {
	raw, err := Build([]Source{
		{ID: 9, Name: "Ruritania", Kind: kinds[2], Code: "RR", Demonyms: []string{"Ruritanian"}},
		{ID: -4, Name: "Strelsau County", Kind: kinds[1], In: 9},
		{ID: 7, Name: "Zenda", Kind: kinds[0], In: -4, Lat: 50.12345, Lon: -14.5, Population: 123456, Names: []Named{{"Зенда", Variant}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	h := newHash()
	h.word("ЗЕНДА")
	es := open(string(raw)).entries(open(string(raw)).find(h.sum()))
	if got := fmt.Sprintf("%+v", es); got != "[{ID:7 Name:Zenda Country:RR Admin1:Strelsau County Admin2: Kind:city Population:123456 "+
		"Lat:50.1235 Lon:-14.5 Capital:false Second:false As:2 Containers:[-4 9]}]" {
		t.Error(got)
	}
	if _, err := Build([]Source{{ID: 1, Name: "a"}, {ID: 1, Name: "b"}}); err == nil {
		t.Error("two places of one number must be refused")
	}
}

func BenchmarkMatch(b *testing.B) {
	words := strings.Fields("Springfield Police Department said on Monday")
	for i := 0; b.Loop(); i++ {
		Match(words[i%4:])
	}
}
