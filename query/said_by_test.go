package query

import (
	"slices"
	"testing"

	"dateline/corpus"
)

func TestSpellings(t *testing.T) {
	var got []string
	for _, same := range spellings([]Count{{Value: "George Bush", Articles: 2}, {Value: "George H. W. Bush", Articles: 3},
		{Value: "George W. Bush", Articles: 9}, {Value: "GEORGE W BUSH", Articles: 1}, {Value: "George H.W. Bush", Articles: 1}, {Value: "Laura Bush", Articles: 1}}) {
		line := ""
		for _, c := range same {
			line += c.Value + "; "
		}
		got = append(got, line)
	}
	slices.Sort(got)
	want := []string{"George H. W. Bush; George H.W. Bush; ", "George W. Bush; George Bush; GEORGE W BUSH; ", "Laura Bush; "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		kind corpus.PersonKind
		want bool
	}{
		{"Hannah Okafor", corpus.Individual, true}, {"okafor", corpus.Individual, true}, {"", corpus.Individual, false},
		{"Interfax", corpus.Organisation, true}, {"al-Jazeera", corpus.Organisation, true}, {"al Qaeda", corpus.Organisation, true},
		{"eBay", corpus.Organisation, true}, {"Интерфакс", corpus.Organisation, true}, {"نوفوستي", corpus.Organisation, true},
		{"company", corpus.Organisation, false}, {"his office", corpus.Organisation, false}, {"Kurds", corpus.Group, false},
	} {
		if got := IsNamed(corpus.Person{Canonical: c.name, Kind: c.kind}); got != c.want {
			t.Errorf("IsNamed(%q, %s) = %v", c.name, c.kind, got)
		}
	}
}
