package format

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// guessCharset takes the detector's word where it is sure enough and its letters are those of a language, else the set
// in which they are, else what most of the world's old files are in. It looks at 64 KB that hold bytes above 127: a
// long English opening says nothing.
func guessCharset(raw []byte) (string, encoding.Encoding) {
	first := bytes.IndexFunc(raw, func(r rune) bool { return r >= 0x80 })
	from := max(0, first-1024)
	raw = raw[from:min(len(raw), from+64<<10)]
	guess := chardet.Detect(raw)
	enc, name := charset.Lookup(guess.Encoding)
	if enc == nil || guess.Confidence <= .2 || name == "utf-8" || name == "replacement" {
		enc, name = charset.Lookup("windows-1252")
	}
	better, share := name, spelt(raw, name)
	if share >= wellSpelt {
		return name, enc
	}
	for _, a := range alphabets {
		for _, set := range a.sets {
			if s := a.share(raw, set); s > share && s >= leastSpelt {
				better, share = set, s
			}
		}
	}
	if better != name {
		enc, name = lookup(better)
	}
	return name, enc
}

// misdeclared reports whether a text is badly spelt in the 8-bit set that it states, and well in another.
func misdeclared(raw []byte, stated string) bool {
	const least = 6 // bytes above 127 that say something
	high := 0
	for _, c := range raw {
		if c >= 0x80 {
			high++
		}
	}
	if high < least || spelt(raw, stated) >= leastSpelt {
		return false
	}
	guess, _ := guessCharset(raw)
	return guess != stated && spelt(raw, guess) >= wellSpelt
}

// A text is taken to be in a language where leastSpelt of its letters are: names from others stand in every text. Where
// wellSpelt are, no other set is tried.
const (
	leastSpelt = .9
	wellSpelt  = .98
)

// An alphabet is the letters beyond ASCII that a language's texts hold, in lower case, and the 8-bit sets that have
// been in use for it, the likelier first.
type alphabet struct {
	sets    []string
	letters string
}

var (
	west     = []string{"windows-1252", "macintosh"}
	dos      = []string{"ibm850"}
	central  = []string{"windows-1250", "iso-8859-2", "ibm852"}
	baltic   = []string{"windows-1257"}
	turkish  = []string{"windows-1254"}
	cyrillic = []string{"windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"}
)

var alphabets = []alphabet{
	{west, "àâæçéèêëîïôœùûüÿ"}, {west, "áéíóúñüªº"}, {west, "àáâãçéêíóôõúü"}, {west, "àèéìíîòóù"}, {west, "àçèéíïòóúü"},
	{west, "äöüßé"}, {west, "åäöé"}, {west, "æøåéóòôèê"}, {west, "áðéíóúýþæö"}, {west, "áéíóúëïöüè"},
	{central, "ąćęłńóśźż"}, {central, "áčďéěíňóřšťúůýž"}, {central, "áäčďéíĺľňóôŕšťúýž"}, {central, "áéíóöőúüű"}, {central, "čćđšž"},
	{central, "ăâîşţ"}, {dos, "àâçéèêëîïôùûüÿ"}, {dos, "áéíóúñü"}, {dos, "áàâãçéêíóôõú"}, {dos, "àèéìòù"}, {dos, "äöüßé"}, {dos, "æøåäö"},
	{turkish, "çğıi̇öşüâîû"}, {baltic, "ąčęėįšųūž"}, {baltic, "āčēģīķļņšūž"}, {baltic, "äõöüšž"},
	{[]string{"windows-1253", "iso-8859-7"}, "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"},
	{cyrillic, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"}, {cyrillic, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"},
	{cyrillic, "абвгдеёжзійклмнопрстуўфхцчшыьэюя"}, {cyrillic, "абвгдђѓежзѕијклљмнњопрстћќуфхцчџш"},
	{[]string{"windows-1255", "iso-8859-8"}, "אבגדהוזחטיךכלםמןנסעףפץצקרשת"},
	{[]string{"windows-1256", "iso-8859-6"}, "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْپچژگ"},
}

// spelt is the best share of the alphabets that a set was in use for; 1 for a set of more than 8 bits.
func spelt(raw []byte, set string) float64 {
	share, known := 0.0, false
	for _, a := range alphabets {
		if slices.Contains(a.sets, set) {
			known = true
			share = max(share, a.share(raw, set))
		}
	}
	if !known {
		return 1
	}
	return share
}

// share is how much of what is beyond ASCII in a text, read in a set, are the alphabet's letters, none of them a capital
// behind a small one. Marks that every language uses don't count, where they may stand; it is 1 where nothing counts.
func (a alphabet) share(raw []byte, set string) float64 {
	enc, _ := lookup(set)
	text, err := enc.NewDecoder().String(string(raw))
	if err != nil {
		return 0
	}
	own, all := 0, 0
	runes := []rune(text + "  ")
	last := ' '
	for i, r := range runes[:len(runes)-2] {
		small, inside := unicode.IsLower(last), unicode.IsLetter(last) && unicode.IsLetter(runes[i+1])
		last = r
		switch {
		case r < 0x80 || strings.ContainsRune(commonMarks, r) && !(inside && strings.ContainsRune(outerMarks, r)):
			continue
		case strings.ContainsRune(a.letters, unicode.ToLower(r)) && !(small && unicode.IsUpper(r)):
			own++
		}
		all++
	}
	if all == 0 {
		return 1
	}
	return float64(own) / float64(all)
}

// outerMarks never stand between two letters.
const outerMarks = "“”„‟‘‚«»‹›…•°§©®™€£½¼¾¡¿¢"

const commonMarks = "\u00a0\u00ad“”„‟‘’‚«»‹›–—―…•·°§©®™€£½¼¾¡¿№،؛؟"
