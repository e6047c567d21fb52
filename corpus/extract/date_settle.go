package extract

import (
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// leastTrust is the trust below which a date is no article's: better undated than dated by what a sentence speaks of.
const leastTrust = .25

// bestDate is the date most trusted, of equals the first. A date that other sources state too gains by it, and one later
// than the crawl is refused.
func bestDate(t *Text, ds []corpus.Date, reject func(Rejected)) corpus.Date {
	crawled := crawl(t.Draft.Meta[corpus.MetaCrawled])
	top, most := -1, float32(0)
	for i, d := range ds {
		if !crawled.IsZero() && d.Earliest.After(crawled) {
			continue
		}
		if w := d.Trust + agreement(ds, i); w >= leastTrust && w > most {
			top, most = i, w
		}
	}
	if top >= 0 {
		top = printed(ds, top)
	}
	for i, d := range ds {
		if reject != nil && i != top {
			reject(rejectedDate(d, crawled, top < 0))
		}
	}
	if top < 0 {
		return corpus.Date{}
	}
	d := ds[top]
	d.Trust = min(.99, max(d.Trust, most))
	return d
}

// agreement is what a date gains by others that say the same day: they come from other sources, so they rarely err
// together. The time of a change is no witness of a publication.
func agreement(ds []corpus.Date, i int) float32 {
	first, last := ds[i].Days()
	if first != last {
		return 0
	}
	var gain float32
	var seen [8]string
	own, n := sourceOf(ds[i].Rule), 0
	for j, o := range ds {
		from := sourceOf(o.Rule)
		if j == i || from == own || isChange(o.Rule) || n == len(seen) || contains(seen[:n], from) {
			continue
		}
		if a, b := o.Days(); a == first && b == last {
			gain += o.Trust * .04
			seen[n] = from
			n++
		}
	}
	return min(gain, .1)
}

// sourceOf tells rules that read the same thing twice: a day in the mark-up is the day that the page shows, and the
// several ways to say "date" in a page's head are filled in by one program.
func sourceOf(rule string) string {
	switch name, _, _ := strings.Cut(strings.TrimPrefix(rule, "date/"), ":"); name {
	case "page", "header line", "time", "class":
		return "shown"
	case "date", "name", "dc.date", "dcterms.date":
		return "dated"
	}
	return rule
}

func isChange(rule string) bool {
	return strings.Contains(rule, "modified") || strings.Contains(rule, "updated")
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// crawl is the last moment at which a text that was fetched then can have been published, a day allowed for zones.
func crawl(v string) time.Time {
	for _, st := range dates.Scan(v, true) {
		if st.Year != 0 && st.Day != 0 {
			return st.Interval(true).Latest.AddDate(0, 0, 1)
		}
	}
	return time.Time{}
}

func rejectedDate(d corpus.Date, crawled time.Time, undated bool) Rejected {
	first, last := d.Days()
	if last != first {
		first += ".." + last
	}
	r := Rejected{"date", first, lessTrusted, d.Evidence}
	switch {
	case !crawled.IsZero() && d.Earliest.After(crawled):
		r.Why = "later than the day it was fetched"
	case undated:
		r.Why = "too little speaks for it"
	}
	return r
}
