package extract

import (
	"time"

	"dateline/corpus"
)

// local is the first moment of what a stamp says, in its zone, in UTC where it states none.
func (st *stamp) local() time.Time {
	loc := st.zone
	if loc == nil {
		loc = time.UTC
	}
	t := time.Date(st.year, time.Month(max(st.month, 1)), max(st.day, 1), 0, 0, 0, 0, loc)
	if st.hasClock && st.zone != nil {
		t = t.Add(st.clock)
	}
	return t
}

// interval makes a date of a stamp that has a year. A time of day without a zone is no instant: its day is all that is
// sure. Where day and month could change places and nothing settles it, both days and all between are possible.
func (st *stamp) interval(settled bool) corpus.Date {
	from := st.local()
	d := corpus.Date{Earliest: from, Latest: from, Precision: corpus.Instant}
	switch {
	case st.month == 0:
		d.Latest, d.Precision = from.AddDate(1, 0, 0).Add(-time.Nanosecond), corpus.Year
	case st.day == 0:
		d.Latest, d.Precision = from.AddDate(0, 1, 0).Add(-time.Nanosecond), corpus.Month
	case st.swapped && !settled:
		other := *st
		other.day, other.month = st.month, st.day
		d.Earliest, d.Latest = dayOf(from), dayOf(other.local())
		if d.Latest.Before(d.Earliest) {
			d.Earliest, d.Latest = d.Latest, d.Earliest
		}
		d.Latest, d.Precision = d.Latest.AddDate(0, 0, 1).Add(-time.Nanosecond), corpus.Month
	case !st.hasClock || st.zone == nil:
		d.Latest, d.Precision = from.AddDate(0, 0, 1).Add(-time.Nanosecond), corpus.Day
	}
	return d
}

func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}
