package disk

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// syncDir makes the names in a folder durable. Windows keeps them in its journal and cannot sync a folder.
func syncDir(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// syncFile makes a file's bytes durable.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncTree makes everything below a folder durable, its own name excepted. bleve syncs segments and root.bolt, but
// neither index_meta.json nor any folder.
func syncTree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return syncDir(path)
		}
		return syncFile(path)
	})
}

// writeFile writes a new file and makes its bytes durable.
func writeFile(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// replaceFile writes a file so that its name shows either the old or the new bytes, whatever happens.
func replaceFile(path string, data []byte) error {
	temp := path + ".new"
	if err := writeFile(temp, data); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// linkFile gives a file a second name or, where the file system cannot, copies it. Whoever calls syncs the folder.
func linkFile(from, to string) (copied bool, err error) {
	if err := link(from, to); err == nil {
		return false, nil
	} else if errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	return true, copyFile(from, to)
}

// link is os.Link; tests replace it by what a file system without hard links does.
var link = os.Link

// copyFile copies a file's bytes to a new file and makes them durable.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// replaceCopy replaces a small file by the bytes of another.
func replaceCopy(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return replaceFile(to, data)
}

// sumFile gives the size and the CRC-32 (IEEE) of a file's bytes.
func sumFile(path string) (size int64, crc uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	h := crc32.NewIEEE()
	size, err = io.Copy(h, f)
	return size, h.Sum32(), err
}

// footerSum reads what a segment or column says of itself: its last four bytes are the CRC-32 of all before them.
func footerSum(path string) (size int64, crc uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, 0, err
	}
	var b [4]byte
	if info.Size() < int64(len(b)) {
		return 0, 0, fmt.Errorf("%s: %d bytes are no segment", filepath.Base(path), info.Size())
	}
	_, err = f.ReadAt(b[:], info.Size()-int64(len(b)))
	return info.Size(), uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3]), err
}

// bodySum computes what a file's footer should say.
func bodySum(path string) (crc uint32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	h := crc32.NewIEEE()
	_, err = io.Copy(h, io.LimitReader(f, info.Size()-4))
	return h.Sum32(), err
}
