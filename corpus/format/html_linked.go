package format

import (
	"encoding/json"
	"html"
	"strings"
)

// linked is the article that a page describes in JSON-LD.
type linked struct {
	article map[string]any    // the fullest object of an article's type
	page    map[string]any    // of a page's type
	names   map[string]string // of what is named elsewhere by its @id
	broken  []string          // scripts that are no JSON
}

func (l *linked) read(script string) {
	script = strings.TrimSpace(script)
	for _, wrap := range []string{"<!--", "-->", "<![CDATA[", "]]>", "//<![CDATA[", "//]]>", "/*<![CDATA[*/", "/*]]>*/"} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrap), wrap))
	}
	script = strings.Map(func(r rune) rune { // line ends inside strings are the commonest error
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.TrimSuffix(script, ";"))
	var v any
	if err := json.Unmarshal([]byte(script), &v); err != nil {
		l.broken = append(l.broken, script)
		return
	}
	l.search(v, 0)
}

// search looks for the article among lists, graphs and what a page is about.
func (l *linked) search(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.search(e, depth+1)
		}
	case map[string]any:
		l.name(v)
		kind := ldText(v["@type"])
		switch {
		case strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || kind == "Report" || kind == "Review":
			if len(v) > len(l.article) {
				l.article = v
			}
		case strings.Contains(kind, "Page") && len(v) > len(l.page):
			l.page = v
		}
		for _, in := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"} {
			l.search(v[in], depth+1)
		}
	}
}

// name remembers what a thing is called that others may refer to.
func (l *linked) name(thing map[string]any) {
	id, _ := thing["@id"].(string)
	name, _ := thing["name"].(string)
	if id == "" || name == "" || len(l.names) > 200 {
		return
	}
	if l.names == nil {
		l.names = map[string]string{}
	}
	l.names[id] = name
}

// named puts the names of things in place of what refers to them, a line each.
func (l *linked) named(things string) string {
	lines := strings.Split(things, "\n")
	for i, s := range lines {
		lines[i] = firstOf(l.names[s], s)
	}
	return strings.Join(lines, "\n")
}

// fill states the article's members as "jsonld:name".
func (l *linked) fill(meta map[string]string) {
	for _, from := range []map[string]any{l.article, l.page} {
		for _, name := range []string{"headline", "datePublished", "dateModified", "dateCreated", "author", "creator", "publisher", "articleSection",
			"keywords", "inLanguage", "url", "mainEntityOfPage", "description", "contentLocation", "locationCreated"} {
			v := ldText(from[name])
			if name == "author" || name == "creator" || name == "publisher" {
				v = l.named(v)
			}
			if v != "" && meta["jsonld:"+name] == "" && len(v) <= 2048 {
				meta["jsonld:"+name] = html.UnescapeString(v)
			}
		}
	}
	for _, script := range l.broken {
		for _, m := range ldMember().FindAllStringSubmatch(script, 20) {
			if meta["jsonld:"+m[1]] == "" {
				meta["jsonld:"+m[1]] = html.UnescapeString(m[2])
			}
		}
	}
}

var ldMember = lazily(`"(headline|datePublished|dateModified|dateCreated)"\s*:\s*"([^"]{1,300})"`)

// ldText is a value as a string: of a thing its name, of several a line each.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		var lines []string
		for _, e := range v {
			if s := ldText(e); s != "" {
				lines = append(lines, s)
			}
		}
		return strings.Join(lines, "\n")
	case map[string]any:
		for _, name := range []string{"name", "@value", "@id", "url"} {
			if s, ok := v[name].(string); ok && s != "" {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}
