package dates

import (
	"time"

	"dateline/corpus"
)

// Local is the first moment of what a stamp says, in its zone, in UTC where it states none.
func (st *Stamp) Local() time.Time {
	loc := st.Zone
	if loc == nil {
		loc = time.UTC
	}
	t := time.Date(st.Year, time.Month(max(st.Month, 1)), max(st.Day, 1), 0, 0, 0, 0, loc)
	if st.HasClock && st.Zone != nil {
		t = t.Add(st.Clock)
	}
	return t
}

// Interval makes a date of a stamp that has a year. A time of day without a zone is no instant: its day is all that is
// sure. Where day and month could change places and nothing settles it, both days and all between are possible.
func (st *Stamp) Interval(settled bool) corpus.Date {
	from := st.Local()
	d := corpus.Date{Earliest: from, Latest: from, Precision: corpus.Instant}
	switch {
	case st.Month == 0:
		d.Latest, d.Precision = from.AddDate(1, 0, 0).Add(-time.Nanosecond), corpus.Year
	case st.Day == 0:
		d.Latest, d.Precision = from.AddDate(0, 1, 0).Add(-time.Nanosecond), corpus.Month
	case st.Swapped && !settled:
		other := *st
		other.Day, other.Month = st.Month, st.Day
		d.Earliest, d.Latest = DayOf(from), DayOf(other.Local())
		if d.Latest.Before(d.Earliest) {
			d.Earliest, d.Latest = d.Latest, d.Earliest
		}
		d.Latest, d.Precision = d.Latest.AddDate(0, 0, 1).Add(-time.Nanosecond), corpus.Month
	case !st.HasClock || st.Zone == nil:
		d.Latest, d.Precision = from.AddDate(0, 0, 1).Add(-time.Nanosecond), corpus.Day
	}
	return d
}

// DayOf is the first moment of the day that t is in, in its own zone.
func DayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}
