package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// How many people a place must have for its alternate names to be kept, by script: the table would double without.
const (
	latinFrom    = 3000
	cyrillicFrom = 6000
	otherFrom    = 30000
)

// keeps says whether an alternate name is worth its room. GeoNames' search spellings ("esukarudesu=engorudani jiao qu"),
// codes ("LON") and districts in brackets are not.
func keeps(name string, population int) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, "'’‘ʻʿ`"))
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 40 || strings.ContainsAny(name, "0123456789=()\";/,+[]?*|_") {
		return false
	}
	switch {
	case unicode.Is(unicode.Latin, first):
		return population >= latinFrom && n >= 4 && unicode.IsUpper(first) && name != strings.ToUpper(name) && strings.Count(name, " ") < 4
	case unicode.Is(unicode.Cyrillic, first):
		return population >= cyrillicFrom && n >= 3
	}
	return population >= otherFrom
}

// languages whose names for countries are kept: those that much news is written in.
var languages = []string{
	"ar", "bg", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro",
	"ru", "sk", "sr", "sv", "tr", "uk", "vi", "zh", "zh-Hant",
}

// countryNames are a country's names in other languages, from Unicode's CLDR.
func countryNames(code string) []string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return nil
	}
	var out []string
	for _, l := range languages {
		if n := display.Regions(language.MustParse(l)); n != nil {
			if s := n.Name(r); s != "" && !strings.ContainsAny(s, "()") {
				out = append(out, s)
			}
		}
	}
	return out
}

// generics are the words by which a region's name tells what it is.
var generics = []string{
	" County", " Parish", " Borough", " Province", " Governorate", " Oblast", " Oblast'", " oblast", " Krai", " Kray", " Region", " District",
	" Department", " Prefecture", " Municipality", " Republic", " State", " Regency", " Voivodeship", " Division", " City", " Canton",
	" Census Area", " Province of", "Provincia di ", "Provincia de ", "Provincia del ", "Province of ", "Departamento de ", "Département de ",
	"Landkreis ", "Kreis ", "Republic of ", "State of ", "City of ", "Powiat ", "Muhafazat ", "Distrito de ", "Région de ", "Arrondissement de ",
}

// bare is a region's name without what it is.
func bare(name string) string {
	for _, g := range generics {
		if g[0] == ' ' {
			name = strings.TrimSuffix(name, g)
		} else {
			name = strings.TrimPrefix(name, g)
		}
	}
	return name
}
