package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences fills Sentences and Paragraphs. A sentence ends with its paragraph, and at a stop that closes no abbreviation.
func (r *reader) sentences() {
	if len(r.Words) == 0 {
		return
	}
	r.Sentences = make([]Range, 0, len(r.Words)/16+2)
	sentence, paragraph, brk := 0, 0, 0
	for i := 1; i < len(r.Words); i++ {
		newParagraph := false
		for brk < len(r.breaks) && r.breaks[brk] <= r.Words[i].Start {
			newParagraph = newParagraph || r.breaks[brk] > r.Words[i-1].Start
			brk++
		}
		if newParagraph {
			r.Paragraphs = append(r.Paragraphs, Range{paragraph, i})
			paragraph = i
		}
		if newParagraph || r.endsBefore(i, sentence) {
			r.endSentence(sentence, i)
			sentence = i
		}
	}
	r.endSentence(sentence, len(r.Words))
	r.Paragraphs = append(r.Paragraphs, Range{paragraph, len(r.Words)})
}

func (r *reader) endSentence(start, end int) {
	r.Sentences = append(r.Sentences, Range{start, end})
	r.loud = append(r.loud, isLoud(r.Words[start:end]))
}

// isLoud reports whether a sentence is written in capitals throughout, so that "US" in it may be "us".
func isLoud(words []Word) bool {
	capitals := 0
	for _, w := range words {
		switch w.Shape {
		case Upper:
			capitals++
		case Capital:
			if w.End-w.Start > 1 {
				return false
			}
		case Lower, Mixed:
			return false
		}
	}
	return capitals > 1
}

// endsBefore reports whether the sentence that began at word start ends between words i-1 and i of its paragraph.
func (r *reader) endsBefore(i, start int) bool {
	gap := r.Gap(i)
	last := r.raw[r.Words[i-1].End-1]
	if last != '.' && (gap == " " || gap == ", ") {
		return false
	}
	k := strings.IndexFunc(gap, isStop)
	if k < 0 && last != '.' {
		return false
	}
	if k < 0 {
		return r.acronymEnds(gap, i)
	}
	stop, n := utf8.DecodeRuneInString(gap[k:])
	if stop > unicode.MaxLatin1 && stop != '…' { // the stops of other scripts do nothing else
		return true
	}
	behind := gap[k+n:]
	if !r.opensSentence(behind, i) {
		return false
	}
	if stop != '.' || k > 0 || strings.HasPrefix(behind, ".") {
		return true
	}
	return r.stopEnds(behind, i, start)
}

func isStop(c rune) bool {
	switch c {
	case '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '‼', '⁇', '⁈', '⁉':
		return true
	}
	return false
}

// opensSentence reports whether word i can begin a sentence behind a stop and what follows it.
func (r *reader) opensSentence(behind string, i int) bool {
	w := r.Words[i]
	first, _ := utf8.DecodeRuneInString(r.raw[w.Start:])
	isSmall := unicode.IsLower(first)
	if !strings.ContainsFunc(behind, unicode.IsSpace) {
		return r.isGlued(i)
	}
	if !isSmall || w.Shape == Mixed {
		return true
	}
	// A small letter behind a stop goes on with the sentence, unless the text is careless of capitals.
	before := r.Words[i-1]
	return strings.HasPrefix(behind, " ") && before.Shape == Lower && before.End-before.Start >= 5 &&
		abbreviationOf(r.Word(i-1), Lower) == noAbbreviation && !strings.ContainsAny(behind, "\"”»’'")
}

// isGlued reports whether a stop without a space behind it ends a sentence, as in texts that lost their spaces: "the
// ceasefire holds.Lavrov said". Sites ("example.org") and tickers ("MSFT.O") are no such thing.
func (r *reader) isGlued(i int) bool {
	before, w := r.Words[i-1], r.Words[i]
	return w.Shape == Capital && w.End-w.Start > 1 && (before.Shape == Lower || before.Shape == Capital) &&
		before.End-before.Start > 2 && r.Word(i-1) != "www"
}

// stopEnds reports whether the dot right behind word i-1 ends the sentence from start; behind is what follows it.
func (r *reader) stopEnds(behind string, i, start int) bool {
	before := r.Words[i-1]
	word := r.Word(i - 1)
	switch {
	case before.Shape == Number:
		return !r.isOrdinal(i, start)
	case r.Gap(i-1) == ".": // the end of "MSFT.O"
		return true
	case utf8.RuneCountInString(word) == 1 && before.Shape == Capital: // an initial
		return r.isStarter(i)
	}
	switch abbreviationOf(strings.ToLower(word), before.Shape) {
	case beforeName:
		return false
	case beforeNumber:
		return r.Words[i].Shape != Number
	case anywhere:
		return r.isStarter(i) || r.Words[i].Shape == Capital && strings.HasSuffix(strings.TrimRight(behind, "\"“«"), " ") && len(behind) > 1
	}
	return true
}

// acronymEnds reports whether the dotted acronym before word i ends a sentence.
func (r *reader) acronymEnds(gap string, i int) bool {
	if !strings.ContainsFunc(gap, unicode.IsSpace) || strings.ContainsAny(gap, ",;:—–-(") {
		return false
	}
	if strings.ContainsAny(gap, "\"”»") && r.Words[i].Shape == Capital {
		return true
	}
	switch strings.ToLower(r.Word(i - 1)) {
	case "a.m.", "p.m.":
		return r.Words[i].Shape == Capital && !zones[strings.ToLower(r.Word(i))]
	}
	return r.isStarter(i)
}

// isStarter reports whether word i, written with a capital, is one that often opens sentences, and no initial.
func (r *reader) isStarter(i int) bool {
	w := r.Words[i]
	if w.Shape != Capital || w.End-w.Start == 1 && strings.HasPrefix(r.Gap(i+1), ".") {
		return false
	}
	return starters[strings.ToLower(r.Word(i))]
}

// isOrdinal reports whether the number before word i numbers a list or, in languages that write so, a day: "3. Oktober".
func (r *reader) isOrdinal(i, start int) bool {
	if n := r.Words[i-1].End - r.Words[i-1].Start; n > 2 {
		return false
	}
	switch r.base() {
	case "de", "da", "no", "nb", "nn", "fi", "hu", "cs", "sk", "pl", "sl", "hr", "sr", "et", "lv", "is":
		return !r.isStarter(i)
	}
	return i-1 == start
}

// base is the language without script and country: "en" of "en-US".
func (t *Text) base() string {
	base, _, _ := strings.Cut(t.Language, "-")
	return base
}
