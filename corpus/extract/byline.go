package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// findByline proposes the authors that metadata, header lines and a byline at the head of the body name.
func findByline(t *Text, f *Facts) {
	for _, key := range authorKeys {
		if v := t.Draft.Meta[key.name]; v != "" && !isCommenter(v) {
			start := credited(v)
			f.addByline(t, corpus.MetaPart(key.name), start, v[start:], "byline/"+key.name, key.trust)
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
}

// authorKeys are the names that formats give authors, the surest first.
var authorKeys = []struct {
	name  string
	trust float32
}{
	{corpus.MetaAuthor, .95}, {"jsonld:author", .94}, {"article:author", .9}, {"byl", .9}, {"parsely-author", .9}, {"sailthru.author", .9}, {"dc.creator", .88}, {"dcterms.creator", .88}, {"cxenseparse:author", .88}, {"author", .85}, {"byline", .8},
	{"itemprop:author", .8}, {"rel:author", .75}, {"class:author", .7},
}

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

var creditWords = []string{"posted", "published", "written", "submitted", "veröffentlicht", "erstellt", "eingestellt", "geschrieben", "verfasst", "publié", "écrit", "publicado", "escrito", "pubblicato", "scritto", "geplaatst", "ein beitrag", "ein artikel"}

// addByline proposes the names in v, which stands at start in its part.
func (f *Facts) addByline(t *Text, part corpus.Part, start int, v, rule string, trust float32) {
	var names []corpus.Value
	for _, n := range bylineNames(v) {
		s := corpus.Span{Part: part, Start: start + n[0], End: start + n[1]}
		names = append(names, corpus.Value{Text: strings.Join(strings.Fields(v[n[0]:n[1]]), " "), Evidence: corpus.Evidence{Span: s, Rule: rule, Trust: trust}})
	}
	if len(names) > 0 {
		f.Authors = append(f.Authors, names)
	}
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

// bylineNames cuts the persons' names out of a byline: no roles, places, outlets or reading times. Each is a pair of
// bytes of v.
func bylineNames(v string) [][2]int {
	var names [][2]int
	for at := 0; at < len(v); {
		n, sep := nextSeparator(v[at:])
		start, end := personName(v, at, at+n)
		if end > start {
			names = append(names, [2]int{start, end})
		} else if strings.TrimSpace(v[at:at+n]) != "" && len(names) > 0 {
			return names // a role or a place: what follows belongs to it
		}
		if sep == 0 || n < len(v)-at && end > start && cutShort(v[end:at+n]) {
			return names
		}
		at += n + sep
	}
	return names
}

// conjunctions part names, with the blanks around them.
var conjunctions = []string{", ", " ,", "; ", " and ", " & ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", " ve ", " with ", "/", "\n", "،", "、"}

// nextSeparator finds what parts the first name from the next.
func nextSeparator(s string) (at, length int) {
	at = len(s)
	for _, c := range conjunctions {
		if i := strings.Index(s, c); i >= 0 && (i < at || i == at && len(c) > length) {
			at, length = i, len(c)
		}
	}
	return at, length
}

// cutShort reports whether a name was followed by something that ends the byline: "Jane Doe in Cairo", "Jane Doe | 5 min".
func cutShort(rest string) bool { return strings.TrimSpace(rest) != "" }

// personName finds the name in v[start:end]: two to six words with capitals, particles between them. One word is no
// name, save in scripts without capitals, where two characters are.
func personName(v string, start, end int) (from, to int) {
	words, caps := 0, 0
	from, to = start, start
	for i := start; i < end; {
		for i < end && (v[i] == ' ' || v[i] == '\t') {
			i++
		}
		j := i
		for j < end && v[j] != ' ' && v[j] != '\t' {
			j++
		}
		if i == j {
			break
		}
		w := v[i:j]
		low := strings.ToLower(strings.Trim(w, ".,:()"))
		switch {
		case words == 0 && (low == "by" || low == "von" || low == "the" || nameTitles[low]):
			from, to = j, j
			i = j
			continue
		case low == "stand" && caps > 1: // "Jane Doe Stand: 5. Februar"
			return wholeName(v, from, to, caps)
		case staffWords[low]:
			return start, start
		case isNameWord(w):
			caps++
		case caps > 0 && nameParticles[low]:
		case words == 0 && nameParticles[low] && j < end:
		default:
			return wholeName(v, from, to, caps)
		}
		if words == 0 {
			from = i
		}
		words++
		if !nameParticles[low] || isNameWord(w) {
			to = j
		}
		i = j
	}
	return wholeName(v, from, to, caps)
}

// wholeName takes marks off a name's end and refuses what is too short or too long.
func wholeName(v string, from, to, caps int) (int, int) {
	name := strings.TrimRight(v[from:to], ",;:|•·")
	if !hasInitialEnd(name) {
		name = strings.TrimRight(name, ".")
	}
	to = from + len(name)
	if r, _ := utf8.DecodeRuneInString(name); unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Arabic, unicode.Hebrew, unicode.Devanagari) {
		return from, to
	}
	if caps < 2 || caps > 6 {
		return from, from
	}
	return from, to
}

// hasInitialEnd tells "Martin Luther Jr." from "Jane Doe.".
func hasInitialEnd(s string) bool {
	return strings.HasSuffix(s, " Jr.") || strings.HasSuffix(s, " Sr.")
}

// isNameWord reports whether a word may be part of a name: a capital or a caseless letter first, no digit inside.
func isNameWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’\"“"))
	if !unicode.IsUpper(r) && (!unicode.IsLetter(r) || unicode.IsLower(r)) && !elided(w) {
		return false
	}
	return !strings.ContainsAny(w, "0123456789@|/_=<>[]{}()")
}

// elided reads names such as "d'Arcy", "al-Assad" and "el-Sisi".
func elided(w string) bool {
	i := strings.IndexAny(w, "'’-")
	if i < 1 || i > 3 {
		return false
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	r, _ := utf8.DecodeRuneInString(w[i+n:])
	return unicode.IsUpper(r)
}

var nameParticles = set("de", "la", "le", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "van", "von", "der", "den", "ter", "ten", "zu", "zur", "bin", "ibn", "al", "el", "bint", "af", "av", "y", "abu", "ul", "st", "san", "dal", "dalla", "lo", "op", "'t")

var nameTitles = set("dr", "mr", "mrs", "ms", "prof", "sir", "rev", "author", "autor")

// staffWords make a byline nobody's.
var staffWords = set("staff", "correspondent", "correspondents", "reporter", "reporters", "editor", "editors", "writer", "writers", "desk", "team", "newsroom", "agency", "agencies", "reuters", "ap", "afp", "dpa", "associated", "press", "agence", "news", "bureau", "admin", "administrator", "editorial", "redaktion", "redaction", "rédaction", "redacción", "redazione", "redactie", "редакция", "online", "service", "services", "media", "group", "wire", "web", "contributor", "contributors", "guest", "min", "mins", "minutes", "read", "times", "post", "magazine", "editorial", "board", "http", "https", "www", "analysis", "updated", "published", "posted", "unknown", "anonymous", "webmaster", "user", "null", "undefined")

func hasStaffWord(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if staffWords[strings.Trim(w, ".,:|")] {
			return true
		}
	}
	return false
}
