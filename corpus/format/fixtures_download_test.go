package format

import (
	"fmt"
	"strings"
)

// What news databases write. The articles are invented.
var (
	nexisCounts = strings.Join([]string{"", "Download Request: Selected Items: 1-3", "Time Of Request: Friday, March 08, 2019", "Terms: (harbour and storm)", "", "",
		"                               1 of 3 DOCUMENTS", "", "", "                        The Sample Herald (Elsine)", "",
		"                             March 2, 2019 Saturday", "                              Edition 1;", "                                Islands", "",
		"Harbour reopens after storm that closed it for", "a week", "", "BYLINE: Ines Okafor and Tomas Vale in Port Elsine", "", "SECTION: NEWS; Pg. 3", "", "LENGTH: 355 words", "", "DATELINE: PORT ELSINE", "", "",
		"The harbour of Port Elsine reopened on Saturday after a storm that had closed it", "for a week, officials in the town said.", "",
		`"Every berth is open again," said Tomas Reik, the harbour master.`, "",
		"LOAD-DATE: March 3, 2019", "", "LANGUAGE: ENGLISH", "", "GRAPHIC: The harbour on Saturday.", "", "SUBJECT: PORTS & HARBOURS (91%);", "STORMS (78%); FERRIES (51%)", "", "PUBLICATION-TYPE: Newspaper", "", "",
		"                       Copyright 2019 Sample Herald Ltd", "                              All Rights Reserved", "",
		"                               2 of 3 DOCUMENTS", "", "", "                       Copyright 2019 Der Musterbote", "", "                                 Der Musterbote", "",
		"                              3. März 2019 Sonntag", "", "Fähre fährt wieder", "", "AUTOR: Klara Wimmer", "", "RUBRIK: LOKALES; S. 4", "", "LÄNGE: 80 Wörter", "",
		"Die Fähre fuhr am Sonntag um acht Uhr mit dreihundert Gästen an Bord.", "", "UPDATE: 4. März 2019", "", "SPRACHE: GERMAN; DEUTSCH", "",
		"                               3 of 3 DOCUMENTS", "", "                         Sample Monthly", "", "                                  April 2019", "", "LENGTH: 6 words", "", "HEADLINE: What the storm left", "", "BODY:", "", "Two cranes lay in the mud.", ""}, "\r\n")
	nexisEnded = strings.Join([]string{"User Name: I. Okafor", "Date and Time: Friday, March 8, 2019 4:51:00 PM GMT", "Job Number: 84923712", "Documents (2)", "1. Harbour reopens after storm", "Client/Matter: -None-", "Search Terms: harbour and storm", "2. Ferry sails",
		"Harbour reopens after storm", "The Sample Herald (Elsine)", "March 2, 2019 Saturday", "Edition 1; Islands", "Copyright 2019 Sample Herald Ltd All Rights Reserved", "Section: NEWS; Pg. 3", "Length: 355 words", "Byline: Ines Okafor", "Dateline: PORT ELSINE", "Highlight: Every berth is open.", "Link to Image", "Body",
		"The harbour of Port Elsine reopened on Saturday.", `"Every berth is open again," said Tomas Reik, the harbour master.`, "Graphic", "The harbour on Saturday.", "Classification", "Language: ENGLISH", "Publication-Type: Newspaper", "Subject: PORTS & HARBOURS (91%); STORMS (78%)", "Load-Date: March 3, 2019", "End of Document",
		"Ferry sails", "The Sample Herald (Elsine)", "March 3, 2019 Sunday", "Copyright 2019 Sample Herald Ltd All Rights Reserved", "Section: NEWS; Pg. 1", "Length: 80 words", "Body", "The ferry sailed at eight.", "Load-Date: March 4, 2019", "End of Document"}, "\n\n")
	factivaPlain = strings.Join([]string{"News", "Harbour reopens after storm", "Ines Okafor", "355 words", "2 March 2019", "08:15 GMT", "The Sample Herald", "SAMHER", "1; Islands", "3", "English", "(c) 2019 Sample Herald Ltd. All rights reserved.", "",
		"PORT ELSINE, March 2 (Sample) - The harbour of Port Elsine reopened on Saturday.", "", `"Every berth is open again," said Tomas Reik, the harbour master.`, "", "Sample Herald Ltd.", "", "Document SAMHER0020190302ef32000a1", "",
		"Fähre fährt wieder", "80 Wörter", "3. März 2019", "Der Musterbote", "MUSBO", "4", "Deutsch", "Copyright 2019 Der Musterbote", "", "Die Fähre fuhr am Sonntag um acht Uhr.", "", "Dokument MUSBO00020190303ef330000b", "",
		"Search Summary", "Text    harbour and storm", "Date    Last week", "Results Found    2", ""}, "\n")
	factivaCodes = strings.Join([]string{"SE   News", "HD   Harbour reopens", "     after storm", "BY   By Ines Okafor", "WC   355 words", "PD   2 March 2019", "ET   08:15", "SN   The Sample Herald", "SC   SAMHER", "LA   English", "CY   (c) 2019 Sample Herald Ltd.", "",
		"LP   PORT ELSINE, March 2 (Sample) - The harbour of Port Elsine", "     reopened on Saturday.", "", "TD   US boats were the first to leave.", "", `     "Every berth is open again," said Tomas Reik, the harbour master.`, "",
		"NS   gstorm : Storms | gcat : Political/General News", "RE   elsin : Elsine", "AN   Document SAMHER0020190302ef32000a1", "", "HD\tFerry sails", "PD\t3 March 2019", "SN\tThe Sample Herald", "LP", "The ferry sailed at eight.", "AN\tDocument SAMHER0020190303ef3300001", ""}, "\n")
	proquestRecords = strings.Join([]string{strings.Repeat("_", 60), "Report Information from ProQuest", "March 08 2019 16:51", strings.Repeat("_", 60), "", "Document 1 of 2", "", "Title: Harbour reopens after storm", "", "Author: Okafor, Ines", "",
		"Publication info: Sample Herald ; Elsine [Elsine]02 Mar 2019: A.3.", "", "Abstract: None available.", "", "Links: http://library.example/17", "", "Full text: The harbour of Port Elsine reopened on Saturday.", "",
		`"Every berth is open again," said Tomas Reik, the harbour master.`, "Title: what a line may look like.", "", "Subject: Ports; Storms", "", "Location: Elsine", "", "Title: Harbour reopens after storm", "", "Publication title: Sample Herald; Elsine", "", "Publication date: Mar 2, 2019", "", "Dateline: PORT ELSINE", "", "Section: News", "", "ProQuest document ID: 1790000017", "",
		"Document URL: http://library.example/17", "", "Copyright: (Copyright (c) 2019 Sample Herald)", "", strings.Repeat("_", 60), "", "Document 2 of 2", "", "Title: Ferry sails", "Author: Reik, T", "Publication title: Sample Herald", "Publication date: Mar 3, 2019", "ProQuest document ID: 1790000018", "Full text: The ferry sailed at eight.", "", "Database: Newsstream",
		strings.Repeat("_", 60), "", "Contact us at: http://library.example", ""}, "\n")
)

