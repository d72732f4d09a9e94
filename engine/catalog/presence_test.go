package catalog

import "testing"

var presences = map[Presence]string{Present: "present", Absent: "absent", Unsure: "unsure"}

func TestPresenceOfVariables(t *testing.T) {
	tests := []struct{ variable, operation, permission, want string }{
		{"target.bucket.name", "GetBucket", "BUCKET_READ", "present"},
		{"target.bucket.name", "CreateBucket", "BUCKET_CREATE", "present"},
		{"target.bucket.name", "ListBuckets", "BUCKET_INSPECT", "absent"},
		{"target.bucket.name", "ListObjects", "OBJECT_INSPECT", "present"},
		{"target.bucket.name", "CreateBucket", "KEY_ASSOCIATE", "absent"},
		{"target.bucket.name", "LaunchInstance", "INSTANCE_CREATE", "absent"},
		{"target.bucket.name", "", "BUCKET_INSPECT", "unsure"}, // ListBuckets or HeadBucket
		{"target.bucket.name", "", "BUCKET_UPDATE", "present"},
		{"target.bucket.name", "", "VOLUME_READ", "absent"},
		{"target.bucket.tag.Ops.Env", "CreateBucket", "BUCKET_CREATE", "absent"},
		{"target.bucket.tag.Ops.Env", "GetObject", "OBJECT_READ", "present"},
		{"target.object.name", "PutObject", "OBJECT_CREATE", "present"},
		{"target.object.name", "ListObjects", "OBJECT_INSPECT", "absent"},
		{"target.object.name", "CommitMultipartUpload", "BUCKET_READ", "absent"},
		{"target.group.name", "iam:UpdateGroup", "GROUP_UPDATE", "present"},
		{"target.group.name", "ListGroups", "GROUP_INSPECT", "absent"},
		{"target.group.name", "CreateGroup", "GROUP_CREATE", "present"},
		{"target.group.id", "CreateGroup", "GROUP_CREATE", "absent"},
		{"target.group.name", "UpdateUser", "USER_UPDATE", "absent"},
		{"target.group.name", "ListUsers", "USER_INSPECT", "absent"},
		// use users where target.group.name != 'Administrators' lets this call through:
		// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policyadvancedfeatures.htm
		{"target.group.name", "AddUserToGroup", "USER_UPDATE", "present"},
		{"target.group.name", "AddUserToGroup", "GROUP_UPDATE", "present"},
		{"target.user.name", "AddUserToGroup", "GROUP_UPDATE", "present"},
		{"target.user.id", "CreateUser", "USER_CREATE", "absent"},
		{"target.user.id", "UploadApiKey", "USER_APIKEY_ADD", "present"},
		{"target.user.id", "CreateAuthToken", "USER_AUTHTOKEN_SET", "present"},
		{"target.group.name", "", "USER_UPDATE", "unsure"},
		{"target.policy.type", "CreatePolicy", "POLICY_CREATE", "present"},
		{"target.policy.type", "iam:ListPolicies", "POLICY_READ", "absent"},
		{"target.image.id", "LaunchInstance", "INSTANCE_IMAGE_READ", "present"},
		{"target.image.id", "LaunchInstance", "INSTANCE_CREATE", "absent"},
		{"target.image.id", "", "INSTANCE_IMAGE_DELETE", "absent"},
		{"target.key.id", "CreateBucket", "KEY_ASSOCIATE", "present"},
		{"target.key.id", "CreateKey", "KEY_CREATE", "absent"},
		{"target.vault.id", "CreateKey", "VAULT_CREATE_KEY", "present"},
		{"target.secret.name", "GetSecretBundle", "SECRET_BUNDLE_READ", "present"},
		{"target.loggroup.id", "CreateLog", "LOG_GROUP_UPDATE", "present"},
		{"target.compartment.id", "ListCompartments", "COMPARTMENT_INSPECT", "absent"},
		{"target.compartment.id", "ListBuckets", "BUCKET_INSPECT", "present"},
		{"target.compartment.name", "CreateCompartment", "COMPARTMENT_CREATE", "present"},
		{"target.resource.tag.Ops.Env", "GetBucket", "BUCKET_READ", "present"},
		{"target.resource.tag.Ops.Env", "ListBuckets", "BUCKET_INSPECT", "absent"},
		{"target.resource.tag.Ops.Env", "CreateBucket", "BUCKET_CREATE", "absent"},
		{"target.resource.tag.Ops.Env", "LaunchInstance", "SUBNET_ATTACH", "present"},
		{"target.resource.tag.Ops.Env", "LaunchInstance", "VNIC_CREATE", "absent"},
		{"target.resource.tag.Ops.Env", "InstanceAction", "INSTANCE_POWER_ACTIONS", "absent"},
		{"target.resource.tag.Ops.Env", "TerminateInstance", "INSTANCE_DELETE", "present"},
		{"target.resource.tag.Ops.Env", "GetInstancePool", "INSTANCE_POOL_READ", "absent"},
		{"target.resource.tag.Ops.Env", "GetObject", "OBJECT_READ", "absent"},
		{"target.resource.tag.Ops.Env", "", "OBJECT_DELETE", "absent"},
		{"target.resource.tag.Ops.Env", "CreateKey", "VAULT_CREATE_KEY", "present"},
		{"target.resource.compartment.tag.Ops.Env", "ListBuckets", "BUCKET_INSPECT", "present"},
		{"request.user.id", "ListUsers", "USER_INSPECT", "present"},
		{"target.cluster.id", "", "INSTANCE_MAINTENANCE_EVENT_READ", "unsure"}, // belongs to no type
		{"target.nodepool.id", "", "NODE_POOL_INSPECT", "unsure"},              // no call is known to need it; a list call may
		{"target.nodepool.id", "", "NODE_POOL_UPDATE", "present"},
	}
	for _, tt := range tests {
		got := Default().Presence(variableOf(t, tt.variable), call(t, tt.operation), permission(t, tt.permission))
		if presences[got] != tt.want {
			t.Errorf("%s on %s for %s: got %s, want %s", tt.variable, tt.operation, tt.permission, presences[got], tt.want)
		}
	}
}
