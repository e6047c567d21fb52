package names

import (
	"strings"
	"unicode/utf8"
)

// skeleton is what the common spellings of a word in Latin letters have in common: Sergei, Sergey, Serguei and Сергей are one,
// and so are Khrushchev and Chruschtschow. It joins a few different names, so it finds people but does not prove that
// they are one.
func skeleton(word string) string {
	s := latin(word)
	if v, ok := variants[s]; ok {
		return v
	}
	s = bySpelling(s)
	if v, ok := variants[s]; ok {
		return v
	}
	return s
}

// bySpelling applies the rules, from which variants are the exceptions.
func bySpelling(latin string) string {
	return single(endings(spellings.Replace(latin)))
}

// spellings are the letters by which romanisations differ, longest first where they begin alike: of English, French, German
// and scholarly ones for Cyrillic, and of those for Arabic.
var spellings = strings.NewReplacer(
	"schtsch", "sh", "shtsch", "sh", "chtch", "sh", "shch", "sh", "tsch", "ch", "tch", "ch", "sch", "sh", "zh", "z", "kh", "h", "gh", "g", "dh", "d",
	"ph", "f", "ck", "k", "q", "k", "x", "ks", "tz", "ts", "w", "v", "ou", "u", "oo", "u", "ee", "i", "iy", "i", "yi", "i", "ij", "i", "yj", "i",
	"yu", "iu", "ju", "ju", "ya", "ia", "y", "i", "ch", "ch", "ca", "ka", "co", "ko", "cu", "ku", "cl", "kl", "cr", "kr", "ct", "kt", "cz", "ch")

// endings settles the last letters, where romanisations differ most.
func endings(s string) string {
	for _, e := range [...][2]string{{"off", "ov"}, {"eff", "ev"}, {"ej", "i"}, {"ei", "i"}, {"aj", "ai"}, {"oj", "oi"}, {"ie", "i"},
		{"eh", "a"}, {"ah", "a"}, {"c", "k"}} {
		if head, ok := strings.CutSuffix(s, e[0]); ok && len(head) > 1 && !(e[0] == "c" && strings.HasSuffix(head, "s")) {
			return head + e[1]
		}
	}
	return s
}

// single drops what is written double, the j and i before a vowel that only soften a consonant, and the y of "Yeltsin", which the
// spellings have made an i.
func single(s string) string {
	if len(s) > 3 && strings.HasPrefix(s, "ie") {
		s = s[1:]
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if n := len(b); n > 0 {
			if b[n-1] == c && c < utf8.RuneSelf {
				continue
			}
			before := !isVowel(b[n-1])
			if before && i+1 < len(s) && (c == 'j' || c == 'i') && (s[i+1] == 'e' || s[i+1] == 'o' && n > 1) {
				continue
			}
			if before && c == 'j' && i+1 < len(s) && isVowel(s[i+1]) {
				c = 'i'
			}
		}
		b = append(b, c)
	}
	return string(b)
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// consonants is a word without vowels and the Arabic article: all that Arabic script writes of most names.
func consonants(word string) string {
	s := latin(withoutArticle(word))
	if v, ok := variants[s]; ok {
		s = v
	}
	s = arabicSpellings.Replace(s)
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isVowel(c) && c != 'y' && c != 'w' && (i == 0 || s[i-1] != c || c >= utf8.RuneSelf) {
			b = append(b, c)
		}
	}
	return string(b)
}

// arabicSpellings are letters that Arabic has one of where Latin has two, or the other way round.
var arabicSpellings = strings.NewReplacer("kh", "h", "gh", "g", "dh", "d", "th", "t", "sh", "s", "ph", "f", "ch", "s", "ck", "k", "q", "k", "c", "k",
	"v", "f", "p", "b", "x", "ks", "z", "s", "g", "j")
