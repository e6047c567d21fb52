package names

import "strings"

// families are the family names of China, Korea and Vietnam that news write in front. Those that are also common
// given or family names elsewhere count only before a name of theirs: see isEastern.
var families = set(`xi hu wen jiang deng mao zhou zhu li liu wang zhang chen yang huang zhao wu xu sun ma gao lin he guo luo liang song
	zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su lv jia ding wei xue ye yan pan du dai xia zhong
	tian ren fan fang shi yao tan liao zou xiong jin lu hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian
	yin li yi chang qiao he lai gong wen bo ai ling
	kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song ryu yoo hong moon ban ri pak chung jong ro roh
	nguyen tran pham phan vo dang bui ngo truong dinh
	tsai chiang soong`)

// syllables are those that given names of two syllables are made of in news from China and Korea.
var syllables = set(`jinping jintao jiabao keqiang zemin xiaoping zedong yi jiechi xilai guangcheng xiaobo weiwei qishan yongkang
	changchun bingguo guangya kaishek rongji peng lijian chunying yingwen yingjiu wenjun
	jong il un sung myung bak geun hye kimoon ki moon young sam dae jung moo hyun jaein jae in yo jeong`)

// isEastern reports whether the family name stands in front, as China and Korea write: a family name of theirs before one
// or two words, of which one has a hyphen or is a syllable of theirs, and none is a given name of the west.
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
