package lint

import (
	"slices"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var noOverwrite = &Check{Name: "no-overwrite", Severity: source.Warning, Source: objectPage, Run: runNoOverwrite,
	Doc: "OBJECT_CREATE alone writes objects that are not there yet. Uploads in parts, which tools choose for large files, and writing a file again ask for OBJECT_OVERWRITE too.\n" +
		"Add `OBJECT_OVERWRITE`, unless objects are to be written once."}

func runNoOverwrite(p *Pass) {
	create, overwrite := p.permission("OBJECT_CREATE"), p.permission("OBJECT_OVERWRITE")
	for _, st := range p.statements {
		set, ok := st.Allow().Do.(*syntax.Permissions)
		if !ok || !slices.Contains(st.Grants.Permissions, create) || p.anywhere(st, overwrite) {
			continue
		}
		for _, name := range set.Names {
			if perm, _ := p.Catalog.Permission(name.Text); perm == create {
				replace(p.reportNode(st, name, "uploads in parts will fail", ""), "add `OBJECT_OVERWRITE`", "", name.Text+", OBJECT_OVERWRITE")
			}
		}
	}
}
