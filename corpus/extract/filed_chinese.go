package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
)

// chineseAgencies stand beside the city in the dateline of a story in Chinese or Japanese.
var chineseAgencies = [...]string{"新华社", "新華社", "中新社", "中央社", "路透社", "路透", "法新社", "美联社", "美聯社", "共同社", "俄新社", "塔斯社", "共同", "時事", "ロイター"}

// chineseEnds close what a Chinese dateline is made of: a city, a day ("5月25日"), the word for a telegram, a bracket.
const chineseEnds = "0123456789０１２３４５６７８９电電讯訊（(【［］】）)＝ 　"

// chineseCity reads "新华社北京5月25日电", "（路透社北京）", "【東京共同】", "［ニューヨーク ２５日 ロイター］": an agency with a city before or behind it.
func (p *opener) chineseCity() bool {
	const longest = 80
	head := p.raw[p.i:min(len(p.raw), p.i+longest)]
	if r, _ := utf8.DecodeRuneInString(head); r < 0x3000 {
		return false
	}
	for _, agency := range chineseAgencies {
		at := strings.Index(head, agency)
		if at < 0 {
			continue
		}
		for _, from := range [...]int{0, at + len(agency)} {
			from += len(head[from:]) - len(strings.TrimLeft(head[from:], chineseEnds))
			to := from + strings.IndexAny(head[from:]+" ", chineseEnds)
			if from < at {
				to = min(to, at)
			}
			if to <= from || !gazetteer.Has(head[from:to]) {
				continue
			}
			p.Cities = append(p.Cities, corpus.Span{Part: p.part, Start: p.i + from, End: p.i + to})
			p.Wire, p.agency = corpus.Span{Part: p.part, Start: p.i + at, End: p.i + at + len(agency)}, true
			p.i += max(to, at+len(agency))
			p.date()
			p.skip("电電讯訊】）］")
			return true
		}
	}
	return false
}
