//go:build !js

package main

import (
	"encoding/json"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/examples"
)

// posters are the policies of each example as a text, by its name: a frame shows them until the engine runs. The one without a
// name is that of a frame without a link.
func posters(string) ([]byte, error) {
	all := map[string]string{}
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		all[name] = statements(archive)
	}
	all[""] = all[examples.First]
	return json.Marshal(all)
}

// statements are the policies in an archive.
func statements(archive []byte) string {
	var all []string
	for _, f := range txtar.Parse(archive).Files {
		if path.Ext(f.Name) == ".policy" {
			all = append(all, strings.TrimSpace(string(f.Data)))
		}
	}
	return strings.Join(all, "\n\n")
}
