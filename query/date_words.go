package query

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"dateline/corpus/text"
)

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// numbers are the words for small numbers, by number.
var numbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
	"sixteen seventeen eighteen nineteen twenty")

// ordinals are the words for days of a month, by number.
var ordinals = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
	"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth " +
	"twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first")

// seasons begin with the month, as meteorologists count them in the north.
var seasons = map[string]time.Month{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// monthOf reads the name of a month, in any language, or the first three letters or more of an English one.
func monthOf(s string) (time.Month, bool) {
	i := slices.IndexFunc(months, func(m string) bool { return len(s) >= 3 && strings.HasPrefix(m, s) })
	if i < 0 {
		m := text.Months[s]
		return time.Month(m), m > 0
	}
	return time.Month(i + 1), true
}

func weekdayOf(s string) (time.Weekday, bool) {
	i := slices.IndexFunc(weekdays, func(d string) bool { return len(s) >= 3 && strings.HasPrefix(d, s) })
	return time.Weekday(i), i >= 0
}

// numberOf reads a number in digits or words: "3", "three", "a".
func numberOf(s string) (int, bool) {
	if s == "a" || s == "an" {
		return 1, true
	}
	if isDigits(s) && len(s) <= 4 {
		return atoi(s), true
	}
	i := slices.Index(numbers, s)
	return i, i >= 0
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// dayOf reads a day of a month: "3", "3rd", "third".
func dayOf(s string) (int, bool) {
	digits := strings.TrimRight(s, "stndrh")
	if isDigits(digits) && len(digits) <= 2 && len(s)-len(digits) <= 2 {
		n := atoi(digits)
		return n, n >= 1 && n <= 31
	}
	i := slices.Index(ordinals, s)
	return i, i >= 1
}

func yearOf(s string) (int, bool) {
	if rest, ok := strings.CutPrefix(s, "'"); ok && len(rest) == 2 && isDigits(rest) {
		return fullYear(rest), true
	}
	if len(s) != 4 || !isDigits(s) {
		return 0, false
	}
	n := atoi(s)
	return n, n >= 1000
}

var (
	clockTime = regexp.MustCompile(`(?i)\b(?:at |@ ?|\| ?)?\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?:\s*\(?(?:(?-i:[A-Z]{2,4})(?:[+-]\d{1,4})?|[+-]\d{2}:?\d{2}|Z)\b\)?)*`)
	dateWord  = regexp.MustCompile(`'\d\d\b|[\p{L}]+(?:-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)?|\d+(?:st|nd|rd|th|s)?|-`)
)

// filler are words that say nothing of when.
var filler = map[string]bool{"the": true, "of": true, "on": true, "in": true, "at": true, "day": false, "during": true, "year": false, "for": true,
	"de": true, "del": true, "do": true, "da": true, "di": true, "le": true, "el": true, "il": true, "den": true, "der": true, "am": true, "im": true, "г": true, "года": true, "р": true}

// inWords reads English words, and then what the scanner of articles finds in other languages.
func (r *dateReader) inWords(s string) (days, error) {
	t := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for _, re := range betweens {
		if m := re.FindStringSubmatch(t); m != nil {
			if d, err := r.between(m[1], m[2]); err == nil {
				return d, nil
			}
		}
	}
	if d, ok := r.counted(t); ok {
		return d, nil
	}
	words := dateWord.FindAllString(strings.ToLower(clockTime.ReplaceAllString(strings.ReplaceAll(s, "’", "'"), " ")), -1)
	var kept []string
	for _, w := range words {
		if !filler[w] && w != "-" {
			kept = append(kept, w)
		}
	}
	for _, read := range []func([]string) (days, bool){r.named, r.relative, r.unit, r.calendar, r.feast} {
		if d, ok := read(kept); ok {
			return d, nil
		}
	}
	return r.scanned(s)
}

var betweens = []*regexp.Regexp{
	regexp.MustCompile(`^(?:from|between) (.+?) (?:to|and|until|till|through|-|–|~) (.+)$`),
	regexp.MustCompile(`^(?:from|between) (.+?)[-–~](.+)$`),
	regexp.MustCompile(`^(.+?) (?:to|until|till|through|–|—|-|~) (.+)$`),
	regexp.MustCompile(`^(\pL[^-–~]*)[-–~](\pL.*)$`),
	regexp.MustCompile(`^(?:(?:van|von|zwischen|de|du|desde|entre|dal|dall'|tra|from|с|от|между) )?(.+?) (?:tot(?: en met)?|bis|und|en|à|au|al|a|hasta|até|ate|y|et|e|до|по|и|ile) (.+)$`),
}

// named reads words that mean one day.
func (r *dateReader) named(w []string) (days, bool) {
	shift, ok := map[string]int{"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1,
		"day before yesterday": -2, "day after tomorrow": 2}[strings.Join(w, " ")]
	return aDay(r.now.AddDate(0, 0, shift)), ok
}

// relative reads "3 weeks ago", "a year ago", "in 2 days", "last 30 days", "past two months".
func (r *dateReader) relative(w []string) (days, bool) {
	if len(w) < 2 {
		return days{}, false
	}
	last := w[len(w)-1]
	switch {
	case last == "ago" || last == "back" || last == "earlier":
		t, ok := r.shifted(w[:len(w)-1], -1)
		return aDay(t), ok
	case last == "hence" || last == "later":
		t, ok := r.shifted(w[:len(w)-1], 1)
		return aDay(t), ok
	case w[0] == "last" || w[0] == "past" || w[0] == "previous":
		if t, ok := r.shifted(w[1:], -1); ok && len(w) > 2 {
			return days{t, r.now}, true
		}
	case w[0] == "next" || w[0] == "coming":
		if t, ok := r.shifted(w[1:], 1); ok && len(w) > 2 {
			return days{r.now, t}, true
		}
	}
	return days{}, false
}

// shifted moves today by amounts such as "2 weeks", "1 year 3 months".
func (r *dateReader) shifted(w []string, sign int) (time.Time, bool) {
	t := r.now
	if len(w) == 0 {
		return t, false
	}
	for i := 0; i < len(w); {
		if w[i] == "and" {
			i++
			continue
		}
		n, ok := numberOf(w[i])
		if w[i] == "couple" {
			n, ok = 2, true
		}
		if !ok || i+1 >= len(w) {
			return t, false
		}
		i++
		if w[i] == "couple" && i+1 < len(w) {
			n = 2
			i++
		}
		n *= sign
		switch strings.TrimSuffix(w[i], "s") {
		case "minute", "min", "hour", "second":
		case "day":
			t = t.AddDate(0, 0, n)
		case "week":
			t = t.AddDate(0, 0, 7*n)
		case "fortnight":
			t = t.AddDate(0, 0, 14*n)
		case "month":
			t = addMonths(t, n)
		case "quarter":
			t = addMonths(t, 3*n)
		case "year":
			t = addMonths(t, 12*n)
		case "decade":
			t = addMonths(t, 120*n)
		default:
			return t, false
		}
		i++
	}
	return t, true
}

// addMonths keeps to the month: a month after 31 January is the last of February.
func addMonths(t time.Time, n int) time.Time {
	first := civil(t.Year(), t.Month()+time.Month(n), 1)
	lastDay := first.AddDate(0, 1, -1).Day()
	return civil(first.Year(), first.Month(), min(t.Day(), lastDay))
}

// unit reads "last month", "this week", "next monday", "last may", "this spring".
func (r *dateReader) unit(w []string) (days, bool) {
	if len(w) == 0 || len(w) > 2 {
		return days{}, false
	}
	step, said := map[string]int{"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[w[0]]
	if len(w) == 2 && !said {
		return days{}, false
	}
	word := w[len(w)-1]
	if d, ok := weekdayOf(word); ok {
		return r.weekday(d, step, len(w) == 2), true
	}
	if len(w) == 1 {
		return days{}, false
	}
	if m, ok := monthOf(word); ok {
		return aMonth(r.nearest(m, step)), true
	}
	if m, ok := seasons[word]; ok {
		t := r.nearest(m, step)
		return span(t, 0, 3, 0), true
	}
	return r.period(word, step)
}

// nearest is the first of the month m: the last that is over for step -1, the next to begin for 1, this year's for 0.
func (r *dateReader) nearest(m time.Month, step int) time.Time {
	t := civil(r.now.Year(), m, 1)
	switch {
	case step < 0 && !t.AddDate(0, 1, 0).Before(r.now):
		return t.AddDate(-1, 0, 0)
	case step > 0 && !t.After(r.now):
		return t.AddDate(1, 0, 0)
	}
	return t
}

// weekday reads "monday" and "last monday" as the one before today, "next monday" as the one behind, "this monday"
// as this week's.
func (r *dateReader) weekday(d time.Weekday, step int, said bool) days {
	back := (int(r.now.Weekday()) - int(d) + 7) % 7
	switch {
	case !said:
		return aDay(r.now.AddDate(0, 0, -back))
	case step < 0:
		return aDay(r.now.AddDate(0, 0, -(back+6)%7-1))
	case step > 0:
		return aDay(r.now.AddDate(0, 0, 7-back))
	}
	return aDay(monday(r.now).AddDate(0, 0, (int(d)+6)%7))
}

func (r *dateReader) period(word string, step int) (days, bool) {
	t := r.now
	switch strings.TrimSuffix(word, "s") {
	case "day":
		return aDay(t.AddDate(0, 0, step)), true
	case "week":
		return aWeek(t.AddDate(0, 0, 7*step)), true
	case "weekend":
		return span(monday(t).AddDate(0, 0, 5+7*step), 0, 0, 2), true
	case "fortnight":
		return days{t.AddDate(0, 0, -14), t}, step < 0
	case "month":
		return aMonth(civil(t.Year(), t.Month()+time.Month(step), 1)), true
	case "quarter":
		return quarter(t.Year(), (int(t.Month())-1)/3+1+step), true
	case "year":
		return aYear(t.Year() + step), true
	case "decade":
		return span(civil(t.Year()/10*10+10*step, 1, 1), 10, 0, 0), true
	case "century":
		return span(civil(t.Year()/100*100+100*step, 1, 1), 100, 0, 0), true
	}
	return days{}, false
}

func quarter(year, q int) days {
	return span(civil(year, time.Month(3*(q-1)+1), 1), 0, 3, 0)
}
