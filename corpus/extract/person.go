package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
	"dateline/corpus/text"
)

// A figure is somebody whom an article names, however often.
type figure struct {
	name    string // the fullest form: "Sergei Lavrov"
	words   []string
	role    string // "Russian foreign Minister"; "" where none is given
	gender  names.Gender
	certain bool // the gender is told by a title: "Mrs", "spokeswoman"
	first   text.Range
}

// A mention is one place where a figure is named.
type mention struct {
	text.Range
	figure int
}

// A cast is everybody whom a part of an article names, and where.
type cast struct {
	r        *reading
	figures  []figure
	mentions []mention // in order
	keys     map[string]string
}

// A candidate is a run of capitalised words that may be somebody's name.
type candidate struct {
	text.Range        // the name, without titles
	role       string // what stands before it
	title      bool   // a title or a role stands before it
	score      int    // for and against its being a person
}

// readCast finds who is named. A name is judged by everything that the text shows of it anywhere: its titles, its given
// name, what it does.
func readCast(r *reading, tells func(start, end int) bool) *cast {
	c := &cast{r: r, keys: map[string]string{}}
	makers := r.creditLines()
	all := slices.DeleteFunc(r.candidates(), func(x candidate) bool {
		return lies(x.Range, makers) || x.Start < r.lead.End && r.lead.Start < x.End || !tells(int(r.t.Words[x.Start].Start), int(r.t.Words[x.End-1].End))
	})
	scores := r.companies()
	for i := range all {
		if k := r.nameKey(all[i].Range); all[i].score > scores[k] || scores[k] == 0 || all[i].score < -3 {
			if scores[k] > -4 {
				scores[k] = all[i].score
			}
		}
	}
	full := []func(candidate) bool{ // "Strauss-Kahn" and "Bini Smaghi" are the bearers of longer names, wherever those stand
		func(x candidate) bool { return x.End-x.Start > 2 },
		func(x candidate) bool { return x.End-x.Start == 2 && r.beginsGiven(x.Range) },
		func(x candidate) bool { return x.End-x.Start == 2 && !r.beginsGiven(x.Range) },
	}
	for _, wanted := range full {
		for _, x := range all {
			if wanted(x) && scores[r.nameKey(x.Range)] > 0 {
				c.add(x)
			}
		}
	}
	c.addTitled(all, scores)
	slices.SortStableFunc(c.figures, func(a, b figure) int { return a.first.Start - b.first.Start })
	c.link(all, scores)
	return c
}

// beginsGiven reports whether a name begins with a given name, or an initial, and is more than that: not "Strauss-Kahn".
func (r *reading) beginsGiven(x text.Range) bool {
	w := r.t.Word(x.Start)
	return (names.IsGiven(w) && !names.IsParticle(w) || r.initials(x.Start)) && !(x.End-x.Start == 2 && r.t.Gap(x.Start+1) == "-")
}

// companies gives the names that companies bear with a sign of it behind, "Aston Foods Inc", as impossible for people
// without it. Names that begin with a given name are left out: "Ann Lee Inc".
func (r *reading) companies() map[string]int {
	scores := map[string]int{}
	for i := range r.t.Words {
		if !incorporated[r.word(i)] || !r.capital(i) {
			continue
		}
		start := i
		for start > 0 && r.gap[start] == 0 && r.capital(start-1) && !r.possessive(start-1) {
			start--
		}
		for end := start + 2; end <= i && !names.IsGiven(r.t.Word(start)); end++ {
			scores[r.nameKey(text.Range{Start: start, End: end})] = -9
		}
	}
	return scores
}

// behind is the cast of another part of the same article, its title: who is named there is known from the body.
func (c *cast) behind(r *reading) *cast {
	b := &cast{r: r, figures: c.figures, keys: c.keys}
	latest := make([]int, len(c.figures))
	for _, x := range r.candidates() {
		best := -1
		if x.End-x.Start > 1 {
			best = c.find(strings.Fields(r.nameKey(x.Range)))
		} else {
			b.r = r
			best = b.meant(x, latest)
		}
		if best >= 0 {
			b.mentions = append(b.mentions, mention{x.Range, best})
		}
	}
	return b
}

// nameKey is the words of a range in lower case, in the nominative where that shows.
func (r *reading) nameKey(x text.Range) string {
	var b strings.Builder
	for i := x.Start; i < x.End; i++ {
		b.WriteString(r.word(i))
		b.WriteByte(' ')
	}
	if r.g.inflected {
		return strings.ToLower(names.Nominative(b.String())) + " "
	}
	return b.String()
}

// shown is a range as it is read, in the case that names have.
func (r *reading) shown(x text.Range) string {
	from, to := int(r.t.Words[x.Start].Start), int(r.t.Words[x.End-1].End)
	s := r.t.Raw[from:to]
	for _, end := range []string{"'s", "’s"} {
		s = strings.TrimSuffix(s, end)
	}
	s = names.Normalize(strings.Join(strings.Fields(s), " "))
	if r.g.inflected {
		s = names.Nominative(s)
	}
	return s
}

