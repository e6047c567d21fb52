package format

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misread gives what stands there when the UTF-8 of a text is read in a set, times over.
func misread(text string, set *charmap.Charmap, times int) string {
	for range times {
		var wrong []rune
		for _, c := range []byte(text) {
			r := set.DecodeByte(c)
			if r == utf8.RuneError { // most programs keep a byte that the set leaves open
				r = rune(c)
			}
			wrong = append(wrong, r)
		}
		text = string(wrong)
	}
	return text
}

// Text that was read in the wrong set, once or twice, comes out as it was; text that was not stays as it is.
func TestMojibake(t *testing.T) {
	texts := []string{
		"Le port a rouvert samedi, l’été après une tempête : « Nous sommes soulagés », a dit la maire.",
		"Přístav byl v sobotu znovu otevřen po bouři – a kavárna na nábřeží „byla otevřená“.",
		"Порт снова открыт после шторма, сообщили чиновники. «Рыбацкие лодки вышли ещё до рассвета» – сказал он.",
		"Το λιμάνι άνοιξε ξανά το Σάββατο μετά από μια καταιγίδα.",
		"أعيد فتح الميناء يوم السبت بعد عاصفة أغلقته أسبوعا، وكانت قوارب الصيد أول من غادر.",
		"港は土曜日に再開したと当局者は語った。フェリーは八時に出発する予定です。",
		"暴风雨后港口星期六重新开放，官员们说。渔船在黎明前率先出海。",
	}
	for _, text := range texts {
		if got := mojibake(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
		for times := 1; times <= 2; times++ {
			if got := mojibake(misread(text, charmap.Windows1252, times)); got != text {
				t.Errorf("read as windows-1252 %d times: %q", times, got)
			}
		}
	}
	for _, set := range []*charmap.Charmap{charmap.Windows1251, charmap.KOI8R} {
		if got := mojibake(misread(texts[2], set, 1)); got != texts[2] {
			t.Errorf("read as %v: %q", set, got)
		}
	}
	for _, text := range []string{"à\u00a0« deux », et à\u00a0« trois »", "“CAFɔ and “CAFɔ again"} {
		if got := mojibake(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestForeignLetters(t *testing.T) {
	const text = "Порт снова открыт в субботу после шторма, сообщили чиновники."
	raw, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wrong, err := charmap.Windows1252.NewDecoder().String(raw)
	if err != nil {
		t.Fatal(err)
	}
	if got := foreignLetters(wrong); got != text {
		t.Errorf("%q", got)
	}
	if plain := "Élan à l’été, où ça ? Là-bas, à Évreux."; foreignLetters(plain) != plain {
		t.Errorf("%q", foreignLetters(plain))
	}
}
