package disk

import (
	"fmt"
	"runtime/debug"
)

// guarded runs what reads mapped files. A file that was cut behind our back, or bytes that make bleve stumble, give an
// error instead of the end of the process.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	return f()
}
