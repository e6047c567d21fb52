package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"dateline/query"
)

// A Report says what Check found or Repair did.
type Report struct {
	Generation string // the newest, "" where none can be told
	Articles   int
	Files      int   // that were read
	Bytes      int64 // of them
	Problems   []Problem
	// Done is what Repair did, Lost what could not be saved, each a sentence.
	Done, Lost []string
}

// IsSound reports whether nothing is wrong.
func (r *Report) IsSound() bool { return len(r.Problems) == 0 }

// A Problem is one thing that is wrong with an index.
type Problem struct {
	Path string // below the index
	What string
}

func (r *Report) problem(path, format string, args ...any) {
	r.Problems = append(r.Problems, Problem{path, fmt.Sprintf(format, args...)})
}

// Check reads every byte of an index: it compares each file of each generation with its sum, and then opens the newest
// generation and reads every posting and every article of it. The writer's own files are compared too unless a writer
// is at work. It changes nothing. Its error says that it could not go on; damage is in the report.
func Check(ctx context.Context, dir string) (Report, error) {
	v := vault(dir)
	var r Report
	if !IsIndex(dir) {
		return r, fmt.Errorf("%w: %s", ErrNoIndex, dir)
	}
	name, sum, err := readCurrent(v)
	if err != nil {
		r.problem(currentName, "%v", err)
	}
	r.Generation = name
	if err := r.generations(ctx, v, sum); err != nil {
		return r, err
	}
	if r.IsSound() {
		if err := r.contents(ctx, v, name, sum); err != nil {
			return r, err
		}
	}
	return r, r.liveFiles(ctx, v)
}

// generations compares the files of every generation.
func (r *Report) generations(ctx context.Context, v vault, sum string) error {
	names, err := v.generations()
	if err != nil {
		r.problem(generationsDir, "%v", err)
		return nil
	}
	if r.Generation != "" && !slices.Contains(names, r.Generation) {
		r.problem(filepath.Join(generationsDir, r.Generation), "is missing, and %s names it", currentName)
	}
	for _, name := range names {
		m, problems, err := v.inspect(ctx, name)
		if err != nil {
			return err
		}
		if name == r.Generation && m != nil {
			r.Articles = m.Stats.Articles
			if m.CRC32 != sum {
				r.problem(currentName, "names another manifest than that of generation %s", name)
			}
		}
		r.Problems = append(r.Problems, problems...)
		if m != nil {
			r.Files += len(m.Files)
			for _, f := range m.Files {
				r.Bytes += f.Size
			}
		}
	}
	return nil
}

// inspect compares every byte of a generation with its manifest. m is nil where that cannot be read.
func (v vault) inspect(ctx context.Context, name string) (m *manifest, problems []Problem, err error) {
	dir := v.generation(name)
	below := filepath.Join(generationsDir, name)
	m, err = readManifest(filepath.Join(dir, manifestName))
	if errors.Is(err, ErrTooNew) {
		return nil, nil, err
	}
	if err != nil {
		return nil, []Problem{{filepath.Join(below, manifestName), err.Error()}}, nil
	}
	for _, f := range m.Files {
		if err := ctx.Err(); err != nil {
			return m, problems, err
		}
		if err := f.compareAll(dir); err != nil {
			problems = append(problems, Problem{filepath.Join(below, filepath.FromSlash(f.Name)), err.Error()})
		}
	}
	if err := foreignFiles(filepath.Join(dir, storeName)); err != nil {
		problems = append(problems, Problem{filepath.Join(below, storeName), err.Error()})
	}
	return m, problems, nil
}

// compareAll reads a whole file of a generation and compares it with its sum.
func (f fileSum) compareAll(dir string) error {
	path := filepath.Join(dir, filepath.FromSlash(f.Name))
	if !hasFooter(f.Name) {
		return f.compare(path, sumFile)
	}
	if err := f.compare(path, footerSum); err != nil {
		return err
	}
	return f.compare(path, func(path string) (int64, uint32, error) {
		crc, err := bodySum(path)
		return f.Size, crc, err
	})
}

