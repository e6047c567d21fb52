package indextest

import (
	"testing"

	"dateline/index"
	"dateline/query"
)

// TestNaive runs the suite on the oracle itself: its questions must parse, plan and mostly find something.
func TestNaive(t *testing.T) {
	Run(t, func(*testing.T) (index.Store, func() query.Engine) {
		e := New()
		return e, func() query.Engine { return e }
	})
}
