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

const subjectPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm"

func (b *binder) who(w syntax.Who) {
	who := &b.out.Who
	switch w := w.(type) {
	case *syntax.Groups:
		who.Kind = kindOfGroups(w)
		for _, name := range w.Names {
			b.member(who, name)
		}
	case *syntax.Services:
		who.Kind = AreServices
		for _, name := range w.Names {
			b.service(who, name)
		}
	case *syntax.Anyone:
		who.Kind = AnyUser
		if strings.EqualFold(w.Kind, "any-group") {
			who.Kind = AnyGroup
		}
	case *syntax.Resources:
		who.Kind = AreResources
		b.notJudged(w, "subjects of the kind `resource`")
	default:
		panic("a subject that nobody binds")
	}
}

func kindOfGroups(w *syntax.Groups) SubjectKind {
	if strings.EqualFold(w.Kind, "dynamic-group") {
		return InDynamicGroups
	}
	return InGroups
}

// member adds one group or dynamic group, or reports that there is none.
func (b *binder) member(who *Principals, name *syntax.GroupName) {
	found := false
	if who.Kind == InGroups {
		var g *tenancy.Group
		if g, found = lookUp(b, name, "group", b.world.Group, b.world.GroupByID); found {
			who.Groups = append(who.Groups, g)
		}
	} else {
		var g *tenancy.DynamicGroup
		if g, found = lookUp(b, name, "dynamic-group", b.world.DynamicGroup, b.world.DynamicGroupByID); found {
			who.DynamicGroups = append(who.DynamicGroups, g)
		}
	}
	if !found {
		b.unknownGroup(who.Kind, name)
	}
}

// lookUp finds a group by its OCID, by its name, or by the alias that a Define
// of the policy gives its OCID.
func lookUp[T any](b *binder, name *syntax.GroupName, kind string, byName func(domain, name string) (T, bool), byID func(string) (T, bool)) (T, bool) {
	if name.ID != nil {
		return byID(string(name.ID.Text))
	}
	g, found := byName(domainOf(name), string(name.Name().Text))
	if found || name.Domain() != nil {
		return g, found
	}
	if a := b.own(kind, name.Name()); a != nil {
		return byID(string(a.define.ID.Text))
	}
	return g, false
}

func domainOf(name *syntax.GroupName) string {
	if name.Domain() == nil {
		return ""
	}
	return string(name.Domain().Text)
}

// unknownGroup says that a group is nowhere, and what comes near it: the other
// kind of group, the same name in another domain, a name nearly spelt so.
func (b *binder) unknownGroup(kind SubjectKind, name *syntax.GroupName) {
	word, other := "group", "dynamic-group"
	if kind == InDynamicGroups {
		word, other = other, word
	}
	if name.ID != nil {
		b.unknownGroupID(word, name)
		return
	}
	text := string(name.Name().Text)
	written := b.syntax.Words(name)
	switch {
	case name.Domain() == nil && b.own(word, name.Name()) != nil:
		b.fault(Subject, name, "unknown-group-id", fmt.Sprintf("no %s here has the OCID that `%s` stands for", prose(word), text),
			"Give the "+prose(word)+" that OCID in the tenancy, or mend the definition.", from(drgPage), otherHalf(b.own(word, name.Name()), "it is defined here"))
	case tenancy.IsOCID(text):
		b.fault(Subject, name, "missing-group-id", "`id` is missing before the OCID", "Write `"+word+" id` and the OCID.", from(subjectPage), fix("insert `id`", "id "+text))
	case b.otherKindHas(kind, name):
		b.fault(Subject, name, "wrong-kind-of-group", fmt.Sprintf("`%s` is a %s here, not a %s", text, prose(other), prose(word)),
			fmt.Sprintf("A %s holds %s. Write `%s` before the name if you mean that.", prose(other), holds[other], other), from(subjectPage), b.otherKeyword(other))
	case len(b.elsewhere(kind, text)) > 0:
		b.fault(Subject, name, "group-in-another-domain", fmt.Sprintf("there is no %s `%s` in domain %s", prose(word), text, orDefault(domainOf(name))),
			"A name without a domain means the Default domain. Write the domain before it.", from(subjectPage), fixes(b.elsewhere(kind, text)))
	default:
		near, _ := suggest.Closest(text, slices.Values(b.groupNames(kind)))
		b.fault(Subject, name, "unknown-group", fmt.Sprintf("there is no %s `%s` in this tenancy", prose(word), written),
			unknownAdvice(text, word), from(subjectPage), note(ociUnknown(prose(word), text)), didYouMean(near))
		if text != "" && !strings.Contains(text, "/") { // else it is likely a domain and a name
			b.misses(prose(word), tenancy.Qualified(domainOf(name), text))
		}
	}
}

