package query

import "dateline/corpus"

// A Request is a question with all that was asked around it. Its zero value but Query is good. It is the JSON request
// too.
type Request struct {
	Query    string    `json:"query"`
	From     string    `json:"from,omitempty"` // partial dates or date words, as typed
	To       string    `json:"to,omitempty"`
	On       string    `json:"on,omitempty"`
	Speaker  []string  `json:"speaker,omitempty"`
	Location []string  `json:"location,omitempty"`
	Dates    Certainty `json:"dates,omitempty"`
	DayFirst *bool     `json:"day_first,omitempty"` // how to read 1/5/2016: nil refuses it
	Any      bool      `json:"any,omitempty"`       // plain words as ranked alternatives
	Sort     Sort      `json:"sort,omitempty"`
	Offset   int       `json:"offset,omitempty"`
	Size     int       `json:"size,omitempty"`     // 0 means 10, negative all
	Articles bool      `json:"articles,omitempty"` // a hit an article, not a story
	Snippets int       `json:"snippets,omitempty"` // a hit; 0 means 3, negative none
}

// A Page is an answer, ready to be shown. It is the JSON answer too: front ends add nothing but looks.
type Page struct {
	Query     string   `json:"query"`          // as understood, in the query language
	From      string   `json:"from,omitempty"` // the resolved interval, inclusive days
	To        string   `json:"to,omitempty"`
	Hits      []Hit    `json:"hits"`
	Matches   int      `json:"matches"`
	Articles  int      `json:"articles"`
	Stories   int      `json:"stories"`
	Shown     int      `json:"-"`               // how many hits it has
	Undecided int      `json:"undecided"`       // articles that a date filter could not decide
	Notes     []string `json:"notes,omitempty"` // how odd input was read
	Help      *Help    `json:"help,omitempty"`  // why nothing was found
}

// A Hit is one found article with what is to be shown of it.
type Hit struct {
	Rank     int             `json:"rank"` // from 1
	Score    float64         `json:"score"`
	Copies   int             `json:"copies"`
	Article  *corpus.Article `json:"-"`
	Title    []Run           `json:"title"`
	Snippets []Snippet       `json:"snippets"`
	Marks    []Mark          `json:"marks"` // every match, in order
}

// A Mark is one match: bytes of the article's title or body.
type Mark struct {
	Part       corpus.Part `json:"part"` // PartTitle or PartBody
	Start, End int         `json:"-"`
}

// A Snippet is a piece of an article's body, cut at sentences where they fit.
type Snippet struct {
	Runs       []Run  `json:"runs"`
	Start, End int    `json:"-"`          // bytes of Body that the runs join to
	CutBefore  bool   `json:"cut_before"` // text of its sentence was left out before it
	CutAfter   bool   `json:"cut_after"`
	Speaker    string `json:"speaker,omitempty"` // whose quote the first match stands in
}

// A Run is a piece of text that is either all match or all not. Renderers loop over runs and cannot miscount.
type Run struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit,omitempty"`
}

// Help says why a question found nothing.
type Help struct {
	Empty   bool       `json:"empty,omitempty"` // there are no articles at all
	Terms   []TermHelp `json:"terms,omitempty"`
	Filters []Dropped  `json:"filters,omitempty"`
}

// Dropped is a part of the question and how many articles there are without it.
type Dropped struct {
	Without  string `json:"without"`
	Articles int    `json:"articles"`
}

// TermHelp is one term's own count, and where that is none what finds something: the nearest spelling, or the same as a
// name.
type TermHelp struct {
	Term     string `json:"term"`
	Articles int    `json:"articles"`
	Quotes   int    `json:"quotes,omitempty"` // of a speaker
	Nearest  string `json:"nearest,omitempty"`
	Name     string `json:"name,omitempty"`  // "person:lavrov"
	Named    int    `json:"named,omitempty"` // the articles that Name finds
}
