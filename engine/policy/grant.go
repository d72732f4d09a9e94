package policy

import (
	"cmp"
	"fmt"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

const (
	verbsPage  = "https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm"
	syntaxPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm"
)

func (b *binder) grants(a syntax.Action) {
	b.out.Grants.Community = b.rules.Community
	switch a := a.(type) {
	case *syntax.Verb:
		b.verb(a.Verb)
		b.oneType(a)
		for _, t := range a.Types {
			if r := b.resource(t); r != nil {
				b.out.Grants.Resources = append(b.out.Grants.Resources, r)
			}
		}
	case *syntax.Permissions:
		for _, name := range a.Names {
			b.permission(name)
		}
		if a.Type != nil {
			b.narrow(a)
		}
	default:
		panic("an action that nobody binds")
	}
}

// oneType remarks on a list of types, and refuses it where the dialect has none.
func (b *binder) oneType(v *syntax.Verb) {
	if len(v.Types) == 1 {
		return
	}
	detail := "Write a statement for each type."
	if b.rules.SeveralTypes {
		detail = "Each of these is granted here; OCI asks for a statement each."
	}
	each := func(d *source.Diagnostic) { d.Fixes = b.syntax.EachType() }
	b.disputed(b.rules.SeveralTypes, Grant, v.Types[1], "several-types", "a statement has one resource type", detail, from(syntaxPage), each)
}

// meantVerbs are verbs of other languages and what their writers mean.
var meantVerbs = map[string]string{"view": "read", "list": "inspect", "get": "read", "write": "manage", "update": "use",
	"create": "manage", "delete": "manage", "admin": "manage", "administer": "manage", "access": "use", "manages": "manage", "reads": "read", "uses": "use"}

func (b *binder) verb(t *syntax.Term) {
	v, ok := catalog.ParseVerb(strings.ToLower(t.Text))
	if ok {
		b.out.Grants.Verb = v
		return
	}
	meant := meantVerbs[strings.ToLower(t.Text)]
	if meant == "" {
		meant, _ = suggest.Closest(t.Text, func(yield func(string) bool) {
			_ = yield("inspect") && yield("read") && yield("use") && yield("manage")
		})
	}
	b.fault(Grant, t, "unknown-verb", fmt.Sprintf("`%s` is not a verb", t.Text),
		"The verbs are inspect, read, use and manage, each with all of the one before.", from(verbsPage), didYouMean(meant))
}

// resource finds a type or family; a community name stands for the official one
// where the dialect has it.
func (b *binder) resource(t *syntax.Term) *catalog.Resource {
	if r, ok := b.catalog.Resource(t.Text); ok {
		b.silentTable(t, r)
		return r
	}
	alias, ok := b.catalog.Alias(t.Text)
	meant, _ := b.catalog.Resource(alias.Resource)
	switch {
	case ok && alias.Kind == catalog.Spelling:
		b.info(t, "other-spelling", fmt.Sprintf("`%s` is usually spelt `%s`", t.Text, alias.Resource), "Both are printed on Oracle's pages.", fix("write `"+alias.Resource+"`", alias.Resource))
		return meant
	case ok && alias.Kind == catalog.Community:
		b.differs(b.rules.Community, Grant, t, "community-type", fmt.Sprintf("`%s` stands for `%s`", t.Text, alias.Resource),
			"Guides use this name; Oracle's reference does not have it, and a real tenancy may refuse it.", fix("write `"+alias.Resource+"`", alias.Resource), from(alias.Source))
		if b.rules.Community {
			return meant
		}
	case ok:
		b.fault(Grant, t, "wrong-type", fmt.Sprintf("the resource type is called `%s`", alias.Resource), cmp.Or(alias.Note, "Write the name as the service's policy reference does."), fix("write `"+alias.Resource+"`", alias.Resource), from(alias.Source))
	default:
		b.unknownType(t)
	}
	return nil
}

func (b *binder) unknownType(t *syntax.Term) {
	near, _ := suggest.Closest(t.Text, names(b.catalog.Resources(), func(r *catalog.Resource) string { return r.Name }))
	b.out.Grants.Opaque = true
	b.differs(b.rules.Community, Grant, t, "unknown-type", fmt.Sprintf("the catalog has no resource type `%s`", t.Text),
		"What it would grant is unknown here. Check the name against the service's policy reference.", didYouMean(near), func(d *source.Diagnostic) {
			if d.Severity == source.Info {
				d.Severity = source.Warning
			}
		})
}

func (b *binder) silentTable(n syntax.Node, r *catalog.Resource) {
	if r.Unknown {
		b.info(n, "unknown-table", fmt.Sprintf("what the verbs give on `%s` is not known here", r.Name),
			"OCI has this type; the catalog has no table of its permissions. Decisions that hang on it say so.", from(r.Source))
	}
}

func (b *binder) permission(t *syntax.Term) {
	p, ok := b.catalog.Permission(t.Text)
	if !ok {
		near, _ := suggest.Closest(t.Text, names(b.catalog.Permissions(), func(p *catalog.Permission) string { return p.Name }))
		b.out.Grants.Opaque = true
		b.fault(Grant, t, "unknown-permission", fmt.Sprintf("the catalog has no permission `%s`", t.Text),
			"Permissions are named in the service's policy reference, in capitals with underscores.", didYouMean(near), from(syntaxPage))
		return
	}
	if p.SeedOnly {
		b.communityPermission(t, p)
	} else if p.Name != t.Text {
		b.info(t, "permission-case", fmt.Sprintf("permissions are written in capitals: `%s`", p.Name), "Case makes no difference.", fix("write `"+p.Name+"`", p.Name))
	}
	b.out.Grants.Permissions = append(b.out.Grants.Permissions, p)
}

// communityPermission reports a permission that only the guide's list has.
func (b *binder) communityPermission(t *syntax.Term, p *catalog.Permission) {
	more := []func(*source.Diagnostic){from(p.Source)}
	if p.Official != "" {
		more = append(more, fix("write `"+p.Official+"`", p.Official))
	}
	b.differs(b.rules.Community, Grant, t, "community-permission", fmt.Sprintf("`%s` is not in Oracle's reference", p.Name),
		"Only a community list names it. A real tenancy may refuse it.", more...)
}

// narrow binds the type behind a permission set. Oracle's pages never print one.
func (b *binder) narrow(a *syntax.Permissions) {
	last := a.Names[len(a.Names)-1]
	b.differs(b.rules.TypeAfterSet, Grant, a.Type, "type-after-permissions", "a permission set names no resource type in Oracle's pages",
		"The permissions already say which types are meant.", from(syntaxPage), b.dropBehind(last, a.Type))
	if !b.rules.TypeAfterSet {
		return
	}
	r := b.resource(a.Type)
	b.out.Grants.Narrow = r
	for _, p := range b.out.Grants.Permissions {
		if r != nil && p.Type != "" && !b.carries(r, p) {
			b.warn(a.Type, "permission-of-another-type", fmt.Sprintf("`%s` does not belong to `%s`", p.Name, r.Name),
				fmt.Sprintf("It belongs to `%s`; with this type behind the braces it is left out. Drop the type or write another statement.", p.Type), b.dropBehind(last, a.Type))
		}
	}
}

// carries reports that a type or family has a permission at any verb.
func (b *binder) carries(r *catalog.Resource, p *catalog.Permission) bool {
	_, seed := b.catalog.SeedLeast(r, p)
	return seed || b.catalog.Carries(r, catalog.Manage, p) != catalog.KnownNo || b.catalog.Includes(r, p.Type)
}

// dropBehind offers to remove everything between the end of one node and the
// end of another.
func (b *binder) dropBehind(kept *syntax.Term, dropped syntax.Node) func(*source.Diagnostic) {
	brace := strings.IndexByte(b.syntax.Text[b.syntax.Place(kept).End-b.syntax.Span.Start:], '}') + 1
	at := source.Span{File: b.syntax.Span.File, Start: b.syntax.Place(kept).End + brace, End: b.syntax.Place(dropped).End}
	return func(d *source.Diagnostic) {
		d.Fixes = append(d.Fixes, source.Replace("drop the type", at, ""))
	}
}
