package ingest

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// ignoreFile holds patterns of what not to read, in any folder of a tree. They mean what they mean in .gitignore.
const ignoreFile = ".datelineignore"

// ignored is the patterns of the folders of a tree, each read when the walk first asks about something in it.
type ignored map[string][]pattern

// A pattern is one line of an ignore file.
type pattern struct {
	match   *regexp.Regexp // of the path below the folder of the file
	keep    bool           // the line began with "!"
	folders bool           // the line ended with "/"
}

// match reports whether the patterns leave name out: the last one that fits decides, of all folders above it.
func (g ignored) match(files fs.FS, name string, isFolder bool) bool {
	if name == "." {
		return false
	}
	out := false
	for _, folder := range above(name) {
		below := strings.TrimPrefix(strings.TrimPrefix(name, folder), "/")
		for _, p := range g.of(files, folder) {
			if (isFolder || !p.folders) && p.match.MatchString(below) {
				out = !p.keep
			}
		}
	}
	return out
}

// above lists the folders that name is in, from the root down. The root is "".
func above(name string) []string {
	list := []string{""}
	for i, c := range name {
		if c == '/' {
			list = append(list, name[:i])
		}
	}
	return list
}

func (g ignored) of(files fs.FS, folder string) []pattern {
	patterns, known := g[folder]
	if !known {
		text, _ := fs.ReadFile(files, path.Join(folder, ignoreFile)) // most folders have none
		patterns = parseIgnore(string(text))
		g[folder] = patterns
	}
	return patterns
}

func parseIgnore(text string) []pattern {
	var list []pattern
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if !strings.HasSuffix(line, `\ `) {
			line = strings.TrimRight(line, " \t")
		}
		if line == "" || line[0] == '#' {
			continue
		}
		var p pattern
		line, p.keep = strings.CutPrefix(line, "!")
		line, p.folders = strings.CutSuffix(line, "/")
		var err error
		if p.match, err = regexp.Compile(ignoreExpression(line)); err == nil {
			list = append(list, p)
		}
	}
	return list
}

// class is a set of characters at the beginning of a pattern: a bracket that closes it may come first in it.
var class = regexp.MustCompile(`^\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]])*)\]`)

// ignoreExpression writes a pattern as a regular expression. A slash inside it ties it to its folder; without one it
// fits a name at any depth.
func ignoreExpression(line string) string {
	var b strings.Builder
	b.WriteString("^")
	if !strings.Contains(line, "/") {
		b.WriteString("(?:.*/)?")
	}
	line = strings.TrimPrefix(line, "/")
	for i := 0; i < len(line); i++ {
		rest := line[i:]
		switch {
		case strings.HasPrefix(rest, "**/"):
			b.WriteString("(?:.*/)?")
			i += 2
		case rest == "**":
			b.WriteString(".*")
			i++
		case rest[0] == '*':
			b.WriteString("[^/]*")
		case rest[0] == '?':
			b.WriteString("[^/]")
		case class.MatchString(rest):
			m := class.FindStringSubmatch(rest)
			b.WriteString("[" + strings.Replace(m[1], "!", "^", 1) + m[2] + "]")
			i += len(m[0]) - 1
		case rest[0] == '\\' && len(rest) > 1:
			b.WriteString(regexp.QuoteMeta(rest[1:2]))
			i++
		default:
			b.WriteString(regexp.QuoteMeta(rest[:1]))
		}
	}
	return b.String() + "$"
}
