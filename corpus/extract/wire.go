package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/corpus"
)

// An agency is a news agency under all the names that its stories carry.
type agency struct {
	name  string
	marks []string // as a dateline or a byline writes it
}

var agencies = []agency{
	{"Reuters", []string{"Reuters", "REUTERS", "REUTER", "Рейтер", "رويترز"}},
	{"AP", []string{"AP", "Associated Press", "The Associated Press"}},
	{"AFP", []string{"AFP", "Agence France-Presse", "Agence France Presse", "أ ف ب", "فرانس برس"}},
	{"UPI", []string{"UPI", "United Press International"}},
	{"dpa", []string{"dpa", "DPA", "dpa-AFX"}},
	{"TASS", []string{"TASS", "ТАСС", "Itar-Tass", "ITAR-TASS", "ИТАР-ТАСС"}},
	{"Interfax", []string{"Interfax", "Интерфакс", "INTERFAX.RU", "Interfax-Ukraine", "Интерфакс-Украина", "ИНТЕРФАКС", "ИНТЕРФАКС-УКРАИНА"}},
	{"RIA Novosti", []string{"RIA Novosti", "РИА Новости", "RIA"}},
	{"Sputnik", []string{"Sputnik"}},
	{"Xinhua", []string{"Xinhua", "新华社", "新华网", "XINHUA"}},
	{"Kyodo", []string{"Kyodo", "KYODO", "共同"}},
	{"Yonhap", []string{"Yonhap", "연합뉴스"}},
	{"ANSA", []string{"ANSA"}},
	{"EFE", []string{"EFE", "Efe"}},
	{"PTI", []string{"PTI"}},
	{"IANS", []string{"IANS"}},
	{"ANI", []string{"ANI"}},
	{"PA", []string{"PA", "Press Association", "PA Media"}},
	{"APA", []string{"APA"}},
	{"ATS", []string{"ATS"}},
	{"SDA", []string{"sda", "SDA"}},
	{"AAP", []string{"AAP"}},
	{"CP", []string{"Canadian Press", "The Canadian Press", "CP"}},
	{"Bloomberg", []string{"Bloomberg", "BLOOMBERG"}},
	{"SANA", []string{"SANA", "سانا"}},
	{"IRNA", []string{"IRNA", "ایرنا", "إرنا"}},
	{"Anadolu", []string{"AA", "Anadolu Agency", "Anadolu"}},
	{"Ukrinform", []string{"Ukrinform", "Укринформ", "Укрінформ"}},
	{"UNIAN", []string{"UNIAN", "УНИАН", "УНІАН"}},
	{"Belga", []string{"Belga", "BELGA"}},
	{"ANP", []string{"ANP"}},
	{"Lusa", []string{"Lusa", "LUSA"}},
	{"PAP", []string{"PAP"}},
	{"MENA", []string{"MENA"}},
	{"Bernama", []string{"Bernama", "BERNAMA"}},
	{"Antara", []string{"ANTARA"}},
	{"CNA", []string{"CNA"}},
	{"IRIN", []string{"IRIN"}},
	{"IPS", []string{"IPS"}},
	{"EUROPA PRESS", []string{"EUROPA PRESS", "Europa Press"}},
	{"Adnkronos", []string{"Adnkronos", "ADNKRONOS"}},
	{"Télam", []string{"Télam", "TELAM"}},
	{"APS", []string{"APS"}},
	{"Agerpres", []string{"Agerpres", "AGERPRES"}},
	{"ČTK", []string{"ČTK", "CTK"}},
	{"askanews", []string{"askanews", "Askanews"}},
	{"Tanjug", []string{"Tanjug", "TANJUG"}},
	{"Hina", []string{"Hina", "HINA"}},
	{"MTI", []string{"MTI"}},
	{"Mehr", []string{"MNA"}},
	{"ISNA", []string{"ISNA", "ایسنا"}},
	{"Tasnim", []string{"Tasnim"}},
	{"APP", []string{"APP"}},
	{"BSS", []string{"BSS"}},
	{"KUNA", []string{"KUNA"}},
	{"WAM", []string{"WAM"}},
	{"WAFA", []string{"WAFA", "وفا"}},
	{"KCNA", []string{"KCNA"}},
	{"BelTA", []string{"BelTA", "БЕЛТА", "БелТА"}},
	{"UNN", []string{"УНН"}},
	{"Jiji", []string{"Jiji", "時事"}},
	{"DHA", []string{"DHA"}},
	{"İHA", []string{"İHA", "IHA"}},
	{"CNN", []string{"CNN"}},
	{"PR Newswire", []string{"PRNewswire", "PR Newswire"}},
	{"Business Wire", []string{"BUSINESS WIRE", "Business Wire"}},
	{"GlobeNewswire", []string{"GLOBE NEWSWIRE", "GlobeNewswire"}},
}

