//go:build !js

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// unused is files of a library that the program never calls, and that it would carry all the same: participle's own
// lexer is made of regular expressions which are compiled when the program starts, so the linker has to keep them, the
// package regexp and the tables of Unicode they need. Ours are made by hand.
var unused = struct {
	module string
	files  []string
}{"github.com/alecthomas/participle/v2", []string{"lexer/stateful.go", "lexer/simple.go"}}

// slimFolder holds the library without those files. It is in the project's folder so that the program does not depend
// on where that is.
const slimFolder = ".build"

// slim makes a module file by which the program is built without what is unused, and gives its path.
func slim() (modfile string, err error) {
	from, err := output(exec.Command("go", "list", "-m", "-f", "{{.Dir}}", unused.module))
	if err != nil {
		return "", err
	}
	library := filepath.Join(slimFolder, "participle")
	if err := copyUsed(strings.TrimSpace(string(from)), library); err != nil {
		return "", err
	}
	modfile = filepath.Join(slimFolder, "browser.mod")
	replace := fmt.Sprintf("\nreplace %s => ./%s\n", unused.module, filepath.ToSlash(library))
	return modfile, errors.Join(copyFile("go.mod", modfile, replace), copyFile("go.sum", filepath.Join(slimFolder, "browser.sum"), ""))
}

// copyUsed copies the library's source without tests, other programs and what is unused.
func copyUsed(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "cmd" || strings.HasPrefix(d.Name(), "_") || d.Name() == "bin"):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		case slices.Contains(unused.files, filepath.ToSlash(name)) || strings.HasSuffix(name, "_test.go"):
			return nil
		case filepath.Ext(name) == ".go" || name == "go.mod":
			return copyFile(path, filepath.Join(to, name), "")
		}
		return nil
	})
}

func copyFile(from, to, more string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(text, more...), 0o644)
}
