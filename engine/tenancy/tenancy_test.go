package tenancy_test

import (
	"testing"

	"oci-policy-playground/engine/tenancy"
)

func TestIdentifiersLeftOutAreFilledIn(t *testing.T) {
	world, problems := tenancy.New(tenancy.Spec{Name: "acme",
		Compartments: []tenancy.CompartmentSpec{{Name: "Prod", Compartments: []tenancy.CompartmentSpec{{Name: "Data"}}}},
		Groups:       []tenancy.GroupSpec{{Name: "Ops", Domain: "Partners"}},
		Users:        []tenancy.UserSpec{{Name: "alice", Groups: []string{"Partners/Ops"}}},
		Resources:    []tenancy.ResourceSpec{{Name: "web1", Type: "instance", Compartment: "Prod:Data"}}})
	if len(problems) != 0 {
		t.Fatalf("problems: %v", problems)
	}
	data, ok := world.Compartment("prod:DATA")
	if !ok || data.ID != "ocid1.compartment.oc1..Prod.Data" || data.Path() != "Prod:Data" {
		t.Errorf("Prod:Data is %+v", data)
	}
	web, _ := world.Resource("instance", "web1")
	if web.ID != "ocid1.instance.oc1..web1" || web.Compartment != data {
		t.Errorf("web1 is %+v", web)
	}
	alice, _ := world.User("", "alice")
	if len(alice.Groups) != 1 || alice.Groups[0].Qualified() != "Partners/Ops" {
		t.Errorf("alice is in %v", alice.Groups)
	}
	if world.Root.ID != "ocid1.tenancy.oc1..acme" || !world.Administrators || world.DenyPolicies {
		t.Errorf("the root is %+v of %+v", world.Root, world)
	}
}

func TestNamesakesOfTwoDomainsHaveTheirOwnIdentifiers(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{
		Groups: []tenancy.GroupSpec{{Name: "Ops"}, {Name: "Ops", Domain: "Partners"}},
		Users:  []tenancy.UserSpec{{Name: "ann"}, {Name: "ann", Domain: "Partners"}}})
	if a, b := world.Groups[0].ID, world.Groups[1].ID; a != "ocid1.group.oc1..Ops" || b != "ocid1.group.oc1..Partners.Ops" {
		t.Errorf("the groups are %s and %s", a, b)
	}
	if world.Users[0].ID == world.Users[1].ID {
		t.Errorf("both users are %s", world.Users[0].ID)
	}
}

func TestAPodKnowsItsClusterByOCID(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{Resources: []tenancy.ResourceSpec{
		{Name: "a", Type: "workload", Cluster: "farm"},
		{Name: "b", Type: "workload", Cluster: "elsewhere"},
		{Name: "c", Type: "workload", Cluster: "ocid1.cluster.oc1.iad.x"},
		{Name: "d", Type: "workload"},
		{Name: "farm", Type: "cluster", ID: "ocid1.cluster.oc1.iad.farm"}}})
	for i, want := range []string{"ocid1.cluster.oc1.iad.farm", "ocid1.cluster.oc1..elsewhere", "ocid1.cluster.oc1.iad.x", ""} {
		if got := world.Resources[i].Cluster; got != want {
			t.Errorf("the cluster of %s is %q, not %q", world.Resources[i].Name, got, want)
		}
	}
}

func TestParentsMayComeLater(t *testing.T) {
	world, problems := tenancy.New(tenancy.Spec{Name: "acme", Compartments: []tenancy.CompartmentSpec{
		{Name: "Leaf", CompartmentID: "ocid1.compartment.oc1..mid"},
		{Name: "Mid", ID: "ocid1.compartment.oc1..mid", CompartmentID: "Top"},
		{Name: "Top"}}})
	if _, ok := world.Compartment("Top:Mid:Leaf"); !ok || len(problems) != 0 {
		t.Errorf("Top:Mid:Leaf found %v, problems %v", ok, problems)
	}
}

func TestWhatDoesNotFitIsLeftOutAndSaid(t *testing.T) {
	seven := tenancy.CompartmentSpec{Name: "g"}
	for _, name := range []string{"f", "e", "d", "c", "b", "a"} {
		seven = tenancy.CompartmentSpec{Name: name, Compartments: []tenancy.CompartmentSpec{seven}}
	}
	for _, test := range []struct {
		name, code, pointer string
		spec                tenancy.Spec
	}{
		{"missing parent", "missing-parent", "/compartments/0/compartmentId", tenancy.Spec{Compartments: []tenancy.CompartmentSpec{{Name: "A", CompartmentID: "gone"}}}},
		{"circle", "circular-parent", "/compartments/0/compartmentId", tenancy.Spec{Compartments: []tenancy.CompartmentSpec{{Name: "A", CompartmentID: "B"}, {Name: "B", CompartmentID: "A"}}}},
		{"too deep", "too-deep", "/compartments/0/compartments/0/compartments/0/compartments/0/compartments/0/compartments/0/compartments/0", tenancy.Spec{Compartments: []tenancy.CompartmentSpec{seven}}},
		{"name twice", "name-twice", "/compartments/1", tenancy.Spec{Compartments: []tenancy.CompartmentSpec{{Name: "A"}, {Name: "a"}}}},
		{"unknown group", "unknown-group", "/users/0/groups/0", tenancy.Spec{Users: []tenancy.UserSpec{{Name: "bob", Groups: []string{"Nobody"}}}}},
		{"unknown compartment", "unknown-compartment", "/resources/0/compartment", tenancy.Spec{Resources: []tenancy.ResourceSpec{{Name: "x", Type: "instance", Compartment: "Nowhere"}}}},
		{"nameless", "nameless", "/groups/0", tenancy.Spec{Groups: []tenancy.GroupSpec{{}}}},
		{"id twice", "id-twice", "/compartments", tenancy.Spec{Compartments: []tenancy.CompartmentSpec{{Name: "A.B"}, {Name: "A", Compartments: []tenancy.CompartmentSpec{{Name: "B"}}}}}},
	} {
		world, problems := tenancy.New(test.spec)
		if world == nil || len(problems) == 0 || problems[0].Code != test.code || problems[0].Pointer != test.pointer {
			t.Errorf("%s: problems %+v, want %s at %s", test.name, problems, test.code, test.pointer)
		}
	}
}

