package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead holds a text's parts to what their comments promise, whatever the bytes.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "x", "U.S. forces, he said: \"No.\" And AT&T's 1,200.5 fell.", "«a „b“ c", "l’homme d'État ‘a’ 'b",
		"— Да, — сказал он. — Нет.", "a\n\nb\r\nc\r", "\xff\xfea\x80b", "日本語。Thai ไทย", "“one\n\n“two”", strings.Repeat("x", 300),
		"Dying, he lay; she lies, they're skiing in the skies of l'Aquila and D’Estaing's Élysée. Oui, early US, us and É, ÉTÉ"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, raw, language string) {
		x := Read(raw, language)
		checkWords(t, x)
		checkRanges(t, "sentence", x.Sentences, len(x.Words))
		checkRanges(t, "paragraph", x.Paragraphs, len(x.Words))
		for _, p := range x.Paragraphs {
			if i := x.SentenceAt(p.Start); x.Sentences[i].Start != p.Start {
				t.Fatalf("paragraph %v begins inside sentence %v", p, x.Sentences[i])
			}
		}
		checkQuotations(t, x)
		checkFind(t, x)
	})
}

// checkFind finds every word by its own terms, and by the keys of a query for it.
func checkFind(t *testing.T, x *Text) {
	for i := range x.Words {
		keys := StemKeys([]string{x.Language, "en", ""}, x.Word(i))
		for _, term := range x.Terms(nil, i) {
			keys = append(keys, Key{Term: term})
			if !slices.Contains(x.Find([]Key{{Term: term}}), int32(i)) {
				t.Fatalf("%q is not found by its term %q", x.Word(i), term)
			}
		}
		var want []int32
		for j := range x.Words {
			if slices.ContainsFunc(x.Terms(nil, j), func(term string) bool {
				return slices.ContainsFunc(keys, func(k Key) bool { return k.Finds(term, x.Language) })
			}) {
				want = append(want, int32(j))
			}
		}
		if got := x.Find(keys); !slices.Equal(got, want) {
			t.Fatalf("keys of %q find %v, want %v", x.Word(i), got, want)
		}
	}
}

func checkWords(t *testing.T, x *Text) {
	var joined strings.Builder
	end := 0
	for i, w := range x.Words {
		if int(w.Start) < end || w.End <= w.Start || int(w.End) > len(x.Raw) || w.End-w.Start > longest {
			t.Fatalf("word %d is %v behind %d", i, w, end)
		}
		if !utf8.ValidString(x.Word(i)) {
			t.Fatalf("word %q is not valid UTF-8", x.Word(i))
		}
		joined.WriteString(x.Gap(i) + x.Word(i))
		for _, term := range x.Terms(nil, i) {
			if strings.Trim(term, StemMark+CaseMark) == "" || !utf8.ValidString(term) {
				t.Fatalf("word %q has term %q", x.Word(i), term)
			}
		}
		if at := x.At(int(w.Start)); at != i {
			t.Fatalf("At(%d) = %d, want %d", w.Start, at, i)
		}
		end = int(w.End)
	}
	if s := joined.String() + x.Gap(len(x.Words)); s != x.Raw {
		t.Fatalf("gaps and words join to %q, want %q", s, x.Raw)
	}
}

func checkRanges(t *testing.T, what string, ranges []Range, words int) {
	end := 0
	for _, r := range ranges {
		if r.Start != end || r.End <= r.Start {
			t.Fatalf("%s %v behind %d", what, r, end)
		}
		end = r.End
	}
	if end != words {
		t.Fatalf("%ss end at %d of %d words", what, end, words)
	}
}

func checkQuotations(t *testing.T, x *Text) {
	for i, q := range x.Quotations {
		if q.Words.Start >= q.Words.End || q.Start > int(x.Words[q.Words.Start].Start) || q.End < int(x.Words[q.Words.End-1].End) {
			t.Fatalf("quotation %+v does not hold its words", q)
		}
		if q.Start > 0 && i > 0 && q.Start < x.Quotations[i-1].Start {
			t.Fatalf("quotation %+v stands before %+v", q, x.Quotations[i-1])
		}
		if q.Outer >= i {
			t.Fatalf("quotation %d stands in %d", i, q.Outer)
		}
		if q.Outer >= 0 {
			if o := x.Quotations[q.Outer]; q.Start < o.Start || q.End > o.End || q.Words.End > o.Words.End {
				t.Fatalf("quotation %+v crosses %+v", q, o)
			}
		}
		if p := x.Paragraphs[x.ParagraphAt(q.Words.Start)]; q.Words.End > p.End {
			t.Fatalf("quotation %+v runs over paragraph %v", q, p)
		}
		if in := x.QuotationAt(q.Words.Start); in < 0 || x.Quotations[in].Words.Start != q.Words.Start {
			t.Fatalf("QuotationAt(%d) = %d", q.Words.Start, in)
		}
		checkBounds(t, x, q.Words)
	}
	for _, s := range x.Sentences {
		checkBounds(t, x, s)
	}
}

func checkBounds(t *testing.T, x *Text, r Range) {
	start, end := x.Bounds(r)
	if start < 0 || end > len(x.Raw) || start > int(x.Words[r.Start].Start) || end < int(x.Words[r.End-1].End) {
		t.Fatalf("bounds of %v are %d, %d", r, start, end)
	}
	if utf8.ValidString(x.Raw) && !utf8.ValidString(x.Raw[start:end]) {
		t.Fatalf("bounds %d, %d split a rune", start, end)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"U.S.", "l'Élysée", "O'Brien's", "1,200.5", "Straße", "İ", "Ёлка", "٣٤"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Read(s, "")
		for i := range x.Words {
			checkFold(t, x.Word(i))
		}
		if (Fold(s) == "") != (s == "") {
			t.Fatalf("Fold(%q) = %q", s, Fold(s))
		}
	})
}

func checkFold(t *testing.T, word string) {
	once := Fold(word)
	if once == "" || !utf8.ValidString(once) {
		t.Fatalf("Fold(%q) = %q", word, once)
	}
	if twice := Fold(once); twice != once {
		t.Fatalf("Fold(%q) = %q, again %q", word, once, twice)
	}
}
