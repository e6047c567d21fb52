package disk

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"dateline/corpus"
	"dateline/index"

	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"
)

// salvage goes on without the segments that are lost: no generation is whole.
func (h *healer) salvage() error {
	store := filepath.Join(h.vault.live(), storeName)
	var named []string
	if err := guarded(func() (err error) { named, err = boltSegments(store); return err }); err != nil {
		return fmt.Errorf("%w: neither a generation nor the list of segments can be read; move %s away and index again",
			ErrDamaged, h.vault)
	}
	lost := map[string]bool{}
	for _, name := range named {
		if err := selfCheck(filepath.Join(store, name)); err != nil {
			lost[name] = true
			if err := h.aside(liveName, storeName, name); err != nil {
				return err
			}
		}
	}
	if err := dropSegments(filepath.Join(store, boltName), lost); err != nil {
		return err
	}
	for name := range lost {
		h.lost("the articles of segment %s: indexing again reads their files anew", name)
	}
	return nil
}

// dropSegments takes segments out of the newest snapshot of a root.bolt, and all older snapshots with them.
func dropSegments(path string, lost map[string]bool) error {
	db, err := bolt.Open(path, fileMode, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		snapshots := tx.Bucket(util.BoltSnapshotsBucket)
		newest, _ := snapshots.Cursor().Last()
		var drop [][]byte
		err := snapshots.ForEachBucket(func(k []byte) error {
			if string(k) != string(newest) {
				drop = append(drop, append([]byte(nil), k...))
			}
			return nil
		})
		for _, k := range drop {
			err = errors.Join(err, snapshots.DeleteBucket(k))
		}
		return errors.Join(err, dropFrom(snapshots.Bucket(newest), lost))
	})
	return errors.Join(err, db.Close())
}

func dropFrom(snapshot *bolt.Bucket, lost map[string]bool) error {
	var drop [][]byte
	err := snapshot.ForEachBucket(func(k []byte) error {
		if lost[string(snapshot.Bucket(k).Get(util.BoltPathKey))] {
			drop = append(drop, append([]byte(nil), k...))
		}
		return nil
	})
	for _, k := range drop {
		err = errors.Join(err, snapshot.DeleteBucket(k))
	}
	return err
}

// strike removes the ledger's entries of files whose articles are not all held: indexing again then reads them.
func (h *healer) strike(ctx context.Context, w *Writer) error {
	if len(h.report.Lost) == 0 {
		return nil
	}
	held := map[corpus.ID]bool{}
	for p, err := range w.Prints(ctx) {
		if err != nil {
			return err
		}
		held[p.ID] = true
	}
	var b index.Batch
	for s, err := range stored(ctx, w, entryPrefix, entryField) {
		if err != nil {
			return err
		}
		e, err := decodeEntry(s.id, s.value)
		if err != nil {
			return err
		}
		for _, r := range e.Records {
			if !held[r.ID] {
				b.Forget = append(b.Forget, e.Key())
				break
			}
		}
	}
	if len(b.Forget) == 0 {
		return nil
	}
	h.did("struck %d files from the ledger whose articles are not all there", len(b.Forget))
	return w.Apply(ctx, b)
}
