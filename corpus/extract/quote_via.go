package extract

import (
	"strings"
	"sync"

	"dateline/corpus"
)

// outlets are agencies, papers and broadcasters by name, without their articles.
var outlets = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Split(`reuters, thomson reuters, ap, associated press, afp, agence france-presse, agence france presse, upi,
		united press international, interfax, tass, itar-tass, itar tass, ria novosti, ria, sputnik, rt, xinhua, kyodo, dpa, efe, ansa, apa,
		pap, anp, lusa, belga, ntb, ritzau, pti, press trust of india, ians, ani, yonhap, bernama, antara, anadolu, anadolu agency, irna, fars, isna, mehr, tasnim, sana, kuna,
		wam, spa, petra, mena, kcna, bloomberg, bloomberg news, dow jones, cnn, bbc, bbc news, cnbc, nbc, nbc news, abc, abc news, cbs,
		cbs news, fox news, fox, msnbc, pbs, npr, c-span, al jazeera, al arabiya, sky news, itv, channel 4, politico, axios, vox,
		new york times, washington post, wall street journal, financial times, guardian, daily telegraph, telegraph, times, sunday times,
		daily mail, independent, economist, los angeles times, usa today, chicago tribune, boston globe, new york post, daily news,
		new york daily news, time, time magazine, newsweek, people, us weekly, tmz, e, variety, hollywood reporter, huffington post,
		breitbart, breitbart news, buzzfeed, der spiegel, spiegel, bild, die welt, handelsblatt, le monde, le figaro, liberation,
		les echos, el pais, el mundo, la repubblica, corriere della sera, il sole 24 ore, kommersant, vedomosti, izvestia, pravda,
		rossiya 24, nikkei, asahi, yomiuri, mainichi, nhk, people's daily, china daily, global times, south china morning post,
		hindu, times of india, hindustan times, haaretz, jerusalem post, yedioth ahronoth, hurriyet, globe and mail, toronto star,
		sydney morning herald, australian, herald sun, irish times, miami herald, sports illustrated, espn, forbes, fortune`, ",") {
		m[strings.Join(strings.Fields(n), " ")] = true
	}
	return m
})

// isOutlet reports whether a source is an agency or a paper, which reports what others say.
func isOutlet(name string) bool {
	n := strings.ToLower(strings.Trim(tidy(name), "«»“”\"' "))
	for _, end := range []string{" news agency", " agency", " newspaper", " television", " tv", " radio", " magazine", " website"} {
		n = strings.TrimSuffix(n, end)
	}
	return outlets()[n]
}

// cite makes an outlet that cites another speaker what the speech came through: "According to Interfax, the minister
// said that …" is the minister's. It gives the reports that stay.
func (r *reading) cite(as []attribution, who []corpus.Person, via []string) (keep []bool) {
	keep = make([]bool, len(as))
	for i := range as {
		keep[i] = true
		if who[i].Kind != corpus.Organisation || !isOutlet(who[i].Canonical) {
			continue
		}
		for j := range as {
			if i != j && as[j].source.found() && who[j].Kind != "" && !isOutlet(who[j].Canonical) && as[i].holds(&as[j]) {
				via[j], keep[i] = who[i].Canonical, false
			}
		}
	}
	return keep
}

// holds reports whether most of a report's words are another report, source and all.
func (a *attribution) holds(b *attribution) bool {
	p, all := a.pieces[0], 0
	for _, x := range b.pieces {
		if x.Start < p.Start || x.End > a.pieces[len(a.pieces)-1].End {
			return false
		}
		all += x.End - x.Start
	}
	if b.source.start < p.Start || b.source.end > p.End {
		return false
	}
	return (all+b.cue.End-b.cue.Start+b.source.end-b.source.start)*10 >= (p.End-p.Start)*7
}

// channel is the outlet that a speaker told something, or that quotes him, "" for none.
func (r *reading) channel(a *attribution) string {
	if s := a.through; s.found() {
		return tidy(r.raw(s.start, s.end))
	}
	if a.verb.manner&tells == 0 || a.inverted {
		return ""
	}
	i := a.cue.End
	if r.is(i, isDet) {
		i++
	}
	for end := min(i+4, len(r.t.Words)); end > i; end-- {
		if name := r.raw(i, end); r.capital(i) && isOutlet(name) {
			return tidy(name)
		}
	}
	return ""
}
