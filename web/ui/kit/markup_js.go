package kit

import (
	"strconv"

	"github.com/hexops/vecty"
)

// Disabled, Hidden, Checked, ReadOnly and Selected are boolean properties. Pass the truth; never leave one out
// when it is false, for Vecty would leave the element as it was.

func Disabled(is bool) vecty.Applyer { return vecty.Property("disabled", is) }
func Hidden(is bool) vecty.Applyer   { return vecty.Property("hidden", is) }
func Checked(is bool) vecty.Applyer  { return vecty.Property("checked", is) }
func ReadOnly(is bool) vecty.Applyer { return vecty.Property("readOnly", is) }

// Selected goes on an option. A value on the select itself would be set before it has options.
func Selected(is bool) vecty.Applyer { return vecty.Property("selected", is) }

// Aria is a state of accessibility, such as Aria("expanded", true).
func Aria(state string, is bool) vecty.Applyer {
	return vecty.Attribute("aria-"+state, strconv.FormatBool(is))
}

// Act names what a click or key on an element asks for, and on what: Act("remove", "id", "3").
// A listener of [On] reads it.
func Act(name string, data ...string) vecty.Applyer {
	markup := []vecty.Applyer{vecty.Data("act", name)}
	for i := 0; i+1 < len(data); i += 2 {
		markup = append(markup, vecty.Data(data[i], data[i+1]))
	}
	return vecty.Markup(markup...)
}
