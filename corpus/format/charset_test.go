package format

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
)

// A text in any of the 8-bit sets of its language is read as what it is.
func TestGuessCharset(t *testing.T) {
	for _, c := range []struct {
		text string
		sets []string
	}{
		{"Le port a rouvert samedi après une tempête qui l’avait fermé, et les bateaux de pêche sont partis à l’aube.", []string{"windows-1252", "macintosh", "ibm850"}},
		{"Der Hafen öffnete am Samstag nach einem Sturm wieder – „für alle“, sagte die Behörde in der Straße am Kai.", []string{"windows-1252", "macintosh"}},
		{"Port został ponownie otwarty w sobotę po burzy, a łodzie rybackie wypłynęły jeszcze przed świtem.", []string{"windows-1250", "iso-8859-2", "ibm852"}},
		{"Přístav byl v sobotu znovu otevřen po bouři a rybářské lodě vypluly ještě před úsvitem.", []string{"windows-1250", "iso-8859-2"}},
		{"A kikötőt szombaton újra megnyitották a vihar után, és a halászhajók indultak el elsőként.", []string{"windows-1250", "iso-8859-2"}},
		{"Liman fırtınanın ardından cumartesi günü yeniden açıldı, balıkçı tekneleri şafaktan önce ayrıldı.", []string{"windows-1254"}},
		{"Το λιμάνι άνοιξε ξανά το Σάββατο μετά από μια καταιγίδα και τα αλιευτικά έφυγαν πριν από την αυγή.", []string{"windows-1253", "iso-8859-7"}},
		{"Порт снова открыт после шторма, сообщили чиновники. Рыбацкие лодки вышли ещё до рассвета.", []string{"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic", "utf-16le", "utf-16be"}},
		{"Порт знову відкрито після шторму, повідомили посадовці. Рибальські човни вийшли ще до світанку.", []string{"windows-1251", "koi8-u"}},
		{"הנמל נפתח מחדש בשבת אחרי סערה, וסירות הדייגים היו הראשונות לצאת לפני עלות השחר.", []string{"windows-1255"}},
		{"أعيد فتح الميناء يوم السبت بعد عاصفة أغلقته أسبوعا، وكانت قوارب الصيد أول من غادر قبل الفجر.", []string{"windows-1256", "iso-8859-6"}},
		{"港は土曜日に再開したと当局者は語った。漁船は夜明け前に最初に出港した。", []string{"shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"}},
		{"港口星期六重新开放，官员们说。渔船在黎明前率先出海，渡轮八点钟出发。", []string{"gbk", "gb18030", "utf-16le"}},
		{"港口星期六重新開放，官員們說。漁船在黎明前率先出海，渡輪八點鐘出發。碼頭上的咖啡館也開門營業。", []string{"big5"}},
		{"당국은 항구가 토요일에 다시 문을 열었다고 말했다. 어선들은 새벽이 되기 전에 가장 먼저 떠났다.", []string{"euc-kr", "utf-16be"}},
	} {
		for _, set := range c.sets {
			enc, _ := lookup(set)
			raw, err := enc.NewEncoder().String(plainMarks(enc, c.text))
			if err != nil {
				t.Fatalf("%s: %v", set, err)
			}
			if got, name, _ := decodeText([]byte(raw), ""); got != plainMarks(enc, c.text) {
				t.Errorf("%s is read as %s: %s", set, name, got)
			}
		}
	}
}

// plainMarks is a text without the curly marks that a set does not have.
func plainMarks(enc encoding.Encoding, text string) string {
	if _, err := enc.NewEncoder().String(text); err == nil {
		return text
	}
	return strings.NewReplacer("’", "'", "“", `"`, "„", `"`, "–", "-").Replace(text)
}

// A page that states another set than it is written in is read as what it is; one that states its own is believed.
func TestMisdeclared(t *testing.T) {
	polish := "Port został ponownie otwarty w sobotę po burzy, a łodzie rybackie wypłynęły jeszcze przed świtem."
	russian := "Порт снова открыт после шторма, сообщили чиновники."
	for _, c := range []struct{ text, set, stated string }{
		{polish, "iso-8859-2", "iso-8859-1"},
		{polish, "windows-1250", "windows-1250"},
		{russian, "windows-1251", "iso-8859-1"},
		{russian, "koi8-r", "koi8-r"},
		{russian, "windows-1251", "utf-8"},
	} {
		enc, _ := lookup(c.set)
		raw, err := enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, name, _ := decodeText([]byte(raw), c.stated); got != c.text {
			t.Errorf("%s that states %s is read as %s: %s", c.set, c.stated, name, got)
		}
	}
}

func TestDeclaredInPage(t *testing.T) {
	for page, want := range map[string]string{
		`<meta charset="utf-8">`: "utf-8",
		`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; CharSet=windows-1251">`:                          "windows-1251",
		"<title>\xcf\xee\xf0\xf2 \xee\xf2\xea\xf0\xfb\xf2</title><meta charset=windows-1251 /><body>charset=": "windows-1251",
		"\xff\xfe charset=": "",
		"<p>no statement":   "",
	} {
		if got := declaredInPage([]byte(page), ""); got != want {
			t.Errorf("%q: %q, not %q", page, got, want)
		}
	}
}
