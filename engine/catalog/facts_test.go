package catalog

import (
	"slices"
	"strings"
	"testing"
)

// carried lists what a verb on a resource includes, by name.
func carried(t *testing.T, name string, upTo Verb) []string {
	var all []string
	for v := Inspect; v <= upTo; v++ {
		all = append(all, Default().Adds(resource(t, name), v)...)
	}
	slices.Sort(all)
	return all
}

// The core reference lists what instance-family has beyond its members and how
// volume-attachments counts in it:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/corepolicyreference_topic-ResourceTypes.htm
func TestManageInstanceFamilyIsItsMembersAndItsExtras(t *testing.T) {
	var want []string
	for _, member := range []string{"app-catalog-listing", "console-histories", "instances", "instance-console-connection", "instance-images"} {
		want = append(want, carried(t, member, Manage)...)
	}
	want = append(want, "VNIC_READ", "VNIC_ATTACHMENT_READ", "VNIC_ATTACH", "VNIC_DETACH",
		"VOLUME_ATTACHMENT_INSPECT", "VOLUME_ATTACHMENT_READ", "VOLUME_ATTACHMENT_UPDATE", "VOLUME_ATTACHMENT_CREATE", "VOLUME_ATTACHMENT_DELETE")
	slices.Sort(want)
	if got := carried(t, "instance-family", Manage); !slices.Equal(got, slices.Compact(want)) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Copying backups is outside the family:
// https://docs.oracle.com/en-us/iaas/Content/Block/Tasks/copyingvolumebackupcrossregion.htm
func TestUseVolumeFamilyLeavesCopyingOut(t *testing.T) {
	want := []string{
		"BACKUP_POLICIES_UPDATE", "BACKUP_POLICY_ASSIGNMENT_INSPECT", "BACKUP_POLICY_INSPECT",
		"BOOT_VOLUME_BACKUP_INSPECT", "BOOT_VOLUME_BACKUP_READ", "BOOT_VOLUME_BACKUP_UPDATE",
		"VOLUME_ATTACHMENT_INSPECT", "VOLUME_ATTACHMENT_READ", "VOLUME_ATTACHMENT_UPDATE",
		"VOLUME_BACKUP_INSPECT", "VOLUME_BACKUP_READ", "VOLUME_BACKUP_UPDATE",
		"VOLUME_GROUP_BACKUP_INSPECT", "VOLUME_GROUP_INSPECT", "VOLUME_INSPECT", "VOLUME_UPDATE", "VOLUME_WRITE",
	}
	if got := carried(t, "volume-family", Use); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for _, name := range []string{"VOLUME_BACKUP_COPY", "BOOT_VOLUME_BACKUP_COPY"} {
		if slices.Contains(carried(t, "volume-family", Manage), name) {
			t.Errorf("manage volume-family carries %s", name)
		}
	}
}

func TestFamiliesKeepWhatTheirOwnTablesSay(t *testing.T) {
	tests := []struct{ resource, permission, want string }{
		{"email-family", "EMAIL_CONFIGURATION_READ", "read"},
		{"email-family", "APPROVED_SENDER_UPDATE", "use"},
		{"approved-senders", "APPROVED_SENDER_UPDATE", "manage"},
		{"stack-monitoring-family", "STACK_MONITORING_PROCESS_SET_CREATE", "manage"},
		{"certificate-authority-family", "CERTIFICATE_READ", "read"},
		{"cloud-guard-family", "SECURITY_ZONE_READ", "read"},
	}
	for _, tt := range tests {
		if got := least(resource(t, tt.resource), permission(t, tt.permission)); got != tt.want {
			t.Errorf("%s on %s: got %q, want %q", tt.permission, tt.resource, got, tt.want)
		}
	}
}

// Two services share the name of this type; a statement about it has both.
func TestWorkRequestsHasTheRowsOfBothServices(t *testing.T) {
	all := strings.Join(carried(t, "work-requests", Manage), " ")
	if all != "FSS_WORK_REQUEST_INSPECT FSS_WORK_REQUEST_READ WORKREQUEST_INSPECT" {
		t.Errorf("got %s", all)
	}
}

// Statements that Oracle prints have names that no verb table has.
func TestNamesThatStandInOraclesStatements(t *testing.T) {
	for name, meant := range map[string]string{
		"drg":                    "drgs",                    // https://docs.oracle.com/iaas/Content/Network/Tasks/drg-iam.htm
		"network-security-group": "network-security-groups", // https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/path_analyzer.htm
		"vn-path-analyzer-test":  "path-analyzer-test",
		"object":                 "objects",       // https://docs.oracle.com/en-us/iaas/Content/vision/using/about_vision_policies.htm
		"bds-instance":           "bds-instances", // https://docs.oracle.com/en-us/iaas/Content/bigdata/policies-resource-access.htm
		"data-labeling-record":   "data-labeling-records",
		"fleet":                  "fleets",           // https://docs.oracle.com/en-us/iaas/jms/doc/policy-statements.html
		"function-family":        "functions-family", // https://docs.oracle.com/en-us/iaas/Content/Identity/policiescommon/commonpolicies.htm
		"ons-topic":              "ons-topics",
		"autonomous-backup":      "autonomous-backups",
		"bastions":               "bastion", // https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
	} {
		if a, _ := Default().Alias(name); a.Resource != meant || a.Kind != Spelling {
			t.Errorf("%s stands for %q, as %v", name, a.Resource, a.Kind)
		}
	}
}

// What exists and has no published table is neither given nor denied by its verbs.
func TestTypesOfPagesOfTheirOwnAreKnownByName(t *testing.T) {
	for _, name := range []string{"cloud-shell", "usage-budgets", "analytics-instances", "target-databases", "tickets", "ai-service-vision-family", "wlms-family", "database-tools-family"} {
		r := resource(t, name)
		if !Default().blank(r) {
			t.Errorf("%s has a table", name)
		}
	}
	if got := Default().Carries(resource(t, "wlms-family"), Manage, permission(t, "WLMS_WORK_REQUEST_INSPECT")); got != NotKnown {
		t.Errorf("manage wlms-family carries WLMS_WORK_REQUEST_INSPECT: %v", got)
	}
}

// One family stands for all of Cloud Advisor, deleting profiles included:
// https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Reference/cloudadvisorpolicyreference.htm
func TestCloudAdvisorIsOneFamily(t *testing.T) {
	family := resource(t, "optimizer-api-family")
	if Default().Carries(family, Manage, permission(t, "OPTIMIZER_PROFILE_DELETE")) != KnownYes || len(family.Members) != 10 {
		t.Errorf("%+v", family)
	}
	if Default().Carries(family, Use, permission(t, "OPTIMIZER_PROFILE_DELETE")) != KnownNo {
		t.Error("use deletes profiles")
	}
}

// The reference puts the types of Log Analytics into one of two families:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/loganalyticspolicyreference.htm
func TestLogAnalyticsHasTwoFamilies(t *testing.T) {
	features, resources := resource(t, "loganalytics-features-family"), resource(t, "loganalytics-resources-family")
	upload := permission(t, "LOG_ANALYTICS_LOG_GROUP_UPLOAD_LOGS")
	if Default().Carries(features, Manage, upload) != KnownNo || Default().Carries(resources, Use, upload) != KnownYes {
		t.Error("logs are uploaded by another family")
	}
	if len(features.Members) != 16 || len(resources.Members) != 9 {
		t.Errorf("%d features, %d resources", len(features.Members), len(resources.Members))
	}
}

// The common policies test variables of types beside those of the reference:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policiescommon/commonpolicies.htm
func TestVariablesOfTheCommonPolicies(t *testing.T) {
	for _, carried := range []struct{ variable, permission string }{
		{"target.vault.id", "SECRET_BUNDLE_READ"},
		{"target.workloadType", "AUTONOMOUS_DB_BACKUP_CONTENT_READ"},
		{"target.streampool.id", "STREAM_PRODUCE"},
		{"target.instance.id", "INSTANCE_UPDATE"},
		{"target.managed-instance.id", "OSMH_MANAGED_INSTANCE_ACCESS"},
		{"target.monitored-instance.id", "APPMGMT_MONITORED_INSTANCE_ACTIVATE"},
	} {
		if got := Default().Presence(variableOf(t, carried.variable), nil, permission(t, carried.permission)); got != Present {
			t.Errorf("%s of %s: %v", carried.variable, carried.permission, got)
		}
	}
}
