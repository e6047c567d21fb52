// Package corpus holds the words that every room of dateline uses: article, draft, span, evidence, date, place, person,
// quote, source and event. It does no work and imports nothing of dateline's.
package corpus

// An ID names one printing of an article. It is made from the place the text was read from, so reading a file twice
// replaces articles instead of adding copies of them. It is 32 lower-case hexadecimal digits.
type ID string

// A Story names a group of near-copies of one text. Its value is the smallest ID among its members.
type Story string

// A Draft is one record as its file states it, decoded to UTF-8, before anything is understood.
type Draft struct {
	Source Source
	Key    string // the record's own id, "" where it has none
	Title  string // as the format states it, "" where it must be sought in Text
	Text   string // valid UTF-8; the whole record, or the main text of a format with markup
	Part   Part   // what offsets into Text are called: PartText, or PartBody for formats with markup
	// Meta holds what the format states beside the text, under the Meta… keys or the format's own names. Its values
	// can be evidence: their spans are of Part MetaPart(key).
	Meta map[string]string
}

// The keys of Draft.Meta that mean the same in every format.
const (
	MetaDate     = "date"     // when it was published, as written
	MetaAuthor   = "author"   // who wrote it, as written
	MetaURL      = "url"      // where it was published
	MetaOutlet   = "outlet"   // who published it
	MetaLanguage = "language" // a BCP 47 tag
	MetaSection  = "section"  // the outlet's own heading for it
	MetaWire     = "wire"     // the agency it comes from
	MetaCrawled  = "crawled"  // when it was fetched: the only time that may refuse a date
	MetaPage     = "page"     // all visible text of a page, template included
	MetaTags     = "tags"     // the outlet's key words, one a line
)

// An Article is a draft understood. Spans of its facts count in Part, unless they say otherwise; Kept maps them to
// Body.
type Article struct {
	ID        ID
	Key       string // the record's own id, "" where it has none
	Story     Story
	Title     Value
	Body      string  // what is left of the text once title, header lines and template residue are gone
	Part      Part    // PartText or PartBody: what the draft's text is called
	Kept      []Piece // the pieces of the draft's text that Body is made of, in order
	Published Date
	Filed     []Place // the places of the dateline, in its order
	Places    []Place // the places named in title and body, in order, the dateline's excepted
	People    []Person
	Quotes    []Quote
	Author    []Value
	Outlet    Value
	Wire      Value
	Language  Value // a BCP 47 tag: "en"
	URL       Value
	Section   Value
	Tags      []string
	Source    Source
}

// A Value is an extracted piece of text with the reason to believe it. Its zero value says that none was found.
type Value struct {
	Text string
	Evidence
}

// A Source says where a record was read.
type Source struct {
	Root    string   // the indexed root's name, unique in the ledger
	Path    string   // slash-separated, below the root; members of containers follow a "!": "2021.zip!03/a.txt"
	Record  string   // the record's own key in the file, or "#" and its number; "" where the file is one record
	Format  string   // the name of the format that decoded it: "html"
	Charset string   // the character set it was decoded from: "windows-1251"
	SHA256  string   // of the record's raw bytes, hexadecimal
	Bytes   int64    // length of the record's raw bytes
	Notes   []string // what was mended or cut: "cut at 2 MB"
}

// Stdin is the name of standard input: of its root, which no folder's has, and of the only file in it. What was read
// from it once is no newer state of what was read before.
const Stdin = "-"

// A File is one file on disk, as the ledger knows it.
type File struct {
	Root    string // the indexed root's name
	Path    string // slash-separated, below the root
	Size    int64  // bytes
	ModTime int64  // nanoseconds since 1970
	Hash    string // xxh64 of its bytes, hexadecimal; "" until it was read
}

// An Event is one step of reading a tree of files. Every file ends in exactly one event with Done set; before it come
// its articles and the records that could not be read.
type Event struct {
	File      File
	Article   *Article // an article read from File, or nil
	Err       error    // why a record or, with Done, the file could not be read (whole)
	Unchanged bool     // with Done: the file is as the ledger knows it and was not read
	Done      bool
}
