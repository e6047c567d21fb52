package disk

import (
	"encoding/binary"
	"fmt"
	"strings"

	"dateline/corpus"
	"dateline/corpus/text"
	"dateline/index"
	"dateline/query"

	api "github.com/blevesearch/bleve_index_api"
)

// The stored parts of a document. The dot keeps them apart from the schema's fields.
const (
	articleField   = ".article"   // encodeArticle's bytes
	structureField = ".structure" // query.Structure's bytes
	rowField       = ".row"       // what the column takes over
	printField     = ".print"     // encodePrint's bytes
	entryField     = ".entry"     // of a ledger document: encodeEntry's bytes
	rootField      = ".root"      // of a ledger document: a root's path
	idField        = "_id"        // bleve's own
)

// Ledger documents have ids that no article has: those are hexadecimal.
const (
	entryPrefix = "~file\x00"
	rootPrefix  = "~root\x00"
)

func entryID(root, path string) string { return entryPrefix + root + "\x00" + path }
func rootID(name string) string        { return rootPrefix + name }

// A document is what bleve indexes: fields whose tokens are ready, so that it analyses nothing.
type document struct {
	id     string
	fields []*field
	bytes  int
}

var _ api.Document = (*document)(nil)

func (d *document) ID() string                               { return d.id }
func (d *document) Size() int                                { return d.bytes }
func (d *document) VisitComposite(api.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                       { return false }
func (d *document) NumPlainTextBytes() uint64                { return uint64(d.bytes) }
func (d *document) StoredFieldsBytes() uint64                { return uint64(d.bytes) }
func (d *document) Indexed() bool                            { return true }
func (d *document) AddIDField()                              {} // newDocument did

func (d *document) VisitFields(visit api.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}

// A field is one field of a document, its tokens counted.
type field struct {
	name    string
	options api.FieldIndexingOptions
	value   []byte
	length  int // positions, which is what BM25 takes for the field's length
	tokens  api.TokenFrequencies
}

var _ api.Field = (*field)(nil)

func (f *field) Name() string                                   { return f.name }
func (f *field) Value() []byte                                  { return f.value }
func (f *field) ArrayPositions() []uint64                       { return nil }
func (f *field) EncodedFieldType() byte                         { return 't' }
func (f *field) Analyze()                                       {}
func (f *field) Options() api.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                            { return f.length }
func (f *field) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.tokens }
func (f *field) NumPlainTextBytes() uint64                      { return uint64(len(f.value)) }

func newDocument(id string) *document {
	f := keywordField(idField, []string{id})
	f.options |= api.StoreField
	f.value = []byte(id)
	return &document{id: id, fields: []*field{f}}
}

func (d *document) store(name string, value []byte) {
	d.bytes += len(value)
	d.fields = append(d.fields, &field{name: name, options: api.StoreField, value: value})
}

func (d *document) index(f *field) {
	if len(f.tokens) > 0 {
		d.fields = append(d.fields, f)
	}
}

// articleDocument makes the document of an article: its text by position, its facts as keywords, and all of it stored.
func articleDocument(in index.Document) (d *document, err error) {
	a := in.Article
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("article %s: %v", a.ID, r)
		}
	}()
	if err := checkID(a.ID); err != nil {
		return nil, err
	}
	title, body := text.Read(a.Title.Text, a.Language.Text), text.Read(a.Body, a.Language.Text)
	d = newDocument(string(a.ID))
	d.index(textField("title", title))
	d.index(textField("body", body))
	for _, f := range index.Schema {
		if f.Values == nil {
			continue
		}
		k := keywordField(f.Name, f.Values(a))
		if isShown(f.Name) {
			k.options |= api.DocValues
		}
		d.index(k)
	}
	d.store(rowField, rowOf(a, len(title.Words), len(body.Words)).encode())
	d.store(structureField, query.Outlined(a, title, body).Encode(nil))
	d.store(articleField, encodeArticle(a))
	d.store(printField, encodePrint(in.Print))
	return d, nil
}

// isShown tells the fields whose values are counted: bleve keeps those by document too, for 2 % of the index. Counting
// by the dictionary took 333 ms for the speakers of 4,000 articles among 92,000, since it reads every value there is.
func isShown(field string) bool {
	return !strings.HasSuffix(field, ".key") && field != "path" && field != "url" && field != "point"
}

func checkID(id corpus.ID) error {
	if len(id) != 2*idLen || strings.Trim(string(id), "0123456789abcdef") != "" {
		return fmt.Errorf("article id %q is not 32 hexadecimal digits", id)
	}
	return nil
}

