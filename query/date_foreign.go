package query

import (
	"strings"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-dateparser/date"
)

// foreign reads the date words of other languages, about two hundred of them.
func (r *dateReader) foreign(s string) (days, error) {
	order := "DMY"
	if r.dayFirst != nil && !*r.dayFirst {
		order = "MDY"
	}
	parser := dateparser.Parser{ParserTypes: []dateparser.ParserType{dateparser.RelativeTime, dateparser.AbsoluteTime}}
	got, err := parser.Parse(&dateparser.Configuration{
		CurrentTime:         r.now,
		PreferredDateSource: dateparser.Past,
		DateOrder:           func(string) string { return order },
	}, strings.TrimSpace(s))
	if err != nil || got.IsZero() {
		return days{}, &DateError{s}
	}
	switch t := got.Time; got.Period {
	case date.Month:
		return aMonth(t), nil
	case date.Year:
		return aYear(t.Year()), nil
	default:
		return aDay(t), nil
	}
}
