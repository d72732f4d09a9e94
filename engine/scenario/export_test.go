package scenario

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// What the tests of the package see beyond its API.
var (
	Quote        = quote
	Unquote      = unquote
	Dictionary   = &dictionary
	DecodeString = decodeString
	EncodeString = Quoted
	Unpercent    = unpercent
)

// EBNF is the grammar of a check as text.
func EBNF() string { return english().String() }

// ReadSpec is what the text of a tenancy.json says.
func ReadSpec(text string) (tenancy.Spec, source.Diagnostics) {
	var spec tenancy.Spec
	_, problems := readJSON(NewTenancy(text), tenancyShape(&spec))
	return spec, problems
}

// Syntax lists the values of a JSON text with their places, or says where and
// why it is none.
func Syntax(text string) (dump string, lenient bool, at int, wrong string) {
	v, p := parseJSON(text)
	if v == nil {
		return "", false, p.at, p.wrong
	}
	var out strings.Builder
	v.dump(&out)
	return out.String(), p.lenient, 0, ""
}

// Find is the place of the value that a pointer leads to.
func Find(text, pointer string) (start, end int, ok bool) {
	root, _ := parseJSON(text)
	if v := root.find(pointer); v != nil {
		return v.start, v.end, true
	}
	return 0, 0, false
}

func (v *value) dump(out *strings.Builder) {
	fmt.Fprintf(out, "%c %d-%d %q\n", v.kind, v.start, v.end, v.text)
	for _, m := range v.members {
		m.name.dump(out)
		m.value.dump(out)
	}
	for _, entry := range v.entries {
		entry.dump(out)
	}
}
