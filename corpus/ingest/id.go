package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"dateline/corpus"
)

// ID names the article that was read at src: by the root's name, the path, and the record's own key; of records
// without one by their content. It is that of the first of equal records of a file.
func ID(src corpus.Source) corpus.ID { return occurrence(src, 1) }

// occurrence names the n-th of the records of a file whose key, or content where there is none, is the same.
func occurrence(src corpus.Source, n int) corpus.ID {
	record := identity(src)
	if n > 1 {
		record += "\x00" + strconv.Itoa(n)
	}
	sum := sha256.Sum256([]byte(src.Root + "\x00" + src.Path + "\x00" + record))
	return corpus.ID(hex.EncodeToString(sum[:16]))
}

// identity is what tells a record from others of its file. A number would change with every record inserted above, and
// standard input holds another text each time.
func identity(src corpus.Source) string {
	if src.Root == corpus.Stdin && src.Record == "" {
		return src.SHA256
	}
	last := src.Record[strings.LastIndex(src.Record, "/")+1:]
	if strings.HasPrefix(last, "#") {
		return strings.TrimSuffix(src.Record, last) + "\x00" + src.SHA256
	}
	return src.Record
}
