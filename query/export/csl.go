package export

import (
	"io"
	"iter"
	"strconv"
	"strings"

	"dateline/corpus"
)

func init() {
	register(Format{Name: "csl", Ext: ".csl.json", Type: "application/vnd.citationstyles.csl+json", Write: writeCSL})
}

// The item of CSL-JSON 1.0.2 that an article becomes.
type (
	cslItem struct {
		ID        string    `json:"id"`
		Type      string    `json:"type"`
		Title     string    `json:"title,omitempty"`
		Author    []cslName `json:"author,omitempty"`
		Container string    `json:"container-title,omitempty"`
		Issued    *cslDate  `json:"issued,omitempty"`
		Place     string    `json:"publisher-place,omitempty"`
		Language  string    `json:"language,omitempty"`
		URL       string    `json:"URL,omitempty"`
		Abstract  string    `json:"abstract,omitempty"`
	}
	cslName struct {
		Family  string `json:"family,omitempty"`
		Given   string `json:"given,omitempty"`
		Literal string `json:"literal,omitempty"`
	}
	cslDate struct {
		Parts [][]int `json:"date-parts"`
	}
)

func writeCSL(w io.Writer, rows iter.Seq2[Row, error], o Options) error {
	between := "[\n"
	for r, err := range articles(rows, o) {
		if err != nil {
			return err
		}
		line, err := Encode(cslOf(&r))
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, between+strings.TrimSuffix(string(line), "\n")); err != nil {
			return err
		}
		between = ",\n"
	}
	end := "\n]\n"
	if between == "[\n" {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

func cslOf(r *Row) cslItem {
	a := r.Article
	item := cslItem{ID: string(a.ID), Type: "article-newspaper", Title: heading(a), Container: publisher(a),
		Issued: cslIssued(a.Published), Place: list(placeNames(a.Filed)), Language: a.Language.Text, URL: webLink(a),
		Abstract: risAbstract(r)}
	for _, author := range a.Author {
		family, given := familyName(author.Text)
		if given == "" {
			item.Author = append(item.Author, cslName{Literal: family})
			continue
		}
		item.Author = append(item.Author, cslName{Family: family, Given: given})
	}
	return item
}

// cslIssued writes a date or both ends of an interval, each as long as it is known.
func cslIssued(d corpus.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	var parts [][]int
	for _, end := range strings.Split(Published(d), "/") {
		var numbers []int
		for _, n := range strings.Split(end, "-") {
			i, _ := strconv.Atoi(n)
			numbers = append(numbers, i)
		}
		parts = append(parts, numbers)
	}
	return &cslDate{parts}
}
