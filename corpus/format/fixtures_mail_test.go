package format

import (
	"fmt"
	"strings"
)

const sampleMail = "From: =?UTF-8?Q?In=C3=A9s_Okafor?= <ines@herald.example>\r\nTo: list@herald.example\r\nSubject: Harbour =?iso-8859-1?Q?caf=E9?= reopens\r\n" +
	"Date: Sat, 02 Mar 2019 08:15:00 +0100\r\nMessage-ID: <17@herald.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n" +
	"--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain\r\n\r\nView this in your browser.\r\n" +
	"--inner\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"<p>PORT ELSINE, March 2 - The caf=E9 of the harbour reopened=\r\n at eight.</p><p>Boats left.</p>\r\n--inner--\r\n" +
	"--outer\r\nContent-Type: application/pdf; name=\"chart.pdf\"\r\nContent-Disposition: attachment; filename=\"chart.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--outer--\r\n"

// parts is a message of n parts side by side.
func parts(n int) []byte {
	var b strings.Builder
	b.WriteString("From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: Parts\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n")
	for i := range n {
		fmt.Fprintf(&b, "--x\r\nContent-Type: text/plain\r\n\r\nPart %d.\r\n", i+1)
	}
	return []byte(b.String() + "--x--\r\n")
}

// enclosed is a message n levels deep, of multiparts or of messages that were forwarded whole.
func enclosed(n int, forwarded bool) []byte {
	var b strings.Builder
	b.WriteString("From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: Deep\r\n")
	for i := range n {
		if forwarded {
			b.WriteString("Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n")
		} else {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n", i, i)
		}
	}
	return []byte(b.String() + "Content-Type: text/plain\r\n\r\nThe innermost.\r\n")
}

// A captured is a record of a web archive.
type captured struct{ kind, uri, id, media, block string }

func warc(records ...captured) []byte {
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2019-03-05T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			r.kind, r.uri, r.id, r.media, len(r.block), r.block)
	}
	return []byte(b.String())
}

const (
	httpMedia  = "application/http; msgtype=response"
	ok         = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
	smallPage  = "<html><head><title>Ferry</title></head><body><p>The ferry sailed at eight with three hundred passengers on board.</p></body></html>"
	sampleSite = "https://herald.example/"
)

func sampleCapture() []byte {
	return warc(captured{"warcinfo", "", "0", "application/warc-fields", "software: sample\r\n"},
		captured{"request", sampleSite, "1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"},
		captured{"response", sampleSite + "17", "2", httpMedia, ok + "\r\n" + smallPage},
		captured{"response", sampleSite + "18", "3", httpMedia, ok + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunked(string(gzipped([]byte(smallPage))))},
		captured{"response", sampleSite + "19", "4", httpMedia, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone.</p>"},
		captured{"response", sampleSite + "a.png", "5", httpMedia, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"},
		captured{"resource", sampleSite + "20.txt", "6", "text/plain", ferry})
}

func chunked(s string) string { return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(s), s) }

func init() {
	second := strings.Replace(sampleMail, "17@", "18@", 1)
	fixtures = append(fixtures,
		fixture{"mail/sample.eml", text(sampleMail)},
		fixture{"mail/sample-forwarded.eml", func() []byte { return enclosed(2, true) }},
		fixture{"mail/sample-saved.mht", text("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/2019/03/02/harbour\r\nSubject: Harbour\r\nDate: Mon, 8 Apr 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\n" +
			"Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + samplePage + "\r\n--b\r\nContent-Type: text/css\r\n\r\nbody { color: red }\r\n--b--\r\n")},
		fixture{"mail/truncated.eml", func() []byte { return []byte(sampleMail[:len(sampleMail)-330]) }},
		fixture{"mail/hostile.eml", text("From: \x1b]0;x\x07 <a@b>\r\nSubject: =?x-none?Q?=FF=FE?= \xff\r\nReceived: x\r\nDate: yesterday\r\nContent-Type: text/plain; charset=\"no-such\"\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIGZlcnJ5IHNhaWxlZC4K\r\n!!!not base64!!!\r\n")},
		fixture{"mail/hostile-parts.eml", func() []byte { return parts(1200) }},
		fixture{"mail/hostile-deep.eml", func() []byte { return enclosed(60, false) }},
		fixture{"mail/hostile-forwarded.eml", func() []byte { return enclosed(3000, true) }},

		fixture{"mbox/sample.mbox", text("From ines@herald.example Sat Mar  2 08:15:00 2019\n"+sampleMail, "From tomas@elsine.example Sat Mar  2 09:15:00 2019",
			"From: Tomas Reik <tomas@elsine.example>", "Subject: Berths", "", "Every berth is open.", "", ">From the quay one sees them.", "", "From here the line is text.", "")},
		fixture{"mbox/truncated.mbox", func() []byte {
			return []byte("From a@b.example Sat Mar  2 08:15:00 2019\n" + sampleMail[:len(sampleMail)-330])
		}},
		fixture{"mbox/hostile.mbox", text("From a@b.example Sat Mar  2 08:15:00 2019", "", "From a@b.example Sat Mar  2 08:15:01 2019", "\x00\xff\x01garbage", "", "From a@b.example Sat Mar  2 08:15:02 2019\n"+second, "From a@b.example Sat Mar  2 08:15:03 2019\n"+second)},

		fixture{"warc/sample.warc", sampleCapture},
		fixture{"warc/truncated.warc", func() []byte { w := sampleCapture(); return w[:len(w)-40] }},
		fixture{"warc/hostile.warc", func() []byte {
			return append(warc(captured{"response", "javascript:alert(1)", "1", httpMedia, "no http"}, captured{"response", sampleSite, "2", httpMedia, ok + "\r\n" + string(gzipped(monotone(12<<20)))},
				captured{"response", sampleSite + "zip", "3", httpMedia, ok + "\r\n" + string(zipped(packed{name: "../a.txt", data: ferry}))},
				captured{"response", sampleSite + "21", "4", httpMedia, ok + "Content-Encoding: br\r\n\r\n" + smallPage}),
				"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"...)
		}},
	)
}
