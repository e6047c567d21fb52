package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// flock locks a file without waiting. Windows refuses to read locked bytes, so a byte far behind the holder's JSON is
// locked, which need not exist.
func flock(f *os.File, exclusive bool) error {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	at := &windows.Overlapped{Offset: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, at)
	switch {
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return errHeld
	case errors.Is(err, windows.ERROR_NOT_SUPPORTED), errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return errNoLocks
	}
	return err
}

// isOpenToAll reports false: Windows keeps access lists, which Go's mode bits do not show.
func isOpenToAll(os.FileInfo) bool { return false }
