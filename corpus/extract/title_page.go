package extract

import (
	"slices"
	"strings"
	"unicode"

	"dateline/corpus"
)

// A heading is a title as a page shows or states it, with where it stands and its letters, by which titles are compared.
type heading struct {
	span    corpus.Span
	letters string
}

// findPageTitle proposes the headline that a page shows: the one that its head states too, of a short and a long form
// the short one, without the section or the outlet; else its only headline.
func findPageTitle(t *Text, f *Facts) {
	shown := t.shown()
	stated := t.headings("jsonld:headline", "og:title", "twitter:title")
	stated = append(stated, t.headingOf(corpus.PartTitle)...)
	for _, h := range shown {
		for _, s := range stated {
			if h.letters == s.letters {
				f.addTitle(t, h.span, "title/shown and stated", .98)
				return
			}
		}
	}
	for _, h := range shown {
		for _, s := range stated {
			if mostOf(h.letters, s.letters) {
				f.addTitle(t, h.span, "title/shown", .97)
				return
			}
			if mostOf(s.letters, h.letters) {
				f.addTitle(t, s.span, "title/stated", .97)
				return
			}
		}
	}
	if len(shown) == 1 && strings.Contains(t.words(shown[0].span), " ") {
		f.addTitle(t, shown[0].span, "title/only headline", .96)
		return
	}
	for _, s := range stated {
		if s.span.Part == corpus.PartTitle && s.span.Len() < len(t.Draft.Title) {
			f.addTitle(t, s.span, "title/without the outlet", .955)
		}
	}
}

// shown gives the page's headlines, the lower ones that its title holds last, or first where one opens the title and the
// highest only ends it, as the site's name does.
func (t *Text) shown() []heading {
	high, low := t.headings("h1", "h1:2", "h1:3", "h1:4"), t.headings("h2", "h2:2", "h2:3", "h2:4")
	slices.SortStableFunc(low, func(a, b heading) int { return len(b.letters) - len(a.letters) })
	if title := lettersOf(t.Draft.Title); len(high) > 0 && len(low) > 0 && strings.HasPrefix(title, low[0].letters) && strings.HasSuffix(title, high[0].letters) && len(low[0].letters) < len(title) {
		return append(low, high...)
	}
	return append(high, low...)
}

// mostOf reports whether a short title is most of a long one.
func mostOf(short, long string) bool {
	return len(short) >= 10 && 3*len(short) >= len(long) && strings.Contains(long, short)
}

func (t *Text) headings(keys ...string) (hs []heading) {
	for _, k := range keys {
		hs = append(hs, t.headingOf(corpus.MetaPart(k))...)
	}
	return hs
}

// headingOf reads a title without the outlet's name behind it. The name alone, or an address, is no title.
func (t *Text) headingOf(part corpus.Part) []heading {
	s := t.part(part)
	start, end := trimmed(s)
	names := t.siteNames()
	end = start + withoutSite(s[start:end], names)
	start += siteBefore(s[start:end], names)
	h := heading{corpus.Span{Part: part, Start: start, End: end}, lettersOf(s[start:end])}
	if len(h.letters) < 5 || contains(names, h.letters) || isDomain(s[start:end]) {
		return nil
	}
	return []heading{h}
}

// siteNames are the letters of the outlet's name, of its host and of the host's own word: "faz" of "www.faz.net".
func (t *Text) siteNames() []string {
	var names []string
	for _, s := range []string{t.Draft.Meta[corpus.MetaOutlet], t.Draft.Meta["og:site_name"], t.Draft.Meta["jsonld:publisher"]} {
		if l := lettersOf(s); l != "" {
			names = append(names, l)
		}
	}
	u := t.Draft.Meta[corpus.MetaURL]
	start, end := site(u)
	host := strings.Split(u[start:end], ".")
	if len(host) > 1 {
		names = append(names, lettersOf(u[start:end]), lettersOf(host[len(host)-2]))
	}
	return names
}

// siteBefore gives how many bytes of a title are the outlet's name before it: "The Herald » ".
func siteBefore(title string, names []string) int {
	for _, m := range siteMarks {
		if i := strings.Index(title, m); i > 0 && contains(names, lettersOf(title[:i])) {
			return i + len(m)
		}
	}
	return 0
}

// siteMarks part a title from its outlet.
var siteMarks = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " « "}

// withoutSite gives the length of a title without "| The Herald": behind the last mark stands the outlet, a domain, or,
// behind the bar that is used for nothing else, anything shorter than the title.
func withoutSite(title string, names []string) int {
	end := len(title)
	for range 3 {
		at, bar := -1, false
		for _, m := range siteMarks {
			if i := strings.LastIndex(title[:end], m); i > at {
				at, bar = i, m == " | "
			}
		}
		if at <= 0 {
			return end
		}
		left := strings.TrimSpace(title[:at])
		right := strings.TrimLeft(title[at:end], " |-–—:»•·«")
		if !contains(names, lettersOf(right)) && !isDomain(right) && !(bar && len(left) >= len(right)) {
			return end
		}
		end = len(left)
	}
	return end
}

// isDomain reports whether s is one word such as "example.org".
func isDomain(s string) bool {
	i := strings.LastIndexByte(s, '.')
	return i > 0 && !strings.Contains(s, " ") && len(s)-i > 2 && len(s)-i < 6 && isLetters(s[i+1:])
}

// lettersOf is s in lower case without anything but letters and digits: marks and blanks are set differently everywhere.
func lettersOf(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}
