package query

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
	"unicode/utf8"

	"dateline/corpus"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// SnipOptions say how snippets are cut. The zero value is good.
type SnipOptions struct {
	Count   int // snippets at most; 0 means 3
	Longest int // runes a snippet at most; 0 means 240: three lines of a terminal
}

func (o SnipOptions) withDefaults() SnipOptions {
	if o.Count == 0 {
		o.Count = 3
	}
	if o.Longest == 0 {
		o.Longest = 240
	}
	return o
}

// Snip chooses the pieces of the body to show for a planned question: the sentences that show most of what was asked,
// in the order of the text, each no longer than asked. A match is kept whole where it fits. Where nothing matches in
// the body it gives the beginning. No snippet splits a grapheme and none overlaps another.
func (r *Reading) Snip(n Node, o SnipOptions) []Snippet {
	o = o.withDefaults()
	body := r.Body.Raw
	windows := r.windows(n, o.Longest)
	if len(windows) == 0 {
		if w, ok := r.opening(o.Longest); ok {
			return []Snippet{r.snippet(w)}
		}
		return nil
	}
	chosen := choose(windows, o.Count)
	slices.SortFunc(chosen, func(a, b window) int { return cmp.Compare(a.start, b.start) })
	out := make([]Snippet, 0, len(chosen))
	for _, w := range chosen {
		w.start, w.end = trim(body, w.start, w.end)
		out = append(out, r.snippet(w))
	}
	return out
}

// A window is a piece of the body that may be shown.
type window struct {
	start, end          int
	marks               []Mark // that it shows, whole or in part
	about               Mark   // the first of them, else who or where was asked for
	parts               uint64 // which parts of the question it shows
	cutBefore, cutAfter bool
}

// windows gives a window for the sentence or sentences of every match, and of every speaker, person and place that is
// asked for; none overlaps another.
func (r *Reading) windows(n Node, longest int) []window {
	var out []window
	hits := slices.DeleteFunc(r.Shown(n), func(m Mark) bool { return m.Part != corpus.PartBody })
	facts := r.facts(n)
	parts := append(r.parts(n), facts...)
	marks := slices.Concat(append(facts, hits)...)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	for i := 0; i < len(marks); {
		w := r.window(marks[i], longest)
		if k := len(out); k > 0 && w.start < out[k-1].end {
			w.start, w.cutBefore = out[k-1].end, true
		}
		if w.start >= w.end {
			i++
			continue
		}
		first := i
		for ; i < len(marks) && marks[i].Start < w.end; i++ {
		}
		if i == first {
			i++
			continue
		}
		w.marks = overlapping(hits, w.start, w.end)
		w.about = append(w.marks[:len(w.marks):len(w.marks)], marks[first])[0]
		for k, spans := range parts {
			j := sort.Search(len(spans), func(j int) bool { return spans[j].Start >= w.start })
			if j < len(spans) && spans[j].End <= w.end {
				w.parts |= 1 << (k % 64)
			}
		}
		out = append(out, w)
	}
	return out
}

// parts gives the places of every part of the question in the body.
func (r *Reading) parts(n Node) [][]Mark {
	var out [][]Mark
	for _, leaf := range leaves(n, nil) {
		var ms []Mark
		for _, m := range SpansIn(leaf, "body", r) {
			ms = append(ms, Mark{corpus.PartBody, int(r.Body.Words[m.Start].Start), int(r.Body.Words[m.End-1].End)})
		}
		out = append(out, ms)
	}
	return out
}

// leaves collects the words and phrases that a question wants to be found.
func leaves(n Node, dst []Node) []Node {
	switch n := n.(type) {
	case Term, Phrase:
		return append(dst, n)
	case And:
		for _, c := range n.Nodes {
			dst = leaves(c, dst)
		}
	case Or:
		for _, c := range n.Nodes {
			dst = leaves(c, dst)
		}
	case Near:
		return leaves(n.Right, leaves(n.Left, dst))
	case Boost:
		return leaves(n.Node, dst)
	case AtLeast:
		return leaves(n.Node, dst)
	case Within:
		return leaves(n.Node, dst)
	case Said:
		if n.Words != nil {
			return leaves(n.Words, dst)
		}
	}
	return dst
}

