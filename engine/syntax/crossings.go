package syntax

import "oci-policy-playground/engine/source"

// associated recognises an association where there is none, and one that does
// not say of what.
func associated(m *moment) *source.Diagnostic {
	if !m.crosses() && m.word(0) == "associate" && m.word(-1) == "to" {
		return wrong("associate", m.at(0), say("`associate` is for Endorse and Admit, not for %s", m.title()),
			"It joins what lies in two tenancies. Write the Endorse in one and the Admit in the other.")
	}
	if w := m.word(0); m.word(-1) == "associate" && (w == "in" || w == "with" || m.ended()) {
		return wrong("missing-type", m.at(0), "a resource type is missing after `associate`", "Write `associate`, a type and its location; then `with`, a type and its location.")
	}
	return nil
}

// withoutIn recognises the second type before the location of the first.
func withoutIn(m *moment) *source.Diagnostic {
	if m.word(0) != "with" || m.word(-2) != "associate" {
		return nil
	}
	return wrong("missing-location", m.at(0), say("the statement does not say where the `%s` are", m.word(-1)),
		"Each of the two types has its own location: write `in` and a location before `with`.")
}

// halfWith recognises a `with` that is not followed by a type and a location.
func halfWith(m *moment) *source.Diagnostic {
	switch {
	case m.word(-1) == "with" && (m.ended() || m.word(0) == "in"):
		return wrong("missing-type", m.at(0), "a resource type is missing after `with`", "Write the type that is associated, `in` and where it is.")
	case m.word(-2) == "with" && (m.ended() || m.word(0) == "where"):
		return wrong("missing-location", m.at(0), say("the statement does not say where the `%s` are", m.word(-1)), "Write `in` and a location.")
	}
	return nil
}

func ofTenancy(m *moment) *source.Diagnostic {
	k := m.seek(2-m.i, "of", "to")
	if m.word(k) != "of" {
		return nil
	}
	if m.start() == "admit" {
		return m.ofWhat(k + 1)
	}
	if m.word(k+1) != "tenancy" && m.word(k+1) != "any-tenancy" {
		return nil
	}
	return wrong("of-tenancy", m.at(k).To(m.at(k+1)), say("`of %s` is for Admit", m.word(k+1)),
		say("%s speaks of groups of its own tenancy. Leave it out, or write an Admit statement.", m.title()))
}

// ofWhat recognises an `of` that no tenancy follows.
func (m *moment) ofWhat(k int) *source.Diagnostic {
	switch w := m.word(k); {
	case w == "any" && m.word(k+1) == "tenancy":
		return m.anyApart(k)
	case w == "tenancy" && (m.word(k+1) == "to" || m.word(k+1) == ""):
		return wrong("missing-name", m.at(k+1), "a name is missing after `of tenancy`", "Write the alias of the tenancy, which a Define gives it.")
	case w == "" || w == "to":
		return wrong("missing-name", m.at(k), "a tenancy is missing after `of`", "Write `tenancy` and its alias, or `any-tenancy`.")
	case w != "tenancy" && w != "any-tenancy" && m.word(k+1) == "to":
		return wrong("missing-tenancy", m.at(k), say("`tenancy` is missing before `%s`", m.written(k)), "Write `tenancy` before its alias.",
			source.Replace("insert `tenancy`", m.before(k), "tenancy "))
	}
	return nil
}

// anyApart is `any tenancy` written as two words.
func (m *moment) anyApart(k int) *source.Diagnostic {
	at := m.at(k).To(m.at(k + 1))
	return wrong("any-tenancy", at, "`any-tenancy` is one word", "Write it with a hyphen.", source.Replace("write `any-tenancy`", at, "any-tenancy"))
}

// anyTenancy recognises `any tenancy` as a location, and `any-tenancy` where it
// is none.
func anyTenancy(m *moment) *source.Diagnostic {
	switch {
	case m.word(-1) != "in":
	case m.crosses() && m.word(0) == "any" && m.word(1) == "tenancy":
		return m.anyApart(0)
	case !m.crosses() && m.word(0) == "any-tenancy":
		return wrong("any-tenancy", m.at(0), "`any-tenancy` is for Endorse and Admit", say("%s speaks of its own tenancy. Write `tenancy`.", m.title()),
			source.Replace("write `tenancy`", m.at(0), "tenancy"))
	}
	return nil
}

// ofElsewhere recognises a foreign compartment where there is none.
func ofElsewhere(m *moment) *source.Diagnostic {
	if m.word(0) != "of" || m.word(1) != "tenancy" || m.crosses() {
		return nil
	}
	return wrong("of-tenancy", m.at(0).To(m.at(1)), "`of tenancy` is for Endorse and Admit", say("%s speaks of compartments of its own tenancy. Leave it out.", m.title()))
}

// crossingSlips are what the grammar lets pass in an Endorse or Admit.
func crossingSlips(form Form) source.Diagnostics {
	var ds source.Diagnostics
	var c *Crossing
	endorses := false
	switch form := form.(type) {
	case *Endorse:
		c, endorses = &form.Crossing, true
	case *Admit:
		c = &form.Crossing
	default:
		return nil
	}
	associate, associates := c.Do.(*Associate)
	_, bare := c.In.(*Tenancy)
	switch {
	case associates && c.With == nil:
		ds = append(ds, *wrong("missing-with", place(associate), say("the statement does not say what the `%s` are associated with", associate.Type.Text),
			"Write `with`, a type, `in` and its location behind the first location."))
	case !associates && c.With != nil:
		ds = append(ds, *wrong("with-without-associate", place(c.With), "`with` belongs to `associate`", "Leave it out, or write `associate` and a type for the verb."))
	case endorses && bare && c.With == nil:
		ds = append(ds, *wrong("missing-alias", place(c.In), "an Endorse names the tenancy it speaks of", "Write its alias behind `tenancy`, or `any-tenancy` for all."))
	}
	for i := range ds {
		ds[i].Source = crossingPage
	}
	return ds
}
