package assist

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
)

// values offers what the tenancy and the catalog know a variable to hold.
func (l *list) values(variable string) {
	p := l.p
	switch kind, what := holds(variable); kind {
	case ofGroup:
		for _, g := range p.World.Groups {
			l.named(what, g.Name, g.ID, g.Qualified())
		}
	case ofDynamicGroup:
		for _, g := range p.World.DynamicGroups {
			l.named(what, g.Name, g.ID, g.Qualified())
		}
	case ofUser:
		for _, u := range p.World.Users {
			l.named(what, u.Name, u.ID, u.Qualified())
		}
	case ofCompartment:
		for _, c := range p.World.Root.All() {
			l.named(what, c.Name, c.ID, c.Label())
		}
	case ofTag:
		p.eachTag(variable, func(key, value string) {
			if strings.Contains(variable, ".tag."+strings.ToLower(key)) || strings.HasPrefix(variable, "tag."+strings.ToLower(key)) {
				l.value(value, key)
			}
		})
	case ofRequest:
		l.requestValues(variable)
	default:
		l.typed(variable)
		l.resources(variable, what)
	}
}

// holding is what kind of thing a variable names.
type holding uint8

const (
	ofOther holding = iota
	ofGroup
	ofDynamicGroup
	ofUser
	ofCompartment
	ofTag
	ofRequest
)

// holds tells what a variable names, and whether by "name" or by "id".
func holds(variable string) (holding, string) {
	variable = strings.ToLower(variable)
	cut := strings.LastIndexByte(variable, '.')
	stem, what := variable[:max(cut, 0)], variable[cut+1:]
	ends := func(word string) bool { return strings.HasSuffix(stem, word) && (what == "id" || what == "name") }
	switch {
	case strings.Contains(variable, ".tag.") || strings.HasPrefix(variable, "tag."):
		return ofTag, ""
	case ends("dynamicgroup") || ends("dynamic-group"):
		return ofDynamicGroup, what
	case ends(".group") || ends(".groups"):
		return ofGroup, what
	case ends(".user"):
		return ofUser, what
	case ends("compartment"):
		return ofCompartment, what
	case variable == "resource.type" || strings.HasPrefix(variable, "request.") && !strings.HasPrefix(variable, "request.utc"):
		return ofRequest, what
	}
	return ofOther, what
}

// named offers a name or an identifier, whichever the variable holds.
func (l *list) named(what, name, id, label string) {
	if what == "id" {
		l.identifier("value", id, label, l.p.text(id))
	} else {
		l.value(name, "")
	}
}

// value offers a text, once.
func (l *list) value(text, detail string) {
	same := func(it Item) bool { return it.Label == text }
	if l.wants(text) && !slices.ContainsFunc(l.first, same) && !slices.ContainsFunc(l.others, same) {
		l.put("value", text, l.p.text(text), detail)
	}
}

func (l *list) requestValues(variable string) {
	p := l.p
	switch variable {
	case "request.permission":
		for _, q := range p.permissions() {
			l.value(q.Name, q.Type)
		}
	case "request.operation":
		l.operationNames()
	case "request.region":
		l.regions()
	case "request.networksource.name":
		for _, n := range p.World.NetworkSources {
			l.value(n.Name, strings.Join(n.Ranges, ", "))
		}
	case "request.principal.type":
		l.value("user", "")
		l.resourceTypes()
	case "resource.type":
		l.resourceTypes()
	case "request.domain.name", "request.user.domain.name":
		for _, d := range p.World.Domains {
			l.value(d, "")
		}
	case "request.principal.id", "request.instance.id":
		l.resources(variable, "id")
	case "request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id":
		for _, r := range p.World.Resources {
			l.workload(variable, r.Cluster, r.Namespace, r.ServiceAccount)
		}
	default:
		l.typed(variable)
	}
}

func (l *list) workload(variable, cluster, namespace, account string) {
	for suffix, value := range map[string]string{"cluster_id": cluster, "namespace": namespace, "service_account": account} {
		if value != "" && strings.HasSuffix(variable, suffix) {
			l.value(value, "")
		}
	}
}

// operationNames offers the calls that need something of what is granted.
func (l *list) operationNames() {
	held := map[string]bool{}
	for _, q := range l.p.permissions() {
		held[q.Name] = true
	}
	for o := range l.p.Catalog.Operations() {
		if l.wants(o.Name) && needs(&o.Needs, held) {
			l.value(o.Name, needText(o))
		}
	}
}

func needs(n *catalog.Need, held map[string]bool) bool {
	if n.Kind == catalog.Leaf && held[n.Permission] {
		return true
	}
	for i := range n.Under {
		if needs(&n.Under[i], held) {
			return true
		}
	}
	return false
}

func (l *list) regions() {
	home, _ := l.p.Catalog.Region(l.p.World.HomeRegion)
	if home.Key != "" {
		l.region(home, "; the home region")
	}
	for r := range l.p.Catalog.Regions() {
		l.region(*r, "")
	}
}

func (l *list) region(r catalog.Region, more string) {
	if l.wants(r.Key) || l.wants(r.Name) {
		l.value(r.Key, r.Name+more)
	}
}

func (l *list) resourceTypes() {
	for _, r := range l.p.World.Resources {
		if l.p.Kind != Rule || r.Type != "instance" {
			l.value(r.Type, "as "+r.Name)
		}
	}
}

// resources offers those of the type that a variable speaks of.
func (l *list) resources(variable, what string) {
	parts := strings.Split(variable, ".")
	kind := strings.ReplaceAll(parts[max(0, len(parts)-2)], "-", "")
	for _, r := range l.p.World.Resources {
		fits := strings.EqualFold(r.Type, kind) || kind == "principal" || kind == "resource" && r.Type != "instance"
		if fits && (what == "id" || what == "name") {
			l.named(what, r.Name, r.ID, r.Name)
		}
	}
}

// typed offers values of a variable's type.
func (l *list) typed(variable string) {
	v, ok := l.p.Catalog.Variable(variable)
	if variable == "request.utc-timestamp.time-end" {
		l.value("17:00:00Z", "hh:mm:ssZ, in UTC")
	}
	if !ok {
		return
	}
	switch v.Type {
	case catalog.Boolean:
		l.value("true", "")
		l.value("false", "")
	case catalog.Weekday:
		for _, day := range [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"} {
			l.value(day, "")
		}
	case catalog.Month:
		l.numbers(12)
	case catalog.Day:
		l.numbers(31)
	case catalog.Instant:
		l.value("2027-01-01T00:00:00Z", "in UTC")
	case catalog.TimeOfDay:
		l.value("09:00:00Z", "hh:mm:ssZ, in UTC")
	}
	switch strings.ToLower(v.Name) {
	case "target.policy.type":
		l.value("allow", "")
		l.value("deny", "")
	case "target.resource.kind":
		l.resourceTypes()
	}
}

func (l *list) numbers(last int) {
	for n := 1; n <= last; n++ {
		l.value(fmt.Sprint(n), "")
	}
}
