package names

import "strings"

// families are the family names of China and Korea that news write in front. Some are names elsewhere, so what
// follows must be one of theirs too: see isEastern.
var families = set(`xi hu wen jiang deng mao zhou zhu li liu wang zhang chen yang huang zhao wu xu sun ma gao lin he guo luo liang song
	zheng xie han tang feng yu dong xiao cheng cao yuan fu shen zeng peng lu su lv jia ding wei xue ye yan pan du dai
	xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang qiu qin gu hou shao meng long wan
	duan lei qian yin yi chang qiao lai gong bo ai ling kim lee park choi jung jeong cho yoon jang lim shin seo kwon
	hwang ahn ryu yoo hong moon ban ri pak chung jong ro roh tsai
	chiang soong`)

// IsFamily reports whether a word is a family name of China or Korea, which stands in front. Some are names elsewhere too.
func IsFamily(word string) bool { return families[strings.ToLower(word)] }

// syllables are those of given names that pinyin does not know: Korea's, and older spellings.
var syllables = set(`myung bak geun hye kimoon ki moon young sam dae jung hyun jae un jaein tsetung kaishek ingwen hee seok soo joon
	jin won ho hwan sik kyun geunhye chunghee`)

// isEastern reports whether the family name stands in front, as China and Korea write: a family name of theirs before one
// or two words of their syllables, or one with a hyphen that is no given name of the west, as Ann-Marie is.
func isEastern(words []string) bool {
	if len(words) > 3 || !families[strings.ToLower(words[0])] {
		return false
	}
	if len(words) == 2 && strings.Count(words[1], "-") == 1 {
		return !IsGiven(strings.SplitN(words[1], "-", 2)[0]) || isSyllables(words[1:])
	}
	return isSyllables(words[1:])
}

func isSyllables(words []string) bool {
	for _, w := range words {
		if w = fold(w); !isPinyin(w) && !syllables[w] {
			return false
		}
	}
	return true
}

// isPinyin reports whether a word is made of one or two syllables as pinyin spells them, and of nothing else.
func isPinyin(word string) bool {
	return isSyllable(word) || splits(word)
}

func splits(word string) bool {
	for i := 1; i < len(word) && i < 7; i++ {
		if isSyllable(word[:i]) && isSyllable(word[i:]) {
			return true
		}
	}
	return false
}

// isSyllable reports whether a word is an initial and a final of pinyin.
func isSyllable(word string) bool {
	for _, n := range []int{2, 1, 0} {
		if len(word) > n && (n == 0 || initials[word[:n]]) && finals[word[n:]] {
			return true
		}
	}
	return false
}

var (
	initials = set("b p m f d t n l g k h j q x zh ch sh r z c s y w")
	finals   = set("a o e i u ai ei ui ao ou iu ie ue er an en in un ang eng ing ong ia iao ian iang iong ua uo uai uan uang")
)
