package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/policy"
)

// credentials are what users look after themselves, by the words that the calls
// for them have in their names.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policygetstarted.htm
var credentials = []string{"UIPassword", "ApiKey", "AuthToken", "SwiftPassword", "SecretKey", "SmtpCredential", "OAuthClientCredential", "MfaTotpDevice"}

// own tells whether a request is about the caller's own credentials, for which
// no policy is needed; false when it is not about a user's credentials at all.
func (j *judge) own(c *Check) bool {
	r := j.request
	if r.Principal.Kind != User || r.Ask.Operation == nil || r.Ask.Verb != 0 || len(r.Ask.Permissions) > 0 || !ofCredentials(r.Ask.Operation.Service, r.Ask.Operation.Name) {
		return false
	}
	*c = Check{Facet: policy.Subject, Reason: OwnCredentials}
	for _, by := range [...]struct{ variable, own string }{{"target.user.id", r.Principal.User.ID}, {"target.user.name", r.Principal.User.Name}} {
		v, ok := r.Values[by.variable]
		if !ok {
			continue
		}
		c.Variable, c.Got = by.variable, strings.Join(v.Members, ", ")
		if len(v.Members) == 1 && strings.EqualFold(v.Members[0], by.own) {
			c.Result = Pass
		}
		return true
	}
	c.Result, c.Variable = Unknown, "target.user.id"
	return true
}

// ofCredentials tells whether an operation is one of those that users may do to
// themselves.
func ofCredentials(service, operation string) bool {
	return service == "iam" && slices.ContainsFunc(credentials, func(word string) bool { return strings.Contains(operation, word) })
}
