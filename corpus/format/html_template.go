package format

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// templateWords are words of classes and names that templates give what is beside an article's text: captions, teasers,
// buttons, the author's portrait.
var templateWords = wordSet("caption caption-text wp-caption-text figcaption bildunterschrift legend credit credits copyright imagecredit " +
	"related recommended recommendation recommendations readmore mehr-zum-thema alsoread outbrain taboola " +
	"share sharing shares social sociable sharedaddy addthis jp-relatedposts " +
	"newsletter subscribe subscription paywall promo promotion promobox advert advertisement ad ads adslot anzeige werbung sponsored affiliate banner " +
	"comment comments respond disqus kommentare commentlist breadcrumb breadcrumbs pagination pager nav navigation menu sidebar footer " +
	"tags taglist tag-list post-tags author-bio author-box authorbox author-info about-author bio rating ratings cookie consent disclaimer")

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// A pruner tells what of a main text's tree belongs to the template.
type pruner struct {
	size int // of the whole text in bytes
	left int // what it may still look at, in bytes and elements: nothing looks again and again into a hostile tree
}

func newPruner(root *html.Node) *pruner {
	size := len(visible(root, true))
	return &pruner{size, 20*size + 1000}
}

// text is an element's text; that it is asked for is charged.
func (p *pruner) text(n *html.Node) string {
	if p.left < 0 {
		return ""
	}
	s := visible(n, true)
	p.left -= len(s) + 1
	return s
}

// drop reports captions, what its class calls template, links that stand alone, and headings with nothing below them.
func (p *pruner) drop(n *html.Node) bool {
	if p.left < 0 {
		return false
	}
	switch n.Data {
	case "figcaption":
		return true
	case "p", "li", "div", "h2", "h3", "h4", "h5", "h6":
		if p.onlyLink(n) {
			return true
		}
	}
	if p.calledTemplate(n) {
		return true
	}
	return rank(n) > 1 && p.empty(n)
}

// calledTemplate reads classes word by word and in wholes. What holds much of the text is its frame, whatever it is called.
func (p *pruner) calledTemplate(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	for _, name := range strings.Fields(class) {
		// A teaser leads elsewhere; without a link it is what some call a standfirst.
		if templateWords[name] || hasTemplateWord(name) || strings.Contains(name, "teaser") && holdsLink(n) {
			text := p.text(n)
			return p.left >= 0 && len(text)*4 < p.size
		}
	}
	return false
}

func holdsLink(root *html.Node) (found bool) {
	descend(root, func(n *html.Node) bool {
		found = found || n.Data == "a" && attr(n, "href") != ""
		return !found
	})
	return found
}

func hasTemplateWord(name string) bool {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' || r == ':' }) {
		if templateWords[w] {
			return true
		}
	}
	return false
}

// onlyLink reports whether all words of a short block are one link's or several's: it leads elsewhere.
func (p *pruner) onlyLink(n *html.Node) bool {
	all, linked := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		k := 0
		switch {
		case c.Type == html.TextNode:
			k = lettersIn(c.Data)
		case c.Type == html.ElementNode && block[c.Data]:
			return false
		case c.Type == html.ElementNode:
			k = lettersIn(p.text(c))
			if c.Data == "a" || soleLink(c) {
				linked += k
			}
		}
		all += k
	}
	return all > 0 && all < 250 && linked == all && all*4 < p.size
}

// soleLink finds the link in "<strong><a>…</a></strong>".
func soleLink(n *html.Node) bool {
	c := n.FirstChild
	return c != nil && c.NextSibling == nil && c.Type == html.ElementNode && (c.Data == "a" || soleLink(c))
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// rank is 1 to 6 for headings, else 0.
func rank(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}

// empty reports whether nothing stands below a heading: what follows is a heading no lower, or the end.
func (p *pruner) empty(heading *html.Node) bool {
	for n := behind(heading); n != nil && p.left >= 0; p.left-- {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return false
		}
		r := rank(n)
		if r > 0 && lettersIn(p.text(n)) > 0 {
			return r <= rank(heading)
		}
		if n.FirstChild != nil && !invisible[n.Data] && (r > 0 || n.Type != html.ElementNode || !p.drop(n)) {
			n = n.FirstChild
		} else {
			n = behind(n)
		}
	}
	return p.left >= 0
}

// behind is the node that follows n and all that is in it.
func behind(n *html.Node) *html.Node {
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}
