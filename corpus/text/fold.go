package text

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes words that readers hold for the same equal: small letters without accents, dotted acronyms joined ("U.S." is
// "us"), a possessive 's and the elided articles of French and Italian dropped ("l'Élysée" is "elysee"), other apostrophes
// too ("O'Brien" is "obrien"), numbers without commas ("1,200" is "1200"), "ß" as "ss", digits of all scripts as ASCII.
// Letters that a script holds for letters of their own stay: "й" is no "и". It does not transliterate. A word
// once folded stays when folded again; only the empty string folds to it.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	word := unelided(unpossessed(s))
	b := make([]byte, 0, len(word)+4)
	if isDecomposed(word) {
		word = norm.NFC.String(word)
	}
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if !isDropped(word, i) {
				b = append(b, lowered(c))
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		b = append(b, folded(r)...)
		i += n
	}
	if len(b) == 0 {
		return s
	}
	return string(b)
}

// isFolded reports whether a word is of small ASCII letters and digits, as most are.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func lowered(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isDropped reports whether the ASCII byte at i joins what it stands between: apostrophes, dots but those of numbers,
// commas before three digits.
func isDropped(s string, i int) bool {
	switch s[i] {
	case '\'':
		return true
	case '.':
		return !isDigit(s, i-1) || !isDigit(s, i+1)
	case ',':
		return isDigit(s, i-1) && isDigit(s, i+1) && isDigit(s, i+2) && isDigit(s, i+3) && !isDigit(s, i+4)
	}
	return false
}

func isDigit(s string, i int) bool { return 0 <= i && i < len(s) && '0' <= s[i] && s[i] <= '9' }

// isDecomposed reports whether a word holds combining accents, U+0300 to U+036F.
func isDecomposed(s string) bool {
	return strings.IndexByte(s, 0xCC) >= 0 || strings.IndexByte(s, 0xCD) >= 0
}

// elided are the short words that French and Italian join to the next by an apostrophe.
var elided = set("l d j m t s n c qu jusqu lorsqu puisqu quoiqu un dell all nell sull dall quest quell")

// unelided is a word without the elided one before it, which only a vowel or h follows: "d'Estaing", not "c'mon".
func unelided(word string) string {
	i := strings.IndexByte(word, '\'')
	n := 1
	if i < 0 {
		i, n = strings.Index(word, "’"), len("’")
	}
	if i < 1 || i > 6 || i+n == len(word) || !elided[strings.ToLower(word[:i])] {
		return word
	}
	first, _ := utf8.DecodeRuneInString(word[i+n:])
	if f := folded(first); f == "" || !strings.Contains("aeiouyh", f[:1]) {
		return word
	}
	return word[i+n:]
}

// foldings hold what runes fold to, filled when a text first needs them, as pages are.
var foldings [256]atomic.Pointer[[256]string]

func folded(r rune) string {
	if r > 0xFFFF {
		return foldRune(r)
	}
	p := foldings[r>>8].Load()
	if p == nil {
		p = new([256]string)
		for i := range p {
			p[i] = foldRune(r&^0xFF + rune(i))
		}
		foldings[r>>8].Store(p)
	}
	return p[r&0xFF]
}

// letters are those that do not fold by taking their accents off.
var letters = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h",
	'ı': "i", 'ŋ': "ng", 'ŧ': "t", 'ə': "a", 'ς': "σ", 'ё': "е", 'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ة': "ه", 'ک': "ك", 'ـ': "",
	'\u00AD': "", '\u200C': "", '\u200D': "", '’': ""}

func foldRune(r rune) string {
	r = unicode.ToLower(r)
	if s, ok := letters[r]; ok {
		return s
	}
	if isAccent(r) {
		return ""
	}
	if unicode.IsDigit(r) {
		return string(digitOf(r))
	}
	if !unicode.IsLetter(r) && !unicode.IsNumber(r) || unicode.Is(unicode.Cyrillic, r) {
		return string(r)
	}
	var bare strings.Builder
	for _, c := range norm.NFKD.String(string(r)) {
		c = unicode.ToLower(c)
		if s, ok := letters[c]; ok {
			bare.WriteString(s)
		} else if !isAccent(c) {
			bare.WriteRune(c)
		}
	}
	return norm.NFC.String(bare.String())
}

// isAccent reports whether a mark may go: accents of Latin and Greek, the vowel signs of Arabic and Hebrew, which news
// leave out. The marks of Indic scripts are vowels that stay.
func isAccent(r rune) bool {
	return 0x300 <= r && r <= 0x36F || 0x64B <= r && r <= 0x65F || r == 0x670 || 0x591 <= r && r <= 0x5C7 && unicode.IsMark(r)
}

// digitOf is the ASCII digit of the same value.
func digitOf(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// FoldPhrase folds each word of a phrase and joins them by one space.
func FoldPhrase(s string) string {
	t := Read(s, "")
	words := make([]string, len(t.Words))
	for i := range words {
		words[i] = Fold(t.Word(i))
	}
	return strings.Join(words, " ")
}
