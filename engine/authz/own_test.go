package authz_test

import (
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
)

func TestEveryCallForAUsersCredentialsIsSelfService(t *testing.T) {
	var got []string
	for o := range catalog.Default().Operations() {
		if authz.OfCredentials(o.Service, o.Name) {
			got = append(got, o.Name)
		}
	}
	slices.Sort(got)
	const want = "ActivateMfaTotpDevice CreateAuthToken CreateCustomerSecretKey CreateMfaTotpDevice CreateOAuthClientCredential CreateOrResetUIPassword CreateSecretKey CreateSmtpCredential CreateSwiftPassword DeleteApiKey DeleteAuthToken DeleteCustomerSecretKey DeleteMfaTotpDevice DeleteOAuthClientCredential DeleteSmtpCredential DeleteSwiftPassword ListApiKeys ListAuthTokens ListCustomerSecretKeys ListMfaTotpDevices ListOAuthClientCredentials ListSmtpCredentials ListSwiftPasswords UpdateAuthToken UpdateCustomerSecretKey UpdateOAuthClientCredential UpdateSmtpCredential UpdateSwiftPassword UploadApiKey"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("the calls are %s, want %s", s, want)
	}
}
