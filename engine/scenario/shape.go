package scenario

import "oci-policy-playground/engine/source"

// shape is what a JSON value has to look like, and where what it says goes.
type shape struct {
	kinds  string // those it may have
	called string
	advice string
	fill   func(t *tree, label string, v *value)
}

// kinds are the kinds of a value in words.
var kinds = map[byte]string{'n': "null", 't': "true", 'f': "false", '"': "a text", '0': "a number", '{': "an object", '[': "a list"}

// field is a key of an object and what stands under it.
type field struct {
	key string
	*shape
}

func words(to *string) *shape {
	return &shape{`"`, "a text", "Write it in double quotes.", func(_ *tree, _ string, v *value) { *to = v.text }}
}

func truth(set func(bool)) *shape {
	return &shape{"tf", "true or false", "Write true or false without quotes.", func(_ *tree, _ string, v *value) { set(v.kind == 't') }}
}

func list[T any](to *[]T, each func(*T) *shape) *shape {
	return &shape{"[", "a list", "Write it in square brackets.", func(t *tree, label string, v *value) {
		t.crop(label, v)
		*to = make([]T, len(v.entries))
		for i, entry := range v.entries {
			t.fit("an entry of "+label, entry, each(&(*to)[i]))
		}
	}}
}

// table is an object whose keys are free.
func table[T any, M ~map[string]T](to *M, each func(*T) *shape) *shape {
	return braces(func(t *tree, _ string, v *value) {
		t.prune(v, func(*value) bool { return true })
		*to = M{}
		for _, m := range v.members {
			var under T
			t.member(m, each(&under))
			(*to)[m.name.text] = under
		}
	})
}

// object is an object with known keys; strange is how much another one matters.
func object(strange source.Severity, fields ...field) *shape {
	return braces(func(t *tree, _ string, v *value) {
		t.prune(v, func(name *value) bool {
			known := under(fields, name.text) != nil
			if !known {
				t.unknownKey(name, fields, strange)
			}
			return known
		})
		for _, m := range v.members {
			t.member(m, under(fields, m.name.text))
		}
	})
}

func braces(fill func(*tree, string, *value)) *shape {
	return &shape{"{", "an object", "Write it in braces.", fill}
}

func under(fields []field, key string) *shape {
	for _, f := range fields {
		if f.key == key {
			return f.shape
		}
	}
	return nil
}
