package scenario

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// maxForeignValues is how many values a JSON text may hold that was not written
// for the playground, and says more than it needs.
const maxForeignValues = 200_000

// Value is a value of a JSON text that has no shape of ours, and its place. The
// zero Value is no value, and so is everything under it.
type Value struct {
	v    *value
	file *source.File
}

// ReadValue reads a JSON text of any shape; ok tells whether it is one.
func ReadValue(f *source.File) (v Value, ok bool, problems source.Diagnostics) {
	if d := measure(f, maxForeignValues); d != nil {
		return Value{}, false, source.Diagnostics{*d}
	}
	root, p := parseJSON(f.Text)
	if root == nil {
		return Value{}, false, source.Diagnostics{syntaxError(f, p)}
	}
	return Value{root, f}, true, nil
}

// IsText, IsList and IsObject tell what a value is.
func (v Value) IsText() bool   { return v.is('"') }
func (v Value) IsList() bool   { return v.is('[') }
func (v Value) IsObject() bool { return v.is('{') }

func (v Value) is(kind byte) bool { return v.v != nil && v.v.kind == kind }

// Text is a text without quotes and escapes, or a number as it is written; ""
// for anything else.
func (v Value) Text() string {
	if v.is('0') {
		return v.file.Text[v.v.start:v.v.end]
	}
	if v.IsText() {
		return v.v.text
	}
	return ""
}

// Span is the place of a value, with its quotes.
func (v Value) Span() source.Span {
	if v.v == nil {
		return source.Span{}
	}
	return v.file.Span(v.v.start, v.v.end)
}

// Entries are those of a list.
func (v Value) Entries() []Value {
	if !v.IsList() {
		return nil
	}
	all := make([]Value, len(v.v.entries))
	for i, e := range v.v.entries {
		all[i] = Value{e, v.file}
	}
	return all
}

// Under is what stands under a key of an object, however the words of the key
// are joined: compartmentId, compartment-id and compartment_id are one.
func (v Value) Under(key string) Value {
	if v.IsObject() {
		for _, m := range v.v.members {
			if sameKey(m.name.text, key) {
				return Value{m.value, v.file}
			}
		}
	}
	return Value{}
}

// sameKey compares a key with one that has no hyphens.
func sameKey(key, plain string) bool {
	return strings.EqualFold(joints.Replace(key), plain)
}

var joints = strings.NewReplacer("-", "", "_", "")

// Tags are the defined tags that an object says: namespace, key, value. What is
// no text is left out.
func (v Value) Tags() tenancy.Tags {
	if !v.IsObject() {
		return nil
	}
	tags := tenancy.Tags{}
	for _, namespace := range v.v.members {
		for _, key := range namespace.value.members {
			if tags[namespace.name.text] == nil {
				tags[namespace.name.text] = map[string]string{}
			}
			tags[namespace.name.text][key.name.text] = Value{key.value, v.file}.Text()
		}
	}
	if len(tags) == 0 {
		return nil
	}
	return tags
}

// Spec is what the text of a tenancy.json says. The spec of a text that is no
// JSON is empty.
func Spec(f *source.File) (tenancy.Spec, source.Diagnostics) {
	spec := tenancy.Spec{}
	if f == nil || strings.TrimSpace(f.Text) == "" {
		return spec, nil
	}
	_, problems := readJSON(f, tenancyShape(&spec))
	return spec, problems
}

// IsName tells whether a policy or a compartment can have a name here: it is
// part of a path in the archive.
func IsName(name string) bool { return sound(name) && !strings.Contains(name, "/") }

// Shown is a name of unknown origin as a message may hold it: short, with what
// is invisible written out.
func Shown(name string) string { return show(name) }

// NameText writes a name as a check has it, in quotes where it needs them, and
// ValueText a value.
func NameText(s string) string  { return name(flat(s)) }
func ValueText(s string) string { return quoted(flat(s)) }

// flat is a text on one line, as a check is.
func flat(s string) string { return strings.Join(strings.FieldsFunc(s, isBreak), " ") }

func isBreak(r rune) bool { return r == '\n' || r == '\r' }

// NewTenancy is the file of the other tenancy with this text.
func (o Other) NewTenancy(text string) *source.File {
	return source.NewFile(otherFolder+o.Name+"/"+tenancySection, text)
}

// Visible is a text with the characters written out that are not seen or that
// turn around what is beside them.
func Visible(text string) string {
	if strings.IndexFunc(text, hidden) < 0 {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if hidden(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func hidden(r rune) bool {
	if r == '\n' || r == '\t' || r == '\uFFFD' {
		return false
	}
	return treacherous(r) || r == '\u00AD' || r == '\u180E' || '\u2060' <= r && r <= '\u2064'
}