func TestCommonAncestor(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{Compartments: []tenancy.CompartmentSpec{
		{Name: "A", Compartments: []tenancy.CompartmentSpec{{Name: "B"}, {Name: "C", Compartments: []tenancy.CompartmentSpec{{Name: "D"}}}}}}})
	b, _ := world.Compartment("A:B")
	d, _ := world.Compartment("A:C:D")
	if got := tenancy.CommonAncestor(b, d); got.Path() != "A" {
		t.Errorf("common ancestor of A:B and A:C:D is %q", got.Path())
	}
}

func TestEverythingNamedKnowsWhereItIsWritten(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{
		Compartments:   []tenancy.CompartmentSpec{{Name: "A"}, {Name: "B", Compartments: []tenancy.CompartmentSpec{{Name: "C"}}}, {Name: "D", CompartmentID: "A"}},
		Groups:         []tenancy.GroupSpec{{}, {Name: "Ops"}},
		Users:          []tenancy.UserSpec{{}, {}, {Name: "alice"}},
		DynamicGroups:  []tenancy.DynamicGroupSpec{{Name: "app"}},
		Resources:      []tenancy.ResourceSpec{{}, {Name: "web1", Type: "instance"}},
		NetworkSources: []tenancy.NetworkSourceSpec{{Name: "office"}}})
	for path, want := range map[string]string{"A": "/compartments/0", "B:C": "/compartments/1/compartments/0", "A:D": "/compartments/2", "": ""} {
		if c, _ := world.Compartment(path); c.Pointer != want {
			t.Errorf("%q is written at %q, want %q", path, c.Pointer, want)
		}
	}
	for pointer, want := range map[string]string{
		world.Groups[0].Pointer: "/groups/1", world.Users[0].Pointer: "/users/2", world.DynamicGroups[0].Pointer: "/dynamicGroups/0",
		world.Resources[0].Pointer: "/resources/1", world.NetworkSources[0].Pointer: "/networkSources/0",
	} {
		if pointer != want {
			t.Errorf("what is written at %q says %q", want, pointer)
		}
	}
}

func TestGroupsThatNobodyDescribedAreThere(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{Groups: []tenancy.GroupSpec{{Name: "All-Domain-Users", ID: "ocid1.group.oc1..all"}},
		Users: []tenancy.UserSpec{{Name: "ann"}, {Name: "ann", Domain: "Partners"}}})
	for _, test := range []struct {
		domain, name, id string
		pointer          string
		holds            [2]bool
	}{
		{"", "Administrators", "ocid1.group.oc1..Administrators", "", [2]bool{}},
		{"", "All-Domain-Users", "ocid1.group.oc1..all", "/groups/0", [2]bool{true, false}},
		{"Partners", "All-Domain-Users", "ocid1.group.oc1..Partners.All-Domain-Users", "", [2]bool{false, true}},
	} {
		g, ok := world.Group(test.domain, test.name)
		if !ok || g.ID != test.id || g.Pointer != test.pointer {
			t.Errorf("%s/%s is %+v", test.domain, test.name, g)
			continue
		}
		if got := [2]bool{world.Users[0].In(g), world.Users[1].In(g)}; got != test.holds {
			t.Errorf("%s holds %v", g.Qualified(), got)
		}
		if got := world.Everybody(test.domain); got != g && test.name == "All-Domain-Users" {
			t.Errorf("everybody of %s is in %+v", test.domain, got)
		}
	}
	if len(world.Groups) != 1 {
		t.Errorf("%d groups are described", len(world.Groups))
	}
}

func TestANameIsTakenApartAsItIsPutTogether(t *testing.T) {
	for qualified, want := range map[string][2]string{"Ops": {"", "Ops"}, "Partners/Ops": {"Partners", "Ops"}, "Partners/a/b": {"Partners", "a/b"}} {
		domain, name := tenancy.Unqualified(qualified)
		if domain != want[0] || name != want[1] || tenancy.Qualified(domain, name) != qualified {
			t.Errorf("%s is %q in domain %q", qualified, name, domain)
		}
	}
	if got := tenancy.Qualified(tenancy.DefaultDomain, "Ops"); got != "Ops" {
		t.Errorf("in the default domain it is %q", got)
	}
}
