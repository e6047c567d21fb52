package export

import (
	"archive/zip"
	"cmp"
	"io"
	"os"
	"slices"

	"github.com/xuri/excelize/v2"
)

// repack writes the workbook with its parts in the order of their names and without times: the library takes them out
// of a map, so that its own file is another one each time. The file goes by way of the disk, as a big one has no room
// in memory.
func repack(book *excelize.File, w io.Writer) error {
	tmp, err := os.CreateTemp("", "dateline-*.xlsx")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(tmp) }) // else all of it is held in memory
	if err := book.Write(io.Discard); err != nil {
		return err
	}
	size, err := tmp.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	in, err := zip.NewReader(tmp, size)
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(partOrder(a.Name), partOrder(b.Name)) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if err := copyPart(out, f); err != nil {
			return err
		}
	}
	return out.Close()
}

// partOrder puts the list of content types first: some readers tell the file's type from it.
func partOrder(name string) string {
	if name == "[Content_Types].xml" {
		return ""
	}
	return name
}

func copyPart(out *zip.Writer, f *zip.File) error {
	r, err := f.OpenRaw()
	if err != nil {
		return err
	}
	w, err := out.CreateRaw(&zip.FileHeader{Name: f.Name, Method: f.Method, CRC32: f.CRC32,
		CompressedSize64: f.CompressedSize64, UncompressedSize64: f.UncompressedSize64})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}
