package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/dates"
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

// functionWords tell languages of the Latin script apart: the words that every text has, few of them shared.
var functionWords = map[string]string{
	"en": "the of and to in that is was for on with as by at from it be are this which have has had not but he she they said were an will who its would about more than been their",
	"de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
	"fr": "le la les de des du et à en un une que qui dans est pour pas sur au par plus ne ce il avec se sont aux été cette son sa ses ont mais elle leur où nous vous comme",
	"es": "el la los las de del y en que un una por con para es se no su al lo como más ha o pero sus le fue este esta son entre está ya cuando sobre también hasta",
	"it": "il lo la i gli le di del della dei delle e che in un una per con non è si da al dal nel alla sono più come anche ha ma dalla nella questo questa o se su ai",
	"pt": "o a os as de do da dos das e que em um uma para com não no na por se é ao mais como foi pelo pela à sua seu são mas ou também já está nos nas",
	"nl": "de het een en van in op te dat die is met voor zijn niet aan er om ook als door bij naar uit nog maar over tot wordt werd heeft hij ze wat dan worden deze meer",
	"tr": "ve bir bu için ile da de olarak olan çok daha en gibi kadar sonra göre ne var o ise ancak bin olduğunu olduğu dedi tarafından her iki değil",
	"pl": "i w z na do nie się że to jest o od po za jak dla przez ale co tym oraz są był jego jej tego być który która które",
	"cs": "a v se na je že s z do o k i to jako po pro ale by jsou za které který od podle však není jeho ve než bude",
	"sk": "a v sa na je že s z do o k aj to ako po pre ale by sú za ktoré ktorý od podľa však nie jeho vo než bude",
	"sv": "och i att det som en på är av för med till den har de inte om ett han var men från vi så kan när efter sig",
	"da": "og i at det som en på er af for med til den har de ikke om et han var men fra vi så kan når efter sig blev også",
	"no": "og i at det som en på er av for med til den har de ikke om et han var men fra vi så kan når etter seg ble også",
	"fi": "ja on ei se että oli hän mutta ovat joka kun myös kuin niin mukaan sen tai jos ole vain sekä",
	"hu": "a az és hogy nem is egy meg ez volt azt csak már de el mint még ki szerint vagy ha",
	"ro": "și de la a în cu pe care din nu o să un se pentru este mai ce au fost al sunt că prin după dar",
	"id": "yang dan di ini itu dengan untuk dari dalam tidak akan pada juga ke karena ada oleh sebagai telah kata saat",
	"hr": "i u je se na da su za od s a o kao što koji će iz nije bi to ne li koja sve",
	"ca": "el la els les de del i en que un una per amb és no es al més ha com però seva aquest aquesta són també dels ha",
	"vi": "của và là có được cho không trong các một với người này những đã đến khi để",
}

// languagesOf tells, as bits in the order of latinTags, the languages that use a word.
var latinTags, languagesOf = wordsByLanguage()

func wordsByLanguage() (tags []string, of map[string]uint32) {
	of = map[string]uint32{}
	for _, tag := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "tr", "pl", "cs", "sk", "sv", "da", "no", "fi", "hu", "ro", "id", "hr", "ca", "vi"} {
		for _, w := range strings.Fields(functionWords[tag]) {
			of[w] |= 1 << len(tags)
		}
		tags = append(tags, tag)
	}
	return tags, of
}

// latinLanguage counts function words. A word of one language weighs most.
func latinLanguage(s string) (tag string, trust float32) {
	var score [32]float32
	words := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && (s[i]|0x20 < 'a' || s[i]|0x20 > 'z') {
			i++
			continue
		}
		end := dates.WordEnd(s, i)
		if end-i <= 12 {
			words++
			scoreWord(&score, s[i:end])
		}
		i = end
	}
	best, second := 0, 1
	for i := range latinTags {
		if score[i] > score[best] {
			best, second = i, best
		} else if i != best && (score[i] > score[second] || second == best) {
			second = i
		}
	}
	if score[best] < 2 || score[best] <= score[second] {
		return "", 0
	}
	margin := (score[best] - score[second]) / score[best]
	return latinTags[best], min(.97, .5+margin*.4+min(.2, score[best]/100))
}

func scoreWord(score *[32]float32, w string) {
	var buf [24]byte
	low := buf[:0]
	for _, r := range w {
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	bits := languagesOf[string(low)]
	n := 0
	for b := bits; b != 0; b &= b - 1 {
		n++
	}
	for i := range latinTags {
		if bits&(1<<i) != 0 {
			score[i] += 1 / float32(n)
		}
	}
}
