package extract

import (
	"strings"

	"dateline/corpus"
	"dateline/corpus/names"
)

// findByline proposes the authors that metadata, header lines and a byline at the head of the body name.
func findByline(t *Text, f *Facts) {
	for _, key := range authorKeys {
		if t.Draft.Meta[key.name] == "" || key.name == corpus.MetaAuthor && t.Draft.Meta[corpus.MetaPage] != "" {
			continue // of a page MetaAuthor is a copy of the value that is stated best, and would count for more than it does
		}
		for _, name := range repeated(key.name) {
			f.statedByline(t, name, key.trust)
		}
	}
	for _, h := range t.Header {
		s := t.words(h)
		if rest, ok := bylineOf(s); ok {
			f.addByline(t, t.Part, h.End-len(rest), rest, "byline/header line", .93)
		}
	}
	for _, h := range t.Footer {
		s := t.words(h)
		if i := strings.Index(s, " by "); i >= 0 {
			f.addByline(t, t.Part, h.Start+i+4, s[i+4:], "byline/footer line", .6)
		}
	}
	f.leadByline(t)
	f.pageByline(t)
}

// leadByline proposes a byline that stands below the standfirst, on a line of its own.
func (f *Facts) leadByline(t *Text) {
	const lines, longest = 6, 80
	raw := t.Draft.Text
	for from, n := t.BodyStart(), 0; from < len(raw) && n < lines; {
		line, _, _ := strings.Cut(raw[from:], "\n")
		if strings.TrimSpace(line) != "" {
			n++
		}
		if len(line) <= longest && f.shownByline(t, t.Part, from, line, "byline/lead", .74) {
			return
		}
		from += len(line) + 1
	}
}

// pageByline proposes the first byline that a page shows below its title, and one that is labelled as such anywhere.
func (f *Facts) pageByline(t *Text) {
	t.eachPageLine(func(l pageLine) bool {
		if _, labelled := labelled(l.text, authorLabels); labelled || l.behind > 0 && l.behind <= nearTitle {
			return !f.shownByline(t, l.part, l.from, l.text, "byline/page", .73)
		}
		return true
	})
}

// shownByline proposes the names of a line that is a byline. It tells whether there are any.
func (f *Facts) shownByline(t *Text, part corpus.Part, from int, line, rule string, trust float32) bool {
	if !isBylineLine(line) {
		return false
	}
	rest, _ := bylineOf(line)
	return f.addByline(t, part, from+len(line)-len(rest), rest, rule, trust)
}

// authorKeys are the names that formats give authors, the surest first.
var authorKeys = []struct {
	name  string
	trust float32
}{
	{corpus.MetaAuthor, .95}, {"jsonld:author", .94}, {"jsonld:creator", .9}, {"article:author", .9}, {"byl", .9}, {"parsely-author", .9}, {"sailthru.author", .9}, {"dc.creator", .88}, {"dcterms.creator", .88}, {"cxenseparse:author", .88}, {"name:author", .85}, {"byline", .8},
	{"itemprop:author", .8}, {"rel:author", .78}, {"link:author", .7}, {"class:author", .72},
}

// repeated lists the keys under which a page's values of one name are kept, in their order.
func repeated(name string) [4]string { return [4]string{name, name + ":2", name + ":3", name + ":4"} }

// statedByline proposes what metadata states.
func (f *Facts) statedByline(t *Text, key string, trust float32) {
	v := t.Draft.Meta[key]
	if v == "" || isCommenter(v) {
		return
	}
	start := credited(v)
	if f.addByline(t, corpus.MetaPart(key), start, v[start:], "byline/"+key, trust) {
		return
	}
	if from, to := penName(v[start:]); to > from && !f.isOutlet(v[start+from:start+to]) {
		s := corpus.Span{Part: corpus.MetaPart(key), Start: start + from, End: start + to}
		f.Authors = append(f.Authors, []corpus.Value{{Text: v[s.Start:s.End], Evidence: corpus.Evidence{Span: s, Rule: "byline/" + key + ", one word", Trust: trust - penNameLoss}}})
	}
}