var agencyOf = agenciesByMark()

func agenciesByMark() map[string]string {
	m := map[string]string{}
	for _, a := range agencies {
		for _, mark := range a.marks {
			m[mark] = a.name
		}
	}
	return m
}

// findWire proposes the agency that metadata, the dateline, a byline or the head and end of the body name.
func findWire(t *Text, f *Facts) {
	f.addMeta(t, &f.Wires, corpus.MetaWire, "wire/format", .95)
	if s := t.Dateline.Wire; s.Len() > 0 {
		f.addWire(t, s, "wire/dateline", .97)
	} else {
		t.wireOfHead(f)
	}
	if n := len(t.Body); n > 0 {
		p := t.Body[n-1]
		end := p.Text + p.Len
		if i := strings.LastIndexByte(t.Draft.Text[p.Text:end], '\n'); i >= 0 && p.Len-i < 60 {
			f.addWire(t, t.span(p.Text+i+1, end), "wire/last line", .9)
		}
	}
	f.wireOfValues(f.Outlets, "wire/outlet", .8)
	for _, h := range t.Header {
		if rest, ok := bylineOf(t.words(h)); ok {
			f.addWire(t, t.span(h.End-len(rest), h.End), "wire/byline", .85)
		}
	}
	if v := t.Draft.Meta[corpus.MetaAuthor]; v != "" {
		f.addWire(t, corpus.Span{Part: corpus.MetaPart(corpus.MetaAuthor), End: len(v)}, "wire/author", .85)
	}
}

// wireOfHead looks at the first lines of the body: before a dateline there may stand "(Corrects the second paragraph)".
func (t *Text) wireOfHead(f *Facts) {
	from := t.BodyStart()
	for n := 0; n < 4 && from < len(t.Draft.Text); n++ {
		line := t.Draft.Text[from:]
		next := strings.IndexByte(line, '\n') + 1
		if next == 0 {
			next = len(line)
		}
		if i, j, ok := marked(line[:min(next, 160)]); ok {
			f.addWire(t, t.span(from+i, from+j), "wire/head", .95)
			return
		}
		if strings.TrimSpace(line[:next]) == "" {
			n--
		}
		from += next
	}
}

// addWire proposes the agency that the words of s name, marks around them left out.
func (f *Facts) addWire(t *Text, s corpus.Span, rule string, trust float32) {
	w := t.words(s)
	core := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
	s.Start += strings.Index(w, core)
	s.End = s.Start + len(core)
	if name := agencyOf[core]; name != "" {
		f.Wires = append(f.Wires, corpus.Value{Text: name, Evidence: corpus.Evidence{Span: s, Rule: rule, Trust: trust}})
	}
}

func (f *Facts) wireOfValues(vs []corpus.Value, rule string, trust float32) {
	for _, v := range vs {
		if name := agencyOf[v.Text]; name != "" {
			f.Wires = append(f.Wires, corpus.Value{Text: name, Evidence: corpus.Evidence{Span: v.Span, Rule: rule, Trust: trust}})
		}
	}
}

// marked finds an agency as datelines set it: "(Reuters)", "/ТАСС/", "- Interfax.", "(Xinhua) --", "25 мая. Интерфакс -".
// Only what a dateline may have stands before it: few words, in brackets anything.
func marked(head string) (start, end int, ok bool) {
	for i := 0; i < len(head); i++ {
		switch head[i] {
		case '(', '/':
			close := byte(')')
			if head[i] == '/' {
				close = '/'
			}
			j := strings.IndexByte(head[i+1:], close)
			if j > 1 && j < 40 {
				inner := head[i+1 : i+1+j]
				if k := strings.IndexAny(inner, "/-,"); k > 1 && agencyOf[inner] == "" { // "(Reuters/IFR)", "(AP-dpa)"
					inner = inner[:k]
				}
				if agencyOf[inner] != "" {
					return i + 1, i + 1 + len(inner), true
				}
			}
		case '\n':
			return 0, 0, false
		}
	}
	return markedByDash(head)
}

// markedByDash finds an agency between full stops or dashes: "MOSCOW. May 25 (Interfax) -", "МОСКВА, 25 мая - РИА Новости."
func markedByDash(head string) (start, end int, ok bool) {
	at := 0
	for n := 0; at < len(head) && n < 5; n++ {
		i := strings.IndexAny(head[at:], ".-–—,:")
		if i < 0 {
			return 0, 0, false
		}
		piece := head[at : at+i]
		core := strings.TrimSpace(piece)
		if agencyOf[core] != "" && (len(core) > 2 || core == "AP") { // "PA" is Pennsylvania
			at += strings.Index(piece, core)
			return at, at + len(core), true
		}
		_, size := utf8.DecodeRuneInString(head[at+i:])
		at += i + size
	}
	return 0, 0, false
}