// add makes a figure of a full name, or finds the figure that it is.
func (c *cast) add(x candidate) int {
	words := strings.Fields(c.r.nameKey(x.Range))
	if i := c.find(words); i >= 0 {
		if f := &c.figures[i]; len(words) > len(f.words) {
			f.words, f.name = words, c.r.shown(x.Range)
		}
		c.learn(i, x)
		return i
	}
	c.figures = append(c.figures, figure{name: c.r.shown(x.Range), words: words, first: x.Range})
	c.learn(len(c.figures)-1, x)
	return len(c.figures) - 1
}

// learn takes from a mention what it tells of a figure: role and gender, and where it is named first.
func (c *cast) learn(i int, x candidate) {
	f := &c.figures[i]
	if x.Start < f.first.Start && x.End-x.Start > 1 {
		f.first = x.Range
	}
	role := x.role
	if role == "" || !c.r.holdsRole(role) {
		if behind := c.r.roleBehind(x.End); behind != "" {
			role = behind
		}
	}
	if len(role) > len(f.role) && c.r.holdsRole(role) && (c.r.g == english || len(role) > 3) { // not "M." and "Mme"
		f.role = role
	}
	if g := genderOfRole(x.role); g != names.Unknown {
		f.gender, f.certain = g, true
	} else if f.gender == names.Unknown && len(f.words) > 1 {
		f.gender = names.GenderOf(f.words[0])
	}
}

// same reports whether two full names are one person's: equal, equal but for middle names, or spellings of one name.
func (c *cast) same(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 {
		return len(a) == len(b) && a[0] == b[0]
	}
	if a[len(a)-1] == b[len(b)-1] && a[0] == b[0] {
		return true
	}
	return c.key(a) == c.key(b)
}

// key is the spelling of a name's first and last word that all spellings share, kept since it is asked for often.
func (c *cast) key(words []string) string {
	name := words[0] + " " + words[len(words)-1]
	k, ok := c.keys[name]
	if !ok {
		k = names.Key(name)
		c.keys[name] = k
	}
	return k
}

// addTitled makes figures of last names that come with a title and belong to nobody yet: "Mr Trump".
func (c *cast) addTitled(all []candidate, scores map[string]int) {
	for _, x := range all {
		if x.End-x.Start != 1 || !x.title || scores[c.r.nameKey(x.Range)] <= 0 {
			continue
		}
		if len(c.named(c.r.word(x.Start))) == 0 {
			c.add(x)
		}
	}
}

// named gives the figures that a single word may stand for: by last name, or else by the first.
func (c *cast) named(word string) []int {
	var last, first []int
	for i := range c.figures {
		w := c.figures[i].words
		switch {
		case w[len(w)-1] == word:
			last = append(last, i)
		case w[0] == word:
			first = append(first, i)
		}
	}
	if len(last) > 0 {
		return last
	}
	return first
}

// link makes mentions of all candidates that name a figure, in the order of the text. Of two figures with one last
// name the one named last is meant.
func (c *cast) link(all []candidate, scores map[string]int) {
	latest := make([]int, len(c.figures))
	for i := range latest {
		latest[i] = -1
	}
	for _, x := range all {
		best := -1
		if x.End-x.Start > 1 {
			best = c.find(strings.Fields(c.r.nameKey(x.Range)))
		} else {
			best = c.meant(x, latest)
		}
		if best >= 0 {
			latest[best] = x.Start
			c.mentions = append(c.mentions, mention{x.Range, best})
			if x.End-x.Start == 1 {
				c.learn(best, x)
			}
		}
	}
}

func (c *cast) find(words []string) int {
	for i := range c.figures {
		if c.same(c.figures[i].words, words) {
			return i
		}
	}
	for i := range c.figures { // "Strauss-Kahn" of Dominique Strauss-Kahn
		if w := c.figures[i].words; len(w) > len(words) && slices.Equal(w[len(w)-len(words):], words) {
			return i
		}
	}
	return -1
}

// meant decides which figure a single name stands for.
func (c *cast) meant(x candidate, latest []int) int {
	if x.score < -3 {
		return -1
	}
	best := -1
	g := genderOfRole(x.role)
	all := c.named(c.r.word(x.Start))
	if len(all) == 0 && c.r.g.inflected {
		all = c.named(strings.ToLower(names.NominativeLast(c.r.t.Word(x.Start))))
	}
	for _, i := range all {
		f := &c.figures[i]
		if g != names.Unknown && f.gender != names.Unknown && f.gender != g {
			continue
		}
		if best < 0 || latest[i] > latest[best] {
			best = i
		}
	}
	return best
}

// at is the mention that covers position i, or nil.
func (c *cast) at(i int) *mention {
	lo, hi := 0, len(c.mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; c.mentions[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(c.mentions) && c.mentions[lo].Start <= i {
		return &c.mentions[lo]
	}
	return nil
}

// people lists the figures as an article gives them.
func (c *cast) people() []corpus.Person {
	out := make([]corpus.Person, 0, len(c.figures))
	for _, f := range c.figures {
		m := c.r.span(f.first)
		out = append(out, corpus.Person{Text: c.r.t.Raw[m.Start:m.End], Canonical: f.name, Role: f.role, Kind: corpus.Individual, Mention: m})
	}
	return out
}
