package query

import (
	"strings"
	"testing"
	"time"
)

func TestReadDate(t *testing.T) {
	now := time.Date(2016, 6, 1, 15, 0, 0, 0, time.UTC)
	yes := true
	tests := []struct{ typed, from, to string }{
		{"2016-05", "2016-05-01", "2016-05-31"},
		{"last month", "2016-05-01", "2016-05-31"},
		{"easter 2018", "2018-04-01", "2018-04-01"},
		{"Good Friday 2016", "2016-03-25", "2016-03-25"},
		{"black friday 2010", "2010-11-26", "2010-11-26"},
		{"christmas", "2015-12-25", "2015-12-25"},
		{"New Year's Eve 1999", "1999-12-31", "1999-12-31"},
		{"2 weeks before May 13 1999", "1999-04-29", "1999-04-29"},
		{"10 days after 2016-02-20", "2016-03-01", "2016-03-01"},
		{"25 мая 2016", "2016-05-25", "2016-05-25"},
		{"2016年5月25日", "2016-05-25", "2016-05-25"},
		{"mercredi 25 mai 2016", "2016-05-25", "2016-05-25"},
		{"marzo de 2015", "2015-03-01", "2015-03-31"},
		{"año 2008", "2008-01-01", "2008-12-31"},
		{"1990s", "1990-01-01", "1999-12-31"},
		{"entre 2008 y 2011", "2008-01-01", "2011-12-31"},
		{"8:25 a.m. Dec. 12, 2014", "2014-12-12", "2014-12-12"},
		{"2 weeks ago", "2016-05-18", "2016-05-18"},
		{"in 3 days", "2016-06-04", "2016-06-04"},
		{"monday of last week", "2016-05-23", "2016-05-23"},
		{"year before last", "2014-01-01", "2014-12-31"},
		{"earlier this year", "2016-01-01", "2016-06-01"},
		{"friday 13", "2016-05-13", "2016-05-13"},
		{"the 4th", "2016-05-04", "2016-05-04"},
		{"24/5", "2016-05-24", "2016-05-24"},
		{"twenty-second of February", "2016-02-22", "2016-02-22"},
		{"first week of 2015", "2014-12-29", "2015-01-04"},
		{"last week of july 2016", "2016-07-25", "2016-07-31"},
		{"last four months of 2015", "2015-09-01", "2015-12-31"},
		{"early 2000", "2000-01-01", "2000-04-30"},
		{"18th century", "1700-01-01", "1799-12-31"},
		{"since March 2015", "2015-03-01", ""},
		{"until 2014", "", "2014-12-31"},
		// An end without a year or a month has the other's.
		{"May to October 2015", "2015-05-01", "2015-10-31"},
		{"November to February 2015", "2014-11-01", "2015-02-28"},
		{"18 Nov 2014 to 3 February", "2014-11-18", "2015-02-03"},
		{"9 to 12 April", "2016-04-09", "2016-04-12"},
		{"November 19-20", "2015-11-19", "2015-11-20"},
		{"Nov 18-Dec 19, 2015", "2015-11-18", "2015-12-19"},
		{"6-Jul-2015", "2015-07-06", "2015-07-06"},
		{"2014-2015", "2014-01-01", "2015-12-31"},
		{"2014/15", "2014-01-01", "2015-12-31"},
		{"2010-11", "2010-11-01", "2010-11-30"},
		{"1.-10. Mai 2016", "2016-05-01", "2016-05-10"},
		{"2016 05 24", "2016-05-24", "2016-05-24"},
		{"KW 20 2016", "2016-05-16", "2016-05-22"},
		{"T3 2015", "2015-07-01", "2015-09-30"},
		{"winter 2014/15", "2014-12-01", "2015-02-28"},
		{"year to date", "2016-01-01", "2016-06-01"},
		{"30d", "2016-05-02", "2016-06-01"},
		{"6m", "2015-12-01", "2016-06-01"},
	}
	for _, test := range tests {
		from, to, err := ReadDate(test.typed, now, &yes)
		if err != nil || from != test.from || to != test.to {
			t.Errorf("%q: %s..%s, %v; want %s..%s", test.typed, from, to, err, test.from, test.to)
		}
	}
	// What would be read only in part is refused.
	for _, typed := range []string{"feb 30 2019", "2014 tot en met 31 mei 12 2018", "the war", "second", strings.Repeat("1 to 2 days after ", 40), "6 April seventeen hundred", "2 de octubre de dos mil veinte", "12-10 April"} {
		if from, to, err := ReadDate(typed, now, &yes); err == nil {
			t.Errorf("%q is read as %s..%s", typed, from, to)
		}
	}
}

