package ingest

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Each line has the patterns of the root's ignore file, those of "sub", what is left out of a tree and what is kept, as
// git does with the same files.
func TestIgnore(t *testing.T) {
	for _, line := range []string{
		`*.log !keep.log | | a.log sub/a.log | keep.log sub/keep.log a.txt`,
		`/a.txt | | a.txt | sub/a.txt`,
		`sub/a.txt | | sub/a.txt | a.txt deep/sub/a.txt`,
		`build/ | | build/ sub/build/ | build sub/build`,
		`**/tmp deep/** | | tmp sub/tmp deep/a/b | deep sub/deep/a`,
		`a/**/z | | a/z a/b/c/z | b/a/z`,
		`*.txt | !a.txt | b.txt sub/b.txt | sub/a.txt sub/deep/a.txt`,
		`| /a.txt | sub/a.txt | a.txt sub/deep/a.txt`,
		`[ab].txt [!c].md [[:digit:]]x []z]y | | a.txt x.md 7x ]y zy | c.txt c.md ax xy`,
		`\#a \!b c\* ?.x | | #a !b c* d.x | a b cc dd.x`,
	} {
		part := strings.Split(line, "|")
		files := fstest.MapFS{}
		for i, name := range []string{ignoreFile, "sub/" + ignoreFile} {
			files[name] = &fstest.MapFile{Data: []byte(strings.Join(strings.Fields(part[i]), "\n"))}
		}
		for i, out := range []bool{true, false} {
			for _, name := range strings.Fields(part[2+i]) {
				bare, isFolder := strings.CutSuffix(name, "/")
				if got := (ignored{}).match(files, bare, isFolder); got != out {
					t.Errorf("%s: %s is left out: %v", line, name, got)
				}
			}
		}
	}
}
