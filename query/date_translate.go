package query

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/corpus/text"
)

// inEnglish says a date of another language in the English words that dateReader reads: "vor drei Wochen" is "3 weeks ago",
// "la semana pasada" "last week". Words that it does not know stay.
func inEnglish(s string) string {
	s = strings.ToLower(norm.NFKC.String(s))
	s = turkishTo().ReplaceAllString(s, " bis ")
	s = turkishCase().ReplaceAllString(s, "$1$2")
	s = foreignDecade().ReplaceAllString(s, "${1}${2}s")
	s = fromEastern(s)
	s = foreignTime().ReplaceAllString(s, " ")
	s = ordinalMark().ReplaceAllString(s, "${1}th$2")
	return reordered(strings.Join(strings.Fields(byWord(s)), " "))
}

var (
	turkishTo     = lazily(`['’][dt][ae]n\s`)
	turkishCase   = lazily(`(\pL|\d)['’](?:y?[aeıiuü]|n?[ıiuü]n[ae]?|[dt][ae])(\s|$)`)
	foreignTime   = lazily(`(?:^|\s)(?:um|a las?|à|alle|às?|as|om|o godz\.?|klo?\.?|в|о|saat) \d{1,2}(?:[:.h]\d{2})?(?: ?(?:uhr|uur|heures?|horas?|ore|h|часов|часа))?(?:\s|$)|\b\d{1,2}(?:[:.]\d{2})? ?(?:uhr|uur)(?:\s|$)`)
	foreignDecade = lazily(`(?:años|anos|années|anni|jaren|dekádách|decenni)\s+'?(\d{0,2}\d0)\b|\b(\d{0,2}\d0)\s?(?:er jahren?|er|['’]?lar|-?е|-?х|年代|년대|के दशक)(?:\s|$)`)
	ordinalMark   = lazily(`\b(\d{1,2})(?:\.|\.?(?:º|ª|°|er|re|ère|e|ste|de|ro|ra|го|-го|-е))(\s|,|$)`)

	hanTime    = lazily(`(?:夜|の)?\d{1,2}\s?[时時点點시](?:\s?\d{1,2}\s?[分분])?(?:\s?\d{1,2}\s?[秒초])?`)
	hanNumber  = lazily(`([〇零一二三四五六七八九十两兩]+)(\s?[年月日号號个個天周週か季時时点點分])`)
	hanWeekday = lazily(`([上下本这這])[个個]?(?:周|週|星期|礼拜)([一二三四五六日天])`)
	hanYear    = lazily(`(\d{4})\s?[年년]`)
	hanMonth   = lazily(`(\d{1,2})\s?[月월]`)
	hanDay     = lazily(`(\d{1,2})\s?[日号號일](\s?(?:之?[前后後間]|전|후|뒤|간))?`)
	hanWeek    = lazily(`第\s?(\d{1,2})\s?[周週]`)
)

// easternWords replaces the words of eastern, the longer first.
var easternWords = sync.OnceValue(func() *strings.Replacer {
	var pairs [][2]string
	for _, e := range eastern {
		for _, w := range strings.Fields(e[1]) {
			pairs = append(pairs, [2]string{w, e[0]})
		}
	}
	slices.SortStableFunc(pairs, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	var flat []string
	for _, p := range pairs {
		flat = append(flat, p[0], p[1])
	}
	return strings.NewReplacer(flat...)
})

// fromEastern says Chinese, Japanese and Korean in English words.
func fromEastern(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x2e80 && r < 0xd7b0 }) < 0 {
		return s
	}
	s = hanWeekday().ReplaceAllString(s, "${1}周星期$2")
	s = hanNumber().ReplaceAllStringFunc(s, func(m string) string {
		sub := hanNumber().FindStringSubmatch(m)
		return hanValue(sub[1]) + sub[2]
	})
	s = hanTime().ReplaceAllString(s, " ")
	s = hanWeek().ReplaceAllString(s, " ${1}th week ")
	s = hanYear().ReplaceAllString(s, "$1 ")
	s = hanMonth().ReplaceAllStringFunc(s, func(m string) string {
		n := atoi(hanMonth().FindStringSubmatch(m)[1])
		if n < 1 || n > 12 {
			return m
		}
		return " " + months[n-1] + " "
	})
	s = hanDay().ReplaceAllStringFunc(s, func(m string) string {
		sub := hanDay().FindStringSubmatch(m)
		if sub[2] != "" {
			return sub[1] + " day " + sub[2]
		}
		return " " + sub[1] + "th "
	})
	return easternWords().Replace(s)
}

// hanValue writes a Han number in digits: 十二 is 12, 二〇一六 is 2016.
func hanValue(s string) string {
	const digits = "零一二三四五六七八九"
	digit := func(r rune) int { return max(0, strings.IndexRune(digits, r)/3) }
	s = strings.NewReplacer("〇", "零", "两", "二", "兩", "二").Replace(s)
	if before, after, ok := strings.Cut(s, "十"); ok {
		ten, one := 1, 0
		if before != "" {
			ten = digit([]rune(before)[0])
		}
		if after != "" {
			one = digit([]rune(after)[0])
		}
		return strconv.Itoa(10*ten + one)
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(strconv.Itoa(digit(r)))
	}
	return b.String()
}

