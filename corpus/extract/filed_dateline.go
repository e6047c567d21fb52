package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/dates"
	"dateline/corpus/gazetteer"
)

// datelineLines is how many lines of a body may stand before its dateline: a byline, a repeated title.
const datelineLines = 5

// dateline finds what opens a story: "BEIRUT, May 24 (Reuters) —", "МОСКВА, 25 мая. /ТАСС/". One that names no city,
// "(Reuters) - ", has no Cities. It reads the first lines of the body and needs no words of t.Text.
func dateline(t *Text) (d Dateline, ok bool) {
	raw, at := t.Draft.Text, t.BodyStart()
	for range datelineLines {
		at = len(raw) - len(strings.TrimLeftFunc(raw[at:], func(r rune) bool { return r <= ' ' || r == '\u00a0' }))
		end := at + strings.IndexByte(raw[at:]+"\n", '\n')
		if at == end {
			return Dateline{}, false
		}
		p := opener{part: t.Part, raw: raw[:end], i: at}
		if p.read() {
			return p.Dateline, true
		}
		if end-at > 120 && raw[at] != '(' { // a paragraph: the story has begun; "(Corrects …)" is none
			return Dateline{}, false
		}
		at = end
	}
	return Dateline{}, false
}

// An opener is a line that is being read as a dateline.
type opener struct {
	Dateline
	part   corpus.Part
	raw    string // up to the line's end
	i      int
	capped bool // every city is in capitals
	known  bool // the first city is in the gazetteer, or in a region that is
	agency bool // a known one
	dashed bool // a dash ends it
}

// The most bytes that a dateline has, and a city or region of it.
const (
	longestDateline = 160
	longestCity     = 48
)

// read reads the whole line's head, and says whether it is a dateline.
func (p *opener) read() bool {
	p.skip("-–—*• ")
	p.byline()
	start := p.i
	if !p.agencyFirst() && !p.chineseCity() && !p.city() {
		return false
	}
	for p.i-start < longestDateline && p.next() {
	}
	p.Span = corpus.Span{Part: p.part, Start: start, End: p.i}
	return p.accepts()
}

// byline passes "By Tom Miles and Douglas Busvine" where the city in capitals follows on the same line.
func (p *opener) byline() {
	if !strings.HasPrefix(p.raw[p.i:], "By ") {
		return
	}
	at := p.i
	fields := strings.Fields(p.raw[p.i:min(len(p.raw), p.i+longestDateline)])
	for i, w := range fields {
		at += strings.Index(p.raw[at:], w)
		if n, _ := gazetteer.Longest(fields[i:]); n > 0 && len(w) > 2 && w == strings.ToUpper(w) {
			p.i = at
			return
		}
		at += len(w)
	}
}

// accepts weighs what was found: an agency or a day behind a city is sure, a dash alone needs a known city in capitals,
// one in the country that is named with it, or a large one before a whole sentence.
func (p *opener) accepts() bool {
	switch {
	case len(p.Cities) == 0:
		return p.agency
	case p.agency:
		return true
	case p.Date.Len() > 0:
		return p.capped && (p.dashed || p.Wire.Len() > 0) || p.known
	case !p.dashed || !p.known:
		return false
	}
	return p.capped || p.Wire.Len() == 0 && p.inRegion() || p.opensSentence()
}

// inRegion reports whether the first city lies in what stands behind its comma: "Beirut, Lebanon -".
func (p *opener) inRegion() bool {
	c := p.Cities[0]
	return bestInside(gazetteer.Lookup(p.raw[c.Start:c.End]), regionBehind(p.raw[c.End:p.i])) >= 0
}

