package index

import "testing"

func TestPlace(t *testing.T) {
	roots := []Root{{"archive", "/data/archive"}, {"archive~2", "/other/archive"}}
	tests := []struct {
		folder       string
		gone         string // a path that exists no more
		name, below  string
		path         string
		alreadyKnown bool
	}{
		{"/data/archive", "", "archive", ".", "/data/archive", true},
		{"/data/archive/2016/05", "", "archive", "2016/05", "/data/archive", true},
		{"/data/archives", "", "archives", ".", "/data/archives", false},
		{"/third/archive", "", "archive~3", ".", "/third/archive", false},
		{"/moved/archive", "/data/archive", "archive", ".", "/moved/archive", false},
		{"/moved/archive", "/other/archive", "archive~2", ".", "/moved/archive", false},
		{"/", "", "root", ".", "/", false},
	}
	for _, test := range tests {
		root, below, known := Place(roots, test.folder, func(path string) bool { return path != test.gone })
		if root.Name != test.name || root.Path != test.path || below != test.below || known != test.alreadyKnown {
			t.Errorf("%s without %q: %v, %s, %v", test.folder, test.gone, root, below, known)
		}
	}
}
