package extract

import (
	"strings"

	"dateline/corpus/dates"
)

// mostStamps is how many dates of a page are looked at: dates are compared with each other.
const mostStamps = 200

// page reads the dates that a page shows beside its text, template included: a line that says hardly anything but a
// day is its stamp, the more so where it says "published" or stands below the title. What the mark-up calls a date may
// be a sidebar's: it has to stand by the title too, where any date does.
func (s *dateSearch) page() {
	stated, stamps := len(s.found), 0
	s.t.eachPageLine(func(l pageLine) bool {
		if l.behind == 0 {
			s.aboveTitle(l, stated)
		}
		if len(l.text) > 5 && mayDate(l.text) {
			stamps = s.pageDates(l, stated, stamps)
		}
		return stamps < mostStamps
	})
	s.dropSidebars(stated)
}

// pageDates reads the dates of a line. It tells how many have been seen on the page.
func (s *dateSearch) pageDates(l pageLine, stated, before int) int {
	for _, st := range dates.Scan(l.text, s.dayFirst) {
		if st.Year == 0 {
			continue
		}
		s.add(st, l.part, l.from, "date/page", s.pageTrust(l, st, before))
		if len(l.text)-(st.End-st.Start) < 40 {
			s.found[len(s.found)-1].line = l.number
		}
		before++
		if st.Day != 0 && l.behind < nearTitle && len(l.text) < 160 {
			s.confirm(st, stated)
		}
	}
	return before
}

// aboveTitle trusts more the days that stand right above a title, which many sites set there.
func (s *dateSearch) aboveTitle(l pageLine, stated int) {
	const above = 3
	for i := stated; i < len(s.found); i++ {
		c := &s.found[i]
		if c.line == 0 || c.line < l.number-above || c.Day == 0 {
			continue
		}
		c.trust = min(.88, c.trust+.2)
		c.line = 0
		s.confirm(c.Stamp, stated)
	}
}

// confirm notes that a day of the mark-up, one of the first so many candidates, stands by the title.
func (s *dateSearch) confirm(st dates.Stamp, first int) {
	s.byTitle = true
	for i := range s.found[:first] {
		if c := &s.found[i]; c.Year == st.Year && c.Month == st.Month && c.Day == st.Day {
			c.seen = true
		}
	}
}

// dropSidebars trusts less what the mark-up of a page calls a date and does not stand by the title.
func (s *dateSearch) dropSidebars(first int) {
	for i := range s.found[:first] {
		c := &s.found[i]
		if !strings.HasPrefix(c.rule, "date/class:") && !strings.HasPrefix(c.rule, "date/time") {
			continue
		}
		switch {
		case c.seen:
			c.trust = min(.9, c.trust+.06)
		case s.byTitle:
			c.trust -= .2
		}
	}
}

// othersDates stand before days that are a member's, an event's or a deadline's.
var othersDates = []string{"joined", "member since", "registered", "registriert", "mitglied seit", "dabei seit", "beigetreten", "inscrit", "membre depuis", "miembro desde", "registrado", "iscritto", "geregistreerd", "lid sinds", "зарегистрирован", "valid until", "gültig bis", "born", "geboren"}

// pageTrust weighs a date by its line: what else stands there, what stands before it, how far below the title it is.
func (s *dateSearch) pageTrust(l pageLine, st dates.Stamp, before int) float32 {
	trust := float32(.4) - min(.1, .01*float32(before))
	beside := len(l.text) - (st.End - st.Start)
	label := strings.ToLower(l.text[max(0, st.Start-30):st.Start])
	if st.Start < 4 && len(l.before) < 30 {
		label = strings.ToLower(l.before) // "Published on:" on a line of its own
	}
	switch {
	case beside < 12:
		trust += .14
	case beside < 40:
		trust += .1
	case beside > 160:
		trust -= .08
	}
	published := publishedBehind(label) || dateLabels[strings.Trim(label, ": ")]
	switch {
	case published:
		trust += .25
	case s.modified(label) > 0:
		trust += .05
	case hasAny(label, othersDates...):
		trust -= .25
	case strings.Contains(label, "©") || strings.Contains(label, "copyright"):
		trust -= .15
	}
	if l.behind < nearTitle {
		trust += .15 - .01*float32(l.behind)
		if beside < 60 && s.modified(label) == 0 {
			trust += .15
		}
	}
	if published && l.behind < far && beside < 60 {
		return min(trust, .93)
	}
	return min(trust, .88)
}
