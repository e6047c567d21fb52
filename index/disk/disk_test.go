package disk

import (
	"context"
	"errors"
	"os"
	"reflect"
	"testing"

	"dateline/corpus"
	"dateline/index"
	"dateline/query"
)

func TestWriteAndRead(t *testing.T) {
	dir, w := fill(t, 1, 300, 70)
	r := openReader(t, dir)
	if found := find(t, r, query.All{}, query.Window{Size: -1}); found.Articles != 300 || len(found.Hits) != 300 || found.Stories != 300 {
		t.Fatalf("all: %d articles, %d hits, %d stories", found.Articles, len(found.Hits), found.Stories)
	}
	articles, err := r.Articles(context.Background(), []corpus.ID{sampleID(7), "none", sampleID(150)})
	if err != nil {
		t.Fatal(err)
	}
	want := sample(1, 150)
	want.Story = corpus.Story(want.ID)
	if articles[1] != nil || !reflect.DeepEqual(articles[2], want) {
		t.Errorf("article 150 came back as %+v", articles[2])
	}

	// What is applied is seen from the next publication on, by who opens then.
	changed := sample(1, 7)
	changed.Title.Text = "Zanzibar"
	apply(t, w, index.Batch{Put: []index.Document{{Article: changed, Print: index.PrintOf(changed)}}, Delete: []corpus.ID{sampleID(8)}})
	if found := find(t, openReader(t, dir), word("zanzibar"), query.Window{}); found.Articles != 0 {
		t.Error("an article that was not published was found")
	}
	publish(t, w, index.Stories{})
	r = openReader(t, dir)
	if found := find(t, r, word("zanzibar"), query.Window{Size: 10}); found.Articles != 1 || found.Hits[0].ID != sampleID(7) {
		t.Errorf("zanzibar: %+v", found)
	}
	if found := find(t, r, query.All{}, query.Window{}); found.Articles != 299 {
		t.Errorf("%d articles after one was replaced and one deleted", found.Articles)
	}
	st, err := r.Stats(context.Background())
	if err != nil || st.Articles != 299 || st.First != "2016-01-01" || st.Terms["body"] == 0 {
		t.Errorf("statistics: %+v, %v", st, err)
	}
}

func TestLedger(t *testing.T) {
	_, w := fill(t, 1, 50, 20)
	ctx := context.Background()
	e, ok, err := w.Entry(ctx, "sample", "7.txt")
	if err != nil || !ok || e.Records[0].ID != sampleID(7) || e.File.ModTime != 7 {
		t.Fatalf("entry of 7.txt: %+v %v %v", e, ok, err)
	}
	gone := index.FileKey{Root: "sample", Path: "7.txt"}
	other := index.Entry{File: corpus.File{Root: "sample-2", Path: "a\xff.txt", Size: 3, Hash: "h"}, Skipped: []index.Skip{{Path: "p", Reason: "r"}}}
	apply(t, w, index.Batch{Forget: []index.FileKey{gone}, Entries: []index.Entry{other}, Roots: []index.Root{{Name: "b", Path: "/b"}, {Name: "a", Path: "/a"}}})
	if _, ok, _ := w.Entry(ctx, "sample", "7.txt"); ok {
		t.Error("a forgotten entry is still there")
	}
	n := 0
	for e, err := range w.Entries(ctx, "sample") {
		if err != nil || e.File.Root != "sample" {
			t.Fatalf("%+v %v", e, err)
		}
		n++
	}
	if n != 49 {
		t.Errorf("%d entries of the root instead of 49", n)
	}
	if e, ok, err := w.Entry(ctx, other.File.Root, other.File.Path); err != nil || !ok || !reflect.DeepEqual(e, other) {
		t.Errorf("entry came back as %+v %v %v", e, ok, err)
	}
	roots, err := w.Roots(ctx)
	if err != nil || !reflect.DeepEqual(roots, []index.Root{{Name: "a", Path: "/a"}, {Name: "b", Path: "/b"}}) {
		t.Errorf("roots: %v %v", roots, err)
	}
	prints := map[corpus.ID]index.Print{}
	for p, err := range w.Prints(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		prints[p.ID] = p
	}
	if len(prints) != 50 || prints[sampleID(9)] != index.PrintOf(sample(1, 9)) {
		t.Errorf("%d prints; that of 9: %+v", len(prints), prints[sampleID(9)])
	}
}

