package format

import (
	"bytes"
	"encoding/binary"
	"mime"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

var byteOrderMarks = []struct {
	mark, name string
	enc        encoding.Encoding
}{
	{"\xef\xbb\xbf", "utf-8", nil},
	{"\xff\xfe\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", "utf-16le", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{"\xfe\xff", "utf-16be", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
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
	stated, name := charset.Lookup(declaredCharset(declared))
	if stated != nil && name != "utf-8" && !misdeclared(raw, name) {
		return convert(raw, name, stated)
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

// unmarkedUTF16 knows UTF-16 without its mark by the zero bytes of Latin letters, all on one side, or, where other
// bytes are no text either, by its letters.
func unmarkedUTF16(raw []byte) (string, encoding.Encoding) {
	head := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	control := 0
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
		if isControl(c) {
			control++
		}
	}
	half := len(head) / 2
	little, big := byteOrderMarks[3], byteOrderMarks[4]
	switch {
	case half <= 2 || zeros[0]+zeros[1]+control == 0:
	case zeros[1]*10 > half*4 && zeros[0]*20 < half, 50*control > half && letters16(head, binary.LittleEndian):
		return little.name, little.enc
	case zeros[0]*10 > half*4 && zeros[1]*20 < half, 50*control > half && letters16(head, binary.BigEndian):
		return big.name, big.enc
	}
	return "", nil
}

// letters16 reports whether nearly all of a head are letters and marks of living scripts in UTF-16, blanks, commas or full
// stops among them. Of any bytes six in ten would be.
func letters16(head []byte, order binary.ByteOrder) bool {
	good, stops := 0, 0
	for i := 0; i < len(head); i += 2 {
		r := rune(order.Uint16(head[i:]))
		if strings.ContainsRune(" \n\r\t,.、。，", r) {
			stops++
			good++
		} else if unicode.In(r, writtenScripts...) {
			good++
		}
	}
	return stops > 0 && 100*good >= 97*(len(head)/2)
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

// lookup finds a character set by any of its names, the two of DOS that the web has none for among them.
func lookup(name string) (encoding.Encoding, string) {
	switch name {
	case "ibm850":
		return charmap.CodePage850, name
	case "ibm852":
		return charmap.CodePage852, name
	}
	return charset.Lookup(name)
}
