package authz_test

import (
	"testing"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

func TestAddressesLieInRanges(t *testing.T) {
	for _, test := range []struct {
		ranges  []string
		address string
		want    authz.Verdict
	}{
		{[]string{"10.0.0.0/8"}, "10.255.1.2", authz.Allow},
		{[]string{"10.0.0.0/8"}, "11.0.0.0", authz.Deny},
		{[]string{"192.0.2.7"}, "192.0.2.7", authz.Allow},
		{[]string{"192.0.2.7/32"}, "192.0.2.8", authz.Deny},
		{[]string{"0.0.0.0/0"}, "255.255.255.255", authz.Allow},
		{[]string{"2001:db8::/32", "nonsense/99", "10.0.0.0/33"}, "10.0.0.0", authz.Deny},
		{[]string{"10.0.0.0/31", "10.0.0.2/31"}, "10.0.0.3", authz.Allow},
		{[]string{"10.0.0.0/8"}, "not an address", authz.Conditional},
		{[]string{"10.0.0.0/8"}, "10.0.0.256", authz.Conditional},
	} {
		world, _ := tenancy.New(tenancy.Spec{Name: "acme", Users: []tenancy.UserSpec{{Name: "ann"}},
			NetworkSources: []tenancy.NetworkSourceSpec{{Name: "Corp", PublicSourceList: test.ranges}}})
		doc, _ := syntax.Parse(source.NewFile("p", "Allow any-user to read buckets in tenancy where request.networkSource.name = 'Corp'"))
		set, _ := policy.Bind([]policy.Source{{AttachedTo: world.Root, Document: doc}}, nil, world, catalog.Default(), policy.Oracle)
		p, _ := catalog.Default().Permission("BUCKET_READ")
		req := authz.Request{Principal: authz.Principal{Kind: authz.User, User: world.Users[0]}, Compartment: world.Root,
			Ask: authz.Ask{Permissions: []*catalog.Permission{p}}, Values: map[string]authz.Value{"request.ipv4.ipaddress": {Members: []string{test.address}}}}
		if got := authz.Decide(set, world, catalog.Default(), req).Verdict; got != test.want {
			t.Errorf("%s in %v is %s, want %s", test.address, test.ranges, got, test.want)
		}
	}
}
