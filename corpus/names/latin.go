package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// special are letters that do not fold by taking their accents off.
var special = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h", 'ı': "i",
	'ŋ': "ng", 'ŧ': "t", 'ə': "a", 'ё': "е"}

// fold is a word in small letters without accents, dots and apostrophes, in its own script.
func fold(word string) string {
	if isPlain(word) {
		return word
	}
	if isASCII(word) {
		return strings.Map(foldASCII, word)
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(word) {
		r = unicode.ToLower(r)
		switch s, ok := special[r]; {
		case ok:
			b.WriteString(s)
		case unicode.Is(unicode.Cyrillic, r):
			b.WriteRune(r)
		default:
			for _, c := range norm.NFKD.String(string(r)) {
				if s, ok := special[c]; ok {
					b.WriteString(s)
				} else if unicode.IsLetter(c) || unicode.IsDigit(c) {
					b.WriteRune(c)
				}
			}
		}
	}
	return norm.NFC.String(b.String())
}

func isASCII(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldASCII is what fold makes of a letter that has no accents: nine words in ten have no other.
func foldASCII(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r - 'A' + 'a'
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return r
	}
	return -1
}

func isPlain(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// cyrillic is how news in English writes the letters of Russian, Ukrainian, Bulgarian, Serbian and Macedonian.
var cyrillic = map[rune]string{'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh",
	'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'і': "i", 'ї': "yi",
	'є': "ye", 'ґ': "g", 'ў': "u", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ђ': "dj", 'џ': "dz", 'ѓ': "g", 'ќ': "k", 'ѕ': "dz"}

// greek is how news in English writes Greek letters.
var greek = map[rune]string{'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k",
	'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f",
	'χ': "ch", 'ψ': "ps", 'ω': "o"}

// arabic gives the consonants of Arabic and Persian letters, and the long vowels.
var arabic = map[rune]string{'ا': "a", 'ب': "b", 'ت': "t", 'ث': "th", 'ج': "j", 'ح': "h", 'خ': "kh", 'د': "d", 'ذ': "dh", 'ر': "r",
	'ز': "z", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z", 'ع': "a", 'غ': "gh", 'ف': "f", 'ق': "q", 'ك': "k",
	'ل': "l", 'م': "m", 'ن': "n", 'ه': "h", 'و': "w", 'ي': "y", 'ى': "a", 'ة': "a", 'ء': "", 'پ': "p", 'چ': "ch", 'ژ': "zh",
	'گ': "g", 'ک': "k", 'ی': "y", 'ـ': ""}

// latin is a word folded and spelled in Latin letters, as far as its script can be.
func latin(word string) string {
	folded := fold(word)
	if isPlain(folded) {
		return folded
	}
	var b strings.Builder
	for _, r := range folded {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case cyrillic[r] != "" || r == 'ь' || r == 'ъ':
			b.WriteString(cyrillic[r])
		case greek[r] != "":
			b.WriteString(greek[r])
		case arabic[r] != "" || r == 'ء':
			b.WriteString(arabic[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isArabic(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}
