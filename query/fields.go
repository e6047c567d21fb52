package query

import (
	"fmt"
	"slices"
)

// A kind says what a field's values are.
type kind uint8

const (
	textField kind = iota
	valueField
	dateField
	aroundField
	quoteField
	regionField
)

// A field is a name that the language knows before a colon.
type field struct {
	name string // the canonical name
	kind kind
}

// fields is the one list of names and other names of fields.
var fields = map[string]field{
	"title": {"title", textField}, "intitle": {"title", textField}, "headline": {"title", textField},
	"lead": {"lead", textField}, "body": {"body", textField}, "intext": {"body", textField},
	"outlet": {"outlet", valueField}, "source": {"outlet", valueField},
	"author": {"author", valueField}, "by": {"author", valueField}, "byline": {"author", valueField},
	"url": {"url", valueField}, "site": {"url", valueField},
	"language": {"language", valueField}, "lang": {"language", valueField},
	"wire": {"wire", valueField}, "section": {"section", valueField},
	"id": {"id", valueField}, "path": {"path", valueField}, "tag": {"tag", valueField},
	"speaker": {"speaker", valueField}, "role": {"role", valueField}, "person": {"person", valueField},
	"location": {"location", valueField}, "place": {"location", valueField},
	"filed": {"filed", valueField}, "about": {"about", valueField},
	"quote": {"quote", quoteField}, "in": {"in", regionField}, "near": {"near", aroundField},
	"date": {"date", dateField}, "on": {"on", dateField}, "after": {"after", dateField},
	"since": {"after", dateField}, "from": {"after", dateField}, "before": {"before", dateField},
	"until": {"until", dateField}, "to": {"until", dateField},
}

// Fields gives the canonical names of the fields, in order.
func Fields() []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// A FieldError says that a query names a field that there is not.
type FieldError struct {
	Name    string // as typed
	Nearest string
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("there is no field %s: (did you mean %s:?)", e.Name, e.Nearest)
}

// misspelt finds the field that a name is within two letters of. Short names want more likeness, for "we:" is no
// misspelt "by:".
func misspelt(name string) (nearest string, ok bool) {
	limit := 2
	switch n := len(name); {
	case n <= 2:
		return "", false
	case n <= 4:
		limit = 1
	}
	best := limit + 1
	for f := range fields {
		d := distance([]rune(name), []rune(f), limit)
		if d < best || d == best && d <= limit && f < nearest {
			best, nearest = d, f
		}
	}
	return nearest, best <= limit && len(nearest) > 2
}
