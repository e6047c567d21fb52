package query

import "dateline/corpus/text"

// A Node is a question, or a part of one. The set of nodes is closed: engines evaluate them by a type switch.
// String prints the node in the query language so that Parse gives it back.
type Node interface {
	String() string
	node()
}

// The nodes that say which articles.
type (
	// All is true of every article: `*`.
	All struct{}
	// Nothing is true of no article: what a name that resolves to nothing is planned as.
	Nothing struct{ Why string }
	// And is true where all of its nodes are.
	And struct{ Nodes []Node }
	// Or is true where any of its nodes is.
	Or struct{ Nodes []Node }
	// Not is true where its node is not.
	Not struct{ Node Node }
	// Boost multiplies its node's score.
	Boost struct {
		Node Node
		By   float64
	}
	// Filter is true where its node is, and adds nothing to the score.
	Filter struct{ Node Node }
)

// The nodes that say where in a text. All but Term are made of such nodes only.
type (
	// Term is true where one word matches. In is the text field: "" for title and body, "title" or "body" (the planner
	// turns "lead" into a Within). The planner sets Keys for Stem, Surface and Exact: the index terms that it finds, as
	// one group of synonyms, and for Exact the folded word that candidates have, to be verified on the stored text; it
	// folds the Text of Prefix, Wildcard and Fuzzy, which engines expand over the surface forms of their dictionary.
	Term struct {
		In    string
		Text  string // as typed
		Match Match
		Edits int        // for Fuzzy: 1 or 2
		Keys  []text.Key // set by the planner
	}
	// Phrase is true where its terms stand one behind the other.
	Phrase struct {
		In    string
		Terms []Term
	}
	// Near is true where Left and Right stand in one field with at most Within words between them, or in one
	// sentence or paragraph; Ordered wants Left first. Its match spans both.
	Near struct {
		Left, Right Node
		Within      int // words between, for Unit Words
		Unit        Unit
		Ordered     bool
	}
	// AtLeast is true where its node matches N times or more.
	AtLeast struct {
		Node Node
		N    int
	}
	// Within is true where its node matches inside a region of the text.
	Within struct {
		Node   Node
		Region Region
	}
	// Said is true where one quote has a speaker that Speaker is true of and words that Words matches in it. A nil
	// Speaker means anyone, a nil Words anything.
	Said struct {
		Speaker *Value // of field "speaker"
		Words   Node
	}
)

// The nodes that ask a fact of the article.
type (
	// Value is true where a field has one of Keys, the terms that the planner made of Text. Keys stand in the field
	// that looks "x" up, "x.key", where the index has one; without Keys, Match compares Text with the terms of Field
	// itself.
	Value struct {
		Field string // the canonical name: "speaker", "location", "outlet"
		Text  string // as typed
		Keys  []string
		Match Match // Exact, Prefix or Wildcard, of Text, where Keys is nil
	}
	// Date is true where the article's published interval fits [From, To]. Days are local calendar days, inclusive.
	Date struct {
		From, To string // "2016-05-01"; "" for open
		Sure     Certainty
		Undated  bool   // `date:none`: true of undated articles only
		Rule     string // "after", "before", "until", "on" or "date" until the planner has resolved Text; then ""
		Text     string // as typed: "last month", "2016-05..2016-06"
	}
	// Around is true where a place of the article lies within Km of a point.
	Around struct {
		Lat, Lon, Km float64
		Text         string // as typed: "Raqqa,50km"
	}
)

// A Match says how a term's text finds words.
type Match uint8

// The ways to find a word.
const (
	Stem     Match = iota // any form of the word: the default
	Surface               // the folded word itself: inside phrases
	Exact                 // as written, case and accents kept
	Prefix                // bomb*
	Wildcard              // wom?n
	Fuzzy                 // lavrov~1
	Regexp                // /lavr[oe]v/
)

// A Unit is what Near counts in.
type Unit uint8

// Near counts words, or wants one sentence or paragraph.
const (
	Words Unit = iota
	Sentence
	Paragraph
)

// A Region is a part of a text that Within can ask for.
type Region string

// The regions.
const (
	InQuote     Region = "quote"
	InNarration Region = "narration"
	InLead      Region = "lead"
)

// A Certainty says how far an article's interval must lie inside the asked one.
type Certainty uint8

// Likely is the default: more than half of the article's interval lies inside.
const (
	Likely     Certainty = iota
	Sure                 // all of it
	AnyOverlap           // some of it, or undated
)

func (All) node()     {}
func (Nothing) node() {}
func (And) node()     {}
func (Or) node()      {}
func (Not) node()     {}
func (Boost) node()   {}
func (Filter) node()  {}
func (Term) node()    {}
func (Phrase) node()  {}
func (Near) node()    {}
func (AtLeast) node() {}
func (Within) node()  {}
func (Said) node()    {}
func (Value) node()   {}
func (Date) node()    {}
func (Around) node()  {}
