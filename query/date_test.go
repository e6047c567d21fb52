package query

import (
	"testing"
	"time"
)

func TestReadDate(t *testing.T) {
	now := time.Date(2016, 6, 1, 15, 0, 0, 0, time.UTC)
	yes := true
	tests := []struct{ typed, from, to string }{
		{"2016-05", "2016-05-01", "2016-05-31"},
		{"last month", "2016-05-01", "2016-05-31"},
		{"easter 2018", "2018-04-01", "2018-04-01"},
		{"Good Friday 2016", "2016-03-25", "2016-03-25"},
		{"black friday 2010", "2010-11-26", "2010-11-26"},
		{"christmas", "2015-12-25", "2015-12-25"},
		{"New Year's Eve 1999", "1999-12-31", "1999-12-31"},
		{"2 weeks before May 13 1999", "1999-04-29", "1999-04-29"},
		{"10 days after 2016-02-20", "2016-03-01", "2016-03-01"},
		{"25 мая 2016", "2016-05-25", "2016-05-25"},
		{"2016年5月25日", "2016-05-25", "2016-05-25"},
		{"mercredi 25 mai 2016", "2016-05-25", "2016-05-25"},
		{"marzo de 2015", "2015-03-01", "2015-03-31"},
		{"año 2008", "2008-01-01", "2008-12-31"},
		{"1990s", "1990-01-01", "1999-12-31"},
		{"entre 2008 y 2011", "2008-01-01", "2011-12-31"},
		{"8:25 a.m. Dec. 12, 2014", "2014-12-12", "2014-12-12"},
	}
	for _, test := range tests {
		from, to, err := ReadDate(test.typed, now, &yes)
		if err != nil || from != test.from || to != test.to {
			t.Errorf("%q: %s..%s, %v; want %s..%s", test.typed, from, to, err, test.from, test.to)
		}
	}
	// What would be read only in part is refused.
	for _, typed := range []string{"feb 30 2019", "2014 tot en met 31 mei 12 2018", "the war", "palmsonntag 2019"} {
		if from, to, err := ReadDate(typed, now, &yes); err == nil {
			t.Errorf("%q is read as %s..%s", typed, from, to)
		}
	}
}
