package term

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanShowsWhatCouldDriveATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"Raqqa\tand\nMosul":      "Raqqa\tand\nMosul",
		"line\r\nline":           "line\nline",
		"\x1b]52;c;ZXZpbA==\a":   `\u{1b}]52;c;ZXZpbA==\u{7}`,
		"\u009b31m":              `\u{9b}31m`,
		"a\u202egpj.exe":         `a\u{202e}gpj.exe`,
		"tag\U000e0041":          `tag\u{e0041}`,
		"bad\xffbyte":            "bad\ufffdbyte",
		"الرقة\u200f":            "الرقة\u200f",
		"sep\u2028arated\u2029.": `sep\u{2028}arated\u{2029}.`,
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzFilter: whatever is written in whatever pieces, only clean text comes out, and the pieces make no difference.
func FuzzFilter(f *testing.F) {
	f.Add("Москва \x1b[31m\r\n\u202e", 1)
	f.Add("\xe2\x80", 2)
	f.Fuzz(func(t *testing.T, s string, size int) {
		size = max(1, min(size, 64))
		var b bytes.Buffer
		w := NewFilter(&b)
		for rest := s; rest != ""; rest = rest[min(size, len(rest)):] {
			w.Write([]byte(rest[:min(size, len(rest))]))
		}
		w.Close()
		if got := b.String(); got != Clean(s) || !isClean(strings.ReplaceAll(got, "\ufffd", "")) || !utf8.ValidString(got) {
			t.Errorf("%q in pieces of %d: %q, want %q", s, size, got, Clean(s))
		}
	})
}
