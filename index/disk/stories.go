package disk

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"

	"dateline/corpus"
	"dateline/index"
)

// Two files of a generation hold its stories. "stories" is the table as the writer made it, by IDs:
//
//	magic | groups uvarint | each: members uvarint, IDs of 16 bytes | pairs uvarint | each: two IDs | digest uint64 | CRC-32
//
// "copies" is the same for readers, by places in the segments of the manifest's list, so that finding an article's
// story costs no look-up of an ID:
//
//	magic | groups uvarint | members of all uvarint | each: the story's ID, members uvarint, each: segment uvarint, document uvarint | CRC-32
//
// Members that the index does not hold are left out of copies, and groups of fewer than two.
const (
	storiesMagic = "dlstory\x01"
	copiesMagic  = "dlcopy\x00\x01"
)

func appendID(b []byte, id corpus.ID) ([]byte, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	return hex.AppendDecode(b, []byte(id))
}

func encodeStories(s index.Stories) (b []byte, err error) {
	b = binary.AppendUvarint([]byte(storiesMagic), uint64(len(s.Groups)))
	for _, g := range s.Groups {
		b = binary.AppendUvarint(b, uint64(len(g)))
		for _, id := range g {
			if b, err = appendID(b, id); err != nil {
				return nil, err
			}
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.Alike)))
	for _, pair := range s.Alike {
		for _, id := range pair {
			if b, err = appendID(b, id); err != nil {
				return nil, err
			}
		}
	}
	return sealed(binary.LittleEndian.AppendUint64(b, s.Digest)), nil
}

// sealed appends the CRC-32 of all bytes, unsealed takes it off again where it is right.
func sealed(b []byte) []byte { return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

func unsealed(b []byte) ([]byte, bool) {
	n := len(b) - footerLen
	if n < 0 || binary.BigEndian.Uint32(b[n:]) != crc32.ChecksumIEEE(b[:n]) {
		return nil, false
	}
	return b[:n], true
}

func decodeStories(b []byte) (index.Stories, error) {
	var s index.Stories
	b, whole := unsealed(b)
	rest, ok := bytes.CutPrefix(b, []byte(storiesMagic))
	c := &coder{b: rest, reading: true, bad: !ok || !whole}
	list(c, &s.Groups, func(g *index.Group) { list(c, (*[]corpus.ID)(g), c.id) })
	list(c, &s.Alike, func(pair *[2]corpus.ID) {
		c.id(&pair[0])
		c.id(&pair[1])
	})
	if c.bad || len(c.b) != 8 {
		return index.Stories{}, fmt.Errorf("%w: table of stories", ErrDamaged)
	}
	s.Digest = binary.LittleEndian.Uint64(c.b)
	return s, nil
}

// id reads an ID of 16 bytes.
func (c *coder) id(id *corpus.ID) {
	if len(c.b) < idLen {
		c.fail()
		return
	}
	*id = corpus.ID(hex.EncodeToString(c.b[:idLen]))
	c.b = c.b[idLen:]
}

// Stories implements index.Store. They are read from the writer's own copy: it does not matter that a publication that
// was stopped at the last moment wrote it, since the table's digest says what it was made of.
func (w *Writer) Stories(context.Context) (index.Stories, error) {
	b, err := os.ReadFile(filepath.Join(w.vault.live(), storiesName))
	if err != nil {
		return index.Stories{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return decodeStories(b)
}

// A place is a document of a segment.
type place struct{ segment, doc uint32 }

// A family is a story of two or more articles, the lead first.
type family struct {
	story   [idLen]byte
	members []place
}

func encodeCopies(families []family) []byte {
	members := 0
	for _, f := range families {
		members += len(f.members)
	}
	b := binary.AppendUvarint([]byte(copiesMagic), uint64(len(families)))
	b = binary.AppendUvarint(b, uint64(members))
	for _, f := range families {
		b = append(b, f.story[:]...)
		b = binary.AppendUvarint(b, uint64(len(f.members)))
		for _, p := range f.members {
			b = binary.AppendUvarint(b, uint64(p.segment))
			b = binary.AppendUvarint(b, uint64(p.doc))
		}
	}
	return sealed(b)
}

var errCopies = fmt.Errorf("%w: places of copies", ErrDamaged)

func decodeCopies(b []byte) ([]family, error) {
	b, whole := unsealed(b)
	rest, ok := bytes.CutPrefix(b, []byte(copiesMagic))
	c := &coder{b: rest, reading: true, bad: !ok || !whole}
	families := make([]family, c.count(0))
	members := make([]place, c.count(0)) // one piece of memory for all: an archive has thousands of stories
	for i := range families {
		f := &families[i]
		if len(c.b) < idLen {
			return nil, errCopies
		}
		c.b = c.b[copy(f.story[:], c.b):]
		n := c.count(0)
		if n > len(members) {
			return nil, errCopies
		}
		f.members, members = members[:n:n], members[n:]
		for k := range f.members {
			f.members[k] = place{uint32(c.uint(0)), uint32(c.uint(0))}
		}
	}
	if c.bad || len(c.b) > 0 || len(members) > 0 {
		return nil, errCopies
	}
	return families, nil
}
