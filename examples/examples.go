// Package examples holds the scenarios of the gallery.
//
// Each archive is one idea: a title, a paragraph that teaches it and says what
// to try, a small tenancy, the policies and checks with the verdicts they have.
// The page's gallery, the tests and the README use these same files.
package examples

import _ "embed"

// Each file is embedded by itself: a file system in the program would cost the
// page more than the archives do.
var (
	//go:embed pull-image.txtar
	pullImage string
	//go:embed pull-image-solved.txtar
	pullImageSolved string
	//go:embed pull-image-rule.txtar
	pullImageRule string
	//go:embed groups-and-verbs.txtar
	groupsAndVerbs string
	//go:embed families.txtar
	families string
	//go:embed nested-compartments.txtar
	nestedCompartments string
	//go:embed two-compartments.txtar
	twoCompartments string
	//go:embed conditions.txtar
	conditions string
	//go:embed patterns.txtar
	patterns string
	//go:embed group-admins.txtar
	groupAdmins string
	//go:embed time-window.txtar
	timeWindow string
	//go:embed tags.txtar
	tags string
	//go:embed one-service.txtar
	oneService string
	//go:embed log-shipping.txtar
	logShipping string
	//go:embed create-secret.txtar
	createSecret string
	//go:embed case-of-names.txtar
	caseOfNames string
)

// gallery is the examples in the order they teach best.
var gallery = [...]struct {
	name    string
	archive *string
}{
	{"pull-image", &pullImage},
	{"pull-image-solved", &pullImageSolved},
	{"pull-image-rule", &pullImageRule},
	{"groups-and-verbs", &groupsAndVerbs},
	{"families", &families},
	{"nested-compartments", &nestedCompartments},
	{"two-compartments", &twoCompartments},
	{"conditions", &conditions},
	{"patterns", &patterns},
	{"group-admins", &groupAdmins},
	{"time-window", &timeWindow},
	{"tags", &tags},
	{"one-service", &oneService},
	{"log-shipping", &logShipping},
	{"create-secret", &createSecret},
	{"case-of-names", &caseOfNames},
}

// First is the example a new visitor sees.
const First = "pull-image"

// Names are the names of the examples, first things first.
func Names() []string {
	names := make([]string, len(gallery))
	for i, e := range gallery {
		names[i] = e.name
	}
	return names
}

// Read returns the archive of an example; false when there is none of that name.
func Read(name string) ([]byte, bool) {
	for _, e := range gallery {
		if e.name == name {
			return []byte(*e.archive), true
		}
	}
	return nil, false
}
