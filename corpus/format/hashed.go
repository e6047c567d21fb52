package format

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// hashed is a reader that sums up what is read through it.
type hashed struct {
	in   io.Reader
	hash hash.Hash
	n    int64
}

func (h *hashed) Read(p []byte) (int, error) {
	if h.hash == nil {
		h.hash = sha256.New()
	}
	n, err := h.in.Read(p)
	h.hash.Write(p[:n])
	h.n += int64(n)
	return n, err
}

// sum is the SHA-256 of what was read, hexadecimal.
func (h *hashed) sum() string {
	if h.hash == nil {
		h.hash = sha256.New()
	}
	return hex.EncodeToString(h.hash.Sum(nil))
}
