package disk

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A Holder is a process that writes to an index.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Command string    `json:"command"`
	Since   time.Time `json:"since"`
}

// A LockedError says who holds the index that somebody else wanted to write to.
type LockedError struct {
	Dir    string
	Holder Holder // its zero value where it could not be read
}

func (e *LockedError) Error() string {
	if e.Holder.PID == 0 {
		return fmt.Sprintf("%s is locked by another process", e.Dir)
	}
	return fmt.Sprintf("%s is locked by process %d on %s (%s) since %s", e.Dir, e.Holder.PID, e.Holder.Host,
		e.Holder.Command, e.Holder.Since.Format(time.DateTime))
}

// The answers of an operating system that will not lock.
var (
	errHeld    = errors.New("held by another process")
	errNoLocks = errors.New("this file system has no locks")
)

// lockWait is how long a second writer waits for the first: one that is just leaving does so in this time.
const lockWait = 2 * time.Second

// lockVault takes the writer's lock. The system frees it when the process dies, however it dies.
func lockVault(v vault, wait time.Duration) (*os.File, error) {
	f, err := os.OpenFile(v.join(lockName), os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(wait); ; time.Sleep(50 * time.Millisecond) {
		err = flock(f, true)
		if !errors.Is(err, errHeld) || time.Now().After(deadline) {
			break
		}
	}
	if errors.Is(err, errHeld) {
		defer f.Close()
		return nil, &LockedError{string(v), readHolder(f)}
	}
	if err != nil && !errors.Is(err, errNoLocks) {
		f.Close()
		return nil, err
	}
	return f, writeHolder(f)
}

// isReadOnly reports whether an error says that nothing can be written there.
func isReadOnly(err error) bool {
	return errors.Is(err, syscall.EROFS) || errors.Is(err, os.ErrPermission)
}

func readHolder(f *os.File) Holder {
	var h Holder
	b := make([]byte, 4096)
	n, _ := f.ReadAt(b, 0)
	if json.Unmarshal(b[:n], &h) != nil {
		return Holder{}
	}
	return h
}

// writeHolder is best effort: a lock whose holder cannot be written, on a full disk, still locks.
func writeHolder(f *os.File) error {
	host, _ := os.Hostname()
	args := append([]string{filepath.Base(os.Args[0])}, os.Args[1:]...)
	b, err := json.Marshal(Holder{os.Getpid(), host, strings.Join(args, " "), time.Now().Truncate(time.Second)})
	if err != nil {
		return err
	}
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt(append(b, '\n'), 0)
	}
	return nil
}
