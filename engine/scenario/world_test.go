package scenario_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

func TestWorlds(t *testing.T) {
	golden.Run(t, "testdata/worlds/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := scenario.NewTenancy(golden.Section(in, "tenancy.json"))
		world, problems := scenario.World(f)
		inBounds(t, f, problems)
		return []txtar.File{
			{Name: "world", Data: []byte(census(world))},
			{Name: "diagnostics", Data: []byte(rendered(problems, f))},
		}
	})
}

// census lists who and what is in a tenancy.
func census(w *tenancy.Tenancy) string {
	var out strings.Builder
	fmt.Fprintf(&out, "tenancy %s %s deny=%v\n", w.Name, w.ID, w.DenyPolicies)
	for _, c := range w.Root.All()[1:] {
		fmt.Fprintf(&out, "compartment %s %s %v\n", c.Path(), c.ID, c.Tags)
	}
	for _, g := range w.Groups {
		fmt.Fprintf(&out, "group %s\n", g.Qualified())
	}
	for _, u := range w.Users {
		fmt.Fprintf(&out, "user %s in %d groups\n", u.Qualified(), len(u.Groups))
	}
	for _, g := range w.DynamicGroups {
		fmt.Fprintf(&out, "dynamic group %s %s: %s\n", g.Pointer, g.Qualified(), g.MatchingRule)
	}
	for _, r := range w.Resources {
		fmt.Fprintf(&out, "%s %s in %s\n", r.Type, r.Name, r.Compartment.Label())
	}
	return out.String()
}

func TestHostileTenanciesAreRefusedQuickly(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"brackets", strings.Repeat("[", 1<<20), "it nests too deep"},
		{"braces", strings.Repeat(`{"a":`, 1<<17), "it nests too deep"},
		{"values", "[" + strings.Repeat("0,", 1<<18) + "0]", "it holds too many values"},
		{"size", strings.Repeat(" ", 1<<20) + "{}", "it is larger than 1 MiB"},
		{"no end", `{"name": "` + strings.Repeat("x", 1<<19), "this is not JSON"},
		{"entries", `{"users": [` + strings.Repeat(`{"name":"a"},`, scenario.MaxListEntries) + `{"name":"b"}]}`, "`users` has more than 2000 entries"},
		{"NUL", "{\"name\": \"a\x00b\"}", "this is not JSON"},
		{"random bytes", "\x8a\x01\xffq", "this is not JSON"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := scenario.NewTenancy(test.text)
			world, problems := scenario.World(f)
			inBounds(t, f, problems)
			if world == nil || world.Root == nil || len(problems) == 0 || problems[0].Summary != test.want {
				t.Errorf("says %v, want %q", problems, test.want)
			}
		})
	}
}

func TestLoneSurrogatesBecomeVisible(t *testing.T) {
	world, problems := scenario.World(scenario.NewTenancy(`{"users": [{"name": "a\ud800"}]}`))
	if len(problems) != 0 || world.Users[0].Name != "a\uFFFD" {
		t.Errorf("user %q, problems %v", world.Users[0].Name, problems)
	}
}

func TestATenancyIsNeverNil(t *testing.T) {
	for _, f := range []*source.File{nil, scenario.NewTenancy(""), source.NewFile("tenancies/partner/tenancy.json", "{}")} {
		world, problems := scenario.World(f)
		if world == nil || len(problems) != 0 {
			t.Errorf("world %v, problems %v", world, problems)
		}
		if f != nil && f.Text == "{}" && world.Name != "partner" {
			t.Errorf("it is called %q, not as its folder", world.Name)
		}
	}
}

func TestAPlaceInATenancyIsFound(t *testing.T) {
	f := scenario.NewTenancy(`{"dynamicGroups": [7, {"name": "a", "matchingRule": "any {}"}]}`)
	at, ok := scenario.Locate(f, "/dynamicGroups/1/matchingRule")
	if !ok || f.Slice(at) != `"any {}"` {
		t.Errorf("found %v %q", ok, f.Slice(at))
	}
	if _, ok := scenario.Locate(f, "/users"); ok {
		t.Error("found users where there are none")
	}
	world, _ := scenario.World(f)
	if world.DynamicGroups[0].Pointer != "/dynamicGroups/1" {
		t.Errorf("the group is at %s", world.DynamicGroups[0].Pointer)
	}
}

// Every field that the tenancy's spec reads has its key in the shape.
func TestTheShapeHasEveryKeyOfTheSpec(t *testing.T) {
	agree(t, "tenancy", reflect.TypeFor[tenancy.Spec](), 0)
}

func agree(t *testing.T, at string, spec reflect.Type, depth int) {
	for i := range spec.NumField() {
		field := spec.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		_, problems := scenario.World(scenario.NewTenancy(inside(at, key, `{"x": {"x": "x"}}`)))
		for _, d := range problems {
			if d.Code == "unknown-key" && strings.Contains(d.Summary, "`"+key+"`") {
				t.Errorf("%s has no key %s", at, key)
			}
		}
		if under := field.Type; under.Kind() == reflect.Slice && under.Elem().Kind() == reflect.Struct && depth < 2 {
			agree(t, at+"/"+key, under.Elem(), depth+1)
		}
	}
}

// inside writes a value under a key of the objects in the lists of a path.
func inside(at, key, value string) string {
	text := fmt.Sprintf(`{%q: %s}`, key, value)
	steps := strings.Split(at, "/")[1:]
	for i := len(steps) - 1; i >= 0; i-- {
		text = fmt.Sprintf(`{%q: [%s]}`, steps[i], text)
	}
	return text
}
