package main

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The word lists and rules of the referee's scorer, kept as it has them: a figure printed here is the figure it prints.
var (
	pronounSources = set(`he she they it i we you who him her them us me which that this those these whom his their its my
		our your himself herself themselves itself myself ourselves one some many others everyone everybody nobody someone
		anyone all both most none`)
	strictPronouns = set(`he she they it i we you who him her them us me which that whom his their its my our your himself
		herself themselves itself myself ourselves`)
	sourceTitles = set(`mr mrs ms dr sen rep gov gen col lt jr sr ii iii iv md d r inc`)
	sourceStops  = set(`of who in at for on from with which that whose by to as about during after before near against
		within inside among between under over speaking citing including briefed involved close familiar`)
	sourceIgnored = set(`also then once later told said himself herself themselves itself the a an`)
	particles     = set(`and de van von of`)
	speechVerbs   = set(`said say says saying told tell tells telling according wrote writes writing added adds adding asked asks
		noted notes noting argued argues arguing announced reported reports reporting explained explains claimed claims
		claiming stated states declared declares insisted insists replied responded tweeted tweeting continued warned warns
		warning suggested suggests suggesting acknowledged confirmed denied denies recalled concluded predicted promised
		testified urged vowed joked quipped mentioned pointed remarked accused called calls calling criticized described
		describes questioned pledged`)
	keyWord    = regexp.MustCompile(`[\p{L}\p{N}]+(?:[-’'.&][\p{L}\p{N}]+)*`)
	keySegment = regexp.MustCompile(`[,;:()—–]|\s-\s`)
	latinWord  = regexp.MustCompile(`[a-z]+`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func keyOf(w string) string {
	w = strings.ToLower(w)
	for _, s := range []string{"’s", "'s"} {
		w = strings.TrimSuffix(w, s)
	}
	return strings.Trim(w, ".’'")
}

// headWords gives the head words of a source phrase, and whether one is a name.
func headWords(source string) (keys map[string]bool, named bool) {
	keys = map[string]bool{}
	source = strings.TrimSpace(source)
	for n, segment := range keySegment.Split(source, -1) {
		words := keyWord.FindAllString(segment, -1)
		if len(words) == 0 || n > 0 && !nameSegment(words) {
			continue
		}
		for _, c := range conjuncts(words) {
			c = withoutTitles(c)
			if len(c) == 0 {
				continue
			}
			head := c[len(c)-1]
			first, _ := utf8.DecodeRuneInString(head)
			keys[keyOf(head)] = true
			named = named || unicode.IsUpper(first) && !pronounSources[keyOf(head)]
		}
	}
	if len(keys) > 0 || source == "" {
		return keys, named
	}
	for _, w := range keyWord.FindAllString(source, -1) {
		keys[keyOf(w)] = true
	}
	if len(keys) == 0 {
		keys[strings.ToLower(source)] = true
	}
	return keys, named
}

func nameSegment(words []string) bool {
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !particles[keyOf(w)] {
			return false
		}
	}
	return len(words) <= 5
}

func conjuncts(words []string) (all [][]string) {
	var c []string
	for _, w := range words {
		k := keyOf(w)
		switch {
		case sourceStops[k]:
			if len(c) > 0 {
				return append(all, c)
			}
			return all
		case k == "and" || k == "or" || k == "but":
			if len(c) > 0 {
				all = append(all, c)
			}
			c = nil
		default:
			c = append(c, w)
		}
	}
	if len(c) > 0 {
		all = append(all, c)
	}
	return all
}

func withoutTitles(words []string) (kept []string) {
	for _, w := range words {
		if k := keyOf(w); !sourceTitles[k] && !sourceIgnored[k] {
			kept = append(kept, w)
		}
	}
	return kept
}

func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// quoted flags the bytes of a text that stand in double quotation marks.
func quoted(t string) []bool {
	flags, start := make([]bool, len(t)), -1
	fill := func(end int) {
		for i := start; i < end; i++ {
			flags[i] = true
		}
		start = -1
	}
	for i, c := range t {
		end := i + utf8.RuneLen(c)
		switch {
		case c == '\n' && start >= 0:
			fill(i)
		case c == '"' && start < 0:
			start = i
		case c == '"', (c == '”' || c == '»') && start >= 0:
			fill(end)
		case c == '“' || c == '„' || c == '«':
			if start >= 0 {
				fill(i)
			}
			start = i
		}
	}
	if start >= 0 {
		fill(len(t))
	}
	return flags
}

// kindOf tells a content's kind by the share of its letters in double quotation marks.
func kindOf(t string, spans [][2]int, in []bool) string {
	total, inside, mark := 0, 0, false
	for _, s := range spans {
		for i, c := range t[s[0]:s[1]] {
			if unicode.IsLetter(c) || unicode.IsNumber(c) {
				total++
				if in[s[0]+i] {
					inside++
				}
			} else if c == '“' || c == '”' || c == '"' {
				mark = true
			}
		}
	}
	switch {
	case total == 0 && mark, total > 0 && float64(inside)/float64(total) >= .9:
		return "direct"
	case total == 0, inside == 0 && !mark:
		return "indirect"
	}
	return "mixed"
}

// trimmed drops white space, quotation marks and stops from both ends of a content.
func trimmed(t string, spans [][2]int) string {
	const ends = "“”\"„«»‘’' \t\n\r.,;:\u00a0"
	var b strings.Builder
	sp := make([][2]int, 0, len(spans))
	for _, s := range spans {
		if s[1] > s[0] {
			sp = append(sp, s)
		}
	}
	if len(sp) == 0 {
		return ""
	}
	first, last := &sp[0], &sp[len(sp)-1]
	first[0] += first[1] - first[0] - len(strings.TrimLeft(t[first[0]:first[1]], ends))
	last[1] = last[0] + len(strings.TrimRight(t[last[0]:last[1]], ends))
	for _, s := range sp {
		if s[1] > s[0] {
			b.WriteString(spanKey(s))
		}
	}
	return b.String()
}
