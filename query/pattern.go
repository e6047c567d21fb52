package query

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/corpus/text"
)

// The limits of patterns, so that none can walk a whole dictionary.
const (
	patternRunes  = 128 // a pattern's own length
	patternPrefix = 2   // literal runes that it must begin with
)

// Prefix gives the literal text that every term the pattern matches begins with.
func (p Pattern) Prefix() string {
	switch p.Match {
	case Prefix:
		return p.Text
	case Wildcard:
		if i := strings.IndexAny(p.Text, "*?"); i >= 0 {
			return p.Text[:i]
		}
		return p.Text
	case Fuzzy:
		return ""
	case Regexp:
		re, err := regexp.Compile(p.Text)
		if err != nil {
			return ""
		}
		prefix, _ := re.LiteralPrefix()
		return prefix
	}
	return p.Text
}

// Compile gives the function that says which terms the pattern matches. `*` stands for any runes and `?` for one;
// Fuzzy counts insertions, deletions, substitutions and swaps of neighbours, in runes; Regexp is Go's syntax over the
// whole term.
func (p Pattern) Compile() (func(term string) bool, error) {
	switch p.Match {
	case Prefix:
		return func(s string) bool { return strings.HasPrefix(s, p.Text) }, nil
	case Wildcard:
		re, err := regexp.Compile("^(?s:" + wildcardRegexp(p.Text) + ")$")
		if err != nil {
			return nil, fmt.Errorf("pattern %s: %w", p.Text, err)
		}
		return re.MatchString, nil
	case Fuzzy:
		want := []rune(p.Text)
		return func(s string) bool { return distance(want, []rune(s), p.Edits) <= p.Edits }, nil
	case Regexp:
		re, err := regexp.Compile("^(?s:" + p.Text + ")$")
		if err != nil {
			return nil, fmt.Errorf("pattern /%s/: %w", p.Text, err)
		}
		return re.MatchString, nil
	}
	if p == (Pattern{}) {
		return func(string) bool { return true }, nil
	}
	return func(s string) bool { return s == p.Text }, nil
}

func wildcardRegexp(s string) string {
	s = regexp.QuoteMeta(s)
	s = strings.ReplaceAll(s, `\*`, ".*")
	return strings.ReplaceAll(s, `\?`, ".")
}

// foldRegexp folds the letters of an expression that stand for themselves, for so the index has them; \S is no \s.
func foldRegexp(s string) string {
	return regexpLetters.ReplaceAllStringFunc(s, func(part string) string {
		if part[0] == '\\' {
			return part
		}
		return cmp.Or(text.Fold(part), part)
	})
}

var regexpLetters = regexp.MustCompile(`\\(?:[pP](?:\{[^}]*\}|.)|.)|\pL`)

// checkPattern refuses a text pattern that would match too much or can't be read.
func checkPattern(p Pattern) error {
	if utf8.RuneCountInString(p.Text) > patternRunes {
		return fmt.Errorf("a pattern has at most %d letters", patternRunes)
	}
	if p.Match != Fuzzy && utf8.RuneCountInString(p.Prefix()) < patternPrefix {
		return fmt.Errorf("at least %d letters must come before the first wildcard", patternPrefix)
	}
	return nil
}

// distance is the number of edits (optimal string alignment) from a to b, or more than limit as soon as that is sure.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit+1 {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
