package query

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/corpus/text"
)

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// numbers are the words for small numbers, by number, and tens those for the tens.
var (
	numbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
		"sixteen seventeen eighteen nineteen")
	tens = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
)

// ordinals are the words for days of a month, by number.
var ordinals = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
	"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")

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
	if i := slices.Index(numbers, s); i >= 0 {
		return i, true
	}
	i := slices.Index(tens, s)
	return 10 * i, i > 0
}

// inDigits writes "twenty-two" and "twenty second" as "22" and "22nd".
func inDigits(s string) string {
	m := tenAndOne().FindStringSubmatch(s)
	ten := slices.Index(tens, m[1])
	if m[3] != "" {
		return strconv.Itoa(10*ten+slices.Index(ordinals, m[3])) + "th"
	}
	return strconv.Itoa(10*ten + slices.Index(numbers, m[2]))
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
	if s == "thirtieth" {
		i = 30
	} else if i < 0 && len(s) > 2 {
		i, _ = numberOf(s)
	}
	return i, i >= 1 && i <= 31
}

func yearOf(s string) (int, bool) {
	if rest, ok := strings.CutPrefix(s, "'"); ok && len(rest) == 2 && isDigits(rest) {
		return fullYear(rest), true
	}
	if len(s) != 4 || !isDigits(s) {
		return 0, false
	}
	n := atoi(s)
	if n > 2400 { // Thailand counts from 543 BC
		n -= 543
	}
	return n, n >= 1000
}

var (
	clockTime = lazily(`(?i)\b(?:at |@ ?|\| ?)?\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?:\s*\(?(?:(?-i:[A-Z]{2,4})(?:[+-]\d{1,4})?|[+-]\d{2}:?\d{2}|Z)\b\)?)*|\bat \d{1,2}\b`)
	dateWord  = lazily(`'\d\d\b|[\p{L}\p{M}]+|\d+(?:st|nd|rd|th|s)?|-`)
	tenAndOne = lazily(`\b(twenty|thirty|forty|fifty)[ -](?:(one|two|three|four|five|six|seven|eight|nine)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b`)
)

// filler are words that say nothing of when.
var filler = map[string]bool{"the": true, "of": true, "on": true, "in": true, "at": true, "day": false, "during": true, "year": false, "for": true, "starting": true,
	"de": true, "del": true, "do": true, "da": true, "di": true, "le": true, "el": true, "il": true, "den": true, "der": true, "am": true, "im": true, "г": true, "года": true, "р": true}

// inWords reads English words, then those of other languages, and then what the scanner of articles finds.
func (r *dateReader) inWords(s string) (days, error) {
	if d, ok := r.inEnglish(s); ok {
		return d, nil
	}
	english := inEnglish(s)
	if d, ok, err := r.numeric(english); ok || err != nil {
		return d, err
	}
	if d, ok := r.inEnglish(english); ok {
		return d, nil
	}
	return r.scanned(s)
}

func (r *dateReader) inEnglish(s string) (days, bool) {
	s = tenAndOne().ReplaceAllStringFunc(strings.ToLower(strings.ReplaceAll(s, "’", "'")), inDigits)
	s = inFull(s)
	if d, ok := r.inRange(s); ok {
		return d, true
	}
	if d, ok := r.counted(s); ok {
		return d, true
	}
	words := dateWord().FindAllString(clockTime().ReplaceAllString(s, " "), -1)
	var kept []string
	for _, w := range words {
		if !filler[w] && w != "-" {
			kept = append(kept, w)
		}
	}
	if len(words) > 0 && words[0] == "in" {
		if t, ok := r.shifted(kept, 1); ok {
			return aDay(t), true
		}
	}
	for _, read := range []func([]string) (days, bool){r.named, r.relative, r.unit, r.dayOfWeek, r.calendar, r.feast} {
		if d, ok := read(kept); ok {
			return d, true
		}
	}
	return days{}, false
}

// named reads words that mean one day.
func (r *dateReader) named(w []string) (days, bool) {
	shift, ok := map[string]int{"today": 0, "now": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
		"yesterday": -1, "last night": -1, "yesterday morning": -1, "yesterday evening": -1, "tomorrow": 1,
		"day before yesterday": -2, "day after tomorrow": 2}[strings.Join(w, " ")]
	return aDay(r.now.AddDate(0, 0, shift)), ok
}

// relative reads "3 weeks ago", "a year ago", "2 days hence", "last 30 days", "past two months".
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

// stepsAway are how far a period is from the current one.
var stepsAway = map[string]int{"beforelast": -2, "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "same": 0,
	"next": 1, "coming": 1, "following": 1, "afternext": 2}

// unit reads "last month", "this week", "next monday", "last may", "this spring", "year before last", "later this week".
func (r *dateReader) unit(w []string) (days, bool) {
	if len(w) == 3 {
		return r.further(w)
	}
	if len(w) == 0 || len(w) > 2 {
		return days{}, false
	}
	step, said := stepsAway[w[0]]
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

// further reads "week after next", "this past monday", and what of a period lies before or after today: "earlier this year".
func (r *dateReader) further(w []string) (days, bool) {
	switch {
	case w[1] == "before" && w[2] == "last":
		return r.period(w[0], -2)
	case w[1] == "after" && w[2] == "next":
		return r.period(w[0], 2)
	case w[0] == "this" && stepsAway[w[1]] != 0:
		return r.unit(w[1:])
	}
	d, ok := r.unit(w[1:])
	switch {
	case ok && w[0] == "earlier" && d.from.Before(r.now):
		d.to = r.now
	case ok && w[0] == "later" && d.to.After(r.now):
		d.from = r.now
	default:
		return days{}, false
	}
	return d, true
}

// dayOfWeek reads "monday of next week" and "last week tuesday".
func (r *dateReader) dayOfWeek(w []string) (days, bool) {
	if len(w) != 3 {
		return days{}, false
	}
	day, rest := w[0], w[1:]
	if rest[1] != "week" {
		day, rest = w[2], w[:2]
	}
	wd, ok := weekdayOf(day)
	step, said := stepsAway[rest[0]]
	if !ok || !said || rest[1] != "week" {
		return days{}, false
	}
	return aDay(monday(r.now).AddDate(0, 0, 7*step+(int(wd)+6)%7)), true
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
