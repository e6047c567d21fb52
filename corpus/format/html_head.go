package format

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"dateline/corpus"
)

// A head is what a page states about itself beside its text.
type head struct {
	title    string   // of <title>
	h1       []string // the visible headlines
	linked   linked   // JSON-LD
	meta     map[string]string
	articles []*html.Node // <article> and what is marked as the article's body
}

// readHead collects what the page states, under its own names and ours, into meta.
func readHead(doc *html.Node, meta map[string]string) *head {
	h := &head{meta: meta}
	descend(doc, func(n *html.Node) bool {
		h.element(n)
		return true
	})
	h.linked.fill(meta)
	h.settle()
	return h
}

// set keeps the first value of a name, and further ones of a repeated name under "name:2" and so on, up to four.
func (h *head) set(name, value string) {
	value = squeezed(value)
	if value == "" || len(value) > 2048 || len(h.meta) > 200 {
		return
	}
	for _, n := range []string{name, name + ":2", name + ":3", name + ":4"} {
		if h.meta[n] == value {
			return
		}
		if h.meta[n] == "" {
			h.meta[n] = value
			return
		}
	}
}

func (h *head) element(n *html.Node) {
	switch n.Data {
	case "html":
		h.set("lang", attr(n, "lang"))
	case "title":
		if h.title == "" && n.Namespace == "" { // a broken head's stands in the body, a drawing's is its own
			h.title = squeezed(visible(n, true))
			h.set("html:title", h.title)
		}
	case "meta":
		h.metaTag(n)
	case "link":
		if rel := strings.ToLower(attr(n, "rel")); rel == "canonical" || rel == "amphtml" || rel == "shortlink" {
			h.set("link:"+rel, attr(n, "href"))
		}
	case "script":
		if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			h.linked.read(n.FirstChild.Data)
		} else if n.FirstChild != nil {
			h.readScript(n.FirstChild.Data)
		}
	case "h1", "h2", "h3":
		h.heading(n)
	case "time":
		name := "time"
		if class := strings.ToLower(attr(n, "class")); hasAny(class, "updated", "modified") && !strings.Contains(class, "publish") {
			name = "time:modified"
		}
		h.set(name, firstOf(attr(n, "datetime"), visible(n, true)))
	case "article":
		h.articles = append(h.articles, n)
	}
	h.marked(n)
}

func (h *head) metaTag(n *html.Node) {
	name := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")))
	switch name {
	case "", "viewport", "robots", "generator", "csrf-token", "theme-color", "referrer":
	default:
		h.set(name, attr(n, "content"))
	}
}

// marked reads microdata and the class names that most templates share.
func (h *head) marked(n *html.Node) {
	if n.Data == "meta" {
		return
	}
	switch prop := strings.ToLower(attr(n, "itemprop")); prop {
	case "articlebody":
		h.articles = append(h.articles, n)
	case "datepublished", "datecreated", "datemodified":
		h.set("itemprop:"+prop, firstOf(attr(n, "content"), attr(n, "datetime"), short(n)))
	case "headline", "publisher":
		h.set("itemprop:"+prop, firstOf(attr(n, "content"), short(n)))
	}
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	h.author(n, class)
	if n.Data == "abbr" || n.Data == "span" || n.Data == "div" || n.Data == "p" || n.Data == "li" || n.Data == "a" {
		if hasAny(class, "date", "publish", "timestamp") && !hasAny(class, "byline", "author") {
			h.set("class:date", firstOf(attr(n, "title"), short(n)))
		}
	}
}

// short is an element's text where that is no longer than a line.
func short(n *html.Node) string {
	length := 0
	descend(n, func(m *html.Node) bool {
		for c := m.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				length += len(c.Data)
			}
		}
		return length < 400
	})
	if length >= 400 {
		return ""
	}
	if s := squeezed(visible(n, true)); len(s) <= 160 {
		return s
	}
	return ""
}

func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// ours lists where the values of our own names are taken from, best first. Dates are left to whoever weighs them:
// MetaDate is the page's plainest statement only.
var ours = []struct {
	name string
	from []string
}{
	{corpus.MetaDate, []string{"jsonld:datePublished", "article:published_time", "itemprop:datepublished", "datepublished", "og:published_time",
		"parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "date"}},
	{corpus.MetaAuthor, []string{"jsonld:author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "itemprop:author",
		"rel:author", "link:author", "class:author"}},
	{corpus.MetaURL, []string{"link:canonical", "og:url", "jsonld:url", "jsonld:mainEntityOfPage", "twitter:url"}},
	{corpus.MetaOutlet, []string{"og:site_name", "jsonld:publisher", "application-name", "dc.publisher", "dcterms.publisher", "itemprop:publisher", "copyright"}},
	{corpus.MetaLanguage, []string{"lang", "jsonld:inLanguage", "content-language", "og:locale", "dc.language", "dcterms.language", "language"}},
	{corpus.MetaSection, []string{"article:section", "jsonld:articleSection", "parsely-section", "section", "cxenseparse:category"}},
}

func (h *head) settle() {
	h.meta["name:date"] = h.meta[corpus.MetaDate] // the page's own, which ours replace
	h.meta["name:author"] = h.meta[corpus.MetaAuthor]
	for _, o := range ours {
		for _, from := range o.from {
			v := h.meta[from]
			if v == "" || o.name == corpus.MetaAuthor && strings.HasPrefix(v, "http") {
				continue
			}
			h.meta[o.name] = v
			break
		}
	}
	if address, fetched := archived(h.meta[corpus.MetaURL]); address != "" {
		h.meta[corpus.MetaURL], h.meta[corpus.MetaCrawled] = address, fetched
	}
	h.meta[corpus.MetaTags] = strings.Join(h.tags(), "\n")
	for k, v := range h.meta {
		if v == "" {
			delete(h.meta, k)
		}
	}
}

// archivedPage is the address of a page in the Wayback Machine: when it was fetched, and from where.
var archivedPage = lazily(`^https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:[a-z]{2}_)?/(https?://.+)$`)

// archived takes the address of an archive's copy apart.
func archived(address string) (original, fetched string) {
	if m := archivedPage().FindStringSubmatch(address); m != nil {
		return m[7], fmt.Sprintf("%s-%s-%sT%s:%s:%sZ", m[1], m[2], m[3], m[4], m[5], m[6])
	}
	return "", ""
}

func (h *head) tags() []string {
	var tags []string
	for _, name := range []string{"article:tag", "article:tag:2", "article:tag:3", "article:tag:4"} {
		if v := h.meta[name]; v != "" {
			tags = append(tags, v)
		}
	}
	if len(tags) > 0 {
		return tags
	}
	for _, v := range strings.FieldsFunc(firstOf(h.meta["news_keywords"], h.meta["jsonld:keywords"], h.meta["keywords"]), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if v = strings.TrimSpace(v); v != "" && len(tags) < 30 {
			tags = append(tags, v)
		}
	}
	return tags
}
