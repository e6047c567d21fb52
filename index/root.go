package index

import (
	"path/filepath"
	"strconv"
	"strings"
)

// Place finds the root that an absolute folder belongs to: the innermost known root that holds it, else one of the same
// name whose folder is gone (it has moved here), else a new one. below is the folder's slash-separated path in the root,
// "." for the root itself; known says that the root needs no new entry in the ledger.
func Place(roots []Root, folder string, exists func(path string) bool) (root Root, below string, known bool) {
	for _, r := range roots {
		if rel, ok := Below(r.Path, folder); ok && len(r.Path) > len(root.Path) {
			root, below, known = r, rel, true
		}
	}
	if known {
		return root, below, known
	}
	name := rootName(folder)
	for _, r := range roots {
		if base, _, _ := strings.Cut(r.Name, "~"); base == name && !exists(r.Path) {
			return Root{r.Name, folder}, ".", false
		}
	}
	return Root{freeName(roots, name), folder}, ".", false
}

// Inside gives the roots that lie in an absolute folder, itself excepted.
func Inside(roots []Root, folder string) []Root {
	var in []Root
	for _, r := range roots {
		if rel, ok := Below(folder, r.Path); ok && rel != "." {
			in = append(in, r)
		}
	}
	return in
}

// Below gives the slash-separated path of an absolute path in a folder that it lies in or is.
func Below(folder, path string) (below string, ok bool) {
	rel, err := filepath.Rel(folder, path)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// rootName is the folder's own name; the root of a file system has none.
func rootName(folder string) string {
	if name := filepath.Base(folder); name != string(filepath.Separator) && name != "." {
		return strings.ReplaceAll(name, "~", "-")
	}
	return "root"
}

// freeName numbers a name that another root has: "archive", "archive~2", "archive~3".
func freeName(roots []Root, name string) string {
	taken := make(map[string]bool, len(roots))
	for _, r := range roots {
		taken[r.Name] = true
	}
	free := name
	for n := 2; taken[free]; n++ {
		free = name + "~" + strconv.Itoa(n)
	}
	return free
}
