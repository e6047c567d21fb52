package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// candidates finds the runs of capitalised words that may be names of people.
func (r *reading) candidates() []candidate {
	var all []candidate
	n := len(r.t.Words)
	for i := 0; i < n; {
		if !r.beginsRun(i) {
			i++
			continue
		}
		end := i + 1
		for end < n && r.extendsRun(end) {
			end++
		}
		if c, ok := r.candidate(i, end); ok {
			all = append(all, c)
		}
		i = end
	}
	return all
}

// beginsRun reports whether a name can begin with word i. Small words that open a sentence do not.
func (r *reading) beginsRun(i int) bool {
	if !r.capital(i) {
		return r.lowerGiven(i)
	}
	if r.saidLoud(i) {
		return false
	}
	if !r.is(i, functional|isAux|isAdverb) {
		return true
	}
	return r.gap[i]&stop == 0 && r.is(i, isTime|isAux) && r.capital(i+1) && r.gap[i+1] == 0 && names.IsGiven(r.t.Word(i))
}

// saidLoud reports whether word i is a verb in a text of capitals: "SAID".
func (r *reading) saidLoud(i int) bool {
	return i < len(r.t.Words) && r.t.Words[i].Shape == text.Upper && r.verb[i].stem == "say"
}

// functional are the words that stand in no name, capitals or not, save as its last: "Nguyen Van An".
const functional = isDet | isPrep | isConj | isSub | isSubject | isPronoun | isPoss

// lowerGiven reports whether a given name lost its capital: "spokesman mark Toner".
func (r *reading) lowerGiven(i int) bool {
	return i > 0 && r.t.Words[i].Shape == text.Lower && r.gap[i] == 0 && r.capital(i+1) && r.gap[i+1] == 0 &&
		r.spokenFor(i-1) && !r.is(i, isSpeaking|isPrep|isConj|isSub|isAux|isDet|isAdverb) && r.verb[i].manner == 0 &&
		names.IsGiven(r.t.Word(i)) && !names.IsRole(r.t.Word(i)) && !names.IsTitle(r.t.Word(i))
}

// spokenFor reports whether word i ends what an office is called: "spokesman", "spokesman of the owners".
func (r *reading) spokenFor(i int) bool {
	if r.is(i, isSpeaking) {
		return true
	}
	for k := i - 1; k > 0 && k > i-4 && r.gap[k+1] == 0; k-- {
		if w := r.word(k); w == "of" || w == "for" {
			return r.is(k-1, isSpeaking) && r.gap[k] == 0 && !r.finiteVerb(i)
		}
	}
	return false
}

// extendsRun reports whether word i goes on with the run before it.
func (r *reading) extendsRun(i int) bool {
	if r.possessive(i-1) || r.saidLoud(i) || r.heading(i) || r.beforeSign(i+2) == i {
		return false
	}
	g := r.t.Gap(i)
	switch {
	case g == " " || g == "-" || g == "- ":
	case g == ". " && r.gap[i]&stop == 0 && (r.t.Words[i-1].End-r.t.Words[i-1].Start <= 4):
	case r.nickname(i) || r.nickname(i-1):
	default:
		return false
	}
	if r.capital(i) {
		if r.is(i, functional) && r.gap[i+1] == 0 && r.t.Gap(i+1) == " " && g != "-" && !names.IsParticle(r.t.Word(i)) {
			return false // a headline's "Rehn On Portugal", "COURTING POLITICIANS When"
		}
		return !r.is(i, isTime) || r.t.Words[i].End-r.t.Words[i].Start > 3 && names.IsGiven(r.t.Word(i)) && !r.is(i-1, isTime)
	}
	if g == "-" && r.syllable(i) {
		return true
	}
	next := i + 1
	if next < len(r.t.Words) && names.IsParticle(r.t.Word(next)) && !r.capital(next) {
		next++ // "Jan van der Veer"
	}
	if r.particle(i) {
		return true
	}
	return names.IsParticle(r.t.Word(i)) && r.capital(next) && r.gap[i+1] == 0 && !r.is(i, isPrep|isDet|isSub) && r.t.Words[i].Shape == text.Lower
}

