package kit

import "github.com/hexops/vecty"

// Copy is what the Copy method of a component answers: one with the same properties that holds nothing of earlier renders.
// Vecty by itself copies those along, so that each render keeps all that was ever drawn before it.
func Copy[T any, P interface {
	*T
	vecty.Component
}](c P) vecty.Component {
	next := *c
	*P(&next).Context() = vecty.Core{}
	return P(&next)
}