func unknownAdvice(name, word string) string {
	if strings.Contains(name, "/") {
		return "In one pair of quotes it is one name in the Default domain. Quote the domain and the name apart."
	}
	return "Mend the name, or add the " + prose(word) + " to the tenancy."
}

// prose is a keyword as a word of a sentence.
func prose(keyword string) string { return strings.ReplaceAll(keyword, "-", " ") }

var holds = map[string]string{"group": "users", "dynamic-group": "instances and other resources, never users"}

func (b *binder) unknownGroupID(word string, name *syntax.GroupName) {
	id := string(name.ID.Text)
	summary, detail := fmt.Sprintf("no %s here has this OCID", prose(word)), "Give the "+prose(word)+" that OCID in the tenancy, or name it."
	if kind := strings.Split(id, "."); len(kind) > 1 && !strings.EqualFold(kind[1], strings.ReplaceAll(word, "-", "")) {
		summary, detail = fmt.Sprintf("this is the OCID of a %s, not of a %s", kind[1], prose(word)), "Write the OCID of a "+prose(word)+"."
	}
	if !tenancy.IsOCID(id) {
		summary, detail = fmt.Sprintf("`%s` is not an OCID", id), "Behind `id` stands an OCID. Leave `id` out to give a name."
	}
	b.fault(Subject, name, "unknown-group-id", summary, detail, from(subjectPage))
}

func (b *binder) otherKindHas(kind SubjectKind, name *syntax.GroupName) (has bool) {
	if kind == InGroups {
		_, has = b.world.DynamicGroup(domainOf(name), string(name.Name().Text))
	} else {
		_, has = b.world.Group(domainOf(name), string(name.Name().Text))
	}
	return has
}

// otherKeyword offers to change the keyword before a single name; of several
// the others may be of the right kind.
func (b *binder) otherKeyword(keyword string) func(*source.Diagnostic) {
	whole := b.syntax.Place(b.syntax.Clause().Who)
	groups := b.syntax.Clause().Who.(*syntax.Groups)
	if len(groups.Names) > 1 {
		return func(*source.Diagnostic) {}
	}
	old := groups.Kind
	at := source.Span{File: whole.File, Start: whole.Start, End: whole.Start + len(old)}
	return func(d *source.Diagnostic) {
		d.Fixes = append(d.Fixes, source.Replace("write `"+keyword+"`", at, keyword))
	}
}

// elsewhere is the groups of that name in all domains, as a statement writes
// them.
func (b *binder) elsewhere(kind SubjectKind, name string) []string {
	var found []string
	for _, qualified := range b.groupNames(kind) {
		if domain, bare := tenancy.Unqualified(qualified); domain != "" && strings.EqualFold(bare, name) {
			found = append(found, quotedHalves(qualified))
		}
	}
	return found
}

func (b *binder) groupNames(kind SubjectKind) []string {
	var names []string
	if kind == InGroups {
		for _, g := range b.world.Groups {
			names = append(names, g.Qualified())
		}
	} else {
		for _, g := range b.world.DynamicGroups {
			names = append(names, g.Qualified())
		}
	}
	return names
}

// quotedHalves puts quotes around the halves of domain/name that need them.
func quotedHalves(qualified string) string {
	domain, name := tenancy.Unqualified(qualified)
	if domain == "" {
		return syntax.Quoted(name)
	}
	return syntax.Quoted(domain) + "/" + syntax.Quoted(name)
}

func orDefault(domain string) string {
	if domain == "" {
		return tenancy.DefaultDomain
	}
	return domain
}

// didYouMean offers a near name, if there is one.
func didYouMean(near string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) {
		if near != "" {
			fix("did you mean `"+near+"`?", quotedHalves(near))(d)
		}
	}
}
