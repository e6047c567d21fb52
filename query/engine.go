package query

import (
	"context"

	"dateline/corpus"
)

// An Engine says which articles a question is true of, in what order, and how many there are. It is handed planned
// nodes: every Value has its Keys, every name and date is resolved. Any number of goroutines may use one Engine.
type Engine interface {
	// Find evaluates n. Scores and totals are exact: the score is the sum of BM25 over text nodes and fields (see
	// Weight), with document frequencies and average lengths of live articles. The order is total: by w.Sort, then
	// newest first, then ID.
	Find(ctx context.Context, n Node, w Window) (Found, error)
	// Articles gives stored articles in the order of ids. An id that the engine does not hold leaves a nil.
	Articles(ctx context.Context, ids []corpus.ID) ([]*corpus.Article, error)
	// Members gives the IDs of a story's articles, the lead first, then earliest first.
	Members(ctx context.Context, s corpus.Story) ([]corpus.ID, error)
	// IDs gives the ids that begin with prefix, in order, at most limit of them.
	IDs(ctx context.Context, prefix string, limit int) ([]corpus.ID, error)
	// Terms gives the terms of a field that p matches, with the number of live articles that have each, in the
	// order of the terms, at most limit (0: all).
	Terms(ctx context.Context, field string, p Pattern, limit int) ([]Count, error)
	// Facet counts the values of a keyword field among the articles that n is true of: by articles and by stories,
	// in the order of the values.
	Facet(ctx context.Context, n Node, field string) ([]Count, error)
	// Stats says what the engine holds. It may give everybody the same maps and lists.
	Stats(ctx context.Context) (Stats, error)
}

// A Window says which of the found articles are wanted. The zero Window wants only totals.
type Window struct {
	Sort   Sort
	Offset int
	Size   int // how many hits; negative means all
	// Stories wants one hit a story: the lead where it is found, else the earliest found copy; but the copy with the best
	// score where that is more than BestCopy times the lead's, unless they are sorted by time.
	Stories bool
	Matches bool // count matches too, which costs reading positions
	// Hints make hits better without finding any: each that is true of a hit adds its score.
	Hints []Node
	// Near is how many of the best hits, hints counted, gain by their Nearness. It takes reading positions, which is too
	// much to ask of all.
	Near int
}

// BestCopy is how much better than its lead a copy must be to be shown for the story: so much that it has words that the
// lead has not, or has them in its headline, and isn't only shorter. From 1.02 to 1.1 does nearly as well.
const BestCopy = 1.05

// A Sort is an order of hits.
type Sort string

// The orders.
const (
	ByRelevance Sort = "relevance"
	ByNewest    Sort = "newest" // by Latest, undated last
	ByOldest    Sort = "oldest" // by Earliest, undated last
)

// Found is an answer to a question.
type Found struct {
	Hits     []Scored
	Articles int // all that the question is true of
	Stories  int // the stories among them
	Matches  int // marked spans in all of them, where asked for
}

// Scored is one found article.
type Scored struct {
	ID     corpus.ID
	Story  corpus.Story
	Score  float64
	Copies int // found articles of its story, itself among them
	// Matches are the marked spans in it, where asked for.
	Matches int
}

// A Pattern asks for terms of a field. The zero Pattern asks for all.
type Pattern struct {
	Text  string
	Match Match // Exact, Prefix, Wildcard, Fuzzy or Regexp
	Edits int
}

// A Count is a term or value, and how many have it.
type Count struct {
	Value    string `json:"value"`
	Articles int    `json:"articles"`
	Stories  int    `json:"stories,omitempty"` // 0 where not asked for
}

// Stats says what an engine holds.
type Stats struct {
	Articles  int               `json:"articles"`
	Stories   int               `json:"stories"`
	Undated   int               `json:"undated"`
	First     string            `json:"first,omitempty"` // the earliest and latest local day, "" where all are undated
	Last      string            `json:"last,omitempty"`
	Languages []Count           `json:"languages"`         // stemmers in use
	Terms     map[string]int    `json:"terms"`             // distinct terms a text field
	Bytes     int64             `json:"bytes"`             // on disk
	Details   map[string]string `json:"details,omitempty"` // what only this kind of engine can say: "generation", "segments"
}
