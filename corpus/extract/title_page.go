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
// the short one, without the section or the outlet; of two wordings the shown one; else its only headline.
func findPageTitle(t *Text, f *Facts) {
	shown := t.shown()
	for _, stated := range [][]heading{t.stated(false), t.stated(true), t.headings(true, "html:title")} {
		if t.agreed(f, shown, stated) {
			return
		}
	}
	if len(shown) > 0 && (len(shown) == 1 || len(t.stated(true)) == 0) && strings.Contains(t.words(shown[0].span), " ") {
		f.addTitle(t, shown[0].span, "title/only headline", .96)
		return
	}
	for _, s := range t.stated(true) {
		if s.span.Part == corpus.PartTitle && s.span.Len() < len(t.Draft.Title) {
			f.addTitle(t, s.span, "title/without the outlet", .955)
		}
	}
}

// agreed proposes the title in which a headline shown and one stated agree.
func (t *Text) agreed(f *Facts, shown, stated []heading) bool {
	for _, agreement := range []struct {
		rule  string
		trust float32
		of    func(h, s heading) (corpus.Span, bool)
	}{
		{"title/shown and stated", .98, func(h, s heading) (corpus.Span, bool) { return h.span, h.letters == s.letters }},
		{"title/shown", .97, func(h, s heading) (corpus.Span, bool) { return h.span, mostOf(h.letters, s.letters) }},
		{"title/stated", .97, func(h, s heading) (corpus.Span, bool) { return s.span, mostOf(s.letters, h.letters) }},
		{"title/shown otherwise", .965, func(h, s heading) (corpus.Span, bool) { return h.span, alike(t.words(h.span), t.words(s.span)) }},
	} {
		for _, h := range shown {
			for _, s := range stated {
				if span, ok := agreement.of(h, s); ok {
					f.addTitle(t, span, agreement.rule, agreement.trust)
					return true
				}
			}
		}
	}
	return false
}

// stated gives the titles of the page's head, cut behind any bar or at the outlet's name only.
func (t *Text) stated(atBar bool) []heading {
	hs := t.headings(atBar, "jsonld:headline", "og:title", "twitter:title")
	return append(hs, t.headingOf(corpus.PartTitle, atBar)...)
}

// shown gives the page's headlines, the lower ones that its title holds last, or first where one opens the title and the
// highest only ends it, as the site's name does.
func (t *Text) shown() []heading {
	high, low := t.headings(false, "h1", "h1:2", "h1:3", "h1:4"), t.headings(false, "h2", "h2:2", "h2:3", "h2:4")
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

// alike reports whether two titles share most of their words, as two wordings of one headline do. A last word that only
// the stated one has is its section's.
func alike(shown, stated string) bool {
	a, b := strings.Fields(strings.ToLower(shown)), strings.Fields(strings.ToLower(stated))
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return shared >= 4 && 4*shared >= 3*max(len(a), len(b)) && slices.Contains(a, b[len(b)-1])
}

// headings reads titles, see headingOf.
func (t *Text) headings(atBar bool, keys ...string) (hs []heading) {
	for _, k := range keys {
		hs = append(hs, t.headingOf(corpus.MetaPart(k), atBar)...)
	}
	return hs
}

// headingOf reads a title without the outlet's name, cut behind any bar too if asked. The name alone, or an address, is
// no title.
func (t *Text) headingOf(part corpus.Part, atBar bool) []heading {
	s := t.part(part)
	start, end := trimmed(s)
	names := t.siteNames()
	end = start + withoutSite(s[start:end], names, atBar)
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
// behind the bar that is used for nothing else, if asked, anything shorter than the title.
func withoutSite(title string, names []string, atBar bool) int {
	end := len(title)
	for range 3 {
		at, bar := -1, false
		for _, m := range siteMarks {
			if i := strings.LastIndex(title[:end], m); i > at {
				at, bar = i, atBar && m == " | "
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
