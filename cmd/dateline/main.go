// Command dateline searches an archive of news articles from the terminal: when each was published, where it was filed,
// who said what in it. It reads files and an index in a folder, and no network.
package main

import (
	"os"
	"runtime/debug"
)

// memory is how much of it makes the garbage collector work harder instead of taking more. A batch of articles being
// written holds up to 330 MB, whatever the size of the archive; the index's mapped files come on top.
const memory = 512 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	os.Exit(run(system(), os.Args[1:]))
}
