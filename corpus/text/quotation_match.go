package text

import "strings"

// deepest is how many quotations may be open inside each other; people write three, and a bound keeps a text of nothing
// but marks cheap.
const deepest = 8

// A pending is a quotation whose closing mark has not come.
type pending struct {
	mark quoteMark
	weak quoteMark // the first mark that may close it or be a possessive: "the workers' rights"
	cut  quoteMark // the first mark of its family that opened inside it
}

// A matcher pairs the marks of one paragraph after the other.
type matcher struct {
	*reader
	open    []pending
	para    Range     // the paragraph's words
	behind  quoteMark // the last mark that closed a quotation of the paragraph: an unopened one begins behind it
	carried int       // the index of a quotation that the paragraph before left open, or -1
}

// quotations fills Quotations.
func (r *reader) quotations() {
	if len(r.marks) == 0 && !strings.ContainsAny(r.raw, "—–―") {
		return
	}
	m := matcher{reader: r, carried: -1}
	next, brk := 0, 0
	for i, p := range r.Paragraphs {
		end := len(r.raw)
		for ; i+1 < len(r.Paragraphs) && brk < len(r.breaks); brk++ {
			if end = int(r.breaks[brk]); end > int(r.Words[p.End-1].Start) {
				break
			}
		}
		from := next
		for next < len(r.marks) && int(r.marks[next].start) < end {
			next++
		}
		m.paragraph(p, r.marks[from:next])
	}
	r.arrange()
}

// paragraph matches the marks of a paragraph.
func (m *matcher) paragraph(p Range, marks []quoteMark) {
	before, first := m.carried, len(m.Quotations)
	m.para, m.open, m.carried = p, m.open[:0], -1
	m.behind = quoteMark{end: m.Words[p.Start].Start, pos: int32(p.Start)}
	for i, q := range marks {
		switch {
		case q.family == singles:
			m.single(q)
		case !m.isInches(q, marks[i+1:]):
			m.double(q, before >= 0)
		}
	}
	_, end := m.Bounds(p)
	m.endAbove(0, quoteMark{start: int32(end), pos: int32(p.End)})
	if before >= 0 {
		m.carry(before, first)
	}
	m.dashes(first)
}

// carry notes that the quotation before goes on in this paragraph, where the first one here begins with it.
func (m *matcher) carry(before, first int) {
	q := &m.Quotations[before]
	for i := first; i < len(m.Quotations); i++ {
		if c := &m.Quotations[i]; c.Words.Start == m.para.Start && c.family == q.family {
			q.Continued = true
		}
	}
}

// double takes a mark of any family but the singles.
func (m *matcher) double(q quoteMark, carried bool) {
	top := m.top(q.family)
	switch {
	case m.isOpening(q, top):
		m.push(q)
	case top >= 0:
		m.close(top, q)
	case q.side == closes:
		m.unopened(q, carried)
	}
}

// top is the index in open of the innermost quotation of a family, or -1.
func (m *matcher) top(f family) int {
	for i := len(m.open) - 1; i >= 0; i-- {
		if m.open[i].mark.family == f {
			return i
		}
	}
	return -1
}

// isOpening decides what a mark does: by what it is made for, unless its neighbours and what is open say that this writer
// uses it the other way round, as Germans do with “ and », and Swedes with ”.
func (m *matcher) isOpening(q quoteMark, top int) bool {
	made := nature(q.rune)
	if top < 0 {
		return q.side == opens || q.side != closes && made&opens != 0
	}
	opener := m.open[top].mark
	switch made {
	case opens:
		return q.side != closes && !(opener.rune == '„' && q.side != opens)
	case closes:
		return q.side == opens && nature(opener.rune) == closes
	}
	return q.side == opens
}

// isInches reports whether a straight mark stands for inches (a 6" pipe): behind a number where nothing is open, or where the
// next mark closes what is.
func (m *matcher) isInches(q quoteMark, rest []quoteMark) bool {
	if q.rune != '"' || q.side == opens || q.start == 0 || m.raw[q.start-1] < '0' || m.raw[q.start-1] > '9' {
		return false
	}
	if m.top(q.family) < 0 {
		return true
	}
	return len(rest) > 0 && rest[0].rune == '"' && rest[0].side == closes
}

func (m *matcher) push(q quoteMark) {
	if top := m.top(q.family); top >= 0 && m.open[top].cut.end == 0 {
		m.open[top].cut = q
	}
	if len(m.open) < deepest {
		m.open = append(m.open, pending{mark: q})
	}
}

// close ends the quotation open[top] at a mark, and with it what is still open inside.
func (m *matcher) close(top int, q quoteMark) {
	m.endAbove(top+1, q)
	m.put(m.open[top], q, Quotation{})
	m.open = m.open[:top]
	m.behind = q
}

// endAbove ends all quotations from open[top] inwards where no closing mark has come until q: a single mark was a
// possessive that closes after all, or an apostrophe; the others end where another of their family opened, or here.
func (m *matcher) endAbove(top int, q quoteMark) {
	for i := len(m.open) - 1; i >= top; i-- {
		p := m.open[i]
		switch {
		case p.mark.family == singles && p.weak.end > 0:
			m.put(p, p.weak, Quotation{})
		case p.mark.family == singles && (p.mark.rune != '‘' || int(p.mark.pos) != m.para.Start):
		case p.cut.end > 0:
			at := int(p.cut.pos) // a new paragraph's mark, if the paragraphs were lost
			ended := at > 0 && at < m.para.End && m.SentenceAt(at-1) != m.SentenceAt(at)
			m.put(p, p.cut, Quotation{Open: true, Continued: ended})
		default:
			m.put(p, q, Quotation{Open: true})
			if int(q.pos) == m.para.End {
				m.carried = len(m.Quotations) - 1
			}
		}
	}
	m.open = m.open[:top]
}

// put adds a quotation that ends at a mark.
func (m *matcher) put(p pending, end quoteMark, q Quotation) {
	q.Start, q.End = int(p.mark.end), int(end.start)
	q.Words = Range{int(p.mark.pos), int(end.pos)}
	q.Single, q.family = p.mark.family == singles, p.mark.family
	m.Quotations = append(m.Quotations, q)
}

// unopened adds the quotation that a closing mark ends and nothing opens. It begins with its sentence, or with the
// paragraph where the one before left a quotation open.
func (m *matcher) unopened(q quoteMark, carried bool) {
	from := m.para.Start
	if last := int(q.pos) - 1; !carried && last >= from {
		from = max(from, m.Sentences[m.SentenceAt(last)].Start)
	}
	from = max(from, int(m.behind.pos))
	if from >= int(q.pos) {
		return
	}
	p := pending{mark: q}
	p.mark.end, p.mark.pos = m.Words[from].Start, int32(from)
	m.put(p, q, Quotation{Unopened: true})
	m.behind = q
}
