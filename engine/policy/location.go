package policy

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

const locationPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/location.htm"

func (b *binder) where(in syntax.In) {
	switch in := in.(type) {
	case *syntax.Tenancy:
		b.wholeTenancy(in)
	case *syntax.ByID:
		b.byID(in)
	case *syntax.ByPath:
		b.byPath(in)
	default:
		panic("a location that nobody binds")
	}
}

// wholeTenancy: only a policy attached to the root may speak of the tenancy, as
// a policy reaches no further than the subtree it is attached to.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (b *binder) wholeTenancy(in syntax.Node) {
	if at := b.out.AttachedTo; at != b.world.Root {
		b.fault(Location, in, "tenancy-below-root", fmt.Sprintf("this policy is attached to %s and cannot speak of the tenancy", place(at)),
			"Attach the policy to the root, or name the compartment.", from(verbsPage), fix("write `compartment "+syntax.QuotedPath(at.Name)+"`", "compartment "+syntax.QuotedPath(at.Name)))
		return
	}
	b.out.Where = b.world.Root
}

func (b *binder) byID(in *syntax.ByID) {
	id := string(in.ID.Text)
	if !tenancy.IsOCID(id) {
		b.fault(Location, in.ID, "not-an-ocid", fmt.Sprintf("`%s` is not an OCID", id), "Behind `compartment id` stands an OCID. Leave `id` out to give a name or path.", from(locationPage))
		return
	}
	b.identified(in.ID, id)
}

// identified finds the compartment that has an OCID, which n gives or stands for.
func (b *binder) identified(n *syntax.Name, id string, more ...func(*source.Diagnostic)) {
	c, ok := b.world.CompartmentByID(id)
	more = append(more, from(locationPage))
	switch {
	case !ok && !strings.HasPrefix(strings.ToLower(id), "ocid1.compartment.") && !strings.HasPrefix(strings.ToLower(id), "ocid1.tenancy."):
		b.fault(Location, n, "wrong-kind-of-ocid", fmt.Sprintf("this is the OCID of a %s, not of a compartment", strings.Split(id, ".")[1]),
			"Write the OCID of the compartment.", more...)
	case !ok:
		b.fault(Location, n, "unknown-compartment", "no compartment here has this OCID",
			"Give the compartment that OCID in the tenancy, or name it by its path.", append(more, note(ociNotInSubtree(id)))...)
	case !c.Within(b.out.AttachedTo):
		b.outside(n, c)
	default:
		b.out.Where = c
	}
}

// byPath resolves a name or path from where the policy is attached: first as
// the child of that name, then as the attachment itself, then as an alias.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (b *binder) byPath(in *syntax.ByPath) {
	text := string(in.Path.Text)
	elements := strings.Split(text, ":")
	at := b.out.AttachedTo
	if tenancy.IsOCID(text) {
		b.missingID(in)
		return
	}
	itself := strings.EqualFold(at.Name, elements[0])
	if c, ok := at.Walk(elements...); ok {
		b.out.Where = c
		if itself && at != b.world.Root && len(elements) == 1 {
			b.childFirst(in, c)
		}
		return
	}
	if itself && at != b.world.Root && len(elements) == 1 {
		b.out.Where = at
		return
	}
	if c, ok := at.Walk(elements[1:]...); ok && itself && len(elements) > 1 {
		b.headed(in, c, elements)
		return
	}
	if a := b.own("compartment", in.Path); a != nil {
		b.identified(in.Path, string(a.define.ID.Text), otherHalf(a, "it is defined here"))
		return
	}
	b.nowhere(in, elements)
}

// childFirst warns of a name that both the attachment and its child have.
func (b *binder) childFirst(in *syntax.ByPath, c *tenancy.Compartment) {
	b.warn(in.Path, "ambiguous-compartment", fmt.Sprintf("`%s` is the name of two compartments", c.Name),
		fmt.Sprintf("It is read as %s, the child; %s, where the policy is attached, has the same name. Write an OCID to be sure.", place(c), place(b.out.AttachedTo)), from(locationPage))
}

// missingID refuses an OCID without its keyword; parsing has reported it.
func (b *binder) missingID(in *syntax.ByPath) {
	b.refuse(Location, source.Diagnostic{Severity: source.Error, Code: "missing-id",
		Span: b.syntax.Place(in.Path), Summary: "`id` is missing before the OCID", Detail: "Write `compartment id` and the OCID.", Source: locationPage,
		Notes: []source.Note{{Text: ociNotInSubtree(string(in.Path.Text))}},
		Fixes: []source.Fix{source.Replace("insert `id`", b.syntax.Place(in.Path), "id "+string(in.Path.Text))}})
}