// contents opens a generation whose files are sound and reads all of it.
func (r *Report) contents(ctx context.Context, v vault, name, sum string) error {
	reader, err := openGeneration(v, name, sum)
	if err != nil {
		r.problem(filepath.Join(generationsDir, name), "%v", err)
		return nil
	}
	defer reader.Close()
	err = guarded(func() error {
		if _, err := reader.families(); err != nil {
			return err
		}
		s := reader.search(ctx)
		for i, p := range reader.parts {
			if err := s.readPostings(i); err != nil {
				return err
			}
			for _, doc := range p.live() {
				if err := reader.readStored(ctx, i, doc); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		r.problem(filepath.Join(generationsDir, name), "%v", err)
	}
	return nil
}

// readPostings reads every posting of a segment.
func (s *search) readPostings(part int) error {
	p := s.r.parts[part]
	for _, field := range p.Fields() {
		locations := slices.Contains(textFields, field)
		err := s.walk(part, field, query.Pattern{}, func(term string) error {
			list, err := s.postings(part, field, term)
			if err != nil {
				return err
			}
			it := list.Iterator(true, true, locations, nil)
			for next, err := it.Next(); next != nil || err != nil; next, err = it.Next() {
				if err != nil {
					return err
				}
				if next.Number() >= p.Count() {
					return fmt.Errorf("%w: a posting of %q in %s lies outside of its segment", ErrDamaged, term, field)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// readStored reads a stored article and compares what is told of it elsewhere.
func (r *Reader) readStored(ctx context.Context, part int, doc uint32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	a, err := r.article(part, uint64(doc))
	if err != nil {
		return err
	}
	p := r.parts[part]
	if id := p.column.idString(&p.offsets, doc); a.ID != id {
		return fmt.Errorf("%w: article %s has the ID %s in its column", ErrDamaged, a.ID, id)
	}
	v, err := storedIn(p, uint64(doc), structureField)
	if err == nil {
		_, err = query.DecodeStructure(v.value)
	}
	return err
}

// liveFiles looks at the writer's own index, unless a writer is at work.
func (r *Report) liveFiles(ctx context.Context, v vault) error {
	lock, err := lockVault(v, 0)
	var held *LockedError
	switch {
	case errors.As(err, &held):
		return nil
	case err == nil:
		defer lock.Close()
	case !isReadOnly(err):
		return err
	}
	r.Problems = append(r.Problems, v.damagedLive(ctx)...)
	return ctx.Err()
}

// damagedLive compares the writer's own files with what they say of themselves.
func (v vault) damagedLive(ctx context.Context) []Problem {
	store := filepath.Join(v.live(), storeName)
	below := filepath.Join(liveName, storeName)
	if _, err := os.Stat(filepath.Join(v.live(), metaName)); err != nil {
		return []Problem{{filepath.Join(liveName, metaName), err.Error()}}
	}
	var names []string
	if err := guarded(func() (err error) {
		names, err = boltSegments(store)
		return err
	}); err != nil {
		return []Problem{{filepath.Join(below, boltName), err.Error()}}
	}
	var problems []Problem
	for _, name := range names {
		if ctx.Err() != nil {
			break
		}
		if err := selfCheck(filepath.Join(store, name)); err != nil {
			problems = append(problems, Problem{filepath.Join(below, name), err.Error()})
		}
	}
	if err := foreignFiles(store); err != nil {
		problems = append(problems, Problem{below, err.Error()})
	}
	return problems
}

// selfCheck compares a segment or column with the sum at its end.
func selfCheck(path string) error {
	if err := soundFooter(path); err != nil {
		return err
	}
	_, want, err := footerSum(path)
	if err != nil {
		return err
	}
	if got, err := bodySum(path); err != nil || got != want {
		return errors.Join(fmt.Errorf("%s is not as it was written", path), err)
	}
	return nil
}
