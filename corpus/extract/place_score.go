package extract

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// accepted is the score from which a mention is a place.
const accepted = 1.0

// likely is the score from which a mention helps to tell where others lie.
const likely = .4

// weighNames gives each name what speaks for it before any context.
func (p *toponyms) weighNames() {
	for i := range p.names {
		n := &p.names[i]
		n.base = baseOf(n.top)
		if n.top.As == gazetteer.Variant && n.text[0] < 0xCE && !p.foreign() { // in Latin letters
			n.base -= 1.2
		}
		single := !strings.ContainsAny(n.text, " -\n")
		if !single {
			n.base += .8
		}
		low := strings.ToLower(strings.TrimRight(n.text, "."))
		n.strong = n.base >= 2 && !everyday[low] && !(n.lower && uncapitalised[low])
		switch {
		case single && everyday[low] || misread[low]:
			n.base, n.strong = min(n.base, 0)-3, false
		case single && abbreviated[low] || n.top.As == gazetteer.Code:
			n.base, n.strong = -2, false
		case n.lower && !n.strong:
			n.base -= 2.5
		case single && !n.strong && names.IsGiven(n.text):
			n.base -= 1
		}
	}
}

// baseOf is what a name's first entry is worth by itself.
func baseOf(e gazetteer.Entry) float64 {
	v := 0.0
	switch e.Kind {
	case corpus.Country, corpus.Continent:
		return 3
	case corpus.Region, corpus.Water:
		v = 2.2
	case corpus.Admin:
		v = 2.2
		if e.Second {
			v = 1
		}
	default:
		v = max(-1, min(1.8, .7*math.Log10(float64(e.Population+100))-3))
	}
	if e.Capital {
		v += 1
	}
	return v
}

// weighMentions reads the context of each mention, and lets a name profit from its best.
func (p *toponyms) weighMentions() {
	for i := range p.all {
		m := &p.all[i]
		m.score = p.context(i)
		n := &p.names[m.name]
		n.best = max(n.best, m.score)
		n.company = n.company || p.isCompany(m)
	}
	for i := range p.all {
		m := &p.all[i]
		n := p.names[m.name]
		m.plain = m.score >= 0
		if m.score < n.best && m.score > -1 {
			m.score += (n.best - m.score) / 2
		}
		m.score += n.base
		if n.company && !n.strong && m.score-n.base < 1.2 {
			m.score -= 2.5
		}
		p.names[m.name].known = n.known || m.score >= accepted
	}
	p.weighLists()
	for i := range p.all {
		m := &p.all[i]
		n := &p.names[m.name]
		if n.known && m.score < accepted && p.shouts(m) {
			m.score = accepted
		}
		n.alive = n.alive || m.score >= accepted-nearScene
	}
}

// weighLists lets places speak for their neighbours in a list: "Suba, Migori, Homa Bay and Siaya".
func (p *toponyms) weighLists() {
	const bonus = 1.2
	for i := range p.all {
		m := &p.all[i]
		if m.score >= accepted || !m.plain {
			continue
		}
		if i > 0 && p.all[i-1].score >= accepted && p.isListGap(p.all[i-1].end, m.start) {
			m.score += bonus
		} else if i+1 < len(p.all) && p.all[i+1].score-p.names[p.all[i+1].name].base >= 0 && p.all[i+1].score >= accepted && p.isListGap(m.end, p.all[i+1].start) {
			m.score += bonus
		}
	}
}

func (p *toponyms) isListGap(from, to int) bool {
	switch p.x.Raw[from:max(from, to)] {
	case ", ", " and ", ", and ", "/", " or ", " & ", ",\n", "، ", "、", " و", " und ", " et ", " y ", " e ", " и ", " та ", " i ", " en ", " och ", " ve ":
		return true
	}
	return false
}

// weighScene lets small places gain where the article's other places are near.
func (p *toponyms) weighScene() {
	sc := p.scene(false)
	for i := range p.all {
		m := &p.all[i]
		n := &p.names[m.name]
		if m.score >= accepted || !m.plain || n.base < -1.5 {
			continue
		}
		e := n.all()[m.entry]
		region := e.Country + "/" + e.Admin1
		switch {
		case e.Admin1 != "" && sc.regions[region] >= 1:
			m.score += nearScene
		case sc.countries[e.Country] >= 1:
			m.score += nearScene / 2
		}
	}
}

