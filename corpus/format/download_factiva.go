package format

import (
	"slices"
	"strings"

	"dateline/corpus"
)

// factiva is what Factiva gives: every article ends with "Document" and its number. With indexing, each field follows a
// code of two or three letters; without, the fields stand on lines of their own in a known order.
var factiva = layout{name: "factiva", is: isFactiva, ends: factivaEnd, read: readFactiva}

const factivaNumber = `(?:AN\s+)?(?:Document|Dokument|Documento) ([A-Z][A-Z0-9]{3,}\d{8,}[0-9a-z]*)`

var (
	factivaEnd    = lazily(`^\s*` + factivaNumber + `$`)
	factivaEnds   = lazily(`(?m)^\s*` + factivaNumber + `\s*$`)
	factivaCode   = lazily(`^(ART|AN|BY|CLM|CO|CR|CT|CX|CY|DLN|ED|ET|FC|GC|HD|HL|IN|IPC|IPD|LA|LP|NS|PD|PG|PUB|RE|RF|RIC|SC|SE|SN|TD|VOL|WC)(?:\t+| {2,}|$)(.*)`)
	factivaLength = lazily(`(?mi)^\s*[\d.,]+ (?:words|wörter|mots|palabras|parole|palavras|woorden|слов|単語|字)\s*$`)
	factivaCoded  = lazily(`(?m)^(?:HD|SN|PD|LP|TD|WC)(?:\t| {2}|\s*$)`)
)

func isFactiva(head string) bool {
	return holds(head, "\nDocument ", "\nDokument ", "\nDocumento ") && factivaEnds().MatchString(head) && factivaLength().MatchString(head) ||
		holds(head, "\nPD", "\nLP") && holds(head, "\nSN") && len(factivaCoded().FindAllString(head, 4)) == 4
}

var factivaFields = columnsOf{
	"HD": columnTitle, "BY": corpus.MetaAuthor, "PD": corpus.MetaDate, "SN": corpus.MetaOutlet, "SE": corpus.MetaSection, "LA": "language", "CR": "credit", "ET": "time",
	"ED": "edition", "PG": "page number", "WC": "length", "SC": "source code", "CY": "copyright", "NS": "subjects", "RE": "regions", "CO": "companies", "IN": "industries", "CLM": "column",
}

func readFactiva(text string) (*printout, bool) {
	p := &printout{stated: map[string]string{}}
	if m := factivaEnds().FindStringSubmatch(text); m != nil {
		p.key = m[1]
		text = text[:strings.LastIndex(text, m[0])]
	}
	if factivaCoded().MatchString(text) {
		p.readCodes(text)
	} else {
		p.readOrder(text)
	}
	return p, strings.TrimSpace(p.body) != ""
}

// readCodes reads fields that follow their codes.
func (p *printout) readCodes(text string) {
	code, value := "", ""
	keep := func() {
		if code == "LP" || code == "TD" {
			p.body = strings.TrimSpace(p.body + "\n\n" + strings.TrimSpace(value))
		} else {
			p.set(factivaFields, code, value)
		}
	}
	for line := range strings.Lines(text) {
		if m := factivaCode().FindStringSubmatch(strings.TrimRight(line, " \t\n")); m != nil {
			keep()
			code, value = m[1], m[2]+"\n"
			continue
		}
		value += strings.TrimLeft(line, " \t")
	}
	keep()
}

// readOrder reads section, headline, byline, length, date, time, outlet, its code, edition, page, language and rights,
// as far as each is there, and the text behind them.
func (p *printout) readOrder(text string) {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimSpace(line))
	}
	length := slices.IndexFunc(lines, factivaLength().MatchString)
	if length < 0 {
		return
	}
	above := slices.DeleteFunc(slices.Clone(lines[:length]), isEmpty)
	if n := len(above); n > 1 && isByline(above[n-1]) {
		p.stated[corpus.MetaAuthor] = above[n-1]
		above = above[:n-1]
	}
	if n := len(above); n > 0 {
		p.title = squeezed(above[n-1])
		p.stated[corpus.MetaSection] = strings.Join(above[:n-1], " ")
	}
	below := lines[length+1:]
	rights := slices.IndexFunc(below[:min(len(below), 24)], isRights)
	if rights < 0 {
		return
	}
	fields := slices.DeleteFunc(slices.Clone(below[:rights]), func(s string) bool { return s == "" || timeOfDay().MatchString(s) })
	for i, field := range []string{corpus.MetaDate, corpus.MetaOutlet} {
		if i < len(fields) {
			p.stated[field] = fields[i]
		}
	}
	p.body = strings.Join(below[rights+1:], "\n")
}

var timeOfDay = lazily(`^\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,4})?$`)

func isEmpty(line string) bool { return line == "" }

func isRights(line string) bool {
	l := strings.ToLower(line)
	return strings.Contains(l, "(c)") || strings.Contains(l, "©") || strings.Contains(l, "copyright") || strings.HasPrefix(l, "all rights reserved")
}

// isByline reports whether a line below a headline names who wrote it: "By Ines Okafor", or two to four capitalised words.
func isByline(line string) bool {
	words := strings.Fields(line)
	switch {
	case len(words) < 2 || len(words) > 8:
		return false
	case slices.Contains([]string{"by", "von", "par", "por", "di", "door"}, strings.ToLower(words[0])):
		return true
	}
	for _, w := range words {
		if w == strings.ToLower(w) || strings.ContainsAny(w, "0123456789?!:;") {
			return false
		}
	}
	return len(words) <= 4
}
