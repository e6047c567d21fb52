package names

import (
	"strings"
	"unicode/utf8"
)

// A declension takes an ending of a case to that of the nominative.
type declension struct{ of, to string }

// givenEndings are those of given names of men and women, in Russian, Ukrainian and Polish.
var givenEndings = []declension{
	{"ла", "ел"}, {"ом", ""}, {"ем", "й"}, {"ем", "ь"}, {"ею", "я"}, {"ією", "ія"}, {"ой", "а"}, {"ою", "а"}, {"ей", "я"}, {"а", ""}, {"я", "й"}, {"я", "ь"}, {"у", ""}, {"у", "а"}, {"ю", "й"},
	{"ю", "ь"}, {"ю", "я"}, {"ы", "а"}, {"и", "а"}, {"и", "я"}, {"ії", "ія"}, {"е", "а"}, {"і", "а"}, {"а", "о"},
	{"iem", ""}, {"em", ""}, {"ii", "ia"}, {"ią", "ia"}, {"a", ""}, {"owi", ""}, {"y", "a"}, {"i", "a"}, {"ie", "a"}, {"ą", "a"}, {"ę", "a"}, {"ja", "j"}, {"ła", "eł"},
}

// lastOfMen and lastOfWomen are those of last names.
var (
	lastOfMen = []declension{{"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"}, {"цкого", "цкий"}, {"цкому", "цкий"}, {"цким", "цкий"}, {"ського", "ський"}, {"ському", "ський"},
		{"ського", "ський"}, {"ським", "ський"}, {"ого", "ый"}, {"ому", "ый"}, {"овым", "ов"}, {"евым", "ев"}, {"иным", "ин"}, {"овим", "ов"}, {"ова", "ов"}, {"ову", "ов"}, {"ева", "ев"}, {"еву", "ев"},
		{"ёва", "ёв"}, {"ёву", "ёв"}, {"єва", "єв"}, {"єву", "єв"}, {"ина", "ин"}, {"ину", "ин"}, {"іна", "ін"}, {"юка", "юк"}, {"ука", "ук"}, {"чука", "чук"}, {"ича", "ич"}, {"яна", "ян"},
		{"енка", "енко"}, {"ко", "ко"}, {"ка", "ко"}, {"іва", "ів"},
		{"skiego", "ski"}, {"skiemu", "ski"}, {"skim", "ski"}, {"ckiego", "cki"}, {"ckiemu", "cki"}, {"ckim", "cki"}, {"dzkiego", "dzki"}, {"owskiego", "owski"}, {"aka", "ak"}, {"iaka", "iak"}, {"czyka", "czyk"}, {"usza", "usz"}, {"icza", "icz"}, {"ka", "k"}}
	lastOfWomen = []declension{{"овой", "ова"}, {"евой", "ева"}, {"ёвой", "ёва"}, {"иной", "ина"}, {"ову", "ова"}, {"еву", "ева"}, {"ину", "ина"}, {"ской", "ская"}, {"скую", "ская"}, {"цкой", "цкая"}, {"цкую", "цкая"},
		{"ової", "ова"}, {"евої", "ева"}, {"ської", "ська"}, {"ську", "ська"}, {"ською", "ська"}, {"цької", "цька"}, {"skiej", "ska"}, {"ską", "ska"}, {"ckiej", "cka"}, {"cką", "cka"}}
)

// Nominative gives a Russian, Ukrainian or Polish name that stands in another case as it is written by itself:
// "Марии Захаровой" is Мария Захарова, "Jana Kowalskiego" is Jan Kowalski. Only a name that a known given name in another case
// opens is changed.
func Nominative(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || GenderOf(words[0]) == Male {
		return name
	}
	given, sure := "", false
	for _, d := range givenEndings {
		if stem, ok := strings.CutSuffix(words[0], d.of); ok && utf8.RuneCountInString(stem) > 1 && IsGiven(stem+d.to) {
			given, sure = stem+d.to, d.to == "а" && d.of == "ы" || d.to == "a" && d.of == "y"
			break
		}
	}
	last := len(words) - 1
	endings := lastOfMen
	if GenderOf(given) == Female {
		endings = lastOfWomen
	}
	end, _ := declined(words[last], endings)
	for _, e := range []string{"ского", "цкого", "ського", "цького", "skiego", "ckiego", "dzkiego"} {
		sure = sure || strings.HasSuffix(words[last], e)
	}
	if given == "" || IsGiven(words[0]) && !sure {
		return name // "Мария Орлова"
	}
	words[0] = given
	for i := 1; i < last; i++ {
		words[i] = patronymic(words[i])
	}
	words[last] = end
	return strings.Join(words, " ")
}

// NominativeLast gives a last name that stands in another case; of some that end as women's names do, a man's.
func NominativeLast(last string) string {
	if n, ok := declined(last, lastOfWomen); ok && !strings.HasSuffix(last, "у") {
		return n
	}
	n, _ := declined(last, lastOfMen)
	return n
}

func declined(word string, endings []declension) (string, bool) {
	for _, d := range endings {
		if stem, ok := strings.CutSuffix(word, d.of); ok && utf8.RuneCountInString(stem) > 1 {
			return stem + d.to, d.of != d.to
		}
	}
	return word, false
}

func patronymic(word string) string {
	for _, d := range []declension{{"овича", "ович"}, {"евича", "евич"}, {"овичу", "ович"}, {"евичу", "евич"}, {"овны", "овна"}, {"евны", "евна"}, {"овне", "овна"}} {
		if stem, ok := strings.CutSuffix(word, d.of); ok {
			return stem + d.to
		}
	}
	return word
}
