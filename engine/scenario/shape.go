package scenario

import (
	"maps"
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
)

// shape is what a JSON value has to look like, where what it says goes, and how
// what is there is written.
type shape struct {
	kinds  string // those it may have
	called string
	advice string
	fill   func(t *tree, label string, v *value)
	text   func(indent string) string // "" when there is nothing to write
}

// kinds are the kinds of a value in words.
var kinds = map[byte]string{'n': "null", 't': "true", 'f': "false", '"': "a text", '0': "a number", '{': "an object", '[': "a list"}

// field is a key of an object and what stands under it.
type field struct {
	key string
	*shape
}

func words(to *string) *shape {
	return &shape{`"`, "a text", "Write it in double quotes.", func(_ *tree, _ string, v *value) { *to = v.text }, func(string) string {
		if *to == "" {
			return ""
		}
		return Quoted(*to)
	}}
}

func truth(set func(bool), text func() string) *shape {
	return &shape{"tf", "true or false", "Write true or false without quotes.", func(_ *tree, _ string, v *value) { set(v.kind == 't') },
		func(string) string { return text() }}
}

func list[T any](to *[]T, each func(*T) *shape) *shape {
	return &shape{"[", "a list", "Write it in square brackets.", func(t *tree, label string, v *value) {
		t.crop(label, v)
		*to = make([]T, len(v.entries))
		for i, entry := range v.entries {
			t.fit("an entry of "+label, entry, each(&(*to)[i]))
		}
	}, func(indent string) string {
		parts := make([]string, len(*to))
		for i := range *to {
			parts[i] = each(&(*to)[i]).text(indent + "  ")
		}
		return enclosed("[", parts, "]", indent)
	}}
}

// lineWidth is how long a list or object may be to stand on one line, in bytes.
const lineWidth = 90

// enclosed puts parts between brackets, on one line or on lines of their own.
func enclosed(open string, parts []string, end, indent string) string {
	if len(parts) == 0 {
		return ""
	}
	flat := open + strings.Join(parts, ", ") + end
	if len(indent)+len(flat) <= lineWidth && !strings.Contains(flat, "\n") {
		return flat
	}
	inner := "\n" + indent + "  "
	return open + inner + strings.Join(parts, ","+inner) + "\n" + indent + end
}

// keyed is a key and its value; "" when there is no value.
func keyed(key, text string) []string {
	if text == "" {
		return nil
	}
	return []string{Quoted(key) + ": " + text}
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
	}, func(indent string) string {
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(*to)) {
			under := (*to)[key]
			parts = append(parts, keyed(key, each(&under).text(indent+"  "))...)
		}
		return enclosed("{", parts, "}", indent)
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
	}, func(indent string) string {
		var parts []string
		for _, f := range fields {
			parts = append(parts, keyed(f.key, f.text(indent+"  "))...)
		}
		return enclosed("{", parts, "}", indent)
	})
}

func braces(fill func(*tree, string, *value), text func(string) string) *shape {
	return &shape{"{", "an object", "Write it in braces.", fill, text}
}

func under(fields []field, key string) *shape {
	for _, f := range fields {
		if f.key == key {
			return f.shape
		}
	}
	return nil
}
