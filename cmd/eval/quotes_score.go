package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

func spanKey(s [2]int) string { return fmt.Sprintf("%d-%d ", s[0], s[1]) }

// A goldQuote is one attribution of the gold; spans count bytes.
type goldQuote struct {
	Content [][2]int `json:"bcontent"`
	Cue     [][2]int `json:"bcue"`
	Source  [][2]int `json:"bsource"`
	Text    string   `json:"source_text"`
	Speaker *string  `json:"speaker"`
}

// A goldArticle is a labelled text.
type goldArticle struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Quotes []goldQuote `json:"quotes"`
}

// A foundQuote is what the system says, in the shape that the referee's scorer reads.
type foundQuote struct {
	Spans   [][2]int      `json:"spans"`
	Kind    string        `json:"kind"`
	Speaker *foundSpeaker `json:"speaker"`
	Rule    string        `json:"rule"`
	Trust   float64       `json:"trust"`
}

type foundSpeaker struct {
	Text    string   `json:"text"`
	Mention *foundAt `json:"mention,omitempty"`
	Kind    string   `json:"kind"`
}

type foundAt struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A tally counts under names; quoteScore keeps one for all articles.
type tally map[string]int

type quoteScore struct {
	tally
	rules map[string]*[4]int // by rule: found, content right, speaker judged, speaker right
	trust [11]struct {       // by trust in tenths
		found, right int
		sum          float64
	}
	errors []string // the first misses and inventions, one line each
}

func overlap(a, b [][2]int) (n int) {
	for _, s := range a {
		for _, o := range b {
			n += max(0, min(s[1], o[1])-max(s[0], o[0]))
		}
	}
	return n
}

func size(spans [][2]int) (n int) {
	for _, s := range spans {
		n += s[1] - s[0]
	}
	return n
}

// matched pairs gold and found contents one to one, greedily, by overlap over union of at least a half.
func matched(gold, found [][][2]int) (ofGold, ofFound map[int]int) {
	type pair struct {
		overlap float64
		g, f    int
	}
	var pairs []pair
	for i, g := range gold {
		for j, f := range found {
			if x := overlap(g, f); x > 0 {
				if o := float64(x) / float64(size(g)+size(f)-x); o >= .5 {
					pairs = append(pairs, pair{o, i, j})
				}
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return -cmp.Compare(a.overlap, b.overlap) })
	ofGold, ofFound = map[int]int{}, map[int]int{}
	for _, p := range pairs {
		_, g := ofGold[p.g]
		_, f := ofFound[p.f]
		if !g && !f {
			ofGold[p.g], ofFound[p.f] = p.f, p.g
		}
	}
	return ofGold, ofFound
}

// merged joins spans that touch, in order.
func merged(spans [][2]int) (out [][2]int) {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	for _, s := range spans {
		if n := len(out); n > 0 && s[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], s[1])
		} else if s[1] > s[0] {
			out = append(out, s)
		}
	}
	return out
}

func sourceType(g goldQuote) string {
	text := strings.TrimSpace(g.Text)
	keys, named := headWords(text)
	strict := len(keys) == 1
	for k := range keys {
		strict = strict && strictPronouns[k]
	}
	switch {
	case len(g.Source) == 0:
		return "empty"
	case strictPronouns[keyOf(text)] || strict:
		return "pron"
	case named:
		return "named"
	}
	return "nominal"
}

func broad(kind string) string {
	if kind == "indirect" {
		return "ind"
	}
	return "dm"
}