// penNameLoss puts an author of one word behind every one that has a full name.
const penNameLoss = .3

// isCommenter reports whether what a template marks as an author is a reader: "Jane Doe says:".
func isCommenter(v string) bool {
	v = strings.ToLower(v)
	return strings.HasSuffix(v, " says:") || hasAny(v, " said,", " sagt:", " says: ", " schreibt:", " schrieb am", " a dit :", " dice:")
}

// credited gives where the names begin in "Posted on May 25, 2016 by Jane Doe".
func credited(v string) int {
	low := strings.ToLower(v)
	if len(low) != len(v) {
		return 0
	}
	for _, w := range creditWords {
		if strings.HasPrefix(low, w) {
			for _, by := range []string{" by ", " von ", " par ", " por ", " da ", " door "} {
				if i := strings.Index(low, by); i > 0 {
					return i + len(by)
				}
			}
		}
	}
	return 0
}

var creditWords = []string{"posted", "published", "written", "submitted", "veröffentlicht", "erstellt", "eingestellt", "geschrieben", "verfasst", "publié", "écrit", "publicado", "escrito", "pubblicato", "scritto", "geplaatst", "ein beitrag", "ein artikel", "blog beitrag", "blogbeitrag", "beitrag", "ein interview", "ein kommentar", "ein gastbeitrag"}

// addByline proposes the names in v, which stands at start in its part, save the outlet's own. It tells whether there are any.
func (f *Facts) addByline(t *Text, part corpus.Part, start int, v, rule string, trust float32) bool {
	var found []corpus.Value
	for _, n := range bylineNames(v) {
		if f.isOutlet(v[n[0]:n[1]]) {
			continue
		}
		s := corpus.Span{Part: part, Start: start + n[0], End: start + n[1]}
		found = append(found, corpus.Value{Text: strings.Join(strings.Fields(v[n[0]:n[1]]), " "), Evidence: corpus.Evidence{Span: s, Rule: rule, Trust: trust}})
	}
	if len(found) > 0 {
		f.Authors = append(f.Authors, found)
	}
	return len(found) > 0
}

// isOutlet reports whether a name is what the outlet calls itself, and no person's.
func (f *Facts) isOutlet(name string) bool {
	if given, _, more := strings.Cut(name, " "); more && names.IsGiven(given) {
		return false
	}
	name = strings.TrimPrefix(lettersOf(name), "the")
	for _, o := range f.Outlets {
		host, _, _ := strings.Cut(o.Text, ".")
		if strings.TrimPrefix(lettersOf(o.Text), "the") == name || lettersOf(host) == name {
			return true
		}
	}
	return false
}

// bylineWords open a byline, in lower case, the longer first.
var bylineWords = []string{"written by ", "reported by ", "posted by ", "story by ", "text by ", "by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "от ", "автор: ", "текст: "}

// bylineOf gives what stands behind the opening word of a byline line: "-- By Jane Doe".
func bylineOf(s string) (rest string, ok bool) {
	s = strings.TrimLeft(s, "-–—| \t")
	if rest, ok := labelled(s, authorLabels); ok {
		return rest, true
	}
	for _, w := range bylineWords {
		if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) {
			return s[len(w):], true
		}
	}
	return "", false
}

// isBylineLine reports whether a line opens as a byline does and holds a name and little else.
func isBylineLine(s string) bool {
	if len(s) > 160 {
		return false
	}
	rest, ok := bylineOf(s)
	if !ok || endsSentence(rest) && strings.Count(rest, " ") > 5 {
		return false
	}
	names := bylineNames(rest)
	return len(names) > 0 && names[0][0] < 4 || len(names) == 0 && len(rest) < 40 && hasStaffWord(rest)
}
