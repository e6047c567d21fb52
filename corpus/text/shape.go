package text

import (
	"strings"
	"unicode/utf8"
)

// shapeOf tells how a word is written. Marks and what joins letters do not count.
func shapeOf(word string) Shape {
	small := 0
	for small < len(word) && isSmall(word[len(word)-1-small]) {
		small++
	}
	switch { // nine words in ten
	case small == len(word):
		return Lower
	case small == len(word)-1 && ascii[word[0]&0x7F] == upper && word[0] < utf8.RuneSelf:
		return Capital
	}
	word = unpossessed(word)
	var capitals, smalls, digits int
	first := other
	for i := 0; i < len(word); {
		c, n := class(0), 1
		if b := word[i]; b < utf8.RuneSelf {
			c = ascii[b]
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(word[i:])
			c = classOf(r)
		}
		if first == other {
			first = c
		}
		switch c {
		case upper:
			capitals++
		case lower:
			smalls++
		case digit:
			digits++
		}
		i += n
	}
	switch {
	case first == digit:
		return Number
	case capitals == 0:
		return Lower
	case first == lower:
		return Mixed
	case smalls == 0 && capitals+digits > 1:
		return Upper
	}
	return Capital
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// unpossessed is a word without a possessive 's, straight or curly. A word of nothing else stays.
func unpossessed(word string) string {
	n := len(word)
	if n < 3 || word[n-1]|0x20 != 's' {
		return word
	}
	if word[n-2] == '\'' {
		return word[:n-2]
	}
	if n > 4 && strings.HasSuffix(word[:n-1], "’") {
		return word[:n-4]
	}
	return word
}
