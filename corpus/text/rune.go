package text

import (
	"sync/atomic"
	"unicode"
)

// A class says what a rune can be in a word.
type class uint8

const (
	other   class = iota // space, punctuation, symbols, broken bytes
	lower                // a small letter, or one of a script without case
	upper                // a capital letter
	digit                // a decimal digit of any script
	mark                 // joins what is before it: accents, vowel signs, joiners, soft hyphens
	single               // a word by itself: ideographs, and letters of scripts that write no spaces
	quoting              // can open or close a quotation
	newline              // ends a line
)

// ascii is what classes ASCII bytes have; bytes of longer runes are looked up by rune.
var ascii = func() (t [128]class) {
	for c := range t {
		t[c] = classify(rune(c))
	}
	return t
}()

// pages hold the classes of 256 runes each. They are filled when a text first needs them: unicode's range tables are
// too slow to ask for every letter of a Russian text, and filling all of them at the start would cost milliseconds.
var pages [256]atomic.Pointer[[256]class]

func classOf(r rune) class {
	if r < 0x80 {
		return ascii[r]
	}
	if r > 0xFFFF {
		return classify(r)
	}
	p := pages[r>>8].Load()
	if p == nil {
		p = new([256]class)
		for i := range p {
			p[i] = classify(r&^0xFF + rune(i))
		}
		pages[r>>8].Store(p)
	}
	return p[r&0xFF]
}

func classify(r rune) class {
	switch {
	case r == '\n' || r == '\r':
		return newline
	case familyOf(r) != noFamily:
		return quoting
	case r == '\u00AD' || r == '\u200C' || r == '\u200D':
		return mark
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r) && unspaced(r):
		return single
	case unicode.IsLetter(r), unicode.Is(unicode.Nl, r), unicode.Is(unicode.No, r) && r > 0xFF:
		return lower
	case unicode.IsMark(r):
		return mark
	}
	return other
}

// unspaced reports whether a script writes words without spaces between them. Katakana is left out: it spells
// foreign names, whose runs are words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
