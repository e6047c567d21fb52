package corpus

// A PersonKind says what sort of source speaks.
type PersonKind string

// The kinds of source.
const (
	Individual   PersonKind = "person"
	Group        PersonKind = "group"
	Organisation PersonKind = "organisation"
	Document     PersonKind = "document"
	Unnamed      PersonKind = "unnamed"
)

// A Person is somebody who speaks or is spoken of. Its zero value says that nobody can be told.
type Person struct {
	Text      string     // the words that stand there: "She", "the Russian foreign Minister"; "" where none do
	Canonical string     // the fullest name that the article gives: "Sergei Lavrov"; the description of the unnamed
	Role      string     // "Pentagon spokesman"
	Kind      PersonKind // "" only for nobody
	Mention   Span       // of Text
}

// A QuoteKind says how words are reported.
type QuoteKind string

// Direct speech stands in quotation marks, indirect in none, mixed partly.
const (
	Direct   QuoteKind = "direct"
	Indirect QuoteKind = "indirect"
	Mixed    QuoteKind = "mixed"
)

// A Quote is something that somebody said. Its evidence spans source, cue and words.
type Quote struct {
	Words   []Span // what was said, in order; more than one where cue and source interrupt it
	Cue     Span   // "said", "according to"; empty where none stands there
	Kind    QuoteKind
	Speaker Person
	Via     string // the outlet or agency cited beside the speaker: "Interfax"
	Evidence
}

// Content is the span from the first of the quote's words to the last.
func (q *Quote) Content() Span {
	if len(q.Words) == 0 {
		return Span{}
	}
	return Span{q.Words[0].Part, q.Words[0].Start, q.Words[len(q.Words)-1].End}
}
