package format

import (
	"maps"
	"testing"

	"golang.org/x/net/html"
)

func TestMarkedAuthors(t *testing.T) {
	tests := []struct {
		name, page string
		want       map[string]string
	}{
		{"readers are no authors",
			`<ol class="commentlist"><li><span class="author vcard">Tor Vik</span></li></ol>
			<article class="comments-open"><p class="post-author">By Jo Arden</p></article>`,
			map[string]string{"class:author": "By Jo Arden"}},
		{"a body that may have comments",
			`<body class="comments-open"><a rel="author" href="/x">Jo Arden</a>`,
			map[string]string{"rel:author": "Jo Arden"}},
		{"a link to an author's page",
			`<p>von <a href="https://example.org/autor/jo-arden/">Jo Arden</a></p>`,
			map[string]string{"link:author": "Jo Arden"}},
		{"microdata with a person's name inside",
			`<div itemprop="author" itemscope itemtype="https://schema.org/Person">Posted by <span itemprop="name">Jo Arden</span> on Monday</div>`,
			map[string]string{"itemprop:author": "Jo Arden"}},
		{"linked data that names its author elsewhere",
			`<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ice melts", "author": {"@id": "#p1"}, "publisher": {"@id": "#o1"}, "mainEntityOfPage": {"@id": "#page"}},
			{"@id": "#page", "name": "The page"}, {"@type": "Person", "@id": "#p1", "name": "Jo Arden"}, {"@type": "Organization", "@id": "#o1", "name": "The Lake Herald"}]}</script>`,
			map[string]string{"jsonld:author": "Jo Arden", "jsonld:publisher": "The Lake Herald", "jsonld:mainEntityOfPage": "#page", "jsonld:headline": "Ice melts"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := parseTree(tt.page)
			if err != nil {
				t.Fatal(err)
			}
			h := &head{meta: map[string]string{}}
			descend(doc, func(n *html.Node) bool { h.element(n); return true })
			h.linked.fill(h.meta)
			if !maps.Equal(h.meta, tt.want) {
				t.Errorf("got %q, want %q", h.meta, tt.want)
			}
		})
	}
}

func TestArchived(t *testing.T) {
	for address, want := range map[string][2]string{
		"https://web.archive.org/web/20190717140047/http://www.herald.example/ice":     {"http://www.herald.example/ice", "2019-07-17T14:00:47Z"},
		"http://web.archive.org/web/20190717140047id_/https://herald.example/?a=1&b=2": {"https://herald.example/?a=1&b=2", "2019-07-17T14:00:47Z"},
		"https://web.archive.org/web/2019*/herald.example":                             {},
		"https://herald.example/web/20190717140047/http://other.example/":              {},
	} {
		if original, fetched := archived(address); original != want[0] || fetched != want[1] {
			t.Errorf("%s: %q, %q", address, original, fetched)
		}
	}
}