func TestStories(t *testing.T) {
	dir, w := fill(t, 1, 40, 15)
	ctx := context.Background()
	stories := index.Stories{
		Groups: []index.Group{{sampleID(5), sampleID(6), sampleID(30)}, {sampleID(31), sampleID(10)}, {sampleID(99), sampleID(12)}},
		Alike:  [][2]corpus.ID{{sampleID(5), sampleID(6)}},
		Digest: 12345,
	}
	publish(t, w, stories)
	if got, err := w.Stories(ctx); err != nil || !reflect.DeepEqual(got, stories) {
		t.Errorf("stories came back as %+v, %v", got, err)
	}
	r := openReader(t, dir)
	found := find(t, r, query.All{}, query.Window{Size: -1, Stories: true, Sort: query.ByNewest})
	if found.Articles != 40 || found.Stories != 37 || len(found.Hits) != 37 {
		t.Fatalf("%d articles, %d stories, %d hits", found.Articles, found.Stories, len(found.Hits))
	}
	story := stories.Groups[0].ID()
	lead := false
	for _, h := range found.Hits {
		if h.ID == sampleID(6) || h.ID == sampleID(30) {
			t.Error("a copy was shown although its lead was found")
		}
		if h.ID == sampleID(5) {
			lead = h.Story == story && h.Copies == 3
		}
	}
	if !lead {
		t.Error("the lead does not stand for its three copies")
	}
	members, err := r.Members(ctx, story)
	if err != nil || !reflect.DeepEqual(members, []corpus.ID{sampleID(5), sampleID(6), sampleID(30)}) {
		t.Errorf("members: %v %v", members, err)
	}
	if members, _ := r.Members(ctx, corpus.Story(sampleID(12))); len(members) != 1 {
		t.Errorf("members of a story of one: %v", members)
	}

	// Under a filter that the lead does not pass, the first copy that does is shown.
	only := query.Or{Nodes: []query.Node{query.Value{Field: "id", Text: string(sampleID(30))}, query.Value{Field: "id", Text: string(sampleID(6))}}}
	found = find(t, r, only, query.Window{Size: 5, Stories: true})
	if len(found.Hits) != 1 || found.Hits[0].ID != sampleID(6) || found.Hits[0].Copies != 2 || found.Stories != 1 {
		t.Errorf("under a filter: %+v", found)
	}
	paths, err := r.Facet(ctx, query.All{}, "path") // not kept by document
	if err != nil || len(paths) != 40 || paths[0].Value != "sample/0.txt" || paths[0].Articles != 1 || paths[0].Stories != 1 {
		t.Errorf("paths: %v %v", paths, err)
	}
	counts, err := r.Facet(ctx, query.All{}, "outlet")
	if err != nil {
		t.Fatal(err)
	}
	if len(counts) != 7 {
		t.Errorf("outlets: %v", counts)
	}
	for _, c := range counts {
		if c.Value == "Outlet 5" && (c.Articles != 5 || c.Stories != 5) || c.Value == "Outlet 3" && (c.Articles != 6 || c.Stories != 5) {
			t.Errorf("facet: %+v", c)
		}
	}
}

func TestNoIndex(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, dir + "/missing"} {
		if _, err := OpenReader(path); !errors.Is(err, ErrNoIndex) {
			t.Errorf("reader of %s: %v", path, err)
		}
		if _, err := OpenWriter(path, Options{}); !errors.Is(err, ErrNoIndex) {
			t.Errorf("writer of %s: %v", path, err)
		}
	}
	if err := os.WriteFile(dir+"/something", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Create(dir); err == nil {
		t.Error("an index was made in a folder that is not empty")
	}
}
