package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// writtenScripts are those that news is written in, with the marks that all of them use. What is mended is in them.
var writtenScripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hiragana,
	unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Telugu, unicode.Gujarati, unicode.Gurmukhi,
	unicode.Malayalam, unicode.Kannada, unicode.Sinhala, unicode.Georgian, unicode.Armenian, unicode.Ethiopic, unicode.Khmer, unicode.Myanmar,
	unicode.P, unicode.S, unicode.N, unicode.Zs, unicode.Lm, unicode.Inherited, unicode.Cf}

// mojibake turns back text whose UTF-8 was read as another set, as often as that has happened.
func mojibake(s string) string {
	const most = 3
	for range most {
		mended := s
		for _, set := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251, charmap.KOI8R} {
			if mended == s {
				mended = rereadAll(s, set)
			}
		}
		if mended == s {
			mended = rereadRuns(s)
		}
		if mended == s {
			return s
		}
		s = mended
	}
	return s
}

// A doubly encoded character: what the lead byte and the continuation bytes of UTF-8 look like in windows-1252.
var doubled = lazily(`[ÂÃâÄÅÐÑÎÏØÙ×àãð][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}`)

// rereadRuns turns back each run of characters whose windows-1252 bytes are a valid UTF-8 sequence. A text in which such
// a run would be rare chance ("Ã©" in a French word is none) is changed only where it holds two of them.
func rereadRuns(s string) string {
	if len(doubled().FindAllStringIndex(s, 2)) < 2 {
		return s
	}
	return doubled().ReplaceAllStringFunc(s, func(run string) string {
		if mended, ok := reread(run, charmap.Windows1252); ok && utf8.RuneCountInString(mended) == 1 {
			return mended
		}
		return run
	})
}

var beyondASCII = lazily(`[^\x00-\x7F]+`)

// rereadAll turns back a text where nearly everything beyond ASCII, read in a set, is UTF-8: no text is that by chance.
func rereadAll(s string, set *charmap.Charmap) string {
	const few = 3
	good, all := 0, 0
	mended := beyondASCII().ReplaceAllStringFunc(s, func(run string) string {
		all += len(run)
		m, ok := reread(run, set)
		if !ok {
			return run
		}
		good += len(run)
		return m
	})
	if good < few || 10*good < 9*all {
		return s
	}
	return mended
}

// reread takes characters for the bytes that they are in a set, and these for UTF-8 of a living script.
func reread(run string, set *charmap.Charmap) (string, bool) {
	b, ok := bytesIn(run, set)
	if !ok || !utf8.Valid(b) {
		return "", false
	}
	for _, r := range string(b) {
		again := r >= 0x80 && r < 0xa0 // of a character that is encoded three times
		if !again && r != 'µ' && !unicode.In(r, writtenScripts...) {
			return "", false
		}
	}
	return string(b), true
}

func bytesIn(s string, set *charmap.Charmap) (b []byte, ok bool) {
	for _, r := range s {
		if c, ok := set.EncodeRune(r); ok {
			b = append(b, c)
		} else if r >= 0x80 && r < 0xa0 { // the bytes that a set leaves open
			b = append(b, byte(r))
		} else {
			return nil, false
		}
	}
	return b, true
}

// foreignLetters turns back Cyrillic, Greek and the like that was read as windows-1252: "Ïîðò" is "Порт". No language of
// that set has twice as many letters with accents as without.
func foreignLetters(s string) string {
	const few = 20
	plain, accented := 0, 0
	for _, r := range s {
		switch {
		case r >= 0xc0 && r < 0x100:
			accented++
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			plain++
		}
	}
	if accented < few || accented < 2*plain {
		return s
	}
	raw, ok := bytesIn(s, charmap.Windows1252)
	if !ok {
		return s
	}
	name, enc := guessCharset(raw)
	text, err := enc.NewDecoder().String(string(raw))
	if err != nil || spelt(raw, name) < wellSpelt || strings.ContainsRune(text, utf8.RuneError) {
		return s
	}
	return text
}
