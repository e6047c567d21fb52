package format

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// The words of classes and names by which templates tell a site's own headlines, and those hidden, from an article's.
var (
	logoWords   = wordSet("logo branding brand site-title sitetitle site-name sitename blog-title blogname head-title masthead menu-toggle widget-title widgettitle")
	hiddenWords = wordSet("aural sr-only visually-hidden visuallyhidden screen-reader-text element-invisible hidden-accessible offscreen")
	kickerWords = []string{"kicker", "overline", "topline", "dachzeile", "spitzmarke", "eyebrow", "pretitle", "supertitle", "roofline", "toptitle", "titleheader", "subtitle", "subline", "ressort"}
)

// heading keeps a headline of the page; the lower ones only where the page's title holds them too.
func (h *head) heading(n *html.Node) {
	if isLogo(n) || isOffscreen(n) || isHidden(n) {
		return
	}
	switch text := headline(n); {
	case text == "":
	case n.Data == "h1" && len(h.h1) < 4:
		h.h1 = append(h.h1, text)
		h.set("h1", text)
	case n.Data != "h1" && len(text) >= 10 && strings.Contains(strings.ToLower(h.title), strings.ToLower(text)):
		h.set("h2", text)
	}
}

// isLogo reports whether a headline is the site's name: its class says so, or it leads to the site's first page.
func isLogo(n *html.Node) bool {
	if named(n, logoWords) {
		return true
	}
	logo := false
	descend(n, func(m *html.Node) bool {
		logo = logo || m.Data == "a" && (attr(m, "rel") == "home" || leadsHome(attr(m, "href")))
		return true
	})
	return logo
}

// leadsHome reports whether an address is a site's first page; the copies in an archive bear the whole address in theirs.
func leadsHome(href string) bool {
	if i := strings.LastIndex(href, "http"); i > 0 && strings.Contains(href[:i], "/web/") {
		href = href[i:]
	}
	u, err := url.Parse(href)
	return err == nil && href != "" && strings.Trim(u.Path, "/") == "" && u.Fragment == "" && u.Scheme != "javascript" && u.Scheme != "mailto"
}

func isOffscreen(n *html.Node) bool { return named(n, hiddenWords) }

func named(n *html.Node, words map[string]bool) bool {
	for _, name := range strings.Fields(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		if words[name] {
			return true
		}
	}
	return false
}

// headline is a headline's text without the kicker above it, where that is marked and not all.
func headline(n *html.Node) string {
	kicked := false
	var w blocks
	writeVisible(&w, n, true, func(m *html.Node) bool {
		drop := isKicker(m) || kicked && isOffscreen(m)
		kicked = kicked || drop
		return drop
	})
	if s := strings.TrimLeft(squeezed(w.String()), ":|-–— "); kicked && lettersIn(s) > 5 {
		return s
	}
	return squeezed(visible(n, true))
}

func isKicker(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	for _, w := range kickerWords {
		if class != "" && strings.Contains(class, w) {
			return true
		}
	}
	return false
}
