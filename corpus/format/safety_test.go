package format

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/corpus"
)

// Bombs of over a gigabyte end soon, in little memory, and give no text.
func TestBombs(t *testing.T) {
	piece := monotone(12 << 20)
	gz := bytes.Repeat(gzipped(piece), 100)
	for name, bomb := range map[string][]byte{
		"gz":          gz,
		"bz2":         bytes.Repeat(decoded(monotoneBzip2), 100),
		"xz":          bytes.Repeat(xzipped(piece), 100),
		"zst":         bytes.Repeat(zstandard(piece), 100),
		"gz of gz":    gzipped(gz),
		"zip":         zipped(packed{name: "a.txt", data: string(piece)}),
		"gz in zip":   zipped(packed{name: "a.gz", data: string(gz)}),
		"overlapping": overlapping(zipped(packed{name: "a.txt", data: strings.Repeat("a line of text\n", 8000)}), 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			p := decode(t, "bomb", bytes.NewReader(bomb), int64(len(bomb)))
			runtime.ReadMemStats(&after)
			if got := p.w.String(); !strings.Contains(got, ErrTooLarge.Error()) {
				t.Errorf("gave %s", clip(got))
			}
			if n := len(p.drafts); n > 0 {
				t.Errorf("%d drafts", n)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 200 {
				t.Errorf("%d MB", used)
			}
		})
	}
}

// overlapping lists the only member of an archive n times in its directory.
func overlapping(archive []byte, n int) []byte {
	end := bytes.LastIndex(archive, []byte("PK\x05\x06"))
	from := bytes.Index(archive, []byte("PK\x01\x02"))
	tail := bytes.Clone(archive[end:])
	entries := bytes.Repeat(archive[from:end], n)
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(entries)))
	return append(append(bytes.Clone(archive[:from]), entries...), tail...)
}

// Text that is no bomb passes however long it is: a tar of JSON lines in a gzip, twenty times the size.
func TestLongArchive(t *testing.T) {
	var lines strings.Builder
	for n := range 200_000 {
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":\"The ferry %d sailed at %d past eight with %d on board.\"}\n", n, n*7, n%60, n*n%997)
	}
	data := gzipped(tarred(packed{name: "a.jsonl", data: lines.String()}))
	p := decode(t, "a.tar.gz", bytes.NewReader(data), int64(len(data)))
	if len(p.drafts) != 200_000 || strings.Contains(p.w.String(), "error") {
		t.Errorf("%d drafts of %d bytes", len(p.drafts), lines.Len())
	}
}

// A zip has no limit of members: one of more than 65,535 has a directory of its own kind.
func TestManyMembers(t *testing.T) {
	const n = 70_000
	members := make([]packed, n)
	for i := range members {
		members[i] = packed{name: fmt.Sprintf("%d.txt", i), data: fmt.Sprintf("Ferry %d sailed.", i)}
	}
	data := zipped(members...)
	p := &tally{}
	if err := Open(corpus.Source{}, "a.zip", bytes.NewReader(data), int64(len(data))).Decode(p); err != nil || p.drafts != n {
		t.Errorf("%d drafts of %d: %v", p.drafts, n, err)
	}
}

// A tally is a sink that counts.
type tally struct{ drafts int }

func (s *tally) Draft(*corpus.Draft) error           { s.drafts++; return nil }
func (s *tally) Member(f *File) error                { return f.Decode(s) }
func (s *tally) Fail(_ corpus.Source, e error) error { return e }

// What has to be held whole in a container may be 256 MB long.
func TestRecordLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 256 MB")
	}
	f := Open(corpus.Source{}, "a.zip", endless{}, 0)
	f.Depth = 1
	if _, _, _, err := f.atAnyOffset(); !errors.Is(err, ErrTooLarge) {
		t.Errorf("an endless member: %v", err)
	}
	at, size, done, err := Open(corpus.Source{}, "a.zip", io.LimitReader(endless{}, 9<<20), 0).atAnyOffset()
	if err != nil || size != 9<<20 {
		t.Fatalf("a stream of 9 MB: %d, %v", size, err)
	}
	defer done()
	last := make([]byte, 10)
	if n, err := at.ReadAt(last, size-5); n != 5 || err != io.EOF || last[4] != 'x' {
		t.Errorf("at the end: %q, %v", last[:n], err)
	}
}

