package extract

import (
	"strings"

	"dateline/corpus/text"
)

// mouths are nouns besides those of the roles and trades that stand for somebody who speaks: people, bodies, numbers of
// people, papers.
var mouths = listed(`allies analyses banks billionaire body caller client co-founder comptroller country couple customer dealer
	defence defense envoy family firms funds guest half handful individuals industry inquiry investigation issuer
	jury majority management media memorandum minority motion newsletter opinion pair panel parties passenger
	percent petition presentation probe proposal public recommendation relative rest seller side sides state suit
	summary surrogates trio trust tycoon units veterans`)

// lifeless are plurals that end like those for people.
var lifeless = listed(`barriers centers centres chapters characters clusters colors colours computers containers corners counters
	covers degrees dollars doors elevators errors factors favors fees filters fingers flavors floors flowers folders grants
	guarantees harbors helicopters indicators layers letters matters mergers meters metres mirrors motors numbers offers orders
	papers parameters plants powers prayers printers quarters registers reminders restaurants rivers routers rumors rumours
	sectors servers shoulders stickers takeovers tankers tenders theaters theatres tickers towers trailers transfers trees
	triggers tumors turnovers warrants waters`)

// canSpeak reports whether a source is somebody or something that speaks, not "tensions" or "prices".
func (r *reading) canSpeak(s source) bool {
	if !s.found() {
		return false
	}
	h := r.head(s)
	for i := h + 1; i < s.end; i++ {
		if r.gap[i] == comma && r.capital(i) && r.nameOnly(i, r.commaFrom(i, s.end)) {
			return true // "head of the clinic, Ann Lee"
		}
	}
	for i := s.start; r.g != english && i < s.end; i++ {
		if r.is(i, isSpeaking) {
			return true // "fuentes policiales"
		}
	}
	return r.named(h) && !(h+1 < s.end && r.opensPlural(h) && !r.capital(s.end-1)) || r.personish(h) || mouths[r.word(h)] || traders[r.word(h)] || r.is(h, isSpeaking|isDocument|isPronoun|isSubject) ||
		r.is(h, isNumber) && r.t.Words[h].Shape == text.Lower || r.is(s.start, isPoss) && r.gap[s.start] == 0
}

// personish reports whether a noun looks like one for people: "beekeepers", "lobbyist".
func (r *reading) personish(i int) bool {
	w := r.word(i)
	for _, end := range []string{"ers", "ors", "ants", "ees", "ists", "ians", "ist", "ian", "man", "men", "woman", "women", "maker"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return !lifeless[w]
		}
	}
	return false
}

// named reports whether the capital of word i makes it a name. That of a plural which opens its sentence does not, if
// the text has it in small letters as well: "Prices", not "Barclays".
func (r *reading) named(i int) bool {
	if !r.opensPlural(i) {
		return r.capital(i)
	}
	w := r.word(i)
	for k := range r.t.Words {
		if r.t.Words[k].Shape == text.Lower && r.word(k) == w {
			return false
		}
	}
	return true
}

// opensPlural reports whether a plural opens its sentence: its capital tells nothing.
func (r *reading) opensPlural(i int) bool {
	return r.gap[i]&(stop|paragraph) != 0 && r.endsPlural(i) && r.t.Words[i].Shape == text.Capital
}

// head is the position of a source's main word: its last before a comma, a preposition or what follows it as "familiar
// with the talks" does.
func (r *reading) head(s source) int {
	for i := s.start + 1; i < s.end; i++ {
		if r.gap[i]&(clauseEnds|comma) != 0 || (r.is(i, isPrep) || r.g.ofs[r.word(i)] && !r.capital(i)) && !r.particle(i) || r.follows(i) {
			return i - 1
		}
	}
	return s.end - 1
}

// follows reports whether word i stands behind a noun and tells more of it.
func (r *reading) follows(i int) bool {
	return followers[r.word(i)] && r.t.Words[i].Shape == text.Lower
}

var followers = listed("who that familiar close briefed involved aware knowledgeable seen obtained released published posted conducted issued")

// headIs reports whether the head of a source is of a kind.
func (r *reading) headIs(s source, what role) bool { return r.is(r.head(s), what) }
