package scenario_test

import (
	"reflect"
	"testing"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// added is a tenancy.json with what was missing.
func added(t *testing.T, text string, missing ...source.Missing) (after string, ok bool) {
	t.Helper()
	f := scenario.NewTenancy(text)
	world, _ := scenario.World(f)
	edits := scenario.Add(f, world, missing...)
	after, err := source.Apply(f, edits)
	if err != nil {
		t.Fatal(err)
	}
	return after, edits != nil
}

func compartment(path string) source.Missing { return source.Missing{Kind: "compartment", Name: path} }
func group(domain, name string) source.Missing {
	return source.Missing{Kind: "group", Name: tenancy.Qualified(domain, name)}
}

func TestWhatIsMissingIsAddedInItsPlace(t *testing.T) {
	for _, c := range []struct {
		text, want string
		missing    []source.Missing
	}{
		{`{}`, `{"groups": [{"name": "A"}]}`, []source.Missing{group("", "A")}},
		{`{"groups": null}`, `{"groups": [{"name": "A"}]}`, []source.Missing{group("", "A"), group("", "a")}},
		{`{"groups": [{"name": "A"}]}`, `{"groups": [{"name": "A"}, {"name": "B \"b\"", "domain": "D"}]}`, []source.Missing{group("D", `B "b"`)}},
		{"{\n  \"groups\": [\n    {\"name\": \"A\"} // the first\n  ]\n}", "{\n  \"groups\": [\n    {\"name\": \"A\"}, // the first\n    {\"name\": \"B\"},\n    {\"name\": \"C\"}\n  ]\n}",
			[]source.Missing{group("", "B"), group("", "C")}},
		{`{}`, `{"users": [{"name": "ann", "domain": "D"}]}`, []source.Missing{{Kind: "user", Name: "D/ann"}}},
		{`{"name": "x", "id": "t"}`, `{"name": "x", "id": "t", "dynamicGroups": [{"name": "D", "matchingRule": "instance.compartment.id = 't'"}]}`,
			[]source.Missing{{Kind: "dynamic group", Name: "D"}}},
		{`{"compartments": [{"name": "A", "id": "a"}]}`, `{"compartments": [{"name": "A", "id": "a"}], "dynamicGroups": [{"name": "D", "matchingRule": "instance.compartment.id = 'a'"}]}`,
			[]source.Missing{{Kind: "dynamic group", Name: "D"}}},

		{`{}`, `{"compartments": [{"name": "A", "compartments": [{"name": "B"}]}]}`, []source.Missing{compartment("A:B")}},
		{`{"compartments": [{"name": "A"}]}`, `{"compartments": [{"name": "A", "compartments": [{"name": "B"}]}]}`, []source.Missing{compartment("a:B")}},
		{`{"compartments": [{"name": "A", "id": "a"}, {"name": "B", "compartmentId": "a"}]}`,
			`{"compartments": [{"name": "A", "id": "a"}, {"name": "B", "compartmentId": "a", "compartments": [{"name": "C"}]}]}`, []source.Missing{compartment("A:B:C")}},
		{`{"compartments": [{"name": "A"}]}`, `{"compartments": [{"name": "A", "compartments": [{"name": "B", "compartments": [{"name": "C"}]}]}, {"name": "D"}]}`,
			[]source.Missing{compartment("A:B"), compartment("D"), compartment("A:B:C")}},
	} {
		got, ok := added(t, c.text, c.missing...)
		if !ok || got != c.want {
			t.Errorf("%v in\n%s\ngives %v\n%s\nnot\n%s", c.missing, c.text, ok, got, c.want)
		}
	}
}

func TestWhatIsAddedAtOnceIsThere(t *testing.T) {
	text, _ := added(t, `{"compartments": [{"name": "A"}]}`, compartment("A:B"), compartment("C"), group("", "G"), group("D", "G"),
		source.Missing{Kind: "user", Name: "ann"}, source.Missing{Kind: "dynamic group", Name: "D"})
	world, problems := scenario.World(scenario.NewTenancy(text))
	if len(problems) > 0 {
		t.Errorf("it is wrong: %v\n%s", problems, text)
	}
	want := []bool{true, true, true, true, true, true}
	_, b := world.Compartment("A:B")
	_, c := world.Compartment("C")
	_, g := world.Group("", "G")
	_, other := world.Group("D", "G")
	_, ann := world.User("", "ann")
	_, d := world.DynamicGroup("", "D")
	if got := []bool{b, c, g, other, ann, d}; !reflect.DeepEqual(got, want) {
		t.Errorf("there are %v in\n%s", got, text)
	}
}

func TestWhatHasNoPlaceIsNotAdded(t *testing.T) {
	for _, c := range []struct {
		text    string
		missing source.Missing
	}{
		{``, group("", "A")},
		{`{`, group("", "A")},
		{`{"groups": 3}`, group("", "A")},
		{`{}`, compartment("A::B")},
		{`{}`, compartment("")},
		{`{}`, compartment("1:2:3:4:5:6:7")},
	} {
		if got, ok := added(t, c.text, c.missing); ok {
			t.Errorf("%v was added to %q: %s", c.missing, c.text, got)
		}
	}
}

func TestAllLevelsThatThereAreCanBeAdded(t *testing.T) {
	text, _ := added(t, `{}`, compartment("1:2:3:4:5:6"))
	world, problems := scenario.World(scenario.NewTenancy(text))
	if c, ok := world.Compartment("1:2:3:4:5:6"); !ok || len(c.Chain()) != tenancy.MaxDepth+1 || len(problems) > 0 {
		t.Errorf("it reads %v\n%s", problems, text)
	}
}
