package format

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

var byteOrderMarks = []struct {
	mark, name string
	enc        encoding.Encoding
}{
	{"\xef\xbb\xbf", "utf-8", nil},
	{"\xff\xfe\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// decodeText makes UTF-8 of raw and names the character set it was in. In order of belief: a byte order mark, bytes
// that are valid UTF-8, the set declared, a guess. Bytes that are nothing in that set become U+FFFD.
func decodeText(raw []byte, declared string) (text, name string, notes []string) {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(raw, []byte(m.mark)) {
			return convert(raw[len(m.mark):], m.name, m.enc)
		}
	}
	if name, enc := unmarkedUTF16(raw); enc != nil {
		return convert(raw, name, enc)
	}
	if bytes.Contains(raw[:min(len(raw), HeadSize)], []byte("\x1b$B")) { // Japanese in seven bits
		enc, name := charset.Lookup("iso-2022-jp")
		return convert(raw, name, enc)
	}
	if validUTF8(raw) {
		return convert(raw, "utf-8", nil)
	}
	if enc, name := charset.Lookup(declaredCharset(declared)); enc != nil && name != "utf-8" {
		return convert(raw, name, enc)
	}
	if mostlyUTF8(raw) {
		return convert(raw, "utf-8", nil)
	}
	name, enc := guessCharset(raw)
	return convert(raw, name, enc)
}

func convert(raw []byte, name string, enc encoding.Encoding) (string, string, []string) {
	if enc != nil {
		if b, err := enc.NewDecoder().Bytes(raw); err == nil {
			raw = b
		}
	}
	if utf8.Valid(raw) {
		return string(raw), name, nil
	}
	return strings.ToValidUTF8(string(raw), "\ufffd"), name, []string{"invalid " + name + " mended"}
}

// validUTF8 is utf8.Valid for a text that may have been cut inside its last rune.
func validUTF8(raw []byte) bool {
	for back := 0; back < utf8.UTFMax && back <= len(raw); back++ {
		if utf8.Valid(raw[:len(raw)-back]) {
			return back == 0 || !utf8.FullRune(raw[len(raw)-back:])
		}
	}
	return false
}

// mostlyUTF8 tells UTF-8 with some damage from a text in an 8-bit set: there nearly every byte above 127 breaks the
// encoding.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 4*bad
}

// unmarkedUTF16 knows UTF-16 without its mark by the zero bytes of Latin letters, all on one side.
func unmarkedUTF16(raw []byte) (string, encoding.Encoding) {
	head := raw[:min(len(raw), 4096)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half > 2 && zeros[1]*10 > half*4 && zeros[0]*20 < half:
		return "utf-16le", byteOrderMarks[3].enc
	case half > 2 && zeros[0]*10 > half*4 && zeros[1]*20 < half:
		return "utf-16be", byteOrderMarks[4].enc
	}
	return "", nil
}

// declaredCharset takes the character set from a media type, or a bare name.
func declaredCharset(declared string) string {
	if _, params, err := mime.ParseMediaType(declared); err == nil && params["charset"] != "" {
		return params["charset"]
	}
	if strings.Contains(declared, "/") {
		return ""
	}
	return declared
}

// lookup finds a character set by any of its names.
func lookup(name string) (encoding.Encoding, string) { return charset.Lookup(name) }
