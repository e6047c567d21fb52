package extract

import (
	"strings"
	"time"

	"dateline/corpus"
)

// settle alone decides between candidates. It tells reject, unless that is nil, what it did not choose and why.
func settle(t *Text, f *Facts, reject func(Rejected)) *corpus.Article {
	a := &corpus.Article{
		Key: t.Draft.Key, Part: t.Part, Source: t.Draft.Source,
		Filed: f.Filed, Places: f.Places, People: f.People, Quotes: f.Quotes,
	}
	a.Body, a.Kept = join(t.Draft.Text, t.Body)
	a.Title = best("title", f.Titles, reject)
	a.Outlet = best("outlet", f.Outlets, reject)
	a.Wire = best("wire", f.Wires, reject)
	a.URL = best("url", f.URLs, reject)
	a.Language = best("language", f.Languages, reject)
	a.Section = best("section", f.Sections, reject)
	a.Author = bestByline(f.Authors, reject)
	a.Published = bestDate(t, f.Dates, reject)
	if tags := t.Draft.Meta[corpus.MetaTags]; tags != "" {
		a.Tags = strings.Split(tags, "\n")
	}
	return a
}

// join makes the body of its pieces and tells where in it each stands.
func join(raw string, pieces []corpus.Piece) (string, []corpus.Piece) {
	if len(pieces) == 1 {
		p := pieces[0]
		return raw[p.Text : p.Text+p.Len], []corpus.Piece{{Text: p.Text, Len: p.Len}}
	}
	var b strings.Builder
	kept := make([]corpus.Piece, len(pieces))
	for i, p := range pieces {
		kept[i] = corpus.Piece{Text: p.Text, Body: b.Len(), Len: p.Len}
		b.WriteString(raw[p.Text : p.Text+p.Len])
	}
	return b.String(), kept
}

const lessTrusted = "another was trusted more"

// best is the value most trusted, of equals the first.
func best(field string, vs []corpus.Value, reject func(Rejected)) corpus.Value {
	if len(vs) == 0 {
		return corpus.Value{}
	}
	top := 0
	for i, v := range vs {
		if v.Trust > vs[top].Trust {
			top = i
		}
	}
	for i, v := range vs {
		if reject != nil && i != top {
			reject(Rejected{field, v.Text, lessTrusted, v.Evidence})
		}
	}
	return vs[top]
}

// bestByline is the byline most trusted, of equals the first.
func bestByline(bylines [][]corpus.Value, reject func(Rejected)) []corpus.Value {
	top := -1
	for i, b := range bylines {
		if len(b) > 0 && (top < 0 || b[0].Trust > bylines[top][0].Trust) {
			top = i
		}
	}
	if top < 0 {
		return nil
	}
	for i, b := range bylines {
		for _, v := range b {
			if reject != nil && i != top {
				reject(Rejected{"author", v.Text, lessTrusted, v.Evidence})
			}
		}
	}
	return bylines[top]
}

// bestDate is the date most trusted, of equals the first. A date that another source states too gains by it, one
// later than the crawl is refused, and of two that say the same day the one with the hour is kept.
func bestDate(t *Text, ds []corpus.Date, reject func(Rejected)) corpus.Date {
	crawled := crawl(t.Draft.Meta[corpus.MetaCrawled])
	top, most := -1, float32(0)
	for i, d := range ds {
		if !crawled.IsZero() && d.Earliest.After(crawled) {
			continue
		}
		if w := d.Trust + agreement(ds, i); top < 0 || w > most {
			top, most = i, w
		}
	}
	for i, d := range ds {
		if reject != nil && i != top {
			reject(rejectedDate(d, crawled))
		}
	}
	if top < 0 {
		return corpus.Date{}
	}
	d := ds[top]
	d.Trust = min(.99, max(d.Trust, most))
	return d
}

// agreement is what a date gains by the others: they were found by other rules, so they rarely err together.
func agreement(ds []corpus.Date, i int) float32 {
	var gain float32
	first, last := ds[i].Days()
	if first != last {
		return 0
	}
	for j, o := range ds {
		if a, b := o.Days(); j != i && o.Rule != ds[i].Rule && a == first && b == last {
			gain = max(gain, o.Trust*.08)
		}
	}
	return gain
}

// crawl is the last moment at which a text that was fetched then can have been published, a day allowed for zones.
func crawl(v string) time.Time {
	for _, st := range scan(v, true) {
		if st.year != 0 && st.day != 0 {
			return st.interval(true).Latest.AddDate(0, 0, 1)
		}
	}
	return time.Time{}
}

func rejectedDate(d corpus.Date, crawled time.Time) Rejected {
	first, last := d.Days()
	if last != first {
		first += ".." + last
	}
	r := Rejected{"date", first, lessTrusted, d.Evidence}
	if !crawled.IsZero() && d.Earliest.After(crawled) {
		r.Why = "later than the day it was fetched"
	}
	return r
}
