package corpus

import "sort"

// A Part names what a span counts in.
type Part string

// The parts that offsets can count in, beside MetaPart's.
const (
	PartText  Part = "text"  // the record decoded to UTF-8, whole: plain text and JSON
	PartTitle Part = "title" // the title as the format states it
	PartBody  Part = "body"  // the main text of a format with markup
)

// MetaPart names the value that a draft's Meta holds under key.
func MetaPart(key string) Part { return Part("meta:" + key) }

// A Span is a half-open range of bytes in a part. It never splits a rune.
type Span struct {
	Part  Part `json:"part"`
	Start int  `json:"start"`
	End   int  `json:"end"`
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether two spans of the same part share a byte.
func (s Span) Overlaps(o Span) bool {
	return s.Part == o.Part && s.Start < o.End && o.Start < s.End
}

// Evidence says why a fact is believed: the words it came from, the rule that took them, and how far to trust it.
type Evidence struct {
	Span  Span
	Rule  string  // "date/dateline", "" where nothing was found
	Trust float32 // 0 to 1: of facts at .9, about nine in ten are right
}

// A Piece says that Len bytes at Text in a draft's text stand at Body in the article's body.
type Piece struct{ Text, Body, Len int }

// InBody maps a span of the article's Part to bytes of its Body. A span that lies partly in residue is clipped to
// what was kept; ok is false where nothing of it was, or where it counts in another part.
func (a *Article) InBody(s Span) (start, end int, ok bool) {
	if s.Part != a.Part {
		return 0, 0, false
	}
	i := sort.Search(len(a.Kept), func(i int) bool { return a.Kept[i].Text+a.Kept[i].Len > s.Start })
	for ; i < len(a.Kept) && a.Kept[i].Text < s.End; i++ {
		k := a.Kept[i]
		from, to := max(s.Start, k.Text), min(s.End, k.Text+k.Len)
		if from >= to {
			continue
		}
		if !ok {
			start, ok = k.Body+from-k.Text, true
		}
		end = k.Body + to - k.Text
	}
	return start, end, ok
}

// InText maps bytes of Body back to a span of the article's Part.
func (a *Article) InText(start, end int) Span {
	s := Span{Part: a.Part, Start: -1}
	i := sort.Search(len(a.Kept), func(i int) bool { return a.Kept[i].Body+a.Kept[i].Len > start })
	for ; i < len(a.Kept) && a.Kept[i].Body < end; i++ {
		k := a.Kept[i]
		if s.Start < 0 {
			s.Start = k.Text + max(start, k.Body) - k.Body
		}
		s.End = k.Text + min(end, k.Body+k.Len) - k.Body
	}
	if s.Start < 0 {
		return Span{Part: a.Part}
	}
	return s
}
