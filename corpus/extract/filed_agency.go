package extract

import (
	"strings"

	"dateline/corpus"
)

// agencyFirst reads what stands before the city, or for it: "(Reuters) - ", "(ANSA) - ROMA, 3 MAG - ", "AP/BEIRUT — ".
// The place in "[NAIROBI] The minister" is a city.
func (p *opener) agencyFirst() bool {
	if p.peekBracket() {
		return p.cityInBracket() || p.cityBeforeEquals() || p.cityBehindBracket()
	}
	i := strings.IndexByte(p.raw[p.i:min(len(p.raw), p.i+longestCity)], '/')
	if i <= 0 || !isAgency(p.raw[p.i:p.i+i]) {
		return false
	}
	rest := *p
	rest.Wire, rest.agency = corpus.Span{Part: p.part, Start: p.i, End: p.i + i}, true
	rest.i += i + 1
	if !rest.city() || !rest.known {
		return false
	}
	*p = rest
	return true
}

// cityInBracket reads "[NAIROBI]".
func (p *opener) cityInBracket() bool {
	end := strings.IndexByte(p.raw[p.i:], ']')
	if p.raw[p.i] != '[' || end < 0 {
		return false
	}
	rest := *p
	rest.i++
	if !rest.city() || rest.i != p.i+end || !rest.known || !rest.capped {
		return false
	}
	rest.i++
	rest.dashed = true
	*p = rest
	return true
}

// cityBeforeEquals reads "(서울=연합뉴스)", as Korean agencies write it.
func (p *opener) cityBeforeEquals() bool {
	inner, _, closed := strings.Cut(p.raw[p.i+1:], ")")
	city, agency, ok := strings.Cut(inner, "=")
	if p.raw[p.i] != '(' || !closed || !ok || city == "" || agencyOf[agency] == "" {
		return false
	}
	start := p.i + 1
	p.i = start + len(inner) + 1
	p.Cities = append(p.Cities, corpus.Span{Part: p.part, Start: start, End: start + len(city)})
	p.Wire, p.agency = corpus.Span{Part: p.part, Start: start + len(city) + 1, End: p.i - 1}, true
	return true
}

// cityBehindBracket reads an agency, and the city that may stand behind it. It is true in any case: a bracket that opens
// a line is weighed as a whole.
func (p *opener) cityBehindBracket() bool {
	if !p.bracket(string(closing[p.raw[p.i]])) || !p.agency {
		return true
	}
	rest := *p
	rest.skip(" -–—:\u00a0")
	if rest.city() && rest.known && rest.capped {
		*p = rest
	}
	return true
}

// peekBracket is true at "(Reuters) -".
func (p *opener) peekBracket() bool {
	return p.i < len(p.raw) && (p.raw[p.i] == '(' || p.raw[p.i] == '[' || p.raw[p.i] == '/')
}

var closing = map[byte]byte{'(': ')', '[': ']'}

// bracket reads "(Reuters)", "/ТАСС/", "(Reuters/IFR)". Between slashes stands a known agency or, behind a day, any name:
// "KALINOV, May 25. /Courier/".
func (p *opener) bracket(close string) bool {
	n := strings.Index(p.raw[p.i+1:], close)
	if n <= 0 || n > 40 {
		return false
	}
	inner := p.raw[p.i+1 : p.i+1+n]
	if close == "/" && !isAgency(inner) && (p.Date.Len() == 0 || !isName(inner)) {
		return false
	}
	p.agency = p.agency || isAgency(inner)
	p.Wire = corpus.Span{Part: p.part, Start: p.i + 1, End: p.i + 1 + n}
	p.i += n + 2
	return true
}

// isAgency knows "Reuters", and "Reuters Life!", "AP/dpa" by their first word.
func isAgency(s string) bool {
	if agencyOf[s] != "" {
		return true
	}
	i := strings.IndexAny(s, "/-, ")
	return i > 0 && agencyOf[s[:i]] != ""
}

// bareAgency reads "INTERFAX.RU - " behind a day, "CNN — " behind a city.
func (p *opener) bareAgency() bool {
	if len(p.Cities) == 0 || p.agency {
		return false
	}
	for _, n := range [...]int{3, 2, 1} {
		if end := wordsEnd(p.raw, p.i, n); end > 0 && agencyOf[p.raw[p.i:end]] != "" {
			p.Wire, p.agency = corpus.Span{Part: p.part, Start: p.i, End: end}, true
			p.i = end
			return true
		}
	}
	return false
}

// wordsEnd is where the n-th word from i ends, without its full stop, comma or dash, 0 where there are fewer.
func wordsEnd(s string, i, n int) int {
	from := i
	for ; n > 0; n-- {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		j := strings.IndexAny(s[i:]+" ", " ")
		if j <= 0 {
			return 0
		}
		i += j
	}
	return from + len(strings.TrimRight(s[from:min(i, len(s))], ".,-–—"))
}

// dash reads the mark that ends most datelines, and an agency that follows it: "– РИА Новости."
func (p *opener) dash() bool {
	from := p.i
	p.skip("-–—")
	if p.i == from {
		return false
	}
	p.dashed = true
	rest := *p
	rest.skip(" \u00a0")
	if rest.bareAgency() {
		rest.skip(". ")
		*p = rest
	}
	return false
}

// agencyBehind cuts an agency off the end of a city's words, as "Washington CNN —" and "دمشق-سانا" have it: the length
// of what is left, else 0.
func agencyBehind(words string) int {
	i := strings.LastIndexAny(words, " -")
	if i <= 0 || agencyOf[words[i+1:]] == "" {
		return 0
	}
	return len(strings.TrimRight(words[:i], " ,.-"))
}