// maxTerm is the longest keyword in bytes; a longer one is of no use to anybody and costs everybody.
const maxTerm = 1024

// keywordField makes each value one token.
func keywordField(name string, values []string) *field {
	f := &field{name: name, options: api.IndexField, tokens: make(api.TokenFrequencies, len(values))}
	for _, v := range values {
		if v == "" {
			continue
		}
		if len(v) > maxTerm && name != idField {
			v = strings.ToValidUTF8(v[:maxTerm], "")
		}
		if f.tokens[v] == nil {
			t := &api.TokenFreq{Term: []byte(v)}
			t.SetFrequency(1)
			f.tokens[v] = t
			f.length = 1
		}
	}
	return f
}

// textField makes a token of every term of every word, at the word's position. It keeps no byte offsets: marks are
// found in the stored text.
func textField(name string, t *text.Text) *field {
	f := &field{name: name, options: api.IndexField | api.IncludeTermVectors, length: len(t.Words)}
	occurrences := make(map[string][]int32, len(t.Words)/2+8)
	total := 0
	var terms []string
	for i := range t.Words {
		terms = t.Terms(terms[:0], i)
		for _, term := range terms {
			occurrences[term] = append(occurrences[term], int32(i))
			total++
		}
	}
	f.tokens = make(api.TokenFrequencies, len(occurrences))
	frequencies := make([]api.TokenFreq, len(occurrences))
	locations := make([]api.TokenLocation, total)
	pointers := make([]*api.TokenLocation, 0, total)
	k := 0
	for term, at := range occurrences {
		from := len(pointers)
		for _, pos := range at {
			l := &locations[len(pointers)]
			l.Position = int(pos) + 1 // bleve counts from 1
			pointers = append(pointers, l)
		}
		frequencies[k] = api.TokenFreq{Term: []byte(term), Locations: pointers[from:len(pointers):len(pointers)]}
		frequencies[k].SetFrequency(len(at))
		f.tokens[term] = &frequencies[k]
		k++
	}
	return f
}

// encodePrint writes a print without its ID, which is the document's.
func encodePrint(p index.Print) []byte {
	b := binary.LittleEndian.AppendUint64(nil, uint64(p.Earliest))
	b = binary.LittleEndian.AppendUint32(b, uint32(p.Words))
	b = binary.LittleEndian.AppendUint64(b, p.Exact)
	for _, v := range p.Sketch {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}

func decodePrint(id corpus.ID, b []byte) (index.Print, error) {
	p := index.Print{ID: id}
	if len(b) != 20+2*len(p.Sketch) {
		return p, fmt.Errorf("stored print of %s: %d bytes", id, len(b))
	}
	p.Earliest = int64(binary.LittleEndian.Uint64(b))
	p.Words = int32(binary.LittleEndian.Uint32(b[8:]))
	p.Exact = binary.LittleEndian.Uint64(b[12:])
	for i := range p.Sketch {
		p.Sketch[i] = binary.LittleEndian.Uint16(b[20+2*i:])
	}
	return p, nil
}

// entryDocument makes the ledger's document of a file: nothing of it is searched but its id.
func entryDocument(e index.Entry) *document {
	d := newDocument(entryID(e.File.Root, e.File.Path))
	c := &coder{}
	c.entry(&e)
	d.store(entryField, c.b)
	return d
}

func rootDocument(r index.Root) *document {
	d := newDocument(rootID(r.Name))
	d.store(rootField, []byte(r.Path))
	return d
}

// entry leaves out root and path, which the document's id tells.
func (c *coder) entry(e *index.Entry) {
	c.int64(&e.File.Size)
	c.int64(&e.File.ModTime)
	str(c, &e.File.Hash)
	list(c, &e.Records, func(r *index.Record) {
		str(c, &r.ID)
		str(c, &r.Sum)
	})
	list(c, &e.Skipped, func(s *index.Skip) {
		str(c, &s.Path)
		str(c, &s.Reason)
	})
}

func decodeEntry(key string, b []byte) (index.Entry, error) {
	var e index.Entry
	root, path, ok := strings.Cut(strings.TrimPrefix(key, entryPrefix), "\x00")
	c := &coder{b: b, reading: true}
	c.entry(&e)
	if !ok || c.bad || len(c.b) > 0 {
		return e, fmt.Errorf("%w: ledger entry of %q", ErrDamaged, key)
	}
	e.File.Root, e.File.Path = root, path
	return e, nil
}
