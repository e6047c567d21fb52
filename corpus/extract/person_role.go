package extract

import (
	"strings"
	"sync"
	"unicode"

	"dateline/corpus/names"
)

// organisationWords are words that names of organisations, places and things hold, and names of people do not.
var organisationWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`bancorp bancshares lp resorts foods scripts chemicals stores analytics semiconductor semiconductors properties mortgage indices kantonalbank
		data estate mobile inc corp corporation ltd limited plc llc llp co company companies group holdings bank banks
		university college school institute institution ministry department bureau agency authority commission committee council
		court parliament congress senate house assembly party union association federation league club society foundation
		fund trust church army navy police force forces guard corps brigade news times post journal herald tribune
		telegraph gazette observer guardian press radio television tv network channel magazine daily weekly street avenue
		road square park airport station hotel hospital museum theatre theater stadium arena bridge tower centre center
		palace city county state states republic kingdom islands island river lake mount mountain mountains valley beach
		bay gulf sea ocean desert province district region north south east west northern southern eastern western
		central national international world global united european american british federal reserve royal general
		airlines airways motors motor energy oil gas petroleum mining steel pharmaceuticals pharma technologies
		technology systems software industries industrial electric electronics communications telecom media entertainment
		pictures studios records capital partners securities investments investment management financial finance
		insurance markets exchange stock index securities treasury act bill treaty agreement accord plan pact war cup
		open olympics games championship championships tour prix award awards prize festival day week month year
		christmas easter ramadan thanksgiving internet web facebook twitter google microsoft apple reuters bloomberg
		interfax tass xinhua associated democrat democrats republican republicans conservative conservatives labour liberal
		liberals green greens islam islamic muslim muslims christian christians jewish jews catholic protestant sunni
		shiite shi'ite kurdish arab arabs taliban hamas hezbollah fatah isis isil brotherhood white wall
		nobel goldman sachs morgan merrill barclays lehman citigroup deutsche credit suisse ubs hsbc wells fargo
		moody's moody fitch nasdaq dow nikkei ftse euro dollar yen project program programme initiative campaign
		movement front coalition alliance pact organization organisation service services office administration air
		space rights human health security defense defence foreign affairs public research data survey poll centers
		action american super pac airbus boeing ford toyota honda nissan sony samsung nokia intel amazon walmart
		disney universal warner virgin exchange commerce chamber justice homeland intelligence operations committee
		treasuries euronext fed spa sa ag nv se ab asa oyj gmbh bv kk revenue holding brands brothers bros re plc mail sun mirror independent standard post-gazette chronicle dispatch globe inquirer examiner star world bbc cnn
		secretariat view views factbox analysis`) {
		m[w] = true
	}
	return m
})

// roleBefore reads what stands before a name: titles in the run from start, and small words left of it.
func (r *reading) roleBefore(start, name int) string {
	from, role := start, false
	for i := start; i < name; i++ {
		role = role || names.IsRole(r.t.Word(i)) || names.IsTitle(r.t.Word(i)) || r.is(i, isSpeaking)
	}
	for from > 0 && name-from < 9 && r.roleWord(from-1, role || from < name) {
		from--
		role = role || names.IsRole(r.t.Word(from)) || r.is(from, isSpeaking)
	}
	if !role {
		return ""
	}
	for from > 1 && r.word(from-1) == "of" && r.capital(from) && r.capital(from-2) && r.gap[from] == 0 && r.gap[from-1] == 0 {
		for from -= 2; from > 0 && r.capital(from-1) && r.gap[from] == 0; from-- { // "Bank of America spokesman"
		}
	}
	return trimRole(r.raw(from, name))
}

// roleAhead is what a name's bearer is called before a comma, "the governor of the state, Ann Lee", or in other languages
// with nouns between: "министр обороны".
func (r *reading) roleAhead(name int) string {
	if k := r.officeLeft(name); k >= 0 {
		return trimRole(r.raw(k, name))
	}
	if r.gap[name] != comma || r.g != english || r.t.Gap(name+1) != " " {
		return ""
	}
	s := r.nounPhraseLeft(name)
	head := r.head(s)
	if !s.found() || r.word(s.start) != "the" || !r.is(head, isSpeaking) || r.is(head, isPlural) || r.collective(r.word(head)) || r.gap[s.start]&stop == 0 {
		return ""
	}
	return trimRole(r.raw(s.start, name))
}

