package policy_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// bound binds the policies of an archive; the files of matching rules come after
// those of the policies.
func bound(t *testing.T, in *txtar.Archive) (*policy.Set, []*source.File, source.Diagnostics) {
	t.Helper()
	var spec tenancy.Spec
	if err := json.Unmarshal([]byte(golden.Section(in, "tenancy.json")), &spec); err != nil {
		t.Fatal(err)
	}
	world, _ := tenancy.New(spec)
	var files []*source.File
	var sources []policy.Source
	for _, f := range in.Files {
		path, ok := strings.CutSuffix(f.Name, ".policy")
		if !ok {
			continue
		}
		at, ok := world.Compartment(strings.ReplaceAll(strings.TrimPrefix(filepath.Dir(path), "."), "/", ":"))
		if !ok {
			t.Fatalf("%s is attached nowhere", f.Name)
		}
		file := source.NewFile(f.Name, string(f.Data))
		doc, _ := syntax.Parse(file)
		files, sources = append(files, file), append(sources, policy.Source{Name: filepath.Base(path), AttachedTo: at, Document: doc})
	}
	var rules []policy.RuleSource
	for _, g := range world.DynamicGroups {
		file := source.NewFile("rule of "+g.Name, g.MatchingRule)
		rule, _ := syntax.ParseRule(file)
		files, rules = append(files, file), append(rules, policy.RuleSource{Of: g, File: file, If: rule})
	}
	dialect, _ := policy.ParseDialect(strings.TrimSpace(golden.Section(in, "dialect")))
	set, problems := policy.Bind(sources, rules, world, catalog.Default(), dialect)
	problems.Sort()
	return set, files, problems
}

func TestBinding(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		_, files, problems := bound(t, in)
		var told, mended strings.Builder
		for _, d := range problems {
			for _, f := range files {
				if f.Name != d.Span.File {
					continue
				}
				source.Render(&told, f, d)
				for _, fix := range d.Fixes {
					fmt.Fprintf(&mended, "%s, %s\n  %s\n", d.Code, fix.Title, after(t, f, fix))
				}
			}
		}
		return []txtar.File{{Name: "diagnostics", Data: []byte(told.String())}, {Name: "fixes", Data: []byte(mended.String())}}
	})
}

// after is the line a fix changes, as it reads then.
func after(t *testing.T, f *source.File, fix source.Fix) string {
	t.Helper()
	text, err := source.Apply(f, fix.Edits)
	if err != nil {
		t.Fatal(err)
	}
	changed := source.NewFile(f.Name, text)
	return changed.Slice(changed.Line(changed.Position(fix.Edits[0].Span.Start).Line))
}

var codeInSource = regexp.MustCompile(`"([a-z]+(?:-[a-z]+)+)", (?:fmt\.Sprintf|"|summary)|[cC]ode(?:, detail)? ?[:=]+ "([a-z]+(?:-[a-z]+)+)"`)

// Every code that binding can give stands in some archive.
func TestEveryCodeIsHeldByAnArchive(t *testing.T) {
	var archives strings.Builder
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		archives.Write(data)
	}
	sources, _ := filepath.Glob("*.go")
	seen := 0
	for _, path := range sources {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range codeInSource.FindAllStringSubmatch(string(data), -1) {
			code := m[1] + m[2]
			if seen++; !strings.Contains(archives.String(), "["+code+"]") && code != "missing-id" {
				t.Errorf("no archive has a diagnostic %s", code)
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d codes were found", seen)
	}
}

// A statement without a fault can be judged: it has a place and nothing unknown.
func TestAStatementIsWholeOrHasAFault(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		set, _, _ := bound(t, in)
		for _, s := range set.Statements {
			subject, grant, location := s.Fault(policy.Subject) != nil, s.Fault(policy.Grant) != nil, s.Fault(policy.Location) != nil
			if !location && s.Where == nil || !location && !s.Where.Within(s.AttachedTo) {
				t.Errorf("line %d reaches beyond where it is attached", s.Line())
			}
			if !subject && s.Who.Kind == policy.InGroups && len(s.Who.Groups) == 0 || !subject && s.Who.Kind == policy.InDynamicGroups && len(s.Who.DynamicGroups) == 0 {
				t.Errorf("line %d speaks of nobody", s.Line())
			}
			if !grant && !s.Grants.Opaque && len(s.Grants.Resources)+len(s.Grants.Permissions) == 0 {
				t.Errorf("line %d grants nothing", s.Line())
			}
		}
		return nil
	})
}
