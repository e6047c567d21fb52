package format

import (
	"strings"

	"dateline/corpus"
)

// nexis is what Nexis and LexisNexis give as text, or in a document of a word processor. Until about 2019 every
// article began with "3 of 50 DOCUMENTS"; since then each ends with "End of Document".
var nexis = layout{
	name:   "nexis",
	is:     isNexis,
	begins: lazily(nexisCount + `$`),
	parts:  lazily(`^\s*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$`),
	read:   readNexis,
}

const nexisCount = `(?m)^[ \t]*(?:\d+ (?:of|von|de|di|van) \d+ (?:DOCUMENT|DOKUMENT)[A-Z]*|(?:Dokument|Document|Documento) \d+ (?:of|von|de|di|van) \d+)`

var (
	nexisCounted = lazily(nexisCount + `\s*$`)
	nexisStates  = lazily(`(?m)^(?:LENGTH|BYLINE|SECTION|LOAD-DATE|LANGUAGE|LÄNGE|RUBRIK|SPRACHE|LONGUEUR|RUBRIQUE|LANGUE|LONGITUD|LUNGHEZZA): `)
	nexisBody    = lazily(`(?m)^(?:Body|BODY:?)\s*$`)
	nexisLength  = lazily(`(?m)^(?:Length|Länge|Longueur|Longitud|Lunghezza): *[\d.,]+ \p{L}+\s*$`)
)

func isNexis(head string) bool {
	return holds(head, "DOCUMENT", "DOKUMENT", "Document ", "Dokument ", "Documento ") && nexisStates().MatchString(head) && nexisCounted().MatchString(head) ||
		holds(head, "Body\n", "Body\r", "BODY\n", "BODY\r", "BODY:") && nexisLength().MatchString(head) && nexisBody().MatchString(head)
}

// nexisAbove are the fields between headline and text.
var nexisAbove = columnsOf{
	"headline": columnTitle, "byline": corpus.MetaAuthor, "autor": corpus.MetaAuthor, "auteur": corpus.MetaAuthor, "autore": corpus.MetaAuthor, "author": corpus.MetaAuthor,
	"section": corpus.MetaSection, "rubrik": corpus.MetaSection, "rubrique": corpus.MetaSection, "sección": corpus.MetaSection, "sezione": corpus.MetaSection,
	"length": "", "länge": "", "longueur": "", "longitud": "", "lunghezza": "", "dateline": "", "highlight": "", "series": "", "column": "", "distribution": "", "type": "", "contact": "",
}

// nexisBelow are the fields behind the text.
var nexisBelow = columnsOf{
	"load-date": "", "update": "", "language": "", "sprache": "", "langue": "", "idioma": "", "lingua": "", "url": corpus.MetaURL, "subject": corpus.MetaTags,
	"graphic": "", "grafik": "", "graphique": "", "publication-type": "", "journal code": "", "journal-code": "", "organization": "", "company": "", "ticker": "", "person": "",
	"industry": "", "geographic": "", "country": "", "state": "", "city": "", "correction": "", "correction-date": "", "document-type": "", "acc-no": "", "notes": "", "isbn": "", "issn": "",
	"classification": "", "copyright": "",
}

func readNexis(text string) (*printout, bool) {
	p := &printout{stated: map[string]string{}}
	list := paragraphs(text)
	marked := nexisBody().MatchString(text)
	stated := false
	var head []string
	at := 0
	for ; at < len(list) && !nexisBody().MatchString(firstLineOf(list[at])); at++ {
		switch {
		case p.states(nexisAbove, list[at]):
			stated = true
		case !stated:
			head = append(head, list[at])
		}
		if stated && !marked && !p.states(nexisAbove, list[min(at+1, len(list)-1)]) {
			at++
			break
		}
	}
	if marked && at < len(list) {
		list[at] = strings.TrimPrefix(list[at], firstLineOf(list[at]))
	}
	end := at
	for end < len(list) && !p.states(nexisBelow, list[end]) {
		end++
	}
	for _, paragraph := range list[end:] {
		p.states(nexisBelow, paragraph)
	}
	for end > at && isCopyright(list[end-1]) {
		end--
	}
	p.body = strings.Join(list[at:end], "\n\n")
	p.nexisHead(head)
	return p, stated && strings.TrimSpace(p.body) != ""
}

// firstLineOf is a paragraph's first line.
func firstLineOf(paragraph string) string {
	line, _, _ := strings.Cut(paragraph, "\n")
	return line
}

// states reports whether a paragraph begins with one of the fields, and keeps what it states. A field goes on until
// the next one of the paragraph.
func (p *printout) states(names columnsOf, paragraph string) bool {
	name, value := "", ""
	found := false
	for line := range strings.Lines(paragraph) {
		next, rest, ok := aField(line)
		if !ok {
			next = strings.ToLower(strings.TrimSpace(line)) // "Classification" and "Graphic" have lines of their own
		}
		if _, known := names[next]; !known || !ok && !ownLine[next] {
			if !found {
				return false
			}
			value += " " + line
			continue
		}
		p.set(names, name, value)
		name, value, found = next, rest, true
	}
	p.set(names, name, value)
	return found
}

var ownLine = map[string]bool{"classification": true, "graphic": true, "notes": true, "correction": true}

// A line that is a day, a month or a season of an issue: "March 2, 2019 Saturday", "2. März 2019 Samstag".
var issueDate = lazily(`^(?:\p{L}+,? )?(?:\p{L}+\.? \d{1,2},? (?:1[89]|20)\d\d\b.{0,40}|\d{1,2}\.? (?:de )?\p{L}+\.? (?:de )?(?:1[89]|20)\d\d\b.{0,40}|\p{L}+(?: ?[-/] ?\p{L}+)?,? (?:1[89]|20)\d\d)$`)

// nexisHead reads what stands above the fields: outlet, date, edition and headline, in later years the headline first.
func (p *printout) nexisHead(head []string) {
	var lines [][]string // of each paragraph that is neither the count nor the rights
	date := -1
	for _, paragraph := range head {
		if nexisCounted().MatchString(paragraph) || isCopyright(paragraph) {
			continue
		}
		var own []string
		for line := range strings.Lines(paragraph) {
			own = append(own, squeezed(line))
		}
		if issueDate().MatchString(own[0]) {
			date = len(lines)
		}
		lines = append(lines, own)
	}
	var outlet []string
	var headline [][]string
	switch {
	case date > 1:
		outlet, headline = lines[date-1], lines[date-2:date-1]
	case date == 1:
		outlet, headline = lines[0], lines[2:]
	case date == 0:
		headline = lines[1:]
	case len(lines) > 0:
		outlet, headline = lines[0], lines[1:]
	}
	if date >= 0 {
		p.stated[corpus.MetaDate] = lines[date][0]
	}
	p.stated[corpus.MetaOutlet] = strings.Join(outlet, " ")
	for _, paragraph := range headline {
		if p.title == "" || date <= 1 {
			p.title = squeezed(p.title + " " + strings.Join(paragraph, " "))
		}
	}
}

func isCopyright(paragraph string) bool {
	p := strings.TrimSpace(paragraph)
	return len(p) < 400 && (strings.HasPrefix(p, "Copyright ") || strings.HasPrefix(p, "©") || strings.HasPrefix(p, "(c) ") || strings.HasPrefix(p, "All Rights Reserved"))
}
