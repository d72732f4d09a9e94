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
	drgPage      = "https://docs.oracle.com/iaas/Content/Network/Tasks/drg-iam.htm"
	denyPage     = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm"
)

// notJudged says that a statement is read and plays no part in verdicts.
func (b *binder) notJudged(n syntax.Node, what string) {
	b.warn(n, "not-judged", fmt.Sprintf("%s are recognised but not judged", what),
		"This statement neither grants nor takes anything here; verdicts that hang on it may differ in your tenancy.")
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
		return
	}
	d := source.Diagnostic{Severity: source.Error, Code: "deny-is-off", Span: b.startWord(), Source: denyPage,
		Summary: "this tenancy does not take Deny statements", Detail: "An administrator turns them on in the policy settings, once and for ever. Set `denyPolicies` in the tenancy, or leave the statement out."}
	b.refuse(Grant, d)
	b.problems = append(b.problems, d)
}

// deny binds a Deny like an Allow.
func (b *binder) deny(d *syntax.Deny) {
	b.denied()
	b.clause(&d.Clause)
}

// spelling reports what Oracle's pages never print, in the words alone.
func (b *binder) spelling(c *syntax.Clause) {
	if _, denies := b.syntax.Form.(*syntax.Deny); denies && !c.To {
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
	b.disputed(b.dialect != Oracle, Grant, do, "missing-to", "`to` is missing before what is denied", "Oracle's pages write it in every Deny.", from(denyPage), insert)
}

func (b *binder) quotedPlace(name *syntax.Name) {
	if strings.HasPrefix(b.syntax.Words(name), "'") {
		b.info(name, "quoted-compartment", "Oracle's pages write compartments without quotes", "Quotes are taken as well here.", from(locationPage))
	}
}

// endorse binds the half of those who come: its subject is of this tenancy, and
// its location of another, but for the first of an association.
func (b *binder) endorse(e *syntax.Endorse) {
	b.crossing(e.Deny)
	b.who(e.Who)
	b.deed(&e.Crossing)
	b.out.To = b.reach(e.In, e.With != nil)
	if e.With != nil {
		b.out.To = b.reach(e.With.In, false)
	}
}

// admit binds the half of those they come to: its subject is an alias, and its
// location of this tenancy, but for the first of an association.
func (b *binder) admit(a *syntax.Admit) {
	b.crossing(a.Deny)
	b.stranger(a)
	b.deed(&a.Crossing)
	b.reach(a.In, a.With == nil)
	if a.With != nil {
		b.reach(a.With.In, true)
	}
}

// crossing reports what holds of both: they stand at the root, and deny where
// that is on.
func (b *binder) crossing(deny bool) {
	if deny {
		b.denied()
	}
	if b.out.AttachedTo == b.world.Root {
		return
	}
	d := source.Diagnostic{Severity: source.Error, Code: "crossing-below-root", Span: b.startWord(), Source: crossingPage,
		Summary: fmt.Sprintf("this policy is attached to %s, below the root", place(b.out.AttachedTo)), Detail: "A policy that speaks of other tenancies is attached to the root. Move it there."}
	b.refuse(Location, d)
	b.problems = append(b.problems, d)
}

// stranger binds the subject of an Admit. Groups are of the other tenancy, so
// they are known by OCID alone.
func (b *binder) stranger(a *syntax.Admit) {
	switch who := a.Who.(type) {
	case *syntax.Groups:
		b.out.Who.Kind = kindOfGroups(who)
		for _, g := range who.Names {
			b.strangers(who, g)
		}
	default:
		b.who(who)
	}
	switch {
	case a.Of == nil:
		b.disputed(b.dialect != Oracle, Subject, a.Who, "missing-of", "the statement does not say which tenancy they come from",
			"Behind the subject of an Admit stands `of tenancy` and an alias.", from(crossingPage))
	case a.Of.Name != nil:
		b.out.From.ID = b.alias(Subject, "tenancy", a.Of.Name)
	default:
		b.out.From.Any = true
	}
}

// strangers adds a group of another tenancy.
func (b *binder) strangers(who *syntax.Groups, g *syntax.GroupName) {
	var id string
	switch {
	case g.ID != nil:
		id = string(g.ID.Text)
	case g.Domain() == nil:
		id = b.alias(Subject, keyOf(who.Kind, g.Name()).kind, g.Name())
	default:
		b.warn(g, "stranger-by-domain", "a group of another tenancy is named by its alias",
			"Its domains are not known here, so this admits nobody. Write a Define with the OCID of the group.", from(crossingPage))
	}
	b.out.Who.Aliases = append(b.out.Who.Aliases, id)
}

func (b *binder) deed(c *syntax.Crossing) {
	if associate, ok := c.Do.(*syntax.Associate); ok {
		b.associate(associate.Type)
	} else {
		b.grants(c.Do)
	}
	if c.With != nil {
		b.associate(c.With.Type)
	}
	if c.Where != nil {
		b.out.If = b.test(c.Where.If)
	}
}

func (b *binder) associate(t *syntax.Term) {
	if r := b.resource(t); r != nil {
		b.out.Grants.Associates = append(b.out.Grants.Associates, r)
	}
}

// reach binds a location: by the names of this tenancy where it is here.
func (b *binder) reach(in syntax.Reach, here bool) (to Reach) {
	switch in := in.(type) {
	case *syntax.AnyTenancy:
		to.Any = true
	case *syntax.NamedTenancy:
		to.ID = b.alias(Location, "tenancy", in.Name)
	case *syntax.PathOf:
		to = Reach{ID: b.alias(Location, "tenancy", in.Of), Path: string(in.Path.Text)}
		if b.dialect == Oracle {
			b.warn(in, "compartment-elsewhere", "Oracle's pages name no compartment of another tenancy", "They name the whole tenancy. A real tenancy may refuse it.", from(crossingPage))
		}
	default:
		if here && b.out.AttachedTo == b.world.Root {
			b.where(in)
		}
	}
	return to
}
