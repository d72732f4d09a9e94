package scenario

import "oci-policy-playground/engine/policy"

// Dialect is whose account of the language holds.
type Dialect = policy.Dialect

// The dialects.
const (
	Guide  = policy.Guide
	Oracle = policy.Oracle
)
