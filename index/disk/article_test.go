package disk

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"dateline/corpus"
)

// fillIn gives every field of a value something that no other has, so that none can be forgotten in storing.
func fillIn(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("value %d", *n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n) * -7)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n) / 8)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillIn(v.Index(i), n)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(1066, 10, 14, 9, *n, 0, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			fillIn(v.Field(i), n)
		}
	default:
		panic("a kind of field that is not stored yet: " + v.Kind().String())
	}
}

func TestArticleIsStoredWhole(t *testing.T) {
	var a corpus.Article
	n := 0
	fillIn(reflect.ValueOf(&a).Elem(), &n)
	got, err := decodeArticle(encodeArticle(&a))
	if err != nil {
		t.Fatal(err)
	}
	a.Story = "" // the generation tells it
	if !reflect.DeepEqual(got, &a) {
		t.Errorf("stored %+v\nread %+v", &a, got)
	}
}

func TestZoneIsStored(t *testing.T) {
	at := time.Date(2024, 3, 5, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	a := &corpus.Article{Published: corpus.Date{Earliest: at, Latest: at, Precision: corpus.Instant}}
	got, err := decodeArticle(encodeArticle(a))
	if err != nil {
		t.Fatal(err)
	}
	if day, _ := got.Published.Days(); day != "2024-03-05" || !got.Published.Earliest.Equal(at) {
		t.Errorf("%v came back as %v", at, got.Published.Earliest)
	}
	if r := rowOf(a, 0, 0); r.first != r.last || dayName(r.first) != "2024-03-05" {
		t.Errorf("its day is %s", dayName(r.first))
	}
}

func FuzzDecodeArticle(f *testing.F) {
	f.Add(encodeArticle(sample(1, 3)))
	f.Fuzz(func(t *testing.T, b []byte) {
		c := &coder{b: b, reading: true}
		var a corpus.Article
		c.article(&a)
		if _, err := decodeArticle(b); err == nil && len(b) == 0 {
			t.Error("an article was made of nothing")
		}
	})
}
