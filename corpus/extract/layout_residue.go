package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// A template is the vocabulary of residue.txt.
type template struct {
	line, list, count, comments map[string]bool
	opens                       []string
}

//go:embed residue.txt
var residueFile string

var templates = sync.OnceValue(func() *template {
	t := &template{line: map[string]bool{}, list: map[string]bool{}, count: map[string]bool{}, comments: map[string]bool{}}
	var section map[string]bool
	for _, l := range strings.Split(residueFile, "\n") {
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			section = map[string]map[string]bool{"[line]": t.line, "[list]": t.list, "[count]": t.count, "[comments]": t.comments}[l]
		case section == nil:
			t.opens = append(t.opens, strings.Split(l, " | ")...)
		default:
			for _, w := range strings.Split(l, " | ") {
				section[w] = true
			}
		}
	}
	return t
})

// isResidue reports whether a line belongs to a page's template: buttons, links, counters, notices on cookies and rights.
func isResidue(s string) bool {
	if len(s) > 300 {
		return false
	}
	low := templateWords(s)
	if low == "" {
		return !hasLetterOrDigit(s)
	}
	t := templates()
	if len(low) <= 90 && (t.line[low] || t.list[low] || isCounter(low)) || t.opensTrail(s) {
		return true
	}
	if len(low) <= 160 && !endsSentence(s) || len(low) <= 60 {
		for _, p := range t.opens {
			if strings.HasPrefix(low, p) {
				return true
			}
		}
	}
	return isNotice(low)
}

// opensTrail reports whether a line is a menu or a trail of them: "Home | News | Sport", "Startseite > Region > …".
func (t *template) opensTrail(s string) bool {
	first := strings.IndexAny(s, "|»›>/·•")
	if first <= 0 || endsSentence(s) {
		return false
	}
	return t.line[templateWords(strings.TrimSpace(s[:first]))]
}

// isListHead reports whether a line heads a list of the template: "Related articles".
func isListHead(s string) bool { return len(s) <= 90 && templates().list[templateWords(s)] }

// templateWords is a line as residue.txt has it.
func templateWords(s string) string {
	return strings.ToLower(strings.TrimRight(strings.TrimLeft(s, "»›>•·|*+-–—← \t#[\u200b\ufeff"), " \t.…!?:：»›>|]→▼▾"))
}

func hasLetterOrDigit(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// endsSentence reports whether a line ends as prose does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"”“’»«」』)）' ")
	for _, end := range []string{".", "!", "?", "。", "！", "？", "؟", "۔", "।", "…"} {
		if strings.HasSuffix(s, end) {
			return !strings.HasSuffix(s, "..")
		}
	}
	return false
}

// isCounter reports whether a line counts what a template counts: "36 queries", "12 comments", "Views: 1,204".
func isCounter(low string) bool {
	counted := templates().count
	fields := strings.Fields(strings.Trim(low, "()"))
	if len(fields) == 0 || len(fields) > 7 {
		return false
	}
	first, last := fields[0], fields[len(fields)-1]
	if len(fields) > 1 && isCount(first) && counted[strings.Trim(fields[1], ".,()")] {
		return len(fields) == 2 || contains([]string{"in", "so", "|", "·", "on", "zu", "к"}, fields[2]) || strings.HasSuffix(fields[1], ".") && isCount(fields[2])
	}
	return len(fields) == 2 && isCount(strings.Trim(last, "()")) && counted[strings.Trim(first, ":.")]
}

func isCount(s string) bool {
	if s == "" || s == "no" {
		return s == "no"
	}
	for _, r := range strings.TrimSuffix(s, "k") {
		if r != '.' && r != ',' && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// isNotice reports whether a line is about cookies, scripts or rights and speaks to the reader.
func isNotice(low string) bool {
	switch {
	case strings.Contains(low, "cookie"):
		return hasAny(low, "we use", "uses cookies", "use of cookies", "accept", "agree", "consent", "verwende", "nutz", "setz", "utilis", "utiliz", "gebruik", "używ", "wykorzyst", "använder", "bruker", "kullan", "использу", "использован", "policy", "richtlinie")
	case strings.Contains(low, "javascript"):
		return hasAny(low, "enable", "disabled", "aktivier", "activ", "turn on", "включ", "inschakel", "włącz")
	case hasAny(low, "all rights reserved", "alle rechte vorbehalten", "все права защищены", "всі права захищені", "усі права захищені", "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "جميع الحقوق محفوظة"):
		return len(low) < 200
	case hasAny(low, "ctrl+enter", "ctrl + enter", "by signing up, you agree", "may not be published, broadcast", "outdated browser", "browser is not supported", "small favour to ask", "browser wird nicht unterstützt"):
		return true
	}
	return false
}

func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// opensComments reports whether a line heads a block of readers' comments.
func opensComments(s string) bool {
	if len(s) > 200 {
		return false
	}
	heads := templates().comments
	low := strings.ToLower(strings.Trim(s, " .:!#*()"))
	if heads[low] {
		return true
	}
	w := strings.Fields(low)
	return (len(w) == 2 && (isCount(w[0]) && heads[w[1]] || heads[w[0]] && isCount(strings.Trim(w[1], "()")))) ||
		strings.HasPrefix(low, "leave a reply") || len(w) > 2 && isCount(w[0]) && hasAny(low[len(w[0])+1:][:min(14, len(low)-len(w[0])-1)], "responses to", "thoughts on", "thought on", "comments on", "comment on", "kommentare zu", "gedanken zu")
}
