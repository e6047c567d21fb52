package format

import (
	"testing"

	"golang.org/x/net/html/charset"
)

// A text in any of the 8-bit sets of its language is read as what it is.
func TestGuessCharset(t *testing.T) {
	for _, c := range []struct {
		text string
		sets []string
	}{
		{"Le port a rouvert samedi après une tempête qui l’avait fermé, et les bateaux de pêche sont partis à l’aube.", []string{"windows-1252"}},
		{"Der Hafen öffnete am Samstag nach einem Sturm wieder – „für alle“, sagte die Behörde in der Straße am Kai.", []string{"windows-1252"}},
		{"Port został ponownie otwarty w sobotę po burzy, a łodzie rybackie wypłynęły jeszcze przed świtem.", []string{"windows-1250", "iso-8859-2"}},
		{"Přístav byl v sobotu znovu otevřen po bouři a rybářské lodě vypluly ještě před úsvitem.", []string{"windows-1250", "iso-8859-2"}},
		{"A kikötőt szombaton újra megnyitották a vihar után, és a halászhajók indultak el elsőként.", []string{"windows-1250", "iso-8859-2"}},
		{"Liman fırtınanın ardından cumartesi günü yeniden açıldı, balıkçı tekneleri şafaktan önce ayrıldı.", []string{"windows-1254"}},
		{"Το λιμάνι άνοιξε ξανά το Σάββατο μετά από μια καταιγίδα και τα αλιευτικά έφυγαν πριν από την αυγή.", []string{"windows-1253", "iso-8859-7"}},
		{"Порт снова открыт после шторма, сообщили чиновники. Рыбацкие лодки вышли ещё до рассвета.", []string{"windows-1251", "koi8-r", "iso-8859-5", "ibm866"}},
		{"Порт знову відкрито після шторму, повідомили посадовці. Рибальські човни вийшли ще до світанку.", []string{"windows-1251", "koi8-u"}},
		{"הנמל נפתח מחדש בשבת אחרי סערה, וסירות הדייגים היו הראשונות לצאת לפני עלות השחר.", []string{"windows-1255"}},
		{"أعيد فتح الميناء يوم السبت بعد عاصفة أغلقته أسبوعا، وكانت قوارب الصيد أول من غادر قبل الفجر.", []string{"windows-1256", "iso-8859-6"}},
		{"港は土曜日に再開したと当局者は語った。漁船は夜明け前に最初に出港した。", []string{"shift_jis", "euc-jp", "iso-2022-jp"}},
		{"港口星期六重新开放，官员们说。渔船在黎明前率先出海，渡轮八点钟出发。", []string{"gbk"}},
	} {
		for _, set := range c.sets {
			enc, _ := charset.Lookup(set)
			raw, err := enc.NewEncoder().String(c.text)
			if err != nil {
				t.Fatalf("%s: %v", set, err)
			}
			if got, name, _ := decodeText([]byte(raw), ""); got != c.text {
				t.Errorf("%s is read as %s: %s", set, name, got)
			}
		}
	}
}
