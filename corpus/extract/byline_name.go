package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineNames cuts the persons' names out of a byline: no roles, places, outlets or reading times. Each is a pair of
// bytes of v.
func bylineNames(v string) [][2]int {
	var names [][2]int
	for at := 0; at < len(v); {
		n, sep := nextSeparator(v[at:])
		start, end := personName(v, at, at+n)
		if end > start {
			names = append(names, [2]int{start, end})
		} else if rest := strings.TrimSpace(v[at : at+n]); rest != "" && len(names) > 0 && !degrees[lettersOf(rest)] {
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
var conjunctions = []string{", and ", ", ", " ,", "; ", " and ", " & ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", " ve ", " with ", "/", "\n", "،", "、"}

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
		case words == 0 && (low == "by" || low == "von" || low == "par" || low == "por" || low == "the" || low == "about" || low == "über" || nameTitles[low] || strings.HasSuffix(w, ":") || isTrade(low)):
			from, to = j, j
			i = j
			continue
		case low == "stand" && caps > 1: // "Jane Doe Stand: 5. Februar"
			return wholeName(v, from, to, caps)
		case staffWords[low]:
			return start, start
		case caps > 1 && len(w) > 3 && w == strings.ToUpper(w) && v[from:to] != strings.ToUpper(v[from:to]): // "Jane Doe BOSTON"
			return wholeName(v, from, to, caps)
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
	if to < from { // particles alone
		return from, from
	}
	name := strings.TrimRight(v[from:to], ",;:|•·–— ")
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

// penName finds in a value that a page marks as its author, and in which no whole name stands, what the author goes by:
// "karstenruppert", "der Michel", "LD". It is all of the value but an opening "by".
func penName(v string) (from, to int) {
	rest := strings.TrimSpace(v)
	if named, ok := bylineOf(rest); ok {
		rest = named
	}
	first, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(first) || strings.EqualFold(rest, "by") || strings.EqualFold(rest, "von") || strings.EqualFold(rest, "par") || len(rest) > 30 || strings.Count(rest, " ") > 2 || strings.ContainsAny(rest, "@/:|\n<>()") || isDomain(rest) || hasStaffWord(rest) {
		return 0, 0
	}
	from = strings.LastIndex(v, rest)
	return from, from + len(rest)
}

// isTrade reports whether a word, in lower case, is a German trade that stands before a name: "Focus-Experte Robin Roe".
func isTrade(w string) bool {
	for _, t := range []string{"experte", "expertin", "redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin", "autor", "autorin"} {
		if strings.HasSuffix(w, t) {
			return true
		}
	}
	return false
}

// degrees stand behind a name without ending the byline, in letters alone.
var degrees = set("phd", "md", "mph", "msc", "ma", "mba", "bsc", "jd", "llm", "rn", "dds", "dphil", "esq", "mdphd")

var nameTitles = set("dr", "mr", "mrs", "ms", "prof", "sir", "rev", "author", "autor")

// staffWords make a byline nobody's.
var staffWords = set("staff", "correspondent", "correspondents", "reporter", "reporters", "editor", "editors", "writer", "writers", "desk", "team", "newsroom", "agency", "agencies", "reuters", "ap", "afp", "dpa", "associated", "press", "agence", "news", "bureau", "admin", "administrator", "editorial", "redaktion", "redaction", "rédaction", "redacción", "redazione", "redactie", "редакция", "online", "service", "services", "media", "group", "wire", "web", "contributor", "contributors", "guest", "min", "mins", "minutes", "read", "times", "post", "magazine", "editorial", "board", "http", "https", "www", "analysis", "updated", "published", "posted", "unknown", "anonymous", "webmaster", "user", "null", "undefined", "blogger", "wordpress", "root", "webredaktion", "onlineredaktion", "redaktionsteam", "pressestelle", "pressedienst", "gast", "gastautor", "gastbeitrag", "info", "content", "publisher", "author", "authors", "autor", "company", "about", "contact", "home", "follow", "more", "all", "view", "profile", "creative", "commons", "cc", "license", "lizenz")

func hasStaffWord(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if staffWords[strings.Trim(w, ".,:|")] {
			return true
		}
	}
	return false
}
