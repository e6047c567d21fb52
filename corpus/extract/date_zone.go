package extract

import (
	"time"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// localize moves instants in universal time to the outlet's own calendar, where the page tells it: an evening in Denver is
// the next day in Greenwich, and the day that the paper prints counts.
func (s *dateSearch) localize() {
	minutes, known := s.siteZone()
	for i := range s.found {
		c := &s.found[i]
		if c.Year == 0 || c.Day == 0 || !c.HasClock || c.Zone != time.UTC {
			continue
		}
		switch east := minutes; {
		case known || s.sameClock(c, &east):
			c.move(east)
		case c.Clock%time.Hour == 0 && centralEuropean[s.t.Language] && s.midnight(c, &east):
			c.move(east)
		}
	}
}

// siteZone is the offset that a date of the page states, where all agree but those in universal time. A site may give two
// in a year, for summer and winter: then none is known.
func (s *dateSearch) siteZone() (minutes int, known bool) {
	for _, c := range s.found {
		if c.Zone == nil || c.Year == 0 || c.part == "" {
			continue
		}
		_, seconds := c.Local().Zone()
		if seconds == 0 {
			continue
		}
		if known && minutes != seconds/60 {
			return 0, false
		}
		minutes, known = seconds/60, true
	}
	return minutes, known
}

// sameClock looks for the same moment written on the page without a zone: its minutes agree, its hours differ by the
// zone's.
func (s *dateSearch) sameClock(c *dated, minutes *int) bool {
	for _, o := range s.found {
		if o.Year == 0 || o.Day == 0 || !o.HasClock || o.Zone != nil || (o.Clock-c.Clock)%time.Hour/time.Minute != 0 {
			continue
		}
		there := time.Date(o.Year, time.Month(o.Month), o.Day, 0, 0, 0, 0, time.UTC).Add(o.Clock.Truncate(time.Minute))
		east := there.Sub(c.Local().Truncate(time.Minute))
		if east%time.Hour == 0 && east >= -12*time.Hour && east <= 14*time.Hour {
			*minutes = int(east / time.Minute)
			return true
		}
	}
	return false
}

// midnight reads 22:00 and 23:00 universal time, sharp, as what they are in the pages of Central Europe: a day without an
// hour, written by a program.
func (s *dateSearch) midnight(c *dated, minutes *int) bool {
	east := 24*time.Hour - c.Clock
	summer := c.Month > 3 && c.Month < 10
	if east != time.Hour && east != 2*time.Hour || c.Month != 3 && c.Month != 10 && summer != (east == 2*time.Hour) {
		return false
	}
	*minutes = int(east / time.Minute)
	return true
}

var centralEuropean = set("de", "fr", "it", "es", "nl", "pl", "cs", "sk", "sv", "da", "no", "hu", "hr", "ca")

// move tells the same instant in a zone so many minutes east.
func (c *dated) move(minutes int) {
	t := c.Local().In(dates.Zone("", minutes))
	c.Year, c.Day, c.Zone = t.Year(), t.Day(), t.Location()
	c.Month = int(t.Month())
	c.Clock = time.Duration(t.Hour()*3600+t.Minute()*60+t.Second()) * time.Second
}

// printed prefers the day in the address, or the one that the page shows by its title, to an instant in universal time
// beside it: sites file a story under their own day.
func printed(ds []corpus.Date, top int) int {
	d := ds[top]
	if _, offset := d.Earliest.Zone(); d.Precision != corpus.Instant || offset != 0 {
		return top
	}
	best := top
	for i, o := range ds {
		if o.Precision != corpus.Day || !written[o.Rule] {
			continue
		}
		switch days, hour := dates.DayOf(o.Earliest).Sub(dates.DayOf(d.Earliest))/(24*time.Hour), d.Earliest.Hour(); {
		case days == 0:
			return top
		case best == top && o.Trust >= shownEnough && (days == -1 && hour < 10 || days == 1 && hour >= 14):
			best = i
		}
	}
	return best
}

// written are the rules whose dates are written for readers, without a zone.
var written = set("date/address", "date/header line", "date/page")

// shownEnough is the least trust of a date that a page shows as its own.
const shownEnough = .65
