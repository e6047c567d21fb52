package extract

import (
	"strings"
	"time"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// A dated is a candidate for the day of publication, before a missing year is filled in.
type dated struct {
	dates.Stamp
	part  corpus.Part
	rule  string
	trust float32
	seen  bool // stands by the page's title too
	line  int  // of the page's lines with text, where it says little else; else 0
}

// A dateSearch collects the candidates of one text.
type dateSearch struct {
	t          *Text
	found      []dated
	dayFirst   bool // what "1/5/2016" says here
	settled    bool // the language, the outlet or another date say so
	sure       float32
	crawled    time.Time
	siteDomain string
	byTitle    bool // a day stands by the page's title
}

// sureEnough is the trust at which dates in running text are not looked for any more.
const sureEnough = .8

// findDates proposes days of publication: from metadata, the address, the lines around the body, the dateline the path
// and the page around the text, and only where none of these is sure, from the text.
func findDates(t *Text, f *Facts) {
	s := &dateSearch{t: t}
	s.customs(f.URLs)
	s.meta()
	for _, u := range f.URLs {
		s.address(u.Text, u.Span, u.Trust)
	}
	s.headerLines()
	s.dateline()
	s.footerLines()
	s.rights()
	s.path()
	s.completeYears(.82)
	s.page()
	if s.sure < sureEnough {
		s.runningText()
		s.completeYears(.4) // the years that a text speaks of are seldom its own
	}
	s.localize()
	s.propose(f)
}

// add keeps the stamps found in part at an offset.
func (s *dateSearch) add(st dates.Stamp, part corpus.Part, at int, rule string, trust float32) {
	st.Start += at
	st.End += at
	if st.Year == 0 && (st.Month == 0 || st.Day == 0) {
		return
	}
	if st.Short {
		trust -= .1
	}
	switch {
	case st.Year == 1970 && st.Month == 1 && st.Day <= 1: // an unset clock
		trust = .02
	case st.Month == 0:
		trust *= .5
	case st.Day == 0:
		trust *= .6
	}
	if st.Year != 0 && st.Day != 0 && trust > s.sure {
		s.sure = trust
	}
	s.found = append(s.found, dated{Stamp: st, part: part, rule: rule, trust: trust})
}

// propose turns candidates into facts.
func (s *dateSearch) propose(f *Facts) {
	for _, c := range s.found {
		if c.Year == 0 {
			continue
		}
		d := c.Interval(s.settled)
		d.Evidence = corpus.Evidence{Span: corpus.Span{Part: c.part, Start: c.Start, End: c.End}, Rule: c.rule, Trust: c.trust}
		if c.part == "" {
			d.Span = corpus.Span{}
		}
		f.Dates = append(f.Dates, d)
	}
}

// headerLines reads the lines between title and body, the addresses excepted.
func (s *dateSearch) headerLines() {
	for n, h := range s.t.Header {
		line := s.t.words(h)
		if n > 0 && n < len(s.t.Header) && strings.Contains(line, "://") || h.Start <= s.t.Headline.Start && s.t.Headline.End <= h.End {
			continue
		}
		trust := float32(.95)
		for _, st := range dates.Scan(line, s.dayFirst) {
			if st.Year == 0 {
				trust -= .1
			}
			s.add(st, s.t.Part, h.Start, "date/header line", trust-s.modified(line[:st.Start]))
			trust -= .1
		}
	}
}

// modified tells what a date loses by the words before it: a page's later state is not its publication.
func (s *dateSearch) modified(before string) float32 {
	if len(before) > 60 {
		before = before[len(before)-60:]
	}
	low := strings.ToLower(before)
	for _, w := range modifiedWords {
		if i := strings.LastIndex(low, w); i >= 0 && !publishedBehind(low[i:]) {
			return .25
		}
	}
	return 0
}

var modifiedWords = []string{"updated", "update", "modified", "edited", "revised", "aktualisiert", "geändert", "stand:", "mis à jour", "mise à jour", "modifié", "actualizado", "modificado", "aggiornato", "atualizado", "bijgewerkt", "обновлено", "изменено", "güncelleme"}

func publishedBehind(s string) bool {
	for _, w := range publishedWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var publishedWords = []string{"published", "posted", "publish date", "publication date", "veröffentlicht", "erschienen", "erstellt", "publié", "publiée", "posté", "paru", "publicado", "publicada", "pubblicato", "pubblicata", "gepubliceerd", "geplaatst", "опубликовано", "опубликован", "дата публикации", "yayın", "first published", "date de publication"}

// dateline reads the day of the dateline, or of what looks like one: "BEIRUT, Feb 26 (Reuters) -".
func (s *dateSearch) dateline() {
	d := s.t.Dateline.Date
	if d.Len() == 0 {
		d = s.openingDate()
	}
	if d.Len() == 0 {
		return
	}
	for _, st := range dates.Scan(s.t.words(d), s.dayFirst) {
		s.add(st, s.t.Part, d.Start, "date/dateline", .9)
		return
	}
}

// openingDate spans the day that opens the body, a mark behind it: "27.1.2022 - The …", "31. Oktober 2023. Die …".
func (s *dateSearch) openingDate() corpus.Span {
	start := s.t.BodyStart()
	head := s.t.Draft.Text[start:min(len(s.t.Draft.Text), start+60)]
	if !mayDate(head[:min(len(head), 24)]) {
		return corpus.Span{}
	}
	stamps := dates.Scan(head, s.dayFirst)
	if len(stamps) == 0 {
		return corpus.Span{}
	}
	st := stamps[0]
	if st.Start > 12 || timeWords[strings.ToLower(strings.Trim(head[:st.Start], " ,("))] || st.Year == 0 || st.Day == 0 || strings.IndexAny(head[st.End:]+" ", ".:-–—/|)\n") > 1 {
		return corpus.Span{}
	}
	return s.t.span(start+st.Start, start+st.End)
}

// timeWords before a date make it a sentence's: "Am 22. Oktober 2019 erscheint …".
var timeWords = set("on", "in", "since", "until", "by", "from", "am", "im", "seit", "ab", "vom", "bis", "zum", "le", "depuis", "el", "desde", "il", "dal", "op", "sinds", "em", "w", "od", "с", "в")

// footerLines reads the lines behind the body; a date stuck to the repeated title is the page's own stamp.
func (s *dateSearch) footerLines() {
	for _, h := range s.t.Footer {
		line := s.t.words(h)
		trust, rule := s.footerTrust(), "date/footer line"
		if strings.HasPrefix(line, s.t.headline()) && s.t.headline() != "" {
			trust, rule = .9, "date/repeated title"
		}
		for _, st := range dates.Scan(line[min(len(line), s.titleLen(rule)):], s.dayFirst) {
			s.add(st, s.t.Part, h.Start+s.titleLen(rule), rule, trust-s.modified(line[:st.Start]))
		}
	}
}

// rights reads the last year of notices such as "© 2010-2016": it dates nothing, but may complete a day without a year.
func (s *dateSearch) rights() {
	const trust = .3
	for _, r := range s.t.Residue {
		line := s.t.words(r)
		if !hasAny(strings.ToLower(line), "©", "copyright", "(c)") {
			continue
		}
		var year dates.Atom
		for i := 0; i < len(line); i++ {
			if a := dates.Number(line, i); a.Digits > 0 {
				i = a.End
				if a.Digits == 4 && a.Value > 1900 && a.Value < 2100 {
					year = a
				}
			}
		}
		if year.Digits > 0 {
			s.add(dates.Stamp{Start: year.Start, End: year.End, Year: year.Value, Numeric: true}, s.t.Part, r.Start, "date/rights", trust)
		}
	}
}

// footerTrust is less where several lines have dates, and in pages: those are lists of other articles.
func (s *dateSearch) footerTrust() float32 {
	if len(s.t.Footer) > 3 || s.t.Part == corpus.PartBody {
		return .55
	}
	return .86
}

func (s *dateSearch) titleLen(rule string) int {
	if rule == "date/repeated title" {
		return len(s.t.headline())
	}
	return 0
}

// runningText reads dates of the body and of residue. A day that a sentence names is an event's, unless the words before it
// say that it was published: alone it dates no article, see leastTrust.
func (s *dateSearch) runningText() {
	text := s.t.Draft.Text
	if len(text) > pageLimit {
		text = text[:pageLimit]
	}
	for i, st := range dates.Scan(text, s.dayFirst) {
		if st.Year == 0 {
			continue
		}
		trust := float32(.2)
		if publishedBehind(strings.ToLower(text[max(0, st.Start-25):st.Start])) {
			trust = .7
		}
		s.add(st, s.t.Part, 0, "date/running text", trust)
		if i > 50 {
			return
		}
	}
}

// pageLimit bounds what is read in search of a date, in bytes.
const pageLimit = 200 << 10
