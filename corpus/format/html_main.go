package format

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"dateline/corpus"
)

// mainText is the article's text without the template, paragraphs kept. It takes the tree apart.
func mainText(doc *html.Node) string {
	p := readability.NewParser()
	p.KeepClasses = true
	article, err := p.ParseAndMutate(doc, nil)
	if err != nil || article.Node == nil {
		return ""
	}
	var w blocks
	writeVisible(&w, article.Node, true, newPruner(article.Node).drop)
	return w.String()
}

// pageTitle is the headline as the page states it, without the outlet's name behind it.
func pageTitle(h *head) string {
	for _, t := range []string{h.meta["jsonld:headline"], h.meta["og:title"]} {
		if t != "" && !isCutOff(t, h.title) {
			return withoutOutlet(t, h)
		}
	}
	longest := ""
	for _, t := range h.h1 {
		if len(t) > len(longest) && strings.Contains(h.title, t) {
			longest = t
		}
	}
	if longest != "" {
		return longest
	}
	if h.title != "" {
		return withoutOutlet(h.title, h)
	}
	return firstOf(h.h1...)
}

// withoutOutlet cuts "| The Herald" where that is the outlet, or where the page's headline ends before it.
func withoutOutlet(title string, h *head) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(title, mark)
		if i <= 0 {
			continue
		}
		left, right := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(mark):])
		if strings.EqualFold(right, h.meta[corpus.MetaOutlet]) || contains(h.h1, left) {
			return left
		}
	}
	return title
}

// isCutOff reports whether a title ends in dots where the whole one goes on.
func isCutOff(title, whole string) bool {
	cut := strings.TrimRight(title, ".… ")
	return cut != title && len(cut) >= 20 && len(whole) > len(title) && strings.HasPrefix(whole, cut)
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if strings.EqualFold(l, s) {
			return true
		}
	}
	return false
}
