package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/dates"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// A toponym is one mention of what may be a place.
type toponym struct {
	text.Range         // its words
	start, end int     // its bytes: "Peru" of "Peru's", "Neb." with its full stop
	name       int     // index into toponyms.names
	inside     int     // index of the mention that says where it lies: "Troy, N.C."; -1 for none
	inner      int     // index of the mention that lies in it; -1 for none
	score      float64 // for and against its being a place here
	entry      int     // of its name's entries, what is meant; -1 before that is settled
	plain      bool    // its neighbours do not speak against it
	region     bool    // a word behind the name says that it is a region's: "Anbar Province"
	certain    bool    // the text says which one is meant
}

// A toponymName is a name with all that the text says of it.
type toponymName struct {
	text    string // as it stands first
	key     gazetteer.Name
	top     gazetteer.Entry   // the most important of its entries
	entries []gazetteer.Entry // see all
	base    float64           // what speaks for its being a place before any context
	best    float64           // the best that any mention's context says
	entry   int               // one sense an article; -1 before it is settled
	rarity  float64           // how much it tells of where an article is at home: the log of how few regions have it
	margin  float64           // how much better than the next, far from it
	known   bool              // some mention is a place
	alive   bool              // some mention may yet be a place
	lower   bool              // it stands in lower case somewhere, as a word
	strong  bool              // a place beyond doubt
	company bool              // somewhere a company is called so
}

// all is the name's entries, made when they are first needed: most names are dropped before.
func (n *toponymName) all() []gazetteer.Entry {
	if n.entries == nil {
		n.entries = n.key.Entries()
	}
	return n.entries
}

// A toponyms is all candidates of one part of an article.
type toponyms struct {
	t         *Text
	x         *text.Text
	part      corpus.Part
	names     []toponymName
	byName    map[gazetteer.Name]int
	all       []toponym
	people    []corpus.Span // where persons are named
	surnames  map[string]bool
	datelined []corpus.Span     // the words that say where the article comes from, when, and by which agency
	filed     []gazetteer.Entry // where the article comes from
	nations   map[string]int    // countries → how often words for their people and things stand there
}

const mostWords = 6

// find fills all and names from the words.
func (p *toponyms) find() {
	for i := 0; i < len(p.x.Words); {
		i += max(p.at(i), 1)
	}
	p.findLower()
	p.findCounties()
}

// at looks for a name at word i, adds it and tells how many words it has.
func (p *toponyms) at(i int) int {
	w := p.x.Words[i]
	switch w.Shape {
	case text.Lower:
		if caseless(p.x.Word(i)) || elision(p.x.Word(i)) > 0 {
			break
		}
		return 0
	case text.Number:
		return 0
	}
	if article(p.x.Word(i)) && !(i+1 < len(p.x.Words) && p.x.Word(i+1) == "Hague") {
		return 0
	}
	n, name, start, end := p.nameAt(i)
	if n == 0 {
		if e, ok := gazetteer.Demonym(unpossessed(p.x.Word(i))); ok {
			p.nations[e.Country]++
		}
	}
	if n == 0 || n == 1 && (isContraction(p.x.Raw[int(w.Start)+elision(p.x.Word(i)):end]) || p.means(i, name)) {
		return 0
	}
	k, end := p.withGeneric(i, n, end)
	p.add(i, k, end, name)
	m := &p.all[len(p.all)-1]
	m.start, m.region = max(m.start, start), k > n && !p.isCounty(m)
	return k
}

// nameAt finds a name at word i, and the bytes of it: n is how many words it has, 0 where there is none.
func (p *toponyms) nameAt(i int) (n int, name gazetteer.Name, start, end int) {
	start = int(p.x.Words[i].Start)
	if n, name, end = p.unspaced(i); n > 0 {
		return n, name, start, end
	}
	if n, name, end = p.longest(i); n > 0 {
		return n, name, start, end
	}
	if n, name, end = p.inflected(i); n > 0 {
		return n, name, start, end
	}
	return p.prefixed(i)
}

// means reports whether a word that may be a name is a month, or in English a demonym that a town or in another language a
// country is called: "Canadian", "Argentine".
func (p *toponyms) means(i int, name gazetteer.Name) bool {
	w := p.x.Word(i)
	if _, ok := dates.Month(w, 0); ok {
		return true
	}
	if top := name.Top(); top.As != gazetteer.Variant && top.Kind != corpus.City || p.t.Language != "en" {
		return false
	}
	_, ok := gazetteer.Demonym(w)
	return ok
}

