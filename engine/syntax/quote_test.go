package syntax

import (
	"testing"

	"oci-policy-playground/engine/source"
)

func TestWhatIsQuotedReadsAsItself(t *testing.T) {
	for name, want := range map[string]string{
		"Ops": "Ops", "a.b-c_d": "a.b-c_d", "Dev Team": "'Dev Team'", "O'Brien": `'O\'Brien'`, "a/b": "'a/b'", "Größe": "'Größe'",
		"1st": "'1st'", "-x": "'-x'", ".x": "'.x'", "to": "'to'", "In": "'In'", "id": "'id'", "where": "'where'", "tenancy": "'tenancy'",
	} {
		if got := Quoted(name); got != want {
			t.Errorf("%s is written %s, want %s", name, got, want)
		}
		doc, problems := Parse(source.NewFile("f", "Allow group "+Quoted(name)+" to read buckets in tenancy"))
		groups, ok := doc.Statements[0].Clause().Who.(*Groups)
		if !ok || len(problems) != 0 || string(groups.Names[0].Name().Text) != name || groups.Names[0].Domain() != nil {
			t.Errorf("%s does not read as itself: %v", Quoted(name), problems)
		}
	}
}

func TestAPathIsQuotedAsAWhole(t *testing.T) {
	for path, want := range map[string]string{"Prod": "Prod", "Prod:Data": "Prod:Data", "Prod:2nd": "Prod:2nd", "Prod:My Apps": "'Prod:My Apps'", "2nd:Prod": "'2nd:Prod'", ":": "':'", "": "''"} {
		if got := QuotedPath(path); got != want {
			t.Errorf("%s is written %s, want %s", path, got, want)
		}
	}
}
