package engine_test

import (
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "oci-policy-playground/"

// imports says which packages of ours each package may import. An arrow that is
// not here is a decision to take, not a line to add in passing.
var imports = map[string][]string{
	"engine/source":               nil,
	"engine/catalog":              nil,
	"engine/tenancy":              nil,
	"engine/internal/suggest":     nil,
	"engine/internal/golden":      nil,
	"engine/internal/growth":      nil,
	"engine/syntax":               {"engine/source", "engine/internal/suggest"},
	"engine/policy":               {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/internal/suggest"},
	"engine/authz":                {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy"},
	"engine/explain":              {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy", "engine/authz"},
	"engine/assist":               {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy"},
	"engine/lint":                 {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy", "engine/internal/suggest"},
	"engine/scenario":             {"engine/source", "engine/catalog", "engine/tenancy", "engine/policy", "engine/authz", "engine/internal/suggest"},
	"engine":                      {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy", "engine/authz", "engine/explain", "engine/lint", "engine/scenario"},
	"engine/imports":              {"engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/scenario"},
	"engine/redact":               {"engine", "engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/authz", "engine/scenario"},
	"engine/cmd/ociplay":          {"engine", "engine/imports", "engine/redact", "engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy", "engine/authz", "engine/scenario", "engine/internal/suggest"},
	"engine/catalog/internal/gen": nil,
	"examples":                    nil,
	"web/browser":                 nil,
	"web/editor":                  {"engine/source", "web/browser"},
	"web/store":                   {"engine", "engine/assist", "engine/imports", "engine/redact", "engine/source", "engine/syntax", "engine/catalog", "engine/tenancy", "engine/policy", "engine/authz", "engine/explain", "engine/scenario", "examples", "web/shelf", "web/words"},
	"web/shelf":                   nil,
	"web/words":                   nil,
	"web/ui/kit":                  {"web/browser"},
	"web/ui":                      {"engine/imports", "engine/redact", "web/store", "web/shelf", "web/words", "web/editor", "web/ui/kit", "web/browser", "engine/source", "engine/scenario", "engine/authz", "engine/explain", "engine/policy"},
	"web/site":                    {"web/site/static", "web/site/split", "examples"},
	"web/site/split":              nil,
	"web/site/static":             nil,
	"web/embed":                   nil,
	"web/e2e":                     {"web/site/static", "examples"},
	"web/e2e/shoot":               {"web/e2e", "web/site/static"},
	"web/e2e/race":                {"web/e2e", "web/site/static"},
	"web/e2e/tour":                {"web/e2e", "web/site/static", "examples"},
	"wasm":                        {"engine", "engine/source", "engine/explain", "engine/scenario", "web/store", "web/shelf", "web/words", "web/ui", "web/ui/kit", "web/browser"},
}

// banned packages and where alone they may be: each costs something.
var banned = []struct {
	path    string
	allowed []string
	why     string
}{
	{"github.com/alecthomas/participle/v2", []string{"engine/syntax", "engine/scenario"}, "the language has one grammar, the checks another"},
	{"github.com/hexops/vecty", []string{"web/ui", "web/ui/kit", "web/editor", "wasm"}, "it panics in a native program"},
	{"syscall/js", []string{"web/browser", "web/ui/kit", "wasm"}, "the browser is a leaf"},
	{"net/http", []string{"web/site", "web/site/static", "web/e2e", "web/e2e/shoot", "web/e2e/race", "web/e2e/tour"}, "it adds more than a megabyte to the page"},
	{"text/template", nil, "it adds most of half a megabyte to the page"},
	{"os", []string{"engine/cmd/ociplay", "engine/internal/golden", "engine/catalog/internal/gen", "web/site", "web/site/static", "web/e2e", "web/e2e/shoot", "web/e2e/race", "web/e2e/tour"}, "the engine reads and writes nothing"},
	{"math/rand", nil, "the engine gives the same answer every time"},
}

func TestImportsRunOneWay(t *testing.T) {
	for dir, pkg := range packages(t) {
		allowed, known := imports[dir]
		if !known {
			t.Errorf("package %s is not in the table of imports", dir)
			continue
		}
		for _, path := range pkg.Imports {
			if ours, ok := strings.CutPrefix(path, module); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s: a new arrow", dir, ours)
			}
			checkBan(t, dir, path)
		}
	}
}

func checkBan(t *testing.T, dir, path string) {
	t.Helper()
	for _, b := range banned {
		if (path == b.path || strings.HasPrefix(path, b.path+"/")) && !slices.Contains(b.allowed, dir) {
			t.Errorf("%s imports %s: %s", dir, path, b.why)
		}
	}
}

func TestEveryPackageIsIntroducedOnce(t *testing.T) {
	for dir, pkg := range packages(t) {
		if pkg.Doc == "" {
			t.Errorf("%s has no package comment", dir)
		}
		if _, err := os.Stat(filepath.Join("..", dir, "doc.go")); err != nil && dir != "examples" && pkg.Name != "main" {
			t.Errorf("%s has no doc.go", dir)
		}
	}
}

// packages reads every package of the module as the browser and as a native
// program would build it.
func packages(t *testing.T) map[string]*build.Package {
	t.Helper()
	found := map[string]*build.Package{}
	for _, target := range [][2]string{{"linux", "amd64"}, {"js", "wasm"}} {
		context := build.Default
		context.GOOS, context.GOARCH = target[0], target[1]
		for _, dir := range folders(t) {
			pkg, err := context.ImportDir(filepath.Join("..", dir), build.ImportComment)
			if err != nil {
				continue
			}
			if known, ok := found[dir]; ok {
				pkg.Imports = append(pkg.Imports, known.Imports...)
				pkg.Doc += known.Doc
			}
			found[dir] = pkg
		}
	}
	return found
}

// folders is every folder that may hold a package, from the module's root.
func folders(t *testing.T) []string {
	t.Helper()
	var dirs []string
	err := fs.WalkDir(os.DirFS(".."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		switch name := d.Name(); {
		case path != "." && strings.HasPrefix(name, "."), name == "node_modules", name == "testdata", name == "dist":
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join("..", path, "go.mod")); err == nil && path != "." {
			return fs.SkipDir
		}
		dirs = append(dirs, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}