// longest finds the longest name at word i, an "'s" behind it left out.
func (p *toponyms) longest(i int) (n int, name gazetteer.Name, end int) {
	var buf [mostWords]string
	run := buf[:0]
	possessive := -1
	for j := i; j < len(p.x.Words) && j-i < mostWords; j++ {
		w := p.x.Word(j)
		if j > i && (!joinsName(p.x.Gap(j), p.x.Word(j-1)) || p.x.Words[j].Shape == text.Lower && !inNames[w] && !caseless(w)) {
			break
		}
		if cut := elision(w); j == i && cut > 0 && !gazetteer.Has(w) {
			w = w[cut:]
		}
		if bare := unpossessed(w); possessive < 0 && len(bare) < len(w) {
			possessive = j - i
		}
		run = append(run, w)
	}
	if n, name = gazetteer.Match(run); possessive >= 0 && n <= possessive+1 && !(n == possessive+1 && n > 1) {
		run[possessive] = unpossessed(run[possessive])
		n, name = gazetteer.Match(run[:possessive+1])
	}
	for n > 1 && p.x.Words[i+n-1].Shape == text.Lower && !caseless(p.x.Word(i)) { // "New York state", "The city"
		n, name = gazetteer.Match(run[:n-1])
	}
	if n == 0 {
		return 0, name, 0
	}
	last := p.x.Word(i + n - 1)
	return n, name, int(p.x.Words[i+n-1].End) - cutOff(last, run[n-1])
}

// cutOff is how many bytes behind its last word a name leaves out.
func cutOff(word, name string) int {
	return len(word) - strings.LastIndex(word, name) - len(name)
}

// elision is the length of the article in "l'Allemagne", "d'Italie": what stands before the mark and the mark.
func elision(w string) int {
	for _, mark := range [...]string{"'", "’"} {
		if i := strings.Index(w, mark); i == 1 && strings.ContainsAny(w[:1], "lLdD") {
			if next, _ := utf8.DecodeRuneInString(w[i+len(mark):]); unicode.IsUpper(next) {
				return i + len(mark)
			}
		}
	}
	return 0
}

// article reports whether a word is an article that opens a sentence: no part of "The Middle East".
func article(w string) bool { return w == "The" || w == "THE" }

// generic are words that belong to the name of a region which the gazetteer knows without.
var generic = listed("province governorate prefecture oblast krai voivodeship township twp")

// withGeneric counts the words of "Anbar Province" and tells where they end, of "Kent Twp." behind the full stop.
func (p *toponyms) withGeneric(i, n, end int) (words, last int) {
	k := i + n
	if k < len(p.x.Words) && p.x.Gap(k) == " " && int(p.x.Words[k-1].End) == end && p.x.Words[k].Shape != text.Lower && generic[strings.ToLower(p.x.Word(k))] {
		end = int(p.x.Words[k].End)
		if strings.HasPrefix(p.x.Raw[end:], ".") && len(p.x.Word(k)) == len("Twp") {
			end++
		}
		return n + 1, end
	}
	return n, end
}

// isContraction tells "I'll" from names: Ill. is Illinois. "N'Djamena" is one.
func isContraction(w string) bool {
	i := strings.IndexAny(w, "'’")
	if i == 1 {
		behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(w[1:], "'’"))
		return !unicode.IsUpper(behind)
	}
	return i > 0 && len(w)-i < 5 && i < 3
}

// joinsName reports whether a name may go on over a gap.
func joinsName(gap, word string) bool {
	switch gap {
	case " ", "-", "\n", "\u00a0", "–":
		return true
	case ". ", ".":
		return len(word) <= 2 || strings.EqualFold(word, "ste")
	}
	return false
}

// unpossessed cuts "'s" off.
func unpossessed(w string) string {
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, s) {
			return w[:len(w)-len(s)]
		}
	}
	return w
}

// caseless reports whether a word is of a script without capitals.
func caseless(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r >= 0x590 && r < 0x10A0 || r >= 0x0E00 && r < 0x1C80 || r >= 0x2E80 && r < 0xA640 || r >= 0xAC00 && r < 0xFB00
}

