package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/lint"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// bench is one policy in a tenancy, looked at.
type bench struct {
	policy   *source.File
	rules    []*source.File
	binding  source.Diagnostics
	found    source.Diagnostics
	attached string
}

// look binds one policy and runs every check on it.
func look(t testing.TB, spec, text, attached string) *bench {
	t.Helper()
	world, _ := scenario.World(scenario.NewTenancy(spec))
	at, ok := world.Compartment(attached)
	if !ok {
		t.Fatalf("there is no compartment %s", attached)
	}
	b := &bench{policy: source.NewFile("p.policy", text), attached: attached}
	var parser syntax.Parser
	doc, _ := parser.Parse(b.policy)
	var rules []policy.RuleSource
	for _, g := range world.DynamicGroups {
		file := source.NewFile("dynamic group "+g.Qualified(), g.MatchingRule)
		rule, _ := syntax.ParseRule(file)
		b.rules = append(b.rules, file)
		rules = append(rules, policy.RuleSource{Of: g, File: file, If: rule})
	}
	set, problems := policy.Bind([]policy.Source{{Name: "p", AttachedTo: at, Document: doc}}, rules, world, catalog.Default(), policy.Guide)
	b.binding = problems
	b.found = lint.Run(pass(set, world, doc))
	b.found.Sort()
	return b
}

func pass(set *policy.Set, world *tenancy.Tenancy, docs ...*syntax.Document) *lint.Pass {
	return &lint.Pass{Set: set, Documents: docs, World: world, Catalog: catalog.Default()}
}

func (b *bench) of(code string) source.Diagnostics {
	var own source.Diagnostics
	for _, d := range b.found {
		if d.Code == code {
			own = append(own, d)
		}
	}
	return own
}

func (b *bench) rendered(ds source.Diagnostics) string {
	var out strings.Builder
	for _, d := range ds {
		source.Render(&out, b.file(d.Span.File), d)
	}
	return out.String()
}

func (b *bench) file(name string) *source.File {
	for _, rule := range b.rules {
		if rule.Name == name {
			return rule
		}
	}
	return b.policy
}

// policyIn is the section that begins with a name; behind an @ in its name
// stands where it is attached.
func policyIn(in *txtar.Archive, name string) (text, attached string, ok bool) {
	for _, f := range in.Files {
		if rest, found := strings.CutPrefix(f.Name, name); found {
			return string(f.Data), strings.Trim(strings.TrimSuffix(rest, ".policy"), "@"), true
		}
	}
	return "", "", false
}

func TestEveryCheckFiresAndStaysSilent(t *testing.T) {
	for _, c := range lint.Checks {
		if _, err := os.Stat(filepath.Join("testdata", c.Name+".txtar")); err != nil {
			t.Errorf("%s has no archive", c.Name)
		}
		if c.Severity == 0 || c.Run == nil && c.Leaf == nil && c.Statement == nil || !strings.HasPrefix(c.Source, "https://docs.oracle.com/") {
			t.Errorf("%s lacks a severity, a function or a page", c.Name)
		}
		if lines := strings.Split(c.Doc, "\n"); len(lines) != 2 || len(c.Doc) > 420 || !strings.HasSuffix(c.Doc, ".") {
			t.Errorf("%s: a doc is what and why, and a line that says what to do", c.Name)
		}
	}
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		code := lint.Prefix + strings.TrimSuffix(filepath.Base(t.Name()), ".txtar")
		spec := golden.Section(in, "tenancy.json")
		text, attached, _ := policyIn(in, "fires")
		b := look(t, spec, text, attached)
		if b.binding.HasErrors() {
			t.Errorf("binding finds fault: %v", b.binding)
		}
		own := b.of(code)
		if len(own) == 0 {
			t.Errorf("it does not fire; found:\n%s", b.rendered(b.found))
		}
		staysSilent(t, in, code, spec)
		return append([]txtar.File{{Name: "diagnostics", Data: []byte(b.rendered(own))}}, fixed(t, b, spec, code, own)...)
	})
}

func staysSilent(t *testing.T, in *txtar.Archive, code, spec string) {
	text, attached, ok := policyIn(in, "silent")
	if quiet := golden.Section(in, "quiet.json"); quiet != "" {
		spec, ok = quiet, true
	}
	if !ok {
		t.Error("there is no case on which it stays silent")
		return
	}
	b := look(t, spec, text, attached)
	if b.binding.HasErrors() {
		t.Errorf("binding finds fault with what is silent: %v", b.binding)
	}
	if own := b.of(code); len(own) > 0 {
		t.Errorf("it fires on what should be silent:\n%s", b.rendered(own))
	}
}

// fixed follows each fix: what it is about must be gone, and nothing broken.
func fixed(t *testing.T, b *bench, spec, code string, own source.Diagnostics) []txtar.File {
	var out []txtar.File
	for _, d := range own {
		for _, fix := range d.Fixes {
			file := b.file(d.Span.File)
			text, err := source.Apply(file, fix.Edits)
			if err != nil {
				t.Fatal(err)
			}
			mended, after := spec, b.policy.Text
			if file == b.policy {
				after = text
			} else {
				mended = strings.Replace(spec, file.Text, text, 1)
			}
			again := look(t, mended, after, b.attached)
			if len(again.of(code)) >= len(own) || again.binding.HasErrors() {
				t.Errorf("after %q:\n%s\n%s%v", fix.Title, text, again.rendered(again.of(code)), again.binding)
			}
			out = append(out, txtar.File{Name: fmt.Sprintf("fix %d: %s", len(out)+1, fix.Title), Data: []byte(text)})
		}
	}
	return out
}
