//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A library is built into the program otherwise than as it is published.
type library struct {
	module, folder string
	unused         []string // files that the program never calls
	lazily         []string // properties of elements that are asked for whether or not anything is done with them
	changes        []change
}

// A change is to words of a file, wherever they stand in it.
type change struct {
	file string
	old  *regexp.Regexp
	new  string
}

var libraries = []library{
	// participle's own lexer is made of regular expressions which are compiled when the program starts, so the linker has to
	// keep them, the package regexp and the tables of Unicode they need. Ours are made by hand.
	// Every step of it is prepared for being traced; its list of tokens grows one by one, and is boxed for each node; a field to
	// be set is copied with all that reflection says of it, and asked for its methods, which only a type with a name has: together
	// a third of a parse. That a grammar does not begin with itself is for the native tests to find, which build it with the
	// library as it is.
	{module: "github.com/alecthomas/participle/v2", folder: "participle", unused: []string{"lexer/stateful.go", "lexer/simple.go"},
		changes: []change{
			{"parser.go", regexp.MustCompile(`\tif err := validate\(rootNode\); err != nil \{\n\t\treturn nil, err\n\t\}\n`), ""},
			{"nodes.go", regexp.MustCompile(`\tdefer ctx\.printTrace\(\w+\)\(\)\n`), ""},
			{"nodes.go", regexp.MustCompile(`v\.FieldByIndex\(s\.tokensFieldIndex\)\.Set\(reflect\.ValueOf\(tokens\)\)`),
				"*v.FieldByIndex(s.tokensFieldIndex).Addr().Interface().(*[]lexer.Token) = tokens"},
			{"nodes.go", regexp.MustCompile(`if f\.CanAddr\(\) \{`), `if f.CanAddr() && f.Type().PkgPath() != "" {`},
			{"nodes.go", regexp.MustCompile(`\bfield structLexerField, fieldValue`), "field *structLexerField, fieldValue"},
			{"nodes.go", regexp.MustCompile(`\bc\.field, v`), "&c.field, v"},
			{"nodes.go", regexp.MustCompile(`for _, a := range d\.nodes \{\n\t\tbranch := ctx\.Branch\(\)`),
				"branch := new(parseContext)\n\tfor _, a := range d.nodes {\n\t\t*branch = *ctx\n\t\tbranch.apply = nil"},
			{"context.go", regexp.MustCompile(`\bstructLexerField\b`), "*structLexerField"},
			{"lexer/peek.go", regexp.MustCompile(`r := &PeekingLexer\{`), "r := &PeekingLexer{tokens: make([]Token, 0, 16),"},
		}},
	// Vecty asks the browser for three objects of each element it compares, twice, and each answer takes a finalizer: that was
	// the most of what a draw cost.
	{module: "github.com/hexops/vecty", folder: "vecty", lazily: []string{"classList", "dataset", "style"}},
}

// slimFolder holds the libraries as they are built. It is in the project's folder so that the program does not depend
// on where that is.
const slimFolder = ".build"

// slim makes a module file by which the program is built with the libraries as changed, and gives its path.
func slim() (modfile string, err error) {
	var replace strings.Builder
	for _, l := range libraries {
		from, err := published(l.module)
		if err != nil {
			return "", err
		}
		to := filepath.Join(slimFolder, l.folder)
		if err := l.copy(from, to); err != nil {
			return "", err
		}
		fmt.Fprintf(&replace, "\nreplace %s => ./%s\n", l.module, filepath.ToSlash(to))
	}
	modfile = filepath.Join(slimFolder, "browser.mod")
	return modfile, errors.Join(copyFile("go.mod", modfile, replace.String()), copyFile("go.sum", filepath.Join(slimFolder, "browser.sum"), ""))
}

// published is the folder of a module as go.mod requires it; it is fetched where this machine does not have it yet.
func published(module string) (folder string, err error) {
	said, err := output(exec.Command("go", "mod", "download", "-json", module))
	if err != nil {
		return "", err
	}
	var got struct{ Dir string }
	err = json.Unmarshal(said, &got)
	return got.Dir, err
}

// copy copies the library's source without tests, other programs and what is unused, changes it and makes it lazy.
func (l library) copy(from, to string) error {
	if err := l.copyUsed(from, to); err != nil {
		return err
	}
	for _, c := range l.changes {
		if err := c.make(to); err != nil {
			return fmt.Errorf("%s: %w", l.module, err)
		}
	}
	if l.lazily == nil {
		return nil
	}
	return l.relax(filepath.Join(to, "dom.go"))
}

func (c change) make(folder string) error {
	path := filepath.Join(folder, c.file)
	text, err := os.ReadFile(path)
	if err == nil && !c.old.Match(text) {
		err = fmt.Errorf("%s has no %s any more", c.file, c.old)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(path, c.old.ReplaceAllLiteral(text, []byte(c.new)), 0o644)
}

// relax makes a file ask for an object only when something is done with it.
func (l library) relax(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, name := range l.lazily {
		asked := fmt.Appendf(nil, "h.node.Get(%q)", name)
		if !bytes.Contains(text, asked) {
			return fmt.Errorf("%s asks for %s no more", l.module, name)
		}
		text = bytes.ReplaceAll(text, asked, fmt.Appendf(nil, "h.lazily(%q)", name))
	}
	return os.WriteFile(file, append(text, lazy...), 0o644)
}

const lazy = `
// lazy is an object of an element that is asked for when it is used.
type lazy struct {
	of   jsObject
	name string
}

func (h *HTML) lazily(name string) lazy { return lazy{h.node, name} }

func (l lazy) Call(name string, args ...interface{}) { l.of.Get(l.name).Call(name, args...) }
func (l lazy) Set(name string, value interface{})    { l.of.Get(l.name).Set(name, value) }
func (l lazy) Delete(name string)                    { l.of.Get(l.name).Delete(name) }
`

// copyUsed copies the library's source without tests, other programs and what is unused.
func (l library) copyUsed(from, to string) error {
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
		case slices.Contains(l.unused, filepath.ToSlash(name)) || strings.HasSuffix(name, "_test.go"):
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
