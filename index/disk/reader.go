package disk

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"dateline/corpus"
	"dateline/query"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// A Reader answers questions from one generation. It is a query.Engine; any number of goroutines may use it. What is
// published later it does not see.
type Reader struct {
	vault    vault
	name     string // the generation's
	manifest *manifest
	pin      *os.File // the manifest, under a shared lock that keeps the generation
	scorch   *scorch.Scorch
	snapshot *scorch.IndexSnapshot
	parts    []*part
	families func() (*kinship, error)
	tongues  func() ([]map[string]set, error) // of each part, the documents by language
	others   sync.Map                         // of some languages joined by spaces, the documents of each segment that leftOut gives
	stats    func() (query.Stats, error)
	rooms    chan *room
}

var _ query.Engine = (*Reader)(nil)

// A part is one segment of the generation with its column.
type part struct {
	*zap.Segment
	deleted *roaring.Bitmap // nil for none
	column  *column
	offsets columnOffsets
	fsts    sync.Map // of a field, its terms: *vellum.FST
}

// terms gives the terms of a field, nil for none.
func (p *part) terms(field string) (*vellum.FST, error) {
	if known, ok := p.fsts.Load(field); ok {
		return known.(*vellum.FST), nil
	}
	fst, err := openDictionary(p.Segment, field)
	if err == nil {
		p.fsts.Store(field, fst)
	}
	return fst, err
}

// openAttempts bounds how often a reader looks at CURRENT again because the generation that it named was removed
// meanwhile: it takes two publications between two system calls.
const openAttempts = 5

// OpenReader opens the newest generation of an index. It waits for nobody.
func OpenReader(dir string) (*Reader, error) {
	v := vault(dir)
	if err := admit(v); err != nil {
		return nil, err
	}
	for attempt := 1; ; attempt++ {
		name, sum, err := readCurrent(v)
		if err != nil {
			return nil, err
		}
		r, err := openGeneration(v, name, sum)
		if err == nil {
			return r, nil
		}
		if now, _, _ := readCurrent(v); now == name && !errors.Is(err, errHeld) || attempt == openAttempts {
			return nil, err
		}
	}
}

func openGeneration(v vault, name, sum string) (*Reader, error) {
	r := &Reader{vault: v, name: name, rooms: make(chan *room, roomsKept)}
	if err := r.open(sum); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

func (r *Reader) dir() string { return r.vault.generation(r.name) }

func (r *Reader) open(sum string) (err error) {
	path := filepath.Join(r.dir(), manifestName)
	if r.pin, err = os.Open(path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: generation %s, which %s names, is missing", ErrDamaged, r.name, currentName)
	} else if err != nil {
		return err
	}
	if err := flock(r.pin, false); err != nil && !errors.Is(err, errNoLocks) {
		return err
	}
	if r.manifest, err = readManifest(path); err != nil {
		return err
	}
	if sum != "" && r.manifest.CRC32 != sum {
		return fmt.Errorf("%w: %s is not the one that %s names", ErrDamaged, path, currentName)
	}
	if err := r.manifest.glance(r.dir()); err != nil {
		return err
	}
	return guarded(r.openParts)
}

func (r *Reader) openParts() (err error) {
	if r.scorch, err = openScorch(filepath.Join(r.dir(), storeName), true); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if r.snapshot, err = snapshotOf(r.scorch); err != nil {
		return err
	}
	segments := map[string]*scorch.SegmentSnapshot{}
	for _, s := range r.snapshot.Segments() {
		file, _ := segmentPath(s)
		segments[filepath.Base(file)] = s
	}
	if len(segments) != len(r.manifest.Segments) {
		return fmt.Errorf("%w: %s holds %d segments instead of %d", ErrDamaged, r.dir(), len(segments), len(r.manifest.Segments))
	}
	for _, name := range r.manifest.Segments {
		s := segments[name]
		if s == nil {
			return fmt.Errorf("%w: %s does not hold segment %s", ErrDamaged, r.dir(), name)
		}
		z, ok := s.Segment().(*zap.Segment)
		if !ok || !readable(z) {
			return fmt.Errorf("%w: segment %s of %s is of another form", ErrTooNew, name, r.dir())
		}
		p := &part{Segment: z, deleted: s.Deleted()}
		_, crc, err := footerSum(filepath.Join(r.dir(), storeName, name))
		if err != nil {
			return err
		}
		p.column, err = openColumn(filepath.Join(r.dir(), columnName, columnOf(name)), s.Segment().Count(), crc)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		p.offsets = offsetsOf(p.column.n)
		r.parts = append(r.parts, p)
	}
	r.families = sync.OnceValues(r.readFamilies)
	r.tongues = sync.OnceValues(r.readTongues)
	r.stats = sync.OnceValues(r.readStats)
	return nil
}

// Close lets the generation go. No search may be under way.
func (r *Reader) Close() error {
	var errs []error
	for _, p := range r.parts {
		errs = append(errs, p.column.close())
	}
	r.parts = nil
	if r.snapshot != nil {
		errs = append(errs, r.snapshot.Close())
		r.snapshot = nil
	}
	if r.scorch != nil {
		errs = append(errs, r.scorch.Close())
		r.scorch = nil
	}
	if r.pin != nil {
		errs = append(errs, r.pin.Close())
		r.pin = nil
	}
	return errors.Join(errs...)
}

// live gives the part's articles in order.
func (p *part) live() []uint32 {
	var docs []uint32
	for doc := range p.column.live(&p.offsets, p.deleted).all {
		docs = append(docs, doc)
	}
	return docs
}

// A kinship tells which articles are copies of one story.
type kinship struct {
	families []family
	byDoc    [][]int32 // of each document of each part, its family's number and one; 0 for an article alone
}

// of gives the family of an article.
func (k *kinship) of(part int, doc uint32) (number int32, ok bool) {
	number = k.byDoc[part][doc] - 1
	return number, number >= 0
}

// rank is an article's place among the copies of its story.
func (k *kinship) rank(family int32, at place) int {
	return slices.Index(k.families[family].members, at)
}

// story names the story of an article.
func (k *kinship) story(part int, doc uint32, id corpus.ID) corpus.Story {
	if n, ok := k.of(part, doc); ok {
		return corpus.Story(hex.EncodeToString(k.families[n].story[:]))
	}
	return corpus.Story(id)
}

func (r *Reader) readFamilies() (*kinship, error) {
	b, err := os.ReadFile(filepath.Join(r.dir(), copiesName))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	list, err := decodeCopies(b)
	if err != nil {
		return nil, err
	}
	k := &kinship{list, make([][]int32, len(r.parts))}
	for i, p := range r.parts {
		k.byDoc[i] = make([]int32, p.column.n)
	}
	for i, f := range list {
		for _, at := range f.members {
			if int(at.segment) >= len(r.parts) || int(at.doc) >= r.parts[at.segment].column.n {
				return nil, errCopies
			}
			k.byDoc[at.segment][at.doc] = int32(i) + 1
		}
	}
	return k, nil
}