// A lexicon gives the English of words: whole ones, of up to longestPhrase words, and beginnings.
type lexicon struct {
	whole  map[string]string
	begins map[string]string
}

const (
	longestPhrase = 4
	longestEnding = 4 // letters
)

var foreignWords = sync.OnceValue(func() lexicon {
	l := lexicon{map[string]string{}, map[string]string{}}
	for _, m := range meanings {
		for _, w := range strings.Split(m[1], ", ") {
			in := l.whole
			if b, ok := strings.CutSuffix(w, "*"); ok {
				in, w = l.begins, b
			}
			if key := foldedWords(w); in[key] == "" {
				in[key] = m[0]
			}
		}
	}
	for _, line := range counting {
		for i, words := range strings.Fields(line) {
			for _, w := range strings.Split(words, "/") {
				if key := text.Fold(w); l.whole[key] == "" {
					l.whole[key] = strconv.Itoa(i + 1)
				}
			}
		}
	}
	return l
})

func foldedWords(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = text.Fold(w)
	}
	return strings.Join(words, " ")
}

// word gives the English of a folded word.
func (l lexicon) word(w string) (string, bool) {
	if e, ok := l.whole[w]; ok {
		return e, true
	}
	if _, ok := monthOf(w); ok {
		return "", false
	}
	for cut, end := 0, len(w); cut <= longestEnding && end > 0; cut++ {
		if e, ok := l.begins[w[:end]]; ok {
			return e, true
		}
		_, n := utf8.DecodeLastRuneInString(w[:end])
		end -= n
	}
	if bare, ok := strings.CutPrefix(w, "ال"); ok { // the Arabic article
		return l.word(bare)
	}
	return "", false
}

var wordRun = lazily(`[\pL\pM]+(?:['’][\pL\pM]+)*`)

// byWord replaces the words of s that the lexicon knows, the longest phrases first.
func byWord(s string) string {
	var b strings.Builder
	runs := wordRun().FindAllStringIndex(s, -1)
	at := 0
	for i := 0; i < len(runs); {
		used := 1
		english, ok := "", false
		for n := min(longestPhrase, len(runs)-i); n > 0 && !ok; n-- {
			if phrase := s[runs[i][0]:runs[i+n-1][1]]; n == 1 || !strings.ContainsAny(phrase, ",.;/0123456789") {
				english, ok = foreignWords().phrase(phrase, n)
				used = n
			}
		}
		b.WriteString(s[at:runs[i][0]])
		if !ok {
			used = 1
			english = s[runs[i][0]:runs[i][1]]
		}
		b.WriteString(english)
		at = runs[i+used-1][1]
		i += used
	}
	b.WriteString(s[at:])
	return b.String()
}

func (l lexicon) phrase(s string, words int) (string, bool) {
	if words == 1 {
		return l.word(text.Fold(s))
	}
	e, ok := l.whole[foldedWords(strings.ReplaceAll(s, "-", " "))]
	return e, ok
}

// A reordering puts words into the order of English.
type reordering struct {
	from *regexp.Regexp
	to   string
}

const (
	periodWord = `(?:days?|weeks?|weekends?|months?|quarters?|years?|decades?|century|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`
	stepWord   = `(?:last|next|this|same|beforelast|afternext)`
	amountWord = `(?:(?:\d+|an?) (?:minute|hour|day|week|month|quarter|year|decade)s?(?: and )?)+`
)

var reorderings = sync.OnceValue(func() []reordering {
	return []reordering{
		{regexp.MustCompile(`^between (.+?) in (.+)$`), "between $1 and $2"},
		{regexp.MustCompile(`^(.+?) and (.+?) between$`), "between $1 and $2"},
		{regexp.MustCompile(`^(.+? (?:to|~) .+?) (?:to|between)$`), "$1"},
		{regexp.MustCompile(`^(?:from|de) (.+?) a (.+)$`), "from $1 to $2"},
		{regexp.MustCompile(`(\S) from `), "$1 "},
		{regexp.MustCompile(`\bday (\d{1,2})\b`), "${1}th"},
		{regexp.MustCompile(`\bweek (\d{1,2})th\b`), "week $1"},
		{regexp.MustCompile(`\b(` + periodWord + `) (` + stepWord + `) (` + periodWord + `)\b`), "$1 of $2 $3"},
		{regexp.MustCompile(`\b(` + periodWord + `) (` + stepWord + `)\b`), "$2 $1"},
		{regexp.MustCompile(`^(\d+) (last|next) (` + periodWord + `)\b`), "$2 $1 $3"},
		{regexp.MustCompile(`^(?:ago|before) (` + amountWord + `)$`), "$1 ago"},
		{regexp.MustCompile(`^(?:after|in) (` + amountWord + `)$`), "$1 hence"},
		{regexp.MustCompile(`^(` + amountWord + `) (?:before|ago)$`), "$1 ago"},
		{regexp.MustCompile(`^(` + amountWord + `) (?:after|in)$`), "$1 hence"},
		{regexp.MustCompile(`^(.+) (early|mid|late)$`), "$2 $1"},
		{regexp.MustCompile(`^(.+) (q[1-4]|(?:first|second) half)$`), "$2 $1"},
	}
})

func reordered(s string) string {
	for _, r := range reorderings() {
		s = r.from.ReplaceAllString(s, r.to)
	}
	return s
}