// opensSentence reports whether the city of "Nairobi — The minister said …" is large and alone, or has only an outlet's name in
// brackets behind it, and a sentence follows that does not open with a place: "Paris – London trains".
func (p *opener) opensSentence() bool {
	const sentence = 60
	large := 500000
	rest := strings.TrimLeft(p.raw[p.i:], " \u00a0")
	first, _ := utf8.DecodeRuneInString(rest)
	c := p.Cities[0]
	if len(p.Cities) > 1 || len(rest) < sentence || !unicode.IsUpper(first) || gazetteer.Has(rest[:strings.IndexByte(rest, ' ')+1]) {
		return false
	}
	behind := strings.Trim(p.raw[c.End:p.i], " -–—\u00a0")
	if outlet := p.raw[p.Wire.Start:p.Wire.End]; behind != "" && (behind != "("+outlet+")" || !isName(outlet) || gazetteer.Has(outlet)) {
		return false
	}
	if behind != "" {
		large = 100000
	}
	top := gazetteer.Lookup(p.raw[c.Start:c.End])[0]
	return top.Kind == corpus.City && (top.Capital || top.Population >= large)
}

// next reads one more part, false where the dateline ends.
func (p *opener) next() bool {
	p.skip(" \u00a0")
	if p.i >= len(p.raw) {
		return false
	}
	switch c := p.raw[p.i]; {
	case c == '(' || c == '[':
		return p.bracket(string(closing[c]))
	case c == '/':
		return p.bracket("/") || p.Date.Len() == 0 && p.another()
	case c == ',':
		p.i++
		p.skip(" ")
		return p.date() || p.bareAgency() || p.region() || p.peekBracket()
	case c == '|': // "Juba, South Sudan | AFP | Monday"
		rest := *p
		rest.skip("| ")
		if !rest.bareAgency() {
			return false
		}
		*p = rest
		p.skip("| ")
		return true
	case strings.HasPrefix(p.raw[p.i:], "and ") && p.known:
		p.i += len("and ")
		return p.city()
	case c == '.':
		p.i++
		return true
	case c == ':' && p.capped && knows(p.raw[p.Cities[0].Start:p.Cities[0].End]):
		p.dashed = true
		p.i++
		return false
	}
	return p.dash() || p.date() || p.bareAgency()
}

// city reads the words of one city.
func (p *opener) city() bool {
	start, end := p.segment()
	if start == end {
		return false
	}
	start += besideCity(p.raw[start:end])
	words := p.raw[start:end]
	if cut := monthBehind(words); cut > 0 && p.digitAt(end) { // "WASHINGTON  Nov 14"
		end = start + cut
	} else if cut := agencyBehind(words); cut > 0 {
		end = start + cut
	} else if one, other, ok := strings.Cut(words, " and "); ok && knows(one) && knows(other) {
		end = start + len(one)
	}
	words = p.raw[start:end]
	if !isName(words) {
		return false
	}
	capped := words == strings.ToUpper(words) && utf8.RuneCountInString(words) > 2
	if len(p.Cities) == 0 {
		p.capped, p.known = capped, knows(words)
	}
	p.capped = p.capped && capped
	p.Cities = append(p.Cities, corpus.Span{Part: p.part, Start: start, End: end})
	p.i = end
	return true
}

// besideCity is the length of what says that a story was filed from beside a city: "NEAR RAQQA".
func besideCity(words string) int {
	for _, w := range [...]string{"NEAR ", "OUTSIDE ", "OUTSKIRTS OF ", "ON THE OUTSKIRTS OF "} {
		if strings.HasPrefix(words, w) {
			return len(w)
		}
	}
	return 0
}

// another reads the city behind a slash.
func (p *opener) another() bool {
	p.i++
	p.skip(" ")
	return p.city()
}

// region reads the country or state behind a city's comma.
func (p *opener) region() bool {
	start, end := p.segment()
	words := p.raw[start:end]
	if start == end || !isName(words) {
		return p.shortRegion(start)
	}
	p.known = p.known || gazetteer.Has(words)
	p.i = end
	return true
}

// shortRegion takes "Kan." of "SALINA, Kan. Strong winds toppled": a dateline without an end.
func (p *opener) shortRegion(start int) bool {
	fields := strings.Fields(p.raw[start:min(len(p.raw), start+longestCity)])
	for n := min(3, len(fields)); n > 0; n-- {
		words := strings.Join(fields[:n], " ")
		if strings.HasPrefix(p.raw[start:], words) && strings.HasSuffix(words, ".") && gazetteer.Has(words) {
			p.i = start + len(words)
			p.dashed = true
			return false
		}
	}
	return false
}

