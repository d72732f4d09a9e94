package catalog

import (
	"strings"
	"testing"
)

// formula prints a need as "A & B & (C | D) & nsg: (E & F) & not nsg: G".
func formula(n Need) string {
	switch n.Kind {
	case Leaf:
		if n.By != "" {
			return n.By + " " + n.Permission
		}
		return n.Permission
	case All:
		return join(n.Under, " & ")
	case Any:
		return "(" + join(n.Under, " | ") + ")"
	case When:
		not := ""
		if n.Not {
			not = "not "
		}
		return not + n.Circumstance.Name + ": (" + formula(n.Under[0]) + ")"
	}
	return "?"
}

func join(parts []Need, with string) string {
	var texts []string
	for _, p := range parts {
		texts = append(texts, formula(p))
	}
	return strings.Join(texts, with)
}

func TestFormulas(t *testing.T) {
	tests := map[string]string{
		"ListVolumes": "VOLUME_INSPECT",
		"LaunchInstance": "INSTANCE_CREATE & INSTANCE_IMAGE_READ & VNIC_CREATE & VNIC_ATTACH & SUBNET_ATTACH" +
			" & nsg: (NETWORK_SECURITY_GROUP_UPDATE_MEMBERS & VNIC_ASSOCIATE_NETWORK_SECURITY_GROUP)" +
			" & compute-cluster: (COMPUTE_CLUSTER_LAUNCH_INSTANCE) & dedicated-host: (DEDICATED_VM_HOST_LAUNCH_INSTANCE)" +
			" & capacity-reservation: (CAPACITY_RESERVATION_LAUNCH_INSTANCE) & catalog-image: (APP_CATALOG_LISTING_READ)" +
			" & console: (VCN_READ)",
		"TerminateInstance": "INSTANCE_DELETE & VNIC_DELETE & SUBNET_DETACH" +
			" & volumes-attached: (VOLUME_ATTACHMENT_DELETE & VOLUME_WRITE & INSTANCE_DETACH_VOLUME)",
		"AttachVolume": "VOLUME_ATTACHMENT_CREATE & VOLUME_WRITE & INSTANCE_ATTACH_VOLUME",
		"HeadObject":   "(OBJECT_READ | OBJECT_INSPECT) & bucket-key: (objectstorage-{region} KEY_DECRYPT)",
		"PutObject": "object-exists: (OBJECT_OVERWRITE) & not object-exists: (OBJECT_CREATE)" +
			" & bucket-key: (objectstorage-{region} KEY_ENCRYPT)",
		"CommitMultipartUpload": "BUCKET_READ & OBJECT_CREATE & OBJECT_READ & OBJECT_OVERWRITE",
		"CreateBucket": "BUCKET_CREATE & vault-key: (KEY_ASSOCIATE & objectstorage-{region} KEY_ENCRYPT" +
			" & objectstorage-{region} KEY_DECRYPT & objectstorage-{region} KEY_READ)",
		"CreateSecret":                "SECRET_CREATE & VAULT_CREATE_SECRET & KEY_ENCRYPT & KEY_DECRYPT & secret-replication: (SECRET_REPLICATE_CONFIGURE)",
		"CreateKey":                   "KEY_CREATE & VAULT_CREATE_KEY",
		"object-storage:GetNamespace": "compartment-given: (OBJECTSTORAGE_NAMESPACE_READ)",
		"ListDbVersions":              "",
		"AddUserToGroup":              "GROUP_UPDATE & USER_UPDATE",
		"UploadApiKey":                "USER_UPDATE & USER_APIKEY_ADD",
		"PullImage":                   "REPOSITORY_READ",
		"PushImage":                   "REPOSITORY_READ & REPOSITORY_UPDATE & new-repository: (REPOSITORY_CREATE)",
		"MoveCompartment":             "",
		"SearchResources":             "",
		"StartHeatWaveCluster":        "(MYSQL_INSTANCE_USE | MYSQL_INSTANCE_START)",
		"QueryOpsiDataObjectData": "OPSI_DATA_OBJECT_READ & (OPSI_DATABASE_INSIGHT_DATA_OBJECT_DATA_QUERY" +
			" | OPSI_HOST_INSIGHT_DATA_OBJECT_DATA_QUERY | OPSI_EXADATA_INSIGHT_DATA_OBJECT_DATA_QUERY)",
		"GenerateAutonomousDatabaseWallet": "AUTONOMOUS_DATABASE_CONTENT_READ",
		"GetVolumeAttachment":              "INSTANCE_INSPECT & chap-secret: (VOLUME_ATTACHMENT_READ) & not chap-secret: (VOLUME_ATTACHMENT_INSPECT)",
	}
	for name, want := range tests {
		if got := formula(call(t, name).Needs); got != want {
			t.Errorf("%s\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestWhatToAssumeOfACircumstance(t *testing.T) {
	tests := map[string]Assumption{
		"nsg": No, "vault-key": No, "console": No, "bucket-key": No,
		"object-exists": Unknown, "volumes-attached": Unknown, "new-repository": Unknown,
	}
	for name, want := range tests {
		if c, ok := Default().Circumstance(name); !ok || c.Default != want {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}

func TestOperationsThatPermissionsCannotJudgeSayWhy(t *testing.T) {
	for _, name := range []string{"MoveCompartment", "compute:GetWorkRequest", "StartAutonomousDatabase", "CreateBudget", "CreateCloudVmCluster"} {
		if call(t, name).Unknown == "" {
			t.Errorf("%s: want a reason", name)
		}
	}
	if reason := call(t, "ListDbVersions").Unknown; reason != "" {
		t.Errorf("ListDbVersions needs nothing, which is known: %s", reason)
	}
}

func TestKindsOfOperations(t *testing.T) {
	tests := map[string]OpKind{
		"ListBuckets": ListOp, "CreateBucket": CreateOp, "LaunchInstance": CreateOp, "GetBucket": OtherOp,
		"HeadObject": OtherOp, "AddUserToGroup": OtherOp,
	}
	for name, want := range tests {
		if got := call(t, name).Kind; got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
