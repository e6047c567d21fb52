package format

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline/corpus"
)

// A record's fields, as `--map` calls them.
const (
	columnID    = "id"
	columnTitle = "title"
	columnBody  = "body"
)

// columnNames lists what dumps of articles call our fields, most telling first, letters and digits only: English names
// before those of other languages.
var columnNames = map[string][]string{
	columnID: {"itemid", "id", "guid", "uid", "uuid", "articleid", "docid", "documentid", "storyid", "newsid", "storiesid", "key", "pmid"},
	columnTitle: {"hl1", "title", "headline", "heading", "articletitle", "newstitle", "webtitle", "name", "subject",
		"titel", "überschrift", "schlagzeile", "titre", "título", "titulo", "titular", "titolo", "tytuł", "заголовок", "название", "العنوان", "标题"},
	columnBody: {"text", "bodycontent", "body", "content", "articlebody", "fulltext", "articletext", "maintext", "bodytext", "story", "article",
		"contenttext", "rawtext", "cleantext", "plaintext", "articlecontent", "newscontent", "contenthtml", "html",
		"contentencoded", "paragraphs", "document", "message", "summary", "description", "leadparagraph", "abstract", "excerpt", "lead",
		"inhalt", "volltext", "artikel", "texte", "contenu", "texto", "contenido", "conteúdo", "conteudo", "cuerpo", "testo", "contenuto",
		"treść", "tresc", "tekst", "текст", "содержание", "النص", "正文", "内容"},
	corpus.MetaDate: {"date", "published", "pubdate", "publishedat", "datepublished", "publisheddate", "publishdate", "publicationdate",
		"firstpublished", "publishtime", "publishedtime", "publishedon", "webpublicationdate", "articledate", "newsdate", "dateofpublication",
		"createdat", "created", "datecreated", "posted", "postedat", "datetime", "timestamp", "time", "day", "contentcreated", "versioncreated",
		"datum", "erschienen", "erschienenam", "veröffentlicht", "veröffentlichtam", "datedepublication", "datepublication", "fecha",
		"fechadepublicación", "datapublikacji", "дата", "датапубликации", "التاريخ", "日期", "data", "dateline"},
	corpus.MetaAuthor: {"author", "authors", "byline", "creator", "dccreator", "writer", "writtenby", "journalist", "reporter", "by",
		"bytag", "autor", "autorin", "verfasser", "auteur", "autore", "автор", "الكاتب", "作者"},
	corpus.MetaURL: {"url", "link", "weburl", "articleurl", "canonicalurl", "permalink", "href", "uri", "sourceurl", "ссылка"},
	corpus.MetaOutlet: {"source", "outlet", "publisher", "publication", "sitename", "site", "newspaper", "sourcename", "medianame", "domain", "media", "provider", "journal",
		"quelle", "zeitung", "fuente", "fonte", "źródło", "источник", "издание", "المصدر", "来源"},
	corpus.MetaLanguage: {"language", "lang", "inlanguage", "locale", "languagecode"},
	corpus.MetaSection:  {"section", "category", "sectionname", "articlesection", "topic", "desk", "rubric", "ressort", "rubrik", "rubrique", "sección", "рубрика"},
	corpus.MetaWire:     {"wire", "agency", "newsagency", "wireservice"},
	corpus.MetaTags:     {"tags", "keywords", "topics", "labels"},
	corpus.MetaCrawled:  {"crawled", "crawledat", "datedownload", "datecrawled", "crawldate", "scrapedat", "scraped", "fetched", "fetchedat", "retrieved", "retrievedat", "accessed"},
}

// Columns lists our fields, as the user's word for them in File.Columns is.
func Columns() []string { return slices.Sorted(maps.Keys(columnNames)) }

// column squeezes a column's name to what columnNames are written in.
func column(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// columns says which of a record's own names stands for each of our fields. The user's word comes first.
func columns(names []string, said map[string]string) map[string]string {
	own := map[string]string{}
	for i := len(names) - 1; i >= 0; i-- {
		own[column(names[i])] = names[i]
	}
	found := map[string]string{}
	for field, known := range columnNames {
		for _, k := range known {
			if name, ok := own[k]; ok {
				found[field] = name
				break
			}
		}
	}
	for field, name := range said {
		for _, n := range names {
			if n == name || column(n) == column(name) {
				found[field] = n
			}
		}
	}
	return found
}

// fill puts the values of one record into its draft. Other columns keep their own names in Meta.
func fill(d *corpus.Draft, names []string, at map[string]string, value func(name string) string) {
	for _, n := range names {
		if v := value(n); v != "" && len(v) <= 4096 && n != at[columnBody] && n != at[columnTitle] && len(d.Meta) < 64 {
			d.Meta[n] = v
		}
	}
	for field, name := range at {
		switch v := value(name); {
		case v == "" || field == columnID:
		case field == columnTitle:
			d.Title = v
		case field == columnBody:
			body, part := readable(v)
			d.Part = part
			setText(d, body)
		case field == corpus.MetaDate || field == corpus.MetaCrawled:
			d.Meta[field] = calendar(v)
		default:
			d.Meta[field] = v
		}
	}
}

// calendar writes out a date given as seconds or milliseconds since 1970 or without its marks, as news agencies write it,
// and leaves any other as it is.
func calendar(v string) string {
	for _, layout := range []string{"20060102T150405", "20060102T150405Z0700"} {
		if t, err := time.Parse(layout, v); err == nil {
			return t.Format(strings.Replace(layout, "20060102T150405", "2006-01-02T15:04:05", 1))
		}
	}
	if len(v) < 9 || len(v) > 16 {
		return v
	}
	var n int64
	for _, c := range v {
		if c < '0' || c > '9' {
			return v
		}
		n = n*10 + int64(c-'0')
	}
	switch {
	case len(v) >= 15:
		n /= 1_000_000
	case len(v) >= 12:
		n /= 1000
	}
	return time.Unix(n, 0).UTC().Format(time.RFC3339)
}

// readable is a text as given, or the text of the HTML that it is.
func readable(v string) (string, corpus.Part) {
	if !looksLikeMarkup(v) {
		return v, corpus.PartText
	}
	return textOfHTML(v), corpus.PartBody
}

// looksLikeMarkup wants two paragraphs' or links' closing tags: an article about HTML may hold one.
func looksLikeMarkup(v string) bool {
	closing := 0
	for _, tag := range []string{"</p>", "</a>", "</div>", "<br", "</strong>", "</em>", "</h2>", "</li>"} {
		if closing += strings.Count(v, tag); closing >= 2 {
			return true
		}
	}
	return closing == 1 && strings.HasPrefix(strings.TrimSpace(v), "<")
}
