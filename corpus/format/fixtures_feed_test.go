package format

import "strings"

const feedOfTwo = `<rss version="2.0"><channel><title>Sample Herald</title><item><title>Harbour</title><description>It reopened.</description></item>
<item><title>Ferry</title><description>It sailed at eight with three hundred passengers on board.</description></item></channel></rss>`

func init() {
	fixtures = append(fixtures,
		fixture{"feed/sample.rss", text(`<?xml version="1.0" encoding="ISO-8859-1"?>`,
			`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>`,
			`<title>Sample Herald</title><link>https://herald.example/</link><language>en-gb</language><pubDate>Sun, 03 Mar 2019 00:00:00 GMT</pubDate>`,
			`<item><title>Harbour reopens &amp; ferries sail</title><link>https://herald.example/17</link><guid isPermaLink="false">herald-17</guid>`,
			`<pubDate>Sat, 02 Mar 2019 08:15:00 +0100</pubDate><dc:creator>Ines Okafor</dc:creator><category>Local</category><category>Sea</category>`,
			`<description>It reopened.</description><content:encoded><![CDATA[<p>PORT ELSINE, March 2 - The harbour reopened at <b>eight</b>.</p><p>Boats left.</p>]]></content:encoded></item>`,
			"<item><title>Caf\xe9 on the quay</title><link>https://herald.example/18</link><description>&lt;p&gt;A caf&amp;eacute; opened.&lt;/p&gt;</description></item>",
			`</channel></rss>`)},
		fixture{"feed/sample.atom", text(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sample Herald</title>`,
			`<entry><title type="html">Harbour &lt;i&gt;reopens&lt;/i&gt;</title><id>tag:herald.example,2019:17</id><link rel="edit" href="https://herald.example/edit/17"/><link href="https://herald.example/17"/>`,
			`<published>2019-03-02T08:15:00+01:00</published><updated>2019-03-04T10:00:00Z</updated><author><name>Ines Okafor</name><uri>https://herald.example/ines</uri></author><category term="Local"/>`,
			`<source><title>Elsine Wire</title><id>tag:wire.example</id></source>`,
			`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The harbour of Port Elsine &amp; its quays reopened.</p><p>1 &lt; 2 boats.</p></div></content></entry></feed>`)},
		fixture{"feed/sample-rdf.xml", text(`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
			`<channel rdf:about="https://herald.example/"><title>Sample Herald</title></channel>`,
			`<item rdf:about="https://herald.example/17"><title>Harbour</title><link>https://herald.example/17</link><description>It reopened.</description><dc:date>2019-03-02</dc:date></item></rdf:RDF>`)},
		fixture{"feed/truncated.rss", func() []byte { return text(feedOfTwo)()[:len(feedOfTwo)-60] }},
		fixture{"feed/hostile.rss", text(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>`,
			`<rss><channel><item><title>&b; &file;</title><link>javascript:alert(1)</link><description>Entities stay. </b> An end too many.</description></item>`,
			`<item></item><item><title>Unquoted</title><description attribute=value>&nbsp;It & that.</description></item></channel></rss>`)},
		fixture{"feed/hostile-deep.rss", func() []byte {
			return []byte("<rss><channel><item><title>One</title></item><item><description>" + strings.Repeat("<b>", 100_000))
		}},

		fixture{"xml/sample-nitf.xml", text(`<?xml version="1.0" encoding="ISO-8859-1"?>`, `<nitf><head><title>Agency slug</title><docdata><doc-id id-string="17"/></docdata><pubdata date.publication="20190302T081500"/></head>`,
			`<body><body.head><hedline><hl1>Harbour reopens</hl1></hedline><byline><bytag>Ines Okafor</bytag></byline><dateline><location>PORT ELSINE</location></dateline></body.head>`,
			"<body.content><p>The <org>caf\xe9</org> and the harbour <em>reopened</em>.</p><p>Boats left.</p></body.content></body></nitf>")},
		fixture{"xml/sample-newsml.xml", text(`<?xml version="1.0"?><newsMessage xmlns="n"><header><sent>2019-03-04T00:00:00Z</sent></header><itemSet><newsItem guid="tag:herald.example:17" xml:lang="en">`,
			`<contentMeta><contentCreated>2019-03-02T08:15:00Z</contentCreated><headline>Harbour reopens</headline></contentMeta>`,
			`<contentSet><inlineXML><html><body><p>The harbour reopened.</p><p>Boats left.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`)},
		fixture{"xml/sample-rows.xml", text(`<?xml version="1.0"?><resultset><row><field name="id">17</field><field name="title">Harbour</field><field name="body">The harbour reopened.</field></row>`,
			`<row><field name="id">18</field><field name="title">Ferry</field><field name="body">&lt;p&gt;The ferry sailed.&lt;/p&gt;&lt;p&gt;At eight.&lt;/p&gt;</field></row></resultset>`)},
		fixture{"xml/truncated.xml", text(`<?xml version="1.0"?><articles><article><title>Harbour</title><text>The harbour reopened.</text></article><article><title>Ferry</title><text>The ferry sai`)},
		fixture{"xml/hostile.xml", text(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><articles><article><text>&y; The harbour</a> reopened <b>wide.</text></article>`,
			`<article><text>`+strings.Repeat("<b>", 300)+`too deep</text></article></articles>`)},
		fixture{"xml/hostile-map.xml", text(`<?xml version="1.0"?><urlset xmlns="s"><url><loc>https://herald.example/17</loc></url></urlset>`)},
	)
}