// window frames a match by its sentences, or by words around it where these are too long.
func (r *Reading) window(m Mark, longest int) window {
	body := r.Body.Raw
	at := r.Body.Positions(m.Start, m.End)
	from, _ := r.Body.Bounds(r.Body.Sentences[r.Body.SentenceAt(at.Start)])
	last := r.Body.SentenceAt(max(at.Start, at.End-1))
	to := r.sentenceEnd(last)
	w := window{start: boundaryBefore(body, from), end: boundaryAfter(body, to)}
	if utf8.RuneCountInString(body[w.start:w.end]) <= longest {
		return w
	}
	return r.around(w, m, longest)
}

// sentenceEnd is the byte behind a sentence and its closing marks.
func (r *Reading) sentenceEnd(i int) int {
	if i+1 >= len(r.Body.Sentences) {
		return len(r.Body.Raw)
	}
	start, _ := r.Body.Bounds(r.Body.Sentences[i+1])
	_, end := r.Body.Bounds(r.Body.Sentences[i])
	return max(start, end)
}

// around cuts a window that is too long to a match with as much of the text on both sides as fits, at words.
func (r *Reading) around(w window, m Mark, longest int) window {
	body := r.Body.Raw
	room := longest - utf8.RuneCountInString(body[m.Start:m.End])
	start, end := boundaryBefore(body, m.Start), boundaryAfter(body, m.End)
	if room <= 0 {
		return window{start: start, end: cutRunes(body, start, end, longest), cutBefore: start > w.start, cutAfter: true}
	}
	left := back(body, w.start, start, room/2)
	right := cutRunes(body, end, w.end, room-utf8.RuneCountInString(body[left:start]))
	left = back(body, w.start, start, longest-utf8.RuneCountInString(body[start:right]))
	out := window{start: left, end: right, cutBefore: left > w.start, cutAfter: right < w.end}
	if out.cutBefore {
		out.start = r.wordStart(left, start)
	}
	if out.cutAfter {
		out.end = r.wordEnd(end, right)
	}
	return out
}

// wordStart is the start of the first word at or behind from, at most limit.
func (r *Reading) wordStart(from, limit int) int {
	for i := r.Body.At(from); i < len(r.Body.Words) && int(r.Body.Words[i].Start) < limit; i++ {
		s := int(r.Body.Words[i].Start)
		if s >= from && boundaryBefore(r.Body.Raw, s) == s {
			return s
		}
	}
	return limit
}

// wordEnd is the end of the last word that ends at or before to, at least limit.
func (r *Reading) wordEnd(limit, to int) int {
	for i := min(r.Body.At(to), len(r.Body.Words)-1); i >= 0 && int(r.Body.Words[i].End) > limit; i-- {
		e := int(r.Body.Words[i].End)
		if e <= to && boundaryBefore(r.Body.Raw, e) == e {
			return e
		}
	}
	return limit
}

// choose takes the windows that together show most: each time the one with most parts not shown yet, then with most
// parts, then with most matches, then the first.
func choose(ws []window, count int) []window {
	var out []window
	shown := uint64(0)
	taken := make([]bool, len(ws))
	for len(out) < count {
		best := -1
		for i, w := range ws {
			if !taken[i] && (best < 0 || better(w, ws[best], shown)) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		taken[best] = true
		shown |= ws[best].parts
		out = append(out, ws[best])
	}
	return out
}

func better(a, b window, shown uint64) bool {
	return cmp.Or(
		cmp.Compare(bits.OnesCount64(a.parts&^shown), bits.OnesCount64(b.parts&^shown)),
		cmp.Compare(bits.OnesCount64(a.parts), bits.OnesCount64(b.parts)),
		cmp.Compare(len(a.marks), len(b.marks))) > 0
}

// opening is the body's beginning, for an article that was found by something else than its body.
func (r *Reading) opening(longest int) (window, bool) {
	body := r.Body.Raw
	if len(r.Body.Sentences) == 0 {
		return window{}, false
	}
	start, end := trim(body, 0, r.sentenceEnd(0))
	if start >= end {
		return window{}, false
	}
	to := cutRunes(body, start, end, longest)
	if to < end {
		to = r.wordEnd(start, to)
	}
	return window{start: start, end: to, cutAfter: to < end}, to > start
}

// snippet splits a window into runs.
func (r *Reading) snippet(w window) Snippet {
	s := Snippet{Start: w.start, End: w.end, CutBefore: w.cutBefore, CutAfter: w.cutAfter}
	s.Runs = runs(r.Body.Raw, w.start, w.end, w.marks)
	s.Speaker = r.speakerAt(w.about)
	return s
}

// overlapping gives the marks that share bytes with [start, end).
func overlapping(marks []Mark, start, end int) []Mark {
	from := sort.Search(len(marks), func(i int) bool { return marks[i].End > start })
	to := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= end })
	return marks[min(from, to):to]
}

