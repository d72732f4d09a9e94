package policy

import (
	"fmt"
	"strings"
	"unicode"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

const (
	crossingPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm"
	denyPage     = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm"
)

// notJudged says that a statement is read and plays no part in verdicts.
func (b *binder) notJudged(what string) {
	d := source.Diagnostic{Severity: source.Warning, Code: "not-judged", Span: b.startWord(),
		Summary: fmt.Sprintf("%s are recognised but not judged yet", what),
		Detail:  "This one neither grants nor takes anything here; verdicts that hang on it may differ in your tenancy."}
	b.problems = append(b.problems, d)
}

// startWord is where the word stands that a statement starts with.
func (b *binder) startWord() source.Span {
	at := b.syntax.Span
	if end := strings.IndexFunc(b.syntax.Text, unicode.IsSpace); end > 0 {
		at.End = at.Start + end
	}
	return at
}

// denied refuses a statement that denies where the tenancy has not turned that
// on, as none has by itself.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func (b *binder) denied() {
	if b.world.DenyPolicies {
		b.notJudged("`Deny` statements")
		return
	}
	d := source.Diagnostic{Severity: source.Error, Code: "deny-is-off", Span: b.startWord(), Source: denyPage,
		Summary: "this tenancy does not take Deny statements", Detail: "An administrator turns them on in the policy settings, once and for ever. Set `denyPolicies` in the tenancy, or leave the statement out."}
	b.out.Faults = append(b.out.Faults, Fault{Grant, d})
	b.problems = append(b.problems, d)
}

// deny binds a Deny like an Allow.
func (b *binder) deny(d *syntax.Deny) {
	b.denied()
	b.clause(&d.Clause)
}

// spelling reports what Oracle's pages never print, in the words alone.
func (b *binder) spelling(c *syntax.Clause) {
	if _, denies := b.syntax.Form.(*syntax.Deny); denies && c.To == nil {
		b.noTo(c.Do)
	}
	if b.dialect != Oracle {
		return
	}
	switch in := c.In.(type) {
	case *syntax.ByID:
		b.quotedPlace(in.ID)
	case *syntax.ByPath:
		b.quotedPlace(in.Path)
	}
}

// noTo reports a Deny without its `to`, where reading has left that to the
// dialect.
func (b *binder) noTo(do syntax.Action) {
	at := b.syntax.Place(do)
	at.End = at.Start
	insert := func(d *source.Diagnostic) { d.Fixes = []source.Fix{source.Replace("insert `to`", at, "to ")} }
	const summary, detail = "`to` is missing before what is denied", "Oracle's pages write it in every Deny."
	if b.dialect == Oracle {
		b.fault(Grant, do, "missing-to", summary, detail, from(denyPage), insert)
	} else {
		b.warn(do, "missing-to", summary, detail, from(denyPage), insert)
	}
}

func (b *binder) quotedPlace(name *syntax.Name) {
	if strings.HasPrefix(b.syntax.Words(name), "'") {
		b.info(name, "quoted-compartment", "Oracle's pages write compartments without quotes", "Quotes are taken as well here.", from(locationPage))
	}
}

// endorse binds the half of those who come: its subject is of this tenancy, and
// its location of another, but for the first of an association.
func (b *binder) endorse(e *syntax.Endorse) {
	b.crossing(e.Deny, "`Endorse` statements")
	b.who(e.Who)
	b.deed(&e.Crossing)
	b.reach(e.In, e.With != nil)
	if e.With != nil {
		b.reach(e.With.In, false)
	}
}

// admit binds the half of those they come to: its subject is an alias, and its
// location of this tenancy, but for the first of an association.
func (b *binder) admit(a *syntax.Admit) {
	b.crossing(a.Deny, "`Admit` statements")
	b.stranger(a)
	b.deed(&a.Crossing)
	b.reach(a.In, a.With == nil)
	if a.With != nil {
		b.reach(a.With.In, true)
	}
}

// crossing reports what holds of both: they are not judged, and stand at the
// root.
func (b *binder) crossing(deny bool, what string) {
	if deny {
		b.denied()
	} else {
		b.notJudged(what)
	}
	if b.out.AttachedTo == b.world.Root {
		return
	}
	d := source.Diagnostic{Severity: source.Error, Code: "crossing-below-root", Span: b.startWord(), Source: crossingPage,
		Summary: fmt.Sprintf("this policy is attached to %s, below the root", place(b.out.AttachedTo)), Detail: "A policy that speaks of other tenancies is attached to the root. Move it there."}
	b.out.Faults = append(b.out.Faults, Fault{Location, d})
	b.problems = append(b.problems, d)
}

// stranger binds the subject of an Admit.
func (b *binder) stranger(a *syntax.Admit) {
	if groups, ok := a.Who.(*syntax.Groups); ok {
		for _, g := range groups.Names {
			if g.ID == nil && g.Domain == nil {
				b.alias(Subject, keyOf(groups.Kind, g.Name).kind, g.Name)
			}
		}
	}
	switch {
	case a.Of == nil:
		b.differsIn("missing-of", a.Who, "the statement does not say which tenancy they come from",
			"Behind the subject of an Admit stands `of tenancy` and an alias.")
	case a.Of.Name != nil:
		b.alias(Subject, "tenancy", a.Of.Name)
	}
}

// differsIn warns by the guide of what Oracle's pages never print.
func (b *binder) differsIn(code string, n syntax.Node, summary, detail string) {
	if b.dialect == Oracle {
		b.fault(Subject, n, code, summary, detail, from(crossingPage))
	} else {
		b.warn(n, code, summary, detail, from(crossingPage))
	}
}

func (b *binder) deed(c *syntax.Crossing) {
	if associate, ok := c.Do.(*syntax.Associate); ok {
		b.resource(associate.Type)
	} else {
		b.grants(c.Do)
	}
	if c.With != nil {
		b.resource(c.With.Type)
	}
	if c.Where != nil {
		b.out.If = b.test(c.Where.If)
	}
}

// reach binds a location: by the names of this tenancy where it is here.
func (b *binder) reach(in syntax.Reach, here bool) {
	switch in := in.(type) {
	case *syntax.AnyTenancy:
	case *syntax.NamedTenancy:
		b.alias(Location, "tenancy", in.Name)
	case *syntax.PathOf:
		b.alias(Location, "tenancy", in.Of)
		if b.dialect == Oracle {
			b.warn(in, "compartment-elsewhere", "Oracle's pages name no compartment of another tenancy", "They name the whole tenancy. A real tenancy may refuse it.", from(crossingPage))
		}
	default:
		if here && b.out.AttachedTo == b.world.Root {
			b.where(in)
		}
	}
}
