package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

var unknownNetworkSource = &Check{Name: "unknown-network-source", Severity: source.Warning, Run: runUnknownNetworkSource,
	Source: pages + "Tasks/managingnetworksources.htm",
	Doc: "The variable holds the names of the tenancy's network sources that the caller's address lies in. A test of another name never holds.\n" +
		"Mend the name, or add the network source to the tenancy."}

// runUnknownNetworkSource takes it that a tenancy that names some names all.
func runUnknownNetworkSource(p *Pass) {
	if len(p.World.NetworkSources) == 0 {
		return
	}
	for _, leaves := range [...][]leaf{p.leaves, p.denied} {
		for i := range leaves {
			if l := &leaves[i]; l.is("request.networksource.name") {
				p.checkNetworkSources(l)
			}
		}
	}
}

func (p *Pass) checkNetworkSources(l *leaf) {
	for k, term := range l.Right {
		if term.Kind != policy.Literal || slices.ContainsFunc(p.World.NetworkSources, func(n *tenancy.NetworkSource) bool { return strings.EqualFold(n.Name, term.Text) }) {
			continue
		}
		d := p.reportValue(l, k, "the tenancy has no network source %", term.Text)
		near, ok := suggest.Closest(term.Text, func(yield func(string) bool) {
			for _, n := range p.World.NetworkSources {
				if !yield(n.Name) {
					return
				}
			}
		})
		if ok {
			replace(d, "write %", near, syntax.InQuotes(near))
		}
	}
}
