package gazetteer

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A hash folds a name as it comes and sums it up (FNV-1a, 64 bits, finished by a mixer). Two spellings meet if they
// differ in case, accents, dots, apostrophes, in hyphens for blanks, or in Saint for St., Fort for Ft., Mount for Mt.
type hash struct {
	total uint64 // of all words before the open one
	open  uint64 // of the word being read
	n     int    // runes of the open word
	words int
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func newHash() hash { return hash{total: fnvOffset, open: fnvOffset} }

// word adds one more word to the name.
func (h *hash) word(w string) {
	h.close()
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 0x80 {
			for _, r := range w[i:] {
				h.rune(r)
			}
			return
		}
		h.ascii(c)
	}
}

func (h *hash) ascii(c byte) {
	switch {
	case c >= 'A' && c <= 'Z':
		h.add(c | 0x20)
	case c == ' ' || c == '-' || c == '/' || c == ',':
		h.close()
	case c == '.' || c == '\'' || c == '`':
	default:
		h.add(c)
	}
}

func (h *hash) rune(r rune) {
	if r < 0x80 {
		h.ascii(byte(r))
		return
	}
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '´', 'ـ', '\u00ad', '\u200e', '\u200f', '\u200c', '\u200d':
		return
	case '–', '—', '‐', '‑', '\u00a0', '\u2009', '·', '・', '،':
		h.close()
		return
	}
	h.letters(r)
}

// letters adds a rune outside ASCII without its marks.
func (h *hash) letters(r rune) {
	if s, ok := plain[unicode.ToLower(r)]; ok {
		for i := 0; i < len(s); i++ {
			h.add(s[i])
		}
		return
	}
	var in, out [16]byte
	for _, d := range string(norm.NFKD.Append(out[:0], encode(in[:0], unicode.ToLower(r))...)) {
		switch {
		case unicode.Is(unicode.Mn, d):
		case d < 0x80:
			h.ascii(byte(d))
		default:
			for _, c := range encode(in[:0], unicode.ToLower(d)) {
				h.add(c)
			}
		}
	}
}

func encode(dst []byte, r rune) []byte { return append(dst, string(r)...) }

// plain spells letters that have no accent to take away.
var plain = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ə': "a", 'ħ': "h", 'ŋ': "n",
}

func (h *hash) add(c byte) {
	h.open = (h.open ^ uint64(c)) * fnvPrime
	h.n++
}

// close ends the open word.
func (h *hash) close() {
	if h.n == 0 {
		return
	}
	h.total = join(h.total, short(h.open))
	h.words++
	h.open, h.n = fnvOffset, 0
}

func join(total, word uint64) uint64 { return (total ^ word) * fnvPrime }

// sum is the hash of all words so far; more may follow.
func (h *hash) sum() uint64 {
	t := h.total
	if h.n > 0 {
		t = join(t, short(h.open))
	}
	t ^= t >> 31
	t *= 0x9e3779b97f4a7c15
	return t ^ t>>29
}

// short gives a word that has an abbreviation the abbreviation's hash.
func short(word uint64) uint64 {
	switch word {
	case saint, sainte:
		return st
	case fort:
		return ft
	case mount:
		return mt
	}
	return word
}

var saint, sainte, st, fort, ft, mount, mt = wordHash("saint"), wordHash("sainte"), wordHash("st"), wordHash("fort"), wordHash("ft"),
	wordHash("mount"), wordHash("mt")

func wordHash(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}
