package text

import (
	"math"
	"strings"
	"unicode/utf8"
)

// longest is how many bytes of a run become a word: a term of more tells a reader nothing and costs the index much.
const longest = 256

// A reader walks over a text once. What depends on more than a word's neighbours (sentences, quotations) is decided from
// what it leaves: words, marks and the offsets where paragraphs begin.
type reader struct {
	*Text
	raw    string // what is scanned: Raw, or the first 2 GB of it
	marks  []quoteMark
	breaks []int32 // where paragraphs begin, but the first
}

// Read finds the words, sentences, paragraphs and quotations of a text. It takes any string, in time linear in its
// length. The language, a BCP 47 tag or "", chooses the stemmer and how some marks are read.
func Read(raw, language string) *Text {
	r := reader{Text: &Text{Raw: raw, Language: language, stems: stemmerOf(language)}, raw: raw}
	if len(raw) > math.MaxInt32 {
		r.raw = raw[:math.MaxInt32]
	}
	r.Words = make([]Word, 0, len(r.raw)/5+4)
	r.scan()
	r.paragraphs()
	r.sentences()
	r.quotations()
	return r.Text
}

// scan fills Words and marks.
func (r *reader) scan() {
	for i := 0; i < len(r.raw); {
		c, n := r.at(i)
		switch c {
		case lower, upper, digit:
			i = r.word(i)
		case single:
			i = r.letter(i, n)
		case quoting:
			i = r.mark(i, n)
		default:
			i += n
		}
	}
}

// at is the class and the length of the rune at i. A broken byte is other.
func (r *reader) at(i int) (class, int) {
	if i >= len(r.raw) {
		return other, 0
	}
	if b := r.raw[i]; b < utf8.RuneSelf {
		return ascii[b], 1
	}
	c, n := utf8.DecodeRuneInString(r.raw[i:])
	return classOf(c), n
}

// letter adds a word of one letter and the marks that follow it, and gives the offset behind it.
func (r *reader) letter(i, n int) int {
	end := r.skip(i+n, mark)
	r.add(i, end, Lower)
	return end
}

func (r *reader) skip(i int, want class) int {
	for {
		c, n := r.at(i)
		if n == 0 || c != want {
			return i
		}
		i += n
	}
}

// word adds the word that begins at start, and gives the offset behind it.
func (r *reader) word(start int) int {
	i := r.run(start)
	for {
		j := r.join(start, i)
		if j == i {
			break
		}
		i = r.run(j)
	}
	i = r.acronym(start, i)
	r.add(start, i, shapeOf(r.raw[start:min(i, start+longest)]))
	return i
}

// run gives the offset behind the letters, digits and marks at i.
func (r *reader) run(i int) int {
	for {
		for i < len(r.raw) && r.raw[i] < utf8.RuneSelf && isRun[r.raw[i]] {
			i++
		}
		c, n := r.at(i)
		if c < lower || c > mark {
			return i
		}
		i += n
	}
}

// isRun says which ASCII bytes are in words: asking for each rune's class took a fifth of Read's time.
var isRun = func() (t [utf8.RuneSelf]bool) {
	for c, k := range ascii {
		t[c] = lower <= k && k <= mark
	}
	return t
}()

func (r *reader) add(start, end int, s Shape) {
	cut := end
	if cut-start > longest {
		for cut = start + longest; !utf8.RuneStart(r.raw[cut]); cut-- {
		}
	}
	r.Words = append(r.Words, Word{int32(start), int32(cut), s})
}

// join gives the offset behind what stands at i and joins the runes before and behind it to one word, or i: the
// apostrophe of "don't", the dots of "U.S" and "2.5", the comma of "1,200", the ampersand of "AT&T".
func (r *reader) join(start, i int) int {
	if i >= len(r.raw) {
		return i
	}
	next := i + 1
	switch r.raw[i] {
	case '\'':
	case 0xE2: // U+2019 is E2 80 99
		if !strings.HasPrefix(r.raw[i:], "’") {
			return i
		}
		next = i + len("’")
	case '.', ',', '&':
		if r.joins(start, i) {
			return next
		}
		return i
	default:
		return i
	}
	if c, _ := r.at(next); c == lower || c == upper {
		return next
	}
	return i
}

// joins judges the one-byte joiners.
func (r *reader) joins(start, i int) bool {
	before := r.before(i)
	after, n := r.at(i + 1)
	switch r.raw[i] {
	case '&':
		return before == upper && after == upper
	case ',':
		return before == digit && after == digit && r.digits(start, i) <= 3
	}
	if before == digit && after == digit {
		return true
	}
	if after != lower && after != upper || !r.lone(start, i) {
		return false
	}
	c, _ := r.at(i + 1 + n) // behind it the word must end: "a.The" is no acronym
	return c < lower || c > mark
}

// before is the class of the rune that ends at i.
func (r *reader) before(i int) class {
	c, n := utf8.DecodeLastRuneInString(r.raw[:i])
	if n == 0 {
		return other
	}
	return classOf(c)
}

// digits counts the ASCII digits of raw[start:i] that end at i, up to four.
func (r *reader) digits(start, i int) (n int) {
	for n < 4 && i-n > start && '0' <= r.raw[i-n-1] && r.raw[i-n-1] <= '9' {
		n++
	}
	return n
}

// lone reports whether raw[start:i] ends in one letter, alone or behind a dot.
func (r *reader) lone(start, i int) bool {
	c, n := utf8.DecodeLastRuneInString(r.raw[start:i])
	if k := classOf(c); k != lower && k != upper {
		return false
	}
	return i-n == start || r.raw[i-n-1] == '.'
}

// acronym gives the offset behind the dot that ends a dotted acronym in raw[start:i], or i: "U.S." has its last dot, the
// initial "J" has not.
func (r *reader) acronym(start, i int) int {
	if i == len(r.raw) || r.raw[i] != '.' || !r.lone(start, i) {
		return i
	}
	if _, n := utf8.DecodeLastRuneInString(r.raw[start:i]); i-n == start {
		return i
	}
	return i + 1
}