// add keeps a mention.
func (p *toponyms) add(i, n, end int, name gazetteer.Name) {
	start := int(p.x.Words[i].Start)
	if cut := elision(p.x.Word(i)); cut > 0 && start+cut < end && !gazetteer.Has(p.x.Word(i)) {
		start += cut
	}
	id := p.nameID(name, p.x.Raw[start:end])
	if w := p.x.Raw[start:end]; end < len(p.x.Raw) && p.x.Raw[end] == '.' && n == 1 && (strings.Contains(w, ".") || abbreviated[strings.ToLower(w)]) {
		end++
	}
	p.all = append(p.all, toponym{Range: text.Range{Start: i, End: i + n}, start: start, end: end, name: id, inside: -1, inner: -1, entry: -1})
}

// nameID is the index of a name, which is added with the words that stand for it where it is new.
func (p *toponyms) nameID(name gazetteer.Name, words string) int {
	id, ok := p.byName[name]
	if !ok {
		id = len(p.names)
		p.byName[name] = id
		p.names = append(p.names, toponymName{text: words, key: name, top: name.Top(), entry: -1})
	}
	return id
}

// findCounties takes the names of "Clark, Madison and Oconee counties" for those of counties.
func (p *toponyms) findCounties() {
	listed := false
	for i := len(p.all) - 1; i >= 0; i-- {
		m := &p.all[i]
		if listed = listed && p.isListGap(m.end, p.all[i+1].start); !listed {
			listed = m.End < len(p.x.Words) && p.x.Gap(m.End) == " " && strings.EqualFold(p.x.Word(m.End), "counties")
		}
		if !listed {
			continue
		}
		words := p.x.Raw[m.start:m.end] + " County"
		if n, name := gazetteer.Match(strings.Fields(words)); n == len(strings.Fields(words)) {
			m.name, m.region = p.nameID(name, words), true
		}
	}
}

// findLower goes over the words in lower case. Those that machine translation robbed of their capital are mentions: "the us",
// "the city of raqqa". What else stands in capitals and in lower case is rather a word than a name.
func (p *toponyms) findLower() {
	single := map[string]int{}
	for _, m := range p.all {
		if m.End-m.Start == 1 {
			single[strings.ToLower(p.x.Raw[m.start:m.end])] = m.name
		}
	}
	for i, w := range p.x.Words {
		if w.Shape != text.Lower || caseless(p.x.Word(i)) || p.isGlued(w) {
			continue
		}
		s := unpossessed(p.x.Raw[w.Start:w.End])
		if id, known := single[s]; known && !p.addLower(i, s) {
			p.names[id].lower = true
		} else if !known && (len(s) < 5 || i > 1 && kindOf[p.x.Word(i-2)] && p.x.Word(i-1) == "of") {
			p.addLower(i, s)
		}
	}
	slices.SortFunc(p.all, func(a, b toponym) int { return a.start - b.start })
}

// isGlued reports whether a word is a part of something longer without blanks: an address, a compound.
func (p *toponyms) isGlued(w text.Word) bool {
	const glue = "-/._@"
	raw := p.x.Raw
	return w.Start > 0 && strings.IndexByte(glue, raw[w.Start-1]) >= 0 || int(w.End)+1 < len(raw) && strings.IndexByte(glue, raw[w.End]) >= 0 && raw[w.End+1] > ' '
}

// addLower adds word i, if its neighbours show it to be a place. "told us" is nobody's country.
func (p *toponyms) addLower(i int, s string) bool {
	if i == 0 {
		return false
	}
	last := p.x.Word(i - 1)
	switch s {
	case "us", "uk", "usa", "uae":
		if last != "the" && last != "The" {
			return false
		}
	default:
		if len(s) < 4 || everyday[s] || uncapitalised[s] || before[last] < .6 || last == "and" || last == "or" {
			return false
		}
	}
	n, name := gazetteer.Match([]string{s})
	if n == 0 {
		return false
	}
	if e := name.Top(); e.Kind == corpus.City && (e.Population < 100000 || len(s) < 5) || e.As > gazetteer.Alias {
		return false
	}
	p.add(i, 1, int(p.x.Words[i].Start)+len(s), name)
	return true
}
