package names

import "strings"

func set(words string) map[string]bool {
	t := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		t[w] = true
	}
	return t
}

// titles stand before a name and are no part of it.
var titles = set(`mr mrs ms miss mx sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor
	empress sultan emir sheikh shaikh sheik sheikha sayyid sayyed ayatollah hojatoleslam grand imam mullah maulana hajji haji rabbi pope
	cardinal archbishop bishop father brother sister mother saint reverend rev revd fr pastor deacon dr doctor prof professor
	president premier chancellor minister secretary senator sen sens congressman congresswoman representative rep reps governor gov
	mayor councilman councilwoman councillor alderman delegate assemblyman ambassador amb consul envoy attorney judge justice chief
	general gen lieutenant lt colonel col major maj brigadier brig commander cmdr cdr captain capt cpt sergeant sgt corporal cpl private
	pvt pfc admiral adm marshal commodore officer detective det inspector insp superintendent supt constable deputy dep vice
	first former ex foreign prime acting interim late senior jr undersecretary under director chairman chairwoman chair spokesman
	spokeswoman spokesperson comrade herr frau monsieur madame mme mlle signor signora senor senora don dona hon honourable honorable
	coach manager analyst economist lawyer actor actress singer author journalist crown state defense defence interior finance
	justice health trade oil energy economy police army military navy chief field federal reserve white house pentagon
	г господин госпожа президент министр премьер генерал полковник глава`)

// roles are words for what people are, which stand beside their names and for them.
var roles = set(`spokesman spokeswoman spokesperson minister president premier chancellor secretary senator congressman congresswoman
	representative governor mayor ambassador envoy judge general colonel major captain sergeant admiral commander officer detective
	inspector chief director chairman chairwoman chair head leader deputy official officials analyst analysts economist
	strategist trader dealer broker expert experts researcher scientist professor doctor physician surgeon lawyer attorney
	prosecutor activist campaigner opposition lawmaker legislator deputy mp prince king queen pope bishop archbishop cardinal cleric
	imam rabbi priest journalist reporter correspondent editor author writer actor actress singer director producer coach
	manager player captain striker midfielder defender goalkeeper owner founder founder entrepreneur executive ceo cfo coo president
	adviser advisor aide diplomat negotiator mediator inspector monitor observer witness witnesses resident residents survivor victim
	suspect defendant plaintiff widow wife husband father mother son daughter brother sister neighbor neighbour farmer fisherman
	teacher student worker driver pilot nurse soldier soldiers fighter rebel rebels militant militants source sources commissioner
	treasurer undersecretary historian author critic psychologist engineer architect consultant investor banker regulator`)

// suffixes stand behind a name and are no part of it.
var suffixes = set(`jr sr ii iii iv esq phd md mp mep qc kc cbe obe mbe usa ret`)

// particles begin last names.
var particles = set(`van von der den de da di del della dei do dos das du la le les lo ter ten te zu zur zum af av bin bint ibn ben al
	el as ash ad an ar abu abou umm ould san st y`)

// compounds begin given names of two words.
var compounds = set(`abdel abdul abdal abd abu abou`)

// IsTitle reports whether a word can stand before a name without being part of it: "Gen.", "President", "Mrs".
func IsTitle(word string) bool { return titles[bare(word)] }

// IsRole reports whether a word says what somebody is: "spokesman", "analyst", "minister".
func IsRole(word string) bool { return roles[bare(word)] }

// IsParticle reports whether a small word can belong to a last name: "van", "bin", "al-".
func IsParticle(word string) bool { return isParticle(word) }

func bare(word string) string {
	return strings.ToLower(strings.TrimRight(word, "."))
}

func isParticle(word string) bool { return particles[strings.TrimSuffix(bare(word), "-")] }

func isCompound(word string) bool { return compounds[bare(word)] }

// withoutTitles drops the words before a name that are titles, and what stands before one that is a role as well
// ("Russian Foreign Minister"). One word at least stays.
func withoutTitles(words []string) []string {
	for i := len(words) - 2; i > 0 && !IsGiven(words[0]); i-- {
		if IsTitle(words[i]) && IsRole(words[i]) {
			return words[i+1:]
		}
	}
	for len(words) > 1 && IsTitle(words[0]) {
		words = words[1:]
	}
	return words
}

// withoutSuffixes drops what follows a name. One word at least stays.
func withoutSuffixes(words []string) []string {
	for len(words) > 1 && suffixes[bare(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return words
}
