package catalog

import (
	"fmt"
	"slices"
	"testing"
)

var facts = map[Fact]string{KnownYes: "", KnownNo: "no", NotKnown: "unknown"}

// least prints an answer of Least: "use", "no", "unknown" or "manage unknown".
func least(r *Resource, p *Permission) string {
	v, fact := Default().Least(r, p)
	if v == 0 {
		return facts[fact]
	}
	if fact == NotKnown {
		return v.String() + " unknown"
	}
	return v.String()
}

func TestLeastFollowsTheTables(t *testing.T) {
	tests := []struct{ why, resource, permission, want string }{
		{"the first step", "volumes", "VOLUME_INSPECT", "inspect"},
		{"read adds nothing to volumes", "volumes", "VOLUME_WRITE", "use"},
		{"a name's ending proves nothing", "policies", "POLICY_READ", "inspect"},
		{"a name's ending proves nothing", "policies", "POLICY_UPDATE", "manage"},
		{"a name's ending proves nothing", "vnics", "VNIC_CREATE", "use"},
		{"no inspect row", "objectstorage-namespaces", "OBJECTSTORAGE_NAMESPACE_READ", "read"},
		{"only a use row", "key-delegate", "KEY_ASSOCIATE", "use"},
		{"nothing above read", "secret-bundles", "SECRET_BUNDLE_READ", "read"},
		{"another type", "buckets", "OBJECT_READ", "no"},
		{"a family through a member", "object-family", "OBJECT_OVERWRITE", "use"},
		{"a family's extra", "instance-family", "VNIC_ATTACH", "use"},
		{"a member that counts through extras", "instance-family", "VOLUME_ATTACHMENT_CREATE", "manage"},
		{"an extra is the family's, not a member's", "instances", "VNIC_ATTACH", "no"},
		{"excluded from the family", "volume-family", "VOLUME_BACKUP_COPY", "no"},
		{"excluded from the family only", "volume-backups", "VOLUME_BACKUP_COPY", "use"},
		{"the lower of two members", "ons-family", "ONS_TOPIC_SUBSCRIBE", "use"},
		{"a family over services", "all-artifacts", "REPOSITORY_READ", "read"},
		{"everything", "all-resources", "SECRET_BUNDLE_READ", "read"},
		{"only an operation names it", "all-resources", "AUDIT_CONFIGURATION", "manage unknown"},
		{"only an operation names it", "audit-events", "AUDIT_CONFIGURATION", "no"},
		{"operations name it for this type", "vnics", "VNIC_ASSIGN", "unknown"},
		{"operations name it for a member", "virtual-network-family", "VNIC_ASSIGN", "unknown"},
		{"a type without a table", "group-memberships", "GROUP_MEMBERSHIP_INSPECT", "unknown"},
		{"a type without a table, homeless permission", "compute-host-groups", "INSTANCE_MAINTENANCE_EVENT_READ", "unknown"},
		{"a type without a table, another's permission", "compute-host-groups", "INSTANCE_READ", "no"},
		{"a family without known members", "opsi-em-warehouse-family", "OPSI_DATABASE_INSIGHT_READ", "unknown"},
		{"a family without known members, another service", "opsi-em-warehouse-family", "INSTANCE_READ", "no"},
		{"a member without a table", "mysql-family", "MYSQL_BACKUP_CREATE", "unknown"},
		{"a lower-case letter", "file-systems", "FILE_SYSTEM_NFSV3_EXPORT", "use"},
		{"community list only", "vcns", "VCN_INSPECT", "no"},
		{"community list only", "all-resources", "VCN_INSPECT", "no"},
	}
	for _, tt := range tests {
		if got := least(resource(t, tt.resource), permission(t, tt.permission)); got != tt.want {
			t.Errorf("%s: %s on %s: got %q, want %q", tt.why, tt.permission, tt.resource, got, tt.want)
		}
	}
}

func TestCarriesOnlyFromTheLeastVerbUp(t *testing.T) {
	volumes, all := resource(t, "volumes"), resource(t, "all-resources")
	write, audit := permission(t, "VOLUME_WRITE"), permission(t, "AUDIT_CONFIGURATION")
	tests := []struct {
		r    *Resource
		v    Verb
		p    *Permission
		want Fact
	}{
		{volumes, Read, write, KnownNo},
		{volumes, Use, write, KnownYes},
		{volumes, Manage, write, KnownYes},
		{resource(t, "objectstorage-namespaces"), Inspect, permission(t, "OBJECTSTORAGE_NAMESPACE_READ"), KnownNo},
		{all, Read, audit, KnownNo},
		{all, Use, audit, NotKnown},
		{all, Manage, audit, KnownYes},
		{resource(t, "vnics"), Manage, permission(t, "VNIC_ASSIGN"), NotKnown},
	}
	for _, tt := range tests {
		if got := Default().Carries(tt.r, tt.v, tt.p); got != tt.want {
			t.Errorf("%v %s, %s: got %v, want %v", tt.v, tt.r.Name, tt.p.Name, got, tt.want)
		}
	}
}

