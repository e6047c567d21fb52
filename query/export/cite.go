package export

import (
	"slices"
	"strings"
	"unicode"

	"dateline/corpus"
)

// particles begin a family name of several words.
var particles = []string{"al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
	"ibn", "la", "le", "ten", "ter", "van", "von", "zu"}

// familyName splits a person's name for reference lists. given is "" where the name has one word.
func familyName(name string) (family, given string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name, ""
	}
	at := len(words) - 1
	for at > 1 && slices.Contains(particles, strings.ToLower(words[at-1])) {
		at--
	}
	return strings.Join(words[at:], " "), strings.Join(words[:at], " ")
}

// oneLine makes a value fit for formats whose fields end at the line's end.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// publisher is who printed the article: its outlet, else the agency it comes from.
func publisher(a *corpus.Article) string {
	if a.Outlet.Text != "" {
		return a.Outlet.Text
	}
	return a.Wire.Text
}

// webLink is the article's address where it is one that a browser may be sent to.
func webLink(a *corpus.Article) string {
	if u := a.URL.Text; strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return oneLine(u)
	}
	return ""
}

// heading is the article's title, or its file where it has none.
func heading(a *corpus.Article) string {
	if a.Title.Text != "" {
		return a.Title.Text
	}
	return a.Source.Path
}
