package format

import (
	"strings"

	"golang.org/x/net/html"
)

// author notes whom the mark-up names as an author: microdata, links to an author's page and the class names that most
// templates share. Readers who comment are marked the same way; they are told by what they stand in.
// class is the element's class and id in lower case.
func (h *head) author(n *html.Node, class string) {
	name := markedAuthor(n, class)
	if name == "" || commented(n) {
		return
	}
	value := short(n)
	if name == "itemprop:author" {
		value = firstOf(attr(n, "content"), propertyName(n), value)
	}
	h.set(name, value)
}

// markedAuthor is the name under which head keeps what an element marks as an author, "" for other elements.
func markedAuthor(n *html.Node, class string) string {
	switch {
	case n.Data == "meta" || n.Data == "link" || n.Data == "body":
		return ""
	case hasProperty(n, "author"):
		return "itemprop:author"
	case strings.EqualFold(attr(n, "rel"), "author"):
		return "rel:author"
	case n.Data == "a" && hasAny(strings.ToLower(attr(n, "href")), "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/auteurs/", "/autore/", "/by/", "/journalist/", "/newsteam/"):
		return "link:author"
	case hasAny(class, "byline", "author", "auteur", "autor-", "autor ", "autoren", "redakteur", "verfasser", "contributor"):
		return "class:author"
	}
	return ""
}

func hasProperty(n *html.Node, property string) bool {
	return strings.EqualFold(attr(n, "itemprop"), property)
}

// propertyName is the name of the person that microdata describes below n.
func propertyName(n *html.Node) (name string) {
	descend(n, func(m *html.Node) bool {
		if name == "" && m != n && hasProperty(m, "name") {
			name = firstOf(attr(m, "content"), short(m))
		}
		return name == ""
	})
	return name
}

// commented reports whether an element stands among readers' comments.
func commented(n *html.Node) bool {
	for depth := 0; n != nil && depth < 30; n, depth = n.Parent, depth+1 {
		if n.Data == "body" || n.Data == "main" || n.Data == "article" && depth > 0 {
			continue // whose class says whether there may be comments
		}
		for _, name := range strings.Fields(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
			if strings.HasPrefix(name, "comment") || strings.HasPrefix(name, "kommentar") || strings.HasPrefix(name, "recentcomment") || name == "respond" || name == "disqus_thread" {
				return true
			}
		}
	}
	return false
}