// particle reports whether a preposition or article of another language than English is part of a name: "Lisa de Boer".
func (r *reading) particle(i int) bool {
	if r.g == english || i < 1 || i+1 >= len(r.t.Words) || !r.is(i, isPrep|isDet) || !names.IsParticle(r.t.Word(i)) || r.gap[i] != 0 || r.gap[i+1] != 0 {
		return false
	}
	if r.is(i-1, isPrep) {
		return r.particle(i-1) && r.capital(i+1)
	}
	next := i + 1
	if names.IsParticle(r.t.Word(next)) && !r.capital(next) {
		next++
	}
	return r.capital(i-1) && names.IsGiven(r.t.Word(i-1)) && r.capital(next)
}

// syllable reports whether word i is the second part of a Korean given name: "Ban Ki-moon", not "New York-based".
func (r *reading) syllable(i int) bool {
	if i < 2 || r.t.Words[i].Shape != text.Lower || r.role[i] != 0 || r.verb[i].manner != 0 || !r.capital(i-2) || r.t.Gap(i-1) != " " {
		return false
	}
	switch w := r.word(i); w {
	case "moon", "il", "un", "in", "bak", "hye", "jung", "hyun", "soo", "su", "ho", "hee", "jin", "sik", "wook", "woo", "chul", "kyu", "ki",
		"chan", "kyung", "won", "yong", "seok", "suk", "hwan", "hoon", "koo", "gu", "sung", "bum", "jae", "joon", "jun", "min", "young", "tae", "dong", "gyu", "geun", "kwon", "sam", "dae":
		return r.t.Words[i-1].End-r.t.Words[i-1].Start <= 6
	}
	return names.IsFamily(r.t.Word(i-2)) && r.t.Words[i].End-r.t.Words[i].Start <= 6 && r.t.Gap(i+1) != "-" && !strings.HasSuffix(r.word(i), "ed")
}

// nickname reports whether word i stands alone in quotation marks between two parts of a name: Earl "Dusty" Marsh.
func (r *reading) nickname(i int) bool {
	q := int32(-1)
	if i > 0 && i < len(r.t.Words) {
		q = r.in[i]
	}
	return q >= 0 && r.quotations[q].Words == text.Range{Start: i, End: i + 1} && r.capital(i) && r.capital(i-1) && r.capital(i+1) &&
		r.gap[i] == opens && r.gap[i+1] == closes
}

// candidate strips titles, nationalities and offices from a run and judges what is left.
func (r *reading) candidate(start, end int) (candidate, bool) {
	name := start
	for i := start; i < end; i++ {
		if r.standsBefore(i, end) {
			name = i + 1
		}
	}
	if name > start && r.houseBefore(name, end) {
		return candidate{}, false
	}
	for end > name && r.standsBehind(end-1, name) {
		end--
	}
	for end-name > 2 && r.word(end-1) == r.word(end-2) {
		end-- // a heading and the sentence below it: "JEREMY MARSH Marsh said"
	}
	name = r.behindOffice(start, name, end)
	if name >= end || end-name > 5 || end-name == 1 && r.is(name, functional|isTime) {
		return candidate{}, false
	}
	c := candidate{Range: text.Range{Start: name, End: end}}
	c.role, c.title = r.roleAt(start, c.Range)
	c.score = r.score(c)
	return c, true
}

// houseBefore reports whether the word before a name makes all of it the name of a house: "Limited Brands", "H&R Block".
func (r *reading) houseBefore(name, end int) bool {
	return strings.Contains(r.word(name-1), "&") ||
		name < end && r.organised(name-1) && !names.IsGiven(r.t.Word(name)) && !(end-name > 1 && r.officeOf(name-1))
}