// endless is a stream of one letter.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// Three archives around a text are read, four are not, whatever their kinds.
func TestDepth(t *testing.T) {
	tar := func(name string, data []byte) []byte { return tarred(packed{name: name, data: string(data)}) }
	for name, c := range map[string]struct {
		data []byte
		ok   bool
	}{
		"zip 3":        {nested(3, packed{name: "in.txt", data: ferry}), true},
		"zip 4":        {nested(4, packed{name: "in.txt", data: ferry}), false},
		"tar.gz 3":     {gzipped(tar("b.tgz", gzipped(tar("c.tgz", gzipped(tar("in.txt", []byte(ferry))))))), true},
		"tar.gz 3, gz": {gzipped(tar("b.tgz", gzipped(tar("c.tgz", gzipped(tar("in.gz", gzipped([]byte(ferry)))))))), false},
		"gz 3":         {gzipped(gzipped(gzipped([]byte(ferry)))), true},
		"gz 4":         {gzipped(gzipped(gzipped(gzipped([]byte(ferry))))), false},
	} {
		p := decode(t, "a", bytes.NewReader(c.data), int64(len(c.data)))
		if got := p.w.String(); strings.Contains(got, ErrTooDeep.Error()) == c.ok || (len(p.drafts) == 1) != c.ok {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// The limits of nesting are where they are said to be, and nothing before them is lost.
func TestNesting(t *testing.T) {
	feed := func(depth int) []byte { // rss, channel, item and description are four
		return []byte("<rss><channel><item><description>It sailed." + strings.Repeat("<b>", depth-4) + strings.Repeat("</b>", depth-4) + "</description></item></channel></rss>")
	}
	for name, c := range map[string]struct {
		data []byte
		ok   bool
	}{
		"XML 256":          {feed(xmlDepth), true},
		"XML 257":          {feed(xmlDepth + 1), false},
		"office XML 256":   {word(strings.Repeat("<a>", xmlDepth-2) + "<p><t>It sailed.</t></p>" + strings.Repeat("</a>", xmlDepth-2)), true},
		"office XML 257":   {word(strings.Repeat("<a>", xmlDepth-1) + "<p><t>It sailed.</t></p>"), false},
		"MIME 20":          {enclosed(mimeDepth, false), true},
		"MIME 21":          {enclosed(mimeDepth+1, false), false},
		"forwarded 20":     {enclosed(mimeDepth, true), true},
		"forwarded 21":     {enclosed(mimeDepth+1, true), false},
		"MIME 1,000 parts": {parts(mimeParts - 1), true}, // the whole is the first
		"MIME 1,001 parts": {parts(mimeParts), false},
	} {
		p := decode(t, "a", bytes.NewReader(c.data), int64(len(c.data)))
		refused := strings.Contains(p.w.String(), "too deep") || strings.Contains(p.w.String(), ErrTooLarge.Error())
		if refused == c.ok || c.ok && (len(p.drafts) != 1 || p.drafts[0].Text == "") {
			t.Errorf("%s: %s", name, clip(p.w.String()))
		}
	}
}

// A PDF that works its reader for longer than it may is given up, and the reader reads the next.
func TestSlowPDF(t *testing.T) {
	page := make([]string, 60)
	for i := range page {
		page[i] = strings.Repeat("The ferry sailed. ", 5)
	}
	pages := make([][]string, 3000)
	for i := range pages {
		pages[i] = page
	}
	slow, quick := portable("", pages...), samplePDF()
	decode(t, "a.pdf", bytes.NewReader(quick), int64(len(quick))) // starts the reader
	shop.Patience = 700 * time.Millisecond
	defer func() { shop.Patience = 0 }()
	start := time.Now()
	p := decode(t, "a.pdf", bytes.NewReader(slow), int64(len(slow)))
	if took := time.Since(start); !strings.Contains(p.w.String(), errSlowPDF.Error()) || took > 10*time.Second {
		t.Errorf("%v: %s", took, clip(p.w.String()))
	}
	shop.Patience = 0
	if p := decode(t, "a.pdf", bytes.NewReader(quick), int64(len(quick))); len(p.drafts) != 1 {
		t.Errorf("after it: %s", p.w.String())
	}
}
