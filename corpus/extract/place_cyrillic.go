package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// endings are the case endings of Russian and Ukrainian names of places, longest first, and what the nominative has there.
var endings = []struct {
	of string
	to []string
}{
	{"ией", []string{"ия"}}, {"ією", []string{"ія"}}, {"ского", []string{"ск"}}, {"ии", []string{"ия"}}, {"ию", []string{"ия"}}, {"ії", []string{"ія"}},
	{"ію", []string{"ія"}}, {"ой", []string{"а"}}, {"ою", []string{"а"}}, {"ом", []string{"", "о"}}, {"ем", []string{"ь", "", "е"}}, {"ей", []string{"я"}},
	{"ы", []string{"а", ""}}, {"у", []string{"а", ""}}, {"е", []string{"а", "", "я", "ь"}}, {"и", []string{"ь", "а", "я", "ия"}}, {"і", []string{"а", "ь", ""}},
	{"ю", []string{"я", "ь"}}, {"я", []string{"ь", "й"}}, {"а", []string{""}},
}

// inflected finds a name of one word in Cyrillic that stands in another case: "в Сирии", "из Москвы". Only large places are
// found so: an ending guessed is a weak reason.
func (p *toponyms) inflected(i int) (n int, name gazetteer.Name, end int) {
	w := p.x.Word(i)
	if r, size := utf8.DecodeRuneInString(w); size != 2 || r < 0x400 || r > 0x52F || p.x.Words[i].Shape == text.Lower {
		return 0, name, 0
	}
	const large = 200000
	for _, e := range endings {
		stem, ok := strings.CutSuffix(w, e.of)
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		for _, to := range e.to {
			n, name := gazetteer.Match([]string{stem + to})
			if n == 0 {
				continue
			}
			if top := name.Top(); top.Kind != corpus.City || top.Population >= large {
				return 1, name, int(p.x.Words[i].End)
			}
		}
	}
	return 0, name, 0
}