func TestReadDateForeign(t *testing.T) {
	now := time.Date(2016, 6, 1, 15, 0, 0, 0, time.UTC)
	yes := true
	tests := []struct{ typed, from, to string }{
		{"vor drei Wochen", "2016-05-11", "2016-05-11"},
		{"letzte Woche", "2016-05-23", "2016-05-29"},
		{"vorletztes Jahr", "2014-01-01", "2014-12-31"},
		{"vom 3. bis zum 7. Mai 2016", "2016-05-03", "2016-05-07"},
		{"seit März 2015", "2015-03-01", ""},
		{"in den 1990er Jahren", "1990-01-01", "1999-12-31"},
		{"Heilige Drei Könige 2015", "2015-01-06", "2015-01-06"},
		{"la semana pasada", "2016-05-23", "2016-05-29"},
		{"hace dos meses", "2016-04-01", "2016-04-01"},
		{"entre mayo y octubre de 2015", "2015-05-01", "2015-10-31"},
		{"primero de enero de 2000", "2000-01-01", "2000-01-01"},
		{"miércoles de la semana pasada", "2016-05-25", "2016-05-25"},
		{"finales de este mes", "2016-06-21", "2016-06-30"},
		{"il y a trois semaines", "2016-05-11", "2016-05-11"},
		{"le mois dernier", "2016-05-01", "2016-05-31"},
		{"du 3 au 5 mai 2016", "2016-05-03", "2016-05-05"},
		{"l'anno scorso", "2015-01-01", "2015-12-31"},
		{"due giorni fa", "2016-05-30", "2016-05-30"},
		{"há duas semanas", "2016-05-18", "2016-05-18"},
		{"segunda-feira 25 de janeiro de 2016", "2016-01-25", "2016-01-25"},
		{"drie weken geleden", "2016-05-11", "2016-05-11"},
		{"de eerste week van 2015", "2014-12-29", "2015-01-04"},
		{"Pasen 2018", "2018-04-01", "2018-04-01"},
		{"вчера", "2016-05-31", "2016-05-31"},
		{"три недели назад", "2016-05-11", "2016-05-11"},
		{"в прошлом году", "2015-01-01", "2015-12-31"},
		{"с 5 по 7 мая 2016", "2016-05-05", "2016-05-07"},
		{"w zeszłym tygodniu", "2016-05-23", "2016-05-29"},
		{"geçen yıl", "2015-01-01", "2015-12-31"},
		{"Mart'tan Mayıs'a kadar", "2016-03-01", "2016-05-31"},
		{"قبل ثلاثة أسابيع", "2016-05-11", "2016-05-11"},
		{"الأسبوع الماضي", "2016-05-23", "2016-05-29"},
		{"पिछले सप्ताह", "2016-05-23", "2016-05-29"},
		{"तीन दिन पहले", "2016-05-29", "2016-05-29"},
		{"上周五", "2016-05-27", "2016-05-27"},
		{"三天前", "2016-05-29", "2016-05-29"},
		{"去年十二月", "2015-12-01", "2015-12-31"},
		{"2015年6月1日-6月30日", "2015-06-01", "2015-06-30"},
		{"先週の月曜日", "2016-05-23", "2016-05-23"},
		{"3週間前", "2016-05-11", "2016-05-11"},
		{"지난달", "2016-05-01", "2016-05-31"},
		{"5 tháng 3 năm 2016", "2016-03-05", "2016-03-05"},
		{"25 พฤษภาคม 2559", "2016-05-25", "2016-05-25"},
	}
	for _, test := range tests {
		from, to, err := ReadDate(test.typed, now, &yes)
		if err != nil || from != test.from || to != test.to {
			t.Errorf("%q, that is %q: %s..%s, %v; want %s..%s", test.typed, inEnglish(test.typed), from, to, err, test.from, test.to)
		}
	}
}

// Every feast that is translated is read under each of its names.
func TestForeignFeasts(t *testing.T) {
	now := time.Date(2016, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, m := range meanings {
		want, _, err := ReadDate(m[0]+" 2015", now, nil)
		if _, isFeast := feastDay(strings.ReplaceAll(strings.TrimSuffix(m[0], " day"), "'", " "), 2015); !isFeast || err != nil {
			continue
		}
		for _, w := range strings.Split(m[1], ", ") {
			if got, _, err := ReadDate(strings.TrimSuffix(w, "*")+" 2015", now, nil); err != nil || got != want {
				t.Errorf("%q: %s, %v; %q is %s", w, got, err, m[0], want)
			}
		}
	}
}
