// Package text reads a text once for everybody: words with byte offsets, sentences, paragraphs and quotation marks.
// Extraction, index, marks and snippets all count in the positions that it gives, so they cannot disagree.
// It also says which terms a word is indexed under and which of them a query's word looks for. It imports corpus.
package text

import "sort"

// A Text is a string and its parts. A position is an index into Words; every Range counts in positions.
type Text struct {
	Raw        string
	Language   string // a BCP 47 tag, "" where unknown; it chooses the stemmer
	Words      []Word
	Sentences  []Range     // cover all words, in order, none empty
	Paragraphs []Range     // cover all sentences, in order, none empty
	Quotations []Quotation // by Start; they nest or lie apart, never cross, and none is without words

	loud  []bool // for each sentence: written in capitals throughout
	stems *stemmer
}

// A Word is a run of letters and digits with what joins them, as bytes of Raw: "U.S.", "AT&T", "don't", "1,200.5" and
// "25th" are one word, "co-operate" is two. Each ideograph is a word, and so is each letter of scripts that write no
// spaces (Thai, Lao, Khmer, Burmese). Of a run longer than 256 bytes the first 256 are the word, and the rest lies in the
// gap behind it. Marks and spaces between words are no words: see Gap.
type Word struct {
	Start, End int32
	Shape      Shape
}

// A Shape tells how a word is written. A possessive 's does not count: "NATO's" is Upper.
type Shape uint8

// The shapes that matter to somebody.
const (
	Lower   Shape = iota // no capital letter, or a script without case
	Capital              // a capital first: "Raqqa", "McDonald", "J"
	Upper                // capitals only, two or more letters, or one and digits: "NATO", "U.S.", "G20"
	Mixed                // a small letter first and a capital later: "iPhone"
	Number               // a digit first: "25", "25th", "1,200"
)

// A Range is a half-open range of positions.
type Range struct{ Start, End int }

// A Quotation is what stands between quotation marks, or behind a dash that opens a paragraph. Whether it is speech, a
// nickname or a title is not judged here.
type Quotation struct {
	Start, End int // bytes of Raw between the marks
	Words      Range
	Outer      int  // index of the quotation that it stands in, or -1
	Open       bool // no closing mark was found: it ends with its paragraph, or where the next quotation opens
	Unopened   bool // only a closing mark was found: it begins with its sentence, and its Start is a guess
	Continued  bool // Open, and a quotation that opens the next paragraph, or the next sentence here, goes on with it
	Dash       bool // introduced by a dash, not by marks
	Single     bool // between single marks

	family family
}

// Word is the bytes of word i.
func (t *Text) Word(i int) string { return t.Raw[t.Words[i].Start:t.Words[i].End] }

// Gap is what stands between words i-1 and i: before the first for 0, behind the last for len(Words).
func (t *Text) Gap(i int) string {
	start, end := 0, len(t.Raw)
	if i > 0 {
		start = int(t.Words[i-1].End)
	}
	if i < len(t.Words) {
		end = int(t.Words[i].Start)
	}
	return t.Raw[start:end]
}

// At is the first position whose word ends behind the byte offset, len(Words) where none does.
func (t *Text) At(offset int) int {
	return sort.Search(len(t.Words), func(i int) bool { return int(t.Words[i].End) > offset })
}

// Positions is the range of the words that lie wholly in the bytes [start, end) of Raw.
func (t *Text) Positions(start, end int) Range {
	from := sort.Search(len(t.Words), func(i int) bool { return int(t.Words[i].Start) >= start })
	to := sort.Search(len(t.Words), func(i int) bool { return int(t.Words[i].End) > end })
	return Range{from, max(from, to)}
}

// SentenceAt is the index into Sentences of the one that holds a position, len(Sentences) behind the last.
func (t *Text) SentenceAt(pos int) int { return find(t.Sentences, pos) }

// ParagraphAt is the index into Paragraphs of the one that holds a position, len(Paragraphs) behind the last.
func (t *Text) ParagraphAt(pos int) int { return find(t.Paragraphs, pos) }

func find(ranges []Range, pos int) int {
	return sort.Search(len(ranges), func(i int) bool { return ranges[i].End > pos })
}

// QuotationAt is the index into Quotations of the innermost one that holds a position, or -1.
func (t *Text) QuotationAt(pos int) int {
	i := sort.Search(len(t.Quotations), func(i int) bool { return t.Quotations[i].Words.Start > pos }) - 1
	for i >= 0 && t.Quotations[i].Words.End <= pos {
		i = t.Quotations[i].Outer
	}
	return i
}
