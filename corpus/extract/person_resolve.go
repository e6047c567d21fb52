package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// A resolver tells who the sources of an article's reports are, in the order of the text.
type resolver struct {
	*cast
	last    corpus.Person     // who spoke last, an individual
	lastFig int               // his figure, -1 for none
	lastPos int               // where he spoke
	group   corpus.Person     // the group or organisation that spoke last
	grouped int               // where it spoke
	paper   corpus.Person     // the document that was quoted last
	printed int               // where it was
	bodies  map[string]string // organisations by the name that stands there
	spoke   map[string]bool   // the organisations that spoke so far
	said    corpus.Person     // who spoke last of all
	saidFig int
	saidPos int
}

func newResolver(c *cast) *resolver {
	return &resolver{cast: c, lastFig: -1, lastPos: -1 << 20, grouped: -1 << 20, saidPos: -1 << 20, bodies: map[string]string{}, spoke: map[string]bool{}}
}

// speaker resolves the source of a report.
func (v *resolver) speaker(a *attribution) corpus.Person {
	if !a.source.found() {
		return corpus.Person{}
	}
	r := v.r
	s := a.source
	p := corpus.Person{Mention: r.span(text.Range{Start: s.start, End: s.end})}
	p.Text = r.t.Raw[p.Mention.Start:p.Mention.End]
	fig := -1
	switch {
	case s.end-s.start == 1 && r.is(s.start, isSubject|isPronoun):
		fig = v.pronoun(&p, s.start)
	default:
		fig = v.phrase(&p, s)
	}
	if fig >= 0 {
		f := v.figures[fig]
		p.Canonical, p.Role, p.Kind = f.name, f.role, corpus.Individual
	}
	if p.Kind == corpus.Organisation {
		p.Canonical = v.fuller(p.Canonical)
	}
	if !a.weak && (a.rule != "headline" || r.speaksInHeadline(a, p)) {
		v.remember(p, fig, s.start)
	}
	return p
}

func (v *resolver) remember(p corpus.Person, fig, pos int) {
	switch {
	case fig >= 0:
		v.last, v.lastFig, v.lastPos = p, fig, pos
	case p.Kind == corpus.Group || p.Kind == corpus.Organisation:
		v.group, v.grouped = p, pos
		if p.Kind == corpus.Organisation && strings.ToLower(p.Canonical) != p.Canonical {
			v.spoke[p.Canonical] = true
		}
	}
	if p.Kind == corpus.Document && p.Canonical != "" && !v.r.is(pos, isPronoun) {
		v.paper, v.printed = p, pos
	}
	if p.Kind != "" && p.Kind != corpus.Document && p.Canonical != "" {
		v.said, v.saidFig, v.saidPos = p, fig, pos
	}
}

// phrase resolves a source that is a noun phrase.
func (v *resolver) phrase(p *corpus.Person, s source) int {
	r := v.r
	if r.eastern() != nil || r.g.caseless {
		if fig, ok := v.easternPhrase(p, s); ok {
			return fig
		}
	}
	head := r.head(s)
	var found []*mention
	for i := s.start; i <= head; i++ {
		m := v.at(i)
		if m == nil || i != m.Start && i != s.start {
			continue
		}
		if m.End == head+1 || r.gap[m.End] != 0 || r.is(m.End, isConj) {
			found = append(found, m) // others stand before the head: "Lee's lawyer", "Lee campaign officials"
		}
		i = m.End - 1
	}
	switch {
	case len(found) == 1 && !r.joined(s, head):
		return found[0].figure
	case len(found) > 0:
		p.Kind, p.Canonical = corpus.Group, tidy(p.Text)
		return -1
	}
	if m := v.titledBehind(s, head); m != nil {
		return m.figure
	}
	if fig := v.appositive(s, head); fig >= 0 {
		return fig
	}
	if fig := v.byRole(s, head); fig >= 0 {
		return fig
	}
	if fig, ok := v.issuer(p, s, head); ok {
		return fig
	}
	if v.sameBody(p, s, head) {
		return -1
	}
	p.Kind = v.kindOf(s, head)
	p.Canonical, p.Role = r.described(s, p.Kind)
	return -1
}

// joined reports whether a source is several: "Smith and Jones".
func (r *reading) joined(s source, head int) bool {
	for i := s.start + 1; i < head; i++ {
		if r.word(i) == "and" && r.capital(i+1) && !r.is(i-1, isSpeaking) {
			return true
		}
	}
	return false
}

// titledBehind finds the name behind an office that a preposition is part of: "Bank of France Governor Ann Lee".
func (v *resolver) titledBehind(s source, head int) *mention {
	r := v.r
	office := r.is(head, isSpeaking) && !r.is(head, isPlural) && !r.collective(r.word(head))
	another := office && r.is(head+1, isPrep) && (r.word(head+1) != "of" || advocates[r.word(head)]) // "a spokesman for Chancellor Ann Lee"
	for i := head + 1; i < s.end && r.gap[i]&(clauseEnds&^bracket|comma) == 0; i++ {
		m := v.at(i)
		if m == nil || m.Start != i || r.gap[i] != 0 || another && r.t.Words[i].Shape != text.Lower && (!r.capital(i-1) || r.is(i-1, isSpeaking) && r.word(i-1) != "pentagon" && r.word(i-1) != "kremlin" || r.honorific(i-1)) {
			continue
		}
		if r.is(i-1, isSpeaking) && !r.is(i-1, isPlural) || r.t.Words[i].Shape == text.Lower ||
			office && m.End == s.end && m.End-m.Start > 1 && (r.capital(i-1) || !r.is(i-1, isPrep|isDet|isConj) && r.beginsGiven(m.Range)) {
			return m // "Member of Parliament Ann Lee"
		}
	}
	return nil
}

