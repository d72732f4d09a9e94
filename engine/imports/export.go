package imports

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// exported is a policy as other tools want it: statements one by one, and the
// OCID of its compartment.
type exported struct {
	name, compartment string
	statements        []string
}

func export(s *scenario.Scenario) []exported {
	world, _ := scenario.World(s.Tenancy)
	var all []exported
	for _, p := range s.Policies {
		e := exported{name: p.Name, compartment: compartmentID(world, p.AttachedTo)}
		doc, _ := syntax.Parse(p.File)
		for _, statement := range doc.Statements {
			e.statements = append(e.statements, oneLine(statement.Text))
		}
		all = append(all, e)
	}
	return all
}

// compartmentID is the OCID of the compartment of a path. Of one that is nowhere
// it is what that would have if it were.
func compartmentID(world *tenancy.Tenancy, path string) string {
	if c, ok := world.Compartment(path); ok {
		return c.ID
	}
	return "ocid1.compartment.oc1.." + strings.ReplaceAll(path, ":", ".")
}

// oneLine is a statement without remarks and line breaks.
func oneLine(statement string) string {
	var out strings.Builder
	for _, t := range syntax.Tokens(source.NewFile("", statement)) {
		switch {
		case t.Kind > syntax.Comment:
			out.WriteString(statement[t.Start:t.End])
		case out.Len() > 0 && !strings.HasSuffix(out.String(), " "):
			out.WriteByte(' ')
		}
	}
	return strings.TrimSpace(out.String())
}

// CommandLine writes the policies of a scenario as the JSON of the OCI command
// line and its REST API.
//
// https://docs.oracle.com/en-us/iaas/api/#/en/identity/20160918/datatypes/CreatePolicyDetails
func CommandLine(s *scenario.Scenario) string {
	var out strings.Builder
	out.WriteString("[")
	for i, e := range export(s) {
		if i > 0 {
			out.WriteString(",")
		}
		fmt.Fprintf(&out, "\n  {\n    \"name\": %s,\n    \"compartmentId\": %s,\n    \"statements\": [", scenario.Quoted(e.name), scenario.Quoted(e.compartment))
		for j, text := range e.statements {
			if j > 0 {
				out.WriteString(",")
			}
			out.WriteString("\n      " + scenario.Quoted(text))
		}
		out.WriteString("\n    ]\n  }")
	}
	out.WriteString("\n]\n")
	return out.String()
}

// Terraform writes the policies of a scenario as resources.
//
// https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/identity_policy
func Terraform(s *scenario.Scenario) string {
	var out strings.Builder
	used := map[string]bool{}
	for i, e := range export(s) {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "resource \"oci_identity_policy\" \"%s\" {\n", label(e.name, used))
		fmt.Fprintf(&out, "  name           = %s\n  description    = %s\n  compartment_id = %s\n  statements = [\n", terraformText(e.name), terraformText(e.name), terraformText(e.compartment))
		for _, text := range e.statements {
			fmt.Fprintf(&out, "    %s,\n", terraformText(text))
		}
		out.WriteString("  ]\n}\n")
	}
	return out.String()
}

// label is a name that Terraform takes for a resource, which no other one has.
func label(name string, used map[string]bool) string {
	plain := strings.Map(func(r rune) rune {
		if r < 0x80 && strings.ContainsRune(wordBytes, r) && r != '.' {
			return r
		}
		return '_'
	}, name)
	if plain == "" || strings.IndexByte("0123456789-", plain[0]) >= 0 {
		plain = "_" + plain
	}
	next := plain
	for n := 2; used[next]; n++ {
		next = fmt.Sprintf("%s_%d", plain, n)
	}
	used[next] = true
	return next
}

// terraformText writes a text in quotes, with no interpolation in it.
//
// https://developer.hashicorp.com/terraform/language/expressions/strings
func terraformText(text string) string {
	return `"` + terraformEscapes.Replace(text) + `"`
}

var terraformEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{")
