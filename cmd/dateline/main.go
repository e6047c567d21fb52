// Command dateline searches an archive of news articles from the terminal: when each was published, where it was filed,
// who said what in it. It reads files and an index in a folder, and no network.
package main

import "os"

func main() { os.Exit(run(system(), os.Args[1:])) }
