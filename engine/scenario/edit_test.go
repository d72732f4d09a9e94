package scenario_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// edited is the text after one edit: put, append, remove or move.
func edited(text, edit, pointer, more string) (string, bool) {
	f := scenario.NewTenancy(text)
	switch edit {
	case "put":
		return scenario.Put(f, pointer, more)
	case "append":
		return scenario.Append(f, pointer, more)
	case "remove":
		return scenario.Remove(f, pointer)
	}
	return scenario.Move(f, pointer, more)
}

func TestAnEditKeepsTheLayoutAroundIt(t *testing.T) {
	for _, c := range []struct{ text, edit, pointer, more, want string }{
		{`{"name": "acme"}`, "put", "/name", `"other"`, `{"name": "other"}`},
		{`{"name":"acme"}`, "put", "/homeRegion", `"x"`, `{"name":"acme", "homeRegion":"x"}`},
		{`{}`, "put", "/a~1b", `1`, `{"a/b": 1}`},
		{"{\n  \"name\": \"acme\" // it\n}", "put", "/id", `"x"`, "{\n  \"name\": \"acme\", // it\n  \"id\": \"x\"\n}"},

		{`{"name": "acme"}`, "append", "/users", `{}`, `{"name": "acme", "users": [{}]}`},
		{`{"users": null}`, "append", "/users", `{}`, `{"users": [{}]}`},
		{`{"users": []}`, "append", "/users", `{}`, `{"users": [{}]}`},
		{`{"users": [1]}`, "append", "/users", `2`, `{"users": [1, 2]}`},
		{`{"users":[1,2]}`, "append", "/users", `3`, `{"users":[1,2,3]}`},
		{`{"users": [ 1, 2, ]}`, "append", "/users", `3`, `{"users": [ 1, 2, 3, ]}`},
		{"{\"users\": [\n\t1\n]}", "append", "/users", `2`, "{\"users\": [\n\t1,\n\t2\n]}"},
		{"{\"users\": [\n  1, // one\n  2 /* two */ // too\n]}", "append", "/users", `3`, "{\"users\": [\n  1, // one\n  2, /* two */ // too\n  3\n]}"},
		{"{\"users\": [\n  1, // one\n]}", "append", "/users", `2`, "{\"users\": [\n  1, // one\n  2,\n]}"},
		{"{\"users\": [1 // one\n]}", "append", "/users", `2`, "{\"users\": [1, 2 // one\n]}"},

		{`{"users": [1, 2, 3]}`, "remove", "/users/0", "", `{"users": [2, 3]}`},
		{`{"users": [1, 2, 3]}`, "remove", "/users/1", "", `{"users": [1, 3]}`},
		{`{"users": [1, 2, 3]}`, "remove", "/users/2", "", `{"users": [1, 2]}`},
		{`{"users": [1]}`, "remove", "/users/0", "", `{"users": []}`},
		{`{"users": [1,2,]}`, "remove", "/users/1", "", `{"users": [1,]}`},
		{"{\"users\": [\n  1\n]}", "remove", "/users/0", "", `{"users": []}`},
		{"{\"users\": [\n  1, // one\n  // about two\n  2, // two\n  3\n]}", "remove", "/users/1", "", "{\"users\": [\n  1, // one\n  // about two\n  3\n]}"},
		{"{\"users\": [\n  1, // one\n  2 // two\n]}", "remove", "/users/1", "", "{\"users\": [\n  1 // one\n]}"},
		{"{\"users\": [1, // one\n2]}", "remove", "/users/1", "", "{\"users\": [1 // one\n]}"},
		{`{"name": "acme", "id": "x"}`, "remove", "/id", "", `{"name": "acme"}`},
		{"{\"name\": \"acme\",\n \"id\": \"x\",\n \"users\": []}", "remove", "/id", "", "{\"name\": \"acme\",\n \"users\": []}"},

		{`{"c": [{"n": 1, "c": [{"n": 2}]}, {"n": 3}]}`, "move", "/c/0/c/0", "/c/1/c", `{"c": [{"n": 1, "c": []}, {"n": 3, "c": [{"n": 2}]}]}`},
		{"{\"c\": [\n  {\"c\": [\n    {\n      \"n\": 1\n    },\n    2\n  ]}\n]}", "move", "/c/0/c/0", "/c", "{\"c\": [\n  {\"c\": [\n    2\n  ]},\n  {\n    \"n\": 1\n  }\n]}"},
		{`{"c": [1, 2]}`, "move", "/c/0", "/c", `{"c": [2, 1]}`},
	} {
		got, ok := edited(c.text, c.edit, c.pointer, c.more)
		if !ok || got != c.want {
			t.Errorf("%s %s %s of\n%s\nis %v\n%s\nnot\n%s", c.edit, c.pointer, c.more, c.text, ok, got, c.want)
		}
	}
}

func TestALineThatGetsLongIsBroken(t *testing.T) {
	text := `{"users": [{"name": "alice"}]}`
	for i := range 12 {
		text, _ = scenario.Append(scenario.NewTenancy(text), "/users", fmt.Sprintf(`{"name": "user%d"}`, i))
	}
	lines := strings.Split(text, "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[1], `           {"name"`) {
		t.Errorf("it reads\n%s", text)
	}
}

