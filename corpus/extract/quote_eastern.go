package extract

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/text"
)

// Chinese, Japanese and Korean write no spaces, or particles on their words: reports are read by patterns over a
// paragraph. Each gives the groups source, cue and words.

// A pattern is one order of source, cue and words.
type pattern struct {
	rule string
	*regexp.Regexp
}

const (
	chineseSays  = `抱怨说|抱怨道|表示|指出|强调|強調|认为|認為|宣布|透露|告诉记者|补充说|补充道|補充說|回应说|回应称|坦言|重申|介绍说|介绍|说道|說道|呼吁|警告说|警告|解释说|解释|声称|聲稱|写道|寫道|谈到|批评说|称|稱|说|說`
	chineseSure  = `表示|指出|强调|強調|认为|認為|宣布|透露|告诉记者|补充说|补充道|補充說|回应说|回应称|坦言|重申|介绍说|警告说|警告|解释说|声称|聲稱|批评说`
	japaneseSays = `述べ|語っ|語る|話し|話す|強調し|説明し|指摘し|明らかにし|訴え|批判し|コメントし|発表し|主張し|答え|伝え|警告し|表明し|断言し|言っ|明かし|呼びかけ|振り返っ|つづっ|反論し`
	koreanSays   = `말했다|말한다|밝혔다|전했다|강조했다|설명했다|덧붙였다|주장했다|지적했다|발표했다|언급했다|답했다|경고했다|비판했다|촉구했다|토로했다|평가했다|반박했다|호소했다|약속했다|썼다|적었다|내다봤다`
)

var easternPatterns = sync.OnceValue(func() map[string][]pattern {
	p := func(rule, re string) pattern { return pattern{rule, regexp.MustCompile(re)} }
	return map[string][]pattern{
		"zh": {
			p("quote before", `[“「](?P<words>[^”」]{3,}[，,！？!?])[”」](?P<source>[^，。；：！？“”「」\n]{1,24}?)(?P<cue>`+chineseSays+`)(?:[，。；！]|$)`),
			p("quote before", `[“「](?P<words>[^”」]{3,}[^。”」])[”」]，?(?P<source>[^，。；：！？“”「」\n]{1,24}?)(?P<cue>`+chineseSays+`)(?:[，。；！]|$)`),
			p("quote before", `[“「](?P<words>[^”」]{3,}。)[”」](?P<source>[^，。；：！？“”「」\n]{1,16}?)(?P<cue>`+chineseSays+`)。`),
			p("quote behind", `(?P<source>[^，。；：！？“”「」\n]{1,40}?)(?P<cue>`+chineseSays+`)[，：:]?\s*[“「](?P<words>[^”」]{4,})[”」]`),
			p("according to", `(?:根据|按照|据|據)(?P<source>[^，。；：“”\n]{2,24}?)(?P<cue>报道|報導|介绍|透露|消息|称|稱|统计|数据|通报)[，,](?P<words>[^。“”\n]{4,})`),
			p("that", `(?P<source>[^，。；：！？“”「」\n]{1,36}?)(?P<cue>`+chineseSure+`|[说說称稱](?:[，：,:]))[，：,:]?(?P<words>[^。！？“”「」\n]{4,})`),
		},
		"ja": {
			p("quote before", `(?P<source>[^、。「」\n]{1,30})(?:は|が)、?(?:[^。「」\n]{0,40}、?)?「(?P<words>[^」]{2,})」(?:など)?と(?:[^。「」\n]{0,16}?)(?P<cue>`+japaneseSays+`)`),
			p("according to", `(?P<source>[^、。「」\n]{2,30}?)(?P<cue>によると|によれば)、?(?P<words>[^。\n]{4,})`),
			p("that", `(?P<source>[^、。「」\n]{2,30}?)は、?(?P<words>[^。「」\n]{4,}?)と(?P<cue>`+japaneseSays+`)`),
		},
		"ko": {
			p("quote before", `(?P<source>[^,.。"“”'‘’\n]{2,30}?)[은는이가][ ,]+(?:[^."“”\n]{0,30} )?["“](?P<words>[^"”]{4,})["”]\s?(?:이?라고|이?라며|고|며|면서)?[^."“”\n]{0,16}?(?P<cue>`+koreanSays+`)`),
			p("according to", `(?P<source>[^,."“”\n]{2,30}?)에 (?P<cue>따르면),?\s(?P<words>[^.\n]{4,})`),
			p("that", `(?P<source>[^,."“”\n]{2,30}?)[은는] (?P<words>[^."“”\n]{4,}(?:다|라|냐|자))고 (?:[^."“”\n]{0,8} )?(?P<cue>`+koreanSays+`)`),
		},
	}
})

// eastern reports whether a text is read by patterns.
func (r *reading) eastern() []pattern {
	return easternPatterns()[r.language()]
}