// officeLeft is where an office begins whose noun others follow, before a name: "министр обороны", "porte-parole du parti";
// -1 where there is none, and in English.
func (r *reading) officeLeft(name int) int {
	if r.g == english {
		return -1
	}
	for k := name - 1; k >= 0 && k > name-6 && r.gap[k+1] == 0 && r.verb[k].manner == 0 && !r.finiteVerb(k); k-- {
		if r.is(k, isSpeaking) && !r.is(k, isPlural) {
			return k
		}
		if r.is(k, isPrep) && !r.g.ofs[r.word(k)] || r.is(k, isConj|isSub) {
			break
		}
	}
	return -1
}

// roleWord reports whether word i belongs to what a name's bearer is called.
func (r *reading) roleWord(i int, begun bool) bool {
	if r.gap[i+1] != 0 || r.saidLoud(i) {
		return false
	}
	if r.is(i, isSpeaking) || names.IsRole(r.t.Word(i)) {
		return r.verb[i].manner == 0 || r.is(i, isSpeaking)
	}
	if !begun || r.is(i, isDet|isPrep|isConj|isSub|isAux|isSubject|isPronoun|isTime|isAdverb) || r.finiteVerb(i) && r.verb[i].manner&nounish == 0 {
		return false
	}
	return true
}

// roleBehind reads an apposition behind a name: ", a doctor," and ", chief economist of the bank,".
func (r *reading) roleBehind(i int) string {
	n := len(r.t.Words)
	if i >= n || r.gap[i] != comma {
		return ""
	}
	if r.is(i, isNumber) && r.gap[i+1] == comma { // an age
		i++
	}
	from := i
	if r.is(i, isConj|isNumber|isPrep|isSub) && !r.is(i, isDet) {
		return ""
	}
	if r.is(i, isDet|isPoss) {
		i++
	}
	found := false
	for end := i; end < min(n, i+12); end++ {
		if end > i && (r.gap[end]&(clauseEnds|comma) != 0 || r.is(end, isSub) && !r.is(end, isPrep)) {
			if found {
				return trimRole(r.raw(from, end))
			}
			return ""
		}
		if r.finiteVerb(end) || r.is(end, isSubject|isAux) && !r.is(end, isDet) {
			return ""
		}
		found = found || names.IsRole(r.t.Word(end)) || r.is(end, isSpeaking)
		if found && r.is(end+1, isPrep) && r.word(end+1) != "of" && r.word(end+1) != "for" && r.word(end+1) != "at" && !r.g.ofs[r.word(end+1)] {
			return trimRole(r.raw(from, end+1))
		}
		if found && end+1 == n {
			return trimRole(r.raw(from, n))
		}
	}
	return ""
}

// trimRole drops the article that opens a role.
func trimRole(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, a := range []string{"a ", "an ", "the ", "A ", "An ", "The "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.TrimRightFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == '.' && strings.Count(s, ".") == 1 })
}

// holdsRole reports whether a word of a role says what somebody is; mere titles of politeness do not.
func (r *reading) holdsRole(role string) bool {
	for _, w := range strings.FieldsFunc(role, func(c rune) bool { return c == ' ' || c == '-' }) {
		lw := strings.ToLower(strings.Trim(w, ".,"))
		if r.collective(lw) {
			continue
		}
		if names.IsRole(lw) || r.roles()[lw]&isSpeaking != 0 || lw == "sen" || lw == "rep" || lw == "gov" || lw == "gen" || lw == "col" {
			return true
		}
	}
	return false
}

// genderOfRole is what titles tell for certain.
func genderOfRole(role string) names.Gender {
	for _, w := range strings.Fields(strings.ToLower(role)) {
		switch strings.Trim(w, ".,") {
		case "mr", "sir", "king", "prince", "herr", "monsieur", "actor", "father", "brother", "son", "husband":
			return names.Male
		case "mrs", "ms", "miss", "lady", "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "queen", "princess", "frau", "madame", "actress", "mother", "sister", "daughter", "wife":
			return names.Female
		}
	}
	return names.Unknown
}