// behindOffice is where a name begins behind the words of an office that look like a part of it: "Tax Policy Ann Lee",
// "Vice President of Marketing Ann Lee".
func (r *reading) behindOffice(start, name, end int) int {
	if name >= end || names.IsGiven(r.t.Word(name)) {
		return name
	}
	given := func(i int) bool { return names.IsGiven(r.t.Word(i)) && !names.IsParticle(r.t.Word(i)) }
	for k := name + 2; k < end-1; k++ {
		if given(k) && r.gap[k] == 0 && r.t.Words[k].End-r.t.Words[k].Start > 2 {
			return k
		}
	}
	opens := r.gap[name]&stop != 0 || r.is(name-1, isPrep) || name > start
	if end-name == 3 && given(name+1) && r.plainWord(name) && r.t.Gap(name+2) == " " && opens {
		return name + 1
	}
	return name
}

// roleAt is what the bearer of a name is called before it, and whether that is a title of people.
func (r *reading) roleAt(start int, x text.Range) (role string, title bool) {
	role = r.roleBefore(start, x.Start)
	single, polite := x.End-x.Start == 1, r.courtesy(x.Start-1)
	if role == "" && !single {
		role = r.roleAhead(x.Start)
	}
	if x.Start > start && !single && !r.holdsRole(role) && r.officeOf(x.Start-1) {
		return r.raw(x.Start-3, x.Start), true
	}
	if single && !polite && (r.employs(x.End) || r.country(x.Start)) || single && r.gap[x.Start] == 0 && r.is(x.Start-1, isPlural) {
		return "", false // "Alabama appraiser Ann Lee", "G20 president France", "G8 members Germany"
	}
	return role, x.Start > start && r.holdsRole(r.raw(start, x.Start)) || role != "" && r.holdsRole(role) || r.honorific(x.Start-1)
}

// plainWord reports whether a word is no initial, particle or family name of the East.
func (r *reading) plainWord(i int) bool {
	w := r.t.Word(i)
	return len(w) > 3 && !r.initials(i) && !names.IsParticle(w) && !names.IsFamily(w) && r.t.Gap(i+1) == " "
}

// officeOf reports whether word i ends a public office that is of something: "Minister of Health", "Member of
// Parliament"; not "owner of Aston", which may go on as "Aston Air".
func (r *reading) officeOf(i int) bool {
	if i < 2 || r.word(i-1) != "of" || r.gap[i] != 0 || r.gap[i-1] != 0 {
		return false
	}
	w := r.word(i - 2)
	return w == "minister" || w == "member" || w == "secretary" || w == "commissioner"
}

// courtesy reports whether word i is a title that only people have, whatever their names are.
func (r *reading) courtesy(i int) bool {
	return r.honorific(i) && r.word(i) != "president" && r.word(i) != "justice"
}

// country reports whether word i names a country.
func (r *reading) country(i int) bool {
	es := gazetteer.Lookup(r.word(i))
	return len(es) > 0 && es[0].Kind == corpus.Country
}

// employs reports whether an office and its holder follow at position i: "Alabama appraiser Ann Lee".
func (r *reading) employs(i int) bool {
	return i < len(r.t.Words) && r.t.Words[i].Shape == text.Lower && r.gap[i] == 0 && (r.is(i, isSpeaking) && r.capital(i+1) || r.officeAhead(i))
}

// honorific reports whether word i is a title of politeness.
func (r *reading) honorific(i int) bool {
	if i < 0 {
		return false
	}
	switch r.word(i) {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "sen", "rep", "gov", "president", "gen", "col", "lt", "sgt", "capt", "judge", "justice", "prof":
		return true
	}
	return false
}

// raw is the text from word start up to word end.
func (r *reading) raw(start, end int) string {
	if start >= end {
		return ""
	}
	return r.t.Raw[r.t.Words[start].Start:r.t.Words[end-1].End]
}

