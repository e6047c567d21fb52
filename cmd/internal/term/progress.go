package term

import (
	"fmt"
	"io"
	"iter"
	"os"
	"sync"
	"time"

	xterm "golang.org/x/term"

	"dateline/corpus"
)

// A Progress tells on standard error how far a run of reading is: one line that is written over on a terminal, else a
// line every half minute.
type Progress struct {
	w         io.Writer
	now       func() time.Time
	onScreen  bool
	began     time.Time
	last      time.Time
	articles  int
	files     int
	bytes     int64
	skipped   int
	mu        sync.Mutex
	allFiles  int   // 0 until counted
	allBytes  int64 // of allFiles
	isWritten bool
}

// NoProgress tells nothing.
func NoProgress() *Progress { return &Progress{} }

// NewProgress tells on w. total is called beside the run and counts what it will read.
func NewProgress(w *os.File, now func() time.Time, moving bool, total func() (files int, bytes int64)) *Progress {
	p := &Progress{w: w, now: now, onScreen: moving && xterm.IsTerminal(int(w.Fd())), began: now(), last: now()}
	go func() {
		files, bytes := total()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.allFiles, p.allBytes = files, bytes
	}()
	return p
}

// Watch counts what passes.
func (p *Progress) Watch(events iter.Seq[corpus.Event]) iter.Seq[corpus.Event] {
	if p.w == nil {
		return events
	}
	return func(yield func(corpus.Event) bool) {
		for e := range events {
			p.count(e)
			if !yield(e) {
				return
			}
		}
		if p.isWritten { // what comes now is a matter of the index, and has no measure
			fmt.Fprintf(p.w, "\r\x1b[K%s articles read, writing the index", Thousands(p.articles))
		}
	}
}

func (p *Progress) count(e corpus.Event) {
	if e.Article != nil {
		p.articles++
	}
	if e.Err != nil {
		p.skipped++
	}
	if e.Done && !e.Unchanged {
		p.files++
		p.bytes += e.File.Size
	}
	every := 30 * time.Second
	if p.onScreen {
		every = 200 * time.Millisecond
	}
	if now := p.now(); now.Sub(p.last) >= every {
		p.last = now
		p.tell(now)
	}
}

func (p *Progress) tell(now time.Time) {
	line := p.line(now)
	if p.onScreen {
		fmt.Fprintf(p.w, "\r\x1b[K%s", line)
		p.isWritten = true
		return
	}
	fmt.Fprintln(p.w, line)
}

// line says how much is done, how fast, and how long the rest takes at that speed.
func (p *Progress) line(now time.Time) string {
	took := now.Sub(p.began).Seconds()
	line := fmt.Sprintf("%s articles, %s/s", Thousands(p.articles), Thousands(int(float64(p.articles)/max(took, .001))))
	if p.skipped > 0 {
		line += fmt.Sprintf(", %s skipped", Thousands(p.skipped))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.allFiles == 0 {
		return line
	}
	line += fmt.Sprintf(", %s of %s files", Thousands(p.files), Thousands(p.allFiles))
	if p.bytes*minimalShare < p.allBytes || p.bytes == 0 || took < minimalTime {
		return line
	}
	return line + fmt.Sprintf(", %s left", rough(took*float64(p.allBytes-p.bytes)/float64(p.bytes)))
}

// The time left is told once a part of the bytes in minimalShare is read and so many seconds have gone by: before, it
// tells how slowly a run begins.
const (
	minimalShare = 50
	minimalTime  = 2
)

// rough writes seconds as a person would say them.
func rough(seconds float64) string {
	d := time.Duration(max(0, seconds) * float64(time.Second))
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour-time.Minute/2:
		return fmt.Sprintf("%d min", int(d.Minutes()+.5))
	}
	return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
}

// Done takes the line away.
func (p *Progress) Done() {
	if p.isWritten {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// A Summary is what a run of indexing did, in articles, and what the index holds then; Skipped has paths with reasons.
type Summary struct {
	New, Changed, Unchanged, Removed, Missing int
	Skipped                                   [][2]string
	Articles, Undated, Copies                 int // in the index
}

// shownSkips is how many skipped files are listed by name.
const shownSkips = 20

// Summary shows what a run did in one line, what the index holds in another, and lists what was skipped.
func (l *Look) Summary(s Summary) {
	line := fmt.Sprintf("%s new, %s changed, %s unchanged", Thousands(s.New), Thousands(s.Changed), Thousands(s.Unchanged))
	for _, part := range []struct {
		n    int
		word string
	}{{s.Removed, "removed"}, {s.Missing, "missing (--prune takes them out)"}} {
		if part.n > 0 {
			line += fmt.Sprintf(", %s %s", Thousands(part.n), part.word)
		}
	}
	l.line(0, line+fmt.Sprintf(", %s skipped", Thousands(len(s.Skipped))))
	held := "the index holds " + Plural(s.Articles, "article")
	if s.Undated > 0 {
		held += fmt.Sprintf(", %s of them undated", Thousands(s.Undated))
	}
	switch {
	case s.Copies == 1:
		held += ", 1 of them a copy of another"
	case s.Copies > 1:
		held += fmt.Sprintf(", %s of them copies of another", Thousands(s.Copies))
	}
	l.line(0, held)
	for i, skip := range s.Skipped {
		if i == shownSkips {
			fmt.Fprintf(l.Out, "  and %s more: `dateline status --skipped` lists all\n", Thousands(len(s.Skipped)-i))
			break
		}
		l.line(2, CleanLine(skip[0])+": "+CleanLine(skip[1]))
	}
}
