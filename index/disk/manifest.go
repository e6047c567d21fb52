package disk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// formatVersion is raised whenever an older dateline would misread what a newer one writes.
const formatVersion = 1

// A manifest says what a generation is made of. It is itself checked: its first member is the CRC-32 of all that
// follows that member.
type manifest struct {
	CRC32   string    `json:"crc32"`
	Format  int       `json:"format"`
	Written time.Time `json:"written"`
	Copied  bool      `json:"copied,omitempty"` // the file system has no hard links
	Files   []fileSum `json:"files"`
	// Segments are the segments in the order of the snapshot, which copies counts in.
	Segments []string   `json:"segments"`
	Stats    statistics `json:"statistics"`
}

// A fileSum is a file of a generation, named from the generation's folder with slashes.
type fileSum struct {
	Name  string `json:"name"`
	Size  int64  `json:"size"`
	CRC32 string `json:"crc32"`
}

// statistics are counted when a generation is published, so that opening one counts nothing.
type statistics struct {
	Articles int              `json:"articles"`
	Undated  int              `json:"undated"`
	Stories  int              `json:"stories"`
	First    int32            `json:"first"` // local days since 1970; noDay where all are undated
	Last     int32            `json:"last"`
	Tokens   map[string]int64 `json:"tokens"` // positions of a text field
	Terms    map[string]int   `json:"terms"`  // distinct surface forms of a text field
}

const manifestHead = `{"crc32":"00000000",`

func hexSum(crc uint32) string { return fmt.Sprintf("%08x", crc) }

func (m *manifest) encode() ([]byte, error) {
	m.CRC32 = "00000000"
	b, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	m.CRC32 = hexSum(crc32.ChecksumIEEE(b[len(manifestHead):]))
	copy(b[len(`{"crc32":"`):], m.CRC32)
	return b, nil
}

func readManifest(path string) (*manifest, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var m manifest
	if len(b) < len(manifestHead) || !bytes.HasPrefix(b, []byte(`{"crc32":"`)) ||
		json.Unmarshal(b, &m) != nil || m.CRC32 != hexSum(crc32.ChecksumIEEE(b[len(manifestHead):])) {
		return nil, fmt.Errorf("%w: %s is not as it was written", ErrDamaged, path)
	}
	if m.Format > formatVersion {
		return nil, fmt.Errorf("%w: %s is of format %d", ErrTooNew, path, m.Format)
	}
	return &m, nil
}

// glance compares what can be compared without reading all bytes: sizes, the sums that segments and columns carry at
// their end, and every byte of root.bolt. It is done at every opening.
func (m *manifest) glance(dir string) error {
	for _, f := range m.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		sum := sumFile
		if hasFooter(f.Name) {
			sum = footerSum
		}
		if err := f.compare(path, sum); err != nil {
			return err
		}
	}
	return nil
}

func (f fileSum) compare(path string, sum func(string) (int64, uint32, error)) error {
	size, crc, err := sum(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %s is missing", ErrDamaged, path)
	case err != nil:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case size != f.Size:
		return fmt.Errorf("%w: %s has %d bytes instead of %d", ErrDamaged, path, size, f.Size)
	case hexSum(crc) != f.CRC32:
		return fmt.Errorf("%w: %s is not as it was written", ErrDamaged, path)
	}
	return nil
}

// hasFooter tells files whose last four bytes are the CRC-32 of all before them.
func hasFooter(name string) bool {
	return strings.HasSuffix(name, ".zap") || strings.HasSuffix(name, ".col")
}

// CURRENT is one line: the generation's name and the sum of its manifest, so that a flipped digit names no other one.

func writeCurrent(v vault, name, sum string) error {
	return replaceFile(v.join(currentName), []byte(name+" "+sum+"\n"))
}

func readCurrent(v vault) (name, sum string, err error) {
	b, err := os.ReadFile(v.join(currentName))
	if errors.Is(err, fs.ErrNotExist) {
		if IsIndex(string(v)) {
			return "", "", fmt.Errorf("%w: %s is missing", ErrDamaged, v.join(currentName))
		}
		return "", "", fmt.Errorf("%w: %s", ErrNoIndex, string(v))
	}
	if err != nil {
		return "", "", err
	}
	name, sum, ok := strings.Cut(strings.TrimSuffix(string(b), "\n"), " ")
	if !ok || !isGeneration(name) {
		return "", "", fmt.Errorf("%w: %s names no generation", ErrDamaged, v.join(currentName))
	}
	return name, sum, nil
}

func isGeneration(name string) bool {
	n, err := strconv.Atoi(name)
	return err == nil && n > 0 && name == generationName(n)
}

func generationName(n int) string { return fmt.Sprintf("%06d", n) }

// generations names what gen/ holds whole or not, oldest first.
func (v vault) generations() ([]string, error) {
	files, err := os.ReadDir(v.join(generationsDir))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range files {
		if isGeneration(f.Name()) {
			names = append(names, f.Name())
		}
	}
	return names, nil
}
