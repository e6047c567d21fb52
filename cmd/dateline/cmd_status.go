package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dateline/cmd/internal/term"
	"dateline/query"
)

func init() { register(statusCommand) }

func statusCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "status", Category: "Keep",
		Usage: "what the index holds",
		Flags: []cli.Flag{
			indexFlag(),
			&cli.BoolFlag{Name: "skipped", Usage: "list every file that could not be read, with the reason"},
			jsonFlag(),
		},
		Action: func(c *cli.Context) error { return h.status(c) },
	}
}

func (h *host) status(c *cli.Context) error {
	r, err := h.read(c)
	if err != nil {
		return err
	}
	defer r.Close()
	if c.Bool("skipped") {
		return h.listSkipped(c, r)
	}
	stats, err := r.Engine.Stats(c.Context)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return h.encode(struct {
			Schema string `json:"schema"`
			query.Stats
		}{"dateline/status/1", stats})
	}
	look, err := h.look(c)
	if err != nil {
		return err
	}
	roots, err := r.disk.Roots(c.Context)
	if err != nil {
		return err
	}
	facts := statusFacts(r.location, stats)
	for _, root := range roots {
		facts = append(facts, [2]string{"indexed", root.Path + " (" + root.Name + ")"})
	}
	delete(stats.Details, "folder") // said above
	for _, key := range slices.Sorted(maps.Keys(stats.Details)) {
		facts = append(facts, [2]string{key, stats.Details[key]})
	}
	look.Facts(facts)
	return nil
}

func statusFacts(location string, s query.Stats) [][2]string {
	var languages []string
	slices.SortStableFunc(s.Languages, func(a, b query.Count) int { return b.Articles - a.Articles })
	for _, l := range s.Languages {
		languages = append(languages, l.Value+" "+term.Thousands(l.Articles))
	}
	dates := s.First + " to " + s.Last
	switch {
	case s.Articles == 0:
		dates = "none"
	case s.First == "":
		dates = "all undated"
	}
	terms := 0
	for _, n := range s.Terms {
		terms += n
	}
	return [][2]string{
		{"index", location},
		{"articles", term.Thousands(s.Articles)},
		{"stories", term.Thousands(s.Stories)},
		{"undated", term.Thousands(s.Undated)},
		{"dates", dates},
		{"languages", strings.Join(languages, ", ")},
		{"terms", term.Thousands(terms)},
		{"size", term.Bytes(s.Bytes)},
	}
}

// listSkipped lists what the last look at each file could not read.
func (h *host) listSkipped(c *cli.Context, r *reading) error {
	look, err := h.look(c)
	if err != nil {
		return err
	}
	roots, err := r.disk.Roots(c.Context)
	if err != nil {
		return err
	}
	n := 0
	for _, root := range roots {
		for e, err := range r.disk.Entries(c.Context, root.Name) {
			if err != nil {
				return err
			}
			for _, skip := range e.Skipped {
				n++
				look.Facts([][2]string{{root.Name + "/" + skip.Path, skip.Reason}})
			}
		}
	}
	h.footer.add("%s", term.Plural(n, "file")+" skipped")
	return nil
}
