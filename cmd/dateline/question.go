package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dateline/corpus"
	"dateline/index/disk"
	"dateline/query"
)

// questionFlags are the flags of every command that asks the index something.
func questionFlags() []cli.Flag {
	return []cli.Flag{
		indexFlag(),
		&cli.StringFlag{Name: "from", Usage: "published on `DATE` or later: 2016, 2016-05, 2016-05-25, \"last month\""},
		&cli.StringFlag{Name: "to", Usage: "published on `DATE` or earlier"},
		&cli.StringFlag{Name: "on", Usage: "published on `DATE`"},
		&cli.StringSliceFlag{Name: "speaker", Usage: "`NAME` is quoted in the article; more than one are alternatives"},
		&cli.StringSliceFlag{Name: "location", Aliases: []string{"place"}, Usage: "filed from `PLACE` or about it; more than one are alternatives"},
		&cli.StringFlag{Name: "dates", Value: "likely", Usage: "how surely inside the dates: `HOW` is sure, likely or any (which takes undated ones)"},
		&cli.BoolFlag{Name: "dmy", Usage: "read 1/5/2016 as 1 May"},
		&cli.BoolFlag{Name: "mdy", Usage: "read 1/5/2016 as 5 January"},
		&cli.BoolFlag{Name: "any", Usage: "read the words as alternatives, without operators; the words of the best articles help to rank the others"},
		&cli.BoolFlag{Name: "explain", Usage: "tell how the question was understood"},
	}
}

// request reads the flags of questionFlags around a query.
func request(c *cli.Context, words string) (query.Request, error) {
	r := query.Request{Query: words, From: c.String("from"), To: c.String("to"), On: c.String("on"),
		Speaker: c.StringSlice("speaker"), Location: c.StringSlice("location"), Any: c.Bool("any")}
	switch c.String("dates") {
	case "likely":
	case "sure":
		r.Dates = query.Sure
	case "any":
		r.Dates = query.AnyOverlap
	default:
		return r, usage("--dates is sure, likely or any, not %q", c.String("dates"))
	}
	if c.Bool("dmy") && c.Bool("mdy") {
		return r, usage("--dmy and --mdy exclude each other")
	}
	if c.Bool("dmy") || c.Bool("mdy") {
		dayFirst := c.Bool("dmy")
		r.DayFirst = &dayFirst
	}
	return r, nil
}

// words are the arguments behind the first skip as one query.
func words(c *cli.Context, skip int) string {
	return strings.Join(c.Args().Slice()[min(skip, c.NArg()):], " ")
}

// A reading is an opened index, and how to ask it.
type reading struct {
	*query.Searcher
	disk     *disk.Reader
	location string
	cache    string // for compiled readers
	ctx      context.Context
	shorts   map[corpus.ID]string // what short gave
}

// garbage is how much may be thrown away, in percent of what is in use, before it is collected. Little is in use while
// articles are read and let go of, so that Go's own 100 spends a fourth of the time on collecting.
const garbage = 200

// read opens the index for a command that asks.
func (h *host) read(c *cli.Context) (*reading, error) {
	if h.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	location, err := h.existing(c)
	if err != nil {
		return nil, err
	}
	now, err := h.now(c)
	if err != nil {
		return nil, err
	}
	aliases, err := readAliases(location)
	if err != nil {
		return nil, err
	}
	r, err := disk.OpenReader(location)
	if err != nil {
		return nil, err
	}
	return &reading{disk: r, location: location, cache: h.cache(), ctx: c.Context, Searcher: &query.Searcher{Engine: r, Aliases: aliases,
		Now: func() time.Time { return now }}}, nil
}

func (r *reading) Close() error { return r.disk.Close() }

// shortest is the id that short ids begin with: fewer digits tell less and save little.
const shortest = 6

// short is the shortest prefix of an id that no other article's begins with.
func (r *reading) short(id corpus.ID) string {
	if s, ok := r.shorts[id]; ok {
		return s
	}
	if r.shorts == nil {
		r.shorts = map[corpus.ID]string{}
	}
	r.shorts[id] = r.shortened(id)
	return r.shorts[id]
}

func (r *reading) shortened(id corpus.ID) string {
	for n := shortest; n < len(id); n += 2 {
		if ids, err := r.Engine.IDs(r.ctx, string(id[:n]), 2); err == nil && len(ids) < 2 {
			return string(id[:n])
		}
	}
	return string(id)
}

// readArticle opens the index for a command whose first word is the id of an article.
func (h *host) readArticle(c *cli.Context) (*reading, *corpus.Article, error) {
	if !c.Args().Present() {
		return nil, nil, usage("%s wants the id of an article, as `dateline query` lists it", c.Command.Name)
	}
	r, err := h.read(c)
	if err != nil {
		return nil, nil, err
	}
	a, err := r.article(c.Args().First())
	if err != nil {
		return nil, nil, errors.Join(err, r.Close())
	}
	return r, a, nil
}

// article finds the one article whose id begins with prefix.
func (r *reading) article(prefix string) (*corpus.Article, error) {
	ids, err := r.Engine.IDs(r.ctx, strings.ToLower(prefix), 2)
	switch {
	case err != nil:
		return nil, err
	case len(ids) == 0:
		return nil, fmt.Errorf("%w %q", errNoArticle, prefix)
	case len(ids) > 1:
		return nil, usage("more than one article has an id that begins with %q: add a letter", prefix)
	}
	articles, err := r.Engine.Articles(r.ctx, ids)
	if err != nil {
		return nil, err
	}
	return articles[0], nil
}
