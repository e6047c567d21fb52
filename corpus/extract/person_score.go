package extract

import (
	"strings"

	"dateline/corpus/gazetteer"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// score weighs whether a candidate is somebody's name.
func (r *reading) score(c candidate) int {
	if r.impossible(c) {
		return -9
	}
	n, score := c.End-c.Start, 0
	first := r.t.Word(c.Start)
	if r.g.inflected && n > 1 {
		first, _, _ = strings.Cut(names.Nominative(first+" "+r.t.Word(c.End-1)), " ")
	}
	if n == 1 && r.t.Words[c.Start].Shape == text.Upper && !r.shouted(c.Start) {
		return -3 // an acronym, unless it is somebody's last name: "PENCE:"
	}
	if g := r.t.Gap(c.Start + min(1, n-1)); n > 1 && g == "-" {
		n-- // "Strauss-Kahn" is one name
	}
	if c.title {
		score += 3
	}
	if i := c.Start - 1; i >= 0 && r.gap[c.Start] == 0 && !names.IsFamily(first) && !r.officeOf(i) && (r.collective(r.word(i)) || traders[r.word(i)] || tradesmen[r.word(i)] && n == 1) {
		return -5 // "research firm Dealogic", "business daily De Tijd"
	}
	if n == 2 && r.initials(c.Start) && len(first) < 3 {
		score-- // "J Crew"
	}
	if i := c.Start - 1; r.g != english && !r.g.bare && n > 1 && i >= 0 && r.t.Words[i].Shape == text.Lower && r.gap[c.Start] == 0 && r.role[i] == 0 && r.verb[i].manner == 0 {
		score++ // "l'ingénieur Kees Vos"
	}
	if n > 1 && names.IsGiven(first) && !names.IsParticle(first) {
		score += 2
	}
	if r.word(c.Start-min(1, c.Start)) == "the" && c.Start > 0 && r.gap[c.Start] == 0 {
		score -= 3
	}
	if i := c.Start - 1; n > 1 && i >= 0 && r.gap[c.Start] == comma && r.is(i, isSpeaking) && !r.is(i, isPlural) && !r.collective(r.word(i)) && r.t.Words[i].Shape == text.Lower && r.gap[c.End]&(comma|stop) != 0 {
		score += 2 // "the bank's chief executive, Ann Lee, said"
	}
	return score + r.evidenceBehind(c) - r.placeLike(c)
}

// impossible reports whether a candidate is nobody's name: it holds a word of organisations or a number, a stock's sign
// stands behind it, or it is a house of known analysts, an outlet or a known company.
func (r *reading) impossible(c candidate) bool {
	for i := c.Start; i < c.End; i++ {
		if r.organised(i) || r.t.Words[i].Shape == text.Number || strings.ContainsAny(r.word(i), "&0123456789") {
			return true
		}
	}
	if r.ticker(c.End) || strings.Contains(r.t.Gap(c.Start), "&") && c.Start > 0 || strings.Contains(r.t.Gap(c.End), "&") || r.t.Words[c.End-1].End-r.t.Words[c.Start].Start < 3 {
		return true
	}
	several := c.End-c.Start > 1
	if several && r.employs(c.End) && (houseJobs[r.word(c.End)] || houseJobs[r.wordAt(c.End+1)]) {
		return true // "Aston Marsh analyst Ann Lee"
	}
	return knownCompanies[strings.ReplaceAll(strings.TrimSpace(r.nameKey(c.Range)), " ", "-")] || several && isOutlet(r.raw(c.Start, c.End))
}

// tradesmen are nouns for people and for companies.
var tradesmen = listed("broker creditor forecaster grocer investor major owner part-owner recruiter researcher shareholder trader veteran")

// houseJobs are offices of people who speak for a house behind its name.
var houseJobs = listed("analyst analysts economist economists strategist strategists trader traders")

// personal reports whether a role is one of people: "a doctor", not "a bank" or "a unit of the ministry".
func (r *reading) personal(role string) bool {
	head := ""
	for _, w := range strings.Fields(strings.ToLower(role)) {
		if head != "" && r.roles()[w]&isPrep != 0 {
			break
		}
		head = strings.Trim(w, ".,")
	}
	return head != "" && !r.collective(head) && !traders[head] && head != "trader" && head != "broker"
}

// traders are nouns for companies, before their names.
var traders = listed(`affiliate airline airlines arm automaker automakers blog brewer brokerage brokers builder carmaker carrier chain charity
	chipmaker conglomerate consortium consultancy daily developer drugmaker drugmakers exchange fund giant group homebuilder insurer
	lender majors maker manufacturer miner operator planemaker provider publication publisher recruiters refinery researchers
	retailer rival start-up startup subsidiary supplier traders unit utility weekly`)

// knownCompanies are companies with names like people's, in small letters and hyphens.
var knownCompanies = listed(`freddie-mac fannie-mae bear-stearns wal-mart home-depot der-spiegel edward-jones charles-schwab john-deere
	eli-lilly philip-morris dow-jones harley-davidson abercrombie-fitch kraft-foods estee-lauder tommy-hilfiger
	ralph-lauren calvin-klein hugo-boss louis-vuitton raymond-james sallie-mae ginnie-mae tim-hortons jack-daniel
	johnnie-walker royal-dutch rio-tinto merrill-lynch morgan-stanley marks-spencer jp-morgan jpmorgan-chase
	al-qaeda al-jazeera best-buy air-france swiss-re munich-re abu-dhabi mt-gox coca-cola washington-mutual
	smith-barney take-two sino-forest freeport-mcmoran hewlett-packard rolls-royce`)

// ticker reports whether a stock's sign stands behind a name: "(GS.N)", "<GE.N>", "FRE.N".
func (r *reading) ticker(i int) bool {
	g := strings.TrimRight(r.t.Gap(i), " ")
	if g == "." && i < len(r.t.Words) && r.t.Words[i-1].Shape == text.Upper && r.capital(i) {
		return true
	}
	if len(g) < 2 || i >= len(r.t.Words) || g[len(g)-1] != '(' && g[len(g)-1] != '<' {
		return false
	}
	return r.t.Words[i].Shape == text.Upper || r.t.Words[i].Shape == text.Number || r.t.Words[i].Shape == text.Capital && r.t.Words[i].End-r.t.Words[i].Start <= 6 &&
		len(r.t.Gap(i+1)) > 0 && r.t.Gap(i + 1)[0] == '.'
}

// evidenceBehind weighs what follows a name: an age, an apposition, "who", a verb of speech.
func (r *reading) evidenceBehind(c candidate) int {
	i := c.End
	if i >= len(r.t.Words) {
		return 0
	}
	w := r.word(i)
	switch {
	case r.gap[i] == comma && r.t.Words[i].Shape == text.Number && r.t.Words[i].End-r.t.Words[i].Start == 2 && r.gap[i+1]&comma != 0:
		return 3
	case r.gap[i]&^comma == 0 && w == "who":
		return 2
	case r.gap[i] == comma && r.personal(r.roleBehind(i)):
		return 2
	case r.employs(i):
		return 0
	case r.gap[i] == 0 && r.verb[i].manner&says != 0 && r.verb[i].form&pastForm != 0:
		return 1
	case c.Start > 0 && r.gap[c.Start] == 0 && r.verb[c.Start-1].stem == "say":
		return 1
	}
	return 0
}

// placeLike weighs whether a candidate is a place.
func (r *reading) placeLike(c candidate) int {
	if c.End-c.Start == 1 {
		if c.title {
			return 0
		}
		if gazetteer.Has(r.word(c.Start)) {
			return 1
		}
		return 0
	}
	words := make([]string, 0, 5)
	for i := c.Start; i < c.End; i++ {
		words = append(words, r.word(i))
	}
	switch {
	case gazetteer.Has(words...):
		return 3
	case c.Start > 0 && (r.word(c.Start-1) == "in" || r.word(c.Start-1) == "near") && r.gap[c.Start] == 0:
		return 1
	}
	return 0
}
