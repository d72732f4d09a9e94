package policy

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// aliases are the names that the Define statements of one policy give. They
// hold in that policy alone, before and behind the statement that gives them.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
type aliases struct {
	byKey map[aliasKey]*alias
	all   []*alias // in the order of the text
}

// aliasKey is a name in lower case and what it is given to, for a group and a
// tenancy may have the same.
type aliasKey struct{ kind, name string }

type alias struct {
	define *syntax.Define
	at     *syntax.Statement
	used   bool
}

func keyOf(kind string, name *syntax.Name) aliasKey {
	return aliasKey{strings.ToLower(kind), strings.ToLower(string(name.Text))}
}

// defined collects the definitions of a policy.
func defined(p Source, d Dialect) (aliases, source.Diagnostics) {
	a := aliases{byKey: map[aliasKey]*alias{}}
	var problems source.Diagnostics
	for _, s := range p.Document.Statements {
		def, ok := s.Form.(*syntax.Define)
		if !ok {
			continue
		}
		problems = append(problems, undocumented(s, def, d)...)
		key := keyOf(def.Kind, def.Alias)
		if first, twice := a.byKey[key]; twice {
			problems = append(problems, definedTwice(s, def, first))
			continue
		}
		one := &alias{define: def, at: s}
		a.byKey[key], a.all = one, append(a.all, one)
	}
	return a, problems
}

func definedTwice(s *syntax.Statement, def *syntax.Define, first *alias) source.Diagnostic {
	return source.Diagnostic{Severity: source.Warning, Code: "defined-twice", Span: s.Place(def.Alias), Source: crossingPage,
		Summary: fmt.Sprintf("`%s` is defined twice in this policy", def.Alias.Text), Detail: "The first definition is taken. Leave one out, or give it another name.",
		Notes: []source.Note{{Span: first.at.Place(first.define.Alias), Text: "it is defined here first"}}}
}

// undocumented remarks on the kinds of definition that no page of Oracle's has.
func undocumented(s *syntax.Statement, def *syntax.Define, d Dialect) source.Diagnostics {
	kind := strings.ToLower(def.Kind)
	if d != Oracle || kind != "service" {
		return nil
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "undocumented-definition", Span: s.Place(def), Source: crossingPage,
		Summary: fmt.Sprintf("Oracle's pages define no %s", kind), Detail: "They define tenancies, compartments, groups and dynamic groups. A real tenancy may refuse it."}}
}

// unused tells the definitions that no statement speaks of.
func (a aliases) unused() source.Diagnostics {
	var ds source.Diagnostics
	for _, one := range a.all {
		if !one.used {
			ds = append(ds, source.Diagnostic{Severity: source.Info, Code: "unused-definition", Span: one.at.Place(one.define.Alias), Source: crossingPage,
				Summary: fmt.Sprintf("no statement of this policy speaks of `%s`", one.define.Alias.Text), Detail: "A definition holds in its own policy alone. Leave it out, or mend the name where it is meant."})
		}
	}
	return ds
}

// near is the alias of a kind whose name comes nearest.
func (a aliases) near(kind string, name *syntax.Name) string {
	near, _ := suggest.Closest(string(name.Text), func(yield func(string) bool) {
		for _, one := range a.all {
			if strings.EqualFold(one.define.Kind, kind) && !yield(string(one.define.Alias.Text)) {
				return
			}
		}
	})
	return near
}

// own is the alias of something in this tenancy: Oracle's statements for peering
// give names to OCIDs on both sides, and nil where there is none of that name.
//
// https://docs.oracle.com/iaas/Content/Network/Tasks/drg-iam.htm
func (b *binder) own(kind string, name *syntax.Name) *alias {
	b.asks = true
	a := b.aliases.byKey[keyOf(kind, name)]
	if a != nil {
		a.used = true
	}
	return a
}

// mentions marks the aliases that stand for what a statement names.
func (b *binder) mentions(w syntax.Who, in syntax.Node) {
	if groups, ok := w.(*syntax.Groups); ok {
		for _, name := range groups.Names {
			if name.ID == nil && name.Domain() == nil {
				b.own(groups.Kind, name.Name())
			}
		}
	}
	if path, ok := in.(*syntax.ByPath); ok {
		b.own("compartment", path.Path)
	}
}

// alias is the OCID of something in another tenancy, by its name here.
func (b *binder) alias(f Facet, kind string, name *syntax.Name) (id string) {
	if a, ok := b.aliases.byKey[keyOf(kind, name)]; ok {
		a.used = true
		return string(a.define.ID.Text)
	}
	for _, other := range [...]string{"tenancy", "group", "compartment", "service", "dynamic-group"} {
		if a, ok := b.aliases.byKey[keyOf(other, name)]; ok {
			a.used = true
			b.fault(f, name, "alias-of-another-kind", fmt.Sprintf("`%s` is defined as a %s, not as a %s", name.Text, prose(other), prose(kind)),
				"Write a definition of the right kind.", from(crossingPage), otherHalf(a, "it is defined here"))
			return ""
		}
	}
	b.fault(f, name, "undefined-alias", fmt.Sprintf("this policy defines no %s `%s`", prose(kind), name.Text),
		fmt.Sprintf("What lies in another tenancy has a name only by a Define in the same policy: `Define %s %s as ocid1.%s…`.", kind, b.syntax.Words(name), strings.ReplaceAll(kind, "-", "")),
		from(crossingPage), didYouMean(b.aliases.near(kind, name)), b.definedElsewhere(keyOf(kind, name)))
	return ""
}

// definedElsewhere tells that another policy defines an alias, and offers to
// repeat the definition here.
func (b *binder) definedElsewhere(key aliasKey) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) {
		a, ok := b.everywhere[key]
		if !ok {
			return
		}
		otherHalf(a, "another policy defines it, for itself alone")(d)
		at := b.syntax.Span
		at.End = at.Start
		d.Fixes = append(d.Fixes, source.Replace("define it in this policy too", at,
			fmt.Sprintf("Define %s %s as %s\n", strings.ToLower(a.define.Kind), a.at.Words(a.define.Alias), a.at.Words(a.define.ID))))
	}
}

// together is the definitions of all policies, the first of each name.
func together(policies []aliases) map[aliasKey]*alias {
	first := map[aliasKey]*alias{}
	for _, p := range policies {
		for key, a := range p.byKey {
			if _, ok := first[key]; !ok {
				first[key] = a
			}
		}
	}
	return first
}

func otherHalf(a *alias, text string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) {
		d.Notes = append(d.Notes, source.Note{Span: a.at.Place(a.define), Text: text})
	}
}
