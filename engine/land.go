package engine

import (
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// land is one of a scenario's tenancies as read.
type land struct {
	name      string // "" for the scenario's own
	world     *tenancy.Tenancy
	documents []Document
	sources   []policy.Source
	rules     []policy.RuleSource
	unread    bool // nobody knows what there is, so its policies mean nothing
	file      *source.File
}

// readLands reads the scenario's own tenancy and the others.
func (a *Analysis) readLands() {
	own := a.Scenario.Tenancy
	if own == nil {
		own = scenario.NewTenancy("")
	}
	a.readLand("", own, a.Scenario.Policies)
	a.World, a.Documents = a.lands[0].world, a.lands[0].documents
	for _, o := range a.Scenario.Others {
		file := o.Tenancy
		if file == nil {
			file = source.NewFile("tenancies/"+o.Name+"/tenancy.json", "")
		}
		a.readLand(o.Name, file, o.Policies)
	}
}

func (a *Analysis) readLand(name string, file *source.File, policies []scenario.Policy) {
	w := a.engine.worlds.of(name, file, newWorld)
	a.report(w.problems...)
	for _, r := range w.rules {
		a.Rules[r.Of] = r.File
	}
	l := &land{name: name, world: w.world, rules: w.rules, unread: w.unread, file: file}
	if l.unread {
		a.unread = file.Name
	}
	for _, p := range policies {
		a.readPolicy(l, p)
	}
	a.addAdministrators(l)
	a.lands = append(a.lands, l)
}

func (a *Analysis) readPolicy(l *land, p scenario.Policy) {
	doc, problems := a.engine.parser.Parse(p.File)
	a.report(problems...)
	at, ok := l.world.Compartment(p.AttachedTo)
	l.documents = append(l.documents, Document{Policy: p, AttachedTo: at, Document: doc})
	switch {
	case l.unread:
		return
	case !ok:
		a.report(missedIn(l.name, source.Diagnostics{attachedNowhere(p)})...)
		return
	}
	l.sources = append(l.sources, policy.Source{Name: l.called(p.Name), AttachedTo: at, Document: doc})
}

// called is the name of something of this tenancy among all.
func (l *land) called(name string) string { return among(l.name, name) }

func among(land, name string) string {
	if land == "" {
		return name
	}
	return land + "/" + name
}

// addAdministrators adds the policy that every tenancy comes with, where its
// group is among those described.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policygetstarted.htm
func (a *Analysis) addAdministrators(l *land) {
	if g, ok := l.world.Group("", "Administrators"); !ok || g.Pointer == "" || !l.world.Administrators {
		return
	}
	doc, _ := a.engine.parser.Parse(source.NewFile(l.called(adminPolicy), "Allow group Administrators to manage all-resources in tenancy"))
	l.sources = append(l.sources, policy.Source{Name: l.called(adminPolicy), AttachedTo: l.world.Root, Document: doc})
}

// bind binds the policies of every tenancy, each in its own world.
func (a *Analysis) bind(d policy.Dialect, report bool) []authz.Land {
	var lands []authz.Land
	for _, l := range a.lands {
		set, problems := a.engine.policy.Bind(l.sources, l.rules, l.world, catalog.Default(), d)
		if report {
			a.report(missedIn(l.name, problems)...)
		}
		lands = append(lands, authz.Land{Set: set, World: l.world})
	}
	return lands
}

// decide judges a request by the statements of every tenancy.
func decide(lands []authz.Land, req authz.Request) authz.Decision {
	return authz.Decide(lands[0].Set, lands[0].World, catalog.Default(), req, lands[1:]...)
}

// of is the policy of a file and the tenancy it belongs to; nil where there is
// none. Attached tells whether its place is a compartment that there is.
func (a *Analysis) of(file string) (l *land, d Document, attached bool) {
	for _, l := range a.lands {
		for _, d := range l.documents {
			if d.Policy.File.Name == file {
				return l, d, d.AttachedTo != nil
			}
		}
	}
	return nil, Document{}, false
}

// Policy is the policy of a file, of whichever tenancy, with that tenancy.
func (a *Analysis) Policy(file string) (d Document, world *tenancy.Tenancy, ok bool) {
	l, d, _ := a.of(file)
	if l == nil {
		return d, nil, false
	}
	return d, l.world, true
}

// Abroad are the policies of the other tenancies, one tenancy after the other.
func (a *Analysis) Abroad() []Document {
	var all []Document
	for _, l := range a.lands[1:] {
		all = append(all, l.documents...)
	}
	return all
}

// Worlds are the tenancies, the scenario's own first.
func (a *Analysis) Worlds() []*tenancy.Tenancy {
	var worlds []*tenancy.Tenancy
	for _, l := range a.lands {
		worlds = append(worlds, l.world)
	}
	return worlds
}

// From is the analysis as seen from one of the tenancies, by its place among the
// Worlds: World, Documents and Set are those of that one.
func (a *Analysis) From(place int) *Analysis {
	l := a.lands[place]
	if l.world == a.World {
		return a
	}
	there := *a
	there.World, there.Documents, there.Set = l.world, l.documents, a.bound[place].Set
	return &there
}

// Sets are the statements of every tenancy, the scenario's own first.
func (a *Analysis) Sets() []*policy.Set {
	var sets []*policy.Set
	for _, l := range a.bound {
		sets = append(sets, l.Set)
	}
	return sets
}

// Index is all the statements, for many questions: a matrix, a search.
func (a *Analysis) Index() *authz.Index {
	return authz.NewIndex(a.bound[0].Set, a.World, catalog.Default(), a.bound[1:]...)
}
