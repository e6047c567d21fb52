package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
	"dateline/query/export"
)

// batch answers a file of queries in one process. A bad line is a message and stops nothing.
func (h *host) batch(c *cli.Context) error {
	req, err := listRequest(c, "")
	if err != nil {
		return err
	}
	req.Articles = true // documents, as the judgements of a run name them
	in, err := h.open(c.String("batch"))
	if err != nil {
		return err
	}
	defer in.Close()
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	write, err := h.batchWriter(c)
	if err != nil {
		return err
	}
	failed, hits := 0, 0
	for answer := range r.Batch(c.Context, lines(in), req) {
		if answer.Err != nil {
			failed++
			h.footer.add("dateline: %s: %s", answer.ID, answer.Err)
			continue
		}
		hits += len(answer.Rows)
		if err := write(answer); err != nil {
			return err
		}
	}
	switch {
	case c.Context.Err() != nil:
		return c.Context.Err()
	case failed > 0:
		return fmt.Errorf("%s could not be answered", term.Plural(failed, "query"))
	}
	return found(hits)
}

// open opens a file, or standard input for "-".
func (h *host) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(h.Stdin), nil
	}
	return os.Open(path)
}

// lines gives the lines of a file. One over a megabyte is no query, and ends it.
func lines(r io.Reader) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := bufio.NewScanner(r)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			if !yield(s.Text()) {
				return
			}
		}
	}
}

// batchWriter prints answers as a TREC run (six columns: topic, Q0, document, rank, score, run), as lines of JSON, or as
// a table.
func (h *host) batchWriter(c *cli.Context) (func(query.BatchAnswer) error, error) {
	if c.Bool("json") || c.Bool("jsonl") {
		return func(a query.BatchAnswer) error {
			line, err := export.Encode(a)
			_, writeErr := h.out.Write(line)
			return errors.Join(err, writeErr)
		}, nil
	}
	form := "%[1]s\t%[3]d\t%.6[4]f\t%[2]s\n"
	switch c.String("format") {
	case "trec":
		form = "%s Q0 %s %d %.6f dateline\n"
	case "":
	default:
		return nil, usage("answers of a batch are printed as a table, --format trec or --jsonl")
	}
	return func(a query.BatchAnswer) error {
		for i, row := range a.Rows {
			if _, err := fmt.Fprintf(h.out, form, term.CleanLine(a.ID), term.CleanLine(row.Key), i+1, row.Score); err != nil {
				return err
			}
		}
		return nil
	}, nil
}