// standsBefore reports whether word i of a run that ends at end is no name but a title, an office or a nationality
// before one.
func (r *reading) standsBefore(i, end int) bool {
	w := r.t.Word(i)
	if r.is(i, isTime) && !names.IsGiven(w) && (len(w) > 4 || i+1 < end && r.t.Words[i+1].Shape == text.Number) {
		return true
	}
	if names.IsTitle(w) || names.IsRole(w) || r.is(i, isSpeaking) {
		if i+1 == end && (r.calledSo(i) || i > 0 && r.particle(i-1)) {
			return false // "Bob King", "King said"
		}
		if i+2 == end && (nobleNames[r.word(i)] && !names.IsGiven(r.t.Word(i+1)) || names.IsGiven(w) && i > 0 && r.gap[i] == 0 && r.is(i-1, isSpeaking)) {
			return false // "economist Dean Baker", "the driver Prince Okoye"
		}
		return !(i+1 < end && names.IsGiven(w) && !r.is(i, isSpeaking)) || r.gap[i+1]&stop == 0 && len(r.t.Gap(i+1)) > 1
	}
	if r.organised(i) || r.t.Words[i].Shape == text.Upper && end-i > 1 && !r.initials(i) && !r.shouted(i) && !r.billedName(i) {
		return true
	}
	_, ok := gazetteer.Demonym(w)
	return ok && i+1 < end && !names.IsGiven(w)
}

// nobleNames are titles that are given names before a last name.
var nobleNames = listed("dean earl emir duke baron sultan")

// calledSo reports whether an office at word i that ends its run is a last name: it follows a given name, or stands alone in a
// text that has it behind one.
func (r *reading) calledSo(i int) bool {
	behind := func(k int) bool {
		w := r.wordAt(k - 1)
		return k > 0 && r.gap[k] == 0 && r.capital(k-1) && names.IsGiven(w) && !names.IsTitle(w) && !names.IsRole(w) && !r.is(k-1, isSpeaking)
	}
	if i > 0 && r.gap[i] == 0 && r.capital(i-1) {
		return behind(i)
	}
	w := r.word(i)
	for k := range r.t.Words {
		if r.capital(k) && r.word(k) == w && behind(k) {
			return true
		}
	}
	return false
}

// billedName reports whether a given name and another stand in capitals: "ANDREW MARSH, STRATEGIST, FIRST BANK:".
func (r *reading) billedName(i int) bool {
	w := r.t.Word(i)
	return len(w) > 3 && names.IsGiven(w) && r.t.Words[i+1].Shape == text.Upper && r.t.Words[i+1].End-r.t.Words[i+1].Start > 3
}

// organised reports whether word i makes an organisation of the name that it stands in. "Bill Lee" and "Christian Roy"
// are people, "Bill of Rights" and "Christian Union" are not.
func (r *reading) organised(i int) bool {
	w := r.word(i)
	if !organisationWords()[w] || surnames[w] && r.lastName(i) {
		return false
	}
	if w != "bill" && w != "christian" || !r.capital(i+1) || r.gap[i+1] != 0 {
		return true
	}
	next := r.word(i + 1)
	return organisationWords()[next] && !surnames[next]
}

// lastName reports whether word i ends a name that a given name begins, or stands alone.
func (r *reading) lastName(i int) bool {
	return !(r.gap[i+1] == 0 && r.capital(i+1)) && (i == 0 || r.gap[i] != 0 || !r.capital(i-1) || names.IsGiven(r.t.Word(i-1)))
}

// surnames are last names, "Eric Green", among the words of organisations.
var surnames = listed("banks church ford fox green lake morgan street wells west white")

// standsBehind reports whether the last word of a run is no part of the name before it.
func (r *reading) standsBehind(i, name int) bool {
	return i > name && r.is(i, isTime|isAux|isSub|isPrep)
}

// initials reports whether word i is initials: "J.", "J.K.", "JP".
func (r *reading) initials(i int) bool {
	switch strings.Trim(r.word(i), ".") {
	case "u.s", "u.k", "u.n", "e.u", "us", "uk", "un", "eu":
		return false
	}
	return r.t.Words[i].End-r.t.Words[i].Start <= 4 && r.capital(i+1) && r.gap[i+1] == 0 && r.t.Words[i].End-r.t.Words[i].Start != 3
}

// shouted reports whether the sentence around word i is in capitals.
func (r *reading) shouted(i int) bool {
	s := r.sentence(i)
	lower := 0
	for k := s.Start; k < s.End; k++ {
		if r.t.Words[k].Shape == text.Lower || r.t.Words[k].Shape == text.Capital {
			lower++
		}
	}
	return lower*4 < s.End-s.Start
}
