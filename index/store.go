// Package index turns articles into commits: it decides what is new, when to commit, and which articles are copies of
// one story. Events come in, batches go to a Store. It declares the Store and the Schema that every engine derives its
// mapping from, and knows no engine.
package index

import (
	"context"
	"iter"
	"slices"

	"dateline/corpus"
)

// A Store keeps articles and the ledger of the files that they came from. One goroutine writes.
type Store interface {
	// Apply commits a batch: all of it or, with an error, none. What Apply has returned nil for survives the death of
	// the process, and is seen by readers from the next Publish on.
	Apply(ctx context.Context, b Batch) error
	// Publish makes everything applied visible to readers, under these stories.
	Publish(ctx context.Context, s Stories) error
	// Stories gives the stories that were published last.
	Stories(ctx context.Context) (Stories, error)
	// Roots gives the indexed roots.
	Roots(ctx context.Context) ([]Root, error)
	// Entry gives the ledger's entry of one file.
	Entry(ctx context.Context, root, path string) (e Entry, ok bool, err error)
	// Entries gives the ledger's entries of a root, in any order.
	Entries(ctx context.Context, root string) iter.Seq2[Entry, error]
	// Prints gives the print of every article applied, in any order.
	Prints(ctx context.Context) iter.Seq2[Print, error]
	// Articles gives applied articles in the order of ids; one that is not held leaves a nil.
	Articles(ctx context.Context, ids []corpus.ID) ([]*corpus.Article, error)
	Close() error
}

// A Batch is applied as one. An article and the entry of its file need not ride in the same batch: a file is done when
// its entry is, and reading it again replaces its articles.
type Batch struct {
	Put     []Document
	Delete  []corpus.ID
	Entries []Entry   // replaces the entry of the same file
	Forget  []FileKey // entries to remove
	Roots   []Root    // replaces the root of the same name
}

// Len is the number of changes in the batch.
func (b *Batch) Len() int {
	return len(b.Put) + len(b.Delete) + len(b.Entries) + len(b.Forget) + len(b.Roots)
}

// A Document is an article with what tells its copies.
type Document struct {
	Article *corpus.Article
	Print   Print
}

// A Group is the articles of one story, the lead first, then in canonical order. Its story is its smallest ID.
type Group []corpus.ID

// Stories is the table of stories. An article in no group is a story of its own.
type Stories struct {
	Groups []Group
	// Alike are the pairs that were read and found to be near-copies, the smaller ID first: what need not be read again.
	Alike [][2]corpus.ID
	// Digest sums up the prints that the table was made of: where it differs from those held, all are compared anew.
	Digest uint64
}

// ID names the group's story.
func (g Group) ID() corpus.Story { return corpus.Story(slices.Min(g)) }

// Copies counts the articles that are not the lead of their story.
func (s Stories) Copies() int {
	n := 0
	for _, g := range s.Groups {
		n += len(g) - 1
	}
	return n
}

// A Root is a folder, or the folder of a lone file, that was indexed.
type Root struct {
	Name string // unique in the ledger: the folder's own name, numbered where another root has it
	Path string // absolute, as this machine writes paths
}

// A FileKey names a file in the ledger.
type FileKey struct{ Root, Path string }

// An Entry is what the ledger holds of one file.
type Entry struct {
	File    corpus.File
	Records []Record // the articles read from it
	Skipped []Skip   // what could not be read of it
}

// Key names the entry's file.
func (e Entry) Key() FileKey { return FileKey{e.File.Root, e.File.Path} }

// A Record is one article of a file and a sum of its source, by which a changed archive tells what changed.
type Record struct {
	ID  corpus.ID
	Sum string // SumOf its SHA-256
}

// SumOf shortens a SHA-256 to its first 16 hexadecimal digits.
func SumOf(sha256 string) string { return sha256[:min(16, len(sha256))] }

// A Skip says what was not read, and why.
type Skip struct {
	Path   string // the file's path, with the member or record in it
	Reason string
}
