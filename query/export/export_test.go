package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"dateline/corpus"
	"dateline/query"
)

var rewrite = flag.Bool("rewrite", false, "write the goldens anew")

// sample is three articles with everything that a format can trip over.
func sample() []query.Hit {
	day := time.Date(2016, 5, 25, 0, 0, 0, 0, time.UTC)
	zone := time.FixedZone("", -5*3600)
	at := time.Date(2019, 10, 17, 23, 30, 0, 0, zone)
	body := "RAQQA — «Воды хватит до полудня», said Hannah van der Okafor. =cmd|'/C calc'!A0"
	first := &corpus.Article{
		ID: "0123456789abcdef0123456789abcdef", Story: "0123456789abcdef0123456789abcdef", Part: corpus.PartText,
		Title: corpus.Value{Text: "=SUM(A1) & <b>water</b> for “Raqqa” {50 %_#}"}, Body: body,
		Kept:      []corpus.Piece{{Text: 10, Body: 0, Len: len(body)}},
		Published: corpus.Date{Earliest: day, Latest: day.Add(24*time.Hour - 1), Precision: corpus.Day, Evidence: corpus.Evidence{Rule: "date/dateline", Trust: .9}},
		Filed:     []corpus.Place{{Text: "RAQQA", Name: "Raqqa", Country: "SY", Kind: corpus.City, GeoNameID: 172955, Lat: 35.95, Lon: 39.01, Evidence: corpus.Evidence{Span: corpus.Span{Part: "text", Start: 10, End: 15}}}},
		Author:    []corpus.Value{{Text: "Judith Amsel"}, {Text: "Samplewire"}},
		Outlet:    corpus.Value{Text: "The Sample Courier"}, URL: corpus.Value{Text: "javascript:alert(1)"},
		Source: corpus.Source{Path: "wire/raqqa.txt", SHA256: "ff00"},
	}
	start := strings.Index(body, "«") + len("«")
	end := strings.Index(body, "»")
	first.Quotes = []corpus.Quote{{Words: []corpus.Span{{Part: "text", Start: start + 10, End: end + 10}}, Kind: corpus.Direct,
		Speaker:  corpus.Person{Text: "Hannah van der Okafor", Canonical: "Hannah van der Okafor", Role: "coordinator", Kind: corpus.Individual},
		Evidence: corpus.Evidence{Trust: .8}}}
	second := &corpus.Article{ID: "1123456789abcdef0123456789abcdef", Part: corpus.PartBody,
		Title: corpus.Value{Text: "مكتبة في الرقة"}, Body: "قالت ليلى منصور\x1b[31m إن المكتبة",
		Published: corpus.Date{Earliest: at, Latest: at, Precision: corpus.Instant}, Source: corpus.Source{Path: "a\tb.html"},
		Places: []corpus.Place{{Text: "Georgia", Name: "Georgia", Country: "GE", Kind: corpus.Country, Lat: 42, Lon: 43.5, Ambiguous: true}, {Text: "Nowhere", Name: "Nowhere"}}}
	third := &corpus.Article{ID: "2123456789abcdef0123456789abcdef", Part: corpus.PartText, Source: corpus.Source{Path: "-1.txt"},
		Published: corpus.Date{Earliest: time.Date(2021, 11, 1, 0, 0, 0, 0, time.UTC), Latest: time.Date(2021, 11, 30, 0, 0, 0, 0, time.UTC), Precision: corpus.Month}}
	return []query.Hit{
		{Rank: 1, Score: 3.25, Copies: 2, Article: first,
			Snippets: []query.Snippet{{Runs: []query.Run{{Text: "RAQQA", Hit: true}, {Text: " — «Воды\nхватит»"}}}},
			Marks:    []query.Mark{{Part: corpus.PartBody, Start: 0, End: 5}}},
		{Rank: 2, Copies: 1, Article: second},
		{Rank: 3, Copies: 1, Article: third},
	}
}

func rowsOf(hits []query.Hit) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, h := range hits {
			if !yield(Row{Hit: h}, nil) {
				return
			}
		}
	}
}

