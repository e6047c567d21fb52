package term

import (
	"fmt"
	"strings"

	"dateline/corpus"
)

// A Reason is one value of an article with what it was taken from.
type Reason struct {
	Field, Value, Rule string
	Trust              float32
	Span               corpus.Span
	Words              string    // the source text of Span
	Rejected           string    // why it was not believed, "" for what was
	Beside             []Mention // other words that tell: of a quote, its speaker and cue
}

// A Mention is words of the source and what they are.
type Mention struct {
	What  string
	Span  corpus.Span
	Words string
}

// Reasons shows why each value is believed, and the candidates that were not.
func (l *Look) Reasons(reasons []Reason) {
	field := ""
	for _, r := range reasons {
		if r.Field != field {
			fmt.Fprintln(l.Out, l.Title(r.Field))
			field = r.Field
		}
		value := Isolate(CleanLine(r.Value))
		if r.Rejected != "" {
			value = l.Dim("not ") + value
		}
		l.line(2, value)
		facts := fmt.Sprintf("%s, trust %.2f", r.Rule, r.Trust)
		if r.Rejected != "" {
			facts += ": " + r.Rejected
		}
		if r.Span.Part != "" {
			facts += fmt.Sprintf(" · %s %d–%d", r.Span.Part, r.Span.Start, r.Span.End)
		}
		l.line(4, l.Dim(CleanLine(facts)))
		if words := CleanLine(r.Words); !strings.HasSuffix(CleanLine(r.Value), words) {
			l.line(4, quoted(words))
		}
		l.mentions(r.Beside)
	}
}

func (l *Look) mentions(ms []Mention) {
	parts := make([]string, len(ms))
	for i, m := range ms {
		parts[i] = m.What + " " + quoted(CleanLine(m.Words)) + l.Dim(fmt.Sprintf(" %s %d–%d", m.Span.Part, m.Span.Start, m.Span.End))
	}
	if len(parts) > 0 {
		l.line(4, strings.Join(parts, " · "))
	}
}

// quoted is a piece of evidence that is clean already.
func quoted(words string) string { return "“" + Isolate(shorten(words)) + "”" }

// shorten keeps both ends of a long piece of evidence, cut at words.
func shorten(s string) string {
	const most = 160
	if Width(s) <= most {
		return s
	}
	begin, _ := head(s, most/2)
	end, _ := tail(s, most/2)
	if i := strings.LastIndexByte(begin, ' '); i > 0 {
		begin = begin[:i]
	}
	return begin + " … " + end[strings.IndexByte(end, ' ')+1:]
}