func TestManageAllResourcesCarriesEveryPermissionOracleKnows(t *testing.T) {
	all := resource(t, "all-resources")
	for p := range Default().Permissions() {
		want := KnownYes
		if p.SeedOnly {
			want = KnownNo
		}
		if got := Default().Carries(all, Manage, p); got != want {
			t.Errorf("%s: got %v, want %v", p.Name, got, want)
		}
	}
}

func TestLevelListsTheMembersThatCarry(t *testing.T) {
	tests := []struct {
		resource, permission string
		want                 []Carrier
	}{
		{"instance-family", "VOLUME_ATTACHMENT_READ", []Carrier{{"instance-family", Read}}},
		{"volume-family", "VOLUME_ATTACHMENT_READ", []Carrier{{"volume-attachments", Read}}},
		{"ons-family", "ONS_TOPIC_SUBSCRIBE", []Carrier{{"ons-subscriptions", Manage}, {"ons-topics", Use}}},
		{"volume-family", "VOLUME_BACKUP_COPY", nil},
		{"buckets", "BUCKET_READ", []Carrier{{"buckets", Read}}},
	}
	for _, tt := range tests {
		got := Default().Level(resource(t, tt.resource), permission(t, tt.permission))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s on %s: got %v, want %v", tt.permission, tt.resource, got, tt.want)
		}
	}
}

func TestAddsIsWhatAVerbHasOverTheOneBelow(t *testing.T) {
	tests := []struct {
		resource string
		verb     Verb
		want     string
	}{
		{"volumes", Read, "[]"},
		{"volumes", Use, "[VOLUME_UPDATE VOLUME_WRITE]"},
		{"objects", Use, "[OBJECT_OVERWRITE]"},
		{"secret-versions", Use, "[]"},
		{"ons-family", Use, "[ONS_TOPIC_PUBLISH ONS_TOPIC_SUBSCRIBE]"},
		{"ons-subscriptions", Manage, "[ONS_SUBSCRIPTION_MOVE ONS_TOPIC_SUBSCRIBE]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(Default().Adds(resource(t, tt.resource), tt.verb)); got != tt.want {
			t.Errorf("%v %s: got %v, want %v", tt.verb, tt.resource, got, tt.want)
		}
	}
}

func TestSeedPermissionsFollowTheEndingOfTheirName(t *testing.T) {
	tests := []struct {
		permission, home, official string
		verb                       Verb
	}{
		{"VCN_INSPECT", "vcns", "VCN_READ", Inspect},
		{"VOLUME_READ", "volumes", "VOLUME_INSPECT", Read},
		{"KEY_USE", "keys", "KEY_ENCRYPT", Use},
		{"ORMSTACK_MOVE", "orm-stacks", "ORM_STACK_MOVE", Use},
		{"OBJECT_UPDATE", "objects", "", Use},
		{"ONS_SUBSCRIPTION_CREATE", "ons-subscriptions", "ONS_TOPIC_SUBSCRIBE", Manage},
		{"VAULT_LIST_SECRETS", "vaults", "SECRET_INSPECT", Manage},
	}
	for _, tt := range tests {
		p := permission(t, tt.permission)
		if !p.SeedOnly || p.Type != tt.home || p.Official != tt.official || p.SeedVerb != tt.verb {
			t.Errorf("%s: got %+v", tt.permission, p)
		}
	}
}

func TestSeedLeastReachesFamiliesAndAllResources(t *testing.T) {
	p := permission(t, "VCN_INSPECT")
	for name, want := range map[string]bool{"vcns": true, "virtual-network-family": true, "all-resources": true, "subnets": false} {
		if _, got := Default().SeedLeast(resource(t, name), p); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if _, ok := Default().SeedLeast(resource(t, "vcns"), permission(t, "VCN_READ")); ok {
		t.Error("VCN_READ has a table; the list's rule must not speak of it")
	}
}

func TestAPermissionBelongsToOneType(t *testing.T) {
	tests := map[string]string{
		"INSTANCE_CREATE":                       "instances",
		"STREAM_PRODUCE":                        "streams",
		"ONS_TOPIC_SUBSCRIBE":                   "ons-topics",
		"NETWORK_SECURITY_GROUP_UPDATE_MEMBERS": "network-security-groups",
		"CLUSTER_VIRTUAL_NODE_POOL_INSPECT":     "cluster-virtualnode-pools",
		"TAG_NAMESPACE_READ":                    "tag-defaults",
		"VNIC_ATTACH":                           "vnics",
		"VNIC_ASSIGN":                           "vnics",
		"AUDIT_CONFIGURATION":                   "",
	}
	for name, want := range tests {
		if got := permission(t, name).Type; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
