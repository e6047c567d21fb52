package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// beforeIn are words of other languages behind which places stand, the more surely the larger the number.
var beforeIn = map[string]map[string]float64{
	"de": weigh(map[float64]string{1.6: "in im aus nach bei", 1.2: "von vor", .6: "für mit um durch und", .3: "der die das dem den"}),
	"fr": weigh(map[float64]string{1.6: "à au aux en dans depuis vers", 1.2: "de du des", .6: "pour avec et entre", .3: "le la les"}),
	"es": weigh(map[float64]string{1.6: "en desde hacia hasta", 1.2: "a de del", .6: "para con por y e entre", .3: "el la los las"}),
	"it": weigh(map[float64]string{1.6: "in a ad da nel nella negli", 1.2: "di del della dal dalla al alla", .6: "per con e tra", .3: "il la lo"}),
	"pt": weigh(map[float64]string{1.6: "em no na nos nas", 1.2: "de do da dos das a para", .6: "com por e entre", .3: "o"}),
	"nl": weigh(map[float64]string{1.6: "in uit naar bij", 1.2: "van te", .6: "met en voor", .3: "de het"}),
	"pl": weigh(map[float64]string{1.6: "w we z ze do", 1.2: "na pod nad od", .6: "i dla o"}),
	"sv": weigh(map[float64]string{1.6: "i från till", 1.2: "av på", .6: "och för med"}),
	"tr": weigh(map[float64]string{.6: "ve ile"}),
	"ru": weigh(map[float64]string{1.6: "в во из под близ около", 1.2: "на до от к у из-под", .6: "и с между против"}),
	"uk": weigh(map[float64]string{1.6: "у в із зі з під біля", 1.2: "на до від", .6: "та і й між"}),
	"ar": weigh(map[float64]string{1.6: "في من إلى الى مدينة بلدة محافظة", .6: "على عن بين"}),
}

// foreign reports whether an article is in another language than English: names of places in other languages are expected.
func (p *toponyms) foreign() bool { return p.t.Language != "en" && p.t.Language != "" }

// before says how much a word speaks for a place behind it.
func (p *toponyms) before(low string) float64 { return max(before[low], beforeIn[p.t.Language][low]) }

// prefixed finds the name in an Arabic word that begins with "and", "in", "to", "as" or "then": "وحلب". The word's first
// byte that belongs to the name is start.
func (p *toponyms) prefixed(i int) (n int, name gazetteer.Name, start, end int) {
	w := p.x.Words[i]
	word := p.x.Word(i)
	r, size := utf8.DecodeRuneInString(word)
	if !strings.ContainsRune("وبلفك", r) {
		return 0, name, 0, 0
	}
	start = int(w.Start) + size
	if rest, ok := strings.CutPrefix(word, "لل"); ok { // the article lost its first letter
		word, start = "ال"+rest, int(w.Start)
	} else {
		word = word[size:]
	}
	n, name = gazetteer.Match([]string{word})
	if n == 0 || !p.isLarge(name) {
		return 0, name, 0, 0
	}
	return 1, name, start, int(w.End)
}

// unspaced finds the longest name at word i of a script that writes no spaces, where each letter is a word. Short runs of
// letters are names by chance, so only large places count.
func (p *toponyms) unspaced(i int) (n int, name gazetteer.Name, end int) {
	const longest = 8
	if !ideograph(p.x.Word(i)) {
		return 0, name, 0
	}
	for n = 1; n < longest && i+n < len(p.x.Words) && p.x.Gap(i+n) == "" && ideograph(p.x.Word(i+n)); n++ {
	}
	for ; n > 1; n-- {
		end = int(p.x.Words[i+n-1].End)
		if k, name := gazetteer.Match([]string{p.x.Raw[p.x.Words[i].Start:end]}); k > 0 && p.isLarge(name) {
			return n, name, end
		}
	}
	return 0, name, 0
}

func ideograph(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r > 0x3000 && unicode.In(r, unicode.Han, unicode.Katakana, unicode.Hiragana)
}

// isLarge reports whether a name means no town first, or one of size.
func (p *toponyms) isLarge(name gazetteer.Name) bool {
	const large = 300000
	top := name.Top()
	return top.Kind != corpus.City || top.Capital || top.Population >= large
}
