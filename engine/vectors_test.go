package engine_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

// vectors are the language's rules of judging, one each: statements attached to
// the root, and checks that hold by that rule and not without it.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policyadvancedfeatures.htm
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
var vectors = []struct{ name, dialect, statements, checks, theirs string }{
	{"a value matches in any case by Oracle's pages", "oracle",
		"Allow group Ops to read buckets in tenancy where target.bucket.name = 'BucketA'",
		"ann may GetBucket in A with target.bucket.name = 'bucketa'", ""},
	{"a value matches in its own case by the guide", "guide",
		"Allow group Ops to read buckets in tenancy where target.bucket.name = 'BucketA'",
		"ann may not GetBucket in A with target.bucket.name = 'bucketa'", ""},
	{"a negative test of an absent variable is false", "",
		"Allow group Ops to use groups in tenancy where target.group.name != 'Administrators'",
		"ann may not ListGroups in tenancy\nann may iam:GetGroup in tenancy with target.group.name = 'Ops'", ""},
	{"an absent variable makes its own test false alone", "",
		"Allow group Ops to inspect users in tenancy where any {target.user.name = 'x', request.operation = 'ListUsers'}",
		"ann may ListUsers in tenancy", ""},
	{"one of several tags on groups is enough", "",
		"Allow group Ops to read buckets in compartment A where request.principal.group.tag.team.name = 'a'\n" +
			"Allow group Ops to read buckets in compartment Z where request.principal.group.tag.team.name != 'a'\n" +
			"Allow group Ops to read buckets in compartment N where request.principal.group.tag.team.name != 'c'\n" +
			"Allow group Ops to read buckets in compartment P where request.principal.group.tag.team.name not in ('c', 'd')",
		"ann may GetBucket in A\nann may not GetBucket in Z\nann may GetBucket in N\nann may GetBucket in P", ""},
	{"a set of types equals one of its members and is no set of one", "",
		"Allow group Ops to manage policies in compartment A where target.policy.type = 'allow'\n" +
			"Allow group Ops to manage policies in compartment Z where sets-equal(target.policy.type, ('allow'))",
		"ann may CreatePolicy in A with target.policy.type = ('allow', 'deny')\n" +
			"ann may not CreatePolicy in Z with target.policy.type = ('allow', 'deny')\n" +
			"ann may CreatePolicy in Z with target.policy.type = 'allow'", ""},
	{"a condition is judged for each permission", "",
		"Allow group Ops to manage groups in tenancy where request.permission != 'GROUP_DELETE'",
		"ann may not DeleteGroup in tenancy with target.group.name = 'x'\nann may CreateGroup in tenancy with target.group.name = 'x'", ""},
	{"denying a verb leaves what lower verbs give", "",
		"Allow group Ops to manage buckets in tenancy\nDeny group Ops to manage buckets in tenancy",
		"ann may GetBucket in A\nann may not DeleteBucket in A", ""},
	{"denying the lowest verb takes everything", "",
		"Allow group Ops to manage buckets in tenancy\nDeny group Ops to inspect buckets in tenancy",
		"ann may not HeadBucket in A\nann may not GetBucket in A\nann may not DeleteBucket in A", ""},
	{"denying permissions takes just those", "",
		"Allow group Ops to manage buckets in tenancy\nDeny group Ops to {BUCKET_INSPECT} in tenancy",
		"ann may not ListBuckets in A\nann may GetBucket in A", ""},
	{"denying a family takes from each member by its own verbs", "",
		"Allow group Ops to manage object-family in tenancy\nDeny group Ops to use object-family in tenancy",
		"ann may GetBucket in A\nann may GetObject in A\nann may not DeleteObject in A\nann may not UpdateBucket in A", ""},
	{"one of two permissions is enough", "",
		"Allow group Ops to {OBJECT_READ} in tenancy",
		"ann may HeadObject in A", ""},
	{"each permission counts where its own resource lies", "",
		"Allow group Ops to manage instance-family in compartment P\nAllow group Ops to use virtual-network-family in compartment N",
		"ann may LaunchInstance in P with subnets in N, vnics in N, network-security-groups in N\nann may not LaunchInstance in P", ""},
	{"a variable counts for the permission it belongs to", "",
		"Allow group Ops to {INSTANCE_CREATE, INSTANCE_IMAGE_READ} in tenancy where target.image.id = 'i'\nAllow group Ops to use virtual-network-family in tenancy",
		"ann may not LaunchInstance in A with target.image.id = 'i'\nann may {INSTANCE_IMAGE_READ} in A with target.image.id = 'i'", ""},
	{"no denial concerns the administrators", "",
		"Deny any-user to inspect all-resources in tenancy",
		"root may DeleteBucket in A\nann may not DeleteBucket in A", ""},
	{"a window of the day goes past midnight", "",
		"Allow group Ops to read buckets in tenancy where request.utc-timestamp.time-of-day between '17:00:00Z' and '01:00:00Z'",
		"ann may GetBucket in A with request.utc-timestamp = '2026-01-01T00:30:00Z'\nann may not GetBucket in A with request.utc-timestamp = '2026-01-01T12:00:00Z'", ""},
	{"a tag on a compartment holds below it", "",
		"Allow group Ops to read buckets in tenancy where target.resource.compartment.tag.Ops.Env = 'prod'",
		"ann may GetBucket in A:B\nann may not GetBucket in Z", ""},
	{"a tag on a compartment does not hide the one above", "",
		"Allow group Ops to read buckets in compartment A where target.resource.compartment.tag.ops.env = 'prod'\n" +
			"Allow group Ops to read volumes in compartment A where target.resource.compartment.tag.ops.env = 'test'",
		"ann may GetBucket in A:B\nann may GetVolume in A:B\nann may not GetVolume in A", ""},
	{"an Endorse alone grants nothing", "",
		"Define tenancy P as ocid1.tenancy.oc1..partner\nEndorse group Ops to read buckets in tenancy P",
		"ann may not GetBucket in Theirs of partner", ""},
	{"an Admit alone grants nothing", "",
		"Define tenancy P as ocid1.tenancy.oc1..partner\nAdmit any-user of tenancy P to read buckets in tenancy",
		"carol of partner may not GetBucket in A", ""},
	{"what allows at home grants nothing elsewhere", "",
		"Allow any-user to manage all-resources in tenancy",
		"ann may not GetBucket in Theirs of partner\ncarol of partner may not GetBucket in A", ""},
	{"any-user includes every kind of caller", "",
		"Allow any-user to read buckets in tenancy",
		"ann may GetBucket in A\ninstance web1 may GetBucket in A\nfnfunc resize may GetBucket in A\nworkload ci may GetBucket in A\nservice faas may GetBucket in A", ""},
	{"any-group leaves services out, and nobody says of pods", "",
		"Allow any-group to read buckets in tenancy",
		"ann may GetBucket in A\ninstance web1 may GetBucket in A\nfnfunc resize may GetBucket in A\nworkload ci might GetBucket in A\nservice faas may not GetBucket in A", ""},
	{"a dynamic group holds resources by its rule and never pods", "",
		"Allow dynamic-group all-things to read buckets in tenancy",
		"instance web1 may GetBucket in A\nfnfunc resize may GetBucket in A\nworkload ci may not GetBucket in A\nann may not GetBucket in A", ""},
	{"a pod is known by its cluster, namespace and account", "",
		"Allow any-user to read buckets in tenancy where all {request.principal.type = 'workload', request.principal.namespace = 'build', request.principal.service_account = 'runner', request.principal.cluster_id = 'ocid1.cluster.oc1..oke1'}",
		"workload ci may GetBucket in A\nworkload cd may not GetBucket in A\ninstance web1 may not GetBucket in A", ""},
	{"a resource is known by the type in its OCID", "",
		"Allow any-user to read buckets in tenancy where request.principal.type = 'fnfunc'",
		"fnfunc resize may GetBucket in A\ninstance web1 may not GetBucket in A", ""},
	{"a bucket with a key needs its service to use the key", "",
		"Allow group Ops to manage buckets in tenancy\nAllow group Ops to use key-delegate in tenancy\nAllow service objectstorage-us-ashburn-1 to use keys in tenancy",
		"ann may CreateBucket in A with vault-key, request.region = 'iad'\nann may not CreateBucket in A with vault-key, request.region = 'phx'", ""},
	{"nobody is in a group that is being made", "",
		"Allow group Ops to manage groups in tenancy where target.group.member = 'true'\nAllow group Ops to manage groups in compartment A where target.group.member = 'false'",
		"ann may not CreateGroup in tenancy\nann might DeleteGroup in tenancy\nann may CreateGroup in A", ""},
	{"a domain comes with a group of all its users", "",
		"Allow group All-Domain-Users to read buckets in compartment A\nAllow group Administrators to read buckets in compartment Z",
		"ann may GetBucket in A\nann may not GetBucket in Z\ninstance web1 may not GetBucket in A", ""},
	{"what no read statement carries has to be named", "",
		"Allow group Ops to read all-resources in compartment A\nAllow group Ops to use all-resources in compartment Z\nAllow any-user to {AUDIT_CONFIGURATION} in compartment P\nDeny any-user to use all-resources in compartment P",
		"ann may not audit:GetConfiguration in A\nann might audit:GetConfiguration in Z\nann may not audit:GetConfiguration in P", ""},
	{"delegating a key counts where the key is", "",
		"Allow group Ops to manage buckets in compartment A\nAllow group Ops to manage volumes in compartment A\nAllow group Ops to use key-delegate in compartment Z\nAllow service objectstorage-us-ashburn-1 to use keys in compartment Z",
		"ann may CreateBucket in A with keys in Z, request.region = 'iad'\nann may not CreateBucket in A with keys in Z, key-delegate in A, request.region = 'iad'\nann may CreateVolume in A with keys in Z\nann may not CreateVolume in A with keys in P\nann may not CreateVolume in A with vault-key", ""},
	{"a service is known by its name alone", "",
		"Allow service faas to read buckets in tenancy",
		"service faas may GetBucket in A\nservice oke may not GetBucket in A\nann may not GetBucket in A", ""},
	{"a network source is known by name", "",
		"Allow group Ops to read buckets in tenancy where request.networkSource.name = 'Corp'",
		"ann may GetBucket in A with request.networkSource.name = 'Corp'\nann may not GetBucket in A with absent request.networkSource.name\nann might GetBucket in A", ""},
	{"a network source is known by the caller's address", "",
		"Allow group Ops to read buckets in tenancy where request.networkSource.name = 'Corp'",
		"ann may GetBucket in A with request.ipv4.ipaddress = '203.0.113.77'\nann may not GetBucket in A with request.ipv4.ipaddress = '198.51.100.1'", ""},
	{"a region's name and its key are one", "",
		"Allow group Ops to read buckets in tenancy where request.region = 'phx'",
		"ann may GetBucket in A with request.region = 'us-phoenix-1'\nann may GetBucket in A with request.region = 'PHX'\nann may not GetBucket in A with request.region = 'iad'", ""},
	{"users live in the root, resources where they are", "",
		"Allow any-user to read buckets in tenancy where request.principal.compartment.tag.ops.env = 'root'\n" +
			"Allow any-user to read volumes in tenancy where request.principal.compartment.tag.ops.env = 'prod'",
		"ann may GetBucket in Z\ninstance web1 may not GetBucket in Z\ninstance web1 may GetVolume in Z", ""},
	{"tags of every dynamic group of a resource count", "",
		"Allow dynamic-group all-things to read buckets in tenancy where request.principal.group.tag.team.name = 'net'",
		"instance web1 may GetBucket in A\nfnfunc resize may not GetBucket in A", ""},
	{"a tag on the target cannot let anybody list or create", "",
		"Allow group Ops to manage instances in tenancy where target.resource.tag.ops.env = 'prod'",
		"ann may {INSTANCE_DELETE} in A with target.resource.tag.ops.env = 'prod'\nann may not {INSTANCE_CREATE} in A with target.resource.tag.ops.env = 'prod'", ""},
	{"a missing tag is unlike a value in a matching rule", "",
		"Allow dynamic-group untagged to read buckets in tenancy",
		"fnfunc resize may GetBucket in A\ninstance web1 may not GetBucket in A", ""},
	{"a group renamed keeps its access, by its OCID", "",
		"Allow group id ocid1.group.oc1..Ops to read buckets in tenancy",
		"ann may GetBucket in A", ""},
	{"a denial of everything takes what no verb is known to carry", "",
		"Allow any-user to {AUDIT_CONFIGURATION} in tenancy\nDeny any-user to inspect all-resources in compartment A\nDeny any-user to manage all-resources in compartment Z",
		"ann may not {AUDIT_CONFIGURATION} in A\nann might {AUDIT_CONFIGURATION} in Z\nann may {AUDIT_CONFIGURATION} in N", ""},
	{"an Endorse may name a compartment elsewhere", "",
		define + "Endorse group Ops to read buckets in compartment Theirs:Deep of tenancy P",
		"ann may GetBucket in Theirs:Deep of partner\nann may not GetBucket in Theirs of partner", admitOps},
	{"an Endorse of another tenancy is not of this one", "",
		"Define tenancy X as ocid1.tenancy.oc1..other\nEndorse group Ops to read buckets in tenancy X",
		"ann may not GetBucket in Theirs of partner", admitOps},
	{"an Endorse and an Admit together grant", "",
		define + "Endorse group Ops to read buckets in tenancy P",
		"ann may GetBucket in Theirs of partner\nann may not DeleteBucket in Theirs of partner", admitOps},
	{"an Admit of any tenancy is for all", "",
		define + "Endorse group Ops to read buckets in any-tenancy",
		"ann may GetBucket in Theirs of partner", "Admit any-user of any-tenancy to read buckets in tenancy"},
	{"nobody says what an Admit without a tenancy means", "",
		define + "Endorse group Ops to read buckets in any-tenancy",
		"ann might GetBucket in Theirs of partner", "Admit any-user to read buckets in tenancy"},
	{"a denied Endorse beats an Endorse", "",
		define + "Endorse group Ops to read buckets in tenancy P\nDeny endorse group Ops to inspect buckets in any-tenancy",
		"ann may not GetBucket in Theirs of partner", admitOps},
	{"a denied Admit beats an Admit", "",
		define + "Endorse group Ops to read buckets in tenancy P",
		"ann may not GetBucket in Theirs:Deep of partner\nann may GetBucket in Theirs of partner",
		admitOps + "\nDeny admit group O of tenancy A to inspect buckets in compartment Theirs:Deep"},
	{"the administrators of one tenancy are not those of another", "",
		define + "Endorse any-user to read buckets in tenancy P",
		"root may not GetBucket in Theirs of partner", admitAnybody + "\nDeny admit any-user of tenancy A to inspect buckets in tenancy"},
	{"no denied Endorse concerns the administrators", "",
		define + "Endorse any-user to read buckets in tenancy P\nDeny endorse any-user to inspect buckets in tenancy P",
		"root may GetBucket in Theirs of partner\nann may not GetBucket in Theirs of partner", admitAnybody},
	{"conditions see the caller's tenancy and the target's", "",
		define + "Endorse any-user to read buckets in tenancy P where all {request.principal.compartment.tag.ops.env = 'root', target.tenant.name = 'partner', target.compartment.name = 'Theirs'}",
		"ann may GetBucket in Theirs of partner\nann may not GetBucket in Theirs:Deep of partner", admitAnybody},
	{"a service is at home in every tenancy", "", define,
		"service faas may GetBucket in Theirs of partner\nservice faas may ConnectLocalPeeringGateways in Theirs of partner",
		"Allow service faas to read buckets in tenancy\nAllow service faas to manage local-peering-from in tenancy\nAllow service faas to manage local-peering-to in tenancy"},
	{"joining over tenancies takes an association too", "",
		define + "Allow group Ops to manage local-peering-from in tenancy\nEndorse group Ops to manage local-peering-to in tenancy P\n" +
			"Endorse group Ops to associate local-peering-gateways in compartment N with local-peering-gateways in tenancy P",
		"ann may ConnectLocalPeeringGateways in N with local-peering-to in Theirs of partner\n" +
			"ann may not ConnectLocalPeeringGateways in Z with local-peering-to in Theirs of partner", admitPeers},
	{"the caller's own half is placed where the target is not", "",
		define + "Allow group Ops to manage local-peering-from in tenancy\nEndorse group Ops to manage local-peering-to in tenancy P\n" +
			"Endorse group Ops to associate local-peering-gateways in compartment N with local-peering-gateways in tenancy P",
		"ann may ConnectLocalPeeringGateways in Theirs of partner with local-peering-from in N", admitPeers},
	{"an association of other types is another", "",
		define + "Allow group Ops to manage local-peering-from in tenancy\nEndorse group Ops to manage local-peering-to in tenancy P\n" +
			"Endorse group Ops to associate vcns in tenancy with local-peering-gateways in tenancy P\nEndorse group Ops to associate local-peering-gateways in tenancy with vcns in tenancy P",
		"ann may not ConnectLocalPeeringGateways in N with local-peering-to in Theirs of partner", admitPeers},
	{"within a tenancy joining takes no association", "",
		"Allow group Ops to manage local-peering-from in tenancy\nAllow group Ops to manage local-peering-to in tenancy",
		"ann may ConnectLocalPeeringGateways in N with local-peering-to in Z", ""},
}

