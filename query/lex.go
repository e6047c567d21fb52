package query

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A reader is a position in a query.
type reader struct {
	s  string
	at int
}

func (r *reader) rest() string { return r.s[r.at:] }
func (r *reader) done() bool   { return r.at >= len(r.s) }

func (r *reader) space() {
	rest := r.rest()
	r.at += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
}

// take goes on behind prefix if it stands here.
func (r *reader) take(prefix string) bool {
	if strings.HasPrefix(r.rest(), prefix) {
		r.at += len(prefix)
		return true
	}
	return false
}

// lookahead is how far expressions look: further than any operator or pattern reaches.
const lookahead = 4*patternRunes + 16

// match goes on behind what an anchored expression matches here, and gives its groups.
func (r *reader) match(re *regexp.Regexp) []string {
	m := re.FindStringSubmatch(r.s[r.at:min(len(r.s), r.at+lookahead)])
	if m != nil {
		r.at += len(m[0])
	}
	return m
}

// quoteMarks open and close phrases. What opens with a guillemet closes with one.
const (
	quoteMarks = "\"“”„‟＂"
	guillemets = "«»"
)

// quotation reads a phrase that opens here; closed is false where its end is missing.
func (r *reader) quotation() (inner string, closed, ok bool) {
	first, size := utf8.DecodeRuneInString(r.rest())
	marks := quoteMarks
	if strings.ContainsRune(guillemets, first) {
		marks = guillemets
	}
	if size == 0 || !strings.ContainsRune(marks, first) {
		return "", false, false
	}
	rest := r.rest()[size:]
	end := strings.IndexAny(rest, marks)
	if end < 0 {
		r.at = len(r.s)
		return rest, false, true
	}
	_, last := utf8.DecodeRuneInString(rest[end:])
	r.at += size + end + last
	return rest[:end], true, true
}

// chunk reads what stands here up to a space, a bracket, a quotation mark or `|`.
func (r *reader) chunk() string {
	rest := r.rest()
	end := strings.IndexFunc(rest, func(c rune) bool {
		return unicode.IsSpace(c) || c == '(' || c == ')' || c == '|' || strings.ContainsRune(quoteMarks+guillemets, c)
	})
	if end < 0 {
		end = len(rest)
	}
	if i := strings.Index(rest[:end], "&&"); i >= 0 {
		end = i
	}
	r.at += end
	return rest[:end]
}

// The expressions that the reader looks for. Operators end at a space, a bracket, a quotation mark or the end.
var (
	operatorEnd  = `(?:$|[\s()"“”„«»])`
	orOp         = regexp.MustCompile(`^(?:\|\|?|OR` + operatorEnd + `)`)
	andOp        = regexp.MustCompile(`^(?:&&|AND` + operatorEnd + `)`)
	notOp        = regexp.MustCompile(`^NOT` + operatorEnd)
	wordsOp      = regexp.MustCompile(`^(?i:(near|within|w|n|adj|pre|onear|)/(\d{1,9}))` + operatorEnd)
	aroundOp     = regexp.MustCompile(`^(?i:(around|near|adj|pre)\((\d{1,9})\))`)
	bareOp       = regexp.MustCompile(`^(NEAR|ADJ|PRE)()` + operatorEnd)
	unitOp       = regexp.MustCompile(`^(?i:(w|near|within|pre|)/(s|sent|sentence|p|para|paragraph))` + operatorEnd)
	atLeastOp    = regexp.MustCompile(`^(?i:at_?least/?(\d{1,9}))\(`)
	saidOp       = regexp.MustCompile(`^(?i:said)\(`)
	operatorWord = regexp.MustCompile(`^(?:AND|OR|NOT|NEAR|ADJ|PRE)$`)
	fieldOp      = regexp.MustCompile(`^([A-Za-z]+):`)
	regexpOp     = regexp.MustCompile(`^/((?:[^/\\\s]|\\.)+)/(?:$|[\s()^~>:])`)
	suffixOp     = regexp.MustCompile(`^(?:~(\d{0,3})|\^(\d{1,9}(?:\.\d{1,3})?)|>=(\d{1,9}))`)
	suffixes     = regexp.MustCompile(`(?:~\d{0,3}|\^\d{1,9}(?:\.\d{1,3})?|>=\d{1,9})+$`)
)

// operator reads an operator and leaves the mark that ends it.
func (r *reader) operator(re *regexp.Regexp) []string {
	m := r.match(re)
	if m == nil {
		return nil
	}
	if c, size := utf8.DecodeLastRuneInString(m[0]); unicode.IsSpace(c) || strings.ContainsRune("()"+quoteMarks+guillemets, c) {
		if re != aroundOp && re != atLeastOp && re != saidOp {
			r.at -= size
		}
	}
	return m
}

// near reads an operator that wants two things close to each other.
func (r *reader) near() (Near, bool) {
	if m := r.operator(unitOp); m != nil {
		n := Near{Unit: Sentence, Ordered: strings.EqualFold(m[1], "pre")}
		if m[2][0] == 'p' || m[2][0] == 'P' {
			n.Unit = Paragraph
		}
		return n, true
	}
	for _, re := range []*regexp.Regexp{wordsOp, aroundOp, bareOp} {
		if m := r.operator(re); m != nil {
			return wordsNear(strings.ToLower(m[1]), m[2]), true
		}
	}
	return Near{}, false
}

// nearWords is how many words may stand between where a bare NEAR doesn't say.
const nearWords = 10

func wordsNear(name, number string) Near {
	n := Near{Ordered: name == "pre" || name == "adj" || name == "onear"}
	if number != "" {
		n.Within, _ = strconv.Atoi(number)
	} else if name == "near" {
		n.Within = nearWords
	}
	return n
}

// suffixBytes is more than all suffixes of a word can have.
const suffixBytes = 40

// suffixesOf gives the suffixes that a chunk ends with.
func suffixesOf(s string) string {
	return suffixes.FindString(s[max(0, len(s)-suffixBytes):])
}

// isPlain reports whether s is read back as one chunk that is a value.
func isPlain(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-._/", c) {
			return false
		}
	}
	return s != "" && !strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "-")
}
