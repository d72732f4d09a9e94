package engine_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// answers are edits of an archive that make the checks hold which do not hold
// yet: what the reader is to find.
var answers = map[string][]string{ // old, new, old, new
	"pull-image":          {"repos in compartment MyCompartment", "repos in tenancy"},
	"pull-image-rule":     {"{instance.compartment.id", "{resource.type = 'computecontainerinstance', resource.compartment.id"},
	"nested-compartments": {"in compartment Storage", "in compartment Prod:TeamA:Storage"},
	"group-admins":        {"-- checks --", "Allow group GroupAdmins to inspect groups in tenancy\n-- checks --"},
	"groups-and-verbs":    {"'Dev Team' to use", "'Dev Team' to manage"},
	"verb-one-step-short": {"to use route-tables", "to manage route-tables"},
	"what-inspect-shows": {"-- checks --", "Allow group Examiners to read instances in tenancy\n" +
		"Allow group Examiners to read audit-events in tenancy\n-- checks --"},
	"nothing-to-compare": {"users in tenancy where target.group.name != 'Administrators'", "users in tenancy"},
	"from-the-office":    {"-- checks --", "Allow group Clerks to inspect buckets in compartment Files\n-- checks --"},
	"by-its-ocid":        {"in compartment ocid1", "in compartment id ocid1"},
	"tenancy-by-name":    {"in compartment acmedemo", "in tenancy"},
	"next-door":          {"policies/Zone/Network/", "policies/Zone/"},
	"moved-away":         {"policies/Works/Trial/", "policies/Works/", "compartment Ledger", "compartment Live:Ledger"},
	"no-user-at-all":     {"Allow group app-hosts", "Allow dynamic-group app-hosts"},
	"pod-of-its-own":     {"'kube-system'", "'shop'", "'mounter-sa'", "'till-sa'"},
	"tagged-list":        {"-- checks --", "Allow group ShopOps to read instance-family in compartment Apps\n-- checks --"},
	"past-midnight":      {"instance-family where", "instance-family in tenancy where"},
	"half-an-agreement":  {"-- tenancies/partner/tenancy", "Admit group Readers of tenancy Partner to read object-family in compartment Shared\n-- tenancies/partner/tenancy"},
	"bucket-key": {"use keys in", "use key-delegate in", "-- checks --",
		"Allow service objectstorage-us-ashburn-1 to use keys in compartment Depot\n-- checks --"},
	"autoscaler":  {"subnets in compartment Nodes", "subnets in compartment Network"},
	"baked-image": {"-- checks --", "Allow group Bakers to use compute-image-capability-schema in compartment Oven\n-- checks --"},
}

func TestEveryExampleTeaches(t *testing.T) {
	for _, name := range examples.Names() {
		data, _ := examples.Read(name)
		a := analyzed(t, name, string(data))
		if len(a.Answers) == 0 || !strings.Contains(a.Scenario.About, "Try it:") || examples.Heading(name) == "" {
			t.Errorf("%s: an example has checks, stands under a heading and ends with something to try", name)
		}
		if len(data) > 1650 {
			t.Errorf("%s: its %d bytes cost the page too much", name, len(data))
		}
		if open := unmet(a); len(open) > 0 != (answers[name] != nil) {
			t.Errorf("%s has an answer %v, and these checks do not hold:\n%s", name, answers[name], strings.Join(open, "\n"))
		}
	}
}

func TestTheAnswersTurnTheChecksGreen(t *testing.T) {
	for name, edits := range answers {
		data, ok := examples.Read(name)
		if !ok {
			t.Errorf("there is no example %s", name)
		}
		for _, story := range unmet(analyzed(t, name, strings.NewReplacer(edits...).Replace(string(data)))) {
			t.Errorf("%s: %s", name, story)
		}
	}
}

func analyzed(t *testing.T, name, archive string) *engine.Analysis {
	t.Helper()
	s, problems := scenario.Parse(name, []byte(archive))
	if len(problems) > 0 {
		t.Fatalf("the archive %s: %v", name, problems)
	}
	return engine.Analyze(s)
}

// unmet is the stories of the checks that do not hold.
func unmet(a *engine.Analysis) []string {
	var stories []string
	for _, answer := range a.Answers {
		if !answer.Holds {
			stories = append(stories, asked(a, answer)+"\n"+answer.Story.Text())
		}
	}
	return stories
}

func TestALinkOfAnExampleOpensAsTheSame(t *testing.T) {
	for _, name := range examples.Names() {
		data, _ := examples.Read(name)
		s, _ := scenario.Parse(name, data)
		link, err := scenario.Link(s)
		if err != nil {
			t.Fatal(err)
		}
		back, err := scenario.Open(link)
		if err != nil || string(scenario.Format(back)) != string(scenario.Format(s)) {
			t.Errorf("%s comes back as another scenario (%v)", name, err)
		}
	}
}

func TestTheExamplesAreTheArchives(t *testing.T) {
	paths, err := filepath.Glob("../examples/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, path := range paths {
		want = append(want, strings.TrimSuffix(filepath.Base(path), ".txtar"))
	}
	slices.Sort(want)
	if got := slices.Sorted(slices.Values(examples.Names())); !slices.Equal(got, want) {
		t.Errorf("the list names %v, the folder has %v", got, want)
	}
}
