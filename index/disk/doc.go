// Package disk is the embedded engine: a bleve (scorch) index in a guarded directory. It writes as an index.Store and
// answers as a query.Engine. It alone imports bleve, and imports corpus, corpus/text, query and index of dateline's.
//
// The directory, called the vault:
//
//	LOCK              locked by the one writer or healer; holds who that is, as JSON
//	CURRENT           the newest generation's name and the checksum of its manifest
//	live/             the writer's own bleve index: index_meta.json and store/, and column/ beside them
//	gen/000123/       a generation: published, immutable, whole
//	    MANIFEST.json what the generation is made of: each file's size and CRC-32, and the engine's own statistics
//	    index_meta.json, store/root.bolt
//	    store/*.zap   hard links to the segments of live/
//	    column/*.col  for each segment the ids, dates and lengths of its articles as arrays (column.go)
//	    stories       the table of stories as the writer made it (stories.go)
//	    copies        the same as places in the segments, for readers
//	quarantine/       what Repair moved out of the way
//
// A write is done when its generation is published. Readers open the generation that CURRENT names, read-only, under a
// shared lock on its manifest: they never wait for the writer, nor it for them. The newest two generations are kept,
// older ones are removed once no reader holds them. Where the file system has no hard links, files are copied.
//
// A plain bleve program can open live/ and each generation: the index is written by stock bleve with a static mapping.
package disk

import (
	"errors"
	"os"
	"path/filepath"
)

// The names in a vault.
const (
	lockName       = "LOCK"
	currentName    = "CURRENT"
	liveName       = "live"
	generationsDir = "gen"
	quarantineName = "quarantine"
	manifestName   = "MANIFEST.json"
	metaName       = "index_meta.json"
	storeName      = "store"
	columnName     = "column"
	storiesName    = "stories"
	copiesName     = "copies"
	boltName       = "root.bolt"
)

// Modes of what a vault is made of: nobody else may read an archive.
const (
	dirMode  os.FileMode = 0o700
	fileMode os.FileMode = 0o600
)

// The errors that call for different advice. Each is wrapped with what was found.
var (
	// ErrNoIndex says that the folder holds no index.
	ErrNoIndex = errors.New("no index here")
	// ErrDamaged says that a file is missing or not as it was written.
	ErrDamaged = errors.New("the index is damaged")
	// ErrUnsafe says that others on this machine may write to the index.
	ErrUnsafe = errors.New("the index is writable by everybody")
	// ErrTooNew says that a later dateline wrote the index.
	ErrTooNew = errors.New("the index was written by a newer dateline")
)

// A vault is an index's directory.
type vault string

func (v vault) join(names ...string) string {
	return filepath.Join(append([]string{string(v)}, names...)...)
}

func (v vault) live() string                  { return v.join(liveName) }
func (v vault) generation(name string) string { return v.join(generationsDir, name) }

// IsIndex reports whether a folder is a vault, sound or not.
func IsIndex(dir string) bool {
	v := vault(dir)
	for _, name := range []string{currentName, liveName, generationsDir} {
		if _, err := os.Stat(v.join(name)); err == nil {
			return true
		}
	}
	return false
}

// interrupt is called at every named point of creation and publication. Tests stop the process there.
var interrupt = func(point string) {}
