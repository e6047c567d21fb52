package extract

import (
	"strings"

	"dateline/corpus"
)

// findOutlet proposes the names that metadata gives the outlet, a labelled header line, and else the host of the address.
func findOutlet(t *Text, f *Facts) {
	for _, k := range outletKeys {
		if namesOutlet(t, t.Draft.Meta[k.name]) {
			f.addMeta(t, &f.Outlets, k.name, "outlet/"+k.name, k.trust)
		}
	}
	for _, h := range t.Header {
		if v, ok := labelled(t.words(h), outletLabels); ok && v != "" && !isURL(v) {
			f.Outlets = append(f.Outlets, corpus.Value{Text: v, Evidence: corpus.Evidence{Span: t.span(h.End-len(v), h.End), Rule: "outlet/header line", Trust: .9}})
		}
	}
	for _, u := range f.URLs {
		if start, end := site(u.Text); end > start && u.Trust > .5 {
			s := u.Span
			s.Start, s.End = s.Start+start, s.Start+end
			f.Outlets = append(f.Outlets, corpus.Value{Text: strings.ToLower(u.Text[start:end]), Evidence: corpus.Evidence{Span: s, Rule: "outlet/host", Trust: .6}})
			return
		}
	}
}

// namesOutlet reports whether what metadata gives for a name is one: some give an address, some the article's title.
func namesOutlet(t *Text, v string) bool {
	v = strings.TrimSpace(v)
	title := t.headline()
	return !isURL(v) && !strings.HasPrefix(v, "/") && !strings.HasPrefix(v, "#") && (len(title) < 20 || !strings.Contains(v, title))
}

var outletKeys = []struct {
	name  string
	trust float32
}{{corpus.MetaOutlet, .95}, {"og:site_name", .93}, {"jsonld:publisher", .9}, {"application-name", .7}, {"dc.publisher", .75}, {"publisher", .75}}

func (f *Facts) addMeta(t *Text, to *[]corpus.Value, key, rule string, trust float32) {
	v := t.Draft.Meta[key]
	if start, end := trimmed(v); end > start {
		*to = append(*to, corpus.Value{Text: v[start:end], Evidence: corpus.Evidence{Span: corpus.Span{Part: corpus.MetaPart(key), Start: start, End: end}, Rule: rule, Trust: trust}})
	}
}

// findSection proposes the outlet's own heading for the article.
func findSection(t *Text, f *Facts) {
	for _, k := range [...]string{corpus.MetaSection, "article:section", "jsonld:articleSection"} {
		f.addMeta(t, &f.Sections, k, "section/"+k, .9)
	}
	for _, h := range t.Header {
		if v, ok := labelled(t.words(h), sectionLabel); ok && v != "" {
			f.Sections = append(f.Sections, corpus.Value{Text: v, Evidence: corpus.Evidence{Span: t.span(h.End-len(v), h.End), Rule: "section/header line", Trust: .85}})
		}
	}
}

// findURL proposes the address that metadata or a header line gives.
func findURL(t *Text, f *Facts) {
	for _, k := range [...]string{corpus.MetaURL, "canonical", "og:url", "jsonld:url"} {
		if v := strings.TrimSpace(t.Draft.Meta[k]); isURL(v) || k == corpus.MetaURL {
			f.addMeta(t, &f.URLs, k, "url/"+k, .95)
		}
	}
	for _, h := range t.Header {
		s := strings.TrimLeft(t.words(h), "-–— \t")
		if v, ok := labelled(s, urlLabels); ok {
			s = v
		}
		if isURL(s) {
			f.URLs = append(f.URLs, corpus.Value{Text: s, Evidence: corpus.Evidence{Span: t.span(h.End-len(s), h.End), Rule: "url/header line", Trust: .93}})
		}
	}
}

// site gives the bytes of an address that name its site: "reuters.com" of "http://www.reuters.com/article/…".
func site(u string) (start, end int) {
	i := strings.Index(u, "://")
	if i < 0 {
		return 0, 0
	}
	start = i + 3
	end = start + strings.IndexAny(u[start:]+"/", "/:?#")
	for _, p := range []string{"www.", "m.", "edition.", "amp.", "mobile."} {
		if len(u[start:end]) > len(p)+3 && strings.EqualFold(u[start:start+len(p)], p) {
			start += len(p)
			break
		}
	}
	return start, end
}
