package disk

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// A vetting reads the segments that were there when a writer began, side by side with its work. bleve would copy a
// damaged segment's bytes into merged ones under a new, right sum; so nothing is published before all of them were
// found whole.
type vetting struct {
	files  []*os.File
	cancel context.CancelFunc // nil before it has begun
	done   chan struct{}
	err    error // once done
}

// openVetting opens the segments, before bleve can merge them away and remove their names.
func openVetting(store string, names []string) (*vetting, error) {
	v := &vetting{done: make(chan struct{})}
	for _, name := range names {
		f, err := os.Open(filepath.Join(store, name))
		if err != nil {
			v.stop()
			return nil, err
		}
		v.files = append(v.files, f)
	}
	return v, nil
}

// start begins to read, once: a writer that changes nothing reads nothing.
func (v *vetting) start() {
	if v.cancel != nil {
		return
	}
	var ctx context.Context
	ctx, v.cancel = context.WithCancel(context.Background())
	go func() {
		defer close(v.done)
		for _, f := range v.files {
			v.err = errors.Join(v.err, vet(ctx, f))
		}
	}()
}

// stop ends the reading.
func (v *vetting) stop() {
	if v.cancel != nil {
		v.cancel()
		<-v.done
	}
	for _, f := range v.files {
		f.Close()
	}
}

// wait waits for the verdict. A writer that changed nothing needs none.
func (v *vetting) wait(ctx context.Context) error {
	if v.cancel == nil {
		return nil
	}
	select {
	case <-v.done:
		return v.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// vet compares a file with the sum in its last four bytes.
func vet(ctx context.Context, f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	sum, left := uint32(0), info.Size()-footerLen
	buf := make([]byte, 1<<18)
	for left > 0 && ctx.Err() == nil {
		n, err := f.Read(buf[:min(int64(len(buf)), left)])
		sum, left = crc32.Update(sum, crc32.IEEETable, buf[:n]), left-int64(n)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if _, err := io.ReadFull(f, buf[:footerLen]); err != nil || binary.BigEndian.Uint32(buf) != sum {
		return fmt.Errorf("%w: %s is not as it was written", ErrDamaged, f.Name())
	}
	return nil
}
