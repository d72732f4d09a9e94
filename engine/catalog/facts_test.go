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