// What the partner's policies begin with, and admit.
const (
	define       = "Define tenancy P as ocid1.tenancy.oc1..partner\n"
	admitAnybody = "Define tenancy A as ocid1.tenancy.oc1..acme\nAdmit any-user of tenancy A to read buckets in tenancy"
	admitOps     = "Define tenancy A as ocid1.tenancy.oc1..acme\nDefine group O as ocid1.group.oc1..Ops\nAdmit group O of tenancy A to read buckets in tenancy"
	admitPeers   = "Define tenancy A as ocid1.tenancy.oc1..acme\nDefine group O as ocid1.group.oc1..Ops\nAdmit group O of tenancy A to manage local-peering-to in tenancy\n" +
		"Admit group O of tenancy A to associate local-peering-gateways in tenancy A with local-peering-gateways in tenancy"
)

const vectorWorld = `{"name": "acme", "id": "ocid1.tenancy.oc1..acme", "homeRegion": "us-ashburn-1", "denyPolicies": true, "definedTags": {"Ops": {"Env": "root"}},
 "compartments": [{"name": "A", "definedTags": {"Ops": {"Env": "prod"}}, "compartments": [{"name": "B", "definedTags": {"ops": {"env": "test"}}}]}, {"name": "Z"}, {"name": "N"}, {"name": "P"}],
 "groups": [{"name": "Administrators"}, {"name": "Ops", "definedTags": {"team": {"name": "a"}}}, {"name": "More", "definedTags": {"team": {"name": "b"}}}],
 "users": [{"name": "root", "groups": ["Administrators"]}, {"name": "ann", "groups": ["Ops", "More"]}],
 "dynamicGroups": [{"name": "all-things", "matchingRule": "any {instance.compartment.id = 'ocid1.compartment.oc1..A', resource.type = 'fnfunc'}"},
  {"name": "tagged", "matchingRule": "tag.ops.role.value = 'web'", "definedTags": {"team": {"name": "net"}}},
  {"name": "untagged", "matchingRule": "tag.ops.role.value != 'web'"}],
 "resources": [{"name": "web1", "type": "instance", "compartment": "A", "definedTags": {"ops": {"role": "web"}}}, {"name": "resize", "type": "fnfunc", "compartment": "Z"},
  {"name": "oke1", "type": "cluster", "compartment": "A"},
  {"name": "ci", "type": "workload", "compartment": "A", "cluster": "oke1", "namespace": "build", "serviceAccount": "runner"},
  {"name": "cd", "type": "workload", "compartment": "A", "cluster": "oke1", "namespace": "release", "serviceAccount": "runner"}],
 "networkSources": [{"name": "Corp", "publicSourceList": ["192.0.2.0/28", "203.0.113.0/24"]}]}`