const richText = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial CYR;}}{\colortbl;\red0\green0\blue255;}{\stylesheet{\s1 heading 1;}}
{\info{\title Harbour reopens}{\author Ines Okafor}{\creatim\yr2019\mo3\dy2\hr8}}{\header Page 1}\viewkind4\uc1
\pard\b Harbour reopens\b0\par
PORT ELSINE, March 2 \endash  The caf\'e9 of the harbour {\v hidden}\ldblquote re\u246\'f6ffnet\rdblquote\~at eight {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt for all}}.\par
{\f1 \'cf\'ee\'f0\'f2 \'ee\'f2\'ea\'f0\'fb\'f2.} Boats \{left\}.\line Ferries followed. \u-10179?\u-8704?{\*\bkmkstart x}{\pict\bin6 {}{}{}}\par}`

// rich writes paragraphs as Rich Text.
func rich(text string) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi `)
	for _, r := range text {
		switch {
		case r == '\n':
			b.WriteString("\\par\n")
		case r == '\t':
			b.WriteString(`\cell `)
		case r > 127:
			fmt.Fprintf(&b, `\u%d?`, int16(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + "}"
}

func init() {
	paragraphs := strings.ReplaceAll(strings.ReplaceAll(nexisEnded, "&", "&amp;"), "\n\n", "</w:t></w:r></w:p><w:p><w:r><w:t>")
	fixtures = append(fixtures,
		fixture{"nexis/sample.txt", text(nexisCounts)},
		fixture{"nexis/sample-ends.txt", text(nexisEnded)},
		fixture{"nexis/truncated.txt", half("nexis/sample.txt")},
		fixture{"nexis/hostile.txt", text("1 of 9 DOCUMENTS", "", "LENGTH: 9 words", "", "LENGTH: no end", strings.Repeat("2 of 9 DOCUMENTS\n", 2000), "3 of 9 DOCUMENTS\x00\xff", "", "\x1b[31mHerald", "", "March 2, 2019", "", "SECTION: "+strings.Repeat("x", 9000), "", "Text.", "",
			"4 of 9 DOCUMENTS", "no field is in this one, and its text is kept.", "", "5 of 9 DOCUMENTS", "", "LENGTH: 1 words", "", "LOAD-DATE: x", "")},
		fixture{"factiva/sample.txt", text(factivaPlain)},
		fixture{"factiva/sample-codes.txt", text(factivaCodes)},
		fixture{"factiva/truncated.txt", half("factiva/sample.txt")},
		fixture{"factiva/hostile.txt", text("HD", "SN", "WC", "LP", "LP", strings.Repeat("TD  x\n", 3000)+"AN  Document AAAAA0020190302", "\x00\xff", "9 words", "9 words", "Document AAAAA0020190303", "", "Document AAAAA0020190304")},
		fixture{"proquest/sample.txt", text(proquestRecords)},
		fixture{"proquest/truncated.txt", half("proquest/sample.txt")},
		fixture{"proquest/hostile.txt", text(strings.Repeat("_", 60), "Title: \x00\xff", "Full text: One.", "", strings.Repeat(strings.Repeat("_", 60)+"\n", 2000), "Title: =cmd", "", "ProQuest document ID: \x1b]0;x\x07", "", "Full text: Two.", "", "Full text: Three.")},
		fixture{"docx/sample-nexis.docx", func() []byte {
			return word("<w:document><w:p><w:r><w:t>" + paragraphs + "</w:t></w:r></w:p></w:document>")
		}},

		fixture{"rtf/sample.rtf", text(richText)},
		fixture{"rtf/sample-factiva.rtf", text(rich(factivaPlain))},
		fixture{"rtf/sample-codes.rtf", text(rich(strings.NewReplacer("   ", "\t").Replace(factivaCodes)))},
		fixture{"rtf/truncated.rtf", text(richText[:len(richText)-200])},
		fixture{"rtf/hostile.rtf", text(`{\rtf1 It sailed.\par` + strings.Repeat("{", 100_000))},
		fixture{"rtf/hostile-words.rtf", text(`{\rtf1\ansicpg-5\uc99999\f99999999999999\bin99999999999 x}}}}\'zz\u99999999\'4`)},
		fixture{"rtf/hostile-bin.rtf", text(`{\rtf1 One.\par\bin-7 Two.\u-10179 \uc8\u65?Three.\par\v Hid.\v0 Four.}}}} five {\title`)},
	)
}
