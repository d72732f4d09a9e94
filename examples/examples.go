// Package examples holds the scenarios of the gallery.
//
// Each archive is one idea: a title, a paragraph that teaches it and says what
// to try, a small tenancy, the policies and checks. The checks say what is
// wanted; where some do not hold, making them hold is what to try. The page's
// gallery, the tests and the README use these same files.
package examples

import _ "embed"

// Each file is embedded by itself: a file system in the program would cost the
// page more than the archives do.
var (
	//go:embed groups-and-verbs.txtar
	groupsAndVerbs string
	//go:embed families.txtar
	families string
	//go:embed verb-one-step-short.txtar
	verbOneStepShort string
	//go:embed what-inspect-shows.txtar
	whatInspectShows string
	//go:embed conditions.txtar
	conditions string
	//go:embed patterns.txtar
	patterns string
	//go:embed group-admins.txtar
	groupAdmins string
	//go:embed nothing-to-compare.txtar
	nothingToCompare string
	//go:embed log-shipping.txtar
	logShipping string
	//go:embed one-image-only.txtar
	oneImageOnly string
	//go:embed one-service.txtar
	oneService string
	//go:embed single-user.txtar
	singleUser string
	//go:embed from-the-office.txtar
	fromTheOffice string
	//go:embed case-of-names.txtar
	caseOfNames string
	//go:embed nested-compartments.txtar
	nestedCompartments string
	//go:embed two-compartments.txtar
	twoCompartments string
	//go:embed by-its-ocid.txtar
	byItsOcid string
	//go:embed tenancy-by-name.txtar
	tenancyByName string
	//go:embed next-door.txtar
	nextDoor string
	//go:embed moved-away.txtar
	movedAway string
	//go:embed pull-image-rule.txtar
	pullImageRule string
	//go:embed no-user-at-all.txtar
	noUserAtAll string
	//go:embed pod-of-its-own.txtar
	podOfItsOwn string
	//go:embed tags.txtar
	tags string
	//go:embed tagged-list.txtar
	taggedList string
	//go:embed before-there-is-a-tag.txtar
	beforeThereIsATag string
	//go:embed time-window.txtar
	timeWindow string
	//go:embed past-midnight.txtar
	pastMidnight string
	//go:embed seasons.txtar
	seasons string
	//go:embed copy-across.txtar
	copyAcross string
	//go:embed half-an-agreement.txtar
	halfAnAgreement string
	//go:embed ladder-upside-down.txtar
	ladderUpsideDown string
	//go:embed who-may-deny.txtar
	whoMayDeny string
	//go:embed pull-image.txtar
	pullImage string
	//go:embed pull-image-solved.txtar
	pullImageSolved string
	//go:embed create-secret.txtar
	createSecret string
	//go:embed bucket-key.txtar
	bucketKey string
	//go:embed autoscaler.txtar
	autoscaler string
	//go:embed baked-image.txtar
	bakedImage string
)

// chapter is some examples under one heading.
type chapter struct {
	heading  string
	examples []example
}

type example struct {
	name    string
	archive *string
}

// gallery is the examples in the order they teach best.
var gallery = [...]chapter{
	{"First steps", []example{
		{"groups-and-verbs", &groupsAndVerbs},
		{"families", &families},
		{"verb-one-step-short", &verbOneStepShort},
		{"what-inspect-shows", &whatInspectShows},
	}},
	{"Conditions", []example{
		{"conditions", &conditions},
		{"patterns", &patterns},
		{"group-admins", &groupAdmins},
		{"nothing-to-compare", &nothingToCompare},
		{"log-shipping", &logShipping},
		{"one-image-only", &oneImageOnly},
		{"one-service", &oneService},
		{"single-user", &singleUser},
		{"from-the-office", &fromTheOffice},
		{"case-of-names", &caseOfNames},
	}},
	{"Compartments", []example{
		{"nested-compartments", &nestedCompartments},
		{"two-compartments", &twoCompartments},
		{"by-its-ocid", &byItsOcid},
		{"tenancy-by-name", &tenancyByName},
		{"next-door", &nextDoor},
		{"moved-away", &movedAway},
	}},
	{"Dynamic groups", []example{
		{"pull-image-rule", &pullImageRule},
		{"no-user-at-all", &noUserAtAll},
		{"pod-of-its-own", &podOfItsOwn},
	}},
	{"Tags", []example{
		{"tags", &tags},
		{"tagged-list", &taggedList},
		{"before-there-is-a-tag", &beforeThereIsATag},
	}},
	{"Time", []example{
		{"time-window", &timeWindow},
		{"past-midnight", &pastMidnight},
		{"seasons", &seasons},
	}},
	{"Cross-tenancy", []example{
		{"copy-across", &copyAcross},
		{"half-an-agreement", &halfAnAgreement},
	}},
	{"Deny", []example{
		{"ladder-upside-down", &ladderUpsideDown},
		{"who-may-deny", &whoMayDeny},
	}},
	{"Real tickets", []example{
		{"pull-image", &pullImage},
		{"pull-image-solved", &pullImageSolved},
		{"create-secret", &createSecret},
		{"bucket-key", &bucketKey},
		{"autoscaler", &autoscaler},
		{"baked-image", &bakedImage},
	}},
}

// First is the example a new visitor sees.
const First = "pull-image"

// Names are the names of the examples, first things first.
func Names() []string {
	var names []string
	for _, c := range gallery {
		for _, e := range c.examples {
			names = append(names, e.name)
		}
	}
	return names
}

// Heading is the chapter of the gallery that an example stands in.
func Heading(name string) string {
	c, _ := find(name)
	return c.heading
}

// Read returns the archive of an example; false when there is none of that name.
func Read(name string) ([]byte, bool) {
	_, e := find(name)
	if e.archive == nil {
		return nil, false
	}
	return []byte(*e.archive), true
}

func find(name string) (chapter, example) {
	for _, c := range gallery {
		for _, e := range c.examples {
			if e.name == name {
				return c, e
			}
		}
	}
	return chapter{}, example{}
}