// language is the text's, without a region.
func (r *reading) language() string {
	base, _, _ := strings.Cut(r.t.Language, "-")
	return base
}

// easternReports finds the reports of speech in Chinese, Japanese and Korean. The patterns come in the order in which they are
// believed: words that one took are left alone by the next.
func (r *reading) easternReports(patterns []pattern) []attribution {
	var as []attribution
	for _, x := range r.t.Paragraphs {
		from, to := r.t.Bounds(x)
		if x.Start < r.lead.End {
			from = int(r.t.Words[min(r.lead.End, len(r.t.Words)-1)].Start)
		}
		taken := len(as)
		for _, p := range patterns {
			for at := from; at < to; {
				m := p.FindStringSubmatchIndex(r.t.Raw[at:to])
				if m == nil {
					break
				}
				a := r.easternReport(p, m, at)
				if len(a.pieces) > 0 && a.source.found() && !a.overlaps(as[taken:]) {
					as = append(as, a)
				}
				at += max(m[2*p.SubexpIndex("words")+1], m[2*p.SubexpIndex("cue")+1])
			}
		}
	}
	return inOrder(as)
}

// easternReport makes a report of a pattern's groups in the text from at on.
func (r *reading) easternReport(p pattern, m []int, at int) attribution {
	group := func(name string) text.Range { // with the whole of the last word, whose particle ends the match
		i := 2 * p.SubexpIndex(name)
		x := r.t.Positions(at+m[i], at+m[i+1])
		if x.End < len(r.t.Words) && int(r.t.Words[x.End].Start) < at+m[i+1] {
			x.End++
		}
		return x
	}
	a := attribution{rule: p.rule, cue: group("cue")}
	if w := group("words"); w.End > w.Start {
		a.pieces = []text.Range{w}
	}
	s := group("source")
	if p.rule != "according to" {
		s = r.trimEastern(s)
	}
	a.source = source{start: s.Start, end: s.End}
	return a
}

// overlaps reports whether a report shares words or its source with one of others.
func (a *attribution) overlaps(others []attribution) bool {
	for _, b := range others {
		if a.pieces[0].Start < b.pieces[0].End && b.pieces[0].Start < a.pieces[0].End || a.cue.Start < b.pieces[0].End && b.pieces[0].Start < a.cue.End {
			return true
		}
	}
	return false
}

// The days, the places and the small words before and behind a source that are no part of it.
var (
	beforeSource = regexp.MustCompile(`^(?:而|但|不过|同时|此外|另外|对此|随后|\d+[年月日号]|今天|昨天|当天|近日|日前|周[一二三四五六日]|星期[一二三四五六日]|また|一方|これに対し|이에 대해|한편|또)+`)
	behindSource = regexp.MustCompile(`(?:在[^，。]{1,24}?(?:上|中|时|后|里)|接受[^，。]{1,16}采访时|对(?:记者|媒体|此)|\d+[月日号]|今天|昨天|当天|近日|周[一二三四五六日]|星期[一二三四五六日]|还|也|则|随后|同时|此前|再次|曾|并|都|就此|对|向)+$`)
)

// trimEastern leaves of a range that stands before a verb who speaks.
func (r *reading) trimEastern(x text.Range) text.Range {
	if x.End <= x.Start {
		return x
	}
	from, to := r.t.Bounds(x)
	from += len(beforeSource.FindString(r.t.Raw[from:to]))
	to -= len(behindSource.FindString(r.t.Raw[from:to]))
	return r.t.Positions(from, to)
}

// easternPhrase resolves a source in a script without capitals. It says whether it could.
func (v *resolver) easternPhrase(p *corpus.Person, s source) (fig int, ok bool) {
	words := strings.Fields(p.Text)
	who := strings.Join(words, " ")
	if r, n := utf8.DecodeLastRuneInString(who); strings.ContainsRune("은는이가에", r) && len(who) >= 2*n {
		who = who[:len(who)-n]
	}
	name, role := easternName(v.r.language(), who)
	if v.r.g.caseless {
		name, role = caselessName(words)
	}
	if name == "" {
		p.Canonical, p.Kind = who, easternKind(who)
		return -1, !v.r.g.caseless
	}
	for i, f := range v.figures {
		if f.name == name || strings.HasPrefix(f.name, name) || strings.HasSuffix(f.name, " "+name) {
			return i, true
		}
	}
	if utf8.RuneCountInString(name) == 1 {
		p.Canonical, p.Kind = who, corpus.Unnamed // "김 시장", nobody known
		return -1, true
	}
	v.figures = append(v.figures, figure{name: name, words: []string{name}, role: role, first: text.Range{Start: s.start, End: s.end}})
	return len(v.figures) - 1, true
}