// nearScene is what it is worth to lie in a region that the article is about.
const nearScene = 1.0

// context is what a mention's neighbours say for and against its being a place.
func (p *toponyms) context(i int) float64 {
	m := &p.all[i]
	v := p.left(m) + p.right(m) + p.person(m)
	if m.inside >= 0 {
		v += 3
	}
	if m.inner >= 0 {
		v += 3.5
	}
	if p.headsStory(m) {
		v += 2.5
	}
	if m.region || p.isCounty(m) {
		v++
	}
	if p.isAcronym(m) {
		v -= 3
	}
	if p.isExchange(m) || p.hasTicker(m.end) {
		v -= 5
	}
	return v
}

// headsStory reports whether a mention opens a sentence in capitals with a dash behind: a dateline inside the text.
func (p *toponyms) headsStory(m *toponym) bool {
	if !p.opens(m.Start) || p.x.Words[m.Start].Shape != text.Upper || m.End >= len(p.x.Words) {
		return false
	}
	gap := strings.TrimSpace(p.x.Raw[m.end:p.x.Words[m.End].Start])
	return gap != "" && strings.Trim(gap, "-–—.") == "" && strings.ContainsAny(gap, "-–—")
}

// left weighs what stands before a mention.
func (p *toponyms) left(m *toponym) float64 {
	if m.Start == 0 {
		return 0
	}
	gap, w := p.x.Gap(m.Start), p.x.Word(m.Start-1)
	if p.opens(m.Start) {
		if m.End-m.Start == 1 && !p.names[m.name].strong {
			return -.5
		}
		return 0
	}
	low := strings.ToLower(w)
	switch {
	case gap == "-" && (w == "D" || w == "R"): // a legislator's party: "D-Kanawha"
		return 1.5
	case gap == "-":
		return -1
	case p.isAbbreviated(m):
		return p.leftOfAbbreviation(m)
	case strings.HasSuffix(w, "s") && unpossessed(w) != w:
		return 0
	case p.shouts(m):
		return p.shouted(m, low)
	case gap == ", " || gap == "/":
		return 0
	case (gap == ". " || strings.HasSuffix(w, ".")) && isInitials(w) && p.x.Gap(m.Start-1) != "/" && !p.isMention(m.Start-1):
		return -3.5
	case strings.TrimSpace(gap) != "":
		return 0
	case low == "of" && m.Start > 1:
		return p.behindOf(m)
	case (low == "a" || low == "an") && p.describes(m):
		return 1
	case p.x.Words[m.Start-1].Shape == text.Lower || small[low] || p.before(low) >= 1.2:
		return p.before(low)
	case p.x.Words[m.Start-1].Shape == text.Number:
		return 0
	case names.IsTitle(w):
		return -3
	case names.IsGiven(w) && !p.isMention(m.Start-1):
		return -3.5
	}
	if p.isMention(m.Start - 1) {
		return -.3
	}
	if p.foreign() && (p.opens(m.Start-1) || p.x.Words[m.Start-1].Shape == text.Upper) { // "Жители Донецка", "МИД России"
		return 0
	}
	return -2
}

// shouted weighs a mention in a headline in capitals, where those tell nothing: "ARMY ENTERS RAQQA AS REBELS FLEE".
func (p *toponyms) shouted(m *toponym, low string) float64 {
	if p.names[m.name].strong {
		return p.before(low)
	}
	return p.before(low) - 1
}

// describes reports whether a mention says where what follows is from: "an Aleppo baker". "A Turkey cost a dollar" does not, as
// the word stands in lower case too.
func (p *toponyms) describes(m *toponym) bool {
	return m.End < len(p.x.Words) && p.x.Gap(m.End) == " " && p.x.Words[m.End].Shape == text.Lower && !p.names[m.name].lower
}

