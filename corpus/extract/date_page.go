package extract

import (
	"strings"

	"dateline/corpus"
)

// page reads the dates that a page shows beside its text, template included: a line that says hardly anything but a
// day is its stamp, the more so where it says "published" or stands below the title.
func (s *dateSearch) page() {
	page := s.t.Draft.Meta[corpus.MetaPage]
	if len(page) > pageLimit {
		page = page[:pageLimit]
	}
	part := corpus.MetaPart(corpus.MetaPage)
	title := s.title()
	behind, stamps := -1, 0 // lines behind the title, dates seen
	for from := 0; from < len(page); {
		end := from + strings.IndexByte(page[from:]+"\n", '\n')
		line := page[from:end]
		if behind >= 0 {
			behind++
		}
		if title != "" && strings.Contains(line, title) {
			behind = 0
		}
		if len(line) > 5 && mayDate(line) {
			for _, st := range scan(line, s.dayFirst) {
				if st.year == 0 {
					continue
				}
				s.add(st, part, from, "date/page", s.pageTrust(line, st, behind, stamps))
				stamps++
			}
		}
		from = end + 1
	}
}

// pageTrust weighs a date by its line: what else stands there, what stands before it, how far below the title it is.
func (s *dateSearch) pageTrust(line string, st stamp, behind, before int) float32 {
	trust := float32(.4)
	beside := len(line) - (st.end - st.start)
	switch {
	case beside < 12:
		trust += .14
	case beside < 40:
		trust += .1
	case beside > 160:
		trust -= .08
	}
	low := strings.ToLower(line[max(0, st.start-50):st.start])
	switch {
	case publishedBehind(low):
		trust += .25
	case s.modified(line[:st.start]) > 0:
		trust += .05
	case strings.Contains(low, "©") || strings.Contains(low, "copyright"):
		trust -= .15
	}
	if behind >= 0 && behind < 6 {
		trust += .12 - .01*float32(behind)
	}
	return trust - min(.1, .01*float32(before))
}