const partnerWorld = `{"name": "partner", "id": "ocid1.tenancy.oc1..partner", "denyPolicies": true,
 "compartments": [{"name": "Theirs", "compartments": [{"name": "Deep"}]}], "users": [{"name": "carol"}]}`

func TestVectors(t *testing.T) {
	for _, v := range vectors {
		t.Run(strings.ReplaceAll(v.name, " ", "-"), func(t *testing.T) {
			archive := "-- tenancy.json --\n" + vectorWorld + "\n-- policies/p.policy --\n" + v.statements + "\n-- tenancies/partner/tenancy.json --\n" + partnerWorld + "\n-- tenancies/partner/policies/q.policy --\n" + v.theirs + "\n-- checks --\n" + v.checks + "\n"
			if v.dialect != "" {
				archive = "-- scenario.json --\n{\"dialect\": \"" + v.dialect + "\"}\n" + archive
			}
			s, problems := scenario.Parse("vector", []byte(archive))
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			a := engine.Analyze(s)
			if a.Diagnostics.HasErrors() {
				t.Error(rendered(a))
			}
			x := a.Index()
			for _, answer := range a.Answers {
				if !answer.Holds {
					t.Errorf("%s\n%s", asked(a, answer), answer.Story.Text())
				}
				if got := x.Allowed(answer.Request); got != answer.Decision.Verdict {
					t.Errorf("%s is %s by the index", asked(a, answer), got)
				}
			}
		})
	}
}