// add scores one article.
func (s *quoteScore) add(g goldArticle, found []foundQuote) {
	in := quoted(g.Text)
	gold, system := make([][][2]int, len(g.Quotes)), make([][][2]int, len(found))
	goldKind, foundKind := make([]string, len(gold)), make([]string, len(found))
	for i, q := range g.Quotes {
		gold[i], goldKind[i] = q.Content, broad(kindOf(g.Text, q.Content, in))
	}
	for j, q := range found {
		system[j] = merged(q.Spans)
		foundKind[j] = broad(kindOf(g.Text, system[j], in))
	}
	ofGold, ofFound := matched(gold, system)
	s.contents(goldKind, foundKind, ofGold, ofFound)
	s.exact(g.Text, gold, system, goldKind, foundKind)
	right := map[int]bool{}
	for i, q := range g.Quotes {
		_, hit := ofGold[i]
		s.cue(g.Text, q, goldKind[i], hit)
		if s.speaker(g, i, goldKind[i], found, ofGold) {
			right[i] = true
		}
	}
	for j := range found {
		i, hit := ofFound[j]
		if typ := ""; hit {
			typ = sourceType(g.Quotes[i])
			if typ == "pron" || typ == "empty" {
				continue
			}
		}
		s.tally["named system"]++
		s.tally["named system "+foundKind[j]]++
	}
	s.calibrate(g, found, ofGold, ofFound, right)
	s.marks(g, in, system, right)
}

func (s *quoteScore) contents(goldKind, foundKind []string, ofGold, ofFound map[int]int) {
	for i, k := range goldKind {
		s.tally["gold "+k]++
		if _, ok := ofGold[i]; ok {
			s.tally["hit gold "+k]++
		}
	}
	for j, k := range foundKind {
		s.tally["system "+k]++
		if _, ok := ofFound[j]; ok {
			s.tally["hit system "+k]++
		}
	}
}

func (s *quoteScore) exact(t string, gold, system [][][2]int, goldKind, foundKind []string) {
	left := map[string][]int{}
	for i, g := range gold {
		k := trimmed(t, g)
		left[k] = append(left[k], i)
	}
	for j, f := range system {
		k := trimmed(t, f)
		if n := len(left[k]); n > 0 {
			s.tally["exact gold "+goldKind[left[k][n-1]]]++
			s.tally["exact system "+foundKind[j]]++
			left[k] = left[k][:n-1]
		}
	}
}

func (s *quoteScore) cue(t string, q goldQuote, kind string, hit bool) {
	verb := " other cue"
	for _, c := range q.Cue {
		for _, w := range latinWord.FindAllString(strings.ToLower(t[c[0]:c[1]]), -1) {
			if speechVerbs[w] {
				verb = " speech verb"
			}
		}
	}
	s.tally["cue "+kind+verb]++
	if hit {
		s.tally["cue hit "+kind+verb]++
	}
}

// speaker judges who is said to have said gold quote i, where its content was found.
func (s *quoteScore) speaker(g goldArticle, i int, kind string, found []foundQuote, ofGold map[int]int) bool {
	q := g.Quotes[i]
	typ := sourceType(q)
	named := typ == "named" || typ == "nominal"
	if named {
		s.tally["named gold"]++
		s.tally["named gold "+kind]++
	}
	j, hit := ofGold[i]
	if !hit {
		return false
	}
	sp, ok := found[j].Speaker, false
	s.resolved(g.ID, q, typ, sp)
	over := sp != nil && sp.Mention != nil && overlap(q.Source, [][2]int{{sp.Mention.Start, sp.Mention.End}}) > 0
	switch {
	case typ == "empty":
		ok = sp == nil
	case sp == nil:
	case typ == "pron":
		ok = over
	default:
		keys, _ := headWords(q.Text)
		mine, _ := headWords(sp.Text)
		ok = meet(keys, mine)
		if over && !ok {
			mine, _ = headWords(g.Text[sp.Mention.Start:sp.Mention.End])
			ok = meet(keys, mine)
		}
	}
	s.tally["matched "+typ]++
	if named {
		s.tally["matched "+kind]++
	}
	if ok {
		s.tally["right "+typ]++
		if named {
			s.tally["right "+kind]++
		}
	} else if named {
		who := "nobody"
		if sp != nil {
			who = sp.Text
		}
		s.errors = append(s.errors, fmt.Sprintf("speaker\t%s\t%s\tfound %s\t%s", g.ID, q.Text, who, found[j].Rule))
	}
	return ok
}

