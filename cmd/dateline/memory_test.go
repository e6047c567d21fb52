//go:build linux || darwin

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// One article of 2 MB among 500 small ones, 100 MB of text, a word of 16 MB and a line of JSON of 40 MB are indexed in
// less than 1 GB.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 160 MB")
	}
	work := t.TempDir()
	in := filepath.Join(work, "in")
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var story strings.Builder
	for n := 0; story.Len() < 2<<20; n++ {
		fmt.Fprintf(&story, "Ferry %d sailed at %d past eight, said harbour master Tomas Reik. \"All %d aboard are well,\" he said in Oslo.\n\n", n, n%60, n*n%997)
	}
	for n := range 500 {
		write(fmt.Sprintf("small-%d.txt", n), story.String()[n*1000:n*1000+2000])
	}
	write("story.txt", story.String())
	write("long.txt", strings.Repeat(story.String(), 50))
	write("word.txt", "One word\n\n"+strings.Repeat("x", 16<<20)+" lighthouse")
	write("line.jsonl", `{"id":"1","title":"Long","text":"`+strings.Repeat("The ferry sailed. ", 40<<20/18)+"\"}\n")

	run := exec.Command("dateline", "index", "--index", filepath.Join(work, "index"), in)
	var out bytes.Buffer
	run.Stdout, run.Stderr = &out, &out
	if err := run.Run(); err != nil {
		t.Fatalf("%v: %s", err, out.Bytes())
	}
	if !strings.Contains(out.String(), "504 new, 0 changed, 0 unchanged, 0 skipped") {
		t.Errorf("gave %s", out.String())
	}
	used := run.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS != "darwin" { // which counts bytes
		used <<= 10
	}
	t.Logf("%d MB", used>>20)
	if used > 1<<30 {
		t.Errorf("%d MB", used>>20)
	}
}
