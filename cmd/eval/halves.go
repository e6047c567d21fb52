package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A halves counts what is right, apart for the odd items of a gold set, on which rules may be developed and whose errors
// are listed, and for the even ones, which only report.
type halves struct {
	name   string
	right  [2]int
	of     [2]int
	wrong  []string // of odd items
	silent int      // how many more there were
}

// errorLimit bounds the errors that are listed of one figure.
const errorLimit = 60

// add counts item i, told apart by its number; what is called only for an error that is listed.
func (h *halves) add(i int, ok bool, what func() string) {
	half := i % 2 // the first item is the first of the odd ones
	h.of[half]++
	switch {
	case ok:
		h.right[half]++
	case half == 1:
	case len(h.wrong) < errorLimit:
		h.wrong = append(h.wrong, what())
	default:
		h.silent++
	}
}

func (h *halves) print() {
	fmt.Printf("%-28s odd %6.2f %% of %5d   even %6.2f %% of %5d\n", h.name, percent(h.right[0], h.of[0]), h.of[0], percent(h.right[1], h.of[1]), h.of[1])
}

func (h *halves) printWrong() {
	if len(h.wrong) == 0 {
		return
	}
	fmt.Printf("\n%s, wrong among the odd items (%d more):\n", h.name, h.silent)
	for _, w := range h.wrong {
		fmt.Println("  " + strings.ReplaceAll(w, "\n", "⏎"))
	}
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// eachLine reads JSON lines, compressed where the name says so, and calls f with each line's number and value.
func eachLine[T any](path string, f func(i int, v T) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewReader(file, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return err
		}
		defer z.Close()
		in = z
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for i := 0; lines.Scan(); i++ {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("%s: line %d: %w", path, i+1, err)
		}
		if err := f(i, v); err != nil {
			return err
		}
	}
	return lines.Err()
}