// resolved counts who was named where the gold names the person.
func (s *quoteScore) resolved(id string, q goldQuote, typ string, sp *foundSpeaker) {
	if q.Speaker == nil || *q.Speaker == "" {
		return
	}
	want, _ := headWords(*q.Speaker)
	ok := false
	if sp != nil {
		have, _ := headWords(sp.Text)
		ok = meet(want, have)
	}
	if !ok {
		who := "nobody"
		if sp != nil {
			who = sp.Text
		}
		s.errors = append(s.errors, fmt.Sprintf("resolved\t%s\t%s\t%s\tfound %s\t%s", id, typ, *q.Speaker, who, q.Text))
	}
	for _, k := range []string{"resolved", "resolved " + typ} {
		s.tally[k]++
		if ok {
			s.tally["right "+k]++
		}
	}
}

// marks counts the words inside double quotation marks that were found, and found with the right speaker.
func (s *quoteScore) marks(g goldArticle, in []bool, system [][][2]int, right map[int]bool) {
	covered, gold := make([]bool, len(g.Text)), make([]uint8, len(g.Text))
	for _, spans := range system {
		for _, x := range spans {
			for i := x[0]; i < x[1]; i++ {
				covered[i] = true
			}
		}
	}
	for i, q := range g.Quotes {
		for _, x := range q.Content {
			for z := x[0]; z < x[1]; z++ {
				gold[z] |= 1
				if right[i] {
					gold[z] |= 2
				}
			}
		}
	}
	for _, w := range keyWord.FindAllStringIndex(g.Text, -1) {
		i := w[0]
		if !in[i] {
			continue
		}
		if gold[i] > 0 {
			s.tally["marks"]++
			if covered[i] {
				s.tally["marks found"]++
			}
			if gold[i] > 1 {
				s.tally["marks right"]++
			}
		}
		if covered[i] {
			s.tally["marks system"]++
			if gold[i] > 0 {
				s.tally["marks true"]++
			}
		}
	}
}

// calibrate counts by rule how often content and speaker are right, and keeps the errors.
func (s *quoteScore) calibrate(g goldArticle, found []foundQuote, ofGold, ofFound map[int]int, right map[int]bool) {
	for j, q := range found {
		r := s.rules[q.Rule]
		if r == nil {
			r = new([4]int)
			s.rules[q.Rule] = r
		}
		r[0]++
		i, hit := ofFound[j]
		t := &s.trust[int(q.Trust*10+.5)]
		t.found++
		t.sum += q.Trust
		if hit && (right[i] || sourceType(g.Quotes[i]) == "empty") {
			t.right++
		}
		if !hit {
			s.errors = append(s.errors, "invented\t"+g.ID+"\t"+q.Rule+"\t"+snippet(g.Text, q.Spans))
			continue
		}
		r[1]++
		if typ := sourceType(g.Quotes[i]); typ == "named" || typ == "nominal" || typ == "pron" {
			r[2]++
			if right[i] {
				r[3]++
			}
		}
	}
	for i, q := range g.Quotes {
		if _, hit := ofGold[i]; !hit {
			s.errors = append(s.errors, "missed\t"+g.ID+"\t"+q.Text+"\t"+snippet(g.Text, append(slices.Clone(q.Cue), q.Content...)))
		}
	}
}

// snippet shows spans with a little of what stands around them.
func snippet(t string, spans [][2]int) string {
	if len(spans) == 0 {
		return ""
	}
	from, to := len(t), 0
	for _, s := range spans {
		from, to = min(from, s[0]), max(to, s[1])
	}
	to = min(to, from+240)
	for from = max(0, from-90); from > 0 && !utf8.RuneStart(t[from]); from-- {
	}
	for to = min(len(t), to+60); to < len(t) && !utf8.RuneStart(t[to]); to++ {
	}
	return strings.Join(strings.Fields(t[from:to]), " ")
}
