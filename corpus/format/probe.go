package format

import (
	"bytes"
	"unicode/utf8"
)

// probeText makes a head in UTF-16 or with a byte order mark readable to formats that look for ASCII words.
func probeText(head []byte) []byte {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			text, _, _ := convert(head[len(m.mark):], m.name, m.enc)
			return []byte(text)
		}
	}
	if name, enc := unmarkedUTF16(head); enc != nil {
		text, _, _ := convert(head, name, enc)
		return []byte(text)
	}
	return head
}

// isBinary reports whether a head holds more control bytes than damaged text does.
func isBinary(head []byte) bool {
	control, zeros := 0, 0
	for _, c := range head {
		switch {
		case c == 0:
			zeros++
		case isControl(c):
			control++
		}
	}
	// Zero bytes alone are padding that mending takes out; beside other control bytes they are numbers.
	return control*20 > len(head) || zeros*2 > len(head) || (zeros*10 > len(head) && control > 0 && !utf8.Valid(head))
}

// isControl reports whether a byte, zero aside, stands in no text of an 8-bit set.
func isControl(c byte) bool {
	return c > 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b' && c != '\b' || c == 0x7f
}

// firstLine gives the head's first line that is not blank.
func firstLine(head []byte) []byte {
	head = bytes.TrimLeft(head, " \t\r\n")
	if i := bytes.IndexByte(head, '\n'); i >= 0 {
		head = head[:i]
	}
	return bytes.TrimRight(head, "\r")
}

// opens reports whether the head begins with word, white space and letter case aside.
func opens(head []byte, word string) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) >= len(word) && bytes.EqualFold(head[:len(word)], []byte(word))
}
