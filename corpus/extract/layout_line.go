package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus/dates"
)

// isHeaderLine reports whether a line between title and body is about the article: a date, a byline, an address, or
// labelled as such.
func isHeaderLine(s string) bool {
	if len(s) > 240 {
		return false
	}
	return isLabelled(s) || isURL(s) || isBylineLine(s) || isDateLine(s, 40) || isPapersLine(s)
}

// isPapersLine reports whether a line's parts, set apart by bars or dots, are a date and few words each: "The Courier ·
// 14 May 2016 · A3 · Jo Arden".
func isPapersLine(s string) bool {
	const words = 6
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|·•—", r) })
	if len(parts) < 2 || len(s) > 160 || !mayDate(s) {
		return false
	}
	dated := false
	for _, part := range parts {
		dated = dated || isDateLine(strings.TrimSpace(part), 12)
		if len(strings.Fields(part)) > words && !isDateLine(strings.TrimSpace(part), 40) {
			return false
		}
	}
	return dated
}

// The labels that open header lines, folded, in the languages of the date scanner's news.
var (
	titleLabels  = set("title", "headline", "subject", "titel", "titre", "título", "titolo", "заголовок")
	dateLabels   = set("date", "published", "publication date", "pubdate", "posted", "datum", "veröffentlicht", "date de publication", "fecha", "data", "дата", "опубликовано")
	authorLabels = set("author", "authors", "byline", "by", "autor", "autorin", "autoren", "auteur", "auteurs", "autora", "autore", "автор", "written by", "reporter", "writer")
	urlLabels    = set("url", "link", "source url", "permalink")
	outletLabels = set("source", "outlet", "publication", "newspaper", "quelle", "fuente", "fonte", "источник", "publisher")
	placeLabels  = set("location", "place", "dateline")
	sectionLabel = set("section", "category", "rubrik", "ressort", "rubrique", "sección", "рубрика")
	headerLabels = union(dateLabels, authorLabels, urlLabels, outletLabels, placeLabels, sectionLabel, set("language", "copyright", "words", "length", "id", "tags", "keywords", "load-date", "publication-type", "edition", "page"))
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func union(sets ...map[string]bool) map[string]bool {
	m := map[string]bool{}
	for _, s := range sets {
		for w := range s {
			m[w] = true
		}
	}
	return m
}

// labelled gives what stands behind "Label: " where the label is one of the given.
func labelled(s string, labels map[string]bool) (value string, ok bool) {
	i := strings.IndexByte(s[:min(len(s), 30)], ':')
	if i < 2 || i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
		return "", false
	}
	return strings.TrimSpace(s[i+1:]), labels[strings.ToLower(strings.TrimRight(s[:i], " "))]
}

// isLabelled reports whether a line is a label of the article's papers and its value. A title's label is none.
func isLabelled(s string) bool {
	_, ok := labelled(s, headerLabels)
	return ok
}

// isURL reports whether a line is a web address and nothing else.
func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.ContainsAny(s, " \t")
}

// isDateLine reports whether a line says when and hardly anything else: "Май 25th, 2016 by", "Published 25 May 2016 |
// Updated 26 May". Beside dates there may stand so many bytes, and no sentence.
func isDateLine(s string, beside int) bool {
	if len(s) > 160 || !mayDate(s) {
		return false
	}
	const yearless = 5 // bytes before a day without a year, "Sat ", or it is a dateline's; four times as many behind it
	dates := dates.Scan(s, true)
	left, dated := len(s), false
	for _, st := range dates {
		left -= st.End - st.Start
		dated = dated || st.Month != 0 && (st.Year != 0 || st.Day != 0 && (st.HasClock || st.Start <= yearless && len(s)-st.End <= 4*yearless))
	}
	if !dated || left > beside {
		return false
	}
	rest := s[dates[len(dates)-1].End:]
	if strings.HasSuffix(rest, ".") && len(rest) > 12 || strings.HasSuffix(rest, "?") {
		return false
	}
	return capitals(s[:dates[0].Start])+capitals(rest) <= 5 && lowerWords(s[:dates[0].Start]) <= 3
}

// mayDate is a quick look for a digit.
func mayDate(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-'0' < 10 || s[i] >= 0xd9 {
			return true
		}
	}
	return false
}

// capitals counts words that begin with a capital letter.
func capitals(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// lowerWords counts words in lower case: a sentence has many, a date line few.
func lowerWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			n++
		}
	}
	return n
}

// isTitleLine reports whether a line is the title again, alone or with a date or a site's name stuck on.
func isTitleLine(s, title string) bool {
	if len(title) < 12 || len(s) < len(title) || len(s) > len(title)+60 || !strings.EqualFold(s[:len(title)], title) {
		return false
	}
	rest := strings.TrimSpace(s[len(title):])
	if rest == "" || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ") || strings.HasPrefix(rest, "— ") || strings.HasPrefix(rest, "::") {
		return true
	}
	dates := dates.Scan(rest, true)
	return len(dates) > 0 && dates[0].Start < 4 && len(rest)-dates[0].End < 12
}
