package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"
)

// How many people a place must have for its alternate names to be kept, by script: the table would double without.
const (
	latinFrom    = 3000
	cyrillicFrom = 6000
	otherFrom    = 30000
	englishFrom  = 250000 // in Latin letters, of a town whose own name is English: the others are rather nicknames and quarters
)

// english are the countries whose towns have English names.
var english = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "NZ": true, "IE": true}

// keeps says whether an alternate name of a town is worth its room. GeoNames' search spellings ("esukarudesu=engorudani
// jiao qu"), codes ("LON") and districts in brackets are not.
func keeps(name, country string, population int) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, "'’‘ʻʿ`"))
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 40 || strings.ContainsAny(name, "0123456789=()\";/,+[]?*|_") {
		return false
	}
	switch {
	case unicode.Is(unicode.Latin, first):
		return population >= latinFrom && (population >= englishFrom || !english[country]) && n >= 4 && unicode.IsUpper(first) && name != strings.ToUpper(name) && strings.Count(name, " ") < 4
	case unicode.Is(unicode.Cyrillic, first):
		return population >= cyrillicFrom && n >= 3
	}
	return population >= otherFrom
}

// languages whose names for countries are kept: those that much news is written in.
var languages = []string{
	"ar", "bg", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ro",
	"ru", "sk", "sr", "sv", "tr", "uk", "vi", "zh", "zh-Hant", "az", "be", "bn", "ca", "et", "hy", "ka", "kk", "lt", "lv", "sl", "sq", "th", "ur",
}

// fold takes accents and case away, as a look-up in the table does.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// countryNames are a country's names in other languages, from Unicode's CLDR. What a large town is called is left out
// (Columbia, Brasilia), and so are Latin ones so short that they are rather acronyms: Séc, Fas.
func countryNames(code string, town map[string]int) []string {
	const large = 50000
	r, err := language.ParseRegion(code)
	if err != nil {
		return nil
	}
	own := fold(display.English.Regions().Name(r))
	var out []string
	for _, l := range languages {
		n := display.Regions(language.MustParse(l))
		if n == nil {
			continue
		}
		name := n.Name(r)
		if f := fold(name); len(f) > 3 && !strings.ContainsAny(name, "()") && (town[f] < large || f == own) {
			out = append(out, name)
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

// articles are what the Arabic article before a town's name is written as.
var articles = []string{"Al", "An", "Ar", "As", "Ash", "At", "Az", "Ad", "Adh", "El"}

// withArticle gives the names of a town in Latin letters with and without the article that its own name has: "Al-Raqqa",
// "Raqqah" of Ar Raqqah with the other name Raqqa.
func withArticle(c city) []string {
	own, rest, ok := strings.Cut(strings.ReplaceAll(c.Name, "-", " "), " ")
	if !ok || !slices.Contains(articles, own) {
		return nil
	}
	out := []string{rest}
	for _, n := range append(c.Alternates, rest) {
		first, _, _ := strings.Cut(strings.ReplaceAll(n, "-", " "), " ")
		if r, _ := utf8.DecodeRuneInString(n); unicode.Is(unicode.Latin, r) && !slices.Contains(articles, first) {
			out = append(out, "Al "+n, own+" "+n)
		}
	}
	return out
}