// headed is a path that begins with the name of the attachment itself. The
// guide does so with the root's name, and with no other.
func (b *binder) headed(in *syntax.ByPath, c *tenancy.Compartment, elements []string) {
	rest := syntax.QuotedPath(strings.Join(elements[1:], ":"))
	const code, detail = "path-repeats-attachment", "A path starts below the attachment. Leave its own name out."
	summary := fmt.Sprintf("the path begins with `%s`, to which the policy is attached", elements[0])
	more := []func(*source.Diagnostic){from(verbsPage), fix("write `"+rest+"`", rest)}
	if b.out.AttachedTo != b.world.Root {
		b.fault(Location, in.Path, code, summary, detail, more...)
		return
	}
	b.differs(b.rules.RootInPath, Location, in.Path, code, summary, detail, more...)
	if b.rules.RootInPath {
		b.out.Where = c
	}
}

// nowhere says that a path leads nowhere, and where it may have been meant to.
func (b *binder) nowhere(in *syntax.ByPath, elements []string) {
	text, at := string(in.Path.Text), b.out.AttachedTo
	ends := b.endingIn(elements)
	switch {
	case len(elements) == 1 && strings.EqualFold(text, b.world.Root.Name):
		b.fault(Location, in, "tenancy-as-compartment", fmt.Sprintf("`%s` is the tenancy, not a compartment in it", text),
			"For the whole tenancy write `in tenancy`.", from(locationPage), fix("write `tenancy`", "tenancy"))
	case len(below(ends, at)) > 0:
		b.fault(Location, in.Path, "nested-compartment", fmt.Sprintf("`%s` is not directly under %s", text, place(at)),
			"A compartment further down is named by its path from where the policy is attached.",
			from(verbsPage), note(ociNotInSubtree(text)), fixes(paths(below(ends, at), at)))
	case len(ends) > 0:
		b.outside(in.Path, ends[0])
	default:
		near, _ := suggest.Closest(text, names(slices.Values(at.All()), func(c *tenancy.Compartment) string { return c.PathFrom(at) }))
		b.fault(Location, in.Path, "unknown-compartment", fmt.Sprintf("there is no compartment `%s` under %s", text, place(at)),
			"Mend the path, or add the compartment.",
			from(locationPage), note(ociNotInSubtree(text)), didYouMeanPath(near))
		b.missesCompartment(elements)
	}
}

// missesCompartment tells of one that could be added, with its path from the root.
// Where a path begins with the name of the attachment, the guide means what lies
// in the root, and Oracle has no such paths.
func (b *binder) missesCompartment(path []string) {
	at := b.out.AttachedTo
	if len(path) > 1 && strings.EqualFold(at.Name, path[0]) {
		if at != b.world.Root || !b.rules.RootInPath {
			return
		}
		path = path[1:]
	}
	full := strings.Join(path, ":")
	if at != b.world.Root {
		full = at.Path() + ":" + full
	}
	b.misses("compartment", full)
}

// outside says that a compartment is there, but not below the attachment.
func (b *binder) outside(n syntax.Node, c *tenancy.Compartment) {
	common := tenancy.CommonAncestor(b.out.AttachedTo, c)
	b.fault(Location, n, "outside-attachment", fmt.Sprintf("%s does not lie under %s, where this policy is attached", place(c), place(b.out.AttachedTo)),
		outsideAdvice(c, common), from(verbsPage), note(ociNotInSubtree(c.Name)))
}

// place is a compartment in a sentence.
func place(c *tenancy.Compartment) string {
	if c.Parent == nil {
		return "the root"
	}
	return "`" + c.Path() + "`"
}

func outsideAdvice(c, common *tenancy.Compartment) string {
	return fmt.Sprintf("A policy reaches its own compartment and what is below it. Attach it to %s and write `in %s`.", place(common), LocationOf(c, common))
}

// endingIn is the compartments of the whole tree whose path ends in these names.
func (b *binder) endingIn(elements []string) []*tenancy.Compartment {
	var found []*tenancy.Compartment
	tail := ":" + strings.ToLower(strings.Join(elements, ":"))
	for _, c := range b.world.Root.All() {
		if c.Parent != nil && strings.HasSuffix(":"+strings.ToLower(c.Path()), tail) {
			found = append(found, c)
		}
	}
	return found
}

func below(all []*tenancy.Compartment, at *tenancy.Compartment) []*tenancy.Compartment {
	var found []*tenancy.Compartment
	for _, c := range all {
		if c.Within(at) && c != at {
			found = append(found, c)
		}
	}
	return found
}

func paths(all []*tenancy.Compartment, from *tenancy.Compartment) []string {
	list := make([]string, len(all))
	for i, c := range all {
		list[i] = syntax.QuotedPath(c.PathFrom(from))
	}
	return list
}

// LocationOf is the location clause that names c in a policy attached to from.
func LocationOf(c, from *tenancy.Compartment) string {
	if c.Parent == nil {
		return "tenancy"
	}
	return "compartment " + syntax.QuotedPath(c.PathFrom(from))
}

func didYouMeanPath(near string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) {
		if near != "" {
			fix("did you mean `"+near+"`?", syntax.QuotedPath(near))(d)
		}
	}
}
