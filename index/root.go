package index

import (
	"path/filepath"
	"strconv"
	"strings"
)

// Place finds the root that an absolute folder belongs to: the known root that holds it, else one of the same name
// whose folder is gone (it has moved here), else a new one. below is the folder's slash-separated path in the root,
// "." for the root itself; known says that the root needs no new entry in the ledger.
func Place(roots []Root, folder string, exists func(path string) bool) (root Root, below string, known bool) {
	for _, r := range roots {
		if rel, err := filepath.Rel(r.Path, folder); err == nil && filepath.IsLocal(rel) {
			return r, filepath.ToSlash(rel), true
		}
	}
	name := rootName(folder)
	for _, r := range roots {
		if base, _, _ := strings.Cut(r.Name, "~"); base == name && !exists(r.Path) {
			return Root{r.Name, folder}, ".", false
		}
	}
	return Root{freeName(roots, name), folder}, ".", false
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
