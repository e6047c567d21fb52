package index

import "testing"

func TestPlace(t *testing.T) {
	roots := []Root{{"archive", "/data/archive"}, {"archive~2", "/other/archive"}, {"2011", "/data/archive/2011"}}
	tests := []struct {
		folder       string
		gone         string // a path that exists no more
		name, below  string
		path         string
		alreadyKnown bool
	}{
		{"/data/archive", "", "archive", ".", "/data/archive", true},
		{"/data/archive/2016/05", "", "archive", "2016/05", "/data/archive", true},
		{"/data/archive/2011/01", "", "2011", "01", "/data/archive/2011", true},
		{"/data", "", "data", ".", "/data", false},
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

func TestInside(t *testing.T) {
	roots := []Root{{"archive", "/data/archive"}, {"2011", "/data/archive/2011"}, {"archives", "/data/archives"}}
	for folder, want := range map[string]int{"/": 3, "/data": 3, "/data/archive": 1, "/data/archive/2011": 0, "/dat": 0} {
		if in := Inside(roots, folder); len(in) != want {
			t.Errorf("in %s: %v, want %d", folder, in, want)
		}
	}
}
