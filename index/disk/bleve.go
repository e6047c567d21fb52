package disk

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"dateline/index"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	api "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	bolt "go.etcd.io/bbolt"
)

// bleveMeta is what bleve.Open reads first.
const bleveMeta = `{"storage":"scorch","index_type":"scorch"}`

// boltTimeout bounds the wait for a process that has the index open past our own lock: bleve itself would wait for ever.
const boltTimeout = "3s"

const asyncErrors = "dateline"

// setUpBleve sets what bleve keeps a process: once, before anything is opened.
var setUpBleve = sync.OnceFunc(func() {
	// zapx sizes its buffer by the documents before: after one article of 1 MB, a thousand tiny ones took 17 GB.
	zap.NewSegmentBufferAvgBytesPerDocFactor = 0
	scorch.RegistryAsyncErrorCallbacks[asyncErrors] = func(err error, path string) {
		if w, ok := writers.Load(path); ok {
			w.(*Writer).asyncError(err)
		}
	}
})

// writers finds the writer of a store folder, for errors of bleve's own goroutines.
var writers sync.Map

// analysis is the queue that bleve hands documents through. Ours need no analysis, so one worker does for all.
var analysis = sync.OnceValue(func() *api.AnalysisQueue { return api.NewAnalysisQueue(1) })

// openScorch opens a bleve index's store.
func openScorch(store string, readOnly bool) (*scorch.Scorch, error) {
	setUpBleve()
	config := map[string]any{
		"path":                   store,
		"read_only":              readOnly,
		"bolt_timeout":           boltTimeout,
		"asyncErrorCallbackName": asyncErrors,
	}
	idx, err := scorch.NewScorch("scorch", config, analysis())
	if err != nil {
		return nil, err
	}
	if err := guarded(idx.Open); err != nil {
		return nil, fmt.Errorf("open %s: %w", store, err)
	}
	return idx.(*scorch.Scorch), nil
}

// createLive makes an empty bleve index with our mapping.
func createLive(live string) error {
	for _, dir := range []string{live, filepath.Join(live, storeName), filepath.Join(live, columnName)} {
		if err := mkdir(dir); err != nil {
			return err
		}
	}
	if err := writeFile(filepath.Join(live, metaName), []byte(bleveMeta)); err != nil {
		return err
	}
	idx, err := openScorch(filepath.Join(live, storeName), false)
	if err != nil {
		return err
	}
	return errors.Join(idx.SetInternal(util.MappingInternalKey, staticMapping()), idx.Close())
}

// staticMapping tells a plain bleve program what the fields are. We never map by it: our documents come ready.
func staticMapping() []byte {
	type fieldMapping struct {
		Name     string `json:"name"`
		Type     string `json:"type"`
		Analyzer string `json:"analyzer"`
		Index    bool   `json:"index"`
		Vectors  bool   `json:"include_term_vectors,omitempty"`
	}
	type property struct {
		Enabled bool           `json:"enabled"`
		Fields  []fieldMapping `json:"fields"`
	}
	properties := map[string]property{}
	for _, f := range index.Schema {
		m := fieldMapping{Name: f.Name, Type: "text", Analyzer: "keyword", Index: true, Vectors: f.Values == nil}
		properties[f.Name] = property{true, []fieldMapping{m}}
	}
	b, err := json.Marshal(map[string]any{
		"default_mapping":  map[string]any{"enabled": true, "dynamic": false, "properties": properties},
		"default_analyzer": "keyword", "type_field": "_type", "default_type": "_default",
		"default_field": "body", "store_dynamic": false, "index_dynamic": false, "docvalues_dynamic": false,
	})
	if err != nil {
		panic(err) // strings and booleans only
	}
	return b
}

// preflight looks at a store before it is opened for writing: bleve would take a missing root.bolt or a snapshot that
// it cannot load for an empty index, and delete every segment. It names the segments.
func preflight(store string) (segments []string, err error) {
	err = guarded(func() error {
		segments, err = look(store)
		return err
	})
	return segments, err
}

func look(store string) (segments []string, err error) {
	if info, err := os.Stat(filepath.Join(store, boltName)); err != nil || info.Size() == 0 {
		return nil, fmt.Errorf("%w: %s is missing or empty", ErrDamaged, filepath.Join(store, boltName))
	}
	if segments, err = boltSegments(store); err != nil {
		return nil, err
	}
	for _, name := range segments {
		path := filepath.Join(store, name)
		if err := errors.Join(soundFooter(path), opens(path)); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, path, err)
		}
	}
	return segments, foreignFiles(store)
}

