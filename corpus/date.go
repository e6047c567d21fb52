package corpus

import "time"

// A Precision says how much of a date is known.
type Precision string

// From nothing to the second.
const (
	None    Precision = ""
	Year    Precision = "year"
	Month   Precision = "month"
	Day     Precision = "day"
	Instant Precision = "instant"
)

// A Date is the interval in which an article was published, both ends inclusive, in the article's own zone: its local
// calendar day is Earliest's and is never shifted. Where no zone is known both are in UTC and Precision is at most
// Day. The zero Date is undated.
type Date struct {
	Earliest, Latest time.Time
	Precision        Precision
	Evidence
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.Precision == None }

// Days gives the first and last local calendar day as "2016-05-25". Both are "" for an undated article.
func (d Date) Days() (first, last string) {
	if d.IsZero() {
		return "", ""
	}
	return d.Earliest.Format(time.DateOnly), d.Latest.Format(time.DateOnly)
}
