package format

import (
	"strings"

	"golang.org/x/net/html"
)

// invisible are the elements whose text no reader sees.
var invisible = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "head": true, "svg": true, "iframe": true, "object": true,
	"select": true, "option": true, "textarea": true, "math": true, "canvas": true, "audio": true, "video": true, "datalist": true,
}

// block are the elements that stand on lines of their own.
var block = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "header": true, "footer": true, "aside": true, "nav": true, "main": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "dl": true, "blockquote": true,
	"pre": true, "table": true, "figure": true, "figcaption": true, "form": true, "fieldset": true, "address": true, "hr": true,
	"body": true, "details": true, "summary": true, "center": true, "title": true,
}

// line are the elements that end a line and no paragraph.
var line = map[string]bool{"br": true, "li": true, "tr": true, "dt": true, "dd": true, "caption": true, "option": true}

// A blocks writer joins pieces of text: white space squeezed, a blank line between blocks, a line's end at breaks.
type blocks struct {
	b     strings.Builder
	brk   int  // line ends owed before the next text
	space bool // a space is owed
}

func (w *blocks) tag(name string) {
	switch {
	case block[name]:
		w.brk = 2
	case name == "br":
		w.brk++
	case line[name]:
		w.brk = max(w.brk, 1)
	case name == "td" || name == "th":
		w.space = true
	}
}

func (w *blocks) text(s string) {
	for len(s) > 0 {
		i := strings.IndexAny(s, " \t\r\n\f")
		if i == 0 {
			w.space, s = true, s[1:]
			continue
		}
		if i < 0 {
			i = len(s)
		}
		w.word(s[:i])
		s = s[i:]
	}
}

func (w *blocks) word(s string) {
	switch {
	case w.b.Len() == 0:
	case w.brk > 0:
		w.b.WriteString("\n\n"[:min(w.brk, 2)])
	case w.space:
		w.b.WriteByte(' ')
	}
	w.brk, w.space = 0, false
	w.b.WriteString(s)
}

func (w *blocks) String() string { return w.b.String() }

// visible is the text of a tree. A fragment shows hidden elements too: their styles were its page's.
func visible(root *html.Node, fragment bool) string {
	var w blocks
	writeVisible(&w, root, fragment, nil)
	return w.String()
}

// writeVisible walks without recursion: trees are as deep as their authors like. It leaves out what drop says.
func writeVisible(w *blocks, root *html.Node, fragment bool, drop func(*html.Node) bool) {
	for n := root; n != nil; {
		skip := false
		switch n.Type {
		case html.TextNode:
			w.text(n.Data)
		case html.ElementNode:
			skip = invisible[n.Data] && n != root || !fragment && isHidden(n) || drop != nil && n != root && drop(n)
			w.tag(n.Data)
			w.space = w.space || !fragment && setApart(n)
		}
		if n.FirstChild != nil && !skip {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			if n == nil {
				return
			}
			w.tag(n.Data)
		}
		if n == root {
			return
		}
		if n.Type == html.ElementNode {
			w.tag(n.Data)
		}
		n = n.NextSibling
	}
}

// setApart reports whether an element that follows another is shown apart from it, as a template's "<span>Jane
// Doe</span><time>3.11.2023</time>" is by its style.
func setApart(n *html.Node) bool {
	return (n.Data == "span" || n.Data == "time" || n.Data == "a") && n.PrevSibling != nil && n.PrevSibling.Type == html.ElementNode
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true" && n.Data != "body" && n.Data != "main" && n.Data != "article"
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// descend calls visit for every element below root, in order; visit says whether to go inside.
func descend(root *html.Node, visit func(*html.Node) bool) {
	for n := root; n != nil; {
		inside := true
		if n.Type == html.ElementNode {
			inside = visit(n)
		}
		if n.FirstChild != nil && inside {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			if n = n.Parent; n == nil {
				return
			}
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// squeezed is a short text on one line.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