func write(t *testing.T, f Format, hits []query.Hit, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, rowsOf(hits), o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

func TestGoldens(t *testing.T) {
	for _, f := range Formats() {
		if f.Binary {
			continue
		}
		got := write(t, f, sample(), Options{Query: `raqqa "water"`})
		golden := filepath.Join("testdata", "sample"+f.Ext)
		if *rewrite {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), string(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
}

func TestTheSameHitsGiveTheSameBytes(t *testing.T) {
	for _, f := range Formats() {
		if !bytes.Equal(write(t, f, sample(), Options{}), write(t, f, sample(), Options{})) {
			t.Errorf("%s differs when repeated", f.Name)
		}
	}
}

func TestNothingIsWrittenOfNothing(t *testing.T) {
	for _, f := range Formats() {
		got := write(t, f, nil, Options{})
		if (f.Name == "json" || f.Name == "csl" || f.Name == "geojson") && !json.Valid(got) {
			t.Errorf("%s of no hits is not valid: %q", f.Name, got)
		}
	}
}

func TestAnErrorInTheRowsEndsTheExport(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, f := range Formats() {
		err := f.Write(io.Discard, func(yield func(Row, error) bool) { yield(Row{}, broken) }, Options{})
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// TestTables reads the tables back, CSV by encoding/csv and XLSX by the library's own reader, and wants each cell.
func TestTables(t *testing.T) {
	f, _ := For("hits.csv")
	columns := []string{"rank", "date", "title", "path", "quote"}
	got := write(t, f, sample(), Options{Columns: columns, Excel: true})
	if !bytes.HasPrefix(got, []byte("\ufeff")) {
		t.Error("no byte order mark with Excel")
	}
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(got, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{columns,
		{"1", "2016-05-25", "'=SUM(A1) & <b>water</b> for “Raqqa” {50 %_#}", "wire/raqqa.txt", ""},
		{"2", "2019-10-17", "مكتبة في الرقة", "a\tb.html", ""},
		{"3", "2021-11", "", "'-1.txt", ""}}
	if d := cmp.Diff(want, records); d != "" {
		t.Errorf("csv (-want +got):\n%s", d)
	}
	if _, err := choose([]string{"colour"}); err == nil {
		t.Error("an unknown column is no error")
	}
}

func TestWorkbook(t *testing.T) {
	f, _ := For("hits.xlsx")
	got := write(t, f, sample(), Options{Query: "raqqa"})
	book, err := excelize.OpenReader(bytes.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if d := cmp.Diff([]string{"hits", "quotes", "about this export"}, book.GetSheetList()); d != "" {
		t.Errorf("sheets (-want +got):\n%s", d)
	}
	for _, c := range []struct{ sheet, cell, want string }{
		{"hits", "C2", "05-25-16"}, {"hits", "C4", "2021-11"}, {"hits", "D3", "مكتبة في الرقة"},
		{"quotes", "D2", "Воды хватит до полудня"}, {"about this export", "B1", "raqqa"}, {"about this export", "B4", "3"},
	} {
		if v, err := book.GetCellValue(c.sheet, c.cell); err != nil || v != c.want {
			t.Errorf("%s %s = %q, %v, want %q", c.sheet, c.cell, v, err, c.want)
		}
	}
	if formula, err := book.GetCellFormula("hits", "D2"); err != nil || formula != "" {
		t.Errorf("a title became the formula %q, %v", formula, err)
	}
	parts, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	if err != nil || parts.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the first part is not the list of types: %v", err)
	}
}

func TestQuotesStandVerbatimAtTheirOffsets(t *testing.T) {
	h := sample()[0]
	q := &h.Article.Quotes[0]
	r := Row{Hit: h, Quote: q, Words: Excerpt(h.Article, q.Content())}
	text := strings.Repeat("x", 10) + h.Article.Body
	if s := r.span(); text[s.Start:s.End] != "Воды хватит до полудня" || r.Words != text[s.Start:s.End] {
		t.Errorf("row says %q at %v", r.Words, s)
	}
}

func TestDefuse(t *testing.T) {
	for in, want := range map[string]string{"": "", "a=b": "a=b", "=1": "'=1", "+1": "'+1", "@x": "'@x", "\tx": "'\tx",
		"-cmd": "'-cmd", "-12.5": "-12.5", "-": "'-", "- said": "'- said"} {
		if got := defuse(in); got != want {
			t.Errorf("defuse(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFamilyName(t *testing.T) {
	for in, want := range map[string][2]string{
		"Judith Amsel": {"Amsel", "Judith"}, "Hannah van der Okafor": {"van der Okafor", "Hannah"},
		"Samplewire": {"Samplewire", ""}, "Ali al Hadi": {"al Hadi", "Ali"}, "De Vries": {"Vries", "De"}} {
		if family, given := familyName(in); want != [2]string{family, given} {
			t.Errorf("familyName(%q) = %q, %q, want %q", in, family, given, want)
		}
	}
}

func TestSaveKeepsTheOldFileOnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hits.csv")
	save := func(content string, err error) error {
		return Save(path, func(w io.Writer) error { fmt.Fprint(w, content); return err })
	}
	if err := save("whole", nil); err != nil {
		t.Fatal(err)
	}
	if err := save("half", io.ErrUnexpectedEOF); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("error is %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "whole" {
		t.Errorf("the file holds %q", got)
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("%d files left", len(left))
	}
}

func TestEncodeHidesNothing(t *testing.T) {
	line, err := Encode("a\u202eb\u009bc\u2028\U000e0041é\x1b")
	if err != nil {
		t.Fatal(err)
	}
	if want := `"a\u202eb\u009bc\u2028\udb40\udc41é\u001b"` + "\n"; string(line) != want {
		t.Errorf("%s, want %s", line, want)
	}
	var back string
	if err := json.Unmarshal(line, &back); err != nil || !strings.Contains(back, "\U000e0041") {
		t.Errorf("%q, %v", back, err)
	}
}

func TestForTakesTheLongestEnding(t *testing.T) {
	for path, want := range map[string]string{"a.csl.json": "csl", "a.JSON": "json", "a.geojson": "geojson", "a.bib": "bibtex"} {
		if f, ok := For(path); !ok || f.Name != want {
			t.Errorf("For(%q) = %q", path, f.Name)
		}
	}
	if _, ok := For("a.docx"); ok {
		t.Error("docx is no format")
	}
	if names := len(slices.Collect(slices.Values(Formats()))); names != 11 {
		t.Errorf("%d formats", names)
	}
}

// FuzzCell: no cell of a CSV opens as a formula, whatever an article says, and it reads back.
func FuzzCell(f *testing.F) {
	f.Add("=cmd|'/C calc'!A0")
	f.Add("\"\r\n=1,2")
	csvFormat, _ := Named("csv")
	f.Fuzz(func(t *testing.T, title string) {
		h := query.Hit{Article: &corpus.Article{Title: corpus.Value{Text: title}}}
		var b bytes.Buffer
		if err := csvFormat.Write(&b, rowsOf([]query.Hit{h}), Options{Columns: []string{"title"}}); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(records) > 2 {
			t.Fatalf("%q: %v %q", title, err, records)
		}
		if len(records) == 2 {
			cell := records[1][0]
			if number := strings.Trim(cell, "-0123456789.") == ""; cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !number {
				t.Errorf("%q opens as a formula", cell)
			}
		}
	})
}

// Of a page the offsets count in the body; what it leaves out is named apart.
func TestShown(t *testing.T) {
	a := &corpus.Article{Part: corpus.PartBody, Body: "One.\nThree.", Kept: []corpus.Piece{{Text: 0, Body: 0, Len: 5}, {Text: 15, Body: 5, Len: 6}}}
	for in, want := range map[[2]int]corpus.Span{
		{0, 4}:   {Part: corpus.PartBody, Start: 0, End: 4},
		{15, 20}: {Part: corpus.PartBody, Start: 5, End: 10},
		{1, 17}:  {Part: corpus.PartBody, Start: 1, End: 7},
		{6, 12}:  {Part: corpus.PartText, Start: 6, End: 12},
	} {
		if got := Shown(a, corpus.Span{Part: corpus.PartBody, Start: in[0], End: in[1]}); got != want {
			t.Errorf("%v: %v, not %v", in, got, want)
		}
	}
	a.Part = corpus.PartText
	if s := (corpus.Span{Part: corpus.PartText, Start: 15, End: 20}); Shown(a, s) != s {
		t.Error("of plain text the offsets count in the text")
	}
}

// BibLaTeX knows languages by babel's names, and is told of no other.
func TestBibLanguages(t *testing.T) {
	for language, want := range map[string]string{"en-GB": "langid = {english}", "ru": "langid = {russian}", "ug": "", "": ""} {
		entry := bibEntry(&Row{Hit: query.Hit{Article: &corpus.Article{Language: corpus.Value{Text: language}}}})
		if !strings.Contains(entry, want) || want == "" && strings.Contains(entry, "langid") {
			t.Errorf("%q: no %q in %s", language, want, entry)
		}
	}
}
