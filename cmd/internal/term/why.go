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
	Words              string // the source text of Span
	Rejected           string // why it was not believed, "" for what was
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
		if words := CleanLine(r.Words); words != "" && words != CleanLine(r.Value) {
			l.line(4, "“"+Isolate(shorten(words))+"”")
		}
	}
}

// shorten keeps both ends of a long piece of evidence.
func shorten(s string) string {
	const most = 160
	if Width(s) <= most {
		return s
	}
	begin, _ := head(s, most/2)
	end, _ := tail(s, most/2)
	return strings.TrimSpace(begin) + " … " + strings.TrimSpace(end)
}
