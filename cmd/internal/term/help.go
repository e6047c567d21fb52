package term

import (
	"fmt"
	"strings"

	"dateline/query"
)

// Help says why a question found nothing: a line a term, then what there is without each filter.
func Help(h *query.Help) (lines []string) {
	if h.Empty {
		return []string{"the index holds no articles yet: dateline index FOLDER adds some"}
	}
	for _, t := range h.Terms {
		count := Plural(t.Articles, "article")
		if t.Quotes > 0 {
			count = Plural(t.Quotes, "quote") + " in " + count
		}
		line := t.Term + ": " + count
		switch {
		case t.Name != "":
			line += fmt.Sprintf(" (as a name, in any spelling and script: %s, %s)", t.Name, Plural(t.Named, "article"))
		case t.Nearest != "":
			line += fmt.Sprintf(" (did you mean %s?)", t.Nearest)
		}
		lines = append(lines, line)
	}
	for _, f := range h.Filters {
		lines = append(lines, fmt.Sprintf("without %s: %s", f.Without, Plural(f.Articles, "article")))
	}
	return lines
}

// Footer sums up an answer: "12 matches in 5 articles = 3 stories", and what a date filter could not decide. A question
// without words has no matches to count.
func Footer(p *query.Page) string {
	counts := Plural(p.Articles, "article") + " = " + Plural(p.Stories, "story")
	if p.Matches > 0 || p.Articles == 0 {
		counts = Plural(p.Matches, "match") + " in " + counts
	}
	parts := []string{counts}
	if p.Undecided > 0 {
		parts = append(parts, Plural(p.Undecided, "article")+" whose date can't tell (--dates any shows them)")
	}
	if p.From != "" || p.To != "" {
		parts = append(parts, interval(p.From, p.To))
	}
	return strings.Join(parts, " · ")
}

func interval(from, to string) string {
	switch {
	case from == to:
		return from
	case from == "":
		return "until " + to
	case to == "":
		return "from " + from
	}
	return from + " to " + to
}

// Plural counts something: "1 story", "2 stories", "1,024 matches".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	switch {
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	case strings.HasSuffix(noun, "ch"):
		noun += "es"
	default:
		noun += "s"
	}
	return Thousands(n) + " " + noun
}

// Bytes writes a size in the largest unit that it has one of: "0.3 kB", "1.1 GB".
func Bytes(n int64) string {
	size, unit := float64(n)/1e3, "kB"
	for _, larger := range []string{"MB", "GB", "TB"} {
		if size < 1000 {
			break
		}
		size, unit = size/1e3, larger
	}
	return fmt.Sprintf("%.1f %s", size, unit)
}

// Thousands writes a number with commas.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
