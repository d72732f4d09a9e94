package store

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// variable tells what a variable holds, and when a request carries it.
func (p *page) variable(v *catalog.Variable) {
	p.say(say.HoldsType(v.Type.String()))
	if v.Multi {
		p.say(say.HoldsSet)
	}
	p.say(v.Note)
	p.Source = v.Source
	p.sayNames(say.AnotherName, only(v.SameAs))
	if v.Dialect == catalog.GuideOnly {
		p.say(say.GuidesOnly)
	}
	if v.Deprecated != "" {
		p.say(say.OutOfUse + v.Deprecated)
	}
	if len(v.Principals) > 0 {
		p.say(say.OnlyCallers(strings.Join(v.Principals, ", ")))
	}
	p.names(say.ForTypes, v.Types)
	scope := p.catalog.Scope(v)
	p.names(say.CarriedHere, scope.Only)
	p.names(say.NotCarried, scope.Absent)
	p.names(say.StillCarried, scope.Present)
}
