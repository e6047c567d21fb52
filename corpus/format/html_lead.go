package format

import "strings"

const (
	leadLines  = 3   // a standfirst's most
	leadWithin = 25  // lines between the title and the main text that are looked at
	leadBytes  = 100 // a standfirst's least; less is a caption or a button
)

// withLead puts before a main text the standfirst that the page shows between its title and it.
func withLead(main, all string, titles []string) string {
	lines := strings.Split(all, "\n")
	end := firstShown(lines, main)
	start := -1
	for i := end - 1; i >= 0 && i > end-leadWithin; i-- {
		if isOneOf(lines[i], titles) {
			start = i + 1
			break
		}
	}
	if start < 0 {
		return main
	}
	var lead []string
	for _, l := range lines[start:end] {
		if len(l) >= leadBytes && len(lead) < leadLines && endsLikeProse(l) && !strings.Contains(main, l) {
			lead = append(lead, l)
		}
	}
	if len(lead) == 0 {
		return main
	}
	return strings.Join(append(lead, main), "\n\n")
}

// firstShown finds the line of the page with which the main text begins.
func firstShown(lines []string, main string) int {
	for _, first := range strings.Split(main[:min(len(main), 4000)], "\n") {
		if len(first) < 60 {
			continue
		}
		for i, l := range lines {
			if strings.HasPrefix(l, first[:40]) {
				return i
			}
		}
	}
	return -1
}

func isOneOf(line string, titles []string) bool {
	for _, t := range titles {
		if len(t) >= 10 && len(line) < len(t)+80 && strings.Contains(strings.ToLower(line), strings.ToLower(t)) {
			return true
		}
	}
	return false
}

// endsLikeProse reports whether a line ends as a sentence does.
func endsLikeProse(l string) bool {
	l = strings.TrimRight(l, "\"”“’»)' ")
	return strings.HasSuffix(l, ".") || strings.HasSuffix(l, "!") || strings.HasSuffix(l, "?") || strings.HasSuffix(l, "。")
}
