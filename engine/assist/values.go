package assist

import (
	"strings"

	"oci-policy-playground/engine/catalog"
)

// values offers what the tenancy and the catalog know a variable to hold.
func (l *list) values(variable string) {
	kind, what := holds(variable)
	if at := strings.Index(variable, "tag."); at >= 0 && kind == "" {
		for _, value := range l.p.tags(variable[:at+4], variable[at+4:]) {
			l.value(value, "")
		}
		return
	}
	l.listed(variable)
	for _, t := range l.p.things() {
		switch {
		case t.kind != kind && (kind != "" || !t.fits(variable)):
		case what == "id":
			l.identifier("value", t, l.p.text(t.id))
		case what == "name":
			l.value(t.name, "")
		}
	}
}

// leaveOut keeps the values that the list around the caret has already from
// being offered.
func (l *list) leaveOut() {
	p := l.p
	for k := p.i - 1; k >= 0 && p.words[k].raw != "("; k-- {
		l.leave(&p.words[k])
	}
	for k := p.i; k < len(p.words) && p.words[k].raw != ")"; k++ {
		if p.words[k].start != p.under.start {
			l.leave(&p.words[k])
		}
	}
}

func (l *list) leave(w *word) {
	l.seen[w.value()], l.seen[strings.ToUpper(w.value())] = true, true
}

// holds tells what kind of thing a variable names, and whether by "name" or by "id".
func holds(variable string) (kind, what string) {
	cut := strings.LastIndexByte(variable, '.')
	if cut < 0 || strings.Contains("."+variable, ".tag.") {
		return "", ""
	}
	stem, what := variable[:cut], variable[cut+1:]
	for line := range strings.SplitSeq("dynamicgroup|dynamic group\ndynamic-group|dynamic group\n.group|group\n.groups|group\n.user|user\ncompartment|compartment", "\n") {
		if end, kind, _ := strings.Cut(line, "|"); strings.HasSuffix(stem, end) && (what == "id" || what == "name") {
			return kind, what
		}
	}
	return "", what
}

// fits tells a resource of the type that a variable speaks of.
func (t *thing) fits(variable string) bool {
	parts := strings.Split(variable, ".")
	kind := strings.ReplaceAll(parts[max(0, len(parts)-2)], "-", "")
	return t.kind == "resource" && (strings.EqualFold(t.sort, kind) || kind == "principal" || kind == "resource" && t.sort != "instance")
}

// value offers a text, once.
func (l *list) value(text, detail string) {
	if !l.seen[text] && l.wants(text) {
		l.put("value", text, l.p.text(text), detail)
	}
}

// listed offers the values of variables that are about the request itself, or have a type with few.
func (l *list) listed(variable string) {
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
	case "request.principal.type", "resource.type", "target.resource.kind":
		if p.Kind != Rule {
			l.value("user", "")
		}
		for _, t := range p.things() {
			if t.sort != "" && (p.Kind != Rule || t.sort != "instance") {
				l.value(t.sort, "as "+t.name)
			}
		}
		for kind := range p.Catalog.PrincipalTypes() {
			l.value(kind.Name, kind.Says)
		}
	case "request.domain.name", "request.user.domain.name":
		for _, d := range p.World.Domains {
			l.value(d, "")
		}
	case "request.utc-timestamp.time-end":
		l.value("17:00:00Z", "hh:mm:ssZ, in UTC")
	default:
		l.typed(variable)
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

// typed offers values of a variable's type.
func (l *list) typed(variable string) {
	v, ok := l.p.Catalog.Variable(variable)
	if !ok {
		return
	}
	words, detail := "", ""
	switch v.Type {
	case catalog.Boolean:
		words = "true false"
	case catalog.Weekday:
		words = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
	case catalog.Month:
		words = "1 2 3 4 5 6 7 8 9 10 11 12"
	case catalog.Instant:
		words, detail = "2027-01-01T00:00:00Z", "in UTC"
	case catalog.TimeOfDay:
		words, detail = "09:00:00Z", "hh:mm:ssZ, in UTC"
	}
	if variable == "target.policy.type" {
		words = "allow deny"
	}
	for word := range strings.FieldsSeq(words) {
		l.value(word, detail)
	}
}
