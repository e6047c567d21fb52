package main

import (
	"io"
	"iter"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
	"dateline/query/export"
)

func init() { register(exportCommand) }

func exportCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "export", Category: "Ask", ArgsUsage: "WORDS... -o FILE",
		Usage:       "write the whole hit list, in the format of the file's ending",
		Description: "Every article that is found is a row, in the order of the screen. The columns of tables are\n" + strings.Join(export.ColumnNames(), ", ") + ".",
		Flags:       append(questionFlags(), exportFlags()...),
		Action:      func(c *cli.Context) error { return h.exportAll(c) },
	}
}

// exportFlags are those of lists, but -n has no limit.
func exportFlags() []cli.Flag {
	flags := listFlags()
	flags[0] = &cli.IntFlag{Name: "n", Usage: "write `N` rows at most; 0 for all"}
	return flags
}

func (h *host) exportAll(c *cli.Context) error {
	req, err := listRequest(c, words(c, 0))
	if err != nil {
		return err
	}
	if !c.Args().Present() {
		return usage("export wants words to look for; `dateline export '*' -o all.csv` writes everything")
	}
	to, ok, err := h.destination(c)
	if err != nil {
		return err
	}
	if !ok {
		return usage("export wants a file to write: -o hits.csv (%s)", endings())
	}
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := explain(h, c, r.Explain, req); err != nil {
		return err
	}
	return h.export(c, r, req, to)
}

func endings() string {
	var ends []string
	for _, f := range export.Formats() {
		ends = append(ends, f.Ext)
	}
	return strings.Join(ends, " ")
}

// A destination is where rows go, and in what form. Without a file it is standard output.
type destination struct {
	file   string
	format export.Format
	raw    bool
}

// destination reads --export, --format, --json and --jsonl; ok is false where none was given: the screen.
func (h *host) destination(c *cli.Context) (to destination, ok bool, err error) {
	to = destination{file: c.String("export"), raw: c.Bool("raw")}
	name := c.String("format")
	switch {
	case c.Bool("json"):
		name = "json"
	case c.Bool("jsonl"):
		name = "jsonl"
	}
	switch {
	case name == "trec":
		return to, false, usage("--format trec prints the answers of a --batch")
	case name != "":
		if to.format, ok = export.Named(name); !ok {
			return to, false, usage("there is no format %q (known: %s)", name, formatNames())
		}
	case to.file != "":
		if to.format, ok = export.For(to.file); !ok {
			return to, false, usage("%s: its ending names no format (known: %s)", to.file, endings())
		}
	case c.IsSet("columns") || c.Bool("excel"):
		return to, false, usage("--columns and --excel are for tables: add --format csv or -o hits.csv")
	}
	return to, ok, nil
}

// write writes rows to the destination: a file, whole or not at all, or standard output with what drives terminals
// shown as \u{…}.
func (to destination) write(out io.Writer, rows iter.Seq2[export.Row, error], o export.Options) error {
	if to.file != "" && to.file != "-" {
		return export.Save(to.file, func(w io.Writer) error { return to.format.Write(w, rows, o) })
	}
	if to.format.Binary || to.raw {
		return to.format.Write(out, rows, o)
	}
	clean := term.NewFilter(out)
	defer clean.Close()
	return to.format.Write(clean, rows, o)
}

// export writes the hits of a request: every article, or as many as -n says where it goes to standard output.
func (h *host) export(c *cli.Context, r *reading, req query.Request, to destination) error {
	req.Articles = true
	if to.file != "" && !c.IsSet("n") {
		req.Size = -1
	}
	plan, err := r.Plan(c.Context, req)
	if err != nil {
		return err
	}
	count := 0
	rows := counted(limited(r.All(c.Context, req), req.Size), &count)
	o, err := exportOptions(c, export.Hits, plan)
	if err != nil {
		return err
	}
	h.notes(plan.Notes)
	if c.Bool("q") {
		for _, err := range rows {
			return err
		}
		return errNothing
	}
	if err := to.write(h.out, export.Of(rows), o); err != nil {
		return err
	}
	if to.file != "" {
		h.footer.add("%s: %s", to.file, term.Plural(count, "article"))
		return found(count)
	}
	return h.tellCut(r, plan, count, req.Size)
}

// tellCut says how many articles there are where no more were printed than asked for.
func (h *host) tellCut(r *reading, plan *query.Plan, printed, size int) error {
	if printed == 0 || printed != size {
		return found(printed)
	}
	all, err := r.Engine.Find(r.ctx, plan.Node, query.Window{})
	if err == nil && all.Articles > printed {
		h.footer.add("%s of %s: -n 0 prints all", term.Thousands(printed), term.Plural(all.Articles, "article"))
	}
	return err
}

func exportOptions(c *cli.Context, kind export.Kind, plan *query.Plan) (export.Options, error) {
	o := export.Options{Kind: kind, Excel: c.Bool("excel"), Program: "dateline " + version()}
	if plan != nil {
		o.Query, o.From, o.To = plan.Parsed.String(), plan.From, plan.To
	}
	if s := c.String("columns"); s != "" {
		for _, name := range strings.Split(s, ",") {
			o.Columns = append(o.Columns, strings.TrimSpace(name))
		}
	}
	return o, nil
}

// limited stops after n rows; negative means never.
func limited[T any](rows iter.Seq2[T, error], n int) iter.Seq2[T, error] {
	if n < 0 {
		return rows
	}
	return func(yield func(T, error) bool) {
		left := n
		for r, err := range rows {
			if left == 0 || !yield(r, err) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
}

// counted counts what passes.
func counted[T any](rows iter.Seq2[T, error], n *int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for r, err := range rows {
			if err == nil {
				*n++
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
