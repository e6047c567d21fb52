package extract

import (
	"strings"

	"dateline/corpus/gazetteer"
)

// sourceBeforeApposition reads "Hugh Hill, a doctor," backwards: the verb stands behind the comma that closes an
// apposition, the name before the one that opens it.
func (r *reading) sourceBeforeApposition(end int) source {
	first, best := r.sentence(end-1).Start, source{}
	for i, n := end-1, 0; i > first && n < 40; i, n = i-1, n+1 {
		m := r.gap[i]
		if m&(stop|paragraph|colon|semicolon|closes|opens) != 0 {
			break
		}
		if m&(comma|dash|bracket) == 0 || !r.opensApposition(i, end) {
			continue
		}
		s := r.nounPhraseLeft(r.beforeSign(i))
		if !s.found() || r.is(s.start, isNumber) && s.end-s.start == 1 {
			continue
		}
		if r.gap[s.start] == comma && r.capital(s.start) && r.capital(s.start-1) && gazetteer.Has(r.t.Word(s.start)) && s.end-s.start == 1 {
			if t := r.nounPhraseLeft(s.start); t.found() && r.capital(t.start) {
				s = source{start: t.start, end: s.end} // "Ann Lee of Aston, Florida, who …"
			}
		}
		if m == comma && s.start > 0 && r.is(s.start-1, isPrep) && (r.nameOnly(i, r.commaFrom(i, end)) || r.capital(i) && r.gap[s.start-1]&stop != 0) {
			best = source{start: i, end: end} // "In Washington, Ann Lee, a dealer, said": where, not who
			break
		}
		if best = (source{start: s.start, end: end}); m&bracket != 0 {
			best.end = s.end
		}
		if r.gap[s.start]&comma == 0 || !r.opensApposition(s.start, end) {
			break
		}
		i = s.start + 1 // an apposition within one
	}
	return best
}

// opensApposition reports whether what stands from start to end, between two commas, tells more of the noun before it.
func (r *reading) opensApposition(start, end int) bool {
	if r.nameOnly(start, end) {
		return true
	}
	if end-start == 1 && r.capital(start) && !r.is(start, isTime) && traders[r.word(start-1)] {
		return true // "the airline, Astair, said"
	}
	if !r.capital(start-1) && !r.is(start-1, isSpeaking|isNumber) && !r.endsPlural(start-1) {
		return false
	}
	w := r.word(start)
	switch {
	case w == "who" || w == "whose" || w == "which":
		return true
	case r.is(start, isNumber) && end-start > 2 && r.gap[start+1]&comma != 0:
		return r.opensApposition(start+1, end) // an age, and more
	case r.is(start, isNumber):
		return end-start <= 3
	case w == "including" || w == "among" || w == "such" || w == "for" && r.word(start+1) == "example" || w == "clad" || w == "citing":
		return true
	case r.is(start, isAdverb) && end-start > 1 && r.gap[start+1]&comma != 0:
		return r.opensApposition(start+1, end) || r.word(start+1) == "who"
	case end-start == 1:
		return r.is(start, isSpeaking) || r.capital(start) || r.is(start, isAdverb)
	case w == "a" || w == "an" || w == "the" || w == "one" || r.is(start, isPoss):
		return !r.holdsFinite(start, end) || r.holdsWho(start, end)
	case r.is(start, isPrep) && r.capital(start-1):
		return end-start <= 8 && !r.holdsFinite(start, end) // "Lee, in a speech in Paris, warned"
	case r.is(start, isSub|isConj|isSubject|isAux):
		return false
	case r.capital(start), r.possessive(start):
		return end-start <= 12 && !r.holdsFinite(start, end)
	}
	for i := start; i < min(end, start+6); i++ {
		if r.is(i, isSpeaking) {
			return !r.holdsFinite(start, end) || r.holdsWho(start, end)
		}
	}
	return r.verb[start].form&(ingForm|participle) != 0 || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") ||
		w == "led" || w == "run" || w == "known" || w == "born" || w == "part"
}

// commaFrom is the first position behind i that a comma stands before, at most end.
func (r *reading) commaFrom(i, end int) int {
	for i++; i < end && r.gap[i]&comma == 0; i++ {
	}
	return i
}

// nameOnly reports whether nothing but a short name stands from start to end: "a delegate on the slate, Jim Marsh, said".
func (r *reading) nameOnly(start, end int) bool {
	for i := start; i < end; i++ {
		if !r.capital(i) || r.is(i, isTime) {
			return false
		}
	}
	return end-start >= 2 && end-start <= 4
}

func (r *reading) holdsFinite(start, end int) bool {
	for i := start; i < end; i++ {
		if r.is(i, isAux) && r.word(i) != "to" || r.is(i, isSubject) && r.is(i, isPronoun) && !r.is(i, isDet) {
			return true
		}
	}
	return false
}

func (r *reading) holdsWho(start, end int) bool {
	for i := start; i < end; i++ {
		if w := r.word(i); w == "who" || w == "which" || w == "that" || w == "whose" {
			return true
		}
	}
	return false
}
