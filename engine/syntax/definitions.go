package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

// definitions is what people get wrong in a Define.
var definitions = []mistake{undefinable, noAlias, noAs, noOCID, severalOCIDs, severalAliases, behindDefinition}

// definable is what a Define gives a name to.
var definable = []string{"tenancy", "group", "dynamic-group", "compartment", "service"}

// undefinable recognises a Define that does not say what it defines.
func undefinable(m *moment) *source.Diagnostic {
	if m.i != 1 || m.ended() {
		return nil
	}
	d := wrong("unknown-definition", m.at(0), say("a Define does not name a `%s`", m.written(0)), wantedOfDefine)
	if kind, ok := suggest.Closest(m.word(0), slices.Values(definable)); ok {
		d.Fixes = []source.Fix{write(m.at(0), kind)}
	} else if kind := kindOfOCID(m.word(m.last())); kind != "" && m.word(1) == "as" {
		d.Fixes = []source.Fix{source.Replace(say("insert `%s`", kind), m.before(0), kind+" ")}
	}
	return d
}

// kindOfOCID is what an OCID is the OCID of, as a Define calls it.
func kindOfOCID(id string) string {
	parts := strings.SplitN(id, ".", 3)
	if len(parts) < 3 || parts[0] != "ocid1" {
		return ""
	}
	for _, kind := range definable {
		if parts[1] == strings.ReplaceAll(kind, "-", "") {
			return kind
		}
	}
	return ""
}

func noAlias(m *moment) *source.Diagnostic {
	if m.word(-1) == "as" && slices.Contains(definable, m.word(-2)) {
		return wrong("missing-name", m.at(-1), say("an alias is missing after `%s`", m.word(-2)), "Write the name by which the other statements call it.")
	}
	if m.ended() && m.i <= 2 {
		return wrong("missing-name", m.at(0), say("nothing stands after `%s`", m.word(-1)), wantedOfDefine)
	}
	return nil
}

// noAs recognises other words and signs where `as` should stand, or none.
func noAs(m *moment) *source.Diagnostic {
	if m.i != 3 {
		return nil
	}
	switch w := m.word(0); {
	case w == "=" || w == "is" || w == "to" || w == "be":
		return wrong("missing-as", m.at(0), say("the word before the OCID is `as`, not `%s`", w), "Write `as`.", source.Replace("write `as`", m.at(0), "as"))
	case isOCID(w):
		return wrong("missing-as", m.at(0), "`as` is missing before the OCID", "Write `as`.", source.Replace("insert `as`", m.before(0), "as "))
	case m.ended():
		return wrong("missing-as", m.at(0), "the definition does not say what the alias stands for", "Write `as` and an OCID.")
	}
	return nil
}

func noOCID(m *moment) *source.Diagnostic {
	if w := m.word(-1); !m.ended() || w != "as" && w != "id" {
		return nil
	}
	return wrong("missing-name", m.at(0), say("an OCID is missing after `%s`", m.word(-1)), "Write the OCID that the alias stands for.")
}

func severalAliases(m *moment) *source.Diagnostic {
	if as := m.seek(0, "as"); m.i != 3 || m.word(0) != "," || as > m.last() {
		return nil
	}
	return wrong("several-definitions", m.at(0), "a Define has one alias", "Write a Define for each.")
}

func severalOCIDs(m *moment) *source.Diagnostic {
	if m.word(0) != "," || m.seek(-m.i, "as") > 0 {
		return nil
	}
	return wrong("several-definitions", m.at(0), "an alias stands for one OCID", "Write a Define for each.")
}

// behindDefinition recognises what goes on behind the OCID.
func behindDefinition(m *moment) *source.Diagnostic {
	if m.ended() || m.seek(-m.i, "as") > 0 {
		return nil
	}
	if m.word(0) == ";" {
		return semicolon(m)
	}
	return wrong("after-definition", m.at(0), "a Define ends with its OCID", "It grants nothing and takes no condition. A new statement begins on a new line.")
}

// definitionSlips are what the grammar lets pass in a Define.
func definitionSlips(d *Define) source.Diagnostics {
	var ds source.Diagnostics
	id, at := strings.ToLower(string(d.ID.Text)), place(d.ID)
	if d.Marked && !strings.EqualFold(d.Kind, "compartment") { // which Oracle defines with it and without
		between := source.Span{Start: d.Alias.end(), End: d.ID.start()}
		ds = append(ds, source.Diagnostic{Severity: source.Warning, Code: "id-in-definition", Span: at,
			Summary: "no `id` stands before the OCID of a Define", Detail: "Leave it out.", Source: crossingPage,
			Fixes: []source.Fix{source.Replace("leave out `id`", between, " as ")}})
	}
	switch kind := kindOfOCID(id); {
	case !isOCID(id):
		ds = append(ds, source.Diagnostic{Severity: source.Error, Code: "not-an-ocid", Span: at, Source: crossingPage,
			Summary: say("`%s` is not an OCID", string(d.ID.Text)), Detail: "An alias stands for an OCID, which begins with `ocid1.`."})
	case kind != "" && !strings.EqualFold(kind, d.Kind):
		ds = append(ds, source.Diagnostic{Severity: source.Warning, Code: "wrong-kind-of-ocid", Span: at, Source: crossingPage,
			Summary: say("this is the OCID of a %s, not of a %s", spoken(kind), spoken(strings.ToLower(d.Kind))),
			Detail:  "The alias would stand for something else than the statement says. Write the OCID that is meant, or the right word."})
	case strings.ContainsAny(id, "<…"):
		ds = append(ds, source.Diagnostic{Severity: source.Warning, Code: "placeholder", Span: at, Source: crossingPage,
			Summary: "the OCID has a placeholder in it", Detail: "Put the whole OCID in its place before you use the policy."})
	}
	return ds
}

func spoken(keyword string) string { return strings.ReplaceAll(keyword, "-", " ") }