// behindOf weighs "the city of Raqqa" and "University of Windsor".
func (p *toponyms) behindOf(m *toponym) float64 {
	w := p.x.Word(m.Start - 2)
	switch low := strings.ToLower(w); {
	case wholes[low] && w != low:
		return -4
	case kindOf[low]:
		return 2
	case w != low && p.isPerson(m.Start-2): // "Ada Example of Lindsay"
		return 1.6
	}
	return before["of"]
}

// isAbbreviated reports whether a mention is a state's abbreviation with its full stop: "Okla."
func (p *toponyms) isAbbreviated(m *toponym) bool {
	return p.x.Raw[m.end-1] == '.' && abbreviated[strings.ToLower(p.x.Raw[m.start:m.end-1])]
}

// leftOfAbbreviation weighs "Thackerville, Okla." and "a Ga. pastor", where the sentence goes on.
func (p *toponyms) leftOfAbbreviation(m *toponym) float64 {
	switch {
	case p.x.Gap(m.Start) == ", " && p.x.Words[m.Start-1].Shape != text.Lower && p.x.Words[m.Start-1].Shape != text.Number:
		return 3.5
	case m.End < len(p.x.Words) && p.x.Words[m.End].Shape == text.Lower:
		return 3
	}
	return 0
}

// right weighs what stands behind a mention.
func (p *toponyms) right(m *toponym) float64 {
	if m.End >= len(p.x.Words) || p.opens(m.End) {
		return 0
	}
	gap, w := p.x.Gap(m.End), p.x.Word(m.End)
	if end := int(p.x.Words[m.End-1].End); m.end < end { // "Iran's"
		gap, w = "", ""
		return .3
	}
	low := strings.ReplaceAll(strings.ToLower(w), "’", "'")
	if gap == "-" && (low == "based" || low == "area" || low == "born") {
		return 1.6
	}
	if gap == "-" {
		return -1
	}
	if strings.TrimSpace(gap) != "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		if speakingVerbs[low] && !p.speaks(m) {
			return -1.5
		}
		return behind[low]
	}
	return p.rightCapital(m, low)
}

// rightCapital weighs a capital behind a mention: "Oakland Police" is of a place, "Oakland Avenue", "Paris Hilton" are none.
func (p *toponyms) rightCapital(m *toponym, low string) float64 {
	n := &p.names[m.name]
	strong := n.strong
	switch {
	case low == "state" && m.End+1 < len(p.x.Words) && p.x.Word(m.End+1) == "University":
		return -4.5
	case features[low]:
		if strong && (low == "university" || low == "hospital" || low == "center") {
			return -1.5
		}
		return -4.5
	case p.isCompany(m):
		return -2.5
	case behind[low] > 0:
		return behind[low]
	case p.isCounty(m) || p.ofInstitution(m):
		return 0
	case p.isMention(m.End):
		return -.3
	case p.shouts(m):
		return 0
	case strong && n.top.Kind != corpus.City:
		return -.8
	}
	return -2 // "Paris Hilton"
}

// speaks reports whether a place may stand for a government: a country, a capital, a state.
func (p *toponyms) speaks(m *toponym) bool {
	e := p.names[m.name].top
	return e.Kind != corpus.City || e.Capital
}

// isMention reports whether a word belongs to a mention of a place that is sure by its name.
func (p *toponyms) isMention(word int) bool {
	k := sort.Search(len(p.all), func(k int) bool { return p.all[k].End > word })
	return k < len(p.all) && p.all[k].Start <= word && p.names[p.all[k].name].strong
}

// opens reports whether a word is the first of its sentence.
func (p *toponyms) opens(word int) bool {
	return p.x.Sentences[p.x.SentenceAt(word)].Start == word
}

// shouts reports whether a mention's sentence is in capitals: a headline.
func (p *toponyms) shouts(m *toponym) bool {
	s := p.x.Sentences[p.x.SentenceAt(m.Start)]
	upper, other := 0, 0
	for _, w := range p.x.Words[s.Start:s.End] {
		switch w.Shape {
		case text.Upper:
			upper++
		case text.Lower, text.Capital, text.Mixed:
			other++
		}
	}
	return upper > 2 && other*3 < upper
}
