package catalog

import "testing"

func resource(t testing.TB, name string) *Resource {
	t.Helper()
	r, ok := Default().Resource(name)
	if !ok {
		t.Fatalf("no resource called %q", name)
	}
	return r
}

func permission(t testing.TB, name string) *Permission {
	t.Helper()
	p, ok := Default().Permission(name)
	if !ok {
		t.Fatalf("no permission called %q", name)
	}
	return p
}

func variableOf(t testing.TB, name string) *Variable {
	t.Helper()
	v, ok := Default().Variable(name)
	if !ok {
		t.Fatalf("no variable called %q", name)
	}
	return v
}

// call finds the one operation of this name, nil for "".
func call(t testing.TB, name string) *Operation {
	t.Helper()
	if name == "" {
		return nil
	}
	ops := Default().Operation(name)
	if len(ops) != 1 {
		t.Fatalf("%d operations called %q", len(ops), name)
	}
	return ops[0]
}
