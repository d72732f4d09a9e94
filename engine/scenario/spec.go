package scenario

import (
	"strconv"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// tenancyShape is the shape of tenancy.json, whose fields are those of
// [tenancy.Spec]; a test holds the two together.
func tenancyShape(s *tenancy.Spec) *shape {
	return record(
		field{"name", words(&s.Name)}, field{"id", words(&s.ID)}, field{"homeRegion", words(&s.HomeRegion)},
		field{"denyPolicies", truth(func(b bool) { s.DenyPolicies = b }, func() string { return said(&s.DenyPolicies, false) })},
		field{"administrators", truth(func(b bool) { s.Administrators = &b }, func() string { return said(s.Administrators, true) })},
		field{"definedTags", tags(&s.DefinedTags)},
		field{"compartments", list(&s.Compartments, compartmentShape)},
		field{"domains", list(&s.Domains, domainShape)},
		field{"groups", list(&s.Groups, groupShape)},
		field{"users", list(&s.Users, userShape)},
		field{"dynamicGroups", list(&s.DynamicGroups, dynamicGroupShape)},
		field{"resources", list(&s.Resources, resourceShape)},
		field{"networkSources", list(&s.NetworkSources, networkSourceShape)},
	)
}

// TenancyText writes a tenancy as tenancy.json has it. What is empty is left out;
// reading the text gives the same tenancy.
func TenancyText(s tenancy.Spec) string { return tenancyShape(&s).text("") + "\n" }

// said is a truth as JSON has it, "" when it is not there or what it would be
// anyway.
func said(b *bool, anyway bool) string {
	if b == nil || *b == anyway {
		return ""
	}
	return strconv.FormatBool(*b)
}

// record is an object in tenancy.json, where another key is likely a slip.
func record(fields ...field) *shape { return object(source.Warning, fields...) }

func tags(to *tenancy.Tags) *shape { return table(to, tagValues) }

func tagValues(to *map[string]string) *shape { return table(to, words) }

func compartmentShape(c *tenancy.CompartmentSpec) *shape {
	return record(field{"name", words(&c.Name)}, field{"id", words(&c.ID)}, field{"compartmentId", words(&c.CompartmentID)},
		field{"definedTags", tags(&c.DefinedTags)}, field{"compartments", list(&c.Compartments, compartmentShape)})
}

func domainShape(d *tenancy.DomainSpec) *shape {
	return record(field{"name", words(&d.Name)}, field{"id", words(&d.ID)})
}

func groupShape(g *tenancy.GroupSpec) *shape {
	return record(field{"name", words(&g.Name)}, field{"id", words(&g.ID)}, field{"domain", words(&g.Domain)},
		field{"definedTags", tags(&g.DefinedTags)})
}

func userShape(u *tenancy.UserSpec) *shape {
	return record(field{"name", words(&u.Name)}, field{"id", words(&u.ID)}, field{"domain", words(&u.Domain)},
		field{"groups", list(&u.Groups, words)})
}

func dynamicGroupShape(g *tenancy.DynamicGroupSpec) *shape {
	return record(field{"name", words(&g.Name)}, field{"id", words(&g.ID)}, field{"domain", words(&g.Domain)},
		field{"matchingRule", words(&g.MatchingRule)}, field{"definedTags", tags(&g.DefinedTags)})
}

func resourceShape(r *tenancy.ResourceSpec) *shape {
	return record(field{"name", words(&r.Name)}, field{"type", words(&r.Type)}, field{"id", words(&r.ID)},
		field{"compartment", words(&r.Compartment)}, field{"definedTags", tags(&r.DefinedTags)},
		field{"cluster", words(&r.Cluster)}, field{"namespace", words(&r.Namespace)},
		field{"serviceAccount", words(&r.ServiceAccount)})
}

func networkSourceShape(n *tenancy.NetworkSourceSpec) *shape {
	return record(field{"name", words(&n.Name)}, field{"publicSourceList", list(&n.PublicSourceList, words)})
}
