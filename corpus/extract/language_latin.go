package extract

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/dates"
)

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
	"lt": "ir į iš kad su yra ne tai bet kaip per apie už buvo jis ji jų po savo taip ar prie nuo iki jau dėl",
	"lv": "un ir ar no uz par ka kas pie bet arī tas tika bija lai pēc kā vai nav tiek jau gan",
	"et": "ja on ei et see oli ka mis kui aga oma ning või kes siis tema pärast enne üle veel",
	"sl": "in je v na se da so za z s ki pa po iz tudi ne bi od o kot še pri ali bil bila",
	"vi": "của và là có được cho không trong các một với người này những đã đến khi để",
}

// ownLetters are those that few languages of the script write: they tell a text of few words.
var ownLetters = map[string]string{
	"de": "ß", "fr": "œ", "es": "ñ¿¡", "pt": "ãõ", "tr": "ğış", "pl": "łąęśżźćń", "cs": "řěůčšž", "sk": "ľĺŕčšž", "sv": "å", "da": "åøæ", "no": "åøæ",
	"hu": "őű", "ro": "ășțşţ", "hr": "đčćšž", "lt": "ėįųūąęčšž", "lv": "āēīūņļķģčšž", "et": "õ", "sl": "čšž", "vi": "ươđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}

// languagesOf tells, as bits in the order of latinTags, the languages that use a word, and lettersBy those that write a
// letter.
var latinTags, languagesOf, lettersBy = wordsByLanguage()

func wordsByLanguage() (tags []string, words map[string]uint32, letters map[rune]uint32) {
	words, letters = map[string]uint32{}, map[rune]uint32{}
	for _, tag := range []string{"en", "de", "fr", "es", "it", "pt", "nl", "tr", "pl", "cs", "sk", "sv", "da", "no", "fi", "hu", "ro", "id", "hr", "ca", "vi", "lt", "lv", "et", "sl"} {
		for _, w := range strings.Fields(functionWords[tag]) {
			words[w] |= 1 << len(tags)
		}
		for _, r := range ownLetters[tag] {
			letters[r] |= 1 << len(tags)
		}
		tags = append(tags, tag)
	}
	return tags, words, letters
}

// latinLanguage counts function words and letters. One of one language weighs most.
func latinLanguage(s string) (tag string, trust float32) {
	var score [32]float32
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && (s[i]|0x20 < 'a' || s[i]|0x20 > 'z') {
			i++
			continue
		}
		end := dates.WordEnd(s, i)
		if end-i <= 12 {
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

// scoreWord adds what a word and its letters say.
func scoreWord(score *[32]float32, w string) {
	const ofLetter = .4 // of what a word says: names bring the letters of other languages
	var buf [24]byte
	low := buf[:0]
	for _, r := range w {
		r = unicode.ToLower(r)
		low = utf8.AppendRune(low, r)
		if r >= utf8.RuneSelf {
			share(score, lettersBy[r], ofLetter)
		}
	}
	share(score, languagesOf[string(low)], 1)
}

// share gives each of some languages its part of a weight.
func share(score *[32]float32, languages uint32, weight float32) {
	n := bits.OnesCount32(languages)
	for l := languages; l != 0; l &= l - 1 {
		score[bits.TrailingZeros32(l)] += weight / float32(n)
	}
}
