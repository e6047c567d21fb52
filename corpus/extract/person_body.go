package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// issued are documents that speak for who issues them.
var issued = map[string]bool{"statement": true, "release": true, "announcement": true, "communique": true, "message": true, "letter": true}

// issuer resolves a document that speaks for somebody: "a statement from the ministry", "the company's statement"; "the
// statement" alone is that of who spoke just before.
func (v *resolver) issuer(p *corpus.Person, s source, head int) (fig int, ok bool) {
	r := v.r
	if !issued[r.word(head)] {
		return -1, false
	}
	for i := head + 1; i < min(s.end+6, head+9, len(r.t.Words)) && r.gap[i]&(clauseEnds|comma) == 0; i++ {
		if w := r.word(i); w == "from" || w == "by" || w == "of" && i == head+1 {
			return v.another(p, r.sourceRight(i+1))
		}
		if r.verb[i].manner != 0 && r.verb[i].form&participle == 0 || r.is(i, isAux|isSub&^isPrep) {
			break
		}
	}
	for i := s.start + 1; i <= head; i++ {
		if r.possessive(i - 1) {
			return v.another(p, source{start: s.start, end: i})
		}
	}
	if head == s.start+1 && r.word(s.start) == "the" && v.saidPos >= 0 && r.sent[s.start]-r.sent[v.saidPos] <= 3 && r.holdsWord(r.sentence(v.saidPos), r.word(head)) {
		p.Canonical, p.Role, p.Kind = v.said.Canonical, v.said.Role, v.said.Kind
		return v.saidFig, true
	}
	return -1, false
}

func (r *reading) holdsWord(x text.Range, word string) bool {
	for i := x.Start; i < x.End; i++ {
		if r.word(i) == word {
			return true
		}
	}
	return false
}

// another resolves a phrase within a source, where it names somebody.
func (v *resolver) another(p *corpus.Person, s source) (fig int, ok bool) {
	if !s.found() || !v.r.capital(v.r.head(s)) && !v.r.headIs(s, isSpeaking) {
		return -1, false
	}
	fig = v.phrase(p, s)
	return fig, true
}

// businesses are nouns that stand for a company named before, bodies for another organisation.
var (
	businesses = map[string]bool{"company": true, "firm": true, "airline": true, "carmaker": true, "automaker": true, "retailer": true,
		"manufacturer": true, "planemaker": true}
	bodies = map[string]bool{"agency": true, "organisation": true, "organization": true, "group": true, "charity": true, "ministry": true,
		"department": true}
)

// sameBody finds the organisation that "the company" or "the agency" means: the only one that spoke so far. Of several
// nobody can tell which.
func (v *resolver) sameBody(p *corpus.Person, s source, head int) bool {
	r := v.r
	w := r.word(head)
	if s.end != s.start+2 || r.word(s.start) != "the" || !businesses[w] && !bodies[w] {
		return false
	}
	if len(v.spoke) != 1 || v.grouped < 0 || v.group.Kind != corpus.Organisation || r.sent[s.start]-r.sent[v.grouped] > 12 {
		return false
	}
	name := strings.ToLower(v.group.Canonical)
	for _, official := range []string{"ministry", "department", "government", "police", "agency", "commission", "court"} {
		if strings.Contains(name, official) && official != w && businesses[w] {
			return false
		}
	}
	if (w == "ministry" || w == "department") && !strings.Contains(name, w) || isOutlet(v.group.Canonical) || strings.ToLower(v.group.Canonical) == v.group.Canonical {
		return false
	}
	p.Canonical, p.Role, p.Kind = v.group.Canonical, v.group.Role, v.group.Kind
	return true
}

// fuller is the name of an organisation with what the article tells of it: "FDA" and "Food and Drug Administration" are
// both "Food and Drug Administration (FDA)", so that either finds it, and "Ford" is "Ford Motor Company".
func (v *resolver) fuller(name string) string {
	if full, ok := v.bodies[name]; ok {
		return full
	}
	full := name
	switch {
	case acronym(name):
		if x := v.r.spelledOut(name); x.End > x.Start {
			full = tidy(v.r.raw(x.Start, x.End)) + " (" + name + ")"
		}
	case strings.Contains(name, " "):
		if short := v.r.shortened(name); short != "" {
			full = name + " (" + short + ")"
		}
	default:
		full = v.r.incorporated(name)
	}
	v.bodies[name] = full
	return full
}

// acronym reports whether a name is two to six capitals.
func acronym(name string) bool {
	for i := range len(name) {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return len(name) >= 2 && len(name) <= 6
}

// spelledOut finds the words whose initials an acronym is: "Food and Drug Administration".
func (r *reading) spelledOut(name string) text.Range {
	for i := range r.t.Words {
		if r.t.Raw[r.t.Words[i].Start] == name[0] && r.capital(i) && r.in[i] < 0 {
			if end := r.initialed(i, name); end > 0 {
				return text.Range{Start: i, End: end}
			}
		}
	}
	return text.Range{}
}

// initialed gives where the words end that begin at i and have the initials of a name, 0 where they have not. The small
// words between them do not count.
func (r *reading) initialed(i int, name string) int {
	k := 0
	for j := i; j < len(r.t.Words) && k < len(name); j++ {
		switch {
		case j > i && r.gap[j] != 0:
			return 0
		case r.capital(j) && r.t.Raw[r.t.Words[j].Start] == name[k] && r.t.Words[j].End-r.t.Words[j].Start > 1:
			if k++; k == len(name) {
				return r.closeName(j + 1)
			}
		case !r.is(j, isPrep|isConj|isDet):
			return 0
		}
	}
	return 0
}

// closeName gives where a name ends whose last initial ends at i: with "and Prevention", but not within a longer name.
func (r *reading) closeName(i int) int {
	if i >= len(r.t.Words) || r.gap[i] != 0 {
		return i
	}
	if r.is(i, isConj) && r.capital(i+1) && r.gap[i+1] == 0 && r.gap[i+2]&bracket != 0 {
		return i + 2
	}
	if r.capital(i) && !r.is(i, isTime) {
		return 0
	}
	return i
}

// shortened finds the acronym in brackets behind a name.
func (r *reading) shortened(name string) string {
	for i := 1; i < len(r.t.Words); i++ {
		w := r.t.Word(i)
		if r.gap[i]&bracket == 0 || r.gap[i+1]&bracket == 0 || !acronym(w) {
			continue
		}
		if before := r.t.Raw[:r.t.Words[i-1].End]; strings.HasSuffix(before, name) {
			return w
		}
	}
	return ""
}

// incorporated finds a company by the name that it does business under: "Metz Fresh LLC", "Ford Motor Company".
func (r *reading) incorporated(name string) string {
	for i := range r.t.Words {
		if r.t.Word(i) != name || i > 0 && r.gap[i] == 0 && r.capital(i-1) {
			continue
		}
		for k := i + 1; k < min(i+4, len(r.t.Words)) && r.gap[k] == 0 && r.capital(k) && !r.possessive(k-1); k++ {
			if incorporated[r.word(k)] {
				return tidy(r.raw(i, k+1))
			}
		}
	}
	return name
}
