package scenario

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// World makes a tenancy of the text of a tenancy.json. The tenancy is always
// usable: what is wrong is left out and said, and of a text that is no JSON the
// tenancy is empty.
func World(f *source.File) (*tenancy.Tenancy, source.Diagnostics) {
	spec := tenancy.Spec{}
	if f == nil {
		return empty(spec)
	}
	spec.Name = folder(f.Name)
	if strings.TrimSpace(f.Text) == "" {
		return empty(spec)
	}
	t, problems := readJSON(f, tenancyShape(&spec))
	if t == nil {
		world, _ := empty(spec)
		return world, problems
	}
	world, misfits := tenancy.New(spec)
	for _, m := range misfits {
		if at := t.place(m.Pointer); !t.wrong[at] {
			t.say(source.Error, m.Code, at, m.Summary, m.Detail)
		}
	}
	return world, t.problems
}

// Locate finds the value a JSON pointer leads to in the text of a tenancy.json,
// such as "/dynamicGroups/0/matchingRule". The span of a text has its quotes in
// it.
func Locate(f *source.File, pointer string) (source.Span, bool) {
	t, _ := readJSON(f, tenancyShape(new(tenancy.Spec)))
	if t == nil || t.root.find(pointer) == nil {
		return source.Span{}, false
	}
	return t.place(pointer), true
}

func empty(spec tenancy.Spec) (*tenancy.Tenancy, source.Diagnostics) {
	world, _ := tenancy.New(spec)
	return world, nil
}

// folder is the name of the tenancy whose folder a file lies in, which it has
// until its text gives another.
func folder(name string) string {
	rest, ok := strings.CutPrefix(name, otherFolder)
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "/")
	return rest
}
