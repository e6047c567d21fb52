package term

import (
	"fmt"
	"strings"

	"dateline/corpus"
)

// A Reason is one value of an article with what it was taken from.
type Reason struct {
	Field    string      `json:"field"`
	Value    string      `json:"value"`
	Rule     string      `json:"rule"`
	Trust    float32     `json:"trust"`
	Span     corpus.Span `json:"span"`
	Words    string      `json:"words,omitempty"`    // the source text of Span
	Rejected string      `json:"rejected,omitempty"` // why it was not believed, "" for what was
	Beside   []Mention   `json:"beside,omitempty"`   // other words that tell: of a quote, its speaker and cue
}

// A Mention is words of the source and what they are.
type Mention struct {
	What  string      `json:"what"`
	Span  corpus.Span `json:"span"`
	Words string      `json:"words,omitempty"`
}

// Reasons shows why each value is believed, and the candidates that were not.
func (l *Look) Reasons(reasons []Reason) {
	var last Reason
	for _, r := range reasons {
		if r.Field != last.Field {
			fmt.Fprintln(l.Out, l.Title(r.Field))
		}
		if r.Field != last.Field || r.Value != last.Value || r.Rejected != "" {
			value := Isolate(CleanLine(r.Value))
			if r.Rejected != "" {
				value = l.Dim("not ") + value
			}
			l.line(2, value)
		}
		last = r
		l.evidence(r)
		l.mentions(r.Beside)
	}
}

// evidence shows the rule, trust and span of a value, and the words there where the value doesn't hold them itself: on
// the same line where they are few.
func (l *Look) evidence(r Reason) {
	facts := fmt.Sprintf("%s, trust %.2f", r.Rule, r.Trust)
	if r.Rejected != "" {
		facts += ": " + r.Rejected
	}
	if r.Span.Len() > 0 {
		facts += fmt.Sprintf(" · %s %d–%d", r.Span.Part, r.Span.Start, r.Span.End)
	}
	facts = l.Dim(CleanLine(facts))
	words := CleanLine(r.Words)
	switch {
	case strings.HasSuffix(CleanLine(r.Value), words):
		l.line(4, facts)
	case Width(words) <= 40:
		l.line(4, facts+" "+quoted(words))
	default:
		l.line(4, facts)
		l.line(4, quoted(words))
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