// advocates are people who speak for those named behind them.
var advocates = listed("spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor deputy friend neighbor neighbour wife husband son daughter brother sister mother father supporter opponent critic ally rival successor predecessor client representative")

// appositive finds the name that follows a role: "the bank's chief economist, Ann Lee, said". Any noun will do where
// the name is all that follows: "the builder, Ann Lee, said".
func (v *resolver) appositive(s source, head int) int {
	r := v.r
	named := r.is(s.start, isDet|isPoss) && !r.capital(head) && r.nameOnly(head+1, s.end)
	if head+1 >= len(r.t.Words) {
		return -1
	}
	i := head + 1
	for i < s.end && r.gap[i]&comma == 0 {
		i++
	}
	if office := r.is(i-1, isSpeaking) && !r.is(i-1, isPlural) && !r.collective(r.word(i-1)); !office && (!r.is(head, isSpeaking) && !named || r.is(head, isPlural)) {
		return -1
	}
	if i < len(r.t.Words) && r.gap[i]&comma != 0 && r.gap[i]&clauseEnds == 0 {
		office := text.Range{Start: s.start, End: i}
		if r.honorific(i) {
			i++ // "the adviser, Dr. Ann Lee"
		}
		if m := v.at(i); m != nil && m.Start == i {
			if f := &v.figures[m.figure]; f.role == "" {
				for office.End-office.Start > 1 && r.is(office.Start, isDet) {
					office.Start++
				}
				f.role = trimRole(r.raw(office.Start, office.End))
			}
			return m.figure
		}
	}
	return -1
}

// likeRoles are words for one office.
var likeRoles = map[string]string{"representative": "spokesman", "spokeswoman": "spokesman", "spokesperson": "spokesman",
	"ceo": "executive", "chairwoman": "chairman", "chair": "chairman", "pm": "premier", "attorney": "lawyer", "premier": "premier"}

func likeRole(w string) string {
	if like := likeRoles[w]; like != "" {
		return like
	}
	return w
}

// byRole finds the one person whom "the minister" or "the representative of the Pentagon" means: the head noun and every
// name in the phrase must stand in his role.
func (v *resolver) byRole(s source, head int) int {
	r := v.r
	if !r.is(s.start, isDet) || !r.definite(s.start) || !r.is(head, isSpeaking) || r.is(head, isPlural) {
		return -1
	}
	best, at := -1, -1
	for i := len(v.mentions) - 1; i >= 0; i-- {
		m := v.mentions[i]
		if m.Start >= s.start || m.figure == best {
			continue
		}
		if r.sent[s.start]-r.sent[m.Start] > 15 {
			break
		}
		if !v.fillsRole(v.figures[m.figure].role, s, head) {
			continue
		}
		if best >= 0 {
			return v.lastOf(best, m.figure, at)
		}
		best, at = m.figure, m.Start
	}
	return best
}

// lastOf settles between two people of one role for the one named last, if it is he who spoke last.
func (v *resolver) lastOf(recent, _ int, _ int) int {
	if v.lastFig == recent {
		return recent
	}
	return -1
}

func (v *resolver) fillsRole(role string, s source, head int) bool {
	if role == "" {
		return false
	}
	have := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(role), func(c rune) bool { return c == ' ' || c == '-' || c == ',' || c == '.' }) {
		have[likeRole(w)] = true
	}
	r := v.r
	if !have[likeRole(r.word(head))] {
		return false
	}
	for i := s.start + 1; i < s.end; i++ {
		if i != head && !r.is(i, isPrep|isDet) && !have[likeRole(r.word(i))] {
			return false
		}
	}
	return true
}

// kindOf tells what sort of source a phrase without a person's name is.
func (v *resolver) kindOf(s source, head int) corpus.PersonKind {
	r := v.r
	_, people := gazetteer.Demonym(r.t.Word(head))
	switch {
	case r.is(head, isDocument) && !r.capital(head):
		return corpus.Document
	case r.is(head, isPlural), people && r.endsPlural(head), r.opensPlural(head) && r.personish(head) && head == s.start:
		return corpus.Group
	case r.capital(head) && (!r.is(head, isSpeaking) || r.capital(head-1) && head > s.start), r.is(head, isSpeaking) && r.collective(r.word(head)):
		return corpus.Organisation
	case r.capital(head) && (r.word(head) == "pentagon" || r.word(head) == "kremlin"):
		return corpus.Organisation
	case r.is(head, isSpeaking):
		return corpus.Unnamed
	case r.endsPlural(head):
		return corpus.Group
	}
	return corpus.Unnamed
}

// collective reports whether a noun stands for a body, not for a person.
func (r *reading) collective(w string) bool {
	if r.g != english {
		return r.g.organisation[w]
	}
	switch w {
	case "ministry", "government", "company", "bank", "firm", "agency", "commission", "committee", "council", "court", "party", "union",
		"association", "group", "organisation", "organization", "institute", "university", "department", "bureau", "office",
		"administration", "campaign", "team", "parliament", "congress", "senate", "army", "military", "police", "navy", "board",
		"watchdog", "regulator", "authority", "newspaper", "paper", "magazine", "network", "broadcaster", "website", "channel", "site":
		return true
	}
	return false
}

// tidy is a description as it is shown: spaces and articles dropped.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if strings.HasPrefix(s, a) && len(s) > len(a) {
			s = s[len(a):]
			break
		}
	}
	for _, end := range []string{"'s", "’s"} {
		s = strings.TrimSuffix(s, end)
	}
	s = strings.TrimRight(s, "“”\"«», ")
	if strings.Contains(s, "«") {
		s += "»"
	}
	return s
}