// segment spans the words from here to the next mark that ends a name.
func (p *opener) segment() (start, end int) {
	p.skip(" \u00a0")
	start = p.i
	for i, r := range p.raw[start:] {
		if i >= longestCity || strings.ContainsRune(",/()[]:;–—\"“”«»|", r) || unicode.IsDigit(r) || r == '-' && p.isDash(start+i) ||
			r == '.' && !p.isAbbreviation(start+i) {
			end = start + i
			break
		}
		end = start + i + utf8.RuneLen(r)
	}
	return start, start + len(strings.TrimRight(p.raw[start:max(start, end)], " \u00a0"))
}

// isDash tells a dash from a hyphen.
func (p *opener) isDash(i int) bool {
	next, _ := utf8.DecodeRuneInString(p.raw[min(len(p.raw), i+1):])
	return i == 0 || p.raw[i-1] == ' ' || !unicode.IsLetter(next)
}

// isAbbreviation tells the full stop of "ST. LOUIS", "N.C." or "Calif." from the one of "МОСКВА. 25 мая".
func (p *opener) isAbbreviation(i int) bool {
	from := strings.LastIndexAny(p.raw[:i], "\n ,/.") + 1
	return i-from <= 5 && i+1 < len(p.raw) && (p.raw[i+1] == ' ' || p.raw[i+1] < utf8.RuneSelf) && p.raw[from] < utf8.RuneSelf
}

// date reads a day at or near the head of what follows.
func (p *opener) date() bool {
	from := p.i
	head := p.raw[from:min(len(p.raw), from+longestCity)]
	stamps := dates.Scan(head, true)
	if len(stamps) == 0 {
		return false
	}
	first := stamps[0]
	before := strings.Trim(head[:first.Start], " ,.\u00a0")
	if strings.Count(before, " ") > 1 || len(before) > 20 || strings.ContainsAny(before, "-–—(/") {
		return false
	}
	p.Date = corpus.Span{Part: p.part, Start: from + first.Start, End: from + first.End}
	p.i = from + first.End
	return true
}

// skip passes any of the runes in set.
func (p *opener) skip(set string) {
	p.i = len(p.raw) - len(strings.TrimLeft(p.raw[p.i:], set))
}

// monthBehind cuts a month off the end of a city's words, where one stands there: the length of what is left, else 0.
func monthBehind(words string) int {
	i := strings.LastIndexByte(words, ' ')
	if i <= 0 {
		return 0
	}
	if _, ok := dates.Month(words, i+1); !ok {
		return 0
	}
	return len(strings.TrimRight(words[:i], " ,."))
}

// digitAt reports whether a number is the next thing from i.
func (p *opener) digitAt(i int) bool {
	rest := strings.TrimLeft(p.raw[i:], " .\u00a0")
	return rest != "" && rest[0]-'0' < 10
}

// isName reports whether every word begins as a name's does, but the small ones inside: "Rio de Janeiro".
func isName(words string) bool {
	n := 0
	for w := range strings.FieldsSeq(words) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’"))
		if (!unicode.IsLetter(r) || unicode.IsLower(r)) && (n == 0 || !inNames[w]) && !strings.HasPrefix(w, "al-") {
			return false
		}
		n++
	}
	return 0 < n && n <= 6
}

// inNames are the small words inside names of places.
var inNames = set(strings.Fields("of the upon on under de la le les el al los las du des di da do dos das del della sur en am an der den im bei ob in na nad og и на ez az ad ash es esh")...)

// knows reports whether a name alone may open a story: a short one that no large town has is more often an acronym.
func knows(words string) bool {
	es := gazetteer.Lookup(words)
	if len(es) == 0 {
		return false
	}
	const large = 100000
	return len(words) > 5 || es[0].Capital || es[0].As <= gazetteer.Alias && es[0].Population >= large
}
