package text

import "strings"

// functionWords are English words that say how a sentence is built and not what it is about, folded.
var functionWords = listOf(`a about all also am an and any are as at be because been being but by can could did do does doing
for from had has have having he her hers him his how i if in into is it its may me might must my no nor not of on or our ours
shall she should so some such than that the their theirs them then there these they this those to us was we were what when
where which while who whom whose why will with would you your yours`)

func listOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// IsFunctionWord reports whether a folded word is an English article, pronoun, preposition, conjunction, auxiliary or
// question word: what a question in a whole sentence is not about.
func IsFunctionWord(folded string) bool { return functionWords[folded] }
