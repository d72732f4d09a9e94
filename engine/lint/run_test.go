package lint

import "oci-policy-playground/engine/source"

// Run runs every check.
func Run(p *Pass) source.Diagnostics {
	for p.Step() {
	}
	return p.Found()
}
