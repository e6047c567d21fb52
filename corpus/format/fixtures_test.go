package format

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A fixture makes a file of testdata. The samples are invented: no real person is quoted.
type fixture struct {
	name string // "json/sample.json"
	data func() []byte
}

var fixtures []fixture

// text gives a fixture its bytes as written, without the indentation of the source.
func text(lines ...string) func() []byte {
	return func() []byte { return []byte(strings.Join(lines, "\n")) }
}

func writeFixtures(t *testing.T) {
	for _, f := range fixtures {
		name := filepath.Join("testdata", filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.data(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func half(name string) func() []byte {
	return func() []byte {
		for _, f := range fixtures {
			if f.name == name {
				whole := f.data()
				return whole[:len(whole)*6/10]
			}
		}
		panic("no fixture " + name)
	}
}

const (
	samplePage = `<!DOCTYPE html>
<html lang="en-GB"><head><title>Harbour reopens after storm | Sample Herald</title>
<meta charset="utf-8"><meta property="og:site_name" content="Sample Herald"><meta property="og:title" content="Harbour reopens after storm">
<meta property="article:published_time" content="2019-03-02T08:15:00+01:00"><link rel="canonical" href="https://herald.example/2019/03/02/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle",
"headline":"Harbour reopens after storm","datePublished":"2019-03-02T08:15:00+01:00","author":[{"@type":"Person","name":"Ines Okafor"}],"articleSection":"Local"}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<div class="cookie" style="display: none">We use cookies.</div>
<article><h1>Harbour reopens after storm</h1><p class="byline">By Ines Okafor</p><time datetime="2019-03-02T08:15:00+01:00">2 March 2019</time>
<p>PORT ELSINE, March 2 (Sample) - The harbour of Port Elsine reopened on Saturday after a storm that had closed it for a week, officials in the town said.</p>
<p>&#8220;Every berth is open again and the pilots are back at work,&#8221; said Tomas Reik, the harbour master. &#8220;We lost two cranes and no one was hurt.&#8221;</p>
<p>Fishing boats were the first to leave, before dawn, and the ferry to the islands followed at eight with some three hundred passengers on board.</p>
</article><aside><h2>Most read</h2><ul><li><a href="/1">Ten ways to cook cod</a></li><li><a href="/2">Weather</a></li></ul></aside>
<footer>© Sample Herald. All rights reserved. <a href="/terms">Terms</a></footer></body></html>
`
	sampleText = `Harbour reopens after storm

PORT ELSINE, March 2 (Sample) - The harbour of Port Elsine reopened on Saturday, officials said.

"Every berth is open again," said Tomas Reik, the harbour master.
`
)

func init() {
	fixtures = append(fixtures,
		fixture{"text/sample.txt", text(sampleText)},
		fixture{"text/sample-1251.txt", func() []byte {
			return []byte("\xcf\xee\xf0\xf2 \xdd\xeb\xfc\xf1\xe8\xed\xe0 \xf1\xed\xee\xe2\xe0 \xee\xf2\xea\xf0\xfb\xf2, \xf1\xee\xee\xe1\xf9\xe8\xeb\xe8 \xe2 \xe3\xee\xf0\xee\xe4\xf1\xea\xee\xe9 \xe0\xe4\xec\xe8\xed\xe8\xf1\xf2\xf0\xe0\xf6\xe8\xe8.\n")
		}},
		fixture{"text/sample-utf16.txt", func() []byte {
			b := []byte{0xff, 0xfe}
			for _, r := range sampleText {
				b = append(b, byte(r), byte(r>>8))
			}
			return b
		}},
		fixture{"text/truncated.txt", func() []byte { return []byte("The harbour of Port Elsin\xc3") }},
		fixture{"text/hostile.txt", text("Harbour\x00 reopens\r\n\r\nThe caf\u00c3\u00a9 and the ma\u00c3\u00aetre d\u00e2\u20ac\u2122h\u00f4tel re\u00adopened\u00a0at eight &amp; closed.\r\n\x1b]8;;http://x\x07 \xff\u202e\U000e0041")},

		fixture{"html/sample.html", text(samplePage)},
		fixture{"html/truncated.html", half("html/sample.html")},
		fixture{"html/hostile.html", func() []byte {
			return []byte("<html><body><p>The harbour reopened.</p>" + strings.Repeat("<div><b>", 3000) + "<p>Deep inside.</p><script>alert('no')</script>")
		}},

		fixture{"json/sample.json", text(`{"status":"ok","articles":[`,
			`{"id":17,"headline":{"main":"Harbour reopens"},"body":"PORT ELSINE, March 2 - It reopened.\n\nBoats left.","pub_date":"2019-03-02T08:15:00Z","byline":{"name":"Ines Okafor"},"web_url":"https://herald.example/17","tags":["sea","storm"]},`,
			`{"id":"b","title":"Ferry","content":{"rendered":"<p>The ferry <b>sailed</b>.</p><p>At eight.</p>"},"created_at":1551514500}]}`)},
		fixture{"json/sample-line.json", text(`{"status":"ok","articles":[{"title":"Harbour","url":"https://herald.example/17","content":"The harbour reopened."},{"title":"Ferry","url":"https://herald.example/18","content":"The ferry sailed."}]}`)},
		fixture{"json/sample-wrapped.json", text(`{"took":1,"hits":{"total":2,"hits":[{"_id":"17","_index":"n","_source":{"title":"Harbour","text":"The harbour reopened.","date":"2019-03-02"}},`,
			`{"id":"18","webTitle":"Ferry","webUrl":"https://herald.example/18","fields":{"bodyText":"The ferry sailed.","byline":"Ines Okafor"}}]}}`)},
		fixture{"json/sample-named.json", text(`{"2019-03-02/17":{"title":"Harbour","text":"The harbour reopened."},"2019-03-03/18":{"pages":[{"title":"Ferry","text":"The ferry sailed."}]}}`)},
		fixture{"json/truncated.json", half("json/sample.json")},
		fixture{"json/hostile.json", func() []byte {
			return []byte(`[{"title":"One","text":"Fine \u0000 and \ud800 odd."},` + strings.Repeat(`{"a":[`, 20000))
		}},

		fixture{"jsonl/sample.jsonl", text(`{"id":"a1","text":"PORT ELSINE, March 2 - The harbour reopened.","title":"Harbour","date":"2019-03-02"}`,
			`{"id":"a2","text":"The ferry sailed."}`, `{"text":"No key of its own."}`, ``)},
		fixture{"json/sample-long.jsonl", func() []byte {
			return []byte(`{"id":"a1","text":"` + strings.Repeat("The harbour reopened. ", 1000) + "\"}\nno JSON\n" + `{"doc":{"id":"a2","text":"The ferry sailed."}}` + "\n")
		}},
		fixture{"jsonl/truncated.jsonl", half("jsonl/sample.jsonl")},
		fixture{"jsonl/hostile.jsonl", text(`{"id":"a1","text":"First."}`, `{"id":`, `[1,2]`, "{\"id\":\"a1\",\"text\":\"The key comes twice, and \xff is no UTF-8.\"}", `{"number":1}`)},

		fixture{"csv/sample.csv", text("guid,Title,Full Text,Pub Date,Byline,Source", `7,Harbour,"PORT ELSINE, March 2 -`, `The harbour ""reopened"".",2019-03-02,Ines Okafor,Sample Herald`, `8,Ferry,The ferry sailed.,2019-03-03,,`, ``)},
		fixture{"csv/sample.tsv", text("id\ttitle\ttext\tdate", "7\tHarbour\tThe harbour reopened.\t2019-03-02", "")},
		fixture{"csv/sample-semicolons.csv", text("sep=;", ";Titel;Text;Datum;Autor;Quelle", "0;Hafen ge\xf6ffnet;\"Der Hafen\nist wieder offen; die F\xe4hre f\xe4hrt.\";02.03.2019;Ines Okafor;Sample Herald", "")},
		fixture{"csv/sample-returns.csv", text("title,text,date\rHarbour,The harbour reopened.,2019-03-02\rFerry,The ferry sailed.,2019-03-03\r")},
		fixture{"csv/truncated-names.csv", text("title,text,date", "")},
		fixture{"csv/truncated.csv", half("csv/sample.csv")},
		fixture{"csv/hostile.csv", text("id;title;text", `1;=cmd|' /C calc'!A0;A "quoted" word`, `2;short`, "3;NUL\x00;\xe9t\xe9", `4;"never closed;text`)},
	)
}
