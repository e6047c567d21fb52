package format

import (
	"strings"

	"dateline/corpus"
)

// proquest is what ProQuest gives as text: lines of underscores between the articles, and in each fields of a name and a
// value, one of which is the text.
var proquest = layout{name: "proquest", is: isProQuest, parts: lazily(`^_{40,}$`), read: readProQuest}

var (
	proquestRule = lazily(`(?m)^_{40,}\s*$`)
	proquestText = lazily(`(?m)^(?:Full text|Title|Publication title|ProQuest document ID): `)
)

func isProQuest(head string) bool {
	return holds(head, strings.Repeat("_", 40)) && proquestRule().MatchString(head) && (len(proquestText().FindAllString(head, 2)) == 2 || strings.Contains(head, "Report Information from ProQuest"))
}

var proquestFields = columnsOf{
	"title": columnTitle, "author": corpus.MetaAuthor, "publication title": corpus.MetaOutlet, "publication date": corpus.MetaDate, "section": corpus.MetaSection,
	"proquest document id": columnID, "subject": corpus.MetaTags, "dateline": "dateline", "publication info": "", "abstract": "", "language of publication": "language",
	"document url": "", "location": "", "people": "", "company / organization": "", "links": "", "pages": "", "publication year": "", "publisher": "", "place of publication": "",
	"country of publication": "", "publication subject": "", "issn": "", "source type": "", "document type": "", "copyright": "", "last updated": "", "database": "", "full text": "",
	"first page": "", "volume": "", "issue": "", "identifier / keyword": "", "credit": "", "supplement": "", "illustration": "", "url": corpus.MetaURL, "narrow subject": "", "broad subject": "",
	"e-issn": "", "document feature": "", "number of pages": "", "correspondence author": "", "column": "", "edition": "",
}

func readProQuest(text string) (*printout, bool) {
	p := &printout{stated: map[string]string{}}
	name, value := "", ""
	keep := func() {
		if name == "full text" {
			p.body = strings.TrimSpace(value)
		} else {
			p.set(proquestFields, name, value)
		}
	}
	inText := false // a line of it may look like a field's: what follows it stands behind a blank line
	for line := range strings.Lines(text) {
		next, rest, ok := aField(line)
		if _, known := proquestFields[next]; ok && known && !inText {
			keep()
			name, value = next, rest+"\n"
		} else {
			value += line
		}
		inText = name == "full text" && strings.TrimSpace(line) != ""
	}
	keep()
	p.stated[corpus.MetaOutlet], _, _ = strings.Cut(p.stated[corpus.MetaOutlet], ";") // where it is published follows
	p.stated[corpus.MetaAuthor] = firstNamesFirst(p.stated[corpus.MetaAuthor])
	return p, p.body != ""
}

// firstNamesFirst writes "Okafor, Ines; Reik, T" as "Ines Okafor; T Reik".
func firstNamesFirst(authors string) string {
	list := strings.Split(authors, ";")
	for i, a := range list {
		if last, first, ok := strings.Cut(a, ","); ok && !strings.Contains(first, ",") {
			list[i] = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
		}
	}
	return strings.Join(list, "; ")
}
