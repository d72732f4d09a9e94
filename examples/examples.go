// Package examples holds the scenarios of the gallery.
//
// Each archive is one idea: a title, a paragraph that teaches it and says what
// to try, a small tenancy, the policies and checks with the verdicts they have.
// The page's gallery, the tests and the README use these same files.
package examples

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.txtar
var archives embed.FS

// First is the example a new visitor sees.
const First = "pull-image"

// Names are the names of the examples, in order of the alphabet.
func Names() []string {
	entries, err := fs.ReadDir(archives, ".")
	if err != nil {
		panic(err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), ".txtar")
	}
	return names
}

// Read returns the archive of an example; false when there is none of that name.
func Read(name string) ([]byte, bool) {
	data, err := archives.ReadFile(name + ".txtar")
	return data, err == nil
}
