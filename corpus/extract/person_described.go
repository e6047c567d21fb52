package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
)

// described is what a source that is no person is called, without what a comma adds, the day and the stock's sign, and
// what an organisation is said to be before its name: "Koito Industries" and "Japanese manufacturer".
func (r *reading) described(s source, kind corpus.PersonKind) (name, role string) {
	end := r.closeDescription(s)
	for r.g != english && s.start < end-1 && (r.is(s.start, isDet|isPrep) || r.g.ofs[r.word(s.start)]) {
		s.start++
	}
	if kind != corpus.Organisation {
		return tidy(r.raw(s.start, end)), ""
	}
	start := r.properName(s.start, end)
	if start > s.start && (r.qualifies(start-1) || r.word(start-1) == "based") {
		return tidy(r.raw(start, end)), "" // "Ohio-based Aston Air"
	}
	return tidy(r.raw(start, end)), trimRole(r.raw(s.start, start))
}

// closeDescription gives where the words end that tell who a source is.
func (r *reading) closeDescription(s source) int {
	end := s.end
	for i := s.start + 1; i < s.end; i++ {
		if r.gap[i]&(comma|dash) != 0 && !incorporated[r.word(i)] && (r.is(i, isPrep|isSub|isAdverb|isDet|isNumber) || !r.capital(i)) && !r.lists(i, s.end) {
			end = i
			break
		}
	}
	if sign := r.beforeSign(end); sign > s.start {
		end = sign
	}
	for end-s.start > 1 && r.follows(end-1) {
		end-- // "the draft seen"
	}
	if n := r.timeLeft(end - 1); n > s.start && r.word(n) == "on" {
		end = n
	}
	return end
}

// incorporated are the words that end a company's name.
var incorporated = listed("inc corp corporation ltd limited plc llc lp company co sa ag nv spa")

// lists reports whether an "and" before position end makes a list of what begins at i behind a comma.
func (r *reading) lists(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if w := r.word(k); w == "and" && !r.is(i, isSub) {
			return true
		}
	}
	return false
}

// properName gives where the name begins that ends a description: behind its last small word, if that is a noun.
func (r *reading) properName(start, end int) int {
	name := end
	for name > start && r.capital(name-1) && (name == end || r.gap[name]&(clauseEnds|comma) == 0) {
		name--
	}
	if name == end || name == start || r.gap[name] != 0 || r.is(name-1, isPrep|isConj|isDet|isPoss|isSub|isAux) || r.t.Words[name-1].End-r.t.Words[name-1].Start < 4 || r.finiteVerb(name-1) {
		return start
	}
	return name
}

// beforeSign is where the sign of a stock begins that ends at position end, "LII.N" or "6752.T"; end where none does.
func (r *reading) beforeSign(end int) int {
	if end < 3 || end > len(r.t.Words) || r.t.Gap(end-1) != "." || len(r.t.Word(end-1)) > 3 || len(r.t.Word(end-2)) < 2 {
		return end
	}
	sign := r.t.Word(end - 2)
	if c := sign[0]; len(sign) > 6 || (c < 'A' || c > 'Z') && (c < '0' || c > '9') || r.t.Word(end-1) != strings.ToUpper(r.t.Word(end-1)) || r.t.Words[end-2].Shape == text.Capital && len(sign) > 1 && r.gap[end-2]&bracket == 0 {
		return end
	}
	return end - 2
}
