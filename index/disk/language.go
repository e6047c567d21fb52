package disk

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dateline/query"
)

const languageField = "language"

// sets are the documents of one segment that are in any of several sets; nil is all of them.
type sets []set

func (ss sets) has(doc uint32) bool {
	return ss == nil || slices.ContainsFunc(ss, func(s set) bool { return s.has(doc) })
}

// writtenIn gives the documents of a segment that are in any of some languages; for no languages all.
func (r *Reader) writtenIn(part int, languages []string) (sets, error) {
	if len(languages) == 0 {
		return nil, nil
	}
	tongues, err := r.tongues()
	if err != nil {
		return nil, err
	}
	in := sets{}
	for _, l := range languages {
		if s, ok := tongues[part][l]; ok {
			in = append(in, s)
		}
	}
	return in, nil
}

// readTongues sorts the documents of every segment by language: those whose language nothing tells are under "".
func (r *Reader) readTongues() ([]map[string]set, error) {
	tongues := make([]map[string]set, len(r.parts))
	s := r.search(context.Background())
	for i, p := range r.parts {
		told := newSet(p.column.n)
		tongues[i] = map[string]set{"": newSet(p.column.n)}
		err := s.walk(i, languageField, query.Pattern{}, func(language string) error {
			docs, err := s.documents(i, languageField, language)
			of := newSet(p.column.n)
			for _, doc := range docs {
				of.add(doc)
				told.add(doc)
			}
			tongues[i][language] = of
			return err
		})
		if err != nil {
			return nil, err
		}
		for j, word := range told {
			tongues[i][""][j] = ^word
		}
	}
	return tongues, nil
}

// others are documents of a segment that have words in a text field and that a key does not find there: the deleted, and
// those in other languages.
type others struct {
	docs []uint32
	set  set
}

// leftOut gives the others of every segment.
func (r *Reader) leftOut(field string, languages []string) ([]others, error) {
	name := strings.Join(append([]string{field, strconv.Itoa(len(languages))}, languages...), " ") // of any language is not of none
	if out, ok := r.others.Load(name); ok {
		return out.([]others), nil
	}
	out := make([]others, len(r.parts))
	for i, p := range r.parts {
		in, err := r.writtenIn(i, languages)
		if err != nil {
			return nil, err
		}
		out[i].set = newSet(p.column.n)
		for doc := range p.without(in).all {
			if p.length(field, doc) > 0 {
				out[i].docs = append(out[i].docs, doc)
				out[i].set.add(doc)
			}
		}
	}
	r.others.Store(name, out)
	return out, nil
}

// without gives the articles that are deleted or in none of some sets.
func (p *part) without(in sets) set {
	live, out := p.column.live(&p.offsets, p.deleted), p.column.live(&p.offsets, nil)
	for i := range out {
		kept := live[i]
		if in != nil {
			kept = 0
			for _, s := range in {
				kept |= live[i] & s[i]
			}
		}
		out[i] &^= kept
	}
	return out
}

// fewOthers is how many documents are looked at in the time in which one of the others is sought among them.
const fewOthers = 16

// meet reports whether some documents, ascending, are among the others.
func (o *others) meet(docs []uint32) bool {
	if fewOthers*len(o.docs) > len(docs) {
		return slices.ContainsFunc(docs, o.set.has)
	}
	at := 0
	return slices.ContainsFunc(o.docs, func(doc uint32) bool {
		at = seek(docs, at, doc)
		return at < len(docs) && docs[at] == doc
	})
}