func TestAnEditThatDoesNotFitIsRefused(t *testing.T) {
	for _, c := range [][4]string{
		{`{"name": "acme"}`, "append", "/name", "1"}, {`{"name": "acme"}`, "put", "/name/first", "1"}, {`{"name": }`, "put", "/name", "1"},
		{``, "append", "/users", "1"}, {`{"users": []}`, "remove", "/users/0", ""}, {`{}`, "remove", "", ""},
		{`{"c": [{"c": []}]}`, "move", "/c/0", "/c/0/c"}, {`{"c": [1]}`, "move", "/c/1", "/c"}, {`{"c": [1], "d": 2}`, "move", "/c/0", "/d"},
		{strings.Repeat("[", 100_000), "put", "/0", "1"},
	} {
		if got, ok := edited(c[0], c[1], c[2], c[3]); ok || got != c[0] {
			t.Errorf("%q makes %.60q", c, got)
		}
	}
}

func TestValuesAreReadAsTheyAreMeant(t *testing.T) {
	f := scenario.NewTenancy(`{"name": "it\u0027s \"a\"", "users": [{}, 1], "groups": {"a": 1}}`)
	v := scenario.Read(f)
	text, at, ok := v.Text("/name")
	if !ok || text != `it's "a"` || f.Slice(at) != `"it\u0027s \"a\""` {
		t.Errorf("the name is %q at %v", text, at)
	}
	if v.Length("/users") != 2 || v.Length("/groups") != 1 || v.Length("/name") != 0 || v.Length("/none") != 0 {
		t.Error("lengths are wrong")
	}
	if _, _, ok := v.Text("/users"); ok || !v.Has("/users/1") || v.Has("/users/2") || scenario.Read(scenario.NewTenancy("{")).Has("") {
		t.Error("it finds what is not there")
	}
}

// layouts are ways to write the same tenancy.
var layouts = []string{
	`{"name":"acme","users":[{"name":"alice","groups":["A","B"]},{"name":"bob"}],"compartments":[{"name":"Prod"}]}`,
	`{"name": "acme", "users": [{"name": "alice", "groups": ["A", "B"]}, {"name": "bob"}], "compartments": [{"name": "Prod"}]}`,
	"{\n  \"name\": \"acme\", // us\n  \"users\": [\n    {\"name\": \"alice\", \"groups\": [\"A\", \"B\"]}, // she\n    // and he\n    {\"name\": \"bob\"} /* he */\n  ],\n" +
		"  \"compartments\": [\n    {\n      \"name\": \"Prod\"\n    },\n  ],\n}\n",
	"// a tenancy\n{ \"name\": \"acme\", \"users\": [ {\"name\": \"alice\", \"groups\": [\n\"A\",\n\"B\"]},\n {\"name\": \"bob\"}\n], \"compartments\": [{\"name\": \"Prod\"} // it\n]}",
}

func TestWhatWasAppendedCanBeRemovedAgain(t *testing.T) {
	texts := layouts
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		if s, _ := scenario.Parse(name, archive); s.Tenancy != nil {
			texts = append(texts, s.Tenancy.Text)
		}
	}
	for _, text := range texts {
		for pointer, value := range map[string]string{"/users": `{"name": "new"}`, "/compartments": `{"name": "New", "compartments": [{"name": "In"}]}`, "/users/0/groups": `"New"`, "/networkSources": `{"name": "new"}`} {
			before, _ := scenario.ReadSpec(text)
			added, ok := edited(text, "append", pointer, value)
			if !ok {
				continue // there is no such user
			}
			if _, problems := scenario.ReadSpec(added); problems.HasErrors() {
				t.Errorf("%s is no tenancy\n%s", added, problems[0].Summary)
			}
			last := -1
			for n := 0; ; n++ {
				if _, _, ok := scenario.Find(added, fmt.Sprintf("%s/%d", pointer, n)); !ok {
					break
				}
				last = n
			}
			gone := fmt.Sprintf("%s/%d", pointer, last)
			if _, _, there := scenario.Find(text, pointer); !there {
				gone = pointer
			}
			removed, _ := edited(added, "remove", gone, "")
			if removed != text {
				t.Errorf("%s in\n%s\nbecame\n%s\nand then\n%s", pointer, text, added, removed)
			}
			if after, _ := scenario.ReadSpec(removed); !reflect.DeepEqual(before, after) {
				t.Errorf("%s changes what else is said", pointer)
			}
		}
	}
}

func TestARemovalLeavesTheRestAsItWas(t *testing.T) {
	for _, text := range layouts {
		for _, pointer := range []string{"/name", "/users", "/users/0", "/users/1", "/users/0/groups/0", "/users/0/groups/1", "/compartments", "/compartments/0", "/compartments/0/name"} {
			removed, ok := edited(text, "remove", pointer, "")
			if !ok {
				t.Fatalf("%s is not removed from\n%s", pointer, text)
			}
			if _, _, at, wrong := scenario.Syntax(removed); wrong != "" {
				t.Errorf("without %s, at %d: %s\n%s", pointer, at, wrong, removed)
			}
			again, ok := edited(text, "put", pointer, `"x"`)
			if _, _, at, wrong := scenario.Syntax(again); !ok || wrong != "" {
				t.Errorf("with another %s, at %d: %s\n%s", pointer, at, wrong, again)
			}
		}
	}
}
