package extract

import (
	"strings"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/text"
)

// An ending is a case ending of names of places, and what the nominative may have there.
type ending struct {
	of string
	to []string
}

// cyrillic are the endings of Russian and Ukrainian names, longest first.
var cyrillic = []ending{
	{"ией", []string{"ия"}}, {"ією", []string{"ія"}}, {"ского", []string{"ск"}}, {"ии", []string{"ия"}}, {"ию", []string{"ия"}}, {"ії", []string{"ія"}},
	{"ію", []string{"ія"}}, {"ой", []string{"а"}}, {"ою", []string{"а"}}, {"ом", []string{"", "о"}}, {"ем", []string{"ь", "", "е", "ий"}}, {"его", []string{"ий"}},
	{"ей", []string{"я"}}, {"ы", []string{"а", ""}}, {"у", []string{"а", ""}}, {"е", []string{"а", "", "я", "ь"}}, {"и", []string{"ь", "а", "я", "ия"}},
	{"єві", []string{"їв"}}, {"єва", []string{"їв"}}, {"і", []string{"а", "ь", ""}}, {"ю", []string{"я", "ь"}}, {"я", []string{"ь", "й"}}, {"а", []string{""}},
}

// polish are those of Polish ones.
var polish = []ending{
	{"owie", []string{"ów"}}, {"ach", []string{"y"}}, {"ie", []string{"a", ""}}, {"em", []string{""}}, {"ji", []string{"ja"}}, {"ii", []string{"ia"}},
	{"ję", []string{"ja"}}, {"zie", []string{"ga"}}, {"u", []string{""}}, {"ę", []string{"a"}}, {"ą", []string{"a"}}, {"y", []string{"a"}}, {"i", []string{"a", "ia"}}, {"a", []string{""}},
}

// korean are the particles behind Korean names.
var korean = []ending{
	{"에서", []string{""}}, {"으로", []string{""}}, {"에", []string{""}}, {"은", []string{""}}, {"는", []string{""}}, {"이", []string{""}}, {"가", []string{""}},
	{"을", []string{""}}, {"를", []string{""}}, {"의", []string{""}}, {"과", []string{""}}, {"와", []string{""}}, {"로", []string{""}}, {"도", []string{""}},
}

// endingsOf gives the endings that word i may have.
func (p *toponyms) endingsOf(i int) []ending {
	w := p.x.Word(i)
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case r >= 0xAC00 && r < 0xD7A4:
		return korean
	case p.x.Words[i].Shape == text.Lower:
		return nil
	case size == 2 && r >= 0x400 && r <= 0x52F:
		return cyrillic
	case p.t.Language == "pl":
		return polish
	}
	return nil
}

// inflected finds a name that stands in another case, of up to three words: "в Сирии", "в Нью-Йорке", "из Ростова-на-Дону",
// "в Нижнем Новгороде". Only large places are found so, smaller ones behind a preposition: an ending guessed is a weak reason.
func (p *toponyms) inflected(i int) (n int, name gazetteer.Name, end int) {
	endings := p.endingsOf(i)
	if endings == nil {
		return 0, name, 0
	}
	large := 200000
	if i > 0 && p.before(strings.ToLower(p.x.Word(i-1))) > 1 {
		large = 50000
	}
	for n := p.joined(i, 3); n > 0; n-- {
		for _, words := range p.nominatives(i, n, endings) {
			k, name := gazetteer.Match(words)
			if k < n {
				continue
			}
			if top := name.Top(); top.Kind != corpus.City || top.Population >= large {
				last := p.x.Words[i+n-1]
				if caseless(words[n-1]) { // a particle is no part of the name
					return n, name, int(last.Start) + len(words[n-1])
				}
				return n, name, int(last.End)
			}
		}
	}
	return 0, name, 0
}

// joined counts the words from i on, at most so many, that stand as those of one name do.
func (p *toponyms) joined(i, most int) int {
	n := 1
	for n < most && i+n < len(p.x.Words) && joinsName(p.x.Gap(i+n), p.x.Word(i+n-1)) {
		n++
	}
	return n
}

// nominatives lists what n words may be in the nominative: the first, the last or both changed.
func (p *toponyms) nominatives(i, n int, endings []ending) [][]string {
	var out [][]string
	first := append(stems(p.x.Word(i), endings), p.x.Word(i))
	if n == 1 {
		for _, f := range first[:len(first)-1] {
			out = append(out, []string{f})
		}
		return out
	}
	last := append(stems(p.x.Word(i+n-1), endings), p.x.Word(i+n-1))
	for _, f := range first {
		for _, l := range last {
			words := []string{f}
			for k := i + 1; k < i+n-1; k++ {
				words = append(words, p.x.Word(k))
			}
			out = append(out, append(words, l))
		}
	}
	return out
}

// stems gives a word with its ending put into the nominative.
func stems(w string, endings []ending) []string {
	const shortest = 2
	var out []string
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(w, e.of); ok && utf8.RuneCountInString(stem) >= shortest {
			for _, to := range e.to {
				out = append(out, stem+to)
			}
		}
	}
	return out
}
