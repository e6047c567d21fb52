package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/corpus"
)

// A tongue is a language and the reason to believe it.
type tongue struct {
	tag    string // "en", "" where it cannot be told
	region string // "GB" of a stated "en-GB"
	corpus.Evidence
	stated corpus.Value // what the format says, where the words say something else
}

// sampleBytes of a text are enough to tell its language.
const sampleBytes = 3000

// readLanguage believes the words of the text, where there are enough, and else what the format states: pages state
// their template's language.
func readLanguage(d *corpus.Draft) tongue {
	sample := d.Text
	if len(sample) > sampleBytes {
		sample = sample[:sampleBytes]
	}
	var t tongue
	if v := d.Meta[corpus.MetaLanguage]; v != "" {
		tag, region := splitTag(v)
		t.region = region
		t.stated = corpus.Value{Text: tag, Evidence: corpus.Evidence{Span: corpus.Span{Part: corpus.MetaPart(corpus.MetaLanguage), End: len(v)}, Rule: "language/format", Trust: .7}}
	}
	tag, trust := guessLanguage(sample)
	part := d.Part
	if part == "" {
		part = corpus.PartText
	}
	t.tag, t.Evidence = tag, corpus.Evidence{Span: corpus.Span{Part: part}, Rule: "language/words", Trust: trust}
	if t.stated.Text != "" && (tag == "" || t.stated.Text == tag || trust <= t.stated.Trust) {
		t.tag, t.Evidence = t.stated.Text, t.stated.Evidence
		t.stated = corpus.Value{}
	}
	return t
}

func findLanguage(t *Text, f *Facts) {
	if t.tongue.tag != "" {
		f.Languages = append(f.Languages, corpus.Value{Text: t.tongue.tag, Evidence: t.tongue.Evidence})
	}
	if v := t.tongue.stated; v.Text != "" {
		v.Trust = min(v.Trust, t.tongue.Trust/2)
		f.Languages = append(f.Languages, v)
	}
}

// splitTag reads "en-GB", "en_US" and "de": language in lower case, region in capitals. What is no tag gives nothing.
func splitTag(s string) (language, region string) {
	parts := strings.FieldsFunc(strings.TrimSpace(s), func(r rune) bool { return r == '-' || r == '_' || r == ',' || r == ';' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 || !isLetters(parts[0]) {
		return "", ""
	}
	if last := parts[len(parts)-1]; len(parts) > 1 && len(last) == 2 {
		region = strings.ToUpper(last)
	}
	return strings.ToLower(parts[0]), region
}

func isLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]|0x20 < 'a' || s[i]|0x20 > 'z' {
			return false
		}
	}
	return true
}

// guessLanguage tells the language of a sample by its scripts, and by function words where many share a script.
func guessLanguage(s string) (tag string, trust float32) {
	var n scriptCount
	n.count(s)
	switch {
	case n.kana*10 > n.han && n.kana > 0 && n.kana+n.han > n.latin:
		return "ja", .97
	case n.hangul > n.latin:
		return "ko", .98
	case n.han > n.latin:
		return "zh", .97
	case n.arabic > n.latin:
		return arabicLanguage(s), .93
	case n.cyrillic > n.latin:
		return cyrillicLanguage(s), .93
	case n.greek > n.latin:
		return "el", .97
	case n.hebrew > n.latin:
		return "he", .97
	case n.devanagari > n.latin:
		return "hi", .9
	case n.thai > n.latin:
		return "th", .97
	}
	return latinLanguage(s)
}

type scriptCount struct {
	latin, han, kana, hangul, arabic, cyrillic, greek, hebrew, devanagari, thai int
}

func (n *scriptCount) count(s string) {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' {
				n.latin++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r < 0x250:
			n.latin++
		case r >= 0x370 && r < 0x400:
			n.greek++
		case r >= 0x400 && r < 0x530:
			n.cyrillic++
		case r >= 0x590 && r < 0x600:
			n.hebrew++
		case r >= 0x600 && r < 0x780:
			n.arabic++
		case r >= 0x900 && r < 0x980:
			n.devanagari++
		case r >= 0xe00 && r < 0xe80:
			n.thai++
		case r >= 0x3040 && r < 0x3100:
			n.kana += 3 // a character of Han says as much as three of Kana
		case r >= 0x3400 && r < 0xa000:
			n.han += 3
		case r >= 0xac00 && r < 0xd7b0:
			n.hangul += 3
		}
	}
}

func cyrillicLanguage(s string) string {
	switch {
	case strings.ContainsAny(s, "ўЎ"):
		return "be"
	case strings.ContainsAny(s, "їєґЇЄҐ") || strings.Count(s, "і") > 3:
		return "uk"
	case strings.ContainsAny(s, "ѓќѕЃЌЅ"):
		return "mk"
	case strings.ContainsAny(s, "ђћљњђЋЉЊ"):
		return "sr"
	case strings.ContainsAny(s, "ыэЫЭ"):
		return "ru"
	case strings.Contains(s, "ъ"):
		return "bg"
	}
	return "ru"
}

func arabicLanguage(s string) string {
	switch {
	case strings.ContainsAny(s, "ٹڈڑے"):
		return "ur"
	case strings.ContainsAny(s, "پچژگ"):
		return "fa"
	}
	return "ar"
}
