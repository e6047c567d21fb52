package extract

import (
	"maps"
	"testing"
)

// One word means the same verb in every run, whatever order its table is made in.
func TestVerbsAreTheSameEveryTime(t *testing.T) {
	first := readVerbs()
	for range 20 {
		again := readVerbs()
		if !maps.Equal(first, again) {
			for word, v := range first {
				if again[word] != v {
					t.Errorf("%q is %v, then %v", word, v, again[word])
				}
			}
			return
		}
	}
}
