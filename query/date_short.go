package query

import (
	"regexp"
	"sync"
)

// A shorthand is a way to write a date shortly, and its words.
type shorthand struct {
	short *regexp.Regexp
	words string
}

var shorthands = sync.OnceValue(func() []shorthand {
	return []shorthand{
		{regexp.MustCompile(`^-?(\d{1,4}) ?d$`), "last $1 days"},
		{regexp.MustCompile(`^-?(\d{1,4}) ?w$`), "last $1 weeks"},
		{regexp.MustCompile(`^-?(\d{1,4}) ?m$`), "last $1 months"},
		{regexp.MustCompile(`^-?(\d{1,4}) ?y$`), "last $1 years"},
		{regexp.MustCompile(`^(?:ytd|year to date)$`), "this year to now"},
		{regexp.MustCompile(`\b[kc]w ?(\d{1,2})\b`), "week $1"},
		{regexp.MustCompile(`\bt([1-4])\b`), "q$1"}, // "T3 2015", trimestre
		{regexp.MustCompile(`\b(winter \d{4})[-–/]\d{2,4}$`), "$1"},
	}
})

// inFull writes out what is typed shortly: "30d", "KW 20 2016".
func inFull(s string) string {
	for _, h := range shorthands() {
		s = h.short.ReplaceAllString(s, h.words)
	}
	return s
}
