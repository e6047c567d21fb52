// Package text reads a text once for everybody: words with byte offsets, sentences, paragraphs and quotation marks.
// Extraction, index, marks and snippets all count in the positions that it gives, so they cannot disagree.
// It imports corpus.
package text

// A Text is a string and its parts. A position is an index into Words; every Range counts in positions.
type Text struct {
	Raw        string
	Language   string // a BCP 47 tag, "" where unknown; it chooses the stemmer
	Words      []Word
	Sentences  []Range // cover all words, in order, none empty
	Paragraphs []Range // cover all sentences, in order, none empty
	Quotations []Quotation
}

// A Word is a run of letters and digits with what joins them ("U.S.", "AT&T", "co-operate" is two), as bytes of Raw.
// Marks and spaces between words are no words: see Gap.
type Word struct {
	Start, End int32
	Shape      Shape
}

// A Shape tells how a word is written.
type Shape uint8

// The shapes that matter to somebody.
const (
	Lower   Shape = iota // no capital letter, or a script without case
	Capital              // a capital first: "Raqqa"
	Upper                // capitals only, two or more letters: "NATO", "U.S."
	Mixed                // "iPhone", "McDonald" is Capital
	Number               // digits, with or without letters: "25", "25th", "1,200"
)

// A Range is a half-open range of positions.
type Range struct{ Start, End int }

// A Quotation is what stands between quotation marks that open speech, or behind a speaking dash.
type Quotation struct {
	Start, End int // bytes of Raw between the marks
	Words      Range
	Open       bool // no closing mark was found: it ends with its paragraph
	Dash       bool // introduced by a dash, not by marks
}