// opens reports why bleve could not load a segment, which it would pass over without a word to us.
func opens(path string) error {
	s, err := new(zap.ZapPlugin).Open(path)
	if err != nil {
		return err
	}
	return s.Close()
}

// foreignFiles finds what bleve would stumble over: it takes every *.zap for a segment of its own.
func foreignFiles(store string) error {
	files, err := os.ReadDir(store)
	if err != nil {
		return err
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".zap" && (!isSegmentName(f.Name()) || !f.Type().IsRegular()) {
			return fmt.Errorf("%w: %s is no file of the index", ErrDamaged, filepath.Join(store, f.Name()))
		}
	}
	return nil
}

func isSegmentName(name string) bool {
	stem, ok := strings.CutSuffix(name, ".zap")
	return ok && stem != "" && strings.Trim(stem, "0123456789abcdef") == ""
}

// boltSegments names the segments of the newest snapshot in a store's root.bolt, all of which it reads. It panics where
// bbolt does, on bytes that are no bolt file; bbolt's own Check would panic in a goroutine that nobody can guard.
func boltSegments(store string) (names []string, err error) {
	path := filepath.Join(store, boltName)
	var file *os.File
	defer func() {
		if file != nil {
			file.Close() // after a panic it would hold bbolt's lock
		}
	}()
	db, err := bolt.Open(path, fileMode, &bolt.Options{ReadOnly: true, PreLoadFreelist: true, Timeout: lockWait,
		OpenFile: func(path string, _ int, mode os.FileMode) (*os.File, error) {
			var err error
			file, err = os.OpenFile(path, os.O_RDONLY, mode) // bbolt would create it
			return file, err
		}})
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, path, err)
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	err = db.View(func(tx *bolt.Tx) error {
		if info.Size() < tx.Size() {
			return fmt.Errorf("%w: %s is cut to %d bytes", ErrDamaged, path, info.Size())
		}
		names, err = newestSegments(tx, path)
		return err
	})
	return names, errors.Join(err, db.Close())
}

func newestSegments(tx *bolt.Tx, path string) (names []string, err error) {
	snapshots := tx.Bucket(util.BoltSnapshotsBucket)
	if snapshots == nil {
		return nil, fmt.Errorf("%w: %s holds no snapshot", ErrDamaged, path)
	}
	if err := readBucket(snapshots); err != nil {
		return nil, err
	}
	key, _ := snapshots.Cursor().Last()
	newest := snapshots.Bucket(key)
	if newest == nil {
		return nil, fmt.Errorf("%w: %s holds no snapshot", ErrDamaged, path)
	}
	err = newest.ForEachBucket(func(k []byte) error {
		if name := newest.Bucket(k).Get(util.BoltPathKey); name != nil {
			names = append(names, string(name))
		}
		return nil
	})
	return names, err
}

// readBucket looks at every key of a bucket and of those in it.
func readBucket(b *bolt.Bucket) error {
	return b.ForEach(func(k, value []byte) error {
		if inner := b.Bucket(k); value == nil && inner != nil {
			return readBucket(inner)
		}
		return nil
	})
}

// segmentFooter is the length of a zap v17 footer without its variable id: a file cannot be shorter.
const segmentFooter = 4 + 4 + 4 + 8 + 8 + 8

// soundFooter reports a segment that is missing or plainly cut.
func soundFooter(path string) error {
	size, _, err := footerSum(path)
	if err == nil && size < segmentFooter {
		err = fmt.Errorf("%s is cut to %d bytes", path, size)
	}
	return err
}

// snapshotOf gives the newest state of an open index. Whoever calls closes it.
func snapshotOf(idx *scorch.Scorch) (*scorch.IndexSnapshot, error) {
	r, err := idx.Reader()
	if err != nil {
		return nil, err
	}
	s, ok := r.(*scorch.IndexSnapshot)
	if !ok || s == nil {
		return nil, errors.New("the index is closed")
	}
	return s, nil
}

// segmentPath gives the file of a segment; ok is false for one that is only in memory.
func segmentPath(s *scorch.SegmentSnapshot) (path string, ok bool) {
	p, ok := s.Segment().(segment.PersistedSegment)
	if !ok {
		return "", false
	}
	return p.Path(), true
}
