// Package examples holds the scenarios of the gallery.
//
// Each archive is one idea: a title, a paragraph that teaches it and says what
// to try, a small tenancy, the policies and checks with the verdicts they have.
// The page's gallery, the tests and the README use these same files.
package examples

import (
	"embed"
	"slices"
)

//go:embed *.txtar
var archives embed.FS

// names is the examples in the order they teach best.
var names = []string{
	"pull-image", "pull-image-solved", "pull-image-rule",
	"groups-and-verbs", "families", "nested-compartments", "two-compartments",
	"conditions", "patterns", "group-admins", "time-window", "tags",
	"one-service", "log-shipping", "create-secret", "case-of-names",
}

// First is the example a new visitor sees.
var First = names[0]

// Names are the names of the examples, first things first.
func Names() []string { return slices.Clone(names) }

// Read returns the archive of an example; false when there is none of that name.
func Read(name string) ([]byte, bool) {
	data, err := archives.ReadFile(name + ".txtar")
	return data, err == nil
}
