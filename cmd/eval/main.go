// Command eval measures dateline against gold data: what it extracts, what it finds and how fast. Each measurement is
// one file here. It prints figures and the worst errors, so that anybody can repeat a claim.
package main

import (
	"fmt"
	"os"
	"slices"
)

// A measurement is one sub-command. It prints to standard output; its error ends the program with status 2.
type measurement struct {
	name  string
	usage string // "wire DIR GOLD.jsonl.zst: dates, bylines and datelines of wire stories"
	run   func(args []string) error
}

var measurements []measurement

func register(m measurement) { measurements = append(measurements, m) }

func main() {
	if len(os.Args) > 1 {
		for _, m := range measurements {
			if m.name == os.Args[1] {
				if err := m.run(os.Args[2:]); err != nil {
					fmt.Fprintf(os.Stderr, "eval %s: %v\n", m.name, err)
					os.Exit(2)
				}
				return
			}
		}
	}
	slices.SortFunc(measurements, func(a, b measurement) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	fmt.Fprintln(os.Stderr, "usage: eval MEASUREMENT ARGUMENTS")
	for _, m := range measurements {
		fmt.Fprintln(os.Stderr, "  "+m.usage)
	}
	os.Exit(2)
}
