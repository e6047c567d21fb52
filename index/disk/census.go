package disk

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/index"
	"dateline/query"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/cespare/xxhash/v2"
)

// columns opens the column of every segment, making those that are missing, gives each a name in the generation, and
// lists segments and columns in the manifest.
func (w *Writer) columns(ctx context.Context, dir string, snapshot *scorch.IndexSnapshot, m *manifest) ([]*column, error) {
	var columns []*column
	used := map[string]bool{}
	for _, s := range snapshot.Segments() {
		if err := ctx.Err(); err != nil {
			return columns, err
		}
		path, ok := segmentPath(s)
		if !ok {
			return columns, errors.New("a segment is not on disk yet")
		}
		name := filepath.Base(path)
		if err := m.add(dir, storeName+"/"+name, footerSum); err != nil {
			return columns, err
		}
		columnFile := columnOf(name)
		c, err := w.liveColumn(filepath.Join(w.vault.live(), columnName, columnFile), s)
		if err != nil {
			return columns, err
		}
		columns = append(columns, c)
		used[columnFile] = true
		if _, err := linkFile(filepath.Join(w.vault.live(), columnName, columnFile), filepath.Join(dir, columnName, columnFile)); err != nil {
			return columns, err
		}
		if err := m.add(dir, columnName+"/"+columnFile, footerSum); err != nil {
			return columns, err
		}
		m.Segments = append(m.Segments, name)
	}
	return columns, removeOthers(filepath.Join(w.vault.live(), columnName), used)
}

// columnOf names the column of a segment's file.
func columnOf(segmentFile string) string { return strings.TrimSuffix(segmentFile, ".zap") + ".col" }

// liveColumn opens a segment's column, or makes it. One that an earlier writer made is compared with its sum first.
func (w *Writer) liveColumn(path string, s *scorch.SegmentSnapshot) (*column, error) {
	segmentFile, _ := segmentPath(s)
	_, crc, err := footerSum(segmentFile)
	if err != nil {
		return nil, err
	}
	if w.vetted[path] || selfCheck(path) == nil {
		if c, err := openColumn(path, s.Segment().Count(), crc); err == nil {
			w.vetted[path] = true
			return c, nil
		}
	}
	n := int(s.Segment().Count())
	ids, rows := make([][]byte, n), make([][]byte, n)
	for doc := range ids {
		v, err := storedIn(s.Segment(), uint64(doc), rowField)
		if err != nil {
			return nil, err
		}
		ids[doc], rows[doc] = []byte(v.id), v.value
	}
	b, err := encodeColumn(crc, ids, rows)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", segmentFile, err)
	}
	_ = os.Remove(path) // an older segment's of the same number, which generations may share
	if err := writeFile(path, b); err != nil {
		return nil, err
	}
	w.vetted[path] = true
	return openColumn(path, uint64(n), crc)
}

// removeOthers removes the files of a folder that are not kept.
func removeOthers(dir string, kept map[string]bool) error {
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if !kept[f.Name()] {
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// census counts the live articles and finds the members of stories among them, in one pass over the columns.
func census(columns []*column, snapshot *scorch.IndexSnapshot, s index.Stories, st *statistics) ([]family, error) {
	*st = statistics{First: noDay, Last: noDay, Tokens: map[string]int64{}}
	wanted := map[[idLen]byte]place{}
	for _, g := range s.Groups {
		for _, id := range g {
			b, err := hex.DecodeString(string(id))
			if err != nil || len(b) != idLen {
				return nil, fmt.Errorf("story of article %q: no id", id)
			}
			wanted[[idLen]byte(b)] = place{doc: ^uint32(0)}
		}
	}
	for i, c := range columns {
		o := offsetsOf(c.n)
		for doc := range c.live(&o, snapshot.Segments()[i].Deleted()).all {
			st.count(c, &o, doc)
			if len(wanted) == 0 {
				continue
			}
			if id := [idLen]byte(c.id(&o, doc)); wanted[id] != (place{}) {
				wanted[id] = place{uint32(i), doc}
			}
		}
	}
	families := families(s.Groups, wanted)
	st.Stories = st.Articles
	for _, f := range families {
		st.Stories -= len(f.members) - 1
	}
	return families, nil
}

func (st *statistics) count(c *column, o *columnOffsets, doc uint32) {
	st.Articles++
	st.Tokens["title"] += int64(uint32(c.int32At(o.title, doc)))
	st.Tokens["body"] += int64(uint32(c.int32At(o.body, doc)))
	first, last := c.int32At(o.first, doc), c.int32At(o.last, doc)
	if first == noDay {
		st.Undated++
		return
	}
	if st.First == noDay || first < st.First {
		st.First = first
	}
	st.Last = max(st.Last, last)
}

// surfaces counts the distinct surface forms of each text field, by their hashes: of a million, none meet.
func surfaces(ctx context.Context, snapshot *scorch.IndexSnapshot) (map[string]int, error) {
	counts := map[string]int{}
	for _, field := range textFields {
		seen := map[uint64]struct{}{}
		for _, s := range snapshot.Segments() {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d, err := s.Segment().Dictionary(field)
			if err != nil {
				return nil, err
			}
			err = terms(d, query.Pattern{}, nil, func(term string) error {
				if term[0] >= ' ' {
					seen[xxhash.Sum64String(term)] = struct{}{}
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
		counts[field] = len(seen)
	}
	return counts, nil
}

func families(groups []index.Group, at map[[idLen]byte]place) []family {
	var out []family
	for _, g := range groups {
		var f family
		for _, id := range g {
			b, _ := hex.DecodeString(string(id))
			if p := at[[idLen]byte(b)]; p.doc != ^uint32(0) {
				f.members = append(f.members, p)
			}
		}
		if len(f.members) > 1 {
			b, _ := hex.DecodeString(string(slices.Min(g)))
			f.story = [idLen]byte(b)
			out = append(out, f)
		}
	}
	return out
}