// speakerAt is who says the words that a match stands in, or stands there as their speaker, "" where nobody does.
func (r *Reading) speakerAt(m Mark) string {
	for i := range r.Article.Quotes {
		q := &r.Article.Quotes[i]
		for _, words := range append(q.Words[:len(q.Words):len(q.Words)], q.Speaker.Mention) {
			part, start, end, ok := locate(r.Article, words)
			if ok && part == m.Part && start <= m.Start && m.End <= end {
				return q.Speaker.Canonical
			}
		}
	}
	return ""
}

// runs splits bytes [start, end) of a text into what is matched and what isn't. They join back to it.
func runs(s string, start, end int, marks []Mark) []Run {
	var out []Run
	at := start
	add := func(to int, hit bool) {
		if to = min(to, end); to > at {
			out = append(out, Run{s[at:to], hit})
			at = to
		}
	}
	for i := 0; i < len(marks); {
		from, to := marks[i].Start, marks[i].End
		for i++; i < len(marks) && marks[i].Start < to; i++ {
			to = max(to, marks[i].End)
		}
		add(from, false)
		add(to, true)
	}
	add(end, false)
	return out
}

// trim leaves out the white space at both ends. A space that a mark combines with stays.
func trim(s string, start, end int) (int, int) {
	for start < end && isSpace(s[start]) && boundaryBefore(s, start+1) == start+1 {
		start++
	}
	for start < end && isSpace(s[end-1]) && boundaryBefore(s, end-1) == end-1 {
		end--
	}
	return start, end
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// cutRunes is the last boundary of graphemes in [start, end] with at most n runes before it.
func cutRunes(s string, start, end, n int) int {
	at := start
	for range n {
		if at >= end {
			return end
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	if at >= end {
		return end
	}
	return max(start, boundaryBefore(s, at))
}

// back is the first boundary of graphemes in [least, from] with at most n runes behind it up to from.
func back(s string, least, from, n int) int {
	at := from
	for range n {
		if at <= least {
			return least
		}
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return min(max(at, least, boundaryAfter(s, at)), from)
}

// isSure reports whether i is surely between two graphemes: two ASCII bytes meet there that no rule joins.
func isSure(s string, i int) bool {
	return i <= 0 || i >= len(s) || s[i-1] < utf8.RuneSelf && s[i] < utf8.RuneSelf && !(s[i-1] == '\r' && s[i] == '\n')
}

// boundaryBefore is the last boundary between graphemes at or before i.
func boundaryBefore(s string, i int) int {
	if isSure(s, i) {
		return max(0, min(i, len(s)))
	}
	from := i
	for !isSure(s, from) {
		from--
	}
	it := graphemes.FromString(s[from:])
	for it.Next() {
		if from+it.End() > i {
			return from + it.Start()
		}
	}
	return len(s)
}

// boundaryAfter is the first boundary between graphemes at or behind i.
func boundaryAfter(s string, i int) int {
	from := boundaryBefore(s, i)
	if from == i || from >= len(s) {
		return from
	}
	it := graphemes.FromString(s[from:])
	it.Next()
	return from + it.End()
}
