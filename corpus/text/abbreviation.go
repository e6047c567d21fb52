package text

import "strings"

// An abbreviation says what a dot behind a word may mean for its sentence.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	beforeName                  // "Gen.": never ends one
	beforeNumber                // "No.": does not end one before a number
	anywhere                    // "Inc.": ends one only before a word that often opens sentences
)

// titled are abbreviations that count only with a capital first, since their small letters spell words: "Mass." and "mass."
var titled = abbreviations(
	`mr mrs ms mx dr prof rev revd messrs mme mmes mlle sra srta gen lt col maj capt cpt cmdr cdr adm brig sgt cpl pvt supt insp
		det gov sen sens rep reps pres amb min asst dep gens cols spc pfc hon fr mt`,
	`no nos art arts fig figs sec vol vols op ch pp ver`,
	`st ste ft sr jr co cos inc corp ltd bros assn dept univ jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
		thur thurs fri sat sun ave blvd rd hwy al ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md mass mich minn miss
		mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask bn`)

// small are abbreviations however they are written.
var small = abbreviations(
	`vs v hrn dipl акад проф им ул г гр т др`,
	`no nos nr num pp p para paras approx ca circa tel art vol стр гл ст рис пп п`,
	`plc etc esq phd eds est cf viz incl hrs mins bzw usw z тыс млн млрд руб пр`)

func abbreviations(name, number, any string) map[string]abbreviation {
	t := map[string]abbreviation{}
	for kind, words := range [...]string{beforeName: name, beforeNumber: number, anywhere: any} {
		for w := range strings.FieldsSeq(words) {
			t[w] = abbreviation(kind)
		}
	}
	return t
}

// starters are words that open sentences and seldom belong to the name that an abbreviation begins or ends.
var starters = set(`the a an he she it they we i you his her its their our my your this that these those there in on at but and or
	if when while as after before with by for from to of not what who how why where which since during under over according some
	many most more all both each several other another such yet so then now here still also however meanwhile earlier later last
	among about despite even following police officials
	он она оно они это этот эта в на но и а как по для с о об при после мы вы его её их
	der die das ein eine er sie es im am und aber le les un une il elle ils elles ce cette mais et el los las una lo en pero y se`)

func set(words string) map[string]bool {
	t := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		t[w] = true
	}
	return t
}

// small words of time that follow "a.m." and "p.m." in the same sentence.
var zones = set(`gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest msk monday tuesday wednesday thursday friday saturday
	sunday`)

// abbreviationOf looks a word up; folded is its lower-case form.
func abbreviationOf(folded string, shape Shape) abbreviation {
	if shape != Lower {
		if k := titled[folded]; k != noAbbreviation {
			return k
		}
	}
	return small[folded]
}
